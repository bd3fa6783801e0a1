"""Posts, staff and authorities of a service on one day; no agent's name leaves this module."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mutudesk.documents.convention.content import AnnexHolder, AnnexLine, PostLine, StaffLine
from mutudesk.domain.authority import (
    employer_of_origin,
    head_of,
    hierarchical_of,
    operational_body,
    position_on,
)
from mutudesk.domain.codes import fold
from mutudesk.domain.fact_base import on_date
from mutudesk.domain.records import ref_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from mutudesk.domain.agents import Position
    from mutudesk.domain.assignments import Assignment, AssignmentGround
    from mutudesk.domain.fact_base import FactBase
    from mutudesk.usecases.conventions.required import Required


class Staffing:
    """Who works in the service on `day`; names and qualities of bodies are those of `on`."""

    def __init__(self, base: FactBase, service: str, day: date, on: date) -> None:
        self._base = base
        self._service = service
        self._day = day
        self._on = on
        self._present: list[tuple[Assignment, Position | None]] = [
            (assignment, position_on(base, assignment.matricule, day))
            for assignments in base.assignments.values()
            for assignment in assignments
            if assignment.service == service and assignment.period.holds(day)
        ]

    def staff(self, member: str) -> tuple[StaffLine, ...]:
        """How many agents of which origin and ground: by employer of origin, then ground."""
        groups: dict[tuple[str, AssignmentGround], list[int]] = defaultdict(list)
        for assignment, _position in self._present:
            origin = employer_of_origin(self._base, assignment)
            groups[origin, assignment.ground].append(assignment.share)
        lines = [
            StaffLine(
                origin,
                self._base.name(origin, self._on) if origin else "",
                self._form_of(origin),
                ground,
                len(shares),
                sum(shares),
            )
            for (origin, ground), shares in groups.items()
        ]
        return tuple(
            sorted(
                lines,
                key=lambda each: (
                    each.employer_siren != member,
                    fold(each.employer),
                    each.ground.value,
                ),
            )
        )

    def posts(self, required: Required) -> tuple[PostLine, ...]:
        """One line a post, by category, cadre d'emplois and falling share."""
        lines = []
        for assignment, position in self._present:
            category = cadre = ""
            if position is not None:
                ref, name = ref_to(position), self._base.agent_name(position.matricule)
                category = required.optional(ref, "category", position.category, name)
                cadre = required.optional(ref, "cadre_emplois", position.cadre_emplois, name)
            lines.append(PostLine(category, cadre, assignment.share))
        return tuple(
            sorted(
                lines,
                # A post without category comes last, not first.
                key=lambda each: (
                    not each.category,
                    each.category,
                    fold(each.cadre_emplois),
                    each.cadre_emplois,
                    -each.share,
                ),
            )
        )

    def authorities(
        self, missions: Iterable[str], beneficiaries: Sequence[str], manager: str
    ) -> tuple[AnnexLine, ...]:
        """Both authorities of each mission for each body, by rule, then what is recorded otherwise.

        By rule (CGCT L.5211-4-2) the managing body's head commands its agents, and the head of the
        body for which a mission is done instructs.
        """
        recorded = self._recorded_exceptions()
        lines = []
        for mission in missions:
            for beneficiary in beneficiaries:
                lines.append(self._line(mission, beneficiary, manager, beneficiary))
                lines += [
                    self._line(mission, beneficiary, hierarchical, operational, is_exception=True)
                    for hierarchical, operational in sorted(recorded[mission, beneficiary])
                ]
        return tuple(lines)

    def _recorded_exceptions(self) -> dict[tuple[str, str], set[tuple[str, str]]]:
        """The pairs of authorities that the register holds beside the rule, by mission and body."""
        found: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
        for assignment, position in self._present:
            hierarchical = hierarchical_of(assignment.hierarchical_siren, position)
            employer = hierarchical_of(None, position)
            for share in self._base.shares.get(assignment.matricule, ()):
                if share.service != self._service or not share.period.holds(self._day):
                    continue
                operational = operational_body(share)
                is_rule = hierarchical == employer and operational == share.beneficiary_siren
                if hierarchical is not None and not is_rule:
                    key = (share.mission, share.beneficiary_siren)
                    found[key].add((hierarchical, operational))
        return found

    def _line(
        self,
        mission: str,
        beneficiary: str,
        hierarchical: str,
        operational: str,
        *,
        is_exception: bool = False,
    ) -> AnnexLine:
        known = self._base.missions.get(self._service, {}).get(mission)
        served = self._holder(beneficiary)
        return AnnexLine(
            mission_code=mission,
            mission_label=known.label if known else mission,
            beneficiary=served.name,
            beneficiary_form=served.legal_form,
            hierarchical=self._holder(hierarchical),
            operational=self._holder(operational),
            is_exception=is_exception,
        )

    def _holder(self, siren: str) -> AnnexHolder:
        head = head_of(self._base, siren, self._on)
        return AnnexHolder(
            name=self._base.name(siren, self._on),
            legal_form=self._form_of(siren),
            quality=head.quality if head else "",
            acting=bool(head and head.acting),
        )

    def _form_of(self, siren: str) -> str:
        identity = on_date(self._base.identities.get(siren, ()), self._on)
        return identity.legal_form if identity else ""
