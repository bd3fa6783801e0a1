"""Agents and their dated positions. No national number, no health or union data is ever held."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from mutudesk.domain.persons import full_name

if TYPE_CHECKING:
    from mutudesk.domain.period import Period

FULL_TIME = 10_000  # basis points


class AgentStatus(Enum):
    """Kind of bond with the employer."""

    TENURED = "titulaire"
    TRAINEE = "stagiaire"
    PERMANENT = "cdi"
    FIXED_TERM = "cdd"
    APPRENTICE = "apprenti"
    OCCASIONAL = "vacataire"
    PRIVATE = "prive"


@dataclass(frozen=True, slots=True)
class Agent:
    """A person as one employer knows him: an agent of two employers has two matricules."""

    matricule: str
    civility: str
    last_name: str
    first_name: str

    @property
    def key(self) -> tuple[str]:
        """The employer's number."""
        return (self.matricule,)

    @property
    def full_name(self) -> str:
        """First name and last name, as recorded."""
        return full_name(self.first_name, self.last_name)


@dataclass(frozen=True, slots=True)
class Position:
    """Employer, career and working time of an agent during a period.

    `working_time` is in basis points of a full post (10 000 = full time).
    """

    matricule: str
    status: AgentStatus
    category: str
    cadre_emplois: str
    grade: str
    working_time: int
    employer_siren: str
    period: Period

    @property
    def key(self) -> tuple[str, object]:
        """One position begins on one day."""
        return (self.matricule, self.period.valid_from)
