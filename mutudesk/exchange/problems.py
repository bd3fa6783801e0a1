"""What is wrong with a file, as codes with their facts; `mutudesk.language.messages` words them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mutudesk.domain.findings import FindingValue
    from mutudesk.domain.parsing import ParseError


# How many problems of one reason are kept with their line; the others are only counted.
MOST_ALIKE = 1_000

# Why a line is wrong: the column and the code.
Reason: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class LineProblem:
    """Something to mend in a file.

    `line` is the physical line (from 1) on which the record begins; `column` is the name in the
    header, empty when the whole line or file is concerned.
    """

    line: int
    column: str
    code: str
    values: Mapping[str, FindingValue] = field(default_factory=dict, hash=False)


def line_problem(line: int, column: str, code: str, /, **values: FindingValue) -> LineProblem:
    """A problem with the facts that fill its sentence."""
    return LineProblem(line, column, code, values)


class ProblemList:
    """What is wrong with a file: all of it counted, not all of it kept.

    `kept` are the first of each reason, in the order of coming, `unlisted` how many came after
    them.
    """

    def __init__(self) -> None:
        self.kept: list[LineProblem] = []
        self.unlisted: Counter[Reason] = Counter()
        self._counts: Counter[Reason] = Counter()

    def add(self, problem: LineProblem) -> None:
        """Keep one more problem, or count it."""
        reason = (problem.column, problem.code)
        self._counts[reason] += 1
        if self._counts[reason] > MOST_ALIKE:
            self.unlisted[reason] += 1
        else:
            self.kept.append(problem)

    def extend(self, problems: Iterable[LineProblem]) -> None:
        """Keep or count several."""
        for problem in problems:
            self.add(problem)


class TableError(Exception):
    """The file cannot be read as a table at all; `problem` says where and why."""

    def __init__(self, problem: LineProblem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class LineError(ValueError):
    """Cells that are right each by itself contradict each other; `column` is where to mend it."""

    def __init__(self, column: str, cause: ParseError) -> None:
        super().__init__(cause.code)
        self.column = column
        self.cause = cause
