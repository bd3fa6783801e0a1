"""Where on a form a finding is shown, which concern an act, whom a refusal names, what mends it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mutudesk.language.messages import kind_label
from mutudesk.language.typography import short_date
from mutudesk.ui.records.spec import record_words
from mutudesk.ui.words.common import capitalized, sentence_for, window_language

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.fact_base import FactBase
    from mutudesk.domain.findings import Finding
    from mutudesk.domain.records import Kind, RecordRef
    from mutudesk.ui.records.spec import RecordWords
    from mutudesk.usecases.acts.repairs import Repair

NAMED = 5  # records named one by one in a refusal
SAID = 2  # sentences of one code


def placed(findings: Iterable[Finding], kind: Kind) -> list[Finding]:
    """The findings with the field of *this* form: that of the records of one kind, else none."""
    return [replace(each, field=_field_for(each, kind)) for each in findings]


def shortened(findings: Iterable[Finding]) -> list[Finding]:
    """The first few of each code: thirteen times the same sentence says no more than two."""
    seen: Counter[str] = Counter()
    kept = []
    for each in findings:
        seen[each.code] += 1
        if seen[each.code] <= SAID:
            kept.append(each)
    return kept


def about(findings: Iterable[Finding], changes: Sequence[AnyChange]) -> list[Finding]:
    """Those that name a record of the act: others of the same body are not news."""
    touched = {change.ref for change in changes}
    return [each for each in findings if touched.intersection(each.records)]


def in_words(findings: Iterable[Finding], base: FactBase | None = None) -> str:
    """The sentences, each with the records it names where it only counts them."""
    parts = []
    for each in findings:
        parts.append(sentence_for(each))
        if each.code == "in_use":
            parts.append(names_of(each.records[1:], base))
    return " ".join(dict.fromkeys(parts))


def names_of(refs: Collection[RecordRef], base: FactBase | None = None) -> str:
    """The records, a few by name: "Mandat Aubière 05/04/2014 ; …"."""
    ordered = list(refs)
    words = [name_of(ref, base) for ref in ordered[:NAMED]]
    if len(ordered) > NAMED:
        words.append("…")
    return " ; ".join(words)


def name_of(ref: RecordRef, base: FactBase | None = None) -> str:
    """One record as a person would look for it."""
    parts = [capitalized(kind_label(ref.kind, window_language()))]
    for part in ref.key:
        if isinstance(part, date):
            parts.append(short_date(part))
        elif isinstance(part, str):
            parts.append(base.name(part) if base is not None and part in base.bodies else part)
    return " ".join(parts)


def repair_words(repair: Repair, words: RecordWords) -> str:
    """What the button of a repair says, about records that are called so."""
    if repair.closing:
        text = record_words(words.close_former)
    else:
        text = QCoreApplication.translate("records", "End on {day}")
    return text.format(day=short_date(repair.last_day))


def _field_for(finding: Finding, kind: Kind) -> str:
    kinds = [ref.kind for ref in finding.records]
    if not kinds or kinds[0] is kind:
        return finding.field
    if kind in kinds:
        return finding.also or finding.field
    return ""
