"""Where a form says what is wrong: beside the field concerned, else in the summary above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.findings import Finding, Severity
from mutudesk.ui.words.common import sentence_for, sentences_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mutudesk.ui.forms.form_fields import FormFields
    from mutudesk.ui.forms.summary import Summary

_BUSY = "file_busy"  # nothing is wrong with what was entered: it can be saved in a moment


class FormFindings:
    """Places findings at the fields, and fills the summary with those that refuse."""

    def __init__(self, fields: FormFields, summary: Summary) -> None:
        self._fields = fields
        self._summary = summary
        self._shown: dict[str, Finding] = {}

    def at(self, name: str) -> Finding | None:
        """The finding shown first at a field, None where there is none."""
        return self._shown.get(name)

    def clear(self) -> None:
        """Say nothing more."""
        for name in self._shown:
            self._fields.boxes[name].show_error("")
        self._shown = {}
        self._summary.fill(())

    def show(self, findings: Iterable[Finding], repairs: Mapping[str, str]) -> bool:
        """Show each at its place; tell whether the summary has to be looked at."""
        self.clear()
        findings = list(findings)
        parts, others = self._fields.parts, []
        by_field: dict[str, list[Finding]] = {}
        in_parts: dict[str, str] = {}
        for finding in findings:
            name, refuses = self._field_of(finding), finding.severity is Severity.REFUSAL
            if finding.field in parts and refuses:
                in_parts.setdefault(finding.field, parts[finding.field].words)
            elif name:
                by_field.setdefault(name, []).append(finding)
            elif refuses:
                others.append(sentence_for(finding))
        refused = {name for name, found in by_field.items() if self._show_at(name, found, repairs)}
        boxes = self._fields.boxes.items()
        wrong = [(name, box.spec.words) for name, box in boxes if name in refused]
        wrong += in_parts.items()
        self._summary.fill(wrong, others, may_retry=any(each.code == _BUSY for each in findings))
        return bool(wrong or others)

    def _show_at(self, name: str, found: Sequence[Finding], repairs: Mapping[str, str]) -> bool:
        """Show the refusals of a field, else its warnings; tell whether it is refused."""
        refused = [each for each in found if each.severity is Severity.REFUSAL]
        shown = refused or found
        self._shown[name] = shown[0]
        self._fields.boxes[name].show_error(
            sentences_for(shown),
            kind="error" if refused else "warn",
            repair=repairs.get(shown[0].code, ""),
        )
        return bool(refused)

    def _field_of(self, finding: Finding) -> str:
        shown = dict(self._fields.shown_boxes())
        return finding.field if finding.field in shown else ""
