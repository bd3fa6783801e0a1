"""The facts of one membership convention, as they stand on the day it is dated.

Nothing here is wording: dates are dates, shares are basis points, quality and names are as
recorded. Two equal contents print the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutudesk.domain.legal_forms import Family, family_of

if TYPE_CHECKING:
    from datetime import date

    from mutudesk.domain.assignments import AssignmentGround
    from mutudesk.domain.bodies import BodyKind
    from mutudesk.domain.findings import Finding
    from mutudesk.domain.services import LegalGround, Level, Settlement


@dataclass(frozen=True, slots=True)
class Representative:
    """The person who heads a party; `acting` = stands in for the head (intérim)."""

    civility: str
    full_name: str
    quality: str
    acting: bool


@dataclass(frozen=True, slots=True)
class Party:
    """One signatory, with its identity of the day; `short_name` and `council` empty = by its form.

    `signs_for` are the SIREN of the earlier parties that the same person heads: the representative
    of this one is then left blank, because nobody concludes a convention with himself. `decided_on`
    is
    the day of this body's own deliberation, None where the register does not hold it.
    """

    siren: str
    kind: BodyKind
    name: str
    legal_form: str
    seat: str
    representative: Representative
    decided_on: date | None = None
    signs_for: tuple[str, ...] = ()
    short_name: str = ""
    council: str = ""

    @property
    def family(self) -> Family:
        """What it is by its legal form of the day."""
        return family_of(self.kind, self.legal_form)


@dataclass(frozen=True, slots=True)
class MissionLine:
    """One mission entrusted to the service."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class OriginLine:
    """A former service, of the body named, that was merged into the shared one."""

    name: str
    body: str
    body_form: str


@dataclass(frozen=True, slots=True)
class PostLine:
    """One post, without the name of its agent; `share` in basis points of a full post."""

    category: str
    cadre_emplois: str
    share: int


@dataclass(frozen=True, slots=True)
class AnnexHolder:
    """A body with the quality of its head on the day; `quality` empty = mandate vacant."""

    name: str
    legal_form: str
    quality: str
    acting: bool = False


@dataclass(frozen=True, slots=True)
class AnnexLine:
    """Who holds the two authorities for one mission done for one body, recorded apart.

    `is_exception`: it is recorded so and differs from the rule of the line before.
    """

    mission_code: str
    mission_label: str
    beneficiary: str  # name of the body
    beneficiary_form: str
    hierarchical: AnnexHolder
    operational: AnnexHolder
    is_exception: bool = False


@dataclass(frozen=True, slots=True)
class StaffLine:
    """The agents of one origin and one ground in the service; `share` = their full-time total.

    `employer` is the body that employed them before a transfer, or employs them still; "" where the
    register does not say. `share` in basis points of a full post.
    """

    employer_siren: str
    employer: str
    employer_form: str
    ground: AssignmentGround
    agents: int
    share: int


@dataclass(frozen=True, slots=True)
class Terms:
    """What the service's terms say that day; empty (None) = to be completed, or the template's.

    The texts of `domain.clauses.CLAUSES` hold their names between braces still.
    """

    duration: str = ""
    notice_months: int | None = None
    financial_terms: str = ""
    court: str = ""
    preamble: str = ""
    premises: str = ""
    assets: str = ""
    contracts: str = ""
    settlement: Settlement | None = None
    committee: str = ""
    liability: str = ""
    data_protection: str = ""


@dataclass(frozen=True, slots=True)
class ConventionContent:
    """One body joins one service; dates are the first and the *last day included*.

    `parties` holds the agglomeration first, then the managing commune where one manages, then the
    joining body; `manager` and `member` are the SIREN of one of them (both the same where the
    managing commune itself joins). `staff_day` is the day on which posts, staff and exceptions were
    read. `joins_existing`: the service ran before the membership begins.
    """

    dated: date
    service_code: str
    service_name: str
    ground: LegalGround
    level: Level
    effect: date
    last_day: date | None
    parties: tuple[Party, ...]
    manager: str
    member: str
    missions: tuple[MissionLine, ...]
    origins: tuple[OriginLine, ...]
    staff_day: date
    staff: tuple[StaffLine, ...]
    posts: tuple[PostLine, ...]
    authorities: tuple[AnnexLine, ...]
    terms: Terms = Terms()
    joins_existing: bool = False
    points: tuple[Finding, ...] = ()

    @property
    def exceptions(self) -> tuple[AnnexLine, ...]:
        """The recorded authorities that differ from the rule."""
        return tuple(each for each in self.authorities if each.is_exception)

    def party(self, siren: str) -> Party:
        """The party of that SIREN. Raises KeyError when it is none of them."""
        for party in self.parties:
            if party.siren == siren:
                return party
        raise KeyError(siren)
