"""The welcome page: choosing an agglomeration by keys, recent files, what is made of it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMessageBox, QWidget

from mutudesk.ui.pages.welcome.chooser import _COUNT
from mutudesk.usecases.reference import epci_count, search_epci
from tests.demonstration import demonstration
from tests.ui.finding import click, find
from tests.ui.windows import frame_of, window

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mutudesk.ui.shell.main_window import MainWindow
    from tests.conftest import Dialogs


def _type(qtbot: QtBot, shown: MainWindow, text: str) -> None:
    field = find(shown, QLineEdit, "epci_search")
    QTest.keyClicks(field, text)
    qtbot.waitUntil(lambda: bool(find(shown, QLabel, "epci_found").text()))


def test_an_agglomeration_is_found_by_a_member_commune_and_created(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs
) -> None:
    target = tmp_path / "mon registre.mutu"
    dialogs.answer("QFileDialog.getSaveFileName", (str(target.with_suffix("")), ""))
    with window(qtbot, tmp_path) as shown:
        _type(qtbot, shown, "CHAMALIERES")
        results = shown.welcome.chooser.results
        assert results.choice is not None
        assert results.choice.siren == "246300701"
        assert results.choice.commune == "Chamalières"
        assert "Chamalières" in find(shown, QLabel, "epci_member_names").text()
        QTest.keyClick(find(shown, QLineEdit, "epci_search"), Qt.Key.Key_Return)
        assert target.exists()
        assert shown.registers.path == target
        assert "Clermont" in find(shown, QLabel, "register_name").text()
    title, proposed = dialogs.asked[0][1][1:3]
    assert title
    assert Path(proposed).name == "Clermont Auvergne Métropole.mutu"
    assert Path(proposed).is_absolute()


def test_arrows_choose_while_the_field_keeps_the_focus(qtbot: QtBot, tmp_path: Path) -> None:
    with window(qtbot, tmp_path) as shown:
        _type(qtbot, shown, "chamal")
        results = shown.welcome.chooser.results
        first = results.choice
        field = find(shown, QLineEdit, "epci_search")
        QTest.keyClick(field, Qt.Key.Key_Down)
        second = results.choice
        QTest.keyClick(field, Qt.Key.Key_Up)
        assert results.choice == first != second
        assert field.hasFocus()


def test_creating_without_a_choice_is_explained(qtbot: QtBot, tmp_path: Path) -> None:
    with window(qtbot, tmp_path) as shown:
        button = find(shown, QAbstractButton, "epci_create")
        assert button.isEnabled()
        click(button)
        assert find(shown, QWidget, "chooser_band").isVisible()
        click(find(shown, QAbstractButton, "epci_absent"))
        assert find(shown, QWidget, "chooser_band").isVisible()


def test_a_register_never_replaces_a_file(qtbot: QtBot, tmp_path: Path, dialogs: Dialogs) -> None:
    target = tmp_path / "note.mutu"
    target.write_text("precious", encoding="utf-8")
    dialogs.answer("QFileDialog.getSaveFileName", (str(target), ""))
    with window(qtbot, tmp_path) as shown:
        _type(qtbot, shown, "riom")
        QTest.keyClick(find(shown, QLineEdit, "epci_search"), Qt.Key.Key_Return)
        box = find(shown, QMessageBox, "refused_dialog")
        assert str(target) in box.informativeText()
        assert shown.frame is None
        box.close()
    assert target.read_text(encoding="utf-8") == "precious"


def test_the_demonstration_is_made_once_and_opened(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "demo.mutu"
    monkeypatch.setattr("mutudesk.paths.default_demonstration", lambda: target)
    with window(qtbot, tmp_path) as shown:
        tile = find(shown, QAbstractButton, "welcome_demonstration")
        tile.setFocus()
        QTest.keyClick(tile, Qt.Key.Key_Return)
        assert frame_of(shown).session is not None
        assert find(shown, QLabel, "file_note").text()
        made = target.stat().st_mtime_ns
        assert shown.registers.close_register()
        click(tile)
        assert shown.registers.path == target
    assert target.stat().st_mtime_ns == made


def test_recent_files_are_opened_and_missing_ones_taken_off(qtbot: QtBot, tmp_path: Path) -> None:
    path = demonstration(tmp_path)
    with window(qtbot, tmp_path) as shown:
        settings = shown._settings  # noqa: SLF001 - what the window was given
        settings.remember(path, datetime.now(UTC))
        settings.remember(tmp_path / "gone.mutu", datetime.now(UTC))
        shown.registers.show_welcome()
        forget = find(shown, QAbstractButton, "recent_forget_0")
        click(forget)
        assert [each.path for each in settings.recent] == [path]
        qtbot.waitUntil(lambda: find(shown, QAbstractButton, "recent_0").isVisible())
        last = shown.findChildren(QAbstractButton, "recent_0")[-1]
        click(last)
        assert shown.registers.path == path


def test_a_recent_file_that_went_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    with window(qtbot, tmp_path) as shown:
        shown._settings.remember(tmp_path / "gone.mutu", datetime.now(UTC))  # noqa: SLF001
        shown.registers.show_welcome()
        click(find(shown, QAbstractButton, "recent_0"))
        box = find(shown, QMessageBox, "refused_dialog")
        assert "gone.mutu" in box.informativeText()
        box.close()


def test_the_number_said_is_the_number_listed() -> None:
    assert epci_count() == _COUNT


@pytest.mark.parametrize(
    ("text", "siren"),
    [
        ("clermont auvergne", "246300701"),
        ("246 300 701", "246300701"),
        ("Royat", "246300701"),
        ("clermont 63", "246300701"),
        ("le puy 43", "200073419"),
        ("pays basque", "200067106"),
    ],
)
def test_the_best_match_comes_first(text: str, siren: str) -> None:
    assert search_epci(text).choices[0].siren == siren


@pytest.mark.parametrize("text", ["63", "puy-de-dôme", "PUY DE DOME"])
def test_a_departement_is_found_by_code_and_name(text: str) -> None:
    found = search_epci(text)
    assert found.count == 14
    assert {"246300701"} <= {each.siren for each in found.choices}


@pytest.mark.parametrize("text", ["", "  ", "-", "zzzz"])
def test_nothing_is_found_for_nothing(text: str) -> None:
    assert search_epci(text).count == 0


def test_large_text_fits_a_small_screen(qtbot: QtBot, tmp_path: Path) -> None:
    with window(qtbot, tmp_path) as shown:
        shown._appearance.set_scale(2.0)  # noqa: SLF001 - what the window was given
        assert shown.minimumSizeHint().width() <= 1280
        shown._appearance.set_scale(1.0)  # noqa: SLF001
