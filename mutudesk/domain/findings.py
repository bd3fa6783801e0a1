"""What a rule has to say: a code with its facts, never a sentence.

`mutudesk.language.messages` makes the sentences, so that window and command line say the same
words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from mutudesk.domain.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mutudesk.domain.records import RecordRef


class Share(int):
    """Basis points that are to be worded as a percentage."""


FindingValue: TypeAlias = str | int | date | Period | Share | tuple[str, ...]


class Severity(Enum):
    """A refusal stops the act; a warning is shown and kept for the to-do list."""

    REFUSAL = "refusal"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule met something.

    `field` names the field of the first record where a person would mend it, `also` the one in the
    other kinds of records concerned; `values` fill the sentence. `of_writing`: a refusal of what an
    act writes, and only a warning about what a register already holds.
    """

    code: str
    severity: Severity
    records: tuple[RecordRef, ...] = ()
    field: str = ""
    values: Mapping[str, FindingValue] = dataclass_field(default_factory=dict, hash=False)
    also: str = ""
    of_writing: bool = False

    def tolerated(self) -> Finding:
        """The same, as a warning."""
        return replace(self, severity=Severity.WARNING)


def refusal(
    code: str, *records: RecordRef, field: str = "", also: str = "", **values: FindingValue
) -> Finding:
    """A finding that stops the act."""
    return Finding(code, Severity.REFUSAL, records, field, values, also)


def refusal_to_write(
    code: str, *records: RecordRef, field: str = "", also: str = "", **values: FindingValue
) -> Finding:
    """A finding that stops an act which writes it, and warns of what was recorded before."""
    return Finding(code, Severity.REFUSAL, records, field, values, also, of_writing=True)


def warning(code: str, *records: RecordRef, field: str = "", **values: FindingValue) -> Finding:
    """A finding that is shown and does not stop anything."""
    return Finding(code, Severity.WARNING, records, field, values)


def refusals(findings: Iterable[Finding]) -> list[Finding]:
    """Those that stop the act."""
    return [each for each in findings if each.severity is Severity.REFUSAL]


def warnings(findings: Iterable[Finding]) -> list[Finding]:
    """Those that do not."""
    return [each for each in findings if each.severity is Severity.WARNING]


class RefusedError(Exception):
    """The act was refused, and nothing was changed; `findings` say why."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(", ".join(each.code for each in findings))
        self.findings = findings


def refused(code: str, *, field: str = "", **values: FindingValue) -> RefusedError:
    """A refusal that concerns no record in particular (a file, an argument)."""
    return RefusedError(refusal(code, field=field, also="", **values))
