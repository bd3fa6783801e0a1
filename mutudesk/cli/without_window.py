"""What is done when a window was asked for and there is no screen to show one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mutudesk.cli.main import run_command
from mutudesk.domain.findings import RefusedError
from mutudesk.paths import SUFFIX
from mutudesk.usecases import creation, queries
from mutudesk.usecases.opening import open_to_read, open_to_write

if TYPE_CHECKING:
    from argparse import Namespace

    from mutudesk.cli.output import Output

DONE, REFUSED = 0, 1
FOLDER = Path("build", "demo")  # of the folder one is in, and nowhere else
CONVENTIONS_ON = date(2016, 9, 1)  # the day on which the last three services began


def run_without_window(arguments: Namespace) -> int:
    """Say that there is no screen; build the demonstration and its conventions with `--demo`."""
    return run_command(_demonstrate if arguments.demo else _explain, arguments)


def _explain(_arguments: Namespace, output: Output) -> int:
    output.line_to_stderr("no_display")
    return REFUSED


def _demonstrate(_arguments: Namespace, output: Output) -> int:
    from mutudesk.usecases.conventions import (  # reportlab is slow to import
        print_conventions,
        read_jobs,
    )

    path = FOLDER / f"demonstration{SUFFIX}"
    output.say("no_display_demonstration")
    _clear(path)
    creation.create_demonstration(path)
    output.paths([path])
    refused = 0
    with open_to_read(path) as session:
        codes = sorted(queries.bodies_and_services(session).services)
        for code in codes:
            jobs = read_jobs(session, code, None, CONVENTIONS_ON)
            result = print_conventions(jobs, FOLDER / "conventions", replace=True)
            output.paths(each.path for each in result.written)
            refused += len(result.refused)
            output.refusals_of((each.name, each.findings) for each in result.refused)
    return REFUSED if refused else DONE


def _clear(path: Path) -> None:
    """Take an earlier demonstration away, unless somebody is working in it."""
    if not path.exists():
        return
    try:
        open_to_write(path).register.close()
    except RefusedError as refused:
        # Damaged or from another version: it is replaced all the same.
        if any(each.code in {"locked_by", "file_read_only"} for each in refused.findings):
            raise
    path.unlink()
