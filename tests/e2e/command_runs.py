"""Commands as an office runs them: one process each."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mutudesk.app import main

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(
    *arguments: object,
    db: Path | None = None,
    **options: Any,  # noqa: ANN401 - of subprocess
) -> subprocess.CompletedProcess[bytes]:
    """One command in a process of its own; never a traceback."""
    given = ["--db", db, *arguments] if db else [*arguments]
    options = {"capture_output": True, "cwd": ROOT, **options}
    done: subprocess.CompletedProcess[bytes] = subprocess.run(
        [sys.executable, "-m", "mutudesk", *map(os.fsencode, map(str, given))],
        check=False,
        **options,
    )
    assert b"Traceback" not in (done.stderr or b"")
    return done


def accepted(*arguments: object, db: Path | None = None) -> str:
    done = run(*arguments, db=db)
    assert done.returncode == 0 and (not done.stderr or "print" in arguments)  # noqa: PT018
    return done.stdout.decode()


def refused(*arguments: object, db: Path | None = None) -> list[str]:
    """The lines of standard error of a refused command; standard output stays empty."""
    done = run(*arguments, db=db)
    assert (done.returncode, done.stdout) == (1, b"")
    return done.stderr.decode().splitlines()


def refused_here(captured: pytest.CaptureFixture[bytes], db: Path, *arguments: str) -> list[str]:
    """The same in this process, where starting one more would show nothing new."""
    assert main(["--db", str(db), *arguments]) == 1
    said = captured.readouterr()
    assert said.out == b""
    return said.err.decode().splitlines()


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


MANDATES = "siren;qualite;civilite;prenom;nom;interim;debut;fin\n"
