"""A form of a mandate, and one who saves it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from mutudesk.ui.forms.specs import FieldKind, FieldSpec
from mutudesk.ui.widgets.choice_field import Choice

if TYPE_CHECKING:
    from mutudesk.ui.forms.record_form import RecordForm

KIND = FieldKind
MANDATE = (
    FieldSpec("civility", KIND.CHOICE, "Title", span=2),
    FieldSpec("first_name", KIND.TEXT, "First name", required=True, span=3),
    FieldSpec("last_name", KIND.TEXT, "Last name", required=True, span=7),
    FieldSpec("acting", KIND.CHECK, "Acting"),
    FieldSpec("valid_from", KIND.DATE, "Begins", required=True),
    FieldSpec("valid_until", KIND.LAST_DAY, "Ends", hint="Empty: still running."),
)
CHOICES = {"civility": (Choice("M.", "M."), Choice("Mme", "Mme"))}
ROCHE = {"first_name": "Lucie", "last_name": "Roche", "valid_from": date(2016, 2, 20)}


class Saver:
    """Records what it is asked to, or refuses it."""

    def __init__(self, form: RecordForm) -> None:
        self.form = form
        self.saved: list[Any] = []
        self.findings: list[Any] = []
        form.save_requested.connect(self.save)

    def save(self, values: object) -> None:
        if self.findings:
            self.form.show_findings(self.findings, {"period_overlap": "Close the other one"})
        else:
            self.saved.append(values)
            self.form.mark_saved()
