"""The cells of the matrix of memberships in words: in full to be read out, short to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.matrix import Conflict
from mutudesk.domain.services import MembershipState
from mutudesk.language.catalogue import DEFAULT_LANGUAGE
from mutudesk.language.messages import choice_label, sentence
from mutudesk.language.typography import short_date

if TYPE_CHECKING:
    from mutudesk.domain.matrix import Cell, MatrixService, Total


def cell_words(cell: Cell, language: str = DEFAULT_LANGUAGE) -> str:
    """How a body stands in a service, in full: "in force since …, 3 missions of 5"."""
    if cell.state is MembershipState.NONE:
        return sentence("matrix_none", language=language)
    parts = [_state_words(cell, language)]
    if cell.state is not MembershipState.ENDED:
        if cell.is_integrated and cell.level is not None:
            parts.append(choice_label(cell.level, language))
        if cell.is_partial:
            values = {"count": cell.missions, "total": cell.total}
            parts.append(sentence("matrix_in_part", values, language))
        if cell.until is not None:
            parts.append(sentence("matrix_until", {"day": cell.until}, language))
    return ", ".join(parts)


def cell_label(cell: Cell, language: str = DEFAULT_LANGUAGE) -> str:
    """The few signs that fit a cell, "" where there is nothing."""
    if cell.conflict is not None:
        return sentence("matrix_short_conflict", language=language)
    label = "" if cell.day is None else short_date(cell.day)
    match cell.state:
        case MembershipState.NONE:
            label = ""
        case MembershipState.PROJECT:
            label = sentence("matrix_short_project", language=language)
        case MembershipState.ENDED:
            label = sentence("matrix_short_ended", {"text": label}, language)
        case MembershipState.INTEGRATED:
            words = choice_label(cell.state, language)
            label = words[:1].upper() + words[1:]
        case MembershipState.IN_PART:
            label = total_words(cell.missions, cell.total, language)
    return label


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
    if cell.conflict is not None:
        return conflict_words(cell.conflict, language)
    if cell.day is None:
        return sentence("matrix_in_force_always", language=language)
    match cell.state:
        case MembershipState.PROJECT:
            return sentence("matrix_project", {"day": cell.day}, language)
        case MembershipState.DECIDED:
            return sentence("matrix_decided_from", {"day": cell.day}, language)
        case MembershipState.ENDED:
            return sentence("matrix_ended", {"day": cell.day}, language)
        case _:
            return sentence("matrix_in_force", {"day": cell.day}, language)


def conflict_words(conflict: Conflict, language: str = DEFAULT_LANGUAGE) -> str:
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
