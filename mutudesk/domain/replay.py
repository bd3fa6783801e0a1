"""What the journal says a register holds: its lines gone through again, one act after the other.

A body, service, mission or agent that gets another code takes what refers to it along without a
line of its own: a fact is followed through such acts from the one that wrote it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mutudesk.domain.records import HEADERS, REFERENCES, Kind, field_names, kind_of
from mutudesk.domain.renames import Renames

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mutudesk.domain.history import JournalLine
    from mutudesk.domain.records import Fact

_END = 1 << 62  # later than every act


class Replay:
    """Give it lines in their order; it keeps what each record of interest is at the end.

    `gaps` are the lines that do not follow from the one before on the same record.
    """

    def __init__(self) -> None:
        self.gaps: list[JournalLine] = []
        self._renames: defaultdict[int, Renames] = defaultdict(Renames)
        self._acts: defaultdict[tuple[Kind, object], list[int]] = defaultdict(list)
        # The act that last wrote a record, and what it was then; None = deleted.
        self._last: dict[tuple[Kind, int], tuple[int, Fact | None]] = {}
        self._unknown: set[tuple[Kind, int]] = set()

    def watch(self, line: JournalLine) -> None:
        """Note a line on a record of interest."""
        place = (line.kind, line.number)
        if line.purged:
            self._last.pop(place, None)
            self._unknown.add(place)
            return
        if place not in self._unknown and self._at(place, line.act) != line.before:
            self.gaps.append(line)
        self._unknown.discard(place)
        self._last[place] = line.act, line.after

    def note_rename(self, line: JournalLine) -> None:
        """Note a line on a header: it may have got another code."""
        before, after = line.before, line.after
        if line.kind not in HEADERS or before is None or after is None or before.key == after.key:
            return
        self._renames[line.act].add(before, after)
        code = before.key if line.kind is Kind.MISSION else before.key[0]
        self._acts[line.kind, code].append(line.act)

    def at_end(self, kind: Kind, number: int) -> Fact | None:
        """What a record is after the last act, None when it is gone or was never there."""
        return self._at((kind, number), _END)

    def is_known(self, kind: Kind, number: int) -> bool:
        """Tell whether the journal still says what a record is."""
        return (kind, number) not in self._unknown

    def _at(self, place: tuple[Kind, int], until: int) -> Fact | None:
        """What a record is when an act begins."""
        since, fact = self._last.get(place, (0, None))
        while fact is not None:
            acts = [
                act
                for each in _codes_of(fact)
                for act in self._acts.get(each, ())
                if since < act < until
            ]
            if not acts:
                return fact
            since = min(acts)
            (fact,) = self._renames[since].follow([fact])
        return None


def _codes_of(fact: Fact) -> Iterator[tuple[Kind, object]]:
    """The headers that a fact refers to, each by what it is called."""
    for name in field_names(kind_of(fact)):
        kind = REFERENCES.get(name)
        value = getattr(fact, name)
        if kind is None or value is None:
            continue
        if kind is Kind.MISSION:
            codes = value if isinstance(value, frozenset) else (value,)
            yield from ((kind, (getattr(fact, "service", ""), code)) for code in codes)
        else:
            yield kind, value


def differing_fields(one: Fact, other: Fact) -> tuple[str, ...]:
    """The names of the fields in which two facts of a kind differ."""
    names = field_names(kind_of(one))
    return tuple(name for name in names if getattr(one, name) != getattr(other, name))
