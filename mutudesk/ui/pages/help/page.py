"""Help: keys of the keyboard, version, licences, where the official data come from, diagnostics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout

from mutudesk.ui.look.current import current_look
from mutudesk.ui.pages.help.about_text import diagnostics, help_html
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.widgets.buttons import ActionButton
from mutudesk.ui.widgets.page import Page
from mutudesk.ui.widgets.styled import Styled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class HelpText(Styled, QTextBrowser):
    """The words, scrolled by keyboard, copied by Ctrl+C."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help_text")
        self.setAccessibleName(self.tr("Help"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.apply_style()

    def apply_style(self) -> None:
        """Write the text in the colours and sizes of the look."""
        self.setHtml(help_html())
        self.document().setDocumentMargin(current_look().px(20))


class HelpPage(Page):
    """The help as a page of the window."""

    reads = frozenset()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("help", "", parent)
        self.set_title(self.tr("Help"))
        self._text = HelpText()
        self.body.addWidget(self._text)
        copy = ActionButton(self.tr("&Copy the diagnostics"), "about_copy", icon="copy")
        copy.clicked.connect(_copy_diagnostics)
        self.add_action(copy)

    def take_focus(self) -> None:
        """Let the keys scroll."""
        self._text.setFocus()


class AboutDialog(QDialog):
    """The same as a dialog, for the welcome page and the menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About MutuDesk"))
        look = current_look()
        copy = ActionButton(self.tr("&Copy the diagnostics"), "about_copy", icon="copy")
        close = ActionButton(self.tr("C&lose"), "about_close")
        copy.clicked.connect(_copy_diagnostics)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(copy)
        buttons.addWidget(close)
        margin = look.px(16)
        buttons.setContentsMargins(margin, margin, margin, margin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(HelpText(), 1)
        nest(column, buttons)
        self.resize(look.px(760), look.px(600))
        close.setFocus()


def _copy_diagnostics() -> None:
    QGuiApplication.clipboard().setText(diagnostics())
