"""The conventions of a service that can be printed, and why the others cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from mutudesk.documents.convention.content import ConventionContent
from mutudesk.domain.findings import RefusedError
from mutudesk.usecases.conventions.building import build_convention, not_ended, shared_service
from mutudesk.usecases.conventions.file_names import file_stem
from mutudesk.usecases.printing import PrintJob

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from mutudesk.domain.factbase import FactBase

ConventionJob: TypeAlias = PrintJob[ConventionContent]


def convention_jobs(
    base: FactBase, service: str, sirens: Iterable[str] | None, on: date
) -> list[ConventionJob]:
    """The conventions of a service dated `on`: of the bodies named, or of all that join it.

    A body that cannot have one is a job with findings and does not hinder the others. Raises
    RefusedError when the service itself can have no such convention.
    """
    shared_service(base, service)
    if sirens is None:
        sirens = [each.siren for each in not_ended(base, service, on)]
    return [_job(base, service, siren, on) for siren in dict.fromkeys(sirens)]


def _job(base: FactBase, service: str, siren: str, on: date) -> ConventionJob:
    name = base.name(siren, on)
    file_name = f"{file_stem('convention', service, siren)}.pdf"
    try:
        content = build_convention(base, service, siren, on)
    except RefusedError as problem:
        return PrintJob(siren, name, file_name, None, problem.findings)
    return PrintJob(siren, name, file_name, content)
