"""Membership conventions: what one is made of, printing them one by one or all together."""

from mutudesk.usecases.conventions.building import build_convention
from mutudesk.usecases.conventions.jobs import ConventionJob, convention_jobs
from mutudesk.usecases.conventions.joining import JoiningBody, joining_bodies
from mutudesk.usecases.conventions.printing import (
    files_in_place,
    preview,
    print_conventions,
    read_jobs,
)

__all__ = [
    "ConventionJob",
    "JoiningBody",
    "build_convention",
    "convention_jobs",
    "files_in_place",
    "joining_bodies",
    "preview",
    "print_conventions",
    "read_jobs",
]
