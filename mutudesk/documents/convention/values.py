"""The facts of a convention in words: the values that its template asks for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mutudesk.documents.convention.clauses import ClauseBody, clause_names, printed_clause
from mutudesk.documents.convention.naming import (
    alias_of,
    council_of,
    quality_of,
    replaced_head,
    service_words,
)
from mutudesk.documents.register_text import capital, shown
from mutudesk.domain.assignments import AssignmentGround
from mutudesk.domain.bodies import BodyKind
from mutudesk.domain.codes import fold
from mutudesk.domain.convention_points import WIDENED_ON
from mutudesk.domain.legal_forms import LYON
from mutudesk.domain.services import Level, Settlement
from mutudesk.language.french import (
    de_designation,
    designation,
    le_form,
    listing,
    long_date,
    siren_groups,
)

if TYPE_CHECKING:
    from mutudesk.documents.convention.content import (
        AnnexHolder,
        AnnexLine,
        ConventionContent,
        Party,
    )
    from mutudesk.documents.filling import Given
    from mutudesk.documents.templates import Template

# Placeholders for what the register does not hold yet.
_NOT_HELD = (
    "impact_date",
    "choice_date",
    "creation_date",
    "posts_state",
    "settlement",
    "place",
    "signed_on",
)
_CODE_OF_SERVICE_FROM = date(2022, 3, 1)  # code général de la fonction publique
_SOCIAL_COMMITTEE_FROM = date(2023, 1, 1)  # décret 2021-571
_JOINT_COMMISSION_UNTIL = date(2020, 12, 31)
_NEGOTIATED_FROM = 50  # agents of the service: L.5111-7, II


def convention_values(content: ConventionContent, template: Template) -> dict[str, Given]:
    """The values of the convention's placeholders; empty where the register holds none."""
    return {
        **_of_parties(content, template),
        **_of_staff(content),
        **_of_law(content),
        "dated": long_date(content.dated),
        "service": service_words(content.service_name),
        "service_heading": capital(shown(content.service_name)),
        "missions": tuple(shown(each.label) for each in content.missions),
        "origins": tuple(
            f"{shown(each.name)} ({designation(each.body, each.body_form)})"
            for each in content.origins
        ),
        "joins_existing": content.joins_existing,
        "integrated": content.level is Level.INTEGRATED,
        "effect": long_date(content.effect),
        "last_day": long_date(content.last_day) if content.last_day else "",
        "duration": shown(content.terms.duration),
        "notice": "" if content.terms.notice_months is None else str(content.terms.notice_months),
        **_of_clauses(content, template),
        "court": shown(content.terms.court),
        **dict.fromkeys(_NOT_HELD, ""),
    }


def _of_parties(content: ConventionContent, template: Template) -> dict[str, Given]:
    agglomeration = content.parties[0]
    manager, member = content.party(content.manager), content.party(content.member)
    aliases = {each.siren: alias_of(content, template, each) for each in content.parties}
    of_manager, of_member = aliases[manager.siren], aliases[member.siren]
    own = aliases[agglomeration.siren]
    council = council_of(template, agglomeration)
    givers = [aliases[each.siren].of for each in content.parties if each is not manager]
    return {
        "masthead": capital(shown(agglomeration.name)),
        "agglomeration": own.the,
        "of_agglomeration": own.of,
        "agglomeration_head": template.heads[agglomeration.family.value],
        "of_council": council.of,
        "council_start": council.start,
        "manager": of_manager.the,
        "manager_start": of_manager.start,
        "of_manager": of_manager.of,
        "to_manager": of_manager.to,
        "manager_head": template.heads[manager.family.value],
        "commune_manages": manager is not agglomeration,
        "member_manages": manager is member,
        "member": of_member.the,
        "member_start": of_member.start,
        "of_member": of_member.of,
        "member_head": template.heads[member.family.value],
        "member_council": council_of(template, member).own,
        "member_is_commune": member.kind is BodyKind.COMMUNE,
        "others": "aux autres parties" if len(content.parties) > 2 else "à l’autre partie",  # noqa: PLR2004
        "origin_bodies": listing(givers),
    }


