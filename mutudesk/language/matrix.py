"""The cells of the matrix of memberships in words: in full to be read out, short to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.matrix import CellState, Conflict
from mutudesk.language.catalogue import DEFAULT_LANGUAGE
from mutudesk.language.messages import choice_label, sentence
from mutudesk.language.typography import short_date

if TYPE_CHECKING:
    from mutudesk.domain.matrix import Cell, MatrixService, Total


def cell_words(cell: Cell, language: str = DEFAULT_LANGUAGE) -> str:
    """How a body stands in a service, in full: "in force since …, 3 missions of 5"."""
    if cell.state is CellState.NONE:
        return sentence("matrix_none", language=language)
    parts = [_state_words(cell, language)]
    if cell.state is not CellState.ENDED:
        if cell.is_integrated and cell.level is not None:
            parts.append(choice_label(cell.level, language))
        if cell.is_partial:
            values = {"count": cell.missions, "total": cell.total}
            parts.append(sentence("matrix_in_part", values, language))
        if cell.until is not None:
            parts.append(sentence("matrix_until", {"day": cell.until}, language))
    return ", ".join(parts)


def cell_label(cell: Cell, language: str = DEFAULT_LANGUAGE) -> str:  # noqa: PLR0911 - one a state
    """The few signs that fit a cell, "" where there is nothing."""
    day = "" if cell.day is None else short_date(cell.day)
    match cell.state:
        case CellState.NONE:
            return ""
        case CellState.CONFLICT:
            return sentence("matrix_short_conflict", language=language)
        case CellState.PROJECT:
            return sentence("matrix_short_project", language=language)
        case CellState.ENDED:
            return sentence("matrix_short_ended", {"text": day}, language)
        case CellState.IN_FORCE if cell.is_integrated and cell.level is not None:
            label = choice_label(cell.level, language)
            return label[:1].upper() + label[1:]
        case CellState.IN_FORCE if cell.is_partial:
            return total_words(cell.missions, cell.total, language)
        case _:
            return day


def total_words(count: int, of: int, language: str = DEFAULT_LANGUAGE) -> str:
    """Like "14 sur 21"."""
    return sentence("matrix_total", {"count": count, "total": of}, language)


def column_words(service: MatrixService, total: Total, language: str = DEFAULT_LANGUAGE) -> str:
    """What stands under the name of a service: who has joined, or who will."""
    if not service.running and not total.joined:
        if total.decided:
            return sentence("matrix_decided", {"count": total.decided}, language)
        if service.life is not None and service.life.valid_from is not None:
            day = short_date(service.life.valid_from)
            return sentence("matrix_opens", {"text": day}, language)
    return total_words(total.joined, total.of, language)


def _state_words(cell: Cell, language: str) -> str:
    if cell.state is CellState.CONFLICT:
        return conflict_words(cell.conflict, language)
    if cell.day is None:
        return sentence("matrix_in_force_always", language=language)
    match cell.state:
        case CellState.PROJECT:
            return sentence("matrix_project", {"day": cell.day}, language)
        case CellState.DECIDED:
            return sentence("matrix_decided_from", {"day": cell.day}, language)
        case CellState.ENDED:
            return sentence("matrix_ended", {"day": cell.day}, language)
        case _:
            return sentence("matrix_in_force", {"day": cell.day}, language)


def conflict_words(conflict: Conflict | None, language: str = DEFAULT_LANGUAGE) -> str:
    """Why a membership is contradicted."""
    match conflict:
        case Conflict.UNDECIDED:
            return sentence("matrix_conflict_undecided", language=language)
        case Conflict.OVERLAP:
            return sentence("matrix_conflict_overlap", language=language)
        case Conflict.NOT_RUNNING:
            return sentence("matrix_conflict_not_running", language=language)
        case _:
            return sentence("matrix_conflict_outside", language=language)
