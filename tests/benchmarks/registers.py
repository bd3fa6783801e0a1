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
OPEN = "9999-12-31"
DAYS = [(date(1998, 1, 1) + timedelta(days=day)).isoformat() for day in range(11_000)]
ON = date(2021, 6, 15)
NAMES = ("Châtelain", "Benali", "Œuvrard", "Le Goff", "d'Aubusson", "Garnier", "Éon", "N'Guyen")
FIRST = ("Élise", "Karima", "Hugo", "Anne-Marie", "Zoé", "Paul", "Inès", "Jean")
PER_AGENT = 10  # assignments of one agent, one after the other
SERVICES = 12
MISSIONS = 5


def agents_csv(path: Path, count: int) -> Path:
    """A file of agents as a payroll program gives it."""
    rnd = random.Random(SEED)  # noqa: S311 - data, not secrets
    lines = [
        "matricule;civilite;nom;prenom;statut;categorie;cadre_emplois;grade;temps_travail;"
        "employeur_siren;debut;fin"
    ]
    for number in range(count):
        lines.append(
            f"M{number:07d};Mme;{rnd.choice(NAMES)} {number * 7919 % 1_000_003};"
            f"{rnd.choice(FIRST)};titulaire;{rnd.choice('ABC')};Attachés territoriaux;Attaché;"
            f"{rnd.choice((100, 80, 50))};{DEMONSTRATION_SIREN};"
            f"20{rnd.randrange(10, 20)}-0{rnd.randrange(1, 10)}-01;"
        )
    path.write_text("\n".join(lines), encoding="utf-8")
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
    for number in range(1, count + 1):
        yield (
            number,
            1,
            number,
            "titulaire",
            "A",
            "Attachés territoriaux",
            "Attaché",
            10_000,
            1,
            DAYS[0],
            OPEN,
        )


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
            _assign(base, agents)
        base.commit()
        base.commit()
    return path


def _insert(
    base: sqlite3.Connection, table: str, columns: str, rows: Iterator[tuple[object, ...]]
) -> None:
    names = columns.split()
    marks = ", ".join("?" * len(names))
    base.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)  # noqa: S608


def _assign(base: sqlite3.Connection, agents: int) -> None:
    rnd = random.Random(SEED)  # noqa: S311 - data, not secrets
    bodies = [row[0] for row in base.execute("SELECT id FROM public_body ORDER BY id")]
    _insert(
        base,
        "shared_service",
        "id row_version code name name_fold ground",
        (
            (n, 1, f"S{n}", f"Service {n}", f"service {n}", "L5211-4-2")
            for n in range(1, SERVICES + 1)
        ),
    )
    _insert(
        base,
        "managing_period",
        "id row_version service_id body_id valid_from valid_until",
        ((n, 1, n, 1, DAYS[0], OPEN) for n in range(1, SERVICES + 1)),
    )
    _insert(
        base,
        "mission",
        "id row_version service_id code label",
        (
            ((s - 1) * MISSIONS + m, 1, s, f"M{m}", f"Mission {m}")
            for s in range(1, SERVICES + 1)
            for m in range(1, MISSIONS + 1)
        ),
    )
    mandates = []
    for body in bodies:
        cuts = [0, *sorted(rnd.sample(range(500, 10_000), 3))]
        for turn, cut in enumerate(cuts):
            end = DAYS[cuts[turn + 1]] if turn < len(cuts) - 1 else OPEN
            mandates.append(
                (
                    len(mandates) + 1,
                    1,
                    body,
                    "Maire",
                    "Mme",
                    f"Élu {turn}",
                    "Claude",
                    0,
                    DAYS[cut],
                    end,
                )
            )
    _insert(
        base,
        "mandate",
        "id row_version body_id quality civility last_name first_name acting valid_from valid_until",
        iter(mandates),
    )
    assignments, shares = [], []
    for agent in range(1, agents + 1):
        day = rnd.randrange(0, 900)
        for turn in range(PER_AGENT):
            end = day + rnd.randrange(200, 1000)
            until = OPEN if turn == PER_AGENT - 1 and rnd.random() < 0.8 else DAYS[end]  # noqa: PLR2004
            service = rnd.randrange(1, SERVICES + 1)
            mission = (service - 1) * MISSIONS + rnd.randrange(1, MISSIONS + 1)
            number = len(assignments) + 1
            assignments.append(
                (number, 1, agent, service, "recrutement", 10_000, None, "", DAYS[day], until)
            )
            shares.append(
                (number, 1, agent, mission, rnd.choice(bodies), 10_000, None, DAYS[day], until)
            )
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
