"""Rules on public bodies: one identity, one head and one acting head a day."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mutudesk.domain.bodies import BodyKind
from mutudesk.domain.codes import is_insee_code, normal_siren
from mutudesk.domain.findings import refusal, refusal_to_write
from mutudesk.domain.records import Kind, RecordRef, ref_to
from mutudesk.domain.rules.existence import judge_existence
from mutudesk.domain.rules.overlaps import judge_overlaps, overlapping_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mutudesk.domain.bodies import EpciMembership, PublicBody
    from mutudesk.domain.fact_base import FactBase
    from mutudesk.domain.findings import Finding

_ARTICLES = ("la ", "le ", "les ", "l'", "l’")


def judge_body(base: FactBase, siren: str) -> Iterator[Finding]:
    """Every finding about one body."""
    body = base.bodies.get(siren)
    if body is not None:
        yield from _judge_codes(body)
    name = base.name(siren)
    identities = base.identities.get(siren, [])
    if body is not None and not identities:
        yield refusal("body_without_identity", RecordRef(Kind.BODY, (siren,)), body=name)
    yield from judge_overlaps("identity_overlap", identities, body=name)
    for identity in identities:
        if identity.short_name and not identity.short_name.lower().startswith(_ARTICLES):
            yield refusal_to_write(
                "short_name_without_article",
                ref_to(identity),
                field="short_name",
                body=name,
                text=identity.short_name,
            )
    yield from judge_existence(base, siren)
    yield from _judge_mandates(base, siren)
    by_epci: dict[str, list[EpciMembership]] = defaultdict(list)
    for membership in base.epci_memberships.get(siren, ()):
        by_epci[membership.epci_siren].append(membership)
        if membership.epci_siren == siren:
            yield refusal("member_of_itself", ref_to(membership), field="siren", body=name)
    for memberships in by_epci.values():
        yield from judge_overlaps("epci_membership_overlap", memberships, body=name)


def _judge_codes(body: PublicBody) -> Iterator[Finding]:
    ref = ref_to(body)
    if normal_siren(body.siren) != body.siren:
        yield refusal("siren_invalid", ref, field="siren", text=body.siren)
    if body.insee_code and not is_insee_code(body.insee_code):
        yield refusal("insee_invalid", ref, field="insee_code", text=body.insee_code)
    if body.kind is BodyKind.COMMUNE and not body.insee_code:
        yield refusal("insee_missing", ref, field="insee_code", siren=body.siren)


def _judge_mandates(base: FactBase, siren: str) -> Iterator[Finding]:
    for acting, code in ((False, "mandate_overlap"), (True, "interim_overlap")):
        mandates = [each for each in base.mandates.get(siren, ()) if each.acting is acting]
        for earlier, later in overlapping_pairs(mandates):
            yield refusal(
                code,
                ref_to(later),
                ref_to(earlier),
                field="valid_from",
                body=base.name(siren, later.period.start),
                person=later.full_name,
                other_person=earlier.full_name,
                period=later.period,
                other=earlier.period,
            )
