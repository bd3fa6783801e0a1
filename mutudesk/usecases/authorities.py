"""Who commands whom: counts, and why a line says what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutudesk.domain.authority import (
    assignment_on,
    head_of,
    hierarchical_of,
    operational_body,
    position_on,
    vacant_since,
)
from mutudesk.storage.queries.authority_figures import agents_and_vacancies, next_day
from mutudesk.usecases.queries import agent_record

if TYPE_CHECKING:
    from datetime import date

    from mutudesk.domain.agents import Position
    from mutudesk.domain.assignments import Assignment, MissionShare
    from mutudesk.domain.bodies import Mandate
    from mutudesk.domain.fact_base import FactBase
    from mutudesk.domain.listings import AuthorityRow, ListQuery
    from mutudesk.domain.services import LegalGround
    from mutudesk.usecases.session import Session


@dataclass(frozen=True, slots=True)
class Figures:
    """How many agents a list of authorities holds, and in how many bodies nobody holds office."""

    agents: int
    vacant: int


@dataclass(frozen=True, slots=True)
class Authority:
    """One of the two authorities of a line: the body, and who heads it on the date.

    `mandate` None = vacant; then `vacant_since` is the first day without a head, None where nobody
    was ever recorded.
    """

    siren: str
    body: str
    mandate: Mandate | None
    vacant_since: date | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """The recorded facts that one line rests on, as of a date; None = no longer there."""

    on: date
    row: AuthorityRow
    position: Position | None
    employer: str
    assignment: Assignment | None
    share: MissionShare | None
    service_ground: LegalGround | None
    hierarchical: Authority
    operational: Authority

    @property
    def replaces_employer(self) -> bool:
        """Tell whether the assignment records another body than the employer of the day."""
        recorded = self.assignment.hierarchical_siren if self.assignment is not None else None
        return recorded is not None and recorded != hierarchical_of(None, self.position)

    @property
    def replaces_beneficiary(self) -> bool:
        """Tell whether the mission share records another body than its beneficiary."""
        share = self.share
        return share is not None and operational_body(share) != share.beneficiary_siren


def figures(session: Session, query: ListQuery) -> Figures:
    """The counts of a list."""
    with session.register.read() as reading:
        return Figures(*agents_and_vacancies(reading.connection, query))


def next_day_with_shares(session: Session, query: ListQuery) -> date | None:
    """When the list will have something to show, None when never."""
    with session.register.read() as reading:
        return next_day(reading.connection, query)


def explain(session: Session, row: AuthorityRow, on: date) -> Explanation:
    """Why a line says what it says."""
    base = agent_record(session, row.matricule).base
    position = position_on(base, row.matricule, on)
    shares = base.shares.get(row.matricule, ())
    service = base.services.get(row.service)

    def authority(siren: str, name: str) -> Authority:
        since = vacant_since(base.mandates.get(siren, ()), on)
        return Authority(siren, name, head_of(base, siren, on), since)

    return Explanation(
        on=on,
        row=row,
        position=position,
        employer=_name(base, position.employer_siren, on) if position is not None else "",
        assignment=assignment_on(base, row.matricule, row.service, on),
        share=next(
            (
                each
                for each in shares
                if (each.service, each.mission) == (row.service, row.mission)
                and each.beneficiary_siren == row.beneficiary_siren
                and each.period == row.period
            ),
            None,
        ),
        service_ground=service.ground if service is not None else None,
        hierarchical=authority(row.hierarchical.siren, row.hierarchical.body),
        operational=authority(row.operational.siren, row.operational.body),
    )


def _name(base: FactBase, siren: str, on: date) -> str:
    return base.known_name(siren, on)
