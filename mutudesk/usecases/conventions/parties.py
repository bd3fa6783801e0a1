"""Who concludes a convention, and through whom, on the day it is dated."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mutudesk.documents.convention.content import Party, Representative
from mutudesk.domain.authority import head_of
from mutudesk.domain.codes import fold
from mutudesk.domain.findings import refusal
from mutudesk.domain.records import Kind, RecordRef, ref_to

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from mutudesk.domain.fact_base import FactBase
    from mutudesk.domain.services import Membership
    from mutudesk.usecases.conventions.required import Required

_WOMEN = frozenset({"mme", "mme.", "madame", "mlle", "mademoiselle"})


def parties_of(
    base: FactBase, membership: Membership, manager: str, on: date, required: Required
) -> tuple[Party, ...]:
    """The agglomeration, the managing commune where one manages, the joining body; each once.

    Only the joining body's own deliberation is held by the register, and a vote after `on` is not
    known on that day.
    """
    sirens = dict.fromkeys((base.epci_siren, manager, membership.siren))
    found = [_party(base, siren, on, required) for siren in sirens]
    decided_on = membership.vote_known_on(on)
    known = [
        replace(party, decided_on=decided_on) if party.siren == membership.siren else party
        for party in found
        if party is not None
    ]
    return tuple(_nobody_signs_twice(known))


def _party(base: FactBase, siren: str, on: date, required: Required) -> Party | None:
    ref = RecordRef(Kind.BODY, (siren,))
    body = base.bodies.get(siren)
    if body is None:
        required.refuse(refusal("body_unknown", ref, field="siren", siren=siren))
        return None
    identity, mandate = base.identity(siren, on), head_of(base, siren, on)
    name = base.name(siren, on)
    if identity is None:
        required.refuse(refusal("convention_identity_missing", ref, body=name, day=on))
    if mandate is None:
        required.refuse(refusal("convention_mandate_vacant", ref, body=name, day=on))
    if identity is None or mandate is None:
        return None
    of_identity, of_mandate = ref_to(identity), ref_to(mandate)
    # Prénom, nom, qualité: CRPA L.212-1. The civility is a courtesy, wording does without it.
    required.text(of_mandate, "first_name", mandate.first_name, name)
    required.text(of_mandate, "last_name", mandate.last_name, name)
    return Party(
        siren=siren,
        kind=body.kind,
        name=required.text(of_identity, "name", base.name(siren, on), siren),
        legal_form=required.text(of_identity, "legal_form", identity.legal_form, name),
        seat=required.optional(of_identity, "seat", identity.seat, name),
        short_name=required.optional(of_identity, "short_name", identity.short_name, name),
        council=required.optional(of_identity, "council", identity.council, name),
        representative=Representative(
            civility=required.optional(of_mandate, "civility", mandate.civility, name),
            full_name=mandate.full_name,
            quality=required.text(of_mandate, "quality", mandate.quality, name),
            acting=mandate.acting,
        ),
    )


def _nobody_signs_twice(parties: Iterable[Party]) -> Iterable[Party]:
    """Leave the representative open where the same person already heads an earlier party."""
    earlier: list[Party] = []
    for party in parties:
        same = tuple(
            each.siren for each in earlier if _same(each.representative, party.representative)
        )
        earlier.append(party)
        yield replace(party, signs_for=same) if same else party


def _same(one: Representative, other: Representative) -> bool:
    """Whether two heads are one person: the same names, unless one is a woman and one a man."""
    if fold(one.full_name) != fold(other.full_name):
        return False
    if not one.civility or not other.civility:
        return True
    return (fold(one.civility) in _WOMEN) is (fold(other.civility) in _WOMEN)
