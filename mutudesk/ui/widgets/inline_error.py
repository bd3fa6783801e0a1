"""What is wrong with a field, under it: icon and words, never colour alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from mutudesk.ui.look import icons
from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import ICON
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.styled import Styled


class InlineError(Styled, QWidget):
    """Hidden while there is nothing to say; kind `error` or `warn`."""

    def __init__(self, name: str = "inline_error", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._kind = "error"
        self._icon = QLabel()
        self._words = label(kind="error", name=f"{name}_text", wrap=True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._words.setSizePolicy(policy)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._words, 1)
        self.apply_style()
        self.hide()

    @property
    def text(self) -> str:
        """The words shown, empty when hidden."""
        return self._words.text()

    def show_message(self, text: str, kind: str = "error") -> None:
        """Show the words; an empty text hides the line."""
        self._kind = kind
        self._words.setText(text)
        self.apply_style()
        self.setVisible(bool(text))

    def apply_style(self) -> None:
        """Tint the icon."""
        look = current_look()
        name, role = {"error": ("circle-alert", "error"), "warn": ("alert-triangle", "warn")}[
            self._kind
        ]
        self._icon.setPixmap(icons.pixmap(name, role, ICON["chip"], self.devicePixelRatioF()))
        self._icon.setContentsMargins(0, look.px(2), 0, 0)
        self._words.setStyleSheet(f"color: {look.colour(role).name()};")
        self._row.setSpacing(look.px(7))
