"""The filter field above a list: magnifier, clear button, a signal once typing pauses."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from mutudesk.ui.look import icons
from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import ICON, ROW
from mutudesk.ui.widgets.buttons import IconButton
from mutudesk.ui.widgets.styled import Styled

PAUSE = 150  # milliseconds without a key before a list is filtered


class SearchField(Styled, QLineEdit):
    """Sends `searched` after a pause, at once on Enter or when cleared; `left_downwards` on ↓."""

    searched = Signal(str)
    left_downwards = Signal()

    def __init__(
        self, placeholder: str, name: str = "search", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._sent = ""
        self._icon = QLabel(self)
        self._clear = IconButton(self.tr("Clear"), f"{name}_clear", "x", inside=True, parent=self)
        self._clear.clicked.connect(self.clear_search)
        self._clear.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._send)
        self.textEdited.connect(self._on_edited)
        self.textChanged.connect(self._on_changed)
        self.returnPressed.connect(self._send)
        self.apply_style()

    def clear_search(self) -> None:
        """Empty the field and show everything again."""
        self.clear()
        self._send()

    def type_first(self, text: str) -> None:
        """Take over a letter typed in the list, which starts a search."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.setText(text)
        self._timer.start()

    def apply_style(self) -> None:
        """Magnifier, height and room for both signs."""
        look = current_look()
        self._icon.setPixmap(
            icons.pixmap("search", "text_soft", ICON["s"], self.devicePixelRatioF())
        )
        self._icon.adjustSize()
        self.setTextMargins(look.px(28), 0, look.px(24), 0)
        self.setFixedHeight(look.px(ROW["field"]))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the signs in their places."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Échap empties the field, ↓ goes to the list."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear_search()
        elif event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Échap from closing the page while there is something to clear."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.text()
        ):
            event.accept()
            return True
        return super().event(event)

    def _place(self) -> None:
        look = current_look()
        self._icon.move(look.px(10), (self.height() - self._icon.height()) // 2)
        self._clear.move(
            self.width() - self._clear.width() - look.px(4),
            (self.height() - self._clear.height()) // 2,
        )

    def _on_edited(self, _text: str) -> None:
        self._timer.start()

    def _on_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))

    def _send(self) -> None:
        self._timer.stop()
        if self.text() != self._sent:
            self._sent = self.text()
            self.searched.emit(self._sent)
