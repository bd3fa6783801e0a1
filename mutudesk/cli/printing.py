"""What `print` can print: for each document its words, and what they run.

Read before every start of the window: what lays pages out is imported by the command.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mutudesk.cli.arguments import day, register_path, siren
from mutudesk.domain.codes import clean

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable

    from mutudesk.cli.output import Output

DONE, REFUSED = 0, 1
DEFAULT_PRINT = "convention"


@dataclass(frozen=True, slots=True)
class PrintCommand:
    """One document on the command line."""

    help: str
    add_options: Callable[[ArgumentParser], None]
    run: Callable[[Namespace, Output], int]


def _convention_options(parser: ArgumentParser) -> None:
    parser.add_argument("--service", type=clean, required=True, metavar="CODE")
    parser.add_argument("--commune", type=siren, action="append", metavar="SIREN")
    parser.add_argument("--on", type=day, required=True, metavar="DATE")
    parser.add_argument(
        "--effect", type=day, metavar="DATE", help="l'adhésion qui prend effet ce jour"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DOSSIER")
    parser.add_argument(
        "--replace", action="store_true", help="remplacer les fichiers qui existent"
    )


def _print_conventions(arguments: Namespace, output: Output) -> int:
    """Print the project of the membership convention of one, several or all bodies of a service."""
    from mutudesk.usecases.conventions import print_conventions, read_jobs
    from mutudesk.usecases.opening import open_to_read

    with open_to_read(register_path(arguments)) as session:
        jobs = read_jobs(
            session, arguments.service, arguments.commune, arguments.on, arguments.effect
        )
        result = print_conventions(jobs, arguments.out, replace=arguments.replace)
    for written in result.written:
        day_of_effect = written.effect.isoformat() if written.effect is not None else ""
        output.fields(written.path, day_of_effect)
    points = [(each.name, each.points) for each in result.written if each.points]
    if points:
        output.line_to_stderr("print_points", count=sum(len(found) for _name, found in points))
        output.points_of(points)
    if result.refused:
        output.line_to_stderr("print_refused", count=len(result.refused))
        output.refusals_of((each.name, each.findings) for each in result.refused)
        return REFUSED
    return DONE


def _authorities_options(parser: ArgumentParser) -> None:
    parser.add_argument("--on", type=day, required=True, metavar="DATE")
    parser.add_argument("--service", type=clean, metavar="CODE", help="ce service seul")
    parser.add_argument(
        "--group",
        choices=("service", "mayor"),
        default="service",
        help="par service, ou par maire (autorité opérationnelle)",
    )
    _file_options(parser)


def _print_authorities(arguments: Namespace, output: Output) -> int:
    """Print who commands whom on a date."""
    from mutudesk.usecases.authority_printing import Grouping, print_authorities
    from mutudesk.usecases.opening import open_to_read

    with open_to_read(register_path(arguments)) as session:
        print_authorities(
            session,
            arguments.on,
            arguments.out,
            service=arguments.service,
            grouping=Grouping(arguments.group),
            replace=arguments.replace,
        )
    output.paths([arguments.out])
    return DONE


def _file_options(parser: ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, metavar="FICHIER")
    _add_replace(parser)


def _add_replace(parser: ArgumentParser) -> None:
    parser.add_argument("--replace", action="store_true", help="remplacer ce qui existe déjà")


PRINTS = {
    "convention": PrintCommand(
        "les projets de convention d'adhésion (si rien n'est nommé)",
        _convention_options,
        _print_conventions,
    ),
    "authorities": PrintCommand(
        "qui commande qui à une date", _authorities_options, _print_authorities
    ),
}
