"""The date field: typed in any usual way, stepped by keys, picked in a calendar, empty allowed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal

from mutudesk.domain.parsing import OPEN_ENDS, ParseError
from mutudesk.domain.period import EARLIEST_YEAR, LATEST_YEAR
from mutudesk.ui.look.current import current_look
from mutudesk.ui.widgets.buttons import IconButton
from mutudesk.ui.widgets.calendar_popup import CalendarPopup
from mutudesk.ui.widgets.date_typing import STEPS, shown_date, stepped, typed_date
from mutudesk.ui.widgets.field_edit import FieldEdit, claims_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


class DateField(FieldEdit):
    """A day or, when optional, none.

    Keys: j s m a one day, week, month, year on, capitals back; = today; ↓ or F4 the calendar.
    Wrong text stays as typed, and `read` raises its ParseError.

    Signals:
        edited: the user changed the text.
        date_changed(object): a valid day, or None, was completed by the user.
        refused(object): the user left a text that is no day; carries the ParseError.
    """

    date_changed = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        name: str,
        *,
        optional: bool = True,
        open_end: bool = False,
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._optional = optional
        self._open_end = open_end
        self._today = today
        self._known: date | None = None
        button = IconButton(
            self.tr("Open the calendar"), f"{name}_calendar", "calendar", inside=True, parent=self
        )
        button.clicked.connect(self.open_calendar)
        self.put_inside(button)
        self.setPlaceholderText(self.tr("dd/mm/yyyy"))

    @property
    def day(self) -> date | None:
        """The last complete value."""
        return self._known

    def set_date(self, day: date | None) -> None:
        """Show a day without sending anything."""
        self._known = day
        self.setText(shown_date(day))
        self.set_invalid(False)

    def read(self) -> date | None:
        """The day typed, None when empty. Raises ParseError."""
        text = self.text().strip()
        if not text:
            if self._optional:
                return None
            raise ParseError("cell_required")
        if self._open_end and text in OPEN_ENDS:
            return None
        return typed_date(text)

    def write(self, value: object) -> None:
        """Show a day."""
        self.set_date(value if isinstance(value, date) else None)

    def tidy(self) -> None:
        """Complete what was typed: jj/mm/aaaa, or say why it is no day."""
        try:
            day = self.read()
        except ParseError as problem:
            self.set_invalid(True)
            self.refused.emit(problem)
            return
        self._take(day)

    def open_calendar(self) -> None:
        """Show the calendar at the day of the field."""
        popup = CalendarPopup(self)
        popup.chosen.connect(self._on_chosen)
        popup.open_at(self._start(), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the date keys; everything else is typing."""
        sign = event.text()
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_F4} and not self.isReadOnly():
            self.open_calendar()
        elif sign in STEPS and not self.isReadOnly():
            self._step(stepped(self._start(), sign))
        elif sign == "=" and not self.isReadOnly():
            self._step(self._today())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the date keys from being taken by shortcuts."""
        return claims_key(event, Qt.Key.Key_Down, Qt.Key.Key_F4) or super().event(event)

    def apply_style(self) -> None:
        """Digits of one width."""
        super().apply_style()
        self.setFont(current_look().font("body", figures=True))

    def _start(self) -> date:
        try:
            return self.read() or self._today()
        except ParseError:
            return self._known or self._today()

    def _step(self, day: date) -> None:
        if EARLIEST_YEAR <= day.year <= LATEST_YEAR:
            self.setText(shown_date(day))
            self.edited.emit()
            self._take(day)
            self.selectAll()

    def _on_chosen(self, day: object) -> None:
        if isinstance(day, date):
            self.setText(shown_date(day))
            self.edited.emit()
            self._take(day)
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _take(self, day: date | None) -> None:
        self.set_invalid(False)
        self.setText(shown_date(day))
        if day != self._known:
            self._known = day
            self.date_changed.emit(day)
