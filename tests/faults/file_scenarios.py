"""Acts that write files: exports, documents, copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.usecases.copying import copy_register
from mutudesk.usecases.opening import open_to_read
from tests.faults.judging import seen
from tests.faults.register_scenarios import (
    REGISTER,
    enter_one,
    new_register,
)
from tests.faults.scenarios import Parts, Scenario, Tell, commands, in_words, nothing

if TYPE_CHECKING:
    from pathlib import Path


def _files_below(folder: Path, *patterns: str) -> Parts:
    found = (each for pattern in patterns for each in folder.glob(pattern))
    return {str(each.relative_to(folder)): each.read_bytes() for each in found}


# Exports ------------------------------------------------------------------------------------------


def _with_old_exports(folder: Path) -> None:
    new_register(folder)
    (folder / "tout").mkdir()
    for name in ("agents.csv", "tout/agents.csv", "tout/bodies.csv"):
        (folder / name).write_bytes(b"ancien;fichier\n" * 400)


def _exports(folder: Path, tell: Tell) -> int:
    export = ("--db", folder / REGISTER, "export")
    return commands(
        tell, (*export, "agents", folder / "agents.csv"), (*export, "all", folder / "tout")
    )


EXPORT = Scenario(
    "export",
    _with_old_exports,
    _exports,
    lambda folder: _files_below(folder, "*.csv", "tout/*.csv"),
    lambda folder: _exports(folder, nothing),
)


# Documents ----------------------------------------------------------------------------------------


def _prints(folder: Path, tell: Tell) -> int:
    of_register = ("--db", folder / REGISTER, "print")
    on = ("--on", "2016-09-01", "--replace", "--out")
    return commands(
        tell,
        (*of_register, "--service", "ADS", *on, folder / "conventions"),
        (*of_register, "authorities", *on, folder / "autorites.pdf"),
    )


def _with_old_document(folder: Path) -> None:
    new_register(folder)
    (folder / "autorites.pdf").write_bytes(b"%PDF-1.4 ancien\n" * 500)


PRINT = Scenario(
    "print",
    _with_old_document,
    _prints,
    lambda folder: _files_below(folder, "*.pdf", "conventions/*.pdf"),
    lambda folder: _prints(folder, nothing),
    ahead=("",),
)


# Copies -------------------------------------------------------------------------------------------


def _with_former_copy(folder: Path) -> None:
    path = new_register(folder)
    with open_to_read(path) as session:
        copy_register(session, folder / "copie.mutu")
    enter_one(path, "P")


def _copies(folder: Path, tell: Tell) -> int:
    def acts() -> None:
        with open_to_read(folder / REGISTER) as session:
            for name in ("copie.mutu", "neuve.mutu"):
                copy_register(session, folder / name)
                tell()

    return in_words(acts)


def _parts_of_copies(folder: Path) -> Parts:
    there = (folder / name for name in ("copie.mutu", "neuve.mutu", REGISTER))
    return {each.name: seen(each) for each in there if each.exists()}


COPY = Scenario(
    "copy",
    _with_former_copy,
    _copies,
    _parts_of_copies,
    lambda folder: _copies(folder, nothing),
)
