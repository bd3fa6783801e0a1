"""Bring known faults into a copy of the program, one at a time, and name those no test notices.

    .venv/bin/python tools/mutations.py [words of a name]

The faults are in `tools/mutations.toml`. Exit 1 when one survives, or no longer fits the program.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
FAULTS = ROOT / "tools" / "mutations.toml"
SECONDS = 300  # for the tests of one fault


@dataclass(frozen=True, slots=True)
class Mutation:
    """One fault: what stands in a file of the program, what is put in its place, which tests."""

    name: str
    file: str
    before: str
    after: str
    tests: tuple[str, ...]


def mutations(path: Path = FAULTS) -> list[Mutation]:
    """Read the faults."""
    found = tomllib.loads(path.read_text(encoding="utf-8"))["mutation"]
    return [Mutation(**{**each, "tests": tuple(each["tests"])}) for each in found]


def misfit(mutation: Mutation, root: Path = ROOT) -> str:
    """Say why a fault does not fit the program any more; empty when it does."""
    path = root / "mutudesk" / mutation.file
    if not path.is_file():
        return f"{mutation.file} is not there"
    count = path.read_text(encoding="utf-8").count(mutation.before.strip("\n"))
    if count != 1:
        return f"its text stands {count} times in {mutation.file}"
    missing = [each for each in mutation.tests if not (root / each).exists()]
    return f"{missing[0]} is not there" if missing else ""


def copy_of_the_program() -> Path:
    """Copy what the tests need into a folder of its own."""
    folder = Path(tempfile.mkdtemp(prefix="mutudesk-mutations-"))
    for name in ("mutudesk", "resources", "tests", "tools"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "THIRD_PARTY.md"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def is_noticed(mutation: Mutation, folder: Path) -> bool:
    """Bring a fault into the copy, run its tests, take it out again."""
    path = folder / "mutudesk" / mutation.file
    sound = path.read_text(encoding="utf-8")
    faulty = sound.replace(mutation.before.strip("\n"), mutation.after.strip("\n"))
    path.write_text(faulty, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            [*command, *mutation.tests],
            check=False,
            cwd=folder,
            env=environment,
            capture_output=True,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        return True
    finally:
        path.write_text(sound, encoding="utf-8")
    return done.returncode == 1  # tests ran, and one failed


def survivors(chosen: Sequence[Mutation]) -> Iterator[str]:
    """Try each fault and tell how it went; yield the names of those that nothing noticed."""
    folder = copy_of_the_program()
    try:
        for each in chosen:
            why = misfit(each)
            noticed = not why and is_noticed(each, folder)
            verdict = why or ("noticed" if noticed else "SURVIVES")
            sys.stdout.write(f"{verdict}: {each.name}\n")
            sys.stdout.flush()
            if not noticed:
                yield each.name
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main(arguments: Sequence[str]) -> int:
    """Try all faults, or those whose name holds the words given."""
    words = " ".join(arguments)
    chosen = [each for each in mutations() if words in each.name]
    left = list(survivors(chosen))
    sys.stdout.write(f"{len(chosen)} faults, {len(left)} not noticed.\n")
    return int(bool(left) or not chosen)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
