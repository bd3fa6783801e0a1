"""What a page says that it reads is what it asks the register for, with a record open too."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from sqlalchemy import event
from sqlalchemy.engine import Engine

from mutudesk.domain.changes import correct, create, delete
from mutudesk.domain.records import Fact, Kind, Stored
from mutudesk.storage.mappings.columns import table_of
from mutudesk.ui.link import Link, Place
from mutudesk.ui.shell.window_pages import make_page
from mutudesk.usecases.touched import kinds_touched
from tests.builders import BEAUMONT, agent, position
from tests.demonstration import TODAY
from tests.ui.pages import page_on_demonstration

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

LINKS = {
    Place.AUTHORITIES: Link(Place.AUTHORITIES, ("A-0412",)),
    Place.BODIES: Link(Kind.BODY, (BEAUMONT,)),
    Place.SERVICES: Link(Kind.SERVICE, ("ADS",)),
    Place.MEMBERSHIPS: Link(Kind.MEMBERSHIP, ("ADS", BEAUMONT)),
    Place.AGENTS: Link(Kind.AGENT, ("A-0412",)),
    Place.CONVENTIONS: Link(Place.CONVENTIONS, ("ADS", BEAUMONT)),
    Place.HISTORY: Link(Place.HISTORY),
    Place.HELP: Link(Place.HELP),
}
_TABLES = {table_of(kind).name: kind for kind in Kind} | {"membership_mission": Kind.MEMBERSHIP}


@pytest.fixture
def asked() -> Iterator[set[Kind]]:
    """The kinds whose tables are named in what the register is asked for."""
    found: set[Kind] = set()

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        found.update(_TABLES[word] for word in re.findall(r"\w+", statement) if word in _TABLES)

    event.listen(Engine, "before_cursor_execute", note)
    yield found
    event.remove(Engine, "before_cursor_execute", note)


@pytest.mark.parametrize("place", LINKS)
def test_a_page_says_all_that_it_reads(
    qtbot: QtBot, tmp_path: Path, asked: set[Kind], place: Place
) -> None:
    with page_on_demonstration(qtbot, tmp_path, partial(make_page, place)) as page:
        asked.clear()
        page.refresh(TODAY)
        page.follow(LINKS[place])
        QCoreApplication.processEvents()
        page.refresh(TODAY)
        assert asked <= set(page.reads)
        assert place is Place.HELP or asked


def test_the_kinds_that_an_act_touches() -> None:
    former: Stored[Fact] = Stored(1, 1, agent("A-1", last_name="Petit"))
    assert kinds_touched([create(position("A-1"))]) == {Kind.POSITION}
    assert kinds_touched([delete(former), create(position("A-2"))]) == {Kind.AGENT, Kind.POSITION}
    assert kinds_touched([correct(former, agent("A-1", last_name="Petit-Jean"))]) == {Kind.AGENT}
    # Another code stands in what belongs to the agent too.
    assert kinds_touched([correct(former, agent("A-9", last_name="Petit"))]) == set(Kind)
    assert kinds_touched([]) == set()
