"""The official list of mayors (Répertoire national des élus, file elus-maires).

Kept: name, first name, civility, the day on which the function began and, in the layout of 2018,
the day on which it ended, for the communes asked for. Birth dates and occupations are personal data
that the register has no use for: their columns are not even looked up.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from mutudesk.domain.codes import departement_of, fold
from mutudesk.domain.parsing import (
    OPEN_ENDS,
    ParseError,
    parse_date,
    parse_last_day,
    parse_text,
)
from mutudesk.domain.period import ONE_DAY
from mutudesk.domain.persons import full_name
from mutudesk.exchange.commune_codes import insee_codes
from mutudesk.exchange.layouts.cells import required
from mutudesk.exchange.names import proper_name
from mutudesk.exchange.problems import LineProblem, Reason, TableError, line_problem
from mutudesk.exchange.table import Table, read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping, Sequence
    from datetime import date

T = TypeVar("T")

QUALITY = "Maire"

# The names a column had over the years, folded; the first is shown when it is missing.
_COMMUNE = ("Code de la commune", "Code Insee de la commune", "Code commune")
_LAST_NAME = ("Nom de l'élu", "Nom du maire", "Nom")
_FIRST_NAME = ("Prénom de l'élu", "Prénom du maire", "Prénom")
_BEGAN = ("Date de début de la fonction", "Date début de la fonction", "Date de début fonction")
_ENDED = ("Date de fin de la fonction", "Date fin de la fonction", "Date de fin de fonction")
_DEPARTEMENT = ("Code du département", "Code du département (Maire)", "Code département")
_WANTED = (_COMMUNE, _LAST_NAME, _FIRST_NAME, _BEGAN)
_SEX = ("Code sexe", "Sexe")
_FUNCTION = ("Libellé de la fonction", "Libellé de fonction")
_ALL = (*_WANTED, _ENDED, _DEPARTEMENT, _SEX, _FUNCTION)
COLUMN_NAMES = tuple(name for names in _ALL for name in names)

_CIVILITIES = {"M": "M.", "F": "Mme"}
_SHORT_YEAR = re.compile(r"(\d{1,2}/\d{1,2}/)(\d{2})", re.ASCII)
# Two digits 69 to 99 are of the last century (the pivot of POSIX): nobody began before 1969.
_PIVOT = 69


@dataclass(frozen=True, slots=True)
class RneMayor:
    """One mayor during one term; `function_start` is its first day, `last_day` its last one.

    Both included; `last_day` is None where the file gives no end.
    """

    line: int
    insee_code: str
    civility: str
    last_name: str
    first_name: str
    function_start: date
    last_day: date | None = None

    @property
    def full_name(self) -> str:
        """First name and last name."""
        return full_name(self.first_name, self.last_name)


@dataclass(frozen=True, slots=True)
class MayorsFile:
    """The terms of the communes asked for, in order; with a problem, nothing may be recorded.

    `departements` are those of all the mayors that the file names. A file that `is_historical` has
    ends: every term is here. `shortened` are the lines of terms whose end is not the one of the
    file, but the day before the next term. `unlisted` counts the problems that are not listed.
    """

    mayors: list[RneMayor] = field(default_factory=list)
    problems: list[LineProblem] = field(default_factory=list)
    departements: tuple[str, ...] = ()
    is_historical: bool = False
    shortened: frozenset[int] = frozenset()
    unlisted: Mapping[Reason, int] = field(default_factory=dict)


def read_mayors(
    data: bytes,
    insee_codes: Container[str],
    *,
    encoding: str | None = None,
    held: Callable[[], Container[str]] = tuple,
) -> MayorsFile:
    """Read the list for the communes of these INSEE codes.

    `encoding` and `held` are those of `encodings.decoded`. Raises nothing but
    ParseError("encoding_name_unknown").

    A file without an end is a list of those in office: of several lines of a commune, the mayor
    whose function began last is. With ends (layout of 2018) every line is a term. Two persons of
    one commune and day are a problem.
    """
    try:
        table = read_table(data, COLUMN_NAMES, encoding=encoding, held=held, wanted=_has_columns)
        columns = _Columns(table)
    except TableError as refusal:
        return MayorsFile(problems=[refusal.problem])
    # A ragged line is only of interest if it is about one of the communes, which cannot be known.
    problems = list(table.problems)
    departements: set[str] = set()
    is_historical = False
    by_commune: dict[str, list[RneMayor]] = defaultdict(list)
    for number, row in table.rows:
        if not columns.is_mayor(row):
            continue
        code = columns.insee_code(row, insee_codes)
        departements.add(departement_of(code))
        is_historical = is_historical or columns.has_end(row)
        if code not in insee_codes:
            continue
        try:
            mayor = columns.mayor(number, code, row)
        except _CellError as problem:
            problems.append(problem.problem)
            continue
        by_commune[code].append(mayor)
    terms = [_terms(by_commune[code], is_historical=is_historical) for code in sorted(by_commune)]
    problems += [problem for each in terms for problem in each.problems]
    return MayorsFile(
        [mayor for each in terms for mayor in each.mayors],
        sorted(problems, key=attrgetter("line")),
        tuple(sorted(departements - {""})),
        is_historical,
        frozenset(line for each in terms for line in each.shortened),
        table.unlisted,
    )


def _terms(lines: Sequence[RneMayor], *, is_historical: bool) -> MayorsFile:
    """The terms that the lines of one commune tell: never two on one day."""
    if not is_historical:
        latest = max(mayor.function_start for mayor in lines)
        lines = [mayor for mayor in lines if mayor.function_start == latest]
    problems: list[LineProblem] = []
    by_day: dict[date, RneMayor] = {}
    for mayor in lines:
        known = by_day.setdefault(mayor.function_start, mayor)
        if _contradict(known, mayor):
            problems.append(_twice(mayor, known))
        elif known.last_day is None and mayor.last_day is not None:
            by_day[mayor.function_start] = mayor
    terms = [by_day[day] for day in sorted(by_day)]
    shortened = set()
    for number, (mayor, following) in enumerate(pairwise(terms)):
        begins = following.function_start
        if mayor.last_day is None or mayor.last_day >= begins:
            terms[number] = replace(mayor, last_day=begins - ONE_DAY)
            # The day of a change belongs to both in these files: that is no other end.
            if mayor.last_day != begins:
                shortened.add(mayor.line)
    return MayorsFile(terms, problems, shortened=frozenset(shortened))


def _contradict(one: RneMayor, other: RneMayor) -> bool:
    """Tell whether two lines about one commune and day cannot both be right."""
    ends = {one.last_day, other.last_day} - {None}
    return fold(one.full_name) != fold(other.full_name) or len(ends) > 1


def _twice(mayor: RneMayor, known: RneMayor) -> LineProblem:
    return line_problem(
        mayor.line,
        _COMMUNE[0],
        "mayor_twice",
        person=mayor.full_name,
        other_person=known.full_name,
        other_line=known.line,
        day=mayor.function_start,
    )


class _CellError(Exception):
    def __init__(self, problem: LineProblem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def _positions(header: Sequence[str]) -> dict[tuple[str, ...], int | None]:
    """Where each column stands, by the names that it may have; None where there is none."""
    positions = {fold(name): number for number, name in enumerate(header)}
    return {
        names: next((positions[key] for key in map(fold, names) if key in positions), None)
        for names in _ALL
    }


def _has_columns(header: Sequence[str]) -> bool:
    """Tell whether all columns are there without which nothing can be read."""
    positions = _positions(header)
    return all(positions[names] is not None for names in _WANTED)


class _Columns:
    """Where the columns stand in this file, by name. Raises TableError when one is missing."""

    def __init__(self, table: Table) -> None:
        self._positions = _positions(table.header)
        missing = tuple(names[0] for names in _WANTED if self._positions[names] is None)
        if missing:
            expected = tuple(names[0] for names in _WANTED)
            line = table.header_line
            raise TableError(
                line_problem(line, "", "columns_missing", columns=missing, expected=expected)
            )

    def insee_code(self, row: Sequence[str], known: Container[str]) -> str:
        """The code of the commune on a line: a known one, where several can be meant; "" = none."""
        codes = insee_codes(self._cell(row, _DEPARTEMENT), self._cell(row, _COMMUNE))
        return next((code for code in codes if code in known), next(iter(codes), ""))

    def is_mayor(self, row: Sequence[str]) -> bool:
        """Lists of all councillors name the function of each; lists of mayors do not."""
        return self._positions[_FUNCTION] is None or fold(self._cell(row, _FUNCTION)) == "maire"

    def has_end(self, row: Sequence[str]) -> bool:
        """Tell whether a line says that its mayor is no longer in office."""
        cell = self._cell(row, _ENDED)
        return bool(cell) and cell not in OPEN_ENDS

    def mayor(self, number: int, insee_code: str, row: Sequence[str]) -> RneMayor:
        """The mayor on a line. Raises _CellError."""
        began = self._read(number, row, _BEGAN, required(_day))
        last_day = self._read(number, row, _ENDED, _last_day)
        if last_day is not None and last_day < began:
            values = {"first": began, "last": last_day}
            raise _CellError(LineProblem(number, _ENDED[0], "period_upside_down", values))
        return RneMayor(
            number,
            insee_code,
            _CIVILITIES.get(self._cell(row, _SEX).upper(), ""),
            proper_name(self._read(number, row, _LAST_NAME, required(parse_text))),
            proper_name(self._read(number, row, _FIRST_NAME, required(parse_text))),
            began,
            last_day,
        )

    def _read(
        self, number: int, row: Sequence[str], names: tuple[str, ...], parse: Callable[[str], T]
    ) -> T:
        try:
            return parse(self._cell(row, names))
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


def _last_day(text: str) -> date | None:
    """The end of a function; none where the cell is empty or says "open"."""
    return _day(text) if _SHORT_YEAR.fullmatch(text) else parse_last_day(text)
