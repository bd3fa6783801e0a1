"""The facts of a register held against those that its journal tells: nothing is written unsaid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.findings import refusal
from mutudesk.domain.records import RECORDED, Kind, key_text, kind_of
from mutudesk.domain.replay import Replay, differing_fields
from mutudesk.storage.journal_states import ABSENT, lines_on, mark_of, read_states

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mutudesk.domain.findings import Finding
    from mutudesk.domain.records import Fact, Stored
    from mutudesk.storage.journal_states import JournalStates
    from mutudesk.storage.unit_of_work import ReadTransaction

SHOWN = 20
_BEYOND = tuple(kind for kind in Kind if kind not in RECORDED)


def judge_journal(reading: ReadTransaction, stored: Sequence[Stored[Fact]]) -> list[Finding]:
    """Say what is wrong with the journal, and where the recorded facts are not what it tells.

    `stored` are all facts of the kinds that an office records.
    """
    states = read_states(reading.connection)
    findings = [refusal("journal_broken", line=line) for line in states.broken]
    findings += _some([refusal("journal_silent", line=line) for line in states.silent])
    return findings + _some(_differences(reading, states, [*stored, *reading.facts(_BEYOND)]))


def _some(findings: list[Finding]) -> list[Finding]:
    """The first of many, and how many more there are."""
    if len(findings) <= SHOWN:
        return findings
    return [*findings[:SHOWN], refusal("journal_more", count=len(findings) - SHOWN)]


def _differences(
    reading: ReadTransaction, states: JournalStates, stored: Iterable[Stored[Fact]]
) -> list[Finding]:
    there: dict[tuple[str, int], Fact] = {}
    for each in stored:
        kind = kind_of(each.fact).value
        known = states.marks[kind].pop(each.id, ABSENT)
        if known is not None and known != mark_of(each.fact):
            there[kind, each.id] = each.fact
    missing = {
        (kind, number)
        for kind, marks in states.marks.items()
        for number, mark in marks.items()
        if mark is not None
    }
    doubtful = {*there, *missing, *states.doubtful}
    if not doubtful:
        return []
    replay = Replay()
    for line in lines_on(reading.connection, doubtful):
        replay.note_rename(line)
        if (line.kind.value, line.number) in doubtful:
            replay.watch(line)
    findings = [_of_gap(line.id, line.fact) for line in replay.gaps if line.fact is not None]
    for place in sorted(there.keys() | missing):
        findings += _judge(replay, Kind(place[0]), place[1], there.get(place))
    return findings


def _of_gap(line: int, fact: Fact) -> Finding:
    return refusal(
        "journal_gap", line=line, record_kind=kind_of(fact).value, key=key_text(fact.key)
    )


def _judge(replay: Replay, kind: Kind, number: int, fact: Fact | None) -> Iterator[Finding]:
    """Compare a record as it is with what the journal tells in the end."""
    if not replay.is_known(kind, number):
        return
    rebuilt = replay.at_end(kind, number)
    if rebuilt == fact:
        return
    shown = fact or rebuilt
    if shown is None:
        return
    key = key_text(shown.key)
    if rebuilt is None:
        yield refusal("fact_unsaid", record_kind=kind.value, key=key)
    elif fact is None:
        yield refusal("fact_gone", record_kind=kind.value, key=key)
    else:
        fields = differing_fields(rebuilt, fact)
        yield refusal("fact_changed", record_kind=kind.value, key=key, fields=fields)
