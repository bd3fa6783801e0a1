"""Why a form is not saved: what is to be mended, the wrong fields as links, or a busy file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mutudesk.ui.look import icons
from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import ICON
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.qt.slots import weak_slot
from mutudesk.ui.widgets.buttons import QUIET, ActionButton
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.styled import Styled, set_property

if TYPE_CHECKING:
    from collections.abc import Sequence

LINKS_A_ROW = 4


class Summary(Styled, QFrame):
    """Takes the focus when a form cannot be saved; a link sends the name of its field.

    Signals:
        field_requested(str): bring this field in sight.
        retry_requested(): save again; nothing is to be mended.
    """

    field_requested = Signal(str)
    retry_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("band", "error")
        self._fields: tuple[tuple[str, str], ...] = ()
        self._others: tuple[str, ...] = ()
        self._may_retry = False
        self._icon = QLabel()
        self._title = label(kind="strong", name=f"{name}_title", wrap=True)
        self._links: list[QPushButton] = []
        self._link_rows = QGridLayout()
        self._words = label(name=f"{name}_text", wrap=True)
        for words in (self._title, self._words):
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            words.setSizePolicy(policy)
        self._head = QHBoxLayout()
        self._head.addWidget(self._icon)
        self._head.addWidget(self._title, 1)
        self._retry = ActionButton(self.tr("Try again"), f"{name}_retry", kind=QUIET, parent=self)
        self._retry.clicked.connect(self.retry_requested)
        self._retry.hide()
        self._head.addWidget(self._retry)
        self._column = QVBoxLayout(self)
        nest(self._column, self._head)
        nest(self._column, self._link_rows)
        self._column.addWidget(self._words)
        self.apply_style()
        self.hide()

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields linked to."""
        return tuple(name for name, _words in self._fields)

    def fill(
        self,
        fields: Sequence[tuple[str, str]],
        others: Sequence[str] = (),
        *,
        may_retry: bool = False,
    ) -> None:
        """List wrong fields (name, label) and sentences that concern no field; none = hide.

        With `may_retry` the same may be saved in a moment, as it is.
        """
        self._fields, self._others = tuple(fields), tuple(others)
        self._may_retry = may_retry
        self._retry.setVisible(may_retry)
        set_property(self, "band", "warn" if may_retry else "error")
        if may_retry:
            title = self.tr("This is not saved yet")
        elif fields:
            title = self.tr("%n field(s) to correct before saving", "", len(fields))
        else:
            title = self.tr("This cannot be saved")
        self._title.setText(title)
        self._words.setText("\n".join(others))
        self._words.setVisible(bool(others))
        names = ", ".join(words for _name, words in fields)
        self._make_links()
        self.setAccessibleName(" ".join((title, names, *others)))
        self.apply_style()
        self.setVisible(bool(fields or others))

    def take_focus(self) -> None:
        """Take the focus, on the first link."""
        targets: list[QPushButton] = [*self._links]
        if not self._retry.isHidden():
            targets.insert(0, self._retry)
        target: QWidget = targets[0] if targets else self
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if targets else Qt.FocusPolicy.StrongFocus)
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def apply_style(self) -> None:
        """Icon, colour of the links and margins of the look."""
        look = current_look()
        sign, role = ("alert-triangle", "warn") if self._may_retry else ("circle-alert", "error")
        self._icon.setPixmap(icons.pixmap(sign, role, ICON["m"], self.devicePixelRatioF()))
        self._column.setContentsMargins(look.px(10), look.px(8), look.px(12), look.px(7))
        self._column.setSpacing(look.px(2))
        self._head.setSpacing(look.px(9))

    def _make_links(self) -> None:
        for link in self._links:
            self._link_rows.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = []
        for number, (name, words) in enumerate(self._fields):
            link = QPushButton(words, self)
            link.setObjectName(f"{self.objectName()}_{name}")
            link.setProperty("kind", "link")
            link.setAutoDefault(False)
            link.setCursor(Qt.CursorShape.PointingHandCursor)
            link.clicked.connect(weak_slot(self._send, name))
            self._link_rows.addWidget(link, number // LINKS_A_ROW, number % LINKS_A_ROW)
            self._links.append(link)
        self._link_rows.setColumnStretch(LINKS_A_ROW, 1)

    def _send(self, name: str) -> None:
        self.field_requested.emit(name)
