"""Membership conventions: what one is made of, printing them one by one or all together."""

from mutudesk.usecases.conventions.batch import (
    BatchResult,
    ConventionJob,
    RefusedConvention,
    convention_jobs,
    print_batch,
    render_preview,
    render_whole,
)
from mutudesk.usecases.conventions.building import build_convention

__all__ = [
    "BatchResult",
    "ConventionJob",
    "RefusedConvention",
    "build_convention",
    "convention_jobs",
    "print_batch",
    "render_preview",
    "render_whole",
]
