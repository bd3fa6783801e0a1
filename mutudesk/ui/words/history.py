"""Records of the journal as the table of fields before and after shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mutudesk.domain.records import kind_of
from mutudesk.language.history import field_changes, record_name
from mutudesk.ui.widgets.before_after import ShownField, ShownRecord
from mutudesk.ui.words.common import capitalized, window_language

if TYPE_CHECKING:
    from mutudesk.domain.history import HistoryLine, Names
    from mutudesk.domain.records import Fact


def shown_line(line: HistoryLine, names: Names, *, whole: bool) -> ShownRecord:
    """A line of the journal; `whole` also shows what the act left as it was."""
    if line.purged:
        words = QCoreApplication.translate("history", "{record}: its data were taken out")
        return ShownRecord(words.format(record=line.record), ())
    return shown_change(line.before, line.after, names, whole=whole)


def shown_change(
    before: Fact | None, after: Fact | None, names: Names, *, whole: bool
) -> ShownRecord:
    """A record before and after."""
    fact = after or before
    if fact is None:
        return ShownRecord("", ())
    language, kind = window_language(), kind_of(fact)
    changes = field_changes(kind, before, after, names, language)
    return ShownRecord(
        record_name(kind, fact, names, language),
        tuple(
            ShownField(capitalized(each.label), each.before, each.after)
            for each in changes
            if whole or each.is_changed
        ),
    )
