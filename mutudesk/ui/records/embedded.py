"""What one subject shows of another inside its record: the window hands it over, made elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mutudesk.ui.records.record_panel import RecordPanel

if TYPE_CHECKING:
    from datetime import date

    from mutudesk.usecases.queries import Record


class OwnedRows(QWidget):
    """A list to read of what belongs to a record of another subject.

    Signals:
        opened(object): a row was opened.
        new_requested(): one is to be entered.
    """

    opened = Signal(object)
    new_requested = Signal()

    def show_of(self, key: str, on: date) -> None:
        """Show what belongs to a record, by its code, on a date."""
        raise NotImplementedError


class OwnedPanel(RecordPanel):
    """The dated records of another subject that belong to an agent."""

    def show_of(self, key: str, record: Record, on: date) -> None:
        """Show what belongs to an agent, by matricule."""
        raise NotImplementedError
