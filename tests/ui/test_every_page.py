"""Every page at every size of text: no clipped word, no widget without a name or out of reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from mutudesk.domain.records import Kind
from mutudesk.ui.link import Link
from mutudesk.ui.shell.i18n import install_language
from mutudesk.ui.shell.window_pages import navigation_groups
from mutudesk.ui.widgets.labels import ElidedLabel
from tests.builders import BEAUMONT
from tests.demonstration import demonstration
from tests.ui.windows import window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mutudesk.ui.shell.main_window import MainWindow

SIZE = (1280, 720)
# Each page, and the records of the demonstration that have pages of their own.
LINKS = [
    *(Link(item.place) for group in navigation_groups() for item in group),
    Link(Kind.BODY, (BEAUMONT,)),
    Link(Kind.SERVICE, ("ADS",)),
    Link(Kind.AGENT, ("A-0412",)),
]


class LongTranslator(QTranslator):
    """Every string a third longer than in French, as other languages may be."""

    def __init__(self, french: QTranslator) -> None:
        super().__init__()
        self._french = french

    def isEmpty(self) -> bool:  # noqa: N802 - Qt names it
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        words = self._french.translate(context, source, disambiguation, n) or source
        return f"{words} {'ñ' * max(1, len(words) // 3 - 1)}" if len(words) > 2 else words


@pytest.fixture(params=["french", "english", "long"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    installed = [] if request.param == "english" else install_language(qapp, "fr")
    if request.param == "long":
        installed.append(LongTranslator(installed[-1]))
        qapp.installTranslator(installed[-1])
    yield request.param
    for translator in installed:
        QCoreApplication.removeTranslator(translator)


@pytest.fixture(params=[1.0, 2.0], ids=["100 %", "200 %"])
def shown(
    request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path, language: str
) -> Iterator[MainWindow]:
    del language
    with window(qtbot, tmp_path, request.param) as made:
        made.resize(*SIZE)
        assert made.registers.open_file(demonstration(tmp_path))
        yield made


def _settle(window: MainWindow) -> None:
    for _round in range(6):
        QApplication.processEvents()
    window.resize(*SIZE)
    QApplication.processEvents()


def _seen(window: QWidget) -> list[QWidget]:
    """What is visible and not scrolled or laid out away."""
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible() and not each.visibleRegion().isEmpty()
    ]


def _clipped(each: QWidget) -> bool:
    """Tell whether words are cut: those that end in an ellipsis by themselves are not."""
    if isinstance(each, ElidedLabel):
        return False
    if isinstance(each, QLabel) and each.text() and not each.wordWrap():
        return each.sizeHint().width() > each.width() + 1
    if isinstance(each, QAbstractButton) and each.text():
        return each.minimumSizeHint().width() > each.width() + 1
    return False


def _name(each: QWidget) -> str:
    return each.accessibleName() or (each.text() if isinstance(each, QAbstractButton) else "")


def _unnamed(each: QWidget) -> bool:
    inner = isinstance(each, (QScrollBar, QLineEdit)) and not each.objectName()
    takes_focus = bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus)
    scrolls_only = type(each).__name__ == "QScrollArea"
    of_view = isinstance(each.parent(), QAbstractScrollArea)
    return takes_focus and not inner and not scrolls_only and not of_view and not _name(each)


def _told(widgets: list[QWidget]) -> list[str]:
    return [
        f"{type(each).__name__} {each.objectName()!r} "
        f"{getattr(each, 'text', str)()!r} {each.width()} px of {each.sizeHint().width()}"
        for each in widgets
    ]


def test_every_page_fits_and_names_what_it_shows(shown: MainWindow) -> None:
    frame = shown.frame
    assert frame is not None
    problems: dict[str, list[str]] = {}
    for link in LINKS:
        assert frame.follow(link)
        _settle(shown)
        seen = _seen(shown)
        wrong = _told([each for each in seen if _clipped(each)])
        wrong += [f"no name: {each}" for each in _told([w for w in seen if _unnamed(w)])]
        least = shown.minimumSizeHint()
        if least.width() > SIZE[0] or least.height() > SIZE[1]:
            wrong.append(f"needs {least.width()} x {least.height()}")
        if wrong:
            problems[str(link)] = wrong
    assert problems == {}


def test_every_widget_is_reached_by_the_tab_key(shown: MainWindow) -> None:
    frame = shown.frame
    assert frame is not None
    for link in LINKS:
        assert frame.follow(link)
        _settle(shown)
        wanted = {
            each
            for each in _seen(shown)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled()
        }
        chain: set[QWidget] = set()
        each: QWidget | None = shown
        while each is not None and each not in chain:
            chain.add(each)
            each = each.nextInFocusChain()
        assert wanted <= chain, link
