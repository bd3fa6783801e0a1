"""The commands. Each takes the parsed arguments, writes through `Output`, returns the exit code."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mutudesk import paths
from mutudesk.cli.arguments import ALL, MAYORS, register_path
from mutudesk.cli.backups import list_backups, restore_register
from mutudesk.cli.import_output import report_of
from mutudesk.cli.printing import PRINTS
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.listings import ListQuery
from mutudesk.exchange.authorities import authorities_csv, authorities_json
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.history import history_csv, history_json
from mutudesk.usecases import checking, creation, exporting, importing, queries
from mutudesk.usecases.backing_up import back_up_closed, back_up_quietly
from mutudesk.usecases.import_reports import ImportReport, LineReport
from mutudesk.usecases.journal_reading import read_journal
from mutudesk.usecases.mayors import import_mayors
from mutudesk.usecases.opening import open_to_read, open_to_write, place_notes

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from mutudesk.cli.output import Output
    from mutudesk.usecases.session import Session

DONE, REFUSED, USAGE = 0, 1, 2


def init(arguments: Namespace, output: Output) -> int:
    """Create the register of an agglomeration."""
    path = register_path(arguments)
    creation.create_register(path, arguments.epci)
    output.say("register_created", path=str(path))
    output.reasons([*place_notes(path), *back_up_closed(path)])
    return DONE


def demo(arguments: Namespace, output: Output) -> int:
    """Create the demonstration."""
    path = arguments.db or paths.default_demonstration()
    creation.create_demonstration(path)
    output.say("register_created", path=str(path))
    return DONE


def import_(arguments: Namespace, output: Output) -> int:
    """Take a file, a folder or the official list of mayors in."""
    if arguments.close_previous and arguments.kind != MAYORS:
        output.line_to_stderr("close_previous_elsewhere")
        return USAGE
    if arguments.format == "json":
        try:
            report = _imported(arguments, output)
        except RefusedError as problem:
            report = report_of(problem.findings)
        output.import_report_json(report, dry_run=arguments.dry_run)
    else:
        report = _imported(arguments, output)
        output.import_report(report, dry_run=arguments.dry_run)
        output.closings(report.closings, dry_run=arguments.dry_run)
    return REFUSED if report.is_refused else DONE


def _opened_for_import(arguments: Namespace, output: Output) -> Session:
    """A trial writes nothing, so it may be made while somebody else works in the file."""
    path = register_path(arguments)
    if arguments.dry_run:
        return open_to_read(path)
    session = open_to_write(path, take_lock=arguments.take_lock)
    output.reasons(place_notes(path))
    return session


def _imported(arguments: Namespace, output: Output) -> ImportReport:
    dry_run, encoding, why = arguments.dry_run, arguments.encoding, arguments.reason
    with _opened_for_import(arguments, output) as session:
        if arguments.kind == ALL:
            report = importing.import_folder(
                session, arguments.path, dry_run=dry_run, encoding=encoding, why=why
            )
        elif arguments.kind == MAYORS:
            report = import_mayors(
                session,
                arguments.path,
                close_previous=arguments.close_previous,
                dry_run=dry_run,
                encoding=encoding,
                why=why,
            )
        else:
            kind = ExchangeKind(arguments.kind)
            report = importing.import_file(
                session, kind, arguments.path, dry_run=dry_run, encoding=encoding, why=why
            )
        if dry_run or report.is_refused:
            return report
        missed = tuple(LineReport("", 0, "", each) for each in back_up_quietly(session))
        news = tuple(each for each in missed if each not in report.warnings)
        return replace(report, warnings=(*report.warnings, *news))


def export(arguments: Namespace, output: Output) -> int:
    """Write one kind to a file, or every kind to a folder."""
    with open_to_read(register_path(arguments)) as session:
        if arguments.kind == ALL:
            written = exporting.export_folder(session, arguments.path, arguments.on)
        else:
            exporting.export_kind(
                session, ExchangeKind(arguments.kind), arguments.path, arguments.on
            )
            written = [arguments.path]
    output.paths(written)
    return DONE


def authorities(arguments: Namespace, output: Output) -> int:
    """Write who commands whom on a date."""
    filters = {
        "service": arguments.service,
        "commune": arguments.commune,
        "agent": arguments.agent,
    }
    wanted = {name: value for name, value in filters.items() if value is not None}
    with open_to_read(register_path(arguments)) as session:
        queries.require_known(session, wanted)
        rows = queries.authority_lines(session, ListQuery(arguments.on, filters=wanted))
    output.data(authorities_json(rows) if arguments.format == "json" else authorities_csv(rows))
    return DONE


def history(arguments: Namespace, output: Output) -> int:
    """Write the journal: who changed what, when and why; without writing a byte to the register."""
    kind = None if arguments.kind is None else ExchangeKind(arguments.kind)
    with open_to_read(register_path(arguments), touch=False) as session:
        found = read_journal(session, kind, arguments.key, arguments.since)
        is_json = arguments.format == "json"
        for piece in history_json(found.head, found.lines) if is_json else history_csv(found.lines):
            output.data(piece)
    return DONE


def print_(arguments: Namespace, output: Output) -> int:
    """Print a document."""
    return PRINTS[arguments.document].run(arguments, output)


def check(arguments: Namespace, output: Output) -> int:
    """Check file, journal and rules, without writing a byte."""
    with open_to_read(register_path(arguments), touch=False) as session:
        report = checking.check_register(session)
    output.findings(report.warnings)
    if report.refusals:
        output.line_to_stderr("check_refused", count=len(report.refusals))
        output.reasons(report.refusals)
        return REFUSED
    output.say("check_done", count=len(report.warnings))
    return DONE


COMMANDS: dict[str, Callable[[Namespace, Output], int]] = {
    "init": init,
    "demo": demo,
    "import": import_,
    "export": export,
    "authorities": authorities,
    "history": history,
    "print": print_,
    "check": check,
    "backups": list_backups,
    "restore": restore_register,
}
