"""What is to be mended before the form can be saved: the wrong fields as links."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from mutudesk.ui import icons
from mutudesk.ui.look import current_look
from mutudesk.ui.tokens import ICON
from mutudesk.ui.widgets.dressed import Dressed
from mutudesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence


class Summary(Dressed, QFrame):
    """Takes the focus when a form cannot be saved; a link sends the name of its field."""

    field_requested = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("kind", "error")
        self._fields: tuple[tuple[str, str], ...] = ()
        self._others: tuple[str, ...] = ()
        self._icon = QLabel()
        self._title = label(kind="strong", name=f"{name}_title", wrap=True)
        self._links = label(kind="links", name=f"{name}_links", wrap=True, rich=True)
        self._links.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._links.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._links.linkActivated.connect(self.field_requested)
        self._words = label(name=f"{name}_text", wrap=True)
        for words in (self._title, self._links, self._words):
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            words.setSizePolicy(policy)
        self._head = QHBoxLayout()
        self._head.addWidget(self._icon)
        self._head.addWidget(self._title, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._links)
        self._column.addWidget(self._words)
        self.dress()
        self.hide()

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields linked to."""
        return tuple(name for name, _words in self._fields)

    def tell(self, fields: Sequence[tuple[str, str]], others: Sequence[str] = ()) -> None:
        """List wrong fields (name, label) and sentences that concern no field; none = hide."""
        self._fields, self._others = tuple(fields), tuple(others)
        if fields:
            title = self.tr("%n field(s) to correct before saving", "", len(fields))
        else:
            title = self.tr("This cannot be saved")
        self._title.setText(title)
        self._words.setText("\n".join(others))
        self._words.setVisible(bool(others))
        self._links.setVisible(bool(fields))
        names = ", ".join(words for _name, words in fields)
        self._links.setAccessibleName(f"{title} : {names}")
        self.setAccessibleName(" ".join((title, names, *others)))
        self.dress()
        self.setVisible(bool(fields or others))

    def take_focus(self) -> None:
        """Take the focus, on the first link."""
        target = self._links if self._fields else self
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if self._fields else Qt.FocusPolicy.StrongFocus)
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def dress(self) -> None:
        """Icon, colour of the links and margins of the look."""
        look = current_look()
        self._icon.setPixmap(
            icons.pixmap("circle-alert", "error", ICON["m"], self.devicePixelRatioF())
        )
        colour = look.colour("error").name()
        self._links.setText(
            " · ".join(
                f'<a href="{escape(name)}" style="color:{colour}">{escape(words)}</a>'
                for name, words in self._fields
            )
        )
        self._column.setContentsMargins(look.px(10), look.px(8), look.px(12), look.px(7))
        self._column.setSpacing(look.px(2))
        self._head.setSpacing(look.px(9))
