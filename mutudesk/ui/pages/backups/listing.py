"""The backups of a register as a table, and what one of them holds beside it."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from mutudesk.domain.copy_states import CopyState
from mutudesk.domain.listings import ListSource
from mutudesk.language.history import act_words
from mutudesk.language.messages import choice_label, kind_label
from mutudesk.language.typography import short_date
from mutudesk.ui.look.current import current_look
from mutudesk.ui.qt.marking import QT_TRANSLATE_NOOP
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.widgets.columns import Align, Column
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.styled import Styled
from mutudesk.ui.words.common import capitalized, window_language
from mutudesk.usecases.backups import ListedBackup, states_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from mutudesk.domain.history import HistoryAct
    from mutudesk.domain.records import Kind
    from mutudesk.usecases.backups import Content

_WORSE = {CopyState.DAMAGED: "circle-alert", CopyState.UNSEALED: "circle-help"}


@dataclass(frozen=True, slots=True)
class BackupRow:
    """A backup at its place in the list."""

    id: int
    backup: ListedBackup


class BackupRows(ListSource[BackupRow]):
    """A `ListSource` of backups that were read before."""

    def __init__(self, backups: Sequence[ListedBackup]) -> None:
        self._rows = [BackupRow(id_, each) for id_, each in enumerate(backups)]

    def count(self) -> int:
        """How many there are."""
        return len(self._rows)

    def first(self, limit: int) -> Sequence[BackupRow]:
        """The newest ones."""
        return self._rows[:limit]

    def ids(self) -> array[int]:
        """Their places in the list."""
        return array("q", range(len(self._rows)))

    def rows(self, ids: Sequence[int]) -> Sequence[BackupRow]:
        """Those at these places."""
        return [self._rows[each] for each in ids]


def backup_columns() -> tuple[Column, ...]:
    """When, who, how large, how it is."""
    return (
        Column(
            "made_at",
            QT_TRANSLATE_NOOP("columns", "Made on"),
            _moment,
            width=140,
            strong=True,
            sortable=False,
        ),
        Column("who", QT_TRANSLATE_NOOP("columns", "By"), _who, width=90, sortable=False),
        Column(
            "size",
            QT_TRANSLATE_NOOP("columns", "Size"),
            _size,
            width=80,
            align=Align.RIGHT,
            sortable=False,
        ),
        Column(
            "state",
            QT_TRANSLATE_NOOP("columns", "State"),
            _state,
            width=260,
            stretch=True,
            sortable=False,
            icon=_sign,
            role=_role,
        ),
    )


def _moment(row: BackupRow) -> str:
    return moment_text(row.backup.made_at)


def moment_text(moment: datetime) -> str:
    """A day and a time, as the clock of this machine counts them."""
    moment = moment.astimezone()
    return f"{short_date(moment.date())} {moment:%H:%M}"


def _state(row: BackupRow) -> str:
    language = window_language()
    return ", ".join(choice_label(each, language) for each in states_of(row.backup))


def _who(row: BackupRow) -> str:
    return row.backup.who


def _size(row: BackupRow) -> str:
    size = row.backup.size
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def _sign(row: BackupRow) -> str:
    return _WORSE.get(states_of(row.backup)[0], "circle-check")


def _role(row: BackupRow) -> str:
    return "error" if states_of(row.backup)[0] is CopyState.DAMAGED else ""


class BackupContent(Styled, QWidget):
    """What a backup would bring back: records of each kind beside those there now, last acts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("backup_content")
        self._title = label(kind="label", name="backup_content_title", wrap=True)
        self._grid = QGridLayout()
        self._lines: list[QLabel] = []
        self._acts = label(kind="hint", name="backup_content_acts", wrap=True)
        self._acts_title = label(self.tr("Its last acts"), "label")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        nest(self._column, self._grid)
        self._column.addWidget(self._acts_title)
        self._column.addWidget(self._acts)
        self._column.addStretch(1)
        self.show_nothing("")
        self.apply_style()

    def show_nothing(self, words: str) -> None:
        """Say why there is nothing to show."""
        self._clear()
        self._title.setText(words)
        self._acts_title.hide()
        self._acts.clear()

    def show_content(self, backup: Content, now: Content | None) -> None:
        """Show what a backup holds beside what the register holds now, None when it is damaged."""
        self._clear()
        self._title.setText(self.tr("What this backup holds"))
        self._add_line(0, "", self.tr("Backup"), self.tr("Register"), "hint")
        counts_now: Mapping[Kind, int] = {} if now is None else now.counts
        shown = [each for each, count in backup.counts.items() if count or counts_now.get(each)]
        for row, kind in enumerate(shown, 1):
            count, there = backup.counts[kind], counts_now.get(kind)
            self._add_line(
                row,
                capitalized(kind_label(kind, window_language())),
                str(count),
                "?" if there is None else str(there),
                "" if there in {None, count} else "strong",
            )
        self._acts_title.setVisible(bool(backup.last_acts))
        self._acts.setText("\n".join(map(_act_text, backup.last_acts)))

    def _add_line(self, row: int, name: str, count: str, there: str, kind: str) -> None:
        right = Qt.AlignmentFlag.AlignRight
        lines = label(name), label(count, kind), label(there, kind)
        for column, each in enumerate(lines):
            self._grid.addWidget(each, row, column, right if column else Qt.AlignmentFlag(0))
        self._lines += lines

    def apply_style(self) -> None:
        """The room between the lines."""
        look = current_look()
        self._column.setSpacing(look.px(8))
        self._grid.setHorizontalSpacing(look.px(16))
        self._grid.setVerticalSpacing(look.px(2))

    def _clear(self) -> None:
        for each in self._lines:
            self._grid.removeWidget(each)
            each.deleteLater()
        self._lines = []


def _act_text(act: HistoryAct) -> str:
    return f"{moment_text(act.at)} · {act_words(act, window_language())}"
