"""What makes a membership convention contestable: it prints all the same, and says so.

CGCT L.5211-4-2 in its versions of 2014 and of after August 2015. Nothing here forbids a project:
what is to be settled is told beside it, with the record where it is mended.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mutudesk.domain.assignments import AssignmentGround
from mutudesk.domain.authority import employer_of_origin
from mutudesk.domain.bodies import BodyKind
from mutudesk.domain.findings import warning
from mutudesk.domain.legal_forms import is_urban
from mutudesk.domain.records import Kind, RecordRef, ref_to
from mutudesk.domain.rules.services import judge_membership
from mutudesk.domain.services import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mutudesk.domain.fact_base import FactBase
    from mutudesk.domain.findings import Finding
    from mutudesk.domain.services import ManagingPeriod, Membership

# The law of August 2015 widened who may manage and for which missions; its very day is not sourced,
# so the whole of August still counts as before.
WIDENED_ON = date(2015, 9, 1)
_OF_MEMBERSHIP = frozenset({"membership_outside_epci", "retroactive_effect"})


def points_of(
    base: FactBase, membership: Membership, manager: str, on: date, effect: date
) -> Iterator[Finding]:
    """The points to settle of the convention of a membership, dated `on`, as warnings.

    `manager` is the managing body that the convention names.
    """
    found = judge_membership(base, membership)
    yield from (each for each in found if each.code in _OF_MEMBERSHIP)
    service = base.service_name(membership.service)
    ref = ref_to(membership)
    if effect < on:
        yield warning("effect_before_convention", ref, field="valid_from", effect=effect, day=on)
    if membership.duration and membership.period.last_day is not None:
        yield warning("duration_and_end", ref, field="duration")
    yield from _of_body(base, membership, on)
    yield from _of_staff(base, membership, max(on, effect))
    yield from _of_manager(base, membership.service, manager, on, effect)
    if effect < WIDENED_ON:
        yield warning("missions_of_closed_list", ref, field="missions", service=service)


def _of_body(base: FactBase, membership: Membership, on: date) -> Iterator[Finding]:
    """Beside communes only public bodies attached to a party may join."""
    body = base.bodies.get(membership.siren)
    if body is not None and body.kind in {BodyKind.OTHER, BodyKind.EPCI}:
        ref = RecordRef(Kind.BODY, (membership.siren,))
        yield warning(
            "body_not_attached",
            ref,
            field="kind",
            service=base.service_name(membership.service),
            body=base.name(membership.siren, on),
        )


def _of_staff(base: FactBase, membership: Membership, day: date) -> Iterator[Finding]:
    """Whether the level fits the agents recorded: an integrated body gave its own."""
    present = [
        each
        for assignments in base.assignments.values()
        for each in assignments
        if each.service == membership.service and each.period.holds(day)
    ]
    own = [each for each in present if employer_of_origin(base, each) == membership.siren]
    ref, service = ref_to(membership), base.service_name(membership.service)
    gave = any(each.ground is AssignmentGround.TRANSFER_BY_LAW for each in own)
    if membership.level is Level.USER and gave:
        yield warning("user_gave_staff", ref, field="level", day=day, service=service)
    if membership.level is Level.INTEGRATED and present and not own:
        yield warning("integrated_gave_no_staff", ref, field="level", service=service)


def _of_manager(
    base: FactBase, service: str, manager: str, on: date, effect: date
) -> Iterator[Finding]:
    """Who manages: one body from the convention to the effect, and one that may."""
    name = base.service_name(service)
    periods = base.managing.get(service, ())
    then, now = (_holding(periods, day) for day in (effect, on))
    if then is not None and now is not None and then.siren != now.siren:
        yield warning(
            "manager_changed",
            ref_to(max(then, now, key=lambda each: each.period.start)),
            field="siren",
            service=name,
            effect=effect,
            day=on,
        )
    if manager == base.epci_siren or effect >= WIDENED_ON:
        return
    identity = base.identity(base.epci_siren, effect)
    if identity is None or not is_urban(identity.legal_form):
        for each in periods:
            if each.siren == manager:
                body = base.name(manager, on)
                ref = ref_to(each)
                yield warning("commune_managed_early", ref, field="siren", service=name, body=body)
                return


def _holding(periods: Iterable[ManagingPeriod], day: date) -> ManagingPeriod | None:
    return next((each for each in periods if each.period.holds(day)), None)
