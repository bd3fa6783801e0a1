"""Entering the clauses of a service: each shown as it will print while it is written.

What prints is imported with the first act: it brings the whole engine of documents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from mutudesk.domain.clauses import CLAUSES
from mutudesk.domain.findings import RefusedError
from mutudesk.ui.forms.specs import translated
from mutudesk.ui.look.current import current_look
from mutudesk.ui.pages.services.clause_preview import ClausePreview
from mutudesk.ui.qt.slots import weak_slot
from mutudesk.ui.records.entry_form import EntryForm

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from mutudesk.domain.clauses import ClauseName, NameForms
    from mutudesk.domain.records import Stored
    from mutudesk.domain.services import ServiceTerms
    from mutudesk.ui.records.spec import ActKind, RecordSpec
    from mutudesk.usecases.session import Session


_ROOM = 360  # pixels of the design: below, the text of the preview makes room


class TermsEntry(EntryForm):
    """The form of the clauses; `on` is the date whose names the preview shows."""

    def __init__(self, spec: RecordSpec[ServiceTerms], session: Session) -> None:
        super().__init__(spec, session)
        self.on: date = session.today
        self._names: Mapping[ClauseName, NameForms] = {}
        self._shown = ""  # the clause in the preview
        self._fields = {self._editor(name): name for name in CLAUSES}
        self.preview = ClausePreview()
        self.preview.name_chosen.connect(self._put_in)
        self.preview.proposal_requested.connect(self._take_proposal)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.preview)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self.form.field_edited.connect(self._on_clause_edited)

    def start(
        self,
        act: ActKind,
        owner: str,
        before: Stored[Any] | None,
        values: Mapping[str, object],
        stored: Sequence[Stored[Any]],
    ) -> None:
        """Begin an act."""
        from mutudesk.usecases.conventions.clauses import example_names

        super().start(act, owner, before, values, stored)
        try:
            self._names = example_names(self._session, owner, self.on)
        except RefusedError:  # the form is there all the same; saving says what is wrong
            self._names = {}
        self.preview.set_names({name: forms.alone for name, forms in self._names.items()})
        self._shown = ""
        self.preview.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the fields their room: at twice the size the preview is its buttons."""
        super().resizeEvent(event)
        self.preview.set_cramped(self.height() < current_look().px(_ROOM))

    # ----------------------------------------------------------------------------------------------

    def _editor(self, name: str) -> QPlainTextEdit:
        widget = self.form.field(name).widget
        assert isinstance(widget, QPlainTextEdit)  # noqa: S101 - clauses are long texts
        return widget

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Show the clause whose field gets the focus."""
        if isinstance(new, QPlainTextEdit) and new in self._fields:
            self._show(self._fields[new])

    def _on_clause_edited(self, name: str) -> None:
        if name == self._shown:
            self._show(name)

    def _show(self, name: str) -> None:
        from mutudesk.usecases.conventions.clauses import clause_as_printed, proposed_clauses

        if not self.is_active or not self._names:
            return
        self._shown = name
        written = self._editor(name).toPlainText()
        text = written if written.strip() else proposed_clauses()[name]
        self.preview.show_clause(
            translated(self.form.field(name).spec.label),
            clause_as_printed(text, self._names),
            is_proposal=not written.strip(),
        )
        QTimer.singleShot(0, self, weak_slot(self.form.bring_into_sight, name))

    def _put_in(self, name: str) -> None:
        editor = self._editor(self._shown)
        editor.insertPlainText(name)
        editor.setFocus()

    def _take_proposal(self) -> None:
        from mutudesk.usecases.conventions.clauses import proposed_clauses

        editor = self._editor(self._shown)
        editor.setPlainText(proposed_clauses()[self._shown])
        editor.setFocus()
