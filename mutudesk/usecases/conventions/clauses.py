"""Writing the articles of a service's conventions: what is proposed, and how a text will print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.documents.convention.clauses import ClauseBody, clause_names, printed_clause
from mutudesk.documents.convention.document import CONVENTION_TEMPLATES
from mutudesk.documents.template_choice import templates_of
from mutudesk.usecases.queries import bodies_and_services

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from mutudesk.domain.clauses import ClauseName, NameForms
    from mutudesk.domain.fact_base import FactBase
    from mutudesk.domain.services import Membership
    from mutudesk.usecases.session import Session


def proposed_clauses() -> Mapping[str, str]:
    """The text that the newest template proposes for each field of `domain.clauses.CLAUSES`."""
    newest = templates_of(CONVENTION_TEMPLATES)[-1]
    return {each.name: each.text for each in newest.clauses}


def example_names(session: Session, service: str, on: date) -> Mapping[ClauseName, NameForms]:
    """The names of one convention of a service: the body that joined first, else the manager."""
    base = bodies_and_services(session)
    managing = next(
        (each for each in base.managing.get(service, ()) if each.period.holds(on)), None
    )
    manager = managing.siren if managing is not None else base.epci_siren
    joined = [each for each in base.memberships.get(service, ()) if each.siren != manager]
    first = min(joined, key=_begins, default=None)
    member = manager if first is None else first.siren
    effect = on if first is None else first.period.start
    return clause_names(
        _body(base, member, on),
        _body(base, base.epci_siren, on),
        _body(base, manager, on),
        base.service_name(service),
        effect,
    )


def clause_as_printed(text: str, names: Mapping[ClauseName, NameForms]) -> str:
    """A text with the names put in, in French typography; its lines stay."""
    return "\n".join(printed_clause(line, names) for line in text.splitlines())


def _begins(membership: Membership) -> tuple[date, str]:
    return membership.period.start, membership.siren


def _body(base: FactBase, siren: str, on: date) -> ClauseBody:
    identity = base.identity(siren, on)
    return ClauseBody(base.name(siren, on), identity.legal_form if identity is not None else "")
