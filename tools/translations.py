"""Bring the translations of the interface up to date, or check that they are.

    python tools/translations.py            rewrite mutudesk_fr and mutudesk_en, .ts and .qm
    python tools/translations.py --check    regenerate all elsewhere, compare, judge the strings

Strings in the code are English, and every one has a French translation. English needs a file of
its own for the strings with a number alone ("%n agent(s)": "1 agent", "2 agents"). All files are
committed: nobody needs Qt's tools to run the program. The check fails on a file that is not fresh,
on an unfinished translation, on placeholders that differ and on a missing plural form.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import PySide6

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "mutudesk" / "ui"
FOLDER = ROOT / "resources" / "i18n"
PLURAL_FORMS = 2  # French: 0 and 1, the rest; English: 1, the rest
PLACEHOLDER = re.compile(r"%(?:n|L?\d+)|\{[^{}]*\}")


@dataclass(frozen=True)
class Translation:
    """A language of the interface, and which strings of the code it has words for."""

    locale: str
    options: tuple[str, ...] = ()

    @property
    def ts(self) -> Path:
        """The file that is edited."""
        return FOLDER / f"mutudesk_{self.locale[:2]}.ts"

    @property
    def qm(self) -> Path:
        """The file that the program reads."""
        return self.ts.with_suffix(".qm")


FRENCH = Translation("fr_FR")
ENGLISH = Translation("en_GB", ("-pluralonly",))
TRANSLATIONS = (FRENCH, ENGLISH)


def tool(name: str) -> str:
    """Return the path of a program of Qt that comes with PySide6."""
    suffix = ".exe" if sys.platform == "win32" else ""
    return str(Path(PySide6.__file__).parent / (name + suffix))


def update(ts: Path, translation: Translation = FRENCH) -> None:
    """Bring a .ts file up to date with the strings of the code: new ones in, unused ones out."""
    if not ts.exists():
        ts.write_text(
            '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
            f'<TS version="2.1" language="{translation.locale}" sourcelanguage="en"></TS>\n',
            encoding="utf-8",
        )
    names = sorted(path.relative_to(ROOT).as_posix() for path in SOURCES.rglob("*.py"))
    # Through a file: on Windows a command line is too short for the names.
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "sources.lst"
        listed.write_text("".join(name + "\n" for name in names), encoding="utf-8")
        options = ["-silent", "-locations", "none", "-no-obsolete", *translation.options]
        languages = ["-source-language", "en", "-target-language", translation.locale]
        command = [tool("lupdate"), *options, *languages, f"@{listed}", "-ts", str(ts)]
        done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"lupdate: {done.stdout}{done.stderr}")
    # One form on every system, whatever the tool was built with.
    ts.write_text(ts.read_text(encoding="utf-8").rstrip() + "\n", encoding="utf-8", newline="\n")


def release(ts: Path, qm: Path) -> None:
    """Compile a .ts file."""
    command = [tool("lrelease"), "-silent", str(ts), "-qm", str(qm)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"lrelease: {done.stdout}{done.stderr}")


def _message_problems(message: ET.Element) -> list[str]:
    """Say what is wrong with one translated string."""
    source = message.findtext("source") or ""
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return [f"unfinished: {source!r}"]
    plural = message.get("numerus") == "yes"
    forms = translation.findall("numerusform") if plural else [translation]
    texts = ["".join(form.itertext()) for form in forms]
    if plural and len(texts) != PLURAL_FORMS:
        return [f"{len(texts)} plural forms instead of {PLURAL_FORMS}: {source!r}"]
    found = []
    wanted = set(PLACEHOLDER.findall(source))
    for text in texts:
        if not text.strip():
            found.append(f"empty: {source!r}")
        # A plural form may leave the number out: "Un agent".
        elif wanted - ({"%n"} if plural else set()) != set(PLACEHOLDER.findall(text)) - (
            {"%n"} if plural else set()
        ):
            found.append(f"placeholders differ: {source!r} -> {text!r}")
    return found


def problems(ts: Path) -> list[str]:
    """Say which translations are missing or wrong, with their context."""
    found = []
    for context in ET.parse(ts).getroot().iter("context"):  # noqa: S314 - a file of the repository
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            found += [f"{name}: {problem}" for problem in _message_problems(message)]
    return found


def stale(translation: Translation) -> list[str]:
    """Say which committed file of a language is not what the code gives."""
    committed = (translation.ts, translation.qm)
    with tempfile.TemporaryDirectory() as folder:
        ts, qm = (Path(folder) / path.name for path in committed)
        if translation.ts.exists():
            ts.write_bytes(translation.ts.read_bytes())
        update(ts, translation)
        release(ts, qm)
        pairs = zip((ts, qm), committed, strict=True)
        return [
            f"{old.relative_to(ROOT).as_posix()} is stale: run python tools/translations.py"
            for new, old in pairs
            if not old.exists() or old.read_bytes() != new.read_bytes()
        ]


def main(argv: list[str] | None = None) -> int:
    """Rewrite the files of every language, or only check them."""
    parser = argparse.ArgumentParser(description="Keep the translations up to date.")
    parser.add_argument("--check", action="store_true", help="write nothing, fail if stale")
    is_check = parser.parse_args(argv).check
    FOLDER.mkdir(parents=True, exist_ok=True)
    found: list[str] = []
    for each in TRANSLATIONS:
        if is_check:
            found += stale(each)
        else:
            update(each.ts, each)
            release(each.ts, each.qm)
        if each.ts.exists():
            found += [f"{each.ts.name}: {problem}" for problem in problems(each.ts)]
    sys.stderr.write("".join(line + "\n" for line in found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
