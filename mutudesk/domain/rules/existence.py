"""Rules on what a body is: a head after it exists, one commune a code, the register's own EPCI.

A register may hold what these refuse from a time when nobody looked: there they only warn.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from mutudesk.domain.bodies import BodyKind, PublicBody
from mutudesk.domain.findings import refusal, refusal_to_write, warning
from mutudesk.domain.period import Period
from mutudesk.domain.records import Kind, RecordRef, ref_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mutudesk.domain.bodies import EpciMembership
    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.fact_base import FactBase
    from mutudesk.domain.findings import Finding


def judge_existence(base: FactBase, siren: str) -> Iterator[Finding]:
    """Every finding about what one body is, and when."""
    yield from _judge_first_heads(base, siren)
    body = base.bodies.get(siren)
    if body is None:
        return
    yield from _judge_insee_code(base, body)
    if siren == base.epci_siren:
        yield from _judge_agglomeration(base, body)
    for membership in base.epci_memberships.get(siren, ()):
        yield from _judge_member(base, body, membership)


def judge_binding(epci_siren: str, changes: Iterable[AnyChange]) -> Iterator[Finding]:
    """A register is bound to one agglomeration: whoever succeeds it has a register of its own."""
    for change in changes:
        before, after = change.before, change.after
        if (
            before is not None
            and isinstance(before.fact, PublicBody)
            and isinstance(after, PublicBody)
            and before.fact.siren == epci_siren != after.siren
        ):
            yield refusal(
                "register_bound",
                ref_to(before.fact),
                field="siren",
                siren=epci_siren,
                successor=after.siren,
            )


def _judge_first_heads(base: FactBase, siren: str) -> Iterator[Finding]:
    """Nobody heads a body before it exists, as one that keeps the code of a former commune."""
    first = min(base.identities.get(siren, ()), key=lambda each: each.period.start, default=None)
    if first is None or first.period.valid_from is None:
        return
    for mandate in base.mandates.get(siren, ()):
        if mandate.period.start < first.period.valid_from:
            yield refusal_to_write(
                "mandate_before_body",
                ref_to(mandate),
                field="valid_from",
                person=mandate.full_name,
                body=first.name,
                day=first.period.valid_from,
                period=mandate.period,
            )


def _judge_insee_code(base: FactBase, body: PublicBody) -> Iterator[Finding]:
    """A new commune keeps the code of its seat, never on the same day as the former one."""
    if body.kind is not BodyKind.COMMUNE or not body.insee_code:
        return
    for other in base.bodies.values():
        if (
            other.siren == body.siren
            or other.insee_code != body.insee_code
            or other.kind is not BodyKind.COMMUNE
        ):
            continue
        pairs = product(base.identities.get(body.siren, ()), base.identities.get(other.siren, ()))
        for own, others in pairs:
            common = own.period.intersection(others.period)
            if common is not None:
                # Named in one order, so that it is said once however many of the two are judged.
                refs = sorted([ref_to(body), ref_to(other)], key=lambda ref: str(ref.key))
                names = sorted([own.name, others.name])
                yield refusal_to_write(
                    "insee_code_twice",
                    *refs,
                    field="insee_code",
                    insee=body.insee_code,
                    body=names[0],
                    other_body=names[1],
                    period=common,
                )
                break


def _judge_agglomeration(base: FactBase, body: PublicBody) -> Iterator[Finding]:
    """The register is that of one agglomeration, known by its SIREN."""
    if body.kind is not BodyKind.EPCI:
        yield refusal_to_write(
            "agglomeration_is_epci", ref_to(body), field="kind", body=base.name(body.siren)
        )
    last = max(base.identities.get(body.siren, ()), key=lambda each: each.period.stop, default=None)
    if last is not None and last.period.valid_until is not None:
        yield warning(
            "agglomeration_ended",
            ref_to(last),
            field="valid_until",
            body=last.name,
            siren=body.siren,
            period=Period(last.period.valid_until),
        )


def _judge_member(
    base: FactBase, body: PublicBody, membership: EpciMembership
) -> Iterator[Finding]:
    """A commune belongs to an EPCI, not to another commune (CGCT L.5210-1-1 A)."""
    epci = base.bodies.get(membership.epci_siren)
    if epci is not None and epci.kind is not BodyKind.EPCI and epci.siren != body.siren:
        yield refusal_to_write(
            "member_of_no_epci",
            ref_to(membership),
            RecordRef(Kind.BODY, (epci.siren,)),
            field="epci_siren",
            also="kind",
            body=base.name(body.siren),
            epci=base.name(epci.siren),
        )
    if body.kind is not BodyKind.COMMUNE and membership.epci_siren != body.siren:
        yield refusal_to_write(
            "member_is_no_commune",
            ref_to(membership),
            ref_to(body),
            field="siren",
            also="kind",
            body=base.name(body.siren),
        )
