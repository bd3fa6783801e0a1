"""The page of agents and their situations, through real keys, on the demonstration."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QTabBar, QWidget

from mutudesk.domain.agents import Agent, AgentStatus, Position
from mutudesk.domain.assignments import Assignment, MissionShare
from mutudesk.domain.changes import correct
from mutudesk.ui.records.dated_list import DatedList
from mutudesk.ui.shell.window_pages import agents_page
from mutudesk.ui.widgets.choice_field import ChoiceField
from mutudesk.ui.widgets.record_table import RecordTable
from mutudesk.ui.widgets.search_field import SearchField
from mutudesk.ui.widgets.type_ahead import RelationField
from mutudesk.usecases.creation import create_register
from mutudesk.usecases.opening import open_to_write
from mutudesk.usecases.queries import agent_record
from mutudesk.usecases.recording import record
from tests.builders import (
    CLERMONT,
    EPCI,
    assignment,
    during,
    make_register,
    mission_share,
    position,
    since,
    world_with,
)
from tests.plain_text import plain
from tests.ui.finding import enter, find, press, pressing, words_of
from tests.ui.pages import page_on, page_on_demonstration

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mutudesk.ui.pages.agents.page import AgentsPage
    from tests.conftest import Dialogs

ON = date(2016, 9, 1)


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[AgentsPage]:
    with page_on_demonstration(qtbot, tmp_path, agents_page, ON) as made:
        yield made


def _rows(page: AgentsPage) -> list[str]:
    model = find(page, RecordTable, "agents_table").paged_model
    return [model.row_at(place).matricule for place in range(model.count)]


def _escape(page: AgentsPage, name: str) -> None:
    QTest.keyClick(find(page, QWidget, name), Qt.Key.Key_Escape)


def _positions(page: AgentsPage, matricule: str) -> list[Position]:
    return [each.fact for each in agent_record(page.session, matricule).of(Position)]


# The list ----------------------------------------------------------------------------------------


def test_the_list_is_searched_without_accents_after_a_pause(page: AgentsPage, qtbot: QtBot) -> None:
    assert len(_rows(page)) == 15
    search = find(page, SearchField, "agents_search")
    search.setFocus()
    QTest.keyClicks(search, "oehler")
    qtbot.waitUntil(lambda: _rows(page) == ["C-1415"])
    assert find(page, QLabel, "agents_facts").accessibleName().startswith("1 ")


def test_the_list_is_filtered_by_employer_service_and_category(
    page: AgentsPage, qtbot: QtBot
) -> None:
    employer = find(page, RelationField, "agents_filter_employer")
    employer.write(CLERMONT)
    employer.edited.emit()
    qtbot.waitUntil(lambda: set(_rows(page)) == {"C-1204", "C-1415"})
    employer.write(None)
    service = find(page, ChoiceField, "agents_filter_service")
    service.write("SIG")
    service.edited.emit()
    qtbot.waitUntil(lambda: set(_rows(page)) == {"A-0603", "C-1502", "L-0077"})
    category = find(page, ChoiceField, "agents_filter_category")
    category.write("B")
    category.edited.emit()
    qtbot.waitUntil(lambda: _rows(page) == ["C-1502"])


def test_what_matches_nothing_offers_to_clear_the_filters(page: AgentsPage, qtbot: QtBot) -> None:
    search = find(page, SearchField, "agents_search")
    search.setFocus()
    QTest.keyClicks(search, "zzz")
    qtbot.waitUntil(lambda: find(page, QWidget, "agents_unmatched").isVisibleTo(page))
    press(page, "agents_clear_filters")
    assert len(_rows(page)) == 15


@pytest.mark.parametrize("key", ["name", "category", "cadre_emplois", "working_time", "employer"])
def test_the_list_is_sorted_by_its_headings(page: AgentsPage, key: str) -> None:
    table = find(page, RecordTable, "agents_table")
    keys = [column.key for column in table.paged_model.columns]
    table.horizontalHeader().sectionClicked.emit(keys.index(key))
    once = _rows(page)
    table.horizontalHeader().sectionClicked.emit(keys.index(key))
    assert sorted(once) == sorted(_rows(page))
    assert table.paged_model.row_at(0) != table.paged_model.row_at(14)


def test_enter_opens_and_escape_returns_to_the_same_row(page: AgentsPage) -> None:
    table = find(page, RecordTable, "agents_table")
    table.selectRow(4)
    matricule = table.current_row.matricule
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert matricule in find(page, QLabel, "agents_facts").accessibleName()
    _escape(page, "positions_records")
    assert page.in_list
    assert table.current_row.matricule == matricule


def test_an_agent_without_situation_on_the_date_is_marked(page: AgentsPage) -> None:
    page.refresh(date(2003, 1, 1))
    page.open_record("A-0412")
    find(page, DatedList, "positions_records")
    row = find(page, RecordTable, "agents_table").paged_model.row_at(0)
    assert row.employer == ""


def test_an_empty_register_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "empty.mutudesk"
    create_register(path, EPCI)
    with open_to_write(path) as session, page_on(qtbot, session, agents_page, ON) as page:
        assert find(page, QWidget, "agents_empty").isVisibleTo(page)
        with qtbot.waitSignal(page.link_requested):
            press(page, "agents_import")
        press(page, "agents_first")
        assert find(page, QLineEdit, "agent_matricule").isVisibleTo(page)


# The agent himself -------------------------------------------------------------------------------


def test_a_new_agent_and_his_first_situation_are_one_act(page: AgentsPage) -> None:
    press(page, "agents_add")
    enter(page, "agent_matricule", "N-0001")
    enter(page, "agent_civility", "Mme")
    enter(page, "agent_first_name", "Louise")
    enter(page, "agent_last_name", "Martin")
    enter(page, "agent_cadre_emplois", "Rédacteurs territoriaux")
    enter(page, "agent_grade", "Rédacteur")
    enter(page, "agent_working_time", "80")
    enter(page, "agent_valid_from", "01/09/2016")
    QTest.keyClick(
        find(page, QLineEdit, "agent_valid_from"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier
    )
    (stored,) = agent_record(page.session, "N-0001").of(Agent)
    assert stored.fact == Agent("N-0001", "Mme", "Martin", "Louise")
    (position,) = _positions(page, "N-0001")
    assert position.category == "B"
    assert position.status is AgentStatus.TENURED
    assert (position.working_time, position.employer_siren) == (8000, EPCI)
    assert words_of(page, "agents_title") == "Louise Martin"


def test_a_career_outside_the_official_list_is_kept(page: AgentsPage) -> None:
    press(page, "agents_add")
    enter(page, "agent_matricule", "N-0002")
    enter(page, "agent_first_name", "Paul")
    enter(page, "agent_last_name", "Petit")
    enter(page, "agent_cadre_emplois", "Cadre maison")
    enter(page, "agent_grade", "Grade maison")
    press(page, "agent_save")
    (position,) = _positions(page, "N-0002")
    assert (position.cadre_emplois, position.grade) == ("Cadre maison", "Grade maison")


def test_a_matricule_that_is_taken_is_refused_at_its_field(page: AgentsPage) -> None:
    press(page, "agents_add")
    enter(page, "agent_matricule", "A-0412")
    enter(page, "agent_first_name", "Paul")
    enter(page, "agent_last_name", "Petit")
    press(page, "agent_save")
    assert words_of(page, "agent_matricule_error_text")


def test_the_form_says_what_is_missing_and_keeps_what_was_typed(
    page: AgentsPage, dialogs: Dialogs
) -> None:
    press(page, "agents_add")
    enter(page, "agent_last_name", "Petit")
    press(page, "agent_save")
    assert find(page, QWidget, "agent_summary").isVisibleTo(page)
    assert page.unsaved == 1
    dialogs.answer("QMessageBox.exec", pressing("leaving_stay"))
    assert not page.may_leave()
    assert find(page, QLineEdit, "agent_last_name").text() == "Petit"


def test_names_are_corrected(page: AgentsPage) -> None:
    page.open_record("A-0412")
    press(page, "agents_edit")
    enter(page, "agent_first_name", "Karine")
    press(page, "agent_save")
    assert words_of(page, "agents_title").startswith("Karine")
    (stored,) = agent_record(page.session, "A-0412").of(Agent)
    assert stored.fact.first_name == "Karine"


def test_an_assigned_agent_is_not_deleted(page: AgentsPage, dialogs: Dialogs) -> None:
    page.open_record("A-0412")
    dialogs.answer("QDialog.exec", pressing("deleting_delete"))
    press(page, "agents_remove")
    assert words_of(page, "agents_page_band_text")
    assert agent_record(page.session, "A-0412").of(Agent)


# Situations --------------------------------------------------------------------------------------


def test_less_working_time_brings_shares_down_in_the_same_act(page: AgentsPage) -> None:
    page.refresh(date(2017, 1, 1))
    page.open_record("A-0412")
    press(page, "positions_amend")
    enter(page, "positions_working_time", "80")
    assert words_of(page, "working_time_former_0").startswith("100")
    proposed = [find(page, QLineEdit, f"working_time_share_{place}").text() for place in range(4)]
    assert proposed == ["80", "20", "32", "28"]
    enter(page, "working_time_share_1", "10")
    assert find(page, QLabel, "working_time_sum").isVisibleTo(page)
    enter(page, "working_time_share_2", "42")
    assert not find(page, QLabel, "working_time_sum").isVisibleTo(page)
    press(page, "positions_save")
    found = agent_record(page.session, "A-0412")
    assert [each.fact.working_time for each in found.of(Position)] == [10000, 8000]
    running = [each.fact for each in found.of(MissionShare) if each.fact.period.holds(page.on)]
    assert sorted(each.share for each in running) == [1000, 2800, 4200]
    assigned = [each.fact for each in found.of(Assignment) if each.fact.period.holds(page.on)]
    assert [each.share for each in assigned] == [8000]


def test_less_working_time_takes_a_renewed_assignment_along(qtbot: QtBot, tmp_path: Path) -> None:
    """80 % from 2018, with ADS until 2019 and ADS again from 2020 on."""
    former, renewal = during("2015-07-01", "2019-12-31"), since("2020-01-01")
    shares = [mission_share(period=former), mission_share(mission="DP", period=renewal)]
    facts = world_with(assignment(period=former), assignment(period=renewal), *shares)
    on = date(2018, 1, 1)
    with (
        open_to_write(make_register(tmp_path, facts)) as session,
        page_on(qtbot, session, agents_page, on) as page,
    ):
        page.open_record("A-1")
        press(page, "positions_amend")
        enter(page, "positions_working_time", "80")
        fields = [find(page, QLineEdit, f"working_time_share_{place}") for place in range(4)]
        assert [each.text() for each in fields] == ["80"] * 4
        names = [plain(each.accessibleName()) for each in fields]
        assert names == [
            "Service ADS, 01/01/2018 – 31/12/2019",
            "Mission PC, Aubière, 01/01/2018 – 31/12/2019",
            "Service ADS, depuis le 01/01/2020",
            "Mission DP, Aubière, depuis le 01/01/2020",
        ]
        enter(page, "working_time_share_3", "70")
        said = plain(words_of(page, "working_time_sum"))
        assert said == "Service ADS: 70 % of 80 % distributed."
        press(page, "positions_save")
        found = agent_record(session, "A-1")
    assert [each.fact.share for each in found.of(Assignment)] == [10000, 8000, 8000]
    running = [each.fact for each in found.of(MissionShare) if each.fact.period.stop > on]
    assert sorted(each.share for each in running) == [7000, 8000]


def test_what_runs_on_under_the_next_situation_is_proposed_with_its_days(
    qtbot: QtBot, tmp_path: Path
) -> None:
    positions = [position(period=during("2012-03-01", "2019-12-31"))]
    positions.append(position(period=since("2020-01-01"), grade="Principal"))
    path = make_register(tmp_path, world_with(*positions))
    with (
        open_to_write(path) as session,
        page_on(qtbot, session, agents_page, date(2018, 1, 1)) as page,
    ):
        page.open_record("A-1")
        press(page, "positions_amend")
        enter(page, "positions_working_time", "80")
        name = find(page, QLineEdit, "working_time_share_0").accessibleName()
        assert plain(name) == "Service ADS, 01/01/2018 – 31/12/2019"
        press(page, "positions_save")
        assigned = agent_record(session, "A-1").of(Assignment)
    assert [each.fact.share for each in assigned] == [10000, 8000, 10000]


def test_a_proposal_that_cannot_be_read_is_said(page: AgentsPage) -> None:
    page.refresh(date(2017, 1, 1))
    page.open_record("A-0412")
    press(page, "positions_amend")
    enter(page, "positions_working_time", "80")
    enter(page, "working_time_share_1", "abc")
    press(page, "positions_save")
    assert find(page, QWidget, "positions_summary").isVisibleTo(page)
    assert len(_positions(page, "A-0412")) == 1


def test_another_grade_alone_changes_no_share(page: AgentsPage) -> None:
    page.refresh(date(2017, 1, 1))
    page.open_record("A-0412")
    press(page, "positions_amend")
    enter(page, "positions_grade", "Attaché principal")
    assert not find(page, QWidget, "working_time_shares").isVisibleTo(page)
    press(page, "positions_save")
    found = agent_record(page.session, "A-0412")
    assert [each.fact.grade for each in found.of(Position)] == ["Attaché", "Attaché principal"]
    assert len(found.of(Assignment)) == 1


def test_closing_a_situation_names_and_closes_what_depends_on_it(page: AgentsPage) -> None:
    page.refresh(date(2017, 1, 1))
    page.open_record("A-0412")
    press(page, "positions_close")
    enter(page, "positions_valid_until", "30/06/2017")
    names = words_of(page, "positions_close_too_names").splitlines()
    assert len(names) == 4
    press(page, "positions_save")
    found = agent_record(page.session, "A-0412")
    ends = {each.fact.period.last_day for each in found.of(Position)}
    ends |= {assigned.fact.period.last_day for assigned in found.of(Assignment)}
    ends |= {shared.fact.period.last_day for shared in found.of(MissionShare)}
    assert ends == {date(2017, 6, 30)}


def test_closing_a_situation_alone_is_refused_while_the_agent_is_assigned(
    page: AgentsPage,
) -> None:
    page.refresh(date(2017, 1, 1))
    page.open_record("A-0412")
    press(page, "positions_close")
    enter(page, "positions_valid_until", "30/06/2017")
    QTest.keyClick(find(page, QCheckBox, "positions_close_too_tick"), Qt.Key.Key_Space)
    press(page, "positions_save")
    assert find(page, QWidget, "positions_summary").isVisibleTo(page)
    (position,) = _positions(page, "A-0412")
    assert position.period.valid_until is None


def test_a_situation_that_overlaps_is_refused_with_a_repair(page: AgentsPage) -> None:
    page.refresh(date(2017, 1, 1))
    page.open_record("A-0412")
    press(page, "positions_new")
    find(page, RelationField, "positions_employer_siren").write(CLERMONT)
    enter(page, "positions_valid_from", "01/01/2018")
    press(page, "positions_save")
    assert words_of(page, "positions_valid_from_error_text")
    press(page, "positions_valid_from_repair")
    assert [each.employer_siren for each in _positions(page, "A-0412")] == [EPCI, CLERMONT]


def test_the_tabs_are_left_only_when_nothing_is_lost(page: AgentsPage, dialogs: Dialogs) -> None:
    page.open_record("A-0412")
    press(page, "positions_correct")
    enter(page, "positions_grade", "Autre")
    dialogs.answer("QMessageBox.exec", pressing("leaving_stay"))
    tabs = find(page, QTabBar, "agent_tabs")
    tabs.setCurrentIndex(1)
    assert tabs.currentIndex() == 0


def test_a_situation_changed_meanwhile_keeps_what_was_typed(page: AgentsPage) -> None:
    page.refresh(date(2017, 1, 1))
    page.open_record("A-0412")
    press(page, "positions_correct")
    enter(page, "positions_grade", "Attaché hors classe")
    (stored,) = agent_record(page.session, "A-0412").of(Position)
    record(page.session, [correct(stored, replace(stored.fact, category="B"))], "correct")
    press(page, "positions_save")
    assert words_of(page, "positions_entry_band_text")
    assert find(page, QLineEdit, "positions_grade").text() == "Attaché hors classe"
    press(page, "positions_save")
    assert [each.grade for each in _positions(page, "A-0412")] == ["Attaché hors classe"]
