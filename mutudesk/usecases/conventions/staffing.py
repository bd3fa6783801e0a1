"""Posts, grounds and authorities of a service on one day; no agent's name leaves this module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.documents.convention.content import AnnexHolder, AnnexLine, PostLine
from mutudesk.domain.authority import head_of, hierarchical_of, operational_body, position_on
from mutudesk.domain.codes import fold
from mutudesk.domain.factbase import on_date
from mutudesk.domain.records import ref_to

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from mutudesk.domain.assignments import Assignment, AssignmentGround
    from mutudesk.domain.factbase import FactBase
    from mutudesk.domain.staff import Position
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

    def grounds(self) -> frozenset[AssignmentGround]:
        """The grounds of the agents present."""
        return frozenset(assignment.ground for assignment, _ in self._present)

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

    def authorities(self, beneficiaries: Collection[str]) -> tuple[AnnexLine, ...]:
        """Both authorities of each mission done for one of the bodies, each pair once."""
        missions = self._base.missions.get(self._service, {})
        found: dict[tuple[str, str, str, str], AnnexLine] = {}
        for assignment, position in self._present:
            hierarchical = hierarchical_of(assignment.hierarchical_siren, position)
            for share in self._base.shares.get(assignment.matricule, ()):
                if (
                    hierarchical is None
                    or share.service != self._service
                    or share.beneficiary_siren not in beneficiaries
                    or not share.period.holds(self._day)
                ):
                    continue
                functional = operational_body(share)
                key = (share.mission, share.beneficiary_siren, hierarchical, functional)
                if key in found:
                    continue
                mission = missions.get(share.mission)
                beneficiary = self._holder(share.beneficiary_siren)
                found[key] = AnnexLine(
                    mission_code=share.mission,
                    mission_label=mission.label if mission else share.mission,
                    beneficiary=beneficiary.name,
                    beneficiary_form=beneficiary.legal_form,
                    hierarchical=self._holder(hierarchical),
                    functional=self._holder(functional),
                )
        return tuple(found[key] for key in sorted(found))

    def _holder(self, siren: str) -> AnnexHolder:
        identity = on_date(self._base.identities.get(siren, ()), self._on)
        head = head_of(self._base, siren, self._on)
        return AnnexHolder(
            name=self._base.name(siren, self._on),
            legal_form=identity.legal_form if identity else "",
            quality=head.quality if head else "",
            acting=bool(head and head.acting),
        )
