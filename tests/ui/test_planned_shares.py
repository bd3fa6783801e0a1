"""Planned mission shares in the form and in the reading of an assignment."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QTabBar, QWidget

from mutudesk.domain.assignments import MissionShare
from mutudesk.ui.pages.assignments.shares.total import Distributed, total_words
from mutudesk.ui.shell.window_pages import agents_page
from mutudesk.ui.widgets.chip import Chip
from mutudesk.ui.widgets.type_ahead import RelationField
from mutudesk.usecases.opening import open_to_write
from mutudesk.usecases.queries import agent_record
from tests.builders import BEAUMONT, make_register, membership, world_with
from tests.plain_text import plain
from tests.ui.finding import enter, find, press, words_of
from tests.ui.pages import page_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mutudesk.ui.pages.agents.page import AgentsPage

ON = date(2017, 1, 1)
FACTS = world_with(membership(), membership(BEAUMONT, decided_on=None))


@pytest.mark.parametrize(
    ("in_force", "planned", "wanted", "words", "kind"),
    [
        (10_000, 0, 10_000, "100 % of 100 % distributed", "soft"),
        (6_000, 4_000, 10_000, "60 % of 100 % distributed. Planned part: 40 %", "soft"),
        (
            6_000,
            3_000,
            10_000,
            "60 % of 100 % distributed, 10 % left. Planned part: 30 %",
            "caution",
        ),
        # All of it and more planned is not too much: it counts only once the vote is there.
        (10_000, 4_000, 10_000, "100 % of 100 % distributed. Planned part: 40 %", "soft"),
        (11_000, 4_000, 10_000, "110 % of 100 % distributed, 10 % too much", "error"),
    ],
)
def test_what_is_distributed_in_words(
    in_force: int, planned: int, wanted: int, words: str, kind: str
) -> None:
    said, of_kind = total_words(Distributed(in_force, planned), wanted)
    assert (plain(said), of_kind) == (words, kind)


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[AgentsPage]:
    with (
        open_to_write(make_register(tmp_path, FACTS)) as session,
        page_on(qtbot, session, agents_page, ON) as made,
    ):
        made.open_record("A-1")
        find(made, QTabBar, "agent_tabs").setCurrentIndex(1)
        yield made


def test_a_share_is_planned_in_the_form_and_marked_where_it_is_read(page: AgentsPage) -> None:
    assert not page.findChildren(Chip, "assignments_share_1_planned")
    press(page, "assignments_correct")
    press(page, "shares_add")
    for name, value in (("mission", "DP"), ("beneficiary", BEAUMONT)):
        field = find(page, RelationField, f"shares_1_{name}")
        field.write(value)
        field.edited.emit()
    enter(page, "shares_1_share", "40")
    note = find(page, QLabel, "shares_1_beneficiary_note")
    assert note.isVisibleTo(page)
    assert (note.text(), note.property("kind")) == (
        "Planned: counts once the vote of this body is recorded.",
        "hint",
    )
    assert not find(page, QLabel, "shares_0_beneficiary_note").isVisibleTo(page)
    assert find(page, QLabel, "shares_sum").property("kind") == "soft"
    assert words_of(page, "shares_sum").endswith("40\u202f%")
    assert words_of(page, "assignments_operational_1_scope") == "Mission DP, planned"
    press(page, "assignments_save")
    shares = [each.fact for each in agent_record(page.session, "A-1").of(MissionShare)]
    assert {(each.beneficiary_siren, each.share) for each in shares} >= {(BEAUMONT, 4_000)}
    place = next(n for n in range(2) if words_of(page, f"assignments_share_{n}_1") == "Beaumont")
    assert find(page, Chip, f"assignments_share_{place}_planned").text == "planned"
    assert not page.findChildren(Chip, f"assignments_share_{1 - place}_planned")
    assert not page.findChildren(QWidget, "assignments_operational_shown_1")
