"""The official list of mayors (Répertoire national des élus, file elus-maires).

Kept: name, first name, civility, and the day on which the function began, for the communes asked
for. Birth dates and occupations are personal data that the register has no use for: their columns
are not even looked up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from mutudesk.domain.codes import fold
from mutudesk.domain.parsing import ParseError, parse_date, parse_text
from mutudesk.domain.persons import full_name
from mutudesk.exchange.layouts.cells import required
from mutudesk.exchange.names import proper_name
from mutudesk.exchange.problems import LineProblem, TableError, line_problem
from mutudesk.exchange.table import Table, read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

T = TypeVar("T")

QUALITY = "Maire"

# The names a column had over the years, folded; the first is shown when it is missing.
_COMMUNE = ("Code de la commune", "Code Insee de la commune", "Code commune")
_LAST_NAME = ("Nom de l'élu", "Nom du maire", "Nom")
_FIRST_NAME = ("Prénom de l'élu", "Prénom du maire", "Prénom")
_BEGAN = ("Date de début de la fonction", "Date début de la fonction", "Date de début fonction")
_DEPARTEMENT = ("Code du département", "Code du département (Maire)", "Code département")
_WANTED = (_COMMUNE, _LAST_NAME, _FIRST_NAME, _BEGAN)
_SEX = ("Code sexe", "Sexe")
_FUNCTION = ("Libellé de la fonction", "Libellé de fonction")

_CIVILITIES = {"M": "M.", "F": "Mme"}
_SHORT_YEAR = re.compile(r"(\d{1,2}/\d{1,2}/)(\d{2})", re.ASCII)
# Two digits 69 to 99 are of the last century (the pivot of POSIX): nobody began before 1969.
_PIVOT = 69
_INSEE_LENGTH = 5


@dataclass(frozen=True, slots=True)
class RneMayor:
    """One mayor; `function_start` is the first day of the function (inclusive)."""

    line: int
    siren: str
    civility: str
    last_name: str
    first_name: str
    function_start: date

    @property
    def full_name(self) -> str:
        """First name and last name."""
        return full_name(self.first_name, self.last_name)


@dataclass(frozen=True, slots=True)
class MayorsFile:
    """The mayors of the communes asked for, by SIREN; with a problem, nothing may be recorded."""

    mayors: list[RneMayor] = field(default_factory=list)
    problems: list[LineProblem] = field(default_factory=list)


def read_mayors(data: bytes, insee_codes: Mapping[str, str]) -> MayorsFile:
    """Read the list for the communes of `insee_codes` (INSEE code to SIREN). Never raises.

    A commune listed twice: the mayor whose function began last is the one in office. Two persons on
    one day are a problem.
    """
    try:
        table = read_table(data)
        columns = _Columns(table)
    except TableError as refusal:
        return MayorsFile(problems=[refusal.problem])
    latest: dict[str, RneMayor] = {}
    # A ragged line is only of interest if it is about one of the communes, which cannot be known.
    problems = list(table.problems)
    for number, row in table.rows:
        siren = insee_codes.get(columns.insee_code(row))
        if siren is None or not columns.is_mayor(row):
            continue
        try:
            mayor = columns.mayor(number, siren, row)
        except _CellError as problem:
            problems.append(problem.problem)
            continue
        known = latest.setdefault(siren, mayor)
        if known.function_start < mayor.function_start:
            latest[siren] = mayor
        elif _same_day_other_person(known, mayor):
            problems.append(
                line_problem(
                    number,
                    _COMMUNE[0],
                    "mayor_twice",
                    person=mayor.full_name,
                    other_person=known.full_name,
                    other_line=known.line,
                    day=mayor.function_start,
                )
            )
    return MayorsFile([latest[siren] for siren in sorted(latest)], problems)


def _same_day_other_person(one: RneMayor, other: RneMayor) -> bool:
    return one.function_start == other.function_start and (
        fold(one.full_name) != fold(other.full_name)
    )


class _CellError(Exception):
    def __init__(self, problem: LineProblem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class _Columns:
    """Where the columns stand in this file, by name. Raises TableError when one is missing."""

    def __init__(self, table: Table) -> None:
        positions = {fold(name): number for number, name in enumerate(table.header)}
        self._positions: dict[tuple[str, ...], int | None] = {
            names: next((positions[key] for key in map(fold, names) if key in positions), None)
            for names in (*_WANTED, _DEPARTEMENT, _SEX, _FUNCTION)
        }
        missing = tuple(names[0] for names in _WANTED if self._positions[names] is None)
        if missing:
            expected = tuple(names[0] for names in _WANTED)
            line = table.header_line
            raise TableError(
                line_problem(line, "", "columns_missing", columns=missing, expected=expected)
            )

    def insee_code(self, row: Sequence[str]) -> str:
        """Five characters: files lose leading zeros, and old ones number within the département."""
        code = self._cell(row, _COMMUNE).upper()
        departement = self._cell(row, _DEPARTEMENT).upper().rjust(2, "0")
        # "1001" is 01001, but "4" beside "01" is 01004.
        if len(code) < _INSEE_LENGTH - 1 and self._positions[_DEPARTEMENT] is not None:
            return departement + code.rjust(_INSEE_LENGTH - len(departement), "0")
        return code.rjust(_INSEE_LENGTH, "0")

    def is_mayor(self, row: Sequence[str]) -> bool:
        """Lists of all councillors name the function of each; lists of mayors do not."""
        return self._positions[_FUNCTION] is None or fold(self._cell(row, _FUNCTION)) == "maire"

    def mayor(self, number: int, siren: str, row: Sequence[str]) -> RneMayor:
        """The mayor on a line. Raises _CellError."""
        return RneMayor(
            number,
            siren,
            _CIVILITIES.get(self._cell(row, _SEX).upper(), ""),
            proper_name(self._read(number, row, _LAST_NAME, parse_text)),
            proper_name(self._read(number, row, _FIRST_NAME, parse_text)),
            self._read(number, row, _BEGAN, _day),
        )

    def _read(
        self, number: int, row: Sequence[str], names: tuple[str, ...], parse: Callable[[str], T]
    ) -> T:
        try:
            return required(parse)(self._cell(row, names))
        except ParseError as cause:
            raise _CellError(LineProblem(number, names[0], cause.code, cause.values)) from None

    def _cell(self, row: Sequence[str], names: tuple[str, ...]) -> str:
        position = self._positions[names]
        return "" if position is None else row[position].strip()


def _day(text: str) -> date:
    """A day, also with a year of two digits, as the list of outgoing mayors has it."""
    short = _SHORT_YEAR.fullmatch(text)
    if short is None:
        return parse_date(text)
    century = 1900 if int(short.group(2)) >= _PIVOT else 2000
    return parse_date(f"{short.group(1)}{century + int(short.group(2))}")
