"""Which facts of the register a membership convention is made of, and when there can be none.

CGCT L.5211-4-2: the agglomeration, the body that joins, and the managing commune where one manages
by derogation. Everything is read as of the day that dates the convention (identities, heads,
qualities); only the staff is read on the later of that day and the effect, because a project drawn
up before the service opens has to show the posts of the day it opens.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mutudesk.documents.convention.content import (
    ConventionContent,
    MissionLine,
    OriginLine,
    Terms,
)
from mutudesk.domain.convention_points import points_of
from mutudesk.domain.findings import RefusedError, refusal
from mutudesk.domain.records import Kind, RecordRef, ref_to
from mutudesk.domain.services import LegalGround, membership_for_convention
from mutudesk.usecases.conventions.parties import parties_of
from mutudesk.usecases.conventions.required import Required
from mutudesk.usecases.conventions.staffing import Staffing

if TYPE_CHECKING:
    from datetime import date

    from mutudesk.domain.fact_base import FactBase
from mutudesk.domain.clauses import CLAUSES
from mutudesk.domain.services import Membership, SharedService


def build_convention(
    base: FactBase, service_code: str, siren: str, on: date, effect: date | None = None
) -> ConventionContent:
    """The content of the convention by which a body joins a service, dated `on`.

    The membership is the one in force on that day, else the next to begin; `effect` names another
    by its first day. On `on` its decision may be taken or not yet: a decision recorded for a later
    day is not yet taken. Identities, heads and qualities are those of `on`; managing body and posts
    those of the later of `on` and the effect.

    Raises RefusedError with everything that stands against it: unknown service or body, another
    legal ground, the agglomeration itself, no membership, a required text missing or unprintable.
    """
    service = shared_service(base, service_code)
    membership = _membership(base, service, siren, on, effect)
    effect = _effect(base, service, membership, on)
    required = Required()
    staff_day = max(on, effect)
    manager = _manager(base, service, staff_day)
    parties = parties_of(base, membership, manager, on, required)
    staffing = Staffing(base, service.code, staff_day, on)
    name = required.text(ref_to(service), "name", service.name, service.code)
    missions = _missions(base, service, membership, required)
    origins = _origins(base, service, on, required)
    terms = _terms(base, service, membership, on, effect, required)
    posts = staffing.posts(required)
    required.finish()
    return ConventionContent(
        dated=on,
        service_code=service.code,
        service_name=name,
        ground=service.ground,
        level=membership.level,
        effect=effect,
        last_day=membership.period.last_day,
        parties=parties,
        manager=manager,
        member=siren,
        missions=missions,
        origins=origins,
        staff_day=staff_day,
        staff=staffing.staff(siren),
        posts=posts,
        authorities=staffing.authorities(
            (each.code for each in missions), [party.siren for party in parties], manager
        ),
        terms=terms,
        joins_existing=min(each.start for each in base.service_life(service.code)) < effect,
        points=tuple(points_of(base, membership, manager, on, effect)),
    )


def shared_service(base: FactBase, code: str) -> SharedService:
    """The service, if a membership convention can exist for it.

    Raises RefusedError("service_unknown") or ("convention_other_ground"): the three legal bases are
    never mixed, and only L.5211-4-2 knows a membership.
    """
    service = base.services.get(code)
    if service is None:
        ref = RecordRef(Kind.SERVICE, (code,))
        raise RefusedError(refusal("service_unknown", ref, field="service", service=code))
    if service.ground is not LegalGround.SHARED_SERVICE:
        raise RefusedError(
            refusal(
                "convention_other_ground",
                ref_to(service),
                field="ground",
                service=service.name,
                ground=service.ground.value,
            )
        )
    return service


def memberships_on(
    base: FactBase, service: str, on: date, effect: date | None = None
) -> list[Membership]:
    """The membership of each body of a service that a convention dated `on` is about, by SIREN."""
    by_body: dict[str, list[Membership]] = defaultdict(list)
    for each in base.memberships.get(service, ()):
        by_body[each.siren].append(each)
    found = (membership_for_convention(by_body[siren], on, effect) for siren in sorted(by_body))
    return [each for each in found if each is not None]


def _membership(
    base: FactBase, service: SharedService, siren: str, on: date, effect: date | None
) -> Membership:
    body = RecordRef(Kind.BODY, (siren,))
    if siren not in base.bodies:
        raise RefusedError(refusal("body_unknown", body, field="siren", siren=siren))
    name = base.name(siren, on)
    if siren == base.epci_siren:
        raise RefusedError(refusal("convention_with_itself", body, body=name))
    own = [each for each in base.memberships.get(service.code, ()) if each.siren == siren]
    found = membership_for_convention(own, on, effect)
    if found is not None:
        return found
    if effect is None:
        raise RefusedError(
            refusal("convention_without_membership", body, body=name, service=service.name, day=on)
        )
    known = sorted(each.period.valid_from for each in own if each.period.valid_from is not None)
    raise RefusedError(
        refusal(
            "convention_without_effect",
            body,
            body=name,
            service=service.name,
            day=effect,
            days=tuple(f"{each:%d/%m/%Y}" for each in known),
        )
    )


def _effect(base: FactBase, service: SharedService, membership: Membership, on: date) -> date:
    """The first day of a membership: a convention cannot do without."""
    effect = membership.period.valid_from
    if effect is None:
        raise RefusedError(
            refusal(
                "convention_effect_missing",
                ref_to(membership),
                field="valid_from",
                body=base.name(membership.siren, on),
                service=service.name,
            )
        )
    return effect


def _manager(base: FactBase, service: SharedService, day: date) -> str:
    """The managing body of a day."""
    for each in base.managing.get(service.code, ()):
        if each.period.holds(day):
            return each.siren
    raise RefusedError(
        refusal("convention_without_manager", ref_to(service), service=service.name, day=day)
    )


def _missions(
    base: FactBase, service: SharedService, membership: Membership, required: Required
) -> tuple[MissionLine, ...]:
    ref, body = ref_to(membership), base.name(membership.siren)
    if not membership.missions:
        required.refuse(
            refusal(
                "membership_without_mission", ref, field="missions", body=body, service=service.name
            )
        )
    known = base.missions.get(service.code, {})
    lines = []
    for code in sorted(membership.missions):
        mission = known.get(code)
        if mission is None:
            finding = refusal(
                "mission_unknown",
                ref,
                field="missions",
                mission=code,
                service=service.name,
                body=body,
            )
            required.refuse(finding)
            continue
        label = required.text(ref_to(mission), "label", mission.label, code)
        lines.append(MissionLine(required.optional(ref_to(mission), "code", code, code), label))
    return tuple(lines)


def _origins(
    base: FactBase, service: SharedService, on: date, required: Required
) -> tuple[OriginLine, ...]:
    lines = []
    for origin in sorted(base.origins.get(service.code, ()), key=lambda each: each.key):
        identity = base.identity(origin.siren, on)
        lines.append(
            OriginLine(
                name=required.optional(ref_to(origin), "name", origin.name, origin.name),
                body=base.name(origin.siren, on),
                body_form=identity.legal_form if identity else "",
            )
        )
    return tuple(lines)


def _terms(
    base: FactBase,
    service: SharedService,
    membership: Membership,
    on: date,
    start: date,
    required: Required,
) -> Terms:
    """The terms of the day, of the beginning where there are none yet; the duration is its own."""
    own = ref_to(membership)
    duration = required.optional(own, "duration", membership.duration, service.name)
    recorded = base.terms.get(service.code, ())
    for day in (on, start):
        for each in recorded:
            if each.period.holds(day):
                ref = ref_to(each)
                texts = {
                    name: required.optional(ref, name, getattr(each, name), service.name)
                    for name in (*CLAUSES, "court")
                }
                return Terms(
                    duration=duration
                    or required.optional(ref, "duration", each.duration, service.name),
                    notice_months=each.notice_months,
                    settlement=each.settlement,
                    **texts,
                )
    return Terms(duration)