def _of_clauses(content: ConventionContent, template: Template) -> dict[str, Given]:
    """What the office wrote itself, else what is proposed, with the names of this convention."""
    parties = (content.party(content.member), content.parties[0], content.party(content.manager))
    member, agglomeration, manager = (ClauseBody(each.name, each.legal_form) for each in parties)
    names = clause_names(member, agglomeration, manager, content.service_name, content.effect)
    terms, is_own = content.terms, content.manager == content.member
    texts = {each.name: each.own if is_own else each.text for each in template.clauses}
    written = {name: getattr(terms, name) for name in texts if getattr(terms, name)}
    return {
        **{name: printed_clause(text, names) for name, text in {**texts, **written}.items()},
        "proposed": tuple(each.where for each in template.clauses if each.name not in written),
        "invoiced": terms.settlement is Settlement.INVOICE,
        "compensated": terms.settlement is Settlement.COMPENSATION,
    }


def _of_staff(content: ConventionContent) -> dict[str, Given]:
    """Numbers are those of the parties' own agents; without any agent recorded they are blanks."""
    givers = {each.siren for each in content.parties} - {content.manager}
    counts = dict.fromkeys(AssignmentGround, 0)
    for line in content.staff:
        if line.employer_siren in givers:
            counts[line.ground] += line.agents

    def count(ground: AssignmentGround) -> str:
        return str(counts[ground]) if content.staff else ""

    return {
        "transferred_count": count(AssignmentGround.TRANSFER_BY_LAW),
        "provided_count": count(AssignmentGround.PROVISION_BY_LAW),
        "seconded": any(each.ground is AssignmentGround.SECONDMENT for each in content.staff),
        "fifty_agents": sum(each.agents for each in content.staff) >= _NEGOTIATED_FROM,
        "staff_day": long_date(content.staff_day),
        "exceptions": tuple(_exception(each) for each in content.exceptions),
    }


def _exception(line: AnnexLine) -> str:
    body = de_designation(line.beneficiary, line.beneficiary_form)
    return (
        f"pour la mission « {shown(line.mission_label)} » accomplie au profit {body}, l’autorité "
        f"hiérarchique est {_holder(line.hierarchical)} et l’autorité fonctionnelle "
        f"{_holder(line.operational)}"
    )


def _holder(holder: AnnexHolder) -> str:
    words = designation(holder.name, holder.legal_form)
    quality = quality_of(holder.quality, acting=holder.acting)
    return f"{words} ({quality})" if quality else words


def _of_law(content: ConventionContent) -> dict[str, Given]:
    """Which texts rule on the days of the convention and of its effect."""
    is_social = content.dated >= _SOCIAL_COMMITTEE_FROM
    return {
        "is_lyon": content.parties[0].siren == LYON,
        "code_of_service": content.dated >= _CODE_OF_SERVICE_FROM,
        "staff_committee": "comité social territorial" if is_social else "comité technique",
        "joint_commission": content.dated <= _JOINT_COMMISSION_UNTIL,
        "text_of_2014": content.effect >= WIDENED_ON,
    }


def party_values(content: ConventionContent, template: Template, party: Party) -> dict[str, Given]:
    """The values of the placeholders of one party."""
    alias = alias_of(content, template, party)
    words = designation(party.name, party.legal_form)
    head = party.representative
    head_word = template.heads[party.family.value]
    others = [alias_of(content, template, content.party(each)).the for each in party.signs_for]
    return {
        "designation": capital(words),
        "name": words,
        "form": "" if _says_its_form(words, party.legal_form) else _lowered(party.legal_form),
        "feminine": le_form(party.legal_form).startswith("la "),
        "siren": siren_groups(party.siren),
        "seat": shown(party.seat),
        "alias": alias.the,
        "of_alias": alias.of,
        "council": council_of(template, party).own,
        "civility": shown(head.civility),
        "person": shown(head.full_name),
        "quality": quality_of(head.quality, acting=head.acting),
        "replaces": replaced_head(head.quality, head_word, acting=head.acting),
        "is_commune": party.kind is BodyKind.COMMUNE,
        "signs_for": listing(others) if others else "",
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
