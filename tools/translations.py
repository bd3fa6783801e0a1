"""Bring the French translation of the interface up to date, or check that it is.

    python tools/translations.py            rewrite mutudesk_fr.ts and mutudesk_fr.qm
    python tools/translations.py --check    regenerate both elsewhere, compare, judge the strings

Strings in the code are English, every one has a French translation, and both files are committed:
nobody needs Qt's tools to run the program. The check fails on a file that is not fresh, on an
unfinished translation, on placeholders that differ and on a missing plural form.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

import PySide6

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "mutudesk" / "ui"
FOLDER = ROOT / "resources" / "i18n"
TS = FOLDER / "mutudesk_fr.ts"
QM = FOLDER / "mutudesk_fr.qm"
PLURAL_FORMS = 2  # French: 0 and 1, the rest
PLACEHOLDER = re.compile(r"%(?:n|L?\d+)|\{[^{}]*\}")


def tool(name: str) -> str:
    """Return the path of a program of Qt that comes with PySide6."""
    suffix = ".exe" if sys.platform == "win32" else ""
    return str(Path(PySide6.__file__).parent / (name + suffix))


def update(ts: Path) -> None:
    """Bring a .ts file up to date with the strings of the code: new ones in, unused ones out."""
    if not ts.exists():
        ts.write_text(
            '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
            '<TS version="2.1" language="fr_FR" sourcelanguage="en"></TS>\n',
            encoding="utf-8",
        )
    names = sorted(path.relative_to(ROOT).as_posix() for path in SOURCES.rglob("*.py"))
    # Through a file: on Windows a command line is too short for the names.
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "sources.lst"
        listed.write_text("".join(name + "\n" for name in names), encoding="utf-8")
        options = ["-silent", "-locations", "none", "-no-obsolete"]
        languages = ["-source-language", "en", "-target-language", "fr_FR"]
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


def stale() -> list[str]:
    """Say which committed file is not what the code gives."""
    with tempfile.TemporaryDirectory() as folder:
        ts, qm = Path(folder) / TS.name, Path(folder) / QM.name
        if TS.exists():
            ts.write_bytes(TS.read_bytes())
        update(ts)
        release(ts, qm)
        pairs = ((ts, TS), (qm, QM))
        return [
            f"{old.relative_to(ROOT).as_posix()} is stale: run python tools/translations.py"
            for new, old in pairs
            if not old.exists() or old.read_bytes() != new.read_bytes()
        ]


def main(argv: list[str] | None = None) -> int:
    """Rewrite both files, or only check them."""
    parser = argparse.ArgumentParser(description="Keep the French translation up to date.")
    parser.add_argument("--check", action="store_true", help="write nothing, fail if stale")
    if parser.parse_args(argv).check:
        found = stale() + (problems(TS) if TS.exists() else [])
    else:
        FOLDER.mkdir(parents=True, exist_ok=True)
        update(TS)
        release(TS, QM)
        found = problems(TS)
    sys.stderr.write("".join(line + "\n" for line in found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
