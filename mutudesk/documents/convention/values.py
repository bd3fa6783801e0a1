"""The facts of a convention in words: the values that its template asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.documents.register_text import capital, says_acting, shown
from mutudesk.domain.assignments import AssignmentGround
from mutudesk.domain.codes import fold
from mutudesk.domain.services import Level
from mutudesk.domain.territory import BodyKind
from mutudesk.language.french import designation, le_form, long_date, siren_groups

if TYPE_CHECKING:
    from mutudesk.documents.convention.content import ConventionContent, Party
    from mutudesk.documents.filling import Given
    from mutudesk.documents.templates import Alias, Template

# Placeholders for what the register does not hold yet.
_NOT_HELD = (
    "impact_date",
    "premises",
    "assets",
    "contracts",
    "committee",
    "liability",
    "data_protection",
    "place",
    "signed_on",
)
_EMPLOYED = frozenset(ground for ground in AssignmentGround if not ground.keeps_employer)


def alias_of(content: ConventionContent, template: Template, party: Party) -> Alias:
    """The short name of a party, by its part in the convention and by what it is."""
    if party is content.parties[0]:
        return template.aliases["agglomeration"]
    if party.siren == content.manager and party.siren != content.member:
        return template.aliases["manager"]
    kind = BodyKind.OTHER if party.kind is BodyKind.EPCI else party.kind
    return template.aliases[kind.value]


def convention_values(content: ConventionContent, template: Template) -> dict[str, Given]:
    """The values of the convention's placeholders; empty where the register holds none."""
    agglomeration = content.parties[0]
    manager, member = content.party(content.manager), content.party(content.member)
    aliases = {each.siren: alias_of(content, template, each) for each in content.parties}
    grounds, terms = content.grounds, content.terms
    return {
        "dated": long_date(content.dated),
        "service_name": shown(content.service_name),
        "agglomeration_name": capital(designation(agglomeration.name, agglomeration.legal_form)),
        "of_agglomeration": aliases[agglomeration.siren].of,
        "agglomeration_head": template.heads[agglomeration.kind.value],
        "manager": aliases[manager.siren].the,
        "manager_start": aliases[manager.siren].start,
        "of_manager": aliases[manager.siren].of,
        "manager_head": template.heads[manager.kind.value],
        "commune_manages": manager is not agglomeration,
        "member_manages": manager is member,
        "member": aliases[member.siren].the,
        "member_start": aliases[member.siren].start,
        "of_member": aliases[member.siren].of,
        "member_head": template.heads[member.kind.value],
        "member_council": template.councils[member.kind.value],
        "missions": tuple(shown(each.label) for each in content.missions),
        "origins": tuple(
            f"{shown(each.name)} ({designation(each.body, each.body_form)})"
            for each in content.origins
        ),
        "integrated": content.level is Level.INTEGRATED,
        "effect": long_date(content.effect),
        "last_day": long_date(content.last_day) if content.last_day else "",
        "employed": bool(grounds & _EMPLOYED),
        "transferred": AssignmentGround.TRANSFER_BY_LAW in grounds,
        "provided": bool(grounds - _EMPLOYED),
        "provided_by_law": AssignmentGround.PROVISION_BY_LAW in grounds,
        "seconded": AssignmentGround.SECONDMENT in grounds,
        "staff_day": long_date(content.staff_day),
        "duration": shown(terms.duration),
        "notice": "" if terms.notice_months is None else str(terms.notice_months),
        "financial_terms": shown(terms.financial_terms),
        "court": shown(terms.court),
        **dict.fromkeys(_NOT_HELD, ""),
    }


def party_values(content: ConventionContent, template: Template, party: Party) -> dict[str, Given]:
    """The values of the placeholders of one party."""
    alias = alias_of(content, template, party)
    words = designation(party.name, party.legal_form)
    head = party.representative
    other = content.party(party.signs_for) if party.signs_for else None
    return {
        "designation": capital(words),
        "name": words,
        "form": "" if _says_its_form(words, party.legal_form) else _lowered(party.legal_form),
        "feminine": le_form(party.legal_form).startswith("la "),
        "siren": siren_groups(party.siren),
        "seat": shown(party.seat),
        "alias": alias.the,
        "of_alias": alias.of,
        "council": template.councils[party.kind.value],
        "civility": shown(head.civility),
        "person": shown(head.full_name),
        "quality": shown(head.quality),
        "acting": head.acting and not says_acting(head.quality),
        "signs_for": alias_of(content, template, other).the if other else "",
        "representative": "",
        "deliberation_number": "",
        "deliberation_date": long_date(party.decided_on) if party.decided_on else "",
        "opinion_date": "",
    }


def _says_its_form(words: str, legal_form: str) -> bool:
    """Whether a designation begins with the legal form: "la commune de Durtol"."""
    return fold(words).startswith(fold(le_form(legal_form)))


def _lowered(legal_form: str) -> str:
    """The form without its article, as it stands inside a sentence."""
    form = le_form(legal_form)
    return form[2:] if form.startswith("l’") else form[3:]
