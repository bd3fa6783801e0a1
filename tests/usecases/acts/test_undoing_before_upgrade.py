"""What was done before a register was upgraded stays done: its undoing ends there."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.changes import create
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.listings import ListQuery
from mutudesk.usecases import history
from mutudesk.usecases.acts import undoing
from mutudesk.usecases.last_acts import LastActs, last_acts
from mutudesk.usecases.opening import open_to_write
from mutudesk.usecases.recording import record
from tests.builders import agent, day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mutudesk.domain.history import HistoryAct
    from mutudesk.usecases.session import Session

FROZEN = Path(__file__).resolve().parents[2] / "data" / "first_schema.mutu"


@pytest.fixture
def upgraded(tmp_path: Path) -> Iterator[Session]:
    with open_to_write(Path(shutil.copy(FROZEN, tmp_path / "ancien.mutu"))) as session:
        yield session


def acts_of(session: Session) -> list[HistoryAct]:
    return list(history.acts(session, ListQuery(day("2018-03-01"))).first(100))


def test_the_upgrade_is_the_newest_act_and_nothing_before_it_is_offered(upgraded: Session) -> None:
    newest, *former = acts_of(upgraded)
    assert newest.action == "migration"
    assert len(former) == 6
    assert last_acts(upgraded) == LastActs()


def test_an_act_before_the_upgrade_is_refused_in_words(upgraded: Session) -> None:
    former = acts_of(upgraded)[1]
    with pytest.raises(RefusedError) as refused:
        undoing.undo_act(upgraded, former)
    assert [each.code for each in refused.value.findings] == ["undo_before_upgrade"]


def test_an_act_after_the_upgrade_is_undone(upgraded: Session) -> None:
    record(upgraded, [create(agent("Z-9"))], "create")
    last = last_acts(upgraded).undo
    assert last is not None
    undoing.undo_act(upgraded, last)
    assert acts_of(upgraded)[0].action == "undo"
