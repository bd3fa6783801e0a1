"""How many statements one act of a user takes, and that none of them is made anew.

Times depend on the machine; these do not.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, event

from mutudesk.domain.agents import Agent
from mutudesk.domain.changes import correct
from mutudesk.domain.listings import ListQuery
from mutudesk.usecases.queries import agent_record, agents, authorities
from mutudesk.usecases.recording import record
from tests.builders import reading, writing
from tests.demonstration import TODAY, demonstration

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mutudesk.usecases.session import Session

MATRICULE = "A-0377"
OF_ONE_SAVE = 22  # without BEGIN, COMMIT and the PRAGMA that defers foreign keys


@contextmanager
def asked() -> Iterator[list[tuple[str, bool]]]:
    """The statements that SQLAlchemy compiled, each with whether it had to do so only now."""
    found: list[tuple[str, bool]] = []

    def note(*given: Any) -> None:  # noqa: ANN401 - an event of SQLAlchemy
        _connection, _cursor, statement, _parameters, context, _many = given
        if context.compiled is not None:
            found.append((statement, context.cache_hit.name != "CACHE_HIT"))

    event.listen(Engine, "after_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(Engine, "after_cursor_execute", note)


def save(session: Session, last_name: str) -> None:
    """Correct an agent's name, as a form does."""
    (stored,) = agent_record(session, MATRICULE).of(Agent)
    record(session, [correct(stored, replace(stored.fact, last_name=last_name))], "correct")


def test_a_save_asks_little_and_makes_no_statement_anew(tmp_path: Path) -> None:
    with writing(demonstration(tmp_path)) as session:
        save(session, "Garnier")
        (stored,) = agent_record(session, MATRICULE).of(Agent)
        with asked() as statements:
            record(session, [correct(stored, replace(stored.fact, last_name="Benali"))], "correct")
    assert 10 < len(statements) <= OF_ONE_SAVE
    assert [text for text, made in statements if made] == []


def test_a_list_asked_for_again_makes_no_statement_anew(tmp_path: Path) -> None:
    with reading(demonstration(tmp_path)) as session:
        for listed in (agents, authorities):
            for _ in range(2):  # once run, a statement with a query in it has another cache key
                listed(session, ListQuery(TODAY, filters={"service": "ADS"})).first(50)
            with asked() as statements:
                rows = listed(session, ListQuery(TODAY, filters={"service": "ADS"})).first(50)
            assert rows
            assert statements
            assert [text for text, made in statements if made] == []


def test_queries_that_differ_in_a_filter_alone_are_two_queries(tmp_path: Path) -> None:
    some = ListQuery(TODAY, filters={"service": "ADS"})
    other = ListQuery(TODAY, filters={"service": "nowhere"})
    assert hash(some) == hash(ListQuery(TODAY, filters={"service": "ADS"}))
    assert some != other
    with reading(demonstration(tmp_path)) as session:
        assert authorities(session, some).count() > 0
        assert authorities(session, other).count() == 0
        assert len(authorities(session, some).ids()) == authorities(session, some).count()
        assert len(authorities(session, other).ids()) == 0
