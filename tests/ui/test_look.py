"""Fonts, icons and how a look is put on; the pure part is in `test_contrast.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from mutudesk.resources import resource_path
from mutudesk.ui.look import icons
from mutudesk.ui.look.appearance import Appearance, Scheme
from mutudesk.ui.look.current import (
    FAMILY,
    Look,
    current_look,
    scheme_of,
    system_colours,
    wants_high_contrast,
)
from mutudesk.ui.look.fonts import load_fonts
from mutudesk.ui.look.tokens import DARK, LIGHT
from mutudesk.ui.widgets.buttons import ActionButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_typeface_is_embedded() -> None:
    assert FAMILY in load_fonts()
    info = QFontInfo(Look().font("body", bold=True))
    assert info.family() == FAMILY
    assert info.weight() == QFont.Weight.DemiBold
    assert Look(LIGHT, 2.0).font("title").pixelSize() == 44


def test_applying_a_look_dresses_the_application(qapp: QApplication) -> None:
    look = Look(DARK, 1.5)
    look.apply(qapp)
    assert current_look() is look
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.window.lower()
    assert qapp.font().pixelSize() == 21


def test_a_widget_dresses_again_after_a_change(qtbot: QtBot, qapp: QApplication) -> None:
    button = ActionButton("Import", "import", icon="download")
    qtbot.addWidget(button)
    small = button.iconSize()
    Look(LIGHT, 2.0).apply(qapp)
    assert button.iconSize() == QSize(small.width() * 2, small.height() * 2)


def test_the_system_decides_unless_told(qapp: QApplication) -> None:
    appearance = Appearance(qapp)
    assert appearance.look().c is scheme_of(qapp)
    appearance.set_scheme(Scheme.DARK)
    assert current_look().c is DARK
    assert appearance.scheme is Scheme.DARK
    appearance.set_scale(5.0)
    assert appearance.scale == 2.0
    assert current_look().scale == 2.0
    appearance.set_scheme(Scheme.SYSTEM)
    appearance.deleteLater()


def test_a_change_of_the_system_is_followed(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    appearance = Appearance(qapp)
    monkeypatch.setattr("mutudesk.ui.look.appearance.scheme_of", lambda _app: DARK)
    with qtbot.waitSignal(appearance.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert current_look().c is DARK
    appearance.deleteLater()


def test_high_contrast_keeps_the_colours_of_the_system(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not wants_high_contrast(qapp)
    monkeypatch.setattr("mutudesk.ui.look.appearance.wants_high_contrast", lambda _app: True)
    appearance = Appearance(qapp)
    look = appearance.look()
    assert look.high_contrast
    system = qapp.palette()
    assert look.c.text == system.color(QPalette.ColorRole.Text).name()
    assert look.c.surface == system.color(QPalette.ColorRole.Base).name()
    assert look.c == system_colours(system)
    appearance.deleteLater()


def test_icons_are_tinted_and_sharp() -> None:
    picture = icons.pixmap("users", "hier", 18, 2.0)
    assert picture.size() == QSize(36, 36)
    assert picture.devicePixelRatio() == 2.0
    image = picture.toImage()
    inked = {
        image.pixelColor(x, y).name()
        for x in range(36)
        for y in range(36)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert inked == {LIGHT.hier.lower()}


def test_icons_are_cached_by_size_colour_and_ratio(qapp: QApplication) -> None:
    icons.clear_cache()
    same = icons.pixmap("users", "text", 18).cacheKey()
    assert icons.pixmap("users", "text", 18).cacheKey() == same
    for other in (
        icons.pixmap("users", "text", 20),
        icons.pixmap("users", "accent", 18),
        icons.pixmap("users", "text", 18, 1.5),
    ):
        assert other.cacheKey() != same
    Look(DARK).apply(qapp)
    assert icons.pixmap("users", "text", 18).cacheKey() != same


def test_an_icon_keeps_room_for_the_words_after_it() -> None:
    icon = icons.icon("download", "text", 16, room=6)
    assert icon.actualSize(icons.icon_size(16, room=6)) == QSize(22, 16)


def test_every_icon_of_the_folder_can_be_drawn() -> None:
    for path in resource_path("icons").glob("*.svg"):
        image = icons.pixmap(path.stem, "text", 16).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(16) for y in range(16)), path.name


def test_disabled_text_is_not_that_of_enabled(qtbot: QtBot) -> None:
    label, button = QLabel("x"), QPushButton("x")
    qtbot.addWidget(label)
    qtbot.addWidget(button)
    palette = QGuiApplication.palette()
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    assert palette.color(group.Disabled, role.ButtonText) != palette.color(
        group.Active, role.ButtonText
    )
