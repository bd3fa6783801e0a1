"""A body with several memberships: its convention is of the one that the user chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from mutudesk.ui.link import Link, Place
from mutudesk.ui.pages.conventions.bodies import BodyChecks
from mutudesk.ui.pages.conventions.page import ConventionsPage
from mutudesk.ui.widgets.choice_field import ChoiceField
from mutudesk.ui.widgets.pdf_preview import PdfPreview
from mutudesk.usecases.conventions import preview
from mutudesk.usecases.opening import open_to_read
from tests.builders import (
    AUBIERE,
    CLERMONT,
    day,
    during,
    make_register,
    membership,
    since,
    world_with,
)
from tests.ui.finding import find, press
from tests.ui.pages import page_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mutudesk.usecases.session import Session
    from tests.conftest import Dialogs

ON = day("2016-06-01")
FACTS = world_with(
    membership(period=during("2015-07-01", "2016-12-31")),
    membership(period=since("2018-01-01"), decided_on=None),
    membership(CLERMONT),
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_to_read(make_register(tmp_path, FACTS)) as opened:
        yield opened


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[ConventionsPage]:
    with page_on(qtbot, session, ConventionsPage, ON) as made:
        made.follow(Link(Place.CONVENTIONS, ("ADS", AUBIERE)))
        yield made


def choose(page: ConventionsPage, first_day: str) -> None:
    field = find(page, ChoiceField, "conventions_effect")
    field.write(day(first_day))
    field.activated.emit(field.currentIndex())


def test_the_one_taken_is_marked_and_another_is_laid_out(
    page: ConventionsPage, session: Session, qtbot: QtBot
) -> None:
    field = find(page, ChoiceField, "conventions_effect")
    assert field.isVisible()
    assert field.count() == 2
    assert field.read() == day("2015-07-01")
    paper = find(page, PdfPreview, "conventions_preview")
    taken = preview(session, "ADS", AUBIERE, ON).data
    later = preview(session, "ADS", AUBIERE, ON, day("2018-01-01")).data
    assert taken != later
    qtbot.waitUntil(lambda: paper.data == taken)
    choose(page, "2018-01-01")
    qtbot.waitUntil(lambda: paper.data == later)


def test_the_one_chosen_is_printed(
    page: ConventionsPage, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    out = tmp_path / "projets"
    out.mkdir()
    choose(page, "2018-01-01")
    dialogs.answer("QFileDialog.getExistingDirectory", str(out))
    press(page, "conventions_print")
    qtbot.waitUntil(lambda: bool(page.findChildren(QWidget, "conventions_result")))
    find(page, QWidget, "conventions_result").close()
    assert [path.name for path in out.iterdir()] == [
        f"convention-ADS-aubiere-{AUBIERE}-effet-2018-01-01.pdf"
    ]


def test_another_body_is_shown_as_the_date_asks(page: ConventionsPage) -> None:
    choose(page, "2018-01-01")
    bodies = find(page, BodyChecks, "conventions_bodies")
    assert bodies.select(CLERMONT)
    assert not find(page, QWidget, "conventions_effect_row").isVisible()
    assert bodies.select(AUBIERE)
    assert find(page, ChoiceField, "conventions_effect").read() == day("2015-07-01")
