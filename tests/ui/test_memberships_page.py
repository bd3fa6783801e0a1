"""The page of memberships, through real keys, on the demonstration."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget

from mutudesk.domain.assignments import MissionShare
from mutudesk.domain.listings import ListQuery
from mutudesk.domain.records import Kind
from mutudesk.domain.services import Level, Membership, MembershipState
from mutudesk.language.messages import choice_label
from mutudesk.ui.link import Link, LinkAct
from mutudesk.ui.pages.memberships.page import LIST, MembershipsPage
from mutudesk.ui.records.dated_list import DatedList
from mutudesk.ui.widgets.chip import Chip
from mutudesk.ui.widgets.choice_field import ChoiceField
from mutudesk.ui.widgets.record_table import RecordTable
from mutudesk.ui.words.common import window_language
from mutudesk.usecases.conventions import joining_bodies
from mutudesk.usecases.matrix import read_matrix
from mutudesk.usecases.queries import agent_record, memberships, service_record
from tests.builders import AUBIERE, BEAUMONT, CLERMONT
from tests.demonstration import CHAMALIERES, ORCINES
from tests.ui.finding import enter, find, press, words_of
from tests.ui.pages import page_on_demonstration

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

ALL = 28


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[MembershipsPage]:
    with page_on_demonstration(qtbot, tmp_path, MembershipsPage) as made:
        made.show_as(LIST)
        made.take_focus()
        yield made


def _of(page: MembershipsPage, service: str, siren: str) -> list[Membership]:
    stored = service_record(page.session, service).of(Membership)
    found = [each.fact for each in stored if each.fact.siren == siren]
    return sorted(found, key=lambda each: each.period.start)


def _count(page: MembershipsPage) -> int:
    return find(page, RecordTable, "memberships_table").paged_model.count


def test_filters_narrow_the_list(page: MembershipsPage, qtbot: QtBot) -> None:
    assert _count(page) == ALL
    services = find(page, ChoiceField, "memberships_filter_service")
    services.write("INFO")
    services.edited.emit()
    qtbot.waitUntil(lambda: _count(page) == 5)
    levels = find(page, ChoiceField, "memberships_filter_level")
    levels.write(Level.INTEGRATED)
    levels.edited.emit()
    qtbot.waitUntil(lambda: _count(page) == 1)
    page.listed.clear_filters()
    enter(page, "memberships_filter_siren", "Beaumont")
    qtbot.waitUntil(lambda: _count(page) == 2)


def test_projects_are_never_in_force(page: MembershipsPage, qtbot: QtBot) -> None:
    projects = find(page, QCheckBox, "memberships_filter_project")
    in_force = find(page, QCheckBox, "memberships_filter_in_force")
    QTest.keyClick(projects, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: _count(page) == 1)
    QTest.keyClick(projects, Qt.Key.Key_Space)
    QTest.keyClick(in_force, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: _count(page) == ALL - 1)


def test_enter_opens_and_escape_returns_to_the_same_row(page: MembershipsPage) -> None:
    table = find(page, RecordTable, "memberships_table")
    table.selectRow(4)
    row = table.current_row
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert words_of(page, "memberships_title") == row.body
    QTest.keyClick(find(page, DatedList, "membership_records"), Qt.Key.Key_Escape)
    assert page.in_list
    assert table.current_row.id == row.id


def _start_new(page: MembershipsPage) -> None:
    press(page, "memberships_add")
    enter(page, "new_membership_siren", "chamalieres")
    enter(page, "new_membership_service", "Informatique et telephonie (exemple)")


def test_a_new_membership_is_for_all_missions_unless_some_are_unticked(
    page: MembershipsPage,
) -> None:
    _start_new(page)
    box = find(page, QCheckBox, "new_membership_missions_RESEAU")
    assert box.isChecked()
    QTest.keyClick(box, Qt.Key.Key_Space)
    enter(page, "new_membership_decided_on", "10/12/2026")
    enter(page, "new_membership_valid_from", "01/01/2027")
    enter(page, "new_membership_duration", "six ans")
    press(page, "new_membership_save")
    (made,) = _of(page, "INFO", CHAMALIERES)
    assert made.missions == {"APPLIS", "POSTES"}
    assert made.decided_on == date(2026, 12, 10)
    assert made.duration == "six ans"
    assert words_of(page, "memberships_title") == "Chamalières"


def test_without_a_deliberation_it_is_a_project_and_said_so(page: MembershipsPage) -> None:
    _start_new(page)
    press(page, "new_membership_save")
    (made,) = _of(page, "INFO", CHAMALIERES)
    assert not made.is_decided
    assert "Chamalières" in words_of(page, "membership_band_text")


def test_joining_twice_is_refused_and_repaired_by_closing_the_former(
    page: MembershipsPage,
) -> None:
    press(page, "memberships_add")
    enter(page, "new_membership_siren", "Chamalieres")
    enter(page, "new_membership_service", "ADS")
    enter(page, "new_membership_service", "Autorisations du droit des sols")
    enter(page, "new_membership_decided_on", "10/12/2026")
    enter(page, "new_membership_valid_from", "01/01/2027")
    press(page, "new_membership_save")
    assert "01/01/2027" in words_of(page, "new_membership_valid_from_error_text")
    assert len(_of(page, "ADS", CHAMALIERES)) == 1
    press(page, "new_membership_valid_from_repair")
    former, latter = _of(page, "ADS", CHAMALIERES)
    assert former.period.last_day == date(2026, 12, 31)
    assert latter.period.valid_from == date(2027, 1, 1)


def test_a_membership_before_the_service_is_refused_at_its_field(page: MembershipsPage) -> None:
    _start_new(page)
    enter(page, "new_membership_valid_from", "01/01/2010")
    press(page, "new_membership_save")
    assert words_of(page, "new_membership_valid_from_error_text")


def test_a_change_of_level_closes_and_opens_the_next(page: MembershipsPage) -> None:
    page.follow(Link(Kind.MEMBERSHIP, ("ADS", CHAMALIERES)))
    press(page, "membership_amend")
    level = find(page, ChoiceField, "membership_level")
    level.write(Level.INTEGRATED)
    level.edited.emit()
    enter(page, "membership_valid_from", "01/01/2027")
    enter(page, "membership_decided_on", "01/12/2026")
    press(page, "membership_save")
    former, latter = _of(page, "ADS", CHAMALIERES)
    assert (former.level, latter.level) == (Level.USER, Level.INTEGRATED)
    assert former.period.last_day == date(2026, 12, 31)
    assert latter.missions == former.missions
    assert find(page, DatedList, "membership_records").count() == 2


def test_what_depends_on_a_closing_is_said_before_and_can_be_closed_too(
    page: MembershipsPage, qtbot: QtBot
) -> None:
    page.follow(Link(Kind.MEMBERSHIP, ("INFO", BEAUMONT)))
    press(page, "membership_close")
    enter(page, "membership_valid_until", "31/12/2026")
    band = find(page, QLabel, "membership_entry_band_text")
    qtbot.waitUntil(lambda: "2" in band.text())
    press(page, "membership_save")
    assert _of(page, "INFO", BEAUMONT)[0].period.valid_until is None
    assert find(page, QWidget, "membership_summary").isVisibleTo(page)
    press(page, "membership_entry_band_close_too")
    press(page, "membership_save")
    (closed,) = _of(page, "INFO", BEAUMONT)
    assert closed.period.last_day == date(2026, 12, 31)
    shares = [
        each.fact
        for each in agent_record(page.session, "C-1415").of(MissionShare)
        if each.fact.beneficiary_siren == BEAUMONT
    ]
    assert [each.period.last_day for each in shares] == [date(2026, 12, 31)]


def test_another_page_may_wish_for_a_new_membership(page: MembershipsPage) -> None:
    page.follow(Link(Kind.MEMBERSHIP, ("", BEAUMONT), LinkAct.NEW))
    assert page.in_form
    field = find(page, QWidget, "new_membership_siren")
    assert field.property("text") == "Beaumont"
    page.follow(Link(Kind.MEMBERSHIP, ("SIG", ""), LinkAct.NEW))
    assert find(page, QCheckBox, "new_membership_missions_CARTES").isChecked()


@pytest.mark.parametrize(
    ("key", "on", "state", "words"),
    [
        # Chamalières votes on 24 November 2016 for 1 January 2017.
        (f"ADS {CHAMALIERES}", date(2016, 11, 23), MembershipState.PROJECT, ""),
        (f"ADS {CHAMALIERES}", date(2016, 11, 24), MembershipState.DECIDED, "01/01/2017"),
        (f"ADS {CHAMALIERES}", date(2016, 12, 31), MembershipState.DECIDED, "01/01/2017"),
        (f"ADS {CHAMALIERES}", date(2017, 1, 1), MembershipState.IN_FORCE, ""),
        (f"INFO {CLERMONT}", date(2016, 9, 1), MembershipState.INTEGRATED, ""),
        (f"INFO {AUBIERE}", date(2016, 9, 1), MembershipState.IN_PART, ""),
        (f"SIG {ORCINES}", date(2027, 6, 1), MembershipState.PROJECT, ""),
    ],
)
def test_chip_list_matrix_and_convention_agree_on_a_date(
    page: MembershipsPage, key: str, on: date, state: MembershipState, words: str
) -> None:
    service, siren = key.split(" ")
    page.refresh(on)
    query = ListQuery(on, filters={"service": service, "siren": siren})
    (row,) = memberships(page.session, query).first(9)
    assert row.state is state
    assert read_matrix(page.session, on).cell(siren, service).state is row.state
    (body,) = [each for each in joining_bodies(page.session, service, on) if each.siren == siren]
    assert body.state is row.state
    page.open_record(key)
    (chip,) = page.findChildren(Chip)
    assert words in chip.text
    if not words:
        assert chip.text == choice_label(row.state, window_language())


def test_nothing_is_lost_on_an_unknown_key(page: MembershipsPage) -> None:
    page.follow(Link(Kind.MEMBERSHIP, ("ADS", ORCINES)))
    assert page.in_list
    page.open_record("999999")
    assert page.in_list
    assert find(page, QPushButton, "memberships_add").isVisibleTo(page)
