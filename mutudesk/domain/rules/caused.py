"""Which of the findings about a register an act has caused: those are told with the act."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mutudesk.domain.findings import Severity
from mutudesk.domain.period import Period
from mutudesk.domain.records import Kind, Owner, RecordRef, kinds_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from mutudesk.domain.findings import Finding

_OF_SERVICES, _OF_AGENTS = frozenset(kinds_of(Owner.SERVICE)), frozenset(kinds_of(Owner.AGENT))

_OF_CODES = frozenset({"codes_alike", "matricules_alike"})
# Values that name what is recorded.
_NAMES = frozenset(
    {"agent", "agglomeration", "body", "employer", "epci", "manager", "other_body", "other_person"}
    | {"name", "person", "service"}
)


def caused_by_act(
    findings: Iterable[Finding],
    former: Iterable[Finding],
    written: AbstractSet[RecordRef],
    renamed: AbstractSet[RecordRef] = frozenset(),
) -> list[Finding]:
    """The refusals, and those warnings that were not there before the act.

    `former` are the findings before it, under the codes of after it; `written` the records that the
    act writes with what they belong to. A refusal of what is written stays one where the act writes
    it, and is only a warning where the act leads to it elsewhere. What is said of a code itself is
    news about those that the act has `renamed`.
    """
    known: dict[object, list[Period | None]] = defaultdict(list)
    for finding in former:
        known[_place(finding)].append(_days(finding))
    caused_here = []
    for finding in findings:
        if finding.severity is Severity.REFUSAL and not finding.of_writing:
            caused_here.append(finding)
        elif (
            finding.code in _OF_CODES and not renamed.isdisjoint(finding.records)
        ) or not _is_known(_days(finding), known.get(_place(finding), ())):
            here = not written.isdisjoint(finding.records)
            caused_here.append(finding if here or not finding.of_writing else finding.tolerated())
    return _without_shares(caused_here)


def owners_of(findings: Iterable[Finding]) -> tuple[set[str], set[str], set[str]]:
    """The bodies (SIREN), services (codes) and agents (matricules) that findings are about."""
    sirens, services, matricules = set(), set(), set()
    for ref in (ref for finding in findings for ref in finding.records):
        if ref.kind in _OF_AGENTS:
            matricules.add(str(ref.key[0]))
        elif ref.kind in _OF_SERVICES:
            services.add(str(ref.key[0]))
        else:
            sirens.add(str(ref.key[1 if ref.kind is Kind.EPCI_MEMBERSHIP else 0]))
    return sirens, services, matricules


def _days(finding: Finding) -> Period | None:
    """The days that it is about."""
    return next((each for each in finding.values.values() if isinstance(each, Period)), None)


def _place(finding: Finding) -> object:
    """What makes two findings the same: that something has another name changes nothing."""
    values = [
        (name, value)
        for name, value in sorted(finding.values.items())
        if not isinstance(value, Period) and name not in _NAMES
    ]
    return finding.code, finding.records, tuple(values)


def _is_known(days: Period | None, known: Iterable[Period | None]) -> bool:
    """Tell whether it was found before: for the same days, or for more."""
    return any(
        each == days or (each is not None and days is not None and each.intersection(days) == days)
        for each in known
    )


def _without_shares(findings: list[Finding]) -> list[Finding]:
    """Leave out the vacancy of a body where each mission share under it is named."""
    named = {
        ref
        for finding in findings
        if finding.code == "mandate_vacant_for_share"
        for ref in finding.records
        if ref.kind is Kind.BODY
    }
    return [
        each for each in findings if each.code != "mandate_vacant" or named.isdisjoint(each.records)
    ]
