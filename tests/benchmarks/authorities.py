# ruff: noqa: S608 - every part of the statements is ours
"""Who commands whom: the first page flat from 10,000 to 1,000,000 assignments, and every line."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from mutudesk.domain.listings import ListQuery
from mutudesk.usecases.opening import open_to_read
from mutudesk.usecases.queries import authorities, authority_lines
from tests.benchmarks.registers import ON, PER_AGENT, make_register
from tests.benchmarks.timing import Effort, Result, compare

if TYPE_CHECKING:
    from mutudesk.usecases.session import Session

PAGE = 50
# Both authorities as scalar subqueries, by hand: what SQLite itself needs.
_HEAD = (
    "(SELECT last_name FROM mandate WHERE body_id = {body}"
    " AND valid_from <= :d AND valid_until > :d)"
)
_EMPLOYER = (
    "(SELECT employer_id FROM position WHERE agent_id = s.agent_id"
    " AND valid_from <= :d AND valid_until > :d)"
)
_COLUMNS = (
    "SELECT s.id, a.matricule, a.last_name, a.first_name, s.share, s.beneficiary_id, "
    f"{_HEAD.format(body='s.beneficiary_id')}, {_HEAD.format(body=_EMPLOYER)} "
)
_IN_FORCE = "s.valid_from <= :d AND s.valid_until > :d"
FIRST_PAGE = (
    f"{_COLUMNS} FROM agent a CROSS JOIN mission_share s ON s.agent_id = a.id AND {_IN_FORCE}"
    f" ORDER BY a.name_fold, a.id LIMIT {PAGE}"
)
ALL = f"{_COLUMNS} FROM mission_share s JOIN agent a ON a.id = s.agent_id WHERE {_IN_FORCE}"
IDS = (
    "SELECT s.id FROM agent a CROSS JOIN mission_share s ON s.agent_id = a.id"
    f" AND {_IN_FORCE} ORDER BY a.name_fold, a.id"
)


def run(effort: Effort) -> list[Result]:
    """Each in a small and in a large register, against plain SQLite and against each other."""
    agents = 10_000 if effort.quick else 100_000
    small = make_register(effort.folder / "small.mutu", 1_000, assigned=True)
    large = make_register(effort.folder / "large.mutu", agents, assigned=True)
    results = []
    for path, count in ((small, 1_000), (large, agents)):
        with open_to_read(path) as session, closing(sqlite3.connect(path)) as base:
            results += _of_one(session, base, f"{count * PER_AGENT:,} assignments", effort)
    with open_to_read(small) as one, open_to_read(large) as other:
        results.append(_flatness(one, other, effort))
    return results


def _of_one(session: Session, base: sqlite3.Connection, size: str, effort: Effort) -> list[Result]:
    query, day = ListQuery(ON), {"d": ON.isoformat()}
    if len(authorities(session, query).first(PAGE)) != PAGE:
        raise RuntimeError("a page is not full: nothing would be measured")
    return [
        compare(
            f"authorities, first page, {size}",
            lambda: base.execute(FIRST_PAGE, day).fetchall(),
            lambda: authorities(session, query).first(PAGE),
            target=10,
            rounds=effort.rounds(9),
        ),
        compare(
            f"authorities, ids of all in force, {size}",
            lambda: base.execute(IDS, day).fetchall(),
            lambda: authorities(session, query).ids(),
            target=2,
            rounds=effort.rounds(5),
        ),
        compare(
            f"authorities, all in force with both names, {size}",
            lambda: base.execute(ALL, day).fetchall(),
            lambda: authority_lines(session, query),
            target=2,
            rounds=effort.rounds(5),
        ),
    ]


def _flatness(small: Session, large: Session, effort: Effort) -> Result:
    """The first page in the large register against the small one."""

    def page(session: Session) -> object:
        return authorities(session, ListQuery(ON)).first(PAGE)

    return compare(
        "authorities, first page, large against small",
        lambda: page(small),
        lambda: page(large),
        target=1.5,
        rounds=effort.rounds(15),
    )
