"""Large registers made from a fixed seed: real structure, invented persons."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from typing import TYPE_CHECKING

from mutudesk.domain.codes import fold
from mutudesk.usecases.creation import DEMONSTRATION_SIREN, create_register

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SEED = 20160229
HEADER = (
    "matricule;civilite;nom;prenom;statut;categorie;cadre_emplois;grade;temps_travail;"
    "employeur_siren;debut;fin"
)
OPEN = "9999-12-31"
DAYS = [(date(1998, 1, 1) + timedelta(days=day)).isoformat() for day in range(11_000)]
ON = date(2021, 6, 15)
NAMES = ("Châtelain", "Benali", "Œuvrard", "Le Goff", "d'Aubusson", "Garnier", "Éon", "N'Guyen")
FIRST = ("Élise", "Karima", "Hugo", "Anne-Marie", "Zoé", "Paul", "Inès", "Jean")
PER_AGENT = 10  # assignments of one agent, one after the other
SERVICES = 12
MISSIONS = 5
STAYING = 0.8  # of the agents are still in their last assignment


# How the program opens a register to write; `tests/storage` shows that it does.
SAFE = (
    "journal_mode=DELETE",
    "synchronous=EXTRA",
    "foreign_keys=ON",
    "fullfsync=ON",
    "secure_delete=ON",
    "recursive_triggers=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "temp_store=MEMORY",
    "cache_size=-32000",
)


def connect_safely(path: Path) -> sqlite3.Connection:
    """A bare connection with the settings of the program, without its implicit transactions."""
    base = sqlite3.connect(path, isolation_level=None)
    for setting in SAFE:
        base.execute(f"PRAGMA {setting}")
    return base


def agents_csv(path: Path, count: int) -> Path:
    """A file of agents as a payroll program gives it."""
    rnd = random.Random(SEED)  # noqa: S311 - data, not secrets
    lines = (
        f"M{number:07d};Mme;{rnd.choice(NAMES)} {number * 7919 % 1_000_003};"
        f"{rnd.choice(FIRST)};titulaire;{rnd.choice('ABC')};Attachés territoriaux;Attaché;"
        f"{rnd.choice((100, 80, 50))};{DEMONSTRATION_SIREN};"
        f"20{rnd.randrange(10, 20)}-0{rnd.randrange(1, 10)}-01;"
        for number in range(count)
    )
    path.write_text("\n".join((HEADER, *lines)), encoding="utf-8")
    return path


def agent_rows(count: int) -> Iterator[tuple[object, ...]]:
    """Rows of the table of agents."""
    rnd = random.Random(SEED)  # noqa: S311 - data, not secrets
    for number in range(1, count + 1):
        last = f"{rnd.choice(NAMES)} {number * 7919 % 1_000_003}"
        first = rnd.choice(FIRST)
        yield number, 1, f"M{number:07d}", "Mme", last, first, fold(f"{last} {first}")


def position_rows(count: int) -> Iterator[tuple[object, ...]]:
    """One open position for each agent, all employed by the agglomeration (body 1)."""
    career = ("titulaire", "A", "Attachés territoriaux", "Attaché", 10_000)
    for number in range(1, count + 1):
        yield number, 1, number, *career, 1, DAYS[0], OPEN


def make_register(path: Path, agents: int, *, assigned: bool) -> Path:
    """A register of Clermont with many agents; `assigned` gives each ten assignments in turn.

    Each assignment has one mission share, so there are as many shares as assignments.
    """
    create_register(path, DEMONSTRATION_SIREN)
    with closing(sqlite3.connect(path)) as base:
        base.execute("PRAGMA synchronous=OFF")
        base.execute("PRAGMA cache_size=-200000")
        _insert(
            base,
            "agent",
            "id row_version matricule civility last_name first_name name_fold",
            agent_rows(agents),
        )
        _insert(
            base,
            "position",
            "id row_version agent_id status category cadre_emplois grade working_time employer_id"
            " valid_from valid_until",
            position_rows(agents),
        )
        if assigned:
            _insert_services(base)
            _insert_mandates(base)
            _insert_assignments(base, agents)
        base.commit()
    return path


def _insert(
    base: sqlite3.Connection, table: str, columns: str, rows: Iterator[tuple[object, ...]]
) -> None:
    names = columns.split()
    marks = ", ".join("?" * len(names))
    base.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)  # noqa: S608


def _bodies(base: sqlite3.Connection) -> list[int]:
    return [row[0] for row in base.execute("SELECT id FROM public_body ORDER BY id")]


def _insert_services(base: sqlite3.Connection) -> None:
    numbers = range(1, SERVICES + 1)
    _insert(
        base,
        "shared_service",
        "id row_version code name name_fold ground",
        ((n, 1, f"S{n}", f"Service {n}", f"service {n}", "L5211-4-2") for n in numbers),
    )
    _insert(
        base,
        "managing_period",
        "id row_version service_id body_id valid_from valid_until",
        ((n, 1, n, 1, DAYS[0], OPEN) for n in numbers),
    )
    _insert(
        base,
        "mission",
        "id row_version service_id code label",
        (
            (mission_id(service, number), 1, service, f"M{number}", f"Mission {number}")
            for service in numbers
            for number in range(1, MISSIONS + 1)
        ),
    )


def mission_id(service: int, number: int) -> int:
    """The id of a mission by the ids of its service and its number there."""
    return (service - 1) * MISSIONS + number


def _insert_mandates(base: sqlite3.Connection) -> None:
    """Four heads of each body, one after the other."""
    rnd = random.Random(SEED)  # noqa: S311 - data, not secrets
    mandates: list[tuple[object, ...]] = []
    for body in _bodies(base):
        cuts = [0, *sorted(rnd.sample(range(500, 10_000), 3))]
        ends = [*(DAYS[cut] for cut in cuts[1:]), OPEN]
        for turn, (cut, end) in enumerate(zip(cuts, ends, strict=True)):
            number = len(mandates) + 1
            elected = ("Maire", "Mme", f"Élu {turn}", "Claude", 0)
            mandates.append((number, 1, body, *elected, DAYS[cut], end))
    _insert(
        base,
        "mandate",
        "id row_version body_id quality civility last_name first_name acting valid_from"
        " valid_until",
        iter(mandates),
    )


def _insert_assignments(base: sqlite3.Connection, agents: int) -> None:
    rnd = random.Random(SEED)  # noqa: S311 - data, not secrets
    bodies = _bodies(base)
    assignments: list[tuple[object, ...]] = []
    shares: list[tuple[object, ...]] = []
    for agent in range(1, agents + 1):
        day = rnd.randrange(0, 900)
        for turn in range(1, PER_AGENT + 1):
            end = day + rnd.randrange(200, 1000)
            stays = turn == PER_AGENT and rnd.random() < STAYING
            days = (DAYS[day], OPEN if stays else DAYS[end])
            service = rnd.randrange(1, SERVICES + 1)
            mission = mission_id(service, rnd.randrange(1, MISSIONS + 1))
            number = len(assignments) + 1
            ground = ("recrutement", 10_000, None, "")
            assignments.append((number, 1, agent, service, *ground, *days))
            shares.append((number, 1, agent, mission, rnd.choice(bodies), 10_000, None, *days))
            day = end
    _insert(
        base,
        "assignment",
        "id row_version agent_id service_id ground share hierarchical_body_id hierarchical_reason"
        " valid_from valid_until",
        iter(assignments),
    )
    _insert(
        base,
        "mission_share",
        "id row_version agent_id mission_id beneficiary_id share operational_body_id valid_from"
        " valid_until",
        iter(shares),
    )
