"""`python -m tests.benchmarks [--quick | --full] [NAME ...]`: one table of ratios to floors.

Every floor is measured in the same run, in turn with what it is held against: on another machine,
or on a busy one, the milliseconds move and the ratios stay.
"""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import sqlite3
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks.timing import HEADER, Effort

NAMES = (
    "start",
    "agents",
    "authorities",
    "importing",
    "saving",
    "conventions",
    "checking",
    "restoring",
)
PACKAGES = ("PySide6", "SQLAlchemy", "reportlab")


def main() -> None:
    """Run the benchmarks named, or all."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    effort = parser.add_mutually_exclusive_group()
    effort.add_argument("--quick", action="store_true", help="ten times less, three rounds")
    effort.add_argument("--full", action="store_true", help="also a list of a million agents")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    given = parser.parse_args()
    if unknown := set(given.names) - set(NAMES):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _print(_machine())
    _print(HEADER)
    for name in given.names or NAMES:
        module = importlib.import_module(f"tests.benchmarks.{name}")
        with tempfile.TemporaryDirectory(prefix="mutudesk-bench-") as folder:
            for result in module.run(Effort(Path(folder), quick=given.quick, full=given.full)):
                _print(result.line())


def _machine() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()},"
        f" SQLite {sqlite3.sqlite_version}, {packages}"
    )


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
