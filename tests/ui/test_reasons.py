"""Why something is deleted or a name corrected: asked in one line, kept in the journal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QWidget

from mutudesk.domain.agents import Agent
from mutudesk.domain.listings import ListQuery
from mutudesk.ui.pages.agents.page import AgentsPage
from mutudesk.ui.pages.bodies.page import BodiesPage
from mutudesk.ui.pages.services.page import ServicesPage
from mutudesk.ui.records.asking import DeleteDialog
from mutudesk.ui.shell.window_pages import agents_page, bodies_page, services_page
from mutudesk.usecases import history
from mutudesk.usecases.opening import open_to_write
from mutudesk.usecases.queries import agent_record
from tests.builders import AUBIERE, agent, body, identity, make_register, position, world
from tests.ui.finding import deleting, enter, find, press, pressing, reached_by_tab
from tests.ui.pages import page_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mutudesk.ui.records.page import RegisterPage
    from tests.conftest import Dialogs

ON = date(2016, 9, 1)
BODY = "216301937"  # of nobody else in the small world
Pages: TypeAlias = "dict[type[RegisterPage], RegisterPage]"


@pytest.fixture
def open_page(qtbot: QtBot, tmp_path: Path) -> Iterator[Pages]:
    """Every page that deletes, on a small register where an agent and a body depend on nothing."""
    more = (agent("B-1", last_name="Martin"), position("B-1"), body(BODY), identity(BODY))
    with (
        open_to_write(make_register(tmp_path, world(*more))) as session,
        page_on(qtbot, session, bodies_page, ON) as bodies,
        page_on(qtbot, session, services_page, ON) as services,
        page_on(qtbot, session, agents_page, ON) as agents,
    ):
        yield {BodiesPage: bodies, ServicesPage: services, AgentsPage: agents}


def newest(page: RegisterPage) -> tuple[str, str]:
    """The newest act: what was done, and why."""
    (act,) = history.acts(page.session, ListQuery(ON)).first(1)
    return act.action, act.why


@pytest.mark.parametrize("why", ["saisi en double", ""])
@pytest.mark.parametrize(
    ("kind", "record", "button"),
    [
        (AgentsPage, "B-1", "agents_remove"),
        (BodiesPage, BODY, "bodies_remove"),
        (BodiesPage, AUBIERE, "mandates_delete"),
    ],
)
def test_the_reason_of_a_deletion_is_kept(
    open_page: Pages, dialogs: Dialogs, kind: type[RegisterPage], record: str, button: str, why: str
) -> None:
    page = open_page[kind]
    page.open_record(record)
    dialogs.answer("QDialog.exec", deleting(why))
    shown = find(page, QPushButton, button)
    shown.click()
    assert newest(page) == ("delete", why)


def test_a_deletion_given_up_writes_nothing(open_page: Pages, dialogs: Dialogs) -> None:
    page = open_page[AgentsPage]
    page.open_record("B-1")

    def escape(dialog: QDialog) -> int:
        dialog.show()
        enter(dialog, "deleting_why", "saisi en double")
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        return 0

    for answer in (deleting("saisi en double", "deleting_keep"), escape):
        dialogs.answer("QDialog.exec", answer)
        press(page, "agents_remove")
        assert newest(page) == ("init", "")


def test_enter_keeps_and_tab_goes_through_the_question(qtbot: QtBot) -> None:
    dialog = DeleteDialog("Mandat de Mme Sauret")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: find(dialog, QWidget, "deleting_keep").hasFocus())
    order = list(reached_by_tab())
    assert order == ["deleting_keep", "deleting_why", "deleting_delete"]
    line = find(dialog, QLineEdit, "deleting_why")
    line.setFocus()
    QTest.keyClicks(line, "double")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_a_reason_that_cannot_be_kept_stays_to_be_mended(qtbot: QtBot) -> None:
    dialog = DeleteDialog("Mandat de Mme Sauret")
    qtbot.addWidget(dialog)
    dialog.show()
    find(dialog, QLineEdit, "deleting_why").setText("x" * 3_000)
    pressing("deleting_delete")(dialog)
    assert dialog.isVisible()
    enter(dialog, "deleting_why", "double")
    pressing("deleting_delete")(dialog)
    assert (dialog.isVisible(), dialog.why) == (False, "double")


@pytest.mark.parametrize(
    ("kind", "record", "field", "edit", "form"),
    [
        (AgentsPage, "B-1", "agent_last_name", "agents_edit", "agent"),
        (AgentsPage, "B-1", "agent_first_name", "agents_edit", "agent"),
        (ServicesPage, "ADS", "service_name", "services_edit", "service"),
    ],
)
@pytest.mark.parametrize("why", ["faute de frappe", ""])
def test_the_reason_of_a_name_that_is_corrected(
    open_page: Pages,
    kind: type[RegisterPage],
    record: str,
    field: str,
    edit: str,
    form: str,
    why: str,
) -> None:
    page = open_page[kind]
    page.open_record(record)
    press(page, edit)
    line = find(page, QLineEdit, f"{form}_why")
    assert not line.isVisibleTo(page)
    former = find(page, QLineEdit, field).text()
    enter(page, field, "Autre")
    assert line.isVisibleTo(page)
    enter(page, field, former)
    assert not line.isVisibleTo(page)
    enter(page, field, "Autre")
    enter(page, f"{form}_why", why)
    press(page, f"{form}_save")
    assert newest(page) == ("correct", why)


def test_no_reason_is_asked_for_anything_else(open_page: Pages) -> None:
    page = open_page[AgentsPage]
    page.open_record("B-1")
    press(page, "agents_edit")
    enter(page, "agent_matricule", "B-2")
    line = find(page, QLineEdit, "agent_why")
    assert not line.isVisibleTo(page)
    press(page, "agent_save")
    assert newest(page) == ("correct", "")
    page.start_new()
    enter(page, "agent_last_name", "Neuf")
    assert not line.isVisibleTo(page)


def test_the_reason_goes_with_the_name_that_is_put_back(open_page: Pages) -> None:
    page = open_page[AgentsPage]
    page.open_record("B-1")
    press(page, "agents_edit")
    enter(page, "agent_last_name", "Autre")
    enter(page, "agent_why", "faute")
    enter(page, "agent_last_name", "Martin")
    enter(page, "agent_matricule", "B-2")
    press(page, "agent_save")
    assert newest(page) == ("correct", "")


def test_a_correction_given_up_writes_nothing_and_leaves_no_reason(
    open_page: Pages, dialogs: Dialogs
) -> None:
    page = open_page[AgentsPage]
    page.open_record("B-1")
    press(page, "agents_edit")
    enter(page, "agent_last_name", "Autre")
    enter(page, "agent_why", "faute")
    dialogs.answer("QMessageBox.exec", pressing("leaving_discard"))
    press(page, "agent_cancel")
    assert newest(page) == ("init", "")
    press(page, "agents_edit")
    assert page.unsaved == 0
    enter(page, "agent_last_name", "Autre")
    assert find(page, QLineEdit, "agent_why").text() == ""
    press(page, "agent_save")
    assert newest(page) == ("correct", "")
    (stored,) = agent_record(page.session, "B-1").of(Agent)
    assert stored.fact.last_name == "Autre"


def test_the_reason_lies_between_the_fields_and_the_buttons(open_page: Pages) -> None:
    page = open_page[AgentsPage]
    page.open_record("B-1")
    press(page, "agents_edit")
    first = find(page, QLineEdit, "agent_last_name")
    place = first.mapTo(page, first.rect().topLeft())
    save = find(page, QPushButton, "agent_save")
    save_place = save.mapTo(page, save.rect().topLeft())
    enter(page, "agent_last_name", "Autre")
    assert first.mapTo(page, first.rect().topLeft()) == place
    assert save.mapTo(page, save.rect().topLeft()) == save_place
    first.setFocus()
    order = [name for name in reached_by_tab() if name.startswith("agent_")]
    assert order.index("agent_matricule") < order.index("agent_why") < order.index("agent_save")
