"""Acts on mandates: a head takes office, and whom that ends.

The same person and the same term is the record that is there. It is one when it begins on the same
day, whoever it names (one head begins on one day), or when it names the same person and begins
within `SAME_ELECTION`: the council elects within days of its own election (CGCT L.2121-7), and
lists take now the one day, now the other. A record of the same person that began before that and
still runs is the former term of somebody who was elected again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from mutudesk.domain.codes import fold
from mutudesk.domain.period import ONE_DAY, Period
from mutudesk.usecases.acts.records import close_record, correct_record, enter_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mutudesk.domain.bodies import Mandate
    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.records import Stored

SAME_ELECTION = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Succession:
    """What taking an office means.

    `mandate` is the one that is recorded then; None where `running`, the former term of the same
    person, was left to run. `closed` are the mandates and interims that end, as they are then.
    `cut` tells that the term has no other end than the beginning of the next one recorded.
    """

    mandate: Mandate | None
    changes: tuple[AnyChange, ...] = ()
    closed: tuple[Mandate, ...] = ()
    running: Mandate | None = None
    cut: bool = False


def begin_mandate(
    recorded: Sequence[Stored[Mandate]],
    term: Mandate,
    *,
    close_previous: bool = False,
    is_past: bool = False,
    latest: date | None = None,
) -> Succession:
    """A head's term begins; `recorded` are all the mandates and interims of the body.

    What is recorded of the same person (spelling, quality, civility) is kept, and so is an end that
    the term does not give. `latest` is the first day on which nobody can be in office any more. A
    term that `is_past`, of a list of all terms, gives way to the next that is recorded: open, or
    ending on its first day, it ends the day before. With `close_previous`, what began before and
    still runs ends the day before. Without it, nothing is closed: what overlaps is for the rules to
    refuse.
    """
    begins = term.period.start
    found = _same_term(recorded, term)
    running = None if found is not None else _running(recorded, term)
    if running is not None and not close_previous:
        return Succession(None, running=running.fact)
    others = [each for each in recorded if each is not found]
    end = _end(term, found or running)
    following = _following(others, term) if is_past else None
    cut = following is not None and end is None
    if following is not None and end in {None, following + ONE_DAY}:
        end = following
    if latest is not None and (end is None or end > latest):
        end = latest
    mandate = replace(_as_known(recorded, found, term), period=Period(begins, end))
    closing = _closings(others, begins) if close_previous else []
    changes = [*closing]
    if found is None:
        changes += enter_record(mandate)
    elif found.fact != mandate:
        changes += correct_record(found, mandate)
    return Succession(mandate, tuple(changes), tuple(_mandates(closing)), cut=cut)


def _end(term: Mandate, former: Stored[Mandate] | None) -> date | None:
    """The end that the term gives, else the one that is recorded (exclusive)."""
    if term.period.valid_until is not None or former is None:
        return term.period.valid_until
    return former.fact.period.valid_until


def _following(recorded: Iterable[Stored[Mandate]], term: Mandate) -> date | None:
    """The first day of the next recorded mandate."""
    starts = [each.fact.period.start for each in recorded if each.fact.acting is term.acting]
    return min((start for start in starts if start > term.period.start), default=None)


def same_person(one: Mandate, other: Mandate) -> bool:
    """Tell whether two mandates name one person: capitals, accents and hyphens do not tell."""
    return fold(one.full_name) == fold(other.full_name)


def _same_term(recorded: Iterable[Stored[Mandate]], term: Mandate) -> Stored[Mandate] | None:
    """The record of the very term: of the same day, else the nearest of the same election."""
    begins, found = term.period.start, None
    nearest = SAME_ELECTION
    for each in recorded:
        if each.fact.acting is not term.acting or each.fact.period.valid_from is None:
            continue
        if each.fact.key == term.key:
            return each
        distance = abs(each.fact.period.start - begins)
        if distance <= nearest and each.fact.period.stop > begins and same_person(each.fact, term):
            found, nearest = each, distance
    return found


def _running(recorded: Iterable[Stored[Mandate]], term: Mandate) -> Stored[Mandate] | None:
    """The former term of the same person, where it still runs when the new one begins."""
    return next(
        (
            each
            for each in recorded
            if each.fact.acting is term.acting
            and each.fact.period.holds(term.period.start)
            and same_person(each.fact, term)
        ),
        None,
    )


def _as_known(
    recorded: Sequence[Stored[Mandate]], found: Stored[Mandate] | None, term: Mandate
) -> Mandate:
    """The term in the words that are recorded of the person, the newest record first."""
    newest = sorted(recorded, key=lambda each: each.fact.period.start, reverse=True)
    if found is not None:
        newest = [found, *newest]
    known = [each.fact for each in newest if same_person(each.fact, term)]
    qualities = [each.quality for each in known if each.acting is term.acting]
    if found is not None:  # a list of names says nothing of how the head is called
        qualities.insert(0, found.fact.quality)
    civilities = [each.civility for each in known if each.civility]
    words = known[0] if known else term
    return replace(
        term,
        first_name=words.first_name,
        last_name=words.last_name,
        civility=civilities[0] if civilities else term.civility,
        quality=next((each for each in qualities if each), term.quality),
    )


def _closings(recorded: Iterable[Stored[Mandate]], begins: date) -> list[AnyChange]:
    """The end, the day before, of what began before that day and still runs on it."""
    return [
        change
        for each in recorded
        if each.fact.period.start < begins < each.fact.period.stop
        for change in close_record(each, begins - ONE_DAY)
    ]


def _mandates(changes: Iterable[AnyChange]) -> Iterable[Mandate]:
    from mutudesk.domain.bodies import Mandate

    return (each.after for each in changes if isinstance(each.after, Mandate))
