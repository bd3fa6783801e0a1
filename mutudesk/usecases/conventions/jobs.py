"""The conventions of a service that can be printed, and why the others cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from mutudesk.documents.convention.content import ConventionContent
from mutudesk.domain.findings import RefusedError, refused
from mutudesk.usecases.conventions.building import (
    build_convention,
    memberships_on,
    shared_service,
)
from mutudesk.usecases.conventions.file_names import file_stem
from mutudesk.usecases.printing import PrintJob

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from mutudesk.domain.fact_base import FactBase

ConventionJob: TypeAlias = PrintJob[ConventionContent]


def convention_jobs(
    base: FactBase,
    service: str,
    sirens: Iterable[str] | None,
    on: date,
    effect: date | None = None,
) -> list[ConventionJob]:
    """The conventions of a service dated `on`: of the bodies named, or of all that join it.

    `effect` names the membership that begins on that day. A body that cannot have one is a job with
    findings and does not hinder the others. Raises RefusedError when the service itself can have no
    such convention, ("convention_nobody") when nobody joins it.
    """
    found = shared_service(base, service)
    if sirens is None:
        sirens = [each.siren for each in memberships_on(base, service, on, effect)]
        if not sirens:
            day = on if effect is None else effect
            raise refused("convention_nobody", service=found.name, day=day)
    return [_job(base, service, siren, on, effect) for siren in dict.fromkeys(sirens)]


def _job(base: FactBase, service: str, siren: str, on: date, effect: date | None) -> ConventionJob:
    name = base.name(siren, on)
    try:
        content = build_convention(base, service, siren, on, effect)
    except RefusedError as problem:
        file_name = f"{file_stem('convention', service, siren)}.pdf"
        return PrintJob(siren, name, file_name, None, problem.findings)
    stem = file_stem("convention", service, siren, name=name, effect=content.effect)
    return PrintJob(
        siren, name, f"{stem}.pdf", content, effect=content.effect, points=content.points
    )
