"""The page *Conventions* opened on a service, and its parts."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QDialog,
)

from mutudesk.ui.link import Link, Place
from mutudesk.ui.pages.conventions.bodies import BodyChecks
from mutudesk.ui.pages.conventions.page import ConventionsPage
from mutudesk.ui.widgets.pdf_preview import PdfPreview
from tests.builders import (
    day,
)
from tests.ui.finding import find
from tests.ui.pages import page_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from mutudesk.usecases.session import Session


ON = day("2016-09-01")


@contextmanager
def shown(session: Session, qtbot: QtBot, code: str = "SIG") -> Iterator[ConventionsPage]:
    with page_on(qtbot, session, ConventionsPage, ON) as made:
        made.follow(Link(Place.CONVENTIONS, (code,)))
        yield made


def bodies_of(page: ConventionsPage) -> BodyChecks:
    return find(page, BodyChecks, "conventions_bodies")


def paper_of(page: ConventionsPage) -> PdfPreview:
    return find(page, PdfPreview, "conventions_preview")


def wait_for_paper(page: ConventionsPage, qtbot: QtBot) -> PdfPreview:
    paper = paper_of(page)
    qtbot.waitUntil(paper.isVisible)
    return paper


def wait_for_result(page: ConventionsPage, qtbot: QtBot) -> QDialog:
    qtbot.waitUntil(lambda: bool(page.findChildren(QDialog, "conventions_result")))
    return find(page, QDialog, "conventions_result")
