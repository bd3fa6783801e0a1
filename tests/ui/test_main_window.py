"""The window around an open register: pages, date, files that open, do not open, cannot be kept."""

from __future__ import annotations

import stat
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QMessageBox, QWidget

from mutudesk.domain.findings import refused
from mutudesk.domain.records import Kind
from mutudesk.storage.backup_list import backups_of
from mutudesk.ui.link import Link, Place
from mutudesk.ui.look.appearance import Scheme
from mutudesk.ui.shell.window_settings import WindowSettings
from mutudesk.usecases import opening
from tests.builders import AUBIERE, digest
from tests.demonstration import demonstration
from tests.tampering import without_a_word
from tests.ui.finding import click, find, pressing
from tests.ui.windows import frame_of, opened, trigger, window

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.conftest import Dialogs

PAGES = ("authorities", "bodies", "services", "memberships", "agents", "conventions", "help")


def test_each_page_is_made_at_its_first_visit(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        assert frame.current_key == "authorities"
        assert not frame.has_page("bodies")
        for key in PAGES:
            click(find(shown, QAbstractButton, f"nav_{key}"))
            assert frame.current_key == key
            assert find(shown, QWidget, f"page_{key}").isVisible()


def test_pages_are_reached_by_the_menu(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        trigger(shown, "page_bodies")
        assert frame.current_key == "bodies"
        trigger(shown, "help")
        assert frame.current_key == "help"


def test_the_date_names_the_agglomeration(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (shown, _frame):
        name = find(shown, QLabel, "register_name")
        assert name.text() == "Clermont Auvergne Métropole"
        trigger(shown, "date")
        field = find(shown, QLineEdit, "situation_date")
        assert field.hasFocus()
        field.selectAll()
        QTest.keyClicks(field, "1/9/16")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert name.text() == "Clermont Communauté"
        trigger(shown, "today")
        assert name.text() == "Clermont Auvergne Métropole"


def test_a_record_of_another_page_is_opened_by_its_kind(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (_shown, frame):
        assert frame.follow(Link(Kind.BODY, (AUBIERE,)))
        assert frame.current_key == "bodies"


def test_a_second_opening_is_read_only_until_the_first_is_closed(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = demonstration(tmp_path)
    with opening.open_to_write(path) as other, window(qtbot, tmp_path) as shown:
        assert shown.registers.open_file(path)
        frame = frame_of(shown)
        assert frame.is_read_only
        assert frame.band.isVisible()
        frame.set_date(date(2016, 9, 1))
        retry = find(shown, QAbstractButton, "page_band_retry")
        click(retry)
        assert frame_of(shown).is_read_only
        other.register.close()
        retry = shown.findChildren(QAbstractButton, "page_band_retry")[-1]
        click(retry)
        frame = frame_of(shown)
        assert not frame.is_read_only
        assert not frame.band.isVisible()
        assert frame.day == date(2016, 9, 1)


def test_a_register_of_another_make_is_read_only_and_says_why(qtbot: QtBot, tmp_path: Path) -> None:
    path = demonstration(tmp_path)
    without_a_word(path, "CREATE TRIGGER x AFTER UPDATE ON agent BEGIN DELETE FROM mandate; END")
    before = digest(path)
    with window(qtbot, tmp_path) as shown:
        assert shown.registers.open_file(path)
        frame = frame_of(shown)
        assert frame.is_read_only
        assert frame.band.isVisible()
        assert path.name in find(frame.band, QLabel, "page_band_text").text()
        assert frame.band.findChildren(QAbstractButton, "page_band_retry") == []
    assert digest(path) == before


def _damage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[5000:9000] = b"\xff" * 4000
    path.write_bytes(data)


BROKEN = {
    "missing": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "foreign": lambda path: path.write_text("bonjour " * 100, encoding="utf-8"),
    "truncated": lambda path: path.write_bytes(path.read_bytes()[:5000]),
    "damaged": _damage,
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_file_that_cannot_be_opened_leaves_the_present_one(
    qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        broken = demonstration(tmp_path, "broken.mutu")
        BROKEN[kind](broken)
        before = broken.read_bytes() if broken.exists() else None
        assert not shown.registers.open_file(broken)
        box = find(shown, QMessageBox, "refused_dialog")
        assert "broken.mutu" in box.informativeText()
        assert shown.frame is frame
        assert frame.session is not None
        assert (broken.read_bytes() if broken.exists() else None) == before
        box.close()


def test_the_newest_backup_of_a_damaged_file_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    path = demonstration(tmp_path)
    with opening.open_to_write(path) as session:
        session.changed = True
        opening.close_register(session)
    path.write_bytes(b"")
    with window(qtbot, tmp_path) as shown:
        assert not shown.registers.open_file(path)
        box = find(shown, QMessageBox, "refused_dialog")
        assert len(box.informativeText().splitlines()) == 2
        box.close()


def test_another_file_takes_the_place_of_the_first(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs
) -> None:
    with opened(qtbot, tmp_path) as (shown, first):
        other = demonstration(tmp_path, "riom.mutu")
        dialogs.answer("QFileDialog.getOpenFileName", (str(other), ""))
        trigger(shown, "open")
        assert shown.registers.path == other
        assert shown.frame is not first
        assert "riom" in shown.windowTitle()
        # The first was closed: somebody else can write in it.
        opening.open_to_write(tmp_path / "clermont.mutu").register.close()


def test_opening_the_file_shown_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        assert shown.registers.open_file(tmp_path / "clermont.mutu")
        assert shown.frame is frame
        assert not frame.is_read_only


def test_closing_takes_a_backup_when_something_changed(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        path = tmp_path / "clermont.mutu"
        assert not backups_of(path)
        assert frame.session is not None
        trigger(shown, "close_register")
        assert shown.frame is None
        assert backups_of(path)
        assert shown.registers.open_file(path)
        assert find(frame_of(shown), QLabel, "backup_state").text()


def test_a_backup_that_fails_is_asked_about(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise refused("disk_full", path="backups")

    with opened(qtbot, tmp_path) as (shown, frame):
        frame.follow(Link(Place.BODIES))
        frame.set_date(date(2016, 9, 1))
        assert frame.session is not None
        frame.session.changed = True
        monkeypatch.setattr("mutudesk.usecases.backing_up.take_backup", fail)
        dialogs.answer("QMessageBox.exec", pressing("backup_stay"))
        assert not shown.close()
        again = frame_of(shown)
        assert again.session is not None
        assert again.session.changed
        assert (again.day, again.current_key) == (date(2016, 9, 1), "bodies")
        dialogs.answer("QMessageBox.exec", pressing("backup_close"))
        assert shown.close()


def test_a_page_may_keep_the_window_open(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        page = frame.current_page
        assert page is not None
        monkeypatch.setattr(page, "may_leave", lambda: False)
        assert not shown.close()
        assert frame.session is not None
        monkeypatch.undo()


def test_a_verified_copy_is_made(qtbot: QtBot, tmp_path: Path, dialogs: Dialogs) -> None:
    target = tmp_path / "copie.mutu"
    dialogs.answer("QFileDialog.getSaveFileName", (str(target), ""))
    with opened(qtbot, tmp_path) as (shown, frame):
        trigger(shown, "save_copy")
        qtbot.waitUntil(frame.band.isVisible)
        assert str(target) in frame.band.text
        assert target.stat().st_size > 0
        click(find(shown, QAbstractButton, "page_band_close"))
        assert not frame.band.isVisible()


@pytest.mark.parametrize("answer", ["no", "yes"])
def test_a_former_copy_is_replaced_only_if_asked_for(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs, answer: str
) -> None:
    other = demonstration(tmp_path, "copie.mutu")
    dialogs.answer("QFileDialog.getSaveFileName", (str(tmp_path / "copie"), ""))
    said = []

    def choose(box: QMessageBox) -> int:
        said.append(box.informativeText())
        click(find(box, QAbstractButton, f"replace_copy_{answer}"))
        return 0

    dialogs.answer("QMessageBox.exec", choose)
    before = other.stat().st_mtime_ns
    with opened(qtbot, tmp_path) as (shown, frame):
        trigger(shown, "save_copy")
        if answer == "yes":
            qtbot.waitUntil(frame.band.isVisible)
    assert (other.stat().st_mtime_ns == before) is (answer == "no")
    assert said


def test_menus_without_a_register(qtbot: QtBot, tmp_path: Path) -> None:
    with window(qtbot, tmp_path) as shown:
        for name in ("save_copy", "import", "export", "page_bodies"):
            action = find(shown, QAction, f"action_{name}")
            assert not action.isEnabled()
        trigger(shown, "about")
        dialog = find(shown, QDialog, "about_dialog")
        click(find(dialog, QAbstractButton, "about_copy"))
        dialog.close()


def test_place_colours_and_size_are_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    with window(qtbot, tmp_path) as shown:
        shown.resize(760, 560)
        trigger(shown, "scheme_dark")
        trigger(shown, "larger")
    settings = WindowSettings(tmp_path)
    assert settings.scheme is Scheme.DARK
    assert settings.scale == 1.1
    with window(qtbot, tmp_path) as again:
        assert (again.width(), again.height()) == (760, 560)


def test_the_folder_of_the_settings_is_its_users_alone(tmp_path: Path) -> None:
    """It names registers."""
    settings = WindowSettings(tmp_path / "un" / "deux")
    settings.scale = 1.2
    settings.sync()
    for folder in (tmp_path / "un", tmp_path / "un" / "deux"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_settings_that_cannot_be_read_are_forgotten(tmp_path: Path) -> None:
    text = "[General]\nscheme=pink\nscale=huge\nrecent=nothing\ngeometry=5\n"
    (tmp_path / "window.ini").write_text(text, encoding="utf-8")
    settings = WindowSettings(tmp_path)
    assert settings.scheme is Scheme.SYSTEM
    assert settings.scale == 1.0
    assert settings.recent == []
    assert settings.geometry.isEmpty()


def test_the_window_is_not_wider_than_the_smallest_screen(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        for key in PAGES:
            frame.follow(Link(Place(key)))
        assert shown.minimumSizeHint().width() <= 1280
        assert shown.minimumSizeHint().height() <= 720


def test_mnemonics_of_each_menu_differ(qtbot: QtBot, tmp_path: Path) -> None:
    with window(qtbot, tmp_path) as shown:
        for menu in shown.menuBar().actions():
            inside = menu.menu()
            assert inside is not None
            texts = [each.text().replace("&&", "") for each in inside.actions()]  # type: ignore[attr-defined] # QMenu
            keys = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
            assert len(keys) == len(set(keys)), texts


def test_the_export_key_works_inside_a_line_of_text(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        frame.bar.take_focus()
        field = find(shown, QLineEdit, "situation_date")
        assert field.hasFocus()
        QTest.keyClick(field, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        dialog = find(shown, QDialog, "export_dialog")
        assert dialog.isVisible()
        dialog.close()
