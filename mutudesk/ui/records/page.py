"""A page with a list, a record opened in its place, and a form for what the record itself is.

Échap goes back: from the form to the record or the list, from the record to the same row of the
list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from mutudesk.domain.records import Kind
from mutudesk.ui.link import LinkAct, link_to
from mutudesk.ui.records.head_buttons import HeadButtons
from mutudesk.ui.records.placed_band import PlacedBand
from mutudesk.ui.records.register_parts import RegisterParts
from mutudesk.ui.widgets.buttons import PLAIN, PRIMARY, QUIET
from mutudesk.ui.widgets.page import Page
from mutudesk.ui.words.common import sentences_for

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from mutudesk.domain.findings import RefusedError
    from mutudesk.domain.records import RecordRef
    from mutudesk.ui.commands import Handlers
    from mutudesk.ui.forms.record_form import RecordForm
    from mutudesk.ui.link import Link
    from mutudesk.ui.records.list_view import RecordListView
    from mutudesk.ui.records.tabs import RecordTabs
    from mutudesk.usecases.session import Session


class RegisterPage(Page):
    """Derive it, make the parts, call `compose`, and say how a record is read (`show_record`)."""

    has_codes = True  # whether the record itself can be corrected and deleted, beside its facts

    def __init__(
        self, name: str, title: str, session: Session, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, title, parent)
        self.session = session
        self.name = name
        self.on = session.today
        self.key = ""  # of the record opened, "" in the list
        self._list_title = title
        self.band = PlacedBand(f"{name}_page_band", (20, 0, 16, 8))
        self.buttons = HeadButtons(self, name)
        self._back = self.buttons.add(self.tr("&Back to the list"), "back", QUIET, "arrow-left")
        self._remove = self.buttons.add(self.tr("Dele&te…"), "remove", QUIET, "trash-2")
        self._edit = self.buttons.add(self.tr("Correct t&he record…"), "edit", PLAIN, "pencil")
        self.add = self.buttons.add(self.tr("&New"), "add", PRIMARY, "plus", may_shrink=False)
        self.body.addWidget(self.band)
        self._back.clicked.connect(self.show_list)
        self.add.clicked.connect(self.start_new)
        self._edit.clicked.connect(self.start_edit)
        self._remove.clicked.connect(self.start_remove)

    def compose(
        self,
        listed: RecordListView,
        record: RecordTabs,
        form: RecordForm,
        holder: QWidget | None = None,
        overview: QWidget | None = None,
    ) -> None:
        """Take the parts over.

        `holder` is what shows the form, `overview` what shows the list, where it is not the form or
        the list itself.
        """
        self.listed, self.record, self.form = listed, record, form
        self._parts = RegisterParts(listed, record, form, overview or listed, holder or form)
        self.body.addWidget(self._parts, 1)
        self._parts.unsaved_changed.connect(self.unsaved_changed)
        listed.opened.connect(self.open_row)
        listed.counted.connect(self.show_count)
        form.cancel_requested.connect(self._on_form_cancelled)
        for panel in record.panels:
            panel.recorded.connect(self.report_changed)
            panel.outdated.connect(self.read_record)
            panel.history_requested.connect(self._on_history_requested)
        self._show_list()

    def set_list_title(self, title: str) -> None:
        """Name the list; translated by the page itself."""
        self._list_title = title
        self.set_title(title)

    # What each page says --------------------------------------------------------------------------

    def key_of(self, row: object) -> str:
        """The key of the record behind a row of the list."""
        raise NotImplementedError

    def show_record(self) -> bool:
        """Read the record `self.key` and show it; False when it is gone."""
        raise NotImplementedError

    def count_words(self, count: int) -> str:
        """How many rows the list has, in words."""
        raise NotImplementedError

    def start_new(self) -> None:
        """Enter a new record."""

    def start_edit(self) -> None:
        """Correct what the record itself is."""

    def start_remove(self) -> None:
        """Delete the record, after a question."""

    # What a page may say otherwise ----------------------------------------------------------------

    def open_row(self, row: object) -> None:
        """Open the record behind a row of the list."""
        self.open_record(self.key_of(row))

    def owner_key(self, ref: RecordRef) -> str:
        """The key under which this page opens a record that a link names."""
        epci_member = ref.kind is Kind.EPCI_MEMBERSHIP
        return str(ref.key[1 if epci_member else 0])

    def show_head(self) -> None:
        """Show title and buttons for the part shown: after each change of it, and each reading."""
        self.add.setVisible(self.in_list and self.listed.count > 0)
        self._back.setVisible(not self.in_list)
        reading = not self.in_list and not self.in_form
        self._edit.setVisible(reading and self.has_codes)
        self._remove.setVisible(reading and self.has_codes)
        if self.in_list or (self.in_form and not self.key):
            self.set_title(self._list_title)
            self.set_chips([])
            self.show_count(self.listed.count)

    def show_count(self, count: int) -> None:
        """Say how many rows the list has; nothing while a record is open."""
        if self.in_list or not self.key:
            self.set_facts(self.count_words(count))
            some = count > 0 or self.listed.is_narrowed
            self.add.setVisible(self.in_list and some)

    # Parts shown ----------------------------------------------------------------------------------

    @property
    def in_list(self) -> bool:
        """Tell whether the list is shown."""
        return self._parts.in_list

    @property
    def in_form(self) -> bool:
        """Tell whether the form of the record itself is shown."""
        return self._parts.in_form

    def show_list(self) -> None:
        """Go back to the list, to the row that was opened."""
        if not self.may_leave():
            return
        self.key = ""
        self.band.clear()
        self._show_list()
        self.take_focus()

    def show_form(self, title: str) -> None:
        """Show the form of the record itself."""
        self.form.set_title(title)
        self._parts.show_form()
        self._on_part_shown()
        self.form.take_focus()

    def show_tabs(self) -> None:
        """Show the record `self.key`."""
        if self.show_record():
            self._parts.show_record()
            self._on_part_shown()
            self.record.take_focus()
        else:
            self.key = ""
            self._show_list()

    def follow(self, link: Link) -> None:
        """Open the record that a link names or belongs to, on its tab; or enter a new one."""
        if link.act is LinkAct.NEW:
            self.start_new()
        elif link.record is not None:
            self.open_record(self.owner_key(link.record))
            self.record.show_fact(link.record)

    def open_record(self, key: str) -> None:
        """Show the record with this key."""
        if key == self.key and not self.in_list:
            return
        if not self.may_leave():
            return
        self.key = key
        self.band.clear()
        self.show_tabs()

    def refresh(self, on: date) -> None:
        """Read list and record again for a date; what is being entered stays."""
        self.on = on
        self.listed.refresh(on)
        if self.key:
            self.read_record()

    def read_record(self) -> None:
        """Read the open record again; the list is shown when it is gone."""
        if self.key and not self.show_record() and not self.in_form:
            self.key = ""
            self._show_list()
        self.show_head()

    def report_changed(self, judged: object) -> None:
        """An act was written: show what is recorded now and tell the other pages."""
        self.refresh(self.on)
        self.data_changed.emit(judged)
        self.unsaved_changed.emit()

    def report_refusal(self, refused: RefusedError) -> None:
        """Say in the page why something could not be done."""
        self.band.show_message(sentences_for(refused.findings), "error")

    def commands(self) -> Handlers:
        """What can be done with what is shown."""
        if self.in_list:
            return {"new": self.start_new, **self.listed.commands()}
        if self.in_form:
            return {"save": self.form.save}
        found: Handlers = {"back": self.show_list, **self.record.commands()}
        if self.has_codes:
            found |= {"edit": self.start_edit, "delete": self.start_remove}
        return found

    # Leaving --------------------------------------------------------------------------------------

    def may_leave(self) -> bool:
        """Tell whether the page can be left; asks about what is not saved."""
        return self._parts.may_leave()

    @property
    def unsaved(self) -> int:
        """How many records are being entered."""
        return self._parts.unsaved

    def take_focus(self) -> None:
        """Give the focus to what is shown."""
        self._parts.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the actions of a record are icons."""
        super().resizeEvent(event)
        self.buttons.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back by Échap; not a shortcut, so that a form or a field may take it first."""
        if event.key() != Qt.Key.Key_Escape or self.in_list:
            super().keyPressEvent(event)
        elif self.in_form:
            self.form.cancel()
        elif not self.record.escape():
            self.show_list()

    # ----------------------------------------------------------------------------------------------

    def _show_list(self) -> None:
        self._parts.show_list()
        self._on_part_shown()

    def _on_part_shown(self) -> None:
        self.show_head()
        self.unsaved_changed.emit()

    def _on_form_cancelled(self) -> None:
        self.form.load({})
        if self.key:
            self.show_tabs()
        else:
            self.show_list()

    def _on_history_requested(self, ref: RecordRef) -> None:
        self.link_requested.emit(link_to(ref, LinkAct.HISTORY))
