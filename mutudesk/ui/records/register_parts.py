"""What a register page shows, one at a time: the list, the record opened, the form of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from mutudesk.ui.widgets.fitting_stack import FittingStack

if TYPE_CHECKING:
    from mutudesk.ui.forms.record_form import RecordForm
    from mutudesk.ui.records.list_view import RecordListView
    from mutudesk.ui.records.tabs import RecordTabs


class RegisterParts(FittingStack):
    """Knows which part is shown, whether it can be left, and what in it is not saved.

    `overview` is what shows the list, `holder` what shows the form: themselves, where nothing
    stands around them.

    Signals:
        unsaved_changed(): what is being entered changed.
    """

    unsaved_changed = Signal()

    def __init__(
        self,
        listed: RecordListView,
        record: RecordTabs,
        form: RecordForm,
        overview: QWidget,
        holder: QWidget,
    ) -> None:
        super().__init__()
        self._listed, self._record, self._form = listed, record, form
        self._overview, self._holder = overview, holder
        for part in (overview, record, holder):
            self.addWidget(part)
        # What it holds is not to make the window wider.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        record.unsaved_changed.connect(self.unsaved_changed)
        form.dirty_changed.connect(self._on_form_dirty)

    @property
    def in_list(self) -> bool:
        """Tell whether the list is shown."""
        return self.currentWidget() is self._overview

    @property
    def in_form(self) -> bool:
        """Tell whether the form of the record itself is shown."""
        return self.currentWidget() is self._holder

    def show_list(self) -> None:
        """Show the list."""
        self.setCurrentWidget(self._overview)

    def show_record(self) -> None:
        """Show the record opened."""
        self.setCurrentWidget(self._record)

    def show_form(self) -> None:
        """Show the form of the record itself."""
        self.setCurrentWidget(self._holder)

    def may_leave(self) -> bool:
        """Tell whether what is shown can be left; asks about what is not saved."""
        if self.in_list:
            return True
        return self._form.may_leave() if self.in_form else self._record.may_leave()

    @property
    def unsaved(self) -> int:
        """How many records are being entered."""
        return self._record.unsaved + int(self.in_form and self._form.is_dirty)

    def take_focus(self) -> None:
        """Give the focus to what is shown."""
        if self.in_list:
            self._listed.take_focus()
        elif self.in_form:
            self._form.take_focus()
        else:
            self._record.take_focus()

    def _on_form_dirty(self, _dirty: bool) -> None:  # noqa: FBT001 - a signal
        self.unsaved_changed.emit()
