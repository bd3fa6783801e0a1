"""Rules on shared services: one manager a day, and memberships within the service's life."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mutudesk.domain.bodies import BodyKind
from mutudesk.domain.clauses import CLAUSES, unknown_names
from mutudesk.domain.codes import is_code
from mutudesk.domain.findings import refusal, refusal_to_write, warning
from mutudesk.domain.lookalikes import alike
from mutudesk.domain.period import uncovered
from mutudesk.domain.records import Kind, RecordRef, ref_to
from mutudesk.domain.rules.overlaps import judge_overlaps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mutudesk.domain.fact_base import FactBase
    from mutudesk.domain.findings import Finding
    from mutudesk.domain.services import Membership, ServiceTerms


def judge_service(base: FactBase, code: str) -> Iterator[Finding]:
    """Every finding about one service, its managers, terms, missions and memberships."""
    name = base.service_name(code)
    service = base.services.get(code)
    ref = RecordRef(Kind.SERVICE, (code,))
    if service is not None and not base.managing.get(code):
        yield refusal("service_without_manager", ref, service=name)
    yield from judge_overlaps("managing_overlap", base.managing.get(code, ()), service=name)
    yield from _judge_managers(base, code, name)
    yield from judge_overlaps("terms_overlap", base.terms.get(code, ()), service=name)
    for terms in base.terms.get(code, ()):
        yield from _judge_terms(terms, name)
    yield from _judge_codes(base, code)
    by_body: dict[str, list[Membership]] = defaultdict(list)
    for membership in base.memberships.get(code, ()):
        by_body[membership.siren].append(membership)
    for siren, memberships in by_body.items():
        for membership in memberships:
            yield from judge_membership(base, membership)
        yield from judge_overlaps(
            "membership_overlap", memberships, service=name, body=base.name(siren)
        )


def _judge_terms(terms: ServiceTerms, name: str) -> Iterator[Finding]:
    if terms.notice_months == 0:
        yield refusal_to_write(
            "notice_of_no_month", ref_to(terms), field="notice_months", service=name
        )
    for field in CLAUSES:
        for unknown in unknown_names(getattr(terms, field)):
            yield refusal_to_write(
                "clause_name_unknown",
                ref_to(terms),
                field=field,
                record_kind=Kind.TERMS.value,
                fields=(field,),
                service=name,
                line=unknown.line,
                text=unknown.text,
            )


def _judge_codes(base: FactBase, code: str) -> Iterator[Finding]:
    """What the codes of a service and of its missions may be."""
    if code in base.services and not is_code(code):
        yield refusal("code_invalid", RecordRef(Kind.SERVICE, (code,)), field="code", text=code)
    yield from _judge_codes_alike(Kind.SERVICE, (), code, base.services_alike(code))
    missions = base.missions.get(code, {})
    for mission in missions.values():
        if not is_code(mission.code):
            yield refusal("code_invalid", ref_to(mission), field="code", text=mission.code)
    for group in alike(missions).values():
        yield from _judge_codes_alike(Kind.MISSION, (code,), group[0], group)


def _judge_codes_alike(
    kind: Kind, owner: tuple[str, ...], code: str, alike_codes: Sequence[str]
) -> Iterator[Finding]:
    """Two codes that look the same (ads, ADS) may be one thing's; the first other is named."""
    other = next((each for each in alike_codes if each != code), None)
    if other is not None:
        first, second = sorted((code, other))
        yield warning(
            "codes_alike",
            RecordRef(kind, (*owner, first)),
            RecordRef(kind, (*owner, second)),
            field="code",
            record_kind=kind.value,
            first=first,
            second=second,
        )


def _judge_managers(base: FactBase, code: str, name: str) -> Iterator[Finding]:
    """The agglomeration manages, or by derogation a commune (CGCT L.5211-4-2): no other EPCI."""
    for managing in base.managing.get(code, ()):
        body = base.bodies.get(managing.siren)
        if body is None or body.kind is not BodyKind.EPCI or body.siren == base.epci_siren:
            continue
        yield refusal_to_write(
            "managed_by_other_epci",
            ref_to(managing),
            field="siren",
            service=name,
            body=base.name(body.siren, managing.period.start),
            siren=body.siren,
            agglomeration=base.name(base.epci_siren),
        )


def judge_membership(base: FactBase, membership: Membership) -> Iterator[Finding]:
    """Every finding about one membership alone."""
    ref = ref_to(membership)
    start = membership.period.start
    names = {
        "service": base.service_name(membership.service),
        "body": base.name(membership.siren, start),
    }
    for gap in uncovered(membership.period, base.service_life(membership.service))[:1]:
        managing = base.managing.get(membership.service, ())
        yield refusal(
            "membership_outside_service",
            ref,
            *(ref_to(each) for each in managing),
            field="valid_from",
            also="valid_until",
            period=gap,
            **names,
        )
    known = base.missions.get(membership.service, {})
    for code in sorted(membership.missions - known.keys()):
        yield refusal("mission_unknown", ref, field="missions", mission=code, **names)
    if not membership.missions:
        yield refusal("membership_without_mission", ref, field="missions", **names)
    if membership.siren == base.epci_siren:
        yield refusal_to_write("membership_of_agglomeration", ref, field="siren", **names)
    if membership.decided_on is None:
        yield warning("membership_project", ref, field="decided_on", **names)
    elif membership.decided_on > start:
        yield warning(
            "retroactive_effect",
            ref,
            field="decided_on",
            decided=membership.decided_on,
            day=start,
            **names,
        )
    yield from _judge_epci_membership(base, membership, names)


def _judge_epci_membership(
    base: FactBase, membership: Membership, names: dict[str, str]
) -> Iterator[Finding]:
    """CGCT L.5211-4-2: an EPCI and its member communes; leaving the EPCI leaves the service."""
    body = base.bodies.get(membership.siren)
    if body is None or body.kind is not BodyKind.COMMUNE:
        return
    in_epci = [
        each.period
        for each in base.epci_memberships.get(membership.siren, ())
        if each.epci_siren == base.epci_siren
    ]
    for gap in uncovered(membership.period, in_epci)[:1]:
        yield warning(
            "membership_outside_epci", ref_to(membership), field="siren", period=gap, **names
        )
