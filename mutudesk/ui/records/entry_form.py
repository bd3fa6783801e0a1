"""Entering one act on one record: the form, what the act leads to, its refusals and repairs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mutudesk.domain.findings import Finding, RefusedError
from mutudesk.language.typography import short_date, short_period
from mutudesk.ui.forms.record_form import RecordForm
from mutudesk.ui.records.counts import depending_words
from mutudesk.ui.records.form_act import changes_of
from mutudesk.ui.records.placed_band import PlacedBand
from mutudesk.ui.records.reason import REASON
from mutudesk.ui.records.refusals import placed, repair_words, shortened
from mutudesk.ui.records.spec import BEGINS, ENDS, WHY, ActKind, RecordSpec
from mutudesk.usecases.acts.consequences import Consequences, close_dependents, consequences
from mutudesk.usecases.acts.repairs import Repair, repair_of
from mutudesk.usecases.recording import record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.fact_base import FactBase
    from mutudesk.domain.records import Stored
    from mutudesk.usecases.session import Session

PAUSE = 200  # milliseconds without a change before the consequences are looked up
CLOSE_TOO = "close_too"


class EntryForm(QWidget):
    """Writes itself, in one act, once *Enregistrer* is pressed.

    Signals:
        recorded(object, object): what the use case returned, and the changes that were asked for.
        outdated(): a record was changed by somebody else: read again and call `point_at`.
        cancelled(): the user left the form.
    """

    recorded = Signal(object, object)
    outdated = Signal()
    cancelled = Signal()

    def __init__(
        self, spec: RecordSpec[Any], session: Session, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.spec, self._session = spec, session
        self.base: FactBase | None = None
        self.act: ActKind | None = None
        self.before: Stored[Any] | None = None
        self.owner = ""
        self._stored: Sequence[Stored[Any]] = ()
        self._repairs: dict[str, Repair] = {}
        self._consequences = Consequences()
        self._too: list[AnyChange] = []  # what depends on the record and is closed with it
        self.band = PlacedBand(f"{spec.name}_entry_band", (24, 10, 24, 0))
        self.form = RecordForm(
            spec.name,
            (*spec.fields, REASON),
            searches=spec.searches,
            choices=spec.choices,
            today=lambda: session.today,
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addWidget(self.form, 1)
        self._timer.timeout.connect(self.look_ahead)
        self.form.save_requested.connect(self._on_save)
        self.form.cancel_requested.connect(self.cancelled)
        self.form.repair_requested.connect(self._on_repair)
        self.form.field_edited.connect(self._on_field_edited)
        self.band.action_requested.connect(self.answer_band)

    @property
    def is_active(self) -> bool:
        """Tell whether an act is being entered."""
        return self.act is not None

    def start(
        self,
        act: ActKind,
        owner: str,
        before: Stored[Any] | None,
        values: Mapping[str, object],
        stored: Sequence[Stored[Any]],
    ) -> None:
        """Begin an act; the fields that are no part of it are put away."""
        self.act, self.owner, self.before, self._stored = act, owner, before, stored
        self._repairs = {}
        self._consequences, self._too = Consequences(), []
        self.band.clear()
        for field in self.spec.fields:
            out = (act is ActKind.CLOSE and field.name != ENDS) or (
                act is ActKind.AMEND and field.name == ENDS
            )
            self.form.withdraw(field.name, out)
            if field.name == ENDS:
                last = self.tr("The last day, inclusive.")
                self.form.demand(ENDS, last if act is ActKind.CLOSE else None)
        self.form.withdraw(WHY, act is ActKind.NEW)
        self.form.load(values)
        self.form.set_title(self.title_words())
        self.name_save()

    def stop(self) -> None:
        """Enter nothing more."""
        self._timer.stop()
        self.act, self.before = None, None
        self.form.load({})

    def point_at(self, stored: Sequence[Stored[Any]]) -> None:
        """Go on with the record as it is now recorded."""
        self._stored = stored
        if self.before is not None:
            found = [each for each in stored if each.id == self.before.id]
            self.before = found[0] if found else self.before

    def changes(self, values: Mapping[str, object]) -> list[AnyChange]:
        """What the act would write. Raises RefusedError."""
        if self.act is None:
            return []
        return changes_of(self.act, self.spec, self.owner, self.before, values)

    # What a form may say otherwise ----------------------------------------------------------------

    def title_words(self) -> str:
        """The title of the form for the act at hand."""
        if self.act is None:
            return ""
        title = self.spec.title_of(self.act)
        if self.before is None:
            return title
        return self.tr("{act}: {record}").format(
            act=title, record=self.spec.line(self.before.fact)[0]
        )

    def name_save(self) -> None:
        """Let the button say which day the act dates from."""
        day = self.act_day()
        if self.act is ActKind.AMEND and day is not None:
            words = self.tr("Change from {day}").format(day=short_date(day))
        elif self.act is ActKind.CLOSE and day is not None:
            words = self.tr("Close on {day}").format(day=short_date(day))
        elif self.act is ActKind.CLOSE:
            words = self.tr("Close")
        elif self.act is ActKind.CORRECT:
            words = self.tr("Save the correction")
        else:
            words = self.tr("Save")
        self.form.set_save_words(words)

    def act_day(self) -> date | None:
        """The day that the act is named after."""
        name = ENDS if self.act is ActKind.CLOSE else BEGINS
        day = self.form.values().get(name)
        return day if isinstance(day, date) else None

    def look_ahead(self) -> None:
        """Say beforehand what depends on the record."""
        if self.act is None or self.before is None:
            return
        reading = self.form.reading()
        self._consequences = Consequences()
        if reading.is_complete:
            try:
                changes = [*self.changes(reading.values), *self._too]
                self._consequences = consequences(self._session, changes)
            except RefusedError:
                pass  # what is wrong is said when it is saved
        self._show_consequences()

    def show_refusals(self, findings: Sequence[Finding], changes: Sequence[AnyChange]) -> None:
        """Say why the act was refused, with the repairs there are."""
        if any(each.code == "changed_meanwhile" for each in findings):
            self._go_on_from_now()
            return
        self._repairs = {}
        for each in findings:
            repair = repair_of(each, changes, self._stored)
            if repair is not None:
                self._repairs.setdefault(each.code, repair)
        shown = shortened(placed(findings, self.spec.kind))
        words = {code: repair_words(each, self.spec.words) for code, each in self._repairs.items()}
        self.form.show_findings(shown, words)
        if self.before is not None:
            self.look_ahead()

    def answer_band(self, key: str) -> None:
        """Do what a button in the band offers: close what depends on the record in the same act."""
        last = self._consequences.last_day
        if key != CLOSE_TOO or last is None:
            return
        self._too = close_dependents(self._session, self._consequences)
        count = len(self._too)
        self.band.show_message(
            self.tr("%n record(s) will be closed on {day} in the same act.", "", count).format(
                day=short_date(last)
            ),
            "info",
        )

    # ----------------------------------------------------------------------------------------------

    def _on_field_edited(self, name: str) -> None:
        self._too = []
        if name in {BEGINS, ENDS}:
            self.name_save()
        if self.before is not None:
            self._timer.start()

    def _show_consequences(self) -> None:
        found = self._consequences
        if not found.refs:
            self.band.clear()
        elif found.last_day is None:
            self.band.show_message(depending_words(found.refs), "warn")
        else:
            words = self.tr("Close them too on {day}").format(day=short_date(found.last_day))
            self.band.show_message(depending_words(found.refs), "warn", **{CLOSE_TOO: words})

    def _on_save(self, values: Mapping[str, object]) -> None:
        self._save(values, ())

    def _save(self, values: Mapping[str, object], more: Sequence[AnyChange]) -> None:
        if self.act is None:
            return
        changes: list[AnyChange] = []
        why = str(values.get(WHY) or "")
        try:
            changes = self.changes(values)
            judged = record(self._session, [*more, *changes, *self._too], self.act.value, why)
        except RefusedError as refused:
            self.show_refusals(refused.findings, changes)
            return
        self._timer.stop()
        self.form.mark_saved()
        self.recorded.emit(judged, changes)

    def _go_on_from_now(self) -> None:
        """Somebody else changed the record: go on from what he wrote, with what was typed here."""
        self.outdated.emit()
        words = self.tr(
            "This record was changed in the meantime. What you typed is still here: compare it "
            "with what is recorded now, then save again."
        )
        if self.before is not None:
            title, subtitle = self.spec.line(self.before.fact)
            period = getattr(self.before.fact, "period", None)
            parts = (title, subtitle, "" if period is None else short_period(period))
            now = self.tr("Recorded now: {record}.").format(record=", ".join(p for p in parts if p))
            words = f"{words} {now}"
        self.band.show_message(words, "warn")

    def _on_repair(self, finding: Any) -> None:  # noqa: ANN401 - from a signal
        repair = self._repairs.get(finding.code)
        if repair is None:
            return
        if not repair.closing:
            self.form.set_value(ENDS, repair.last_day)
        reading = self.form.reading()
        if reading.is_complete:
            self._save(reading.values, repair.closing)
        else:
            self.form.save()
