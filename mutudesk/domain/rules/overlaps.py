"""What may not hold twice on one day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.findings import refusal
from mutudesk.domain.records import D, ref_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mutudesk.domain.findings import Finding, FindingValue


def overlapping_pairs(facts: Iterable[D]) -> Iterator[tuple[D, D]]:
    """Pairs that share a day, the one that begins later second; each later one is named once."""
    reaching: D | None = None
    for fact in sorted(facts, key=lambda each: (each.period.start, each.period.stop)):
        if reaching is not None and reaching.period.stop > fact.period.start:
            yield reaching, fact
        if reaching is None or fact.period.stop > reaching.period.stop:
            reaching = fact


def judge_overlaps(code: str, facts: Iterable[D], **values: FindingValue) -> Iterator[Finding]:
    """A refusal for each pair that shares a day, at the field where the later one begins.

    The sentence gets `period` (of the later one) and `other` (of the earlier one) beside `values`.
    """
    for earlier, later in overlapping_pairs(facts):
        yield refusal(
            code,
            ref_to(later),
            ref_to(earlier),
            field="valid_from",
            also="valid_from",
            period=later.period,
            other=earlier.period,
            **values,
        )
