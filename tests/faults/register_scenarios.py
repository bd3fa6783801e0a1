"""Acts that write in a register: saving, importing, creating one, bringing one up to date."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from mutudesk.domain.agents import Agent, Position
from mutudesk.domain.changes import correct, create, delete
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.period import Period
from mutudesk.usecases.opening import close_register, open_register, open_to_write
from mutudesk.usecases.recording import record
from tests.builders import (
    EPCI,
    agent,
    all_stored,
    assignment,
    day,
    make_register,
    one_stored,
    position,
    world,
)
from tests.faults.judging import Seen, registers_below, seen
from tests.faults.scenarios import Parts, Scenario, Tell, commands, in_words, nothing
from tests.faults.shim import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mutudesk.domain.records import Fact
    from mutudesk.usecases.session import Session

REGISTER = "r.mutu"
# The second folder of backups, and what a backup in each of them is called.
SECOND_FOLDER = "cle"
BACKUP, SECOND = "backup", "second"
FORMER = ROOT / "tests" / "data" / "first_schema.mutu"
_AGENTS = 120  # of a file: some ten pages
_HEADER = (
    "matricule;civilite;nom;prenom;statut;categorie;cadre_emplois;grade;temps_travail;"
    "employeur_siren;debut;fin"
)


def new_register(folder: Path) -> Path:
    """Put a small register into a folder."""
    return make_register(folder, world(), REGISTER)


def parts_of_register(folder: Path) -> Parts:
    """What the register of a folder holds, and its backups by their numbers."""
    there = dict(parts_of_backups(folder))
    if (folder / REGISTER).exists():
        there[REGISTER] = seen(folder / REGISTER)
    return there


def parts_of_backups(folder: Path) -> Parts:
    """What the backups below a folder hold, and those in a second one.

    They are named by the lines of their journals: what is the second one depends on the first.
    """
    there: dict[str, Seen] = {}
    for root, name in ((folder / "data", BACKUP), (folder / SECOND_FOLDER, SECOND)):
        for each in map(seen, registers_below(root)):
            there[f"{name} of {each.lines} lines"] = each
    return there


def enter(session: Session, matricule: str) -> None:
    """Record one agent."""
    record(session, [create(agent(matricule)), create(position(matricule))], "create")


def enter_one(path: Path, matricule: str) -> int:
    """Open a register, record one agent, close it with a backup."""

    def act() -> None:
        with open_to_write(path) as session:
            enter(session, matricule)
            close_register(session)

    return in_words(act)


# A session of acts --------------------------------------------------------------------------------


def _session(folder: Path, tell: Tell) -> int:
    def acts() -> None:
        with open_register(folder / REGISTER).session as session:
            for each in steps(session, "P"):
                each()
                tell()

    return in_words(acts)


def steps(session: Session, matricule: str) -> list[Callable[[], None]]:
    """Enter, correct, amend, place and delete an agent: five acts."""

    def enters() -> None:
        enter(session, matricule)

    def corrects() -> None:
        stored = one_stored(session, Agent, matricule=matricule)
        record(session, [correct(stored, agent(matricule, last_name="Dupont"))], "correct")

    def amends() -> None:
        stored = one_stored(session, Position, matricule=matricule)
        first, second = (
            Period(stored.fact.period.valid_from, day("2020-01-01")),
            Period(day("2020-01-01")),
        )
        later = replace(stored.fact, category="A", period=second)
        changes = [correct(stored, replace(stored.fact, period=first)), create(later)]
        record(session, changes, "amend")

    def places() -> None:
        record(session, [create(assignment(matricule))], "create")

    def deletes() -> None:
        own = [each for each in all_stored(session) if _is_of(each.fact, matricule)]
        record(session, [delete(each) for each in own], "delete")

    return [enters, corrects, amends, places, deletes]


def _is_of(fact: Fact, matricule: str) -> bool:
    return getattr(fact, "matricule", None) == matricule


SAVE = Scenario(
    "save",
    new_register,
    _session,
    parts_of_register,
    lambda folder: enter_one(folder / REGISTER, "Q"),
)


# Files taken in -----------------------------------------------------------------------------------


def agents_csv(path: Path, prefix: str, count: int = _AGENTS) -> Path:
    """A file of agents who work in the service of the register."""
    lines = (
        f"{prefix}-{number:05d};Mme;Durand{prefix} {number};Zoé;titulaire;B;Rédacteurs;Rédacteur;"
        f"100;{EPCI};2016-01-01;"
        for number in range(count)
    )
    path.write_text("\n".join((_HEADER, *lines)), encoding="utf-8")
    return path


def files_of_all(folder: Path, prefix: str, count: int = _AGENTS) -> Path:
    """A folder of agents and their assignments."""
    folder.mkdir()
    agents_csv(folder / "agents.csv", prefix, count)
    head = "matricule;service;fondement;quotite;hierarchique_siren;debut;fin"
    lines = (f"{prefix}-{number:05d};ADS;recrutement;100;;2016-01-01;" for number in range(count))
    (folder / "assignments.csv").write_text("\n".join((head, *lines)), encoding="utf-8")
    return folder


def _with_files(folder: Path) -> None:
    new_register(folder)
    agents_csv(folder / "un.csv", "U")
    files_of_all(folder / "tout", "T")
    agents_csv(folder / "encore.csv", "E", 3)


def _import(folder: Path, *words: str) -> tuple[object, ...]:
    *kind, name = words
    return ("--db", folder / REGISTER, "import", *kind, folder / name)


IMPORT = Scenario(
    "import",
    _with_files,
    lambda folder, tell: commands(
        tell, _import(folder, "agents", "un.csv"), _import(folder, "all", "tout")
    ),
    parts_of_register,
    lambda folder: commands(nothing, _import(folder, "agents", "encore.csv")),
    ahead=(BACKUP,),
)


# A new one ----------------------------------------------------------------------------------------


def _init(folder: Path, tell: Tell) -> int:
    return commands(tell, ("--db", folder / REGISTER, "init", "--epci", EPCI))


def _again(folder: Path) -> int:
    if (folder / REGISTER).exists():
        return enter_one(folder / REGISTER, "Q")
    return _init(folder, nothing)


INIT = Scenario("init", lambda _folder: None, _init, parts_of_register, _again, (BACKUP,))


# One of a former schema ---------------------------------------------------------------------------


def _former(folder: Path) -> None:
    shutil.copyfile(FORMER, folder / REGISTER)


def _upgrade(folder: Path, tell: Tell) -> int:
    def acts() -> None:
        opened = open_register(folder / REGISTER, upgrade=True)
        with opened.session as session:
            if opened.read_only_because is not None:
                raise RefusedError(opened.read_only_because)
            tell()
            enter(session, "P")
            tell()

    return in_words(acts)


MIGRATION = Scenario(
    "migration",
    _former,
    _upgrade,
    parts_of_register,
    lambda folder: enter_one(folder / REGISTER, "Q"),
    ahead=(BACKUP,),
)
