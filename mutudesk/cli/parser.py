"""The words of the command line.

Read before every start of the window: what only a refusal needs is imported there.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn

from mutudesk import __version__
from mutudesk.cli.arguments import ALL, MAYORS, day, encoding, reason, siren
from mutudesk.cli.printing import DEFAULT_PRINT, PRINTS
from mutudesk.domain.codes import clean
from mutudesk.exchange.exchange_kind import ExchangeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# What argparse says in English, and what is said instead.
_ERRORS = (
    (r"the following arguments are required: (.*)", r"il manque {}"),
    (r"argument (.*): expected one argument", r"{} attend une valeur"),
    (
        r"argument (.*): invalid choice: (.*?) \(choose from (.*)\)",
        r"{} : « {} » ne convient pas, écrire {}",
    ),
    (r"argument (.*): (.*)", r"{} : {}"),
    (r"unrecognized arguments: (.*)", r"de trop : {}"),
)
_SECTIONS = {"positional arguments": "arguments"}


class FrenchFormatter(argparse.HelpFormatter):
    """The help page with French headings."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """The line that shows how to write the command."""
        super().add_usage(usage, actions, groups, "usage\u00a0: " if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """The heading of a list of arguments."""
        super().start_section(_SECTIONS.get(heading or "", heading))


class FrenchParser(argparse.ArgumentParser):
    """argparse whose own few words are French.

    `default_word` is the sub-command that is meant where none is written; `needs` names options
    that mean nothing without another one.
    """

    default_word = ""
    needs: Mapping[str, str] = MappingProxyType({})

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - whatever argparse takes
        super().__init__(**options, formatter_class=FrenchFormatter, add_help=False)
        self.add_argument("-h", "--help", action="help", help="montrer cette aide")

    def parse_known_args(  # type: ignore[override]  # one form for the overloads of typeshed
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Parse as if the default sub-command had been written."""
        if self.default_word and args is not None:
            is_option = not args or (args[0].startswith("-") and args[0] not in {"-h", "--help"})
            args = [self.default_word, *args] if is_option else args
        found, left = super().parse_known_args(args, namespace)
        for name, other in self.needs.items():
            if getattr(found, name) is not None and getattr(found, other) is None:
                self.error(f"the following arguments are required: --{other}")
        return found, left

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how to go on; exit code 2."""
        for pattern, french in _ERRORS:
            if found := re.fullmatch(pattern, message, re.DOTALL):
                message = french.format(*(group.replace("'", "") for group in found.groups()))
                break
        from mutudesk.language.french import nonbreaking

        self.exit(2, nonbreaking(f"mutudesk : {message}\n") + self.format_usage())


def build_parser() -> argparse.ArgumentParser:
    """The parser of every command; no command means the window."""
    parser = FrenchParser(
        prog="mutudesk",
        description="Le registre des services communs d'une agglomération et de ses communes.",
        epilog="Sans commande, la fenêtre s'ouvre.",
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"MutuDesk {__version__}",
        help="montrer la version",
    )
    parser.add_argument("--db", type=Path, metavar="FICHIER", help="le registre (.mutu)")
    parser.add_argument("--lang", choices=("fr", "en"), default="fr", help="langue")
    parser.add_argument(
        "--demo", action="store_true", help="ouvrir la fenêtre sur la démonstration"
    )
    parser.add_argument(
        "--take-lock",
        action="store_true",
        help="écrire bien que le registre soit ouvert sur un autre poste",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMANDE", parser_class=FrenchParser)
    _add_creation(commands)
    _add_exchange(commands)
    _add_authorities(commands)
    _add_history(commands)
    _add_print(commands)
    commands.add_parser("check", help="contrôler le fichier, son journal et toutes les règles")
    _add_backups(commands)
    return parser


def _add_creation(commands: argparse._SubParsersAction[FrenchParser]) -> None:
    init = commands.add_parser("init", help="créer le registre d'une agglomération")
    init.add_argument("--epci", type=siren, required=True, metavar="SIREN")
    commands.add_parser("demo", help="créer la démonstration (Clermont Communauté)")


def _add_exchange(commands: argparse._SubParsersAction[FrenchParser]) -> None:
    kinds = [kind.value for kind in ExchangeKind]
    reading = commands.add_parser(
        "import", help="importer un fichier CSV, en entier ou pas du tout"
    )
    reading.add_argument(
        "kind", choices=(*kinds, ALL, MAYORS), metavar="NATURE", help=", ".join(kinds)
    )
    reading.add_argument("path", type=Path, metavar="FICHIER")
    reading.add_argument("--dry-run", action="store_true", help="dire sans rien enregistrer")
    reading.add_argument(
        "--close-previous",
        action="store_true",
        help=f"{MAYORS} : clore la veille les mandats et intérims qui courent encore",
    )
    reading.add_argument(
        "--encoding",
        type=encoding,
        metavar="CODAGE",
        help="lire le fichier dans ce codage (cp850, mac_roman, utf-8…)",
    )
    reading.add_argument(
        "--reason", type=reason, default="", metavar="TEXTE", help="le motif gardé à l'historique"
    )
    reading.add_argument("--format", choices=("text", "json"), default="text")
    writing = commands.add_parser("export", help="écrire un fichier CSV")
    writing.add_argument("kind", choices=(*kinds, ALL), metavar="NATURE", help=", ".join(kinds))
    writing.add_argument("path", type=Path, metavar="FICHIER")
    writing.add_argument("--on", type=day, metavar="DATE", help="ce qui est en vigueur ce jour")


def _add_authorities(commands: argparse._SubParsersAction[FrenchParser]) -> None:
    parser = commands.add_parser("authorities", help="qui commande qui à une date")
    parser.add_argument("--on", type=day, required=True, metavar="DATE")
    parser.add_argument("--service", type=clean, metavar="CODE")
    parser.add_argument("--commune", type=siren, metavar="SIREN", help="le bénéficiaire")
    parser.add_argument("--agent", type=clean, metavar="MATRICULE")
    parser.add_argument("--format", choices=("csv", "json"), default="csv")


def _add_history(commands: argparse._SubParsersAction[FrenchParser]) -> None:
    kinds = [kind.value for kind in ExchangeKind]
    parser = commands.add_parser("history", help="relire le journal : qui, quand, quoi, pourquoi")
    parser.needs = {"key": "kind"}
    parser.add_argument(
        "--kind", choices=kinds, metavar="NATURE", help=f"celle d'un fichier : {', '.join(kinds)}"
    )
    parser.add_argument(
        "--key",
        type=clean,
        metavar="CLÉ",
        help="celle d'une ligne du fichier, ses parties jointes par + (assignments : "
        "matricule+service+debut) ; un SIREN seul (bodies), un code (services) ou un matricule "
        "(agents) : tout ce qui s'y rattache",
    )
    parser.add_argument("--since", type=day, metavar="DATE", help="à partir de ce jour")
    parser.add_argument("--format", choices=("csv", "json"), default="csv")


def _add_print(commands: argparse._SubParsersAction[FrenchParser]) -> None:
    parser = commands.add_parser("print", help="imprimer un document en PDF")
    parser.default_word = DEFAULT_PRINT
    documents = parser.add_subparsers(
        dest="document", metavar="DOCUMENT", parser_class=FrenchParser
    )
    for name, command in PRINTS.items():
        command.add_options(documents.add_parser(name, help=command.help))


def _add_backups(commands: argparse._SubParsersAction[FrenchParser]) -> None:
    listing = commands.add_parser("backups", help="lister les sauvegardes du registre")
    listing.add_argument("--format", choices=("text", "json"), default="text")
    restoring = commands.add_parser(
        "restore", help="revenir à une sauvegarde ; le fichier en place est mis de côté"
    )
    restoring.add_argument(
        "--from",
        type=Path,
        dest="source",
        metavar="FICHIER",
        help="cette sauvegarde ou cette copie (la plus récente si rien n'est nommé)",
    )
    restoring.add_argument(
        "--to", type=Path, metavar="FICHIER", help="restaurer ailleurs, sans toucher au registre"
    )
