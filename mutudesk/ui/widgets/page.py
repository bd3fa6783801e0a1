"""What every page is: title, facts, chips and actions on one line, then its content.

A page gets its use cases in its own `__init__`, reads in `refresh`, sends wishes upwards and never
reaches for the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mutudesk.domain.records import Kind
from mutudesk.ui.look.current import current_look
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.widgets.labels import ElidedLabel, label
from mutudesk.ui.widgets.styled import Styled

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from mutudesk.ui.commands import Handlers
    from mutudesk.ui.link import Link
    from mutudesk.ui.widgets.chip import Chip

NARROW = 680  # logical pixels at 100 % below which only title and actions are shown


class Page(Styled, QWidget):
    """Base of the pages. Put the content into `body`; it has no margins of its own.

    Signals:
        link_requested(object): open what a Link names.
        date_requested(object): look at another date.
        data_changed(object): an act was written, a Judged; the page itself shows it already.
        unsaved_changed(): `unsaved` may have another value.
    """

    # The kinds of records that it shows something of: it is read again after acts on these.
    reads: ClassVar[Collection[Kind]] = frozenset(Kind)

    link_requested = Signal(object)
    date_requested = Signal(object)
    data_changed = Signal(object)
    unsaved_changed = Signal()

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"page_{name}")
        self._title = label(title, "title", f"{name}_title")
        self._facts = ElidedLabel("", "soft")
        self._facts.setObjectName(f"{name}_facts")
        self._states = QWidget()
        self._chips = QHBoxLayout(self._states)
        self._chips.setContentsMargins(0, 0, 0, 0)
        self._actions = QHBoxLayout()
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._facts)
        self._head.addWidget(self._states)
        self._head.addStretch(1)
        nest(self._head, self._actions)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        nest(self._column, self._head)
        nest(self._column, self.body, 1)
        self._stale = True
        self._shown_chips: tuple[Chip, ...] = ()
        self.apply_style()

    # What a page may say otherwise ----------------------------------------------------------------

    def refresh(self, on: date) -> None:
        """Read again for a date: called when the page is shown, the date or the data change."""

    def commands(self) -> Handlers:
        """What can be asked of the page now, by the names of `ui/commands`."""
        return {}

    def may_leave(self) -> bool:
        """Tell whether the page can be left; asks about what is not saved."""
        return True

    def follow(self, link: Link) -> None:
        """Show what a link to this page names."""

    def take_focus(self) -> None:
        """Give the focus to what one uses first."""
        self.setFocus()

    @property
    def unsaved(self) -> int:
        """How many records are being entered."""
        return 0

    # What a page uses -----------------------------------------------------------------------------

    def set_title(self, text: str) -> None:
        """Name the page, or the record it shows."""
        self._title.setText(text)

    def set_facts(self, text: str) -> None:
        """Say counts and identifiers beside the title."""
        self._facts.set_whole(text)

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show states beside the facts."""
        for chip in self._shown_chips:
            self._chips.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._shown_chips = tuple(chips)
        for chip in self._shown_chips:
            self._chips.addWidget(chip)

    def add_action(self, button: QPushButton) -> QPushButton:
        """Place a button at the right of the title; one primary action a page."""
        self._actions.addWidget(button)
        return button

    # What the frame uses --------------------------------------------------------------------------

    @property
    def is_stale(self) -> bool:
        """Tell whether the page must be read again before it is shown."""
        return self._stale

    def mark_stale(self) -> None:
        """Have the page read again the next time it is shown."""
        self._stale = True

    def read_again(self, on: date) -> None:
        """Refresh, and remember that it is done."""
        self._stale = False
        self.refresh(on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the title and the actions only where there is little room."""
        super().resizeEvent(event)
        roomy = self.width() >= current_look().px(NARROW)
        self._facts.setVisible(roomy)
        self._states.setVisible(roomy)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a small window: facts and chips may go."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), current_look().px(NARROW)), hint.height())

    def apply_style(self) -> None:
        """Margins of the look."""
        look = current_look()
        self._head.setContentsMargins(look.px(20), look.px(11), look.px(16), look.px(9))
        self._head.setSpacing(look.px(9))
        self._chips.setSpacing(look.px(6))
        self._actions.setSpacing(look.px(8))
        self._title.setMinimumHeight(look.px(34))
