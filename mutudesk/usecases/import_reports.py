"""What an import has to say: every refusal and warning with its place, and the same in groups."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.findings import Finding
    from mutudesk.domain.history import Names

# A reason met more often is said once, with its first lines and how many there are.
FEW = 5

# File, column and code: what makes two reports of one reason.
_Reason: TypeAlias = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class LineReport:
    """What is wrong, or to be known, about one line of one file; line 0 = the file as a whole."""

    file: str
    line: int
    column: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What an import would change, to be looked at before it is done.

    `changes` are the first records of it, those corrected before those created, `count` is how many
    there are in all; `untouched` lines say what is recorded already.
    """

    changes: tuple[AnyChange, ...]
    count: int
    untouched: int
    names: Names


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do; a refused one takes nothing.

    `unlisted` counts the refusals of a reason (file, column, code) that are not among `refusals`:
    a file of which every line is wrong has too many to keep. `closings` are the records that it
    ends because it was asked to, apart from those corrected. `foreseen` is said by a trial that is
    not refused, and by nothing else.
    """

    read: int
    created: int
    corrected: int
    refusals: tuple[LineReport, ...]
    warnings: tuple[LineReport, ...]
    unlisted: Mapping[_Reason, int] = field(default_factory=dict)
    closings: tuple[LineReport, ...] = ()
    foreseen: Foreseen | None = field(default=None, compare=False)

    @property
    def is_refused(self) -> bool:
        """Tell whether nothing was taken."""
        return bool(self.refusals)

    @property
    def refused_count(self) -> int:
        """How many refusals there are, listed or not."""
        return len(self.refusals) + sum(self.unlisted.values())

    def refusal_groups(self) -> list[ReportGroup]:
        """The refusals, each frequent reason once."""
        return grouped(self.refusals, self.unlisted)

    def warning_groups(self) -> list[ReportGroup]:
        """The warnings, each frequent reason once."""
        return grouped(self.warnings)


@dataclass(frozen=True, slots=True)
class ReportGroup:
    """One report, or many of one reason.

    `first` is the first of them, `lines` the first lines (from 1, in order), `count` on how many
    lines they stand; `is_varied` when the others hold other values than the first.
    """

    first: LineReport
    lines: tuple[int, ...]
    count: int = 1
    is_varied: bool = False


def grouped(
    reports: Iterable[LineReport], unlisted: Mapping[_Reason, int] | None = None
) -> list[ReportGroup]:
    """The reports in order; those of a reason met more than a few times stand at its first one."""
    counted = unlisted or {}
    by_reason: dict[_Reason, list[LineReport]] = defaultdict(list)
    reports = list(reports)
    for each in reports:
        by_reason[_reason(each)].append(each)
    groups_of = {
        reason: _group(alike, counted.get(reason, 0)) for reason, alike in by_reason.items()
    }
    groups: list[ReportGroup] = []
    for each in reports:
        group = groups_of.get(_reason(each))
        if group is None:
            groups.append(ReportGroup(each, (each.line,)))
        elif group.first is each:
            groups.append(group)
    return groups


def _group(alike: Sequence[LineReport], unlisted: int) -> ReportGroup | None:
    """Many reports of one reason as one; None where their lines are few."""
    lines = sorted({each.line for each in alike})
    count = len(lines) + unlisted
    if count <= FEW or not lines[0]:
        return None
    first = alike[0]
    is_varied = any(each.finding.values != first.finding.values for each in alike)
    return ReportGroup(first, tuple(lines[:FEW]), count, is_varied)


def _reason(report: LineReport) -> _Reason:
    return report.file, report.column, report.finding.code
