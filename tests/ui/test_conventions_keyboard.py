"""*Conventions* by keys alone, pointed at from elsewhere, and in a small window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QStackedWidget,
)

from mutudesk.ui.link import Link, Place
from mutudesk.ui.widgets.choice_field import ChoiceField
from mutudesk.usecases.opening import open_to_read
from tests.builders import (
    BEAUMONT,
)
from tests.demonstration import demonstration
from tests.ui.convention_pages import (
    bodies_of,
    paper_of,
    shown,
    wait_for_paper,
)
from tests.ui.finding import find, press, reached_by_tab

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mutudesk.ui.pages.conventions.page import ConventionsPage
    from mutudesk.usecases.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_to_read(demonstration(tmp_path)) as opened:
        yield opened


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[ConventionsPage]:
    with shown(session, qtbot) as made:
        yield made


def test_a_convention_pointed_at_is_shown(page: ConventionsPage) -> None:
    page.follow(Link(Place.CONVENTIONS, ("INFO", BEAUMONT)))
    body = bodies_of(page).current_body
    assert body is not None
    assert body.siren == BEAUMONT
    assert find(page, ChoiceField, "conventions_service").read() == "INFO"


def test_ticks_do_not_follow_to_another_service(page: ConventionsPage) -> None:
    QTest.keyClick(find(page, QCheckBox, "conventions_all"), Qt.Key.Key_Space)
    field = find(page, ChoiceField, "conventions_service")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert bodies_of(page).checked == []


def test_everything_is_reached_by_tab_and_has_a_name(page: ConventionsPage, qtbot: QtBot) -> None:
    wait_for_paper(page, qtbot)
    seen = reached_by_tab()
    assert {
        "conventions_service",
        "conventions_all",
        "conventions_bodies",
        "conventions_readiness_scroll",
        "conventions_preview_view",
        "conventions_preview_fit",
        "conventions_print",
    } <= set(seen)
    for name, widget in seen.items():
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        assert widget.accessibleName() or text, name


def test_no_key_is_given_twice(page: ConventionsPage, qtbot: QtBot) -> None:
    wait_for_paper(page, qtbot)
    texts = [each.text() for each in page.findChildren(QAbstractButton) if each.isVisible()]
    texts += [each.text() for each in page.findChildren(QLabel) if each.buddy() is not None]
    used = [key for text in texts if (key := QKeySequence.mnemonic(text).toString())]
    assert len(used) == len(set(used)), used


def test_the_page_fits_the_smallest_window(page: ConventionsPage) -> None:
    assert page.minimumSizeHint().width() <= 1030
    assert page.minimumSizeHint().height() <= 640


def test_choice_and_paper_alternate_in_a_narrow_window(page: ConventionsPage, qtbot: QtBot) -> None:
    wait_for_paper(page, qtbot)
    frame = QStackedWidget()  # as in the window
    qtbot.addWidget(frame)
    frame.addWidget(page)
    frame.resize(1030, 640)
    frame.show()
    switch = find(page, QAbstractButton, "conventions_switch")
    assert not switch.isVisible()
    frame.resize(560, 640)
    qtbot.waitUntil(switch.isVisible)
    assert bodies_of(page).isVisible()
    assert not paper_of(page).isVisible()
    press(page, "conventions_switch")
    assert not bodies_of(page).isVisible()
    assert paper_of(page).isVisible()
    frame.resize(1030, 640)
    qtbot.waitUntil(bodies_of(page).isVisible)
    assert paper_of(page).isVisible()
    page.setParent(None)  # closed by its own fixture
