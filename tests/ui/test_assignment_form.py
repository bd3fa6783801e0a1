"""Assignments with mission shares and both authorities, through real keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QTabBar, QWidget

from mutudesk.domain.assignments import Assignment, AssignmentGround, MissionShare
from mutudesk.domain.bodies import Mandate
from mutudesk.domain.changes import close
from mutudesk.domain.listings import ListQuery
from mutudesk.ui.pages.assignments.shares.options import ShareOptions
from mutudesk.ui.records.record_options import RecordOptions
from mutudesk.ui.shell.window_pages import agents_page
from mutudesk.ui.widgets.choice_field import ChoiceField
from mutudesk.ui.widgets.inline_error import InlineError
from mutudesk.ui.widgets.type_ahead import RelationField
from mutudesk.usecases.opening import open_to_write
from mutudesk.usecases.queries import agent_record, authorities, body_record
from mutudesk.usecases.recording import record
from tests.builders import (
    CLERMONT,
    EPCI,
    ROYAT,
    assignment,
    during,
    make_register,
    mission_share,
    since,
    world_with,
)
from tests.demonstration import DURTOL, GERZAT
from tests.plain_text import plain
from tests.ui.finding import enter, find, press, pressing, words_of
from tests.ui.pages import page_on, page_on_demonstration

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from mutudesk.ui.pages.agents.page import AgentsPage
    from tests.conftest import Dialogs

ON = date(2017, 1, 1)


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[AgentsPage]:
    with page_on_demonstration(qtbot, tmp_path, agents_page, ON) as made:
        yield made


def _latest(page: QWidget, name: str) -> str:
    """The text of the latest label of a name: those it replaces wait to be deleted."""
    return page.findChildren(QLabel, name)[-1].text()


def _open(page: AgentsPage, matricule: str) -> None:
    page.open_record(matricule)
    find(page, QTabBar, "agent_tabs").setCurrentIndex(1)


def _relate(page: AgentsPage, name: str, value: object) -> None:
    """Choose an option by its value, as a click in the list of options would."""
    field = find(page, RelationField, name)
    field.write(value)
    field.edited.emit()


def _choose(page: AgentsPage, name: str, value: object) -> None:
    field = find(page, ChoiceField, name)
    field.write(value)
    field.edited.emit()


def _shares(page: AgentsPage, matricule: str) -> list[MissionShare]:
    return [each.fact for each in agent_record(page.session, matricule).of(MissionShare)]


def _assignments(page: AgentsPage, matricule: str) -> list[Assignment]:
    return [each.fact for each in agent_record(page.session, matricule).of(Assignment)]


def _new_agent(page: AgentsPage, matricule: str = "N-0001") -> None:
    press(page, "agents_add")
    enter(page, "agent_matricule", matricule)
    enter(page, "agent_first_name", "Louise")
    enter(page, "agent_last_name", "Martin")
    enter(page, "agent_valid_from", "01/01/2017")
    press(page, "agent_save")
    find(page, QTabBar, "agent_tabs").setCurrentIndex(1)


def _start_assignment(page: AgentsPage, matricule: str = "N-0001") -> None:
    _new_agent(page, matricule)
    press(page, "assignments_first")
    _relate(page, "assignments_service", "MARCHES")
    enter(page, "assignments_share", "100")
    _choose(page, "assignments_ground", AssignmentGround.RECRUITMENT)


def _share(page: AgentsPage, place: int, mission: str, body: str, share: str) -> None:
    press(page, "shares_add")
    _relate(page, f"shares_{place}_mission", mission)
    _relate(page, f"shares_{place}_beneficiary", body)
    enter(page, f"shares_{place}_share", share)


# A new assignment --------------------------------------------------------------------------------


def test_from_a_new_agent_to_who_commands_him(page: AgentsPage) -> None:
    _start_assignment(page)
    _share(page, 0, "PROCEDURES", GERZAT, "60")
    _share(page, 1, "GROUPES", EPCI, "40")
    field = find(page, QLineEdit, "shares_1_share")
    QTest.keyClick(field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert len(_shares(page, "N-0001")) == 2
    query = ListQuery(ON, filters={"agent": "N-0001"})
    rows = authorities(page.session, query).first(10)
    assert {(row.mission, row.beneficiary_siren, row.share) for row in rows} == {
        ("PROCEDURES", GERZAT, 6000),
        ("GROUPES", EPCI, 4000),
    }
    assert {row.hierarchical.siren for row in rows} == {EPCI}
    assert {row.operational.siren for row in rows} == {EPCI, GERZAT}
    assert not find(page, QWidget, "assignments_band").isVisibleTo(page)
    assert words_of(page, "assignments_hierarchical_shown_0")
    assert words_of(page, "assignments_operational_shown_1")


def test_the_empty_fields_say_what_they_mean(page: AgentsPage) -> None:
    _start_assignment(page)
    head = next(
        each.fact
        for each in body_record(page.session, EPCI).of(Mandate)
        if each.fact.siren == EPCI and each.fact.period.holds(ON)
    )
    assert "Clermont" in words_of(page, "assignments_hierarchical_siren_hint")
    assert head.last_name in words_of(page, "assignments_hierarchical_0")
    _share(page, 0, "PROCEDURES", GERZAT, "60")
    note = words_of(page, "shares_0_operational_note")
    assert "Gerzat" in note
    assert note.split(": ")[-1] == words_of(page, "assignments_operational_0")


def test_what_is_left_to_distribute_is_said_and_proposed(page: AgentsPage) -> None:
    _start_assignment(page)
    _share(page, 0, "PROCEDURES", GERZAT, "80")
    assert all(words in words_of(page, "shares_sum") for words in ("80", "100", "20"))
    press(page, "shares_add")
    assert find(page, QLineEdit, "shares_1_share").text() == "20"
    enter(page, "shares_1_share", "30")
    assert "10" in words_of(page, "shares_sum")
    assert find(page, QLabel, "shares_sum").property("kind") == "error"


def test_a_body_recorded_as_hierarchical_asks_for_a_reason(page: AgentsPage) -> None:
    _start_assignment(page)
    assert not find(page, QLineEdit, "assignments_hierarchical_reason").isVisibleTo(page)
    employer = _latest(page, "assignments_hierarchical_0_office")
    _relate(page, "assignments_hierarchical_siren", CLERMONT)
    assert "Clermont-Ferrand" in _latest(page, "assignments_hierarchical_0_office")
    assert "Clermont-Ferrand" not in employer
    enter(page, "assignments_hierarchical_reason", "Convention particuliere")
    press(page, "assignments_save")
    (fact,) = _assignments(page, "N-0001")
    assert fact.hierarchical_siren == CLERMONT
    assert fact.hierarchical_reason == "Convention particuliere"


def test_a_reason_that_is_missing_is_a_warning(page: AgentsPage) -> None:
    _start_assignment(page)
    _relate(page, "assignments_hierarchical_siren", CLERMONT)
    press(page, "assignments_save")
    assert _assignments(page, "N-0001")
    assert find(page, QWidget, "assignments_band").isVisibleTo(page)


def test_beneficiaries_offered_are_those_that_the_rule_allows(page: AgentsPage) -> None:
    options = ShareOptions(RecordOptions(page.session))
    options.service, options.day = "MARCHES", ON
    offered = [option.value for option in options.beneficiaries("PROCEDURES", "")]
    assert offered[0] == EPCI
    assert {GERZAT, DURTOL} <= set(offered)
    assert ROYAT not in offered
    (named,) = options.beneficiaries("PROCEDURES", "royat")
    assert (named.value, "01/01/2017" in named.subtitle) == (ROYAT, True)
    assert [option.value for option in options.operational(GERZAT, "")] == [GERZAT, EPCI]
    _start_assignment(page)
    press(page, "shares_add")
    _relate(page, "shares_0_mission", "PROCEDURES")
    _relate(page, "shares_0_beneficiary", ROYAT)
    assert find(page, QLabel, "shares_0_beneficiary_note").isVisibleTo(page)


def test_a_beneficiary_that_has_not_joined_is_refused_at_its_row(page: AgentsPage) -> None:
    _start_assignment(page)
    _share(page, 0, "PROCEDURES", GERZAT, "50")
    _share(page, 1, "PROCEDURES", ROYAT, "50")
    press(page, "assignments_save")
    assert find(page, InlineError, "shares_1_error").text
    assert not find(page, QWidget, "shares_0_error").isVisibleTo(page)
    press(page, "assignments_summary_shares")
    assert not _assignments(page, "N-0001")
    press(page, "shares_1_remove")
    press(page, "assignments_save")
    assert len(_shares(page, "N-0001")) == 1


def test_too_many_shares_are_refused_and_kept_as_typed(page: AgentsPage) -> None:
    _start_assignment(page)
    _share(page, 0, "PROCEDURES", GERZAT, "80")
    _share(page, 1, "GROUPES", EPCI, "30")
    press(page, "assignments_save")
    assert not _assignments(page, "N-0001")
    assert find(page, QLineEdit, "shares_1_share").text() == "30"


def test_a_row_that_is_not_complete_says_so(page: AgentsPage) -> None:
    _start_assignment(page)
    press(page, "shares_add")
    press(page, "assignments_save")
    assert find(page, InlineError, "shares_0_error").text
    assert not _assignments(page, "N-0001")


def test_without_a_service_no_share_can_be_added(page: AgentsPage) -> None:
    _new_agent(page)
    press(page, "assignments_first")
    assert not find(page, QWidget, "shares_add").isEnabled()
    press(page, "assignments_save")
    assert find(page, QWidget, "assignments_summary").isVisibleTo(page)


def test_a_share_may_have_dates_and_an_operational_body_of_its_own(page: AgentsPage) -> None:
    _start_assignment(page)
    _share(page, 0, "PROCEDURES", GERZAT, "100")
    assert "Gerzat" in words_of(page, "shares_0_operational_note")
    assert "Gerzat" in _latest(page, "assignments_operational_0_office")
    _relate(page, "shares_0_operational", EPCI)
    assert "Clermont" in words_of(page, "shares_0_operational_note")
    assert "Clermont" in _latest(page, "assignments_operational_0_office")
    enter(page, "shares_0_ends", "30/06/2017")
    press(page, "assignments_save")
    (share,) = _shares(page, "N-0001")
    assert share.operational_siren == EPCI
    assert share.period.valid_from == ON
    assert share.period.last_day == date(2017, 6, 30)


def test_a_vacant_office_is_said(page: AgentsPage) -> None:
    running = [
        each
        for each in body_record(page.session, GERZAT).of(Mandate)
        if each.fact.siren == GERZAT and each.fact.period.holds(ON)
    ]
    record(page.session, [close(each, date(2016, 12, 31)) for each in running], "close")
    page.refresh(ON)
    _start_assignment(page)
    _share(page, 0, "PROCEDURES", GERZAT, "100")
    assert find(page, QLabel, "shares_0_operational_note").property("kind") == "caution"
    assert find(page, QLabel, "assignments_operational_0").property("kind") == "warn_strong"


# Changing, correcting, closing, deleting ---------------------------------------------------------


def test_shares_change_from_a_day_on_and_the_assignment_stays(page: AgentsPage) -> None:
    _open(page, "A-0412")
    press(page, "assignments_amend")
    assert not find(page, QLineEdit, "shares_0_begins").isVisibleTo(page)
    values = {
        find(page, RelationField, f"shares_{place}_beneficiary").read(): place for place in range(3)
    }
    enter(page, f"shares_{values[DURTOL]}_share", "75")
    press(page, f"shares_{values[GERZAT]}_remove")
    press(page, "assignments_save")
    assert len(_assignments(page, "A-0412")) == 1
    shares = _shares(page, "A-0412")
    running = {share.beneficiary_siren: share.share for share in shares if share.period.holds(ON)}
    assert running == {EPCI: 2500, DURTOL: 7500}
    assert [each.period.last_day for each in shares if each.beneficiary_siren == GERZAT] == [
        date(2016, 12, 31)
    ]


def test_an_assignment_and_its_shares_change_from_a_day_on(page: AgentsPage) -> None:
    _open(page, "A-0412")
    press(page, "assignments_amend")
    enter(page, "assignments_share", "60")
    for place, share in enumerate(("20", "20", "20")):
        enter(page, f"shares_{place}_share", share)
    press(page, "assignments_save")
    assert [each.share for each in _assignments(page, "A-0412")] == [10000, 6000]
    running = [each for each in _shares(page, "A-0412") if each.period.holds(ON)]
    assert [each.share for each in running] == [2000, 2000, 2000]


def test_a_correction_moves_the_shares_that_follow_the_assignment(page: AgentsPage) -> None:
    _open(page, "A-0412")
    press(page, "assignments_correct")
    enter(page, "assignments_valid_from", "01/10/2016")
    press(page, "assignments_save")
    begins = {each.period.valid_from for each in _shares(page, "A-0412")}
    assert begins == {date(2016, 10, 1)}


def test_closing_an_assignment_names_and_closes_its_shares(page: AgentsPage) -> None:
    _open(page, "A-0412")
    press(page, "assignments_close")
    enter(page, "assignments_valid_until", "31/03/2017")
    assert len(words_of(page, "assignments_close_too_names").splitlines()) == 3
    press(page, "assignments_save")
    ends = {fact.period.last_day for fact in _assignments(page, "A-0412")}
    ends |= {share.period.last_day for share in _shares(page, "A-0412")}
    assert ends == {date(2017, 3, 31)}


def test_closing_an_assignment_alone_is_refused(page: AgentsPage) -> None:
    _open(page, "A-0412")
    press(page, "assignments_close")
    enter(page, "assignments_valid_until", "31/03/2017")
    QTest.keyClick(find(page, QCheckBox, "assignments_close_too_tick"), Qt.Key.Key_Space)
    press(page, "assignments_save")
    assert find(page, QWidget, "assignments_summary").isVisibleTo(page)
    (fact,) = _assignments(page, "A-0412")
    assert fact.period.valid_until is None


def test_deleting_an_assignment_takes_its_shares_along_and_says_so(
    page: AgentsPage, dialogs: Dialogs
) -> None:
    _open(page, "A-0412")
    dialogs.answer("QDialog.exec", pressing("deleting_delete"))
    press(page, "assignments_delete")
    assert not _assignments(page, "A-0412")
    assert not _shares(page, "A-0412")
    assert find(page, QWidget, "assignments_none").isVisibleTo(page)


def test_deleting_a_renewal_names_what_goes_and_what_is_shortened(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs
) -> None:
    former, renewal = during("2015-07-01", "2019-12-31"), since("2020-01-01")
    begun, renewed = mission_share(share=6000), mission_share(mission="DP", period=renewal)
    facts = world_with(assignment(period=former), assignment(period=renewal), begun)
    path = make_register(tmp_path, [*facts, replace(renewed, share=4000)])
    asked: list[str] = []

    def look(dialog: QDialog) -> int:
        asked.append(plain(words_of(dialog, "deleting_question")))
        return pressing("deleting_delete")(dialog)

    with (
        open_to_write(path) as session,
        page_on(qtbot, session, agents_page, date(2020, 1, 1)) as page,
    ):
        _open(page, "A-1")
        dialogs.answer("QDialog.exec", look)
        press(page, "assignments_delete")
        assert [each.period for each in _assignments(page, "A-1")] == [former]
        assert _shares(page, "A-1") == [replace(begun, period=former)]
    (words,) = asked
    gone, shortened = words.split("Shortened")
    assert "Mission DP, Aubière, 40 % (depuis le 01/01/2020)" in gone
    assert "Mission PC, Aubière, 60 % (01/07/2015 – 31/12/2019)" in shortened


def test_a_deletion_that_is_not_wished_changes_nothing(page: AgentsPage, dialogs: Dialogs) -> None:
    _open(page, "A-0412")
    dialogs.answer("QDialog.exec", pressing("deleting_keep"))
    press(page, "assignments_delete")
    assert len(_shares(page, "A-0412")) == 3


def test_what_is_typed_in_a_row_is_not_lost_without_a_question(
    page: AgentsPage, dialogs: Dialogs
) -> None:
    _open(page, "A-0412")
    press(page, "assignments_correct")
    assert page.unsaved == 0
    enter(page, "shares_0_share", "5")
    assert page.unsaved == 1
    dialogs.answer("QMessageBox.exec", pressing("leaving_discard"))
    QTest.keyClick(find(page, QLineEdit, "shares_0_share"), Qt.Key.Key_Escape)
    assert find(page, QLabel, "assignments_reading_title").isVisibleTo(page)
    assert sorted(each.share for each in _shares(page, "A-0412")) == [2500, 3500, 4000]
