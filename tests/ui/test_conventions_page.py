"""*Conventions* as a person uses it: service, bodies, the paper, printing, other dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QListWidget,
    QWidget,
)

from mutudesk.language.messages import choice_label
from mutudesk.ui.look.current import Look
from mutudesk.ui.look.tokens import DARK
from mutudesk.ui.widgets.labels import ElidedLabel
from mutudesk.ui.widgets.message_band import MessageBand
from mutudesk.ui.widgets.paper_view import PaperView
from mutudesk.ui.words.common import window_language
from mutudesk.usecases import conventions
from mutudesk.usecases.opening import open_to_read
from tests.builders import (
    day,
)
from tests.demonstration import demonstration
from tests.ui.convention_pages import (
    ON,
    bodies_of,
    paper_of,
    shown,
    wait_for_paper,
    wait_for_result,
)
from tests.ui.finding import find, press
from tests.ui.held_worker import held_worker

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mutudesk.ui.pages.conventions.page import ConventionsPage
    from mutudesk.usecases.session import Session
    from tests.conftest import Dialogs


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_to_read(demonstration(tmp_path)) as opened:
        yield opened


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[ConventionsPage]:
    with shown(session, qtbot) as made:
        yield made


def test_bodies_are_listed_with_their_state(session: Session, page: ConventionsPage) -> None:
    rows = [bodies_of(page).item(row) for row in range(bodies_of(page).count())]
    wanted = conventions.joining_bodies(session, "SIG", ON)
    assert [row.text() for row in rows] == [each.name.replace("'", "’") for each in wanted]
    said = [str(row.data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]
    words = [choice_label(each.state, window_language()) for each in wanted]
    assert [text.split(", ")[1] for text in said] == words
    assert {each.state.value for each in wanted} == {"in_force", "integrated", "project"}


def test_the_paper_holds_the_bytes_that_are_printed(
    session: Session, page: ConventionsPage, qtbot: QtBot
) -> None:
    paper = wait_for_paper(page, qtbot)
    body = bodies_of(page).current_body
    assert body is not None
    assert paper.data == conventions.preview(session, "SIG", body.siren, ON).data
    assert paper.page_count > 3


def test_arrows_show_the_last_body_only(
    session: Session, page: ConventionsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait_for_paper(page, qtbot)
    made: list[str] = []
    real = conventions.preview

    def counted(session: Session, code: str, siren: str, *days: object) -> object:
        made.append(siren)
        return real(session, code, siren, *days)  # type: ignore[arg-type]

    monkeypatch.setattr("mutudesk.ui.pages.conventions.jobs.preview", counted)
    listed = bodies_of(page)
    for _ in range(3):
        QTest.keyClick(listed, Qt.Key.Key_Down)
    wait_for_paper(page, qtbot)
    body = listed.current_body
    assert body is not None
    assert made == [body.siren]
    assert paper_of(page).data == real(session, "SIG", body.siren, ON).data


def test_another_date_is_another_paper(page: ConventionsPage, qtbot: QtBot) -> None:
    before = wait_for_paper(page, qtbot).data
    kept = bodies_of(page).current_body
    page.refresh(day("2019-01-01"))
    after = wait_for_paper(page, qtbot).data
    assert after
    assert after != before
    body = bodies_of(page).current_body
    assert body is not None
    assert kept is not None
    assert body.siren == kept.siren


def test_pages_are_turned_and_made_larger(page: ConventionsPage, qtbot: QtBot) -> None:
    paper = wait_for_paper(page, qtbot)
    view = find(page, PaperView, "conventions_preview_view")
    number = find(page, QLabel, "conventions_preview_page")
    assert number.text() == f"1 / {paper.page_count}"
    press(page, "conventions_preview_next")
    assert number.text() == f"2 / {paper.page_count}"
    press(page, "conventions_preview_previous")
    assert number.text() == f"1 / {paper.page_count}"
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert number.text() == f"2 / {paper.page_count}"
    QTest.keyClick(view, Qt.Key.Key_End)
    assert number.text() == f"{paper.page_count} / {paper.page_count}"
    assert not find(page, QAbstractButton, "conventions_preview_next").isEnabled()
    fitting = view.zoom
    press(page, "conventions_preview_larger")
    assert view.zoom > fitting
    press(page, "conventions_preview_smaller")
    press(page, "conventions_preview_smaller")
    assert view.zoom < fitting
    press(page, "conventions_preview_fit")
    assert view.zoom == pytest.approx(fitting)


def test_what_is_to_be_completed_is_listed(
    session: Session, page: ConventionsPage, qtbot: QtBot
) -> None:
    wait_for_paper(page, qtbot)
    body = bodies_of(page).current_body
    assert body is not None
    wanted = conventions.preview(session, "SIG", body.siren, ON)
    readiness = find(page, QWidget, "conventions_readiness")
    said = [each.text() for each in readiness.findChildren(QLabel)]
    for piece in wanted.pieces:
        assert piece in said
    assert sum(any(blank.where in text for text in said) for blank in wanted.blanks)


def test_the_paper_stays_white_in_the_dark(
    session: Session, qtbot: QtBot, qapp: QApplication
) -> None:
    Look(DARK).apply(qapp)
    with shown(session, qtbot) as page:
        paper = wait_for_paper(page, qtbot)
        picture = paper.view.viewport().grab().toImage()
    middle = QPoint(picture.width() // 2, round(30 * picture.devicePixelRatio()))
    assert picture.pixelColor(middle) == QColor("white")
    assert picture.pixelColor(2, 2) == QColor(DARK.window)


def test_boxes_are_ticked_by_space_and_clicks(page: ConventionsPage) -> None:
    listed = bodies_of(page)
    every = find(page, QCheckBox, "conventions_all")
    first = listed.item(0)
    QTest.keyClick(listed, Qt.Key.Key_Space)
    assert first.checkState() == Qt.CheckState.Checked
    assert every.checkState() == Qt.CheckState.PartiallyChecked
    rect = listed.visualItemRect(listed.item(2))
    place = QPoint(24, rect.center().y())
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(listed.checked) == 2
    assert listed.currentRow() == 2
    place = QPoint(150, listed.visualItemRect(listed.item(1)).center().y())
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(listed.checked) == 2
    every.setFocus()
    QTest.keyClick(every, Qt.Key.Key_Space)
    assert len(listed.checked) == listed.count()
    QTest.keyClick(every, Qt.Key.Key_Space)
    assert listed.checked == []


def test_what_is_ticked_is_printed_and_named(
    page: ConventionsPage,
    qtbot: QtBot,
    dialogs: Dialogs,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "projets"
    out.mkdir()
    listed = bodies_of(page)
    QTest.keyClick(listed, Qt.Key.Key_Space)
    QTest.keyClick(listed, Qt.Key.Key_Down)
    QTest.keyClick(listed, Qt.Key.Key_Space)
    sirens = listed.checked
    dialogs.answer("QFileDialog.getExistingDirectory", str(out))
    press(page, "conventions_print")
    result = wait_for_result(page, qtbot)
    written = sorted(path.name for path in out.iterdir())
    assert sorted(name.split("-effet-")[0][-9:] for name in written) == sorted(sirens)
    files = find(result, QListWidget, "result_files")
    assert sorted(files.item(row).text() for row in range(files.count())) == written
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    press(result, "result_open_folder")
    assert opened == [str(out)]
    with qtbot.waitSignal(result.destroyed):
        QTest.keyClick(result, Qt.Key.Key_Escape)
    assert find(page, QAbstractButton, "conventions_print").isVisible()


def test_without_a_tick_the_body_shown_is_printed(
    page: ConventionsPage, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    paper = wait_for_paper(page, qtbot)
    body = bodies_of(page).current_body
    assert body is not None
    dialogs.answer("QFileDialog.getExistingDirectory", str(tmp_path))
    QTest.keyClick(bodies_of(page), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    wait_for_result(page, qtbot).close()
    assert next(tmp_path.glob(f"*{body.siren}*.pdf")).read_bytes() == paper.data


def test_giving_up_the_folder_prints_nothing(page: ConventionsPage, dialogs: Dialogs) -> None:
    dialogs.answer("QFileDialog.getExistingDirectory", "")
    press(page, "conventions_print")
    assert not find(page, QAbstractButton, "conventions_cancel").isVisible()


def test_a_batch_is_cancelled_before_its_next_document(
    page: ConventionsPage, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    out = tmp_path / "projets"
    out.mkdir()
    QTest.keyClick(find(page, QCheckBox, "conventions_all"), Qt.Key.Key_Space)
    dialogs.answer("QFileDialog.getExistingDirectory", str(out))
    find(page, QAbstractButton, "conventions_print").setFocus()
    with held_worker() as go_on:
        press(page, "conventions_print")
        cancel = find(page, QAbstractButton, "conventions_cancel")
        assert cancel.hasFocus()
        text = find(page, ElidedLabel, "conventions_bar_text")
        qtbot.waitUntil(lambda: text.whole.startswith("1"))
        page.print_projects()  # one batch at a time: asks for no folder
        QTest.keyClick(cancel, Qt.Key.Key_Space)
        go_on.set()
        result = wait_for_result(page, qtbot)
    assert find(result, QLabel, "result_cancelled").isVisible()
    assert [path.suffix for path in out.iterdir()] == [".pdf"]
    assert bodies_of(page).count() > 1
    result.close()


def test_a_folder_that_takes_no_file_is_said(
    page: ConventionsPage, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    dialogs.answer("QFileDialog.getExistingDirectory", str(in_the_way))
    press(page, "conventions_print")
    band = find(page, MessageBand, "conventions_band")
    qtbot.waitUntil(band.isVisible)
    assert str(in_the_way) in band.text
    press(page, "conventions_band_close")
    assert not band.isVisible()
    wait_for_paper(page, qtbot)
