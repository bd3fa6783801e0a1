"""Rules on whoever commands: on those days a body has a head, and is known by name."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mutudesk.domain.commanding import commanding_periods
from mutudesk.domain.findings import warning
from mutudesk.domain.period import Period, merged, uncovered
from mutudesk.domain.records import Kind, RecordRef, ref_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mutudesk.domain.fact_base import FactBase
    from mutudesk.domain.findings import Finding


def judge_commanding(base: FactBase, sirens: Iterable[str]) -> Iterator[Finding]:
    """The vacancies of all bodies that command, and the days on which nobody knows who a body is.

    The latter for the bodies named, and for all that command.
    """
    commanding = commanding_periods(base)
    for siren in sorted(commanding):
        yield from _judge_head(base, siren, commanding[siren])
    for siren in sorted({*commanding, *sirens}):
        yield from _judge_identity(base, siren, commanding.get(siren, []))


def _judge_head(base: FactBase, siren: str, commanding: list[Period]) -> Iterator[Finding]:
    """A warning for each time an employer, beneficiary or manager had no head."""
    in_office = [mandate.period for mandate in base.mandates.get(siren, ())]
    for period in merged(commanding):
        for gap in uncovered(period, in_office):
            yield warning(
                "mandate_vacant",
                RecordRef(Kind.BODY, (siren,)),
                body=base.name(siren, gap.start),
                period=gap,
            )


def _judge_identity(base: FactBase, siren: str, commanding: list[Period]) -> Iterator[Finding]:
    """A warning for the days between, before and after the identities of a body that nobody knows.

    Before the first and after the last one only where something recorded says that the body was
    there: it commands, belongs to an agglomeration, or has a head.
    """
    identities = sorted(base.identities.get(siren, ()), key=lambda each: each.period.start)
    if not identities:
        return
    name = base.name(siren)
    for before, after in pairwise(identities):
        if before.period.stop < after.period.start:
            gap = Period(before.period.valid_until, after.period.valid_from)
            yield warning("identity_gap", ref_to(after), field="valid_from", body=name, period=gap)
    first, last = identities[0], max(identities, key=lambda each: each.period.stop)
    known = Period(first.period.valid_from, last.period.valid_until)
    in_epci = [each.period for each in base.epci_memberships.get(siren, ())]
    headed = [each.period for each in base.mandates.get(siren, ())]
    # That it had a head before it existed is said of the mandate.
    for gap in _gaps([*commanding, *in_epci], known):
        if gap.stop <= known.start:
            yield warning("identity_gap", ref_to(first), field="valid_from", body=name, period=gap)
    if siren == base.epci_siren:
        return  # its end is said by the rule on the register's own agglomeration
    for gap in _gaps([*commanding, *in_epci, *headed], known):
        if gap.start >= known.stop:
            yield warning("identity_gap", ref_to(last), field="valid_until", body=name, period=gap)


def _gaps(there: list[Period], known: Period) -> list[Period]:
    return [gap for period in merged(there) for gap in uncovered(period, [known])]
