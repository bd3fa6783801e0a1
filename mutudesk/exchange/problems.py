"""What is wrong with a file, as codes with their facts; `mutudesk.language.messages` words them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mutudesk.domain.findings import FindingValue
    from mutudesk.domain.parsing import ParseError


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
