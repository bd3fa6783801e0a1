"""Projects that lie in the folder already are replaced only if the user says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QDialog, QMessageBox

from mutudesk.ui.link import Link, Place
from mutudesk.ui.pages.conventions.bodies import BodyChecks
from mutudesk.ui.pages.conventions.page import ConventionsPage
from mutudesk.usecases.conventions import read_jobs
from mutudesk.usecases.opening import open_to_read
from tests.builders import day
from tests.demonstration import demonstration
from tests.ui.finding import click, find, press
from tests.ui.pages import page_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.conftest import Dialogs

ON = day("2016-09-01")


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> Iterator[ConventionsPage]:
    with (
        open_to_read(demonstration(tmp_path)) as session,
        page_on(qtbot, session, ConventionsPage, ON) as made,
    ):
        made.follow(Link(Place.CONVENTIONS, ("SIG",)))
        yield made


def name_of(folder: Path, siren: str) -> str:
    with open_to_read(demonstration(folder, "autre.mutu")) as session:
        (job,) = read_jobs(session, "SIG", [siren], ON)
    return job.file_name


@pytest.mark.parametrize(("answer", "replaced"), [("yes", 1), ("no", 0), ("cancel", None)])
def test_projects_that_are_there_are_asked_about(
    page: ConventionsPage,
    qtbot: QtBot,
    dialogs: Dialogs,
    tmp_path: Path,
    answer: str,
    replaced: int | None,
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    body = find(page, BodyChecks, "conventions_bodies").current_body
    assert body is not None
    former = out / name_of(tmp_path, body.siren)
    former.write_bytes(b"former")
    dialogs.answer("QFileDialog.getExistingDirectory", str(out))

    def choose(box: QMessageBox) -> int:
        assert former.name in box.informativeText()
        click(find(box, QAbstractButton, f"replace_projects_{answer}"))
        return 0

    dialogs.answer("QMessageBox.exec", choose)
    press(page, "conventions_print")
    if replaced is not None:
        qtbot.waitUntil(lambda: page.findChild(QDialog, "conventions_result") is not None)
        find(page, QDialog, "conventions_result").close()
    assert (former.read_bytes() != b"former") is bool(replaced)
