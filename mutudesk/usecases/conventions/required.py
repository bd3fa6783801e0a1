"""What a convention cannot do without: what is missing becomes a finding, with record and field.

All of them are gathered before anything is refused, so that an office mends them in one go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.documents.fonts import missing_characters
from mutudesk.domain.findings import RefusedError, refusal
from mutudesk.domain.records import Kind

if TYPE_CHECKING:
    from mutudesk.domain.findings import Finding
    from mutudesk.domain.records import RecordRef

_EMPTY = {
    (Kind.IDENTITY, "name"): "convention_name_missing",
    (Kind.IDENTITY, "legal_form"): "convention_form_missing",
    (Kind.MANDATE, "first_name"): "convention_first_name_missing",
    (Kind.MANDATE, "last_name"): "convention_last_name_missing",
    (Kind.MANDATE, "quality"): "convention_quality_missing",
    (Kind.SERVICE, "name"): "convention_service_name_missing",
    (Kind.MISSION, "label"): "convention_mission_label_missing",
}
_UNPRINTABLE = {
    Kind.IDENTITY: "unprintable_in_identity",
    Kind.MANDATE: "unprintable_in_mandate",
    Kind.SERVICE: "unprintable_in_service",
    Kind.TERMS: "unprintable_in_terms",
    Kind.MEMBERSHIP: "unprintable_in_membership",
    Kind.ORIGIN: "unprintable_in_origin",
    Kind.MISSION: "unprintable_in_mission",
    Kind.POSITION: "unprintable_in_position",
}


class Required:
    """Takes texts off records for printing and remembers what stands against it."""

    def __init__(self) -> None:
        self._findings: list[Finding] = []

    def refuse(self, finding: Finding) -> None:
        """Remember something that stands against the convention."""
        if finding not in self._findings:
            self._findings.append(finding)

    def text(self, ref: RecordRef, field: str, text: str, owner: str) -> str:
        """A text that must be there; `owner` is whose record it is, in words."""
        if not text.strip():
            self.refuse(refusal(_EMPTY[ref.kind, field], ref, field=field, owner=owner))
        return self.optional(ref, field, text, owner)

    def optional(self, ref: RecordRef, field: str, text: str, owner: str) -> str:
        """A text that may be empty, but must be printable."""
        for sign in missing_characters(text):
            finding = refusal(
                _UNPRINTABLE[ref.kind],
                ref,
                field=field,
                owner=owner,
                character=sign,
                codepoint=f"U+{ord(sign):04X}",
                text=text,
            )
            self.refuse(finding)
        return text

    def finish(self) -> None:
        """Raise RefusedError with everything remembered, in the order in which it was met."""
        if self._findings:
            raise RefusedError(*self._findings)
