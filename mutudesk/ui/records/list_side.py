"""The left side of a record panel: the records of a type, the button for a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
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
    from collections.abc import Sequence
    from datetime import date

    from mutudesk.domain.records import Stored

WIDTH = 330
_HEIGHT = 150  # above the record, where both do not fit side by side
_BELOW = 8  # under the last line
_UNLIMITED = 16_777_215  # Qt's largest size


class ListSide(Styled, QWidget):
    """Knows which record the cursor is on; the panel answers to its `list` and its button."""

    def __init__(self, spec: RecordSpec[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = spec
        self._records: Sequence[Stored[Any]] = ()
        self._above = 0  # lines above the records: that of a new one, while it is entered
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

    # Which record ---------------------------------------------------------------------------------

    def fill(
        self, records: Sequence[Stored[Any]], on: date, key: object, *, with_new: bool
    ) -> None:
        """Show the records, the cursor on the one with a key, else on the one of the date.

        With a line for a new one the cursor is there.
        """
        self._records, self._above = records, int(with_new)
        lines = [self._line(each.fact, on) for each in records]
        places = [place for place, each in enumerate(records) if each.fact.key == key]
        held = [place for place, each in enumerate(records) if _holds(each.fact, on)]
        place = (places or held or [0])[0] if records else -1
        if with_new:
            lines, place = [self._new_line(), *lines], 0
        self.list.show_records(lines, place)
        self.add.setVisible(bool(records) and not with_new)

    @property
    def current(self) -> Stored[Any] | None:
        """The record under the cursor, None where there is none or a new one is entered."""
        return self.at(self.list.currentRow())

    def at(self, row: int) -> Stored[Any] | None:
        """The record of a line, None for that of a new one."""
        place = row - self._above
        return self._records[place] if 0 <= place < len(self._records) else None

    def select_key(self, key: object) -> None:
        """Go to the record with this key, if it is there, as a user would."""
        for place, each in enumerate(self._records):
            if each.fact.key == key:
                self.list.setCurrentRow(place + self._above)

    def put_cursor_on(self, record: Stored[Any] | None) -> None:
        """Go to a record without sending anything; to the first line where it is not listed."""
        ids = [each.id for each in self._records]
        listed = record is not None and record.id in ids
        self.list.put_cursor(ids.index(record.id) + self._above if record and listed else 0)

    def take_focus(self) -> None:
        """Give the focus to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # Words and place ------------------------------------------------------------------------------

    def say_count(self, count: int) -> None:
        """Say how many records there are."""
        words = self._spec.words.count(count)
        self.list.setAccessibleName(words)
        self._count.set_whole(words)

    def called(self, fact: Any, on: date) -> str:  # noqa: ANN401 - a fact of any type
        """What a fact is called in a sentence: the words of its line."""
        listed = self._line(fact, on)
        return ", ".join(part for part in (listed.title, listed.subtitle) if part)

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

    def _line(self, fact: Any, on: date) -> ListedRecord:  # noqa: ANN401 - a fact of any type
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

    def _new_line(self) -> ListedRecord:
        words = record_words(self._spec.words.new)
        return ListedRecord(words, self.tr("being entered, not saved"))


def _holds(fact: Any, on: date) -> bool:  # noqa: ANN401 - a fact of any type
    period = getattr(fact, "period", None)
    return period is not None and period.holds(on)
