"""Where in the files stands what a rule has to say about the records they hold."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from mutudesk.domain.findings import Severity
from mutudesk.domain.period import Period
from mutudesk.domain.records import Fact, Kind, RecordRef, header_of, ref_to
from mutudesk.domain.services import Membership
from mutudesk.exchange.kinds import column_of, exchange_kind_of
from mutudesk.usecases.import_reports import LineReport

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from mutudesk.domain.findings import Finding
    from mutudesk.usecases.importing import SourceFile

_OWNERS = (Kind.AGENT, Kind.SERVICE, Kind.BODY)


class _Place(NamedTuple):
    source: SourceFile
    line: int
    fact: Fact

    def report(self, finding: Finding, field: str) -> LineReport:
        """The finding here, at the column of a field of the fact."""
        ref = ref_to(self.fact)
        column = column_of(exchange_kind_of(ref.kind), ref.kind, field)
        named = self.source.columns.get(column, column)
        return LineReport(self.source.name, self.line, named, finding)


class Places:
    """The lines of the files of one import, by the records they hold and what these belong to.

    `changed` are the records that the import changes: other lines say what was there before.
    """

    def __init__(self, sources: Iterable[SourceFile], changed: Container[RecordRef]) -> None:
        self._changed = changed
        self._by_ref: dict[RecordRef, _Place] = {}
        self._by_owner: Mapping[RecordRef, list[_Place]] = defaultdict(list)
        for source in sources:
            for line in source.parsed.lines:
                for fact in line.facts:
                    place = _Place(source, line.number, fact)
                    self._by_ref[ref_to(fact)] = place
                    self._by_owner[header_of(fact)].append(place)

    def located(self, finding: Finding) -> LineReport:
        """The finding at the line that caused it; without a place when no line did.

        That is the first of its records which a line changes, else a changed line of the same
        agent, service or body that leaves the days concerned; then lines that change nothing.
        """
        held = [self._by_ref[ref] for ref in finding.records if ref in self._by_ref]
        related = list(self._of_the_same(finding))
        return (
            _at_its_record(finding, self._changing(held))
            or _at_the_neighbour(finding, self._changing(related))
            or _at_its_record(finding, held)
            or _at_the_neighbour(finding, related)
            or LineReport("", 0, "", finding)
        )

    def _changing(self, places: Iterable[_Place]) -> list[_Place]:
        return [place for place in places if ref_to(place.fact) in self._changed]

    def _of_the_same(self, finding: Finding) -> Iterator[_Place]:
        """The lines of the agents, services and bodies that the records of a finding name."""
        codes = {code: None for ref in finding.records for code in ref.key if isinstance(code, str)}
        for kind in _OWNERS:
            for code in codes:
                yield from self._by_owner.get(RecordRef(kind, (code,)), ())


def _at_its_record(finding: Finding, places: Sequence[_Place]) -> LineReport | None:
    """At the first of these records of the finding, or the one beside the days concerned."""
    if not places:
        return None
    first = places[0]
    if ref_to(first.fact).kind is finding.records[0].kind:
        return first.report(finding, finding.field)
    for place in places:
        if _lacks_mission(finding, place.fact):
            return place.report(finding, "missions")
    period = finding.values.get("period")
    if isinstance(period, Period):
        first = next((place for place in places if _touches(place.fact, period)), first)
    return first.report(finding, finding.also)


def _at_the_neighbour(finding: Finding, places: Sequence[_Place]) -> LineReport | None:
    """At the period that ends before the days concerned, or begins after them."""
    period = finding.values.get("period")
    if not isinstance(period, Period):
        return None
    candidates = [place for place in places if _touches(place.fact, period)]
    if finding.severity is Severity.REFUSAL:
        candidates += places
    for place in candidates:
        own = _period(place.fact)
        if own is not None:
            end, start = own.valid_until or date.max, period.valid_from or date.min
            return place.report(finding, "valid_until" if end <= start else "valid_from")
    return None


def _lacks_mission(finding: Finding, fact: Fact) -> bool:
    """Tell whether a membership covers the days concerned, but not the mission."""
    mission, period = finding.values.get("mission"), finding.values.get("period")
    return (
        isinstance(fact, Membership)
        and isinstance(period, Period)
        and mission not in fact.missions
        and fact.period.overlaps(period)
    )


def _period(fact: Fact) -> Period | None:
    own = getattr(fact, "period", None)
    return own if isinstance(own, Period) else None


def _touches(fact: Fact, period: Period) -> bool:
    own = _period(fact)
    if own is None:
        return False
    ends = own.valid_until is not None and own.valid_until == period.valid_from
    return ends or (own.valid_from is not None and own.valid_from == period.valid_until)
