"""Who works where and for whom, with the two authorities recorded apart.

The *hierarchical* body stands on the assignment, the *operational* body on the mission share.
Neither is ever derived from the other; the two NewTypes keep them from being swapped by mistake.
Who commands on a day follows from both in `authority`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from mutudesk.domain.period import Period

HierarchicalSiren = NewType("HierarchicalSiren", str)
OperationalSiren = NewType("OperationalSiren", str)


class AssignmentGround(Enum):
    """Legal ground of an agent's presence in a shared service."""

    TRANSFER_BY_LAW = "transfert_plein_droit"
    PROVISION_BY_LAW = "mise_a_disposition_plein_droit"
    SECONDMENT = "mise_a_disposition_individuelle"
    MUTATION = "mutation"
    DETACHMENT = "detachement"
    CONTRACT_TAKEN_OVER = "reprise_contrat"
    RECRUITMENT = "recrutement"
    INTERNAL = "affectation_interne"

    @property
    def keeps_employer(self) -> bool:
        """Tell whether the agent stays employed by his body of origin (mise à disposition)."""
        return self in {AssignmentGround.PROVISION_BY_LAW, AssignmentGround.SECONDMENT}


@dataclass(frozen=True, slots=True)
class Assignment:
    """An agent works in a shared service; `share` is in basis points of a full post.

    `hierarchical_siren` None = the body that employs the agent on the date asked. A recorded body
    carries the reason why it differs, and the reason leaves with it: without one it is empty.
    """

    matricule: str
    service: str
    ground: AssignmentGround
    share: int
    hierarchical_siren: HierarchicalSiren | None
    hierarchical_reason: str
    period: Period

    def __post_init__(self) -> None:
        """Drop the reason of a body that is not there."""
        if self.hierarchical_reason and not self.hierarchical_siren:
            object.__setattr__(self, "hierarchical_reason", "")

    @property
    def key(self) -> tuple[str, str, object]:
        """One assignment to a service begins on one day."""
        return (self.matricule, self.service, self.period.valid_from)


@dataclass(frozen=True, slots=True)
class MissionShare:
    """The part of an assignment done for one mission and one beneficiary, in basis points.

    `operational_siren` None = the beneficiary's own head instructs and controls.
    """

    matricule: str
    service: str
    mission: str
    beneficiary_siren: str
    share: int
    operational_siren: OperationalSiren | None
    period: Period

    @property
    def key(self) -> tuple[str, str, str, str, object]:
        """One share for one mission and beneficiary begins on one day."""
        return (
            self.matricule,
            self.service,
            self.mission,
            self.beneficiary_siren,
            self.period.valid_from,
        )
