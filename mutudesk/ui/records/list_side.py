"""The left side of a record panel: how many there are, the button for a new one, the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mutudesk.language.typography import short_period
from mutudesk.ui.look.current import current_look
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.records.dated_list import DatedList, ListedRecord
from mutudesk.ui.records.spec import RecordSpec, record_words
from mutudesk.ui.widgets.buttons import QUIET, ActionButton
from mutudesk.ui.widgets.labels import ElidedLabel
from mutudesk.ui.widgets.styled import Styled

if TYPE_CHECKING:
    from datetime import date

WIDTH = 330
_HEIGHT = 150  # above the record, where both do not fit side by side
_BELOW = 8  # under the last line
_UNLIMITED = 16_777_215  # Qt's largest size


class ListSide(Styled, QWidget):
    """Shows and is asked; the panel answers to its list and its button."""

    def __init__(self, spec: RecordSpec[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = spec
        self._count = ElidedLabel("", "label")
        self._count.setObjectName(f"{spec.name}_count")
        self.add = ActionButton(
            record_words(spec.words.add), f"{spec.name}_new", kind=QUIET, icon="plus"
        )
        kept = self.add.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.add.setSizePolicy(kept)
        self.list = DatedList(f"{spec.name}_records")
        self._head = QHBoxLayout()
        self._head.addWidget(self._count, 1)
        self._head.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        nest(column, self._head)
        column.addWidget(self.list, 1)
        self.apply_style()

    def say_count(self, count: int) -> None:
        """Say how many records there are."""
        words = self._spec.words.count(count)
        self.list.setAccessibleName(words)
        self._count.set_whole(words)

    def listed(self, fact: Any, on: date) -> ListedRecord:  # noqa: ANN401 - a fact of any type
        """The line of a fact: its period, and whether it holds on the date."""
        title, subtitle = self._spec.line(fact)
        if not self._spec.is_dated:
            return ListedRecord(title, subtitle)
        parts = [part for part in (subtitle, short_period(fact.period)) if part]
        return ListedRecord(
            title,
            " · ".join(parts),
            mark=self.tr("in force") if fact.period.holds(on) else "",
            faded=fact.period.stop <= on,
        )

    def called(self, fact: Any, on: date) -> str:  # noqa: ANN401 - a fact of any type
        """What a fact is called in a sentence: the words of its line."""
        listed = self.listed(fact, on)
        return ", ".join(part for part in (listed.title, listed.subtitle) if part)

    def new_line(self) -> ListedRecord:
        """The line of the record that is being entered."""
        words = record_words(self._spec.words.new)
        return ListedRecord(words, self.tr("being entered, not saved"))

    def lie_above(self, above: bool) -> None:  # noqa: FBT001 - a setter
        """Take the whole width above the record, or a part of it beside."""
        look = current_look()
        self.setMinimumWidth(0 if above else look.px(WIDTH))
        self.setMaximumWidth(_UNLIMITED if above else look.px(WIDTH))
        rows = self.list.count() * max(self.list.sizeHintForRow(0), 0)
        needed = rows + self._head.sizeHint().height() + look.px(_BELOW)
        self.setMaximumHeight(min(look.px(_HEIGHT), needed) if above else _UNLIMITED)

    def apply_style(self) -> None:
        """Margins of the look."""
        look = current_look()
        self._head.setContentsMargins(look.px(20), look.px(8), look.px(8), look.px(4))
