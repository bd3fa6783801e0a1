"""For tests of one page: it stands in no window, on a register of its own."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from mutudesk.ui.qt.jobs import JobRunner
from mutudesk.usecases.opening import open_to_write
from tests.demonstration import TODAY, demonstration
from tests.ui.command_keys import answer_keys
from tests.ui.finding import WAIT, let_go

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mutudesk.ui.widgets.page import Page
    from mutudesk.usecases.session import Session

P = TypeVar("P", bound="Page")


@contextmanager
def page_on_demonstration(
    qtbot: QtBot, folder: Path, page_class: Callable[[Session, JobRunner], P], on: date = TODAY
) -> Iterator[P]:
    """A page of the class on a fresh demonstration, in sight."""
    with (
        open_to_write(demonstration(folder)) as session,
        page_on(qtbot, session, page_class, on) as page,
    ):
        yield page


@contextmanager
def page_on(
    qtbot: QtBot, session: Session, page_class: Callable[[Session, JobRunner], P], on: date = TODAY
) -> Iterator[P]:
    """A page of the class on an open register, in sight; nothing of it runs on afterwards."""
    runner = JobRunner()
    page = page_class(session, runner)
    answer_keys(page)
    try:
        page.resize(1030, 640)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        page.read_again(on)
        page.take_focus()
        yield page
    finally:
        page.close()
        ended = runner.close(WAIT / 1000)
        let_go(page)
        let_go(runner)
        assert ended
