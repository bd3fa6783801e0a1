"""The first page of « who commands whom »: flat from 10,000 to 1,000,000 assignments."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from mutudesk.domain.listings import ListQuery
from mutudesk.usecases.browsing import authorities
from mutudesk.usecases.opening import open_to_read
from tests.benchmarks.registers import ON, PER_AGENT, make_register
from tests.benchmarks.timing import Result, compare

if TYPE_CHECKING:
    from pathlib import Path

PAGE = 50
# Both authorities as scalar subqueries, by hand: what SQLite itself needs for one page.
FLOOR = """
SELECT s.id, a.matricule, a.last_name, a.first_name, s.share, s.beneficiary_id,
  (SELECT last_name FROM mandate WHERE body_id = s.beneficiary_id AND valid_from <= :d
     AND valid_until > :d),
  (SELECT last_name FROM mandate WHERE body_id = (SELECT employer_id FROM position
     WHERE agent_id = s.agent_id AND valid_from <= :d AND valid_until > :d)
     AND valid_from <= :d AND valid_until > :d)
FROM agent a CROSS JOIN mission_share s ON s.agent_id = a.id
  AND s.valid_from <= :d AND s.valid_until > :d
ORDER BY a.name_fold, a.id LIMIT 50
"""


def run(folder: Path, *, quick: bool) -> list[Result]:
    """The page in a small and in a large register, each against plain SQLite and against each other."""
    small = make_register(folder / "small.mutu", 1_000, assigned=True)
    large = make_register(folder / "large.mutu", 10_000 if quick else 100_000, assigned=True)
    results = []
    pages = {}
    for name, path in (("10,000", small), ("100,000" if quick else "1,000,000", large)):
        with open_to_read(path) as session, closing(sqlite3.connect(path)) as base:
            source = authorities(session, ListQuery(ON))

            def floor(base: sqlite3.Connection = base) -> object:
                return base.execute(FLOOR, {"d": ON.isoformat()}).fetchall()

            def ours(session: object = session) -> object:
                return authorities(session, ListQuery(ON)).first(PAGE)  # type: ignore[arg-type]

            if len(source.first(PAGE)) != PAGE:
                message = "a page is not full: nothing would be measured"
                raise RuntimeError(message)
            results.append(
                compare(
                    f"authorities, first page, {name} assignments", floor, ours, target=40, rounds=9
                )
            )
            pages[path] = results[-1].ours
    flat = Result(
        f"... large against small ({PER_AGENT} per agent)", pages[small], pages[large], 1.5
    )
    return [*results, flat]
