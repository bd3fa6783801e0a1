"""The vote of a body recorded on the matrix, with mission shares that were planned for it."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from mutudesk.domain.assignments import MissionShare
from mutudesk.domain.changes import correct
from mutudesk.domain.listings import ListQuery
from mutudesk.domain.services import MembershipState
from mutudesk.ui.pages.memberships.matrix.table import MatrixTable
from mutudesk.ui.pages.memberships.page import MembershipsPage
from mutudesk.ui.shell.i18n import install_language
from mutudesk.usecases import history, queries
from mutudesk.usecases.opening import open_to_write
from mutudesk.usecases.recording import record
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    all_stored,
    make_register,
    mandate,
    membership,
    mission_share,
    one_stored,
    world_with,
)
from tests.plain_text import plain
from tests.ui.finding import enter, find, press, words_of
from tests.ui.pages import page_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from mutudesk.usecases.session import Session

ON = date(2017, 1, 1)
VOTED = date(2015, 6, 12)
TO_BEAUMONT = mission_share(beneficiary_siren=BEAUMONT, share=4_000)


@pytest.fixture(autouse=True)
def french(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    installed = install_language(qapp, "fr")
    yield
    for translator in installed:
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


@contextmanager
def matrix(qtbot: QtBot, folder: Path, in_force: int) -> Iterator[tuple[Session, MembershipsPage]]:
    """A post with so much in force, and 40 % planned for Beaumont, at whose cell the cursor is."""
    facts = world_with(
        membership(),
        membership(BEAUMONT, decided_on=None),
        mandate(BEAUMONT),
        mission_share(share=in_force),
        TO_BEAUMONT,
    )
    with (
        open_to_write(make_register(folder, facts)) as session,
        page_on(qtbot, session, MembershipsPage, ON) as page,
    ):
        table = find(page, MatrixTable, "matrix_table")
        table.go_to(BEAUMONT, "ADS")
        QTest.keyClick(table, Qt.Key.Key_Return)
        # The cell is read once the cursor rests.
        qtbot.waitUntil(lambda: find(page, QWidget, "cell_correct").isVisibleTo(page))
        yield session, page


def record_vote(page: MembershipsPage) -> None:
    press(page, "cell_correct")
    enter(page, "cell_decided_on", f"{VOTED:%d/%m/%Y}")
    press(page, "cell_save")


def state(page: MembershipsPage) -> MembershipState | None:
    table = find(page, MatrixTable, "matrix_table")
    index = table.currentIndex()
    cell = table.matrix_model.cell(index.row(), index.column())
    return None if cell is None else cell.state


def instructed_for(session: Session) -> list[str]:
    return [row.beneficiary_siren for row in queries.authority_lines(session, ListQuery(ON))]


def acts(session: Session) -> list[tuple[str, int]]:
    return [(act.action, act.count) for act in history.acts(session, ListQuery(ON)).first(9)]


def test_a_vote_makes_what_was_planned_real_in_the_same_act(qtbot: QtBot, tmp_path: Path) -> None:
    with matrix(qtbot, tmp_path, in_force=6_000) as (session, page):
        before = acts(session)
        assert state(page) is MembershipState.PROJECT
        assert BEAUMONT not in instructed_for(session)
        assert not find(page, QWidget, "matrix_panel_agents").isVisibleTo(page)
        record_vote(page)
        assert acts(session) == [("correct", 1), *before]
        assert state(page) is MembershipState.IN_FORCE
        assert BEAUMONT in instructed_for(session)
        working = plain(words_of(page, "matrix_panel_agents"))
        assert working == "1 agent y travaille pour son compte : Paule Garnier."
        assert not find(page, QWidget, "cell_band").isVisibleTo(page)


def test_a_vote_by_which_too_much_would_be_in_force_is_refused_whole(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with matrix(qtbot, tmp_path, in_force=10_000) as (session, page):
        before, stored = acts(session), all_stored(session)
        record_vote(page)
        assert plain(words_of(page, "cell_summary_text")) == (
            "Les parts de mission de Paule Garnier (A-1) au service « Service ADS » font 140 % pour"
            " une affectation de 100 % à partir du 01/07/2015. Réduisez une part, ou modifiez"
            " l'affectation."
        )
        # None of them depends on the membership, so none is offered to be closed with it.
        assert not find(page, QWidget, "cell_entry_band").isVisibleTo(page)
        assert (acts(session), all_stored(session)) == (before, stored)
        assert state(page) is MembershipState.PROJECT
        assert find(page, QLineEdit, "cell_decided_on").text() == f"{VOTED:%d/%m/%Y}"
        # Once there is room, the act that was begun is taken as it was typed.
        whole = one_stored(session, MissionShare, beneficiary_siren=AUBIERE)
        record(session, [correct(whole, mission_share(share=6_000))], "correct")
        press(page, "cell_save")
        assert state(page) is MembershipState.IN_FORCE
        assert BEAUMONT in instructed_for(session)
