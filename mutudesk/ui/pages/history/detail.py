"""One act of the journal: what, who, when, why, and its records before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mutudesk.domain.history import BEGINNINGS, UNDO
from mutudesk.language.history import act_words
from mutudesk.language.typography import typographic
from mutudesk.ui.look.current import current_look
from mutudesk.ui.pages.history.listing import reason_of
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.widgets.before_after import BeforeAfterTable
from mutudesk.ui.widgets.buttons import PLAIN, QUIET, ActionButton
from mutudesk.ui.widgets.labels import label, rule
from mutudesk.ui.widgets.styled import Styled
from mutudesk.ui.words.common import moment_in_words, window_language
from mutudesk.ui.words.history import shown_line

if TYPE_CHECKING:
    from datetime import date

    from mutudesk.domain.history import HistoryLine
    from mutudesk.usecases.history import ActDetail

_FEW = 3  # records up to which unchanged fields are shown too


class HistoryDetail(Styled, QWidget):
    """Hidden words until `show_detail`.

    Signals:
        undo_requested(): take the whole act back.
        restore_requested(): give the record under the cursor this state again.
        open_requested(): open the record under the cursor.
    """

    undo_requested = Signal()
    restore_requested = Signal()
    open_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history_detail")
        self._detail: ActDetail | None = None
        self._title = label(kind="lead", name="history_act", wrap=True)
        self._meta = label(kind="soft", name="history_meta", wrap=True)
        self._why = label(name="history_why", wrap=True)
        self._more = label(kind="hint", name="history_more", wrap=True)
        self.table = BeforeAfterTable("history_fields")
        self._open = ActionButton(
            self.tr("&Open the record"), "history_open", kind=QUIET, icon="external-link"
        )
        self._restore = ActionButton(
            self.tr("&Return to this state…"), "history_restore", kind=PLAIN, icon="rotate-ccw"
        )
        self._undo = ActionButton(
            self.tr("&Undo this act…"), "history_undo", kind=PLAIN, icon="undo-2"
        )
        self._open.clicked.connect(self.open_requested)
        self._restore.clicked.connect(self.restore_requested)
        self._undo.clicked.connect(self.undo_requested)
        self._compose()
        self.apply_style()

    @property
    def detail(self) -> ActDetail | None:
        """The act shown."""
        return self._detail

    @property
    def line(self) -> HistoryLine | None:
        """The line of the record under the cursor."""
        place = self.table.current_record
        lines = self._detail.lines if self._detail is not None else ()
        return lines[place] if 0 <= place < len(lines) else None

    def show_detail(self, detail: ActDetail | None, today: date) -> None:
        """Show an act, or nothing."""
        self._detail = detail
        self._inside.setVisible(detail is not None)
        if detail is None:
            return
        act = detail.act
        self._title.setText(act_words(act, window_language()))
        meta = self.tr("By {who}, {moment}").format(
            who=typographic(act.who), moment=moment_in_words(act.at.astimezone(), today)
        )
        several = self.tr("%n record(s)", "", act.count) if act.count > 1 else ""
        self._meta.setText(" · ".join(part for part in (meta, several) if part))
        why = reason_of(act)
        self._why.setText(self.tr("Reason: {why}").format(why=why) if why else "")
        self._why.setVisible(bool(why))
        whole = len(detail.lines) <= _FEW
        self.table.show_records(
            [shown_line(each, detail.names, whole=whole) for each in detail.lines]
        )
        left_out = detail.left_out
        self._more.setText(self.tr("%n more record(s) are not shown.", "", left_out))
        self._more.setVisible(left_out > 0)
        self._undo.setVisible(act.action not in BEGINNINGS)
        again = act.action == UNDO
        self._undo.setText(self.tr("&Redo the act…") if again else self.tr("&Undo this act…"))

    def apply_style(self) -> None:
        """Margins of the look."""
        look = current_look()
        side = look.px(20)
        self._head.setContentsMargins(side, look.px(12), side, look.px(10))
        self._head.setSpacing(look.px(3))
        self._row.setContentsMargins(side - look.px(8), look.px(9), side, look.px(9))
        self._row.setSpacing(look.px(8))
        self._more.setContentsMargins(side, look.px(6), side, look.px(6))

    def _compose(self) -> None:
        self._inside = QWidget()
        self._head = QVBoxLayout()
        for each in (self._title, self._meta, self._why):
            self._head.addWidget(each)
        self._row = QHBoxLayout()
        self._row.addWidget(self._open)
        self._row.addStretch(1)
        self._row.addWidget(self._restore)
        self._row.addWidget(self._undo)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        nest(column, self._head)
        column.addWidget(self.table, 1)
        column.addWidget(self._more)
        column.addWidget(rule())
        nest(column, self._row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._inside)
