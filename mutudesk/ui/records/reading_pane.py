"""The right side of a record page while nothing is entered: the facts, and the three acts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mutudesk.language.typography import short_date
from mutudesk.ui.look.current import current_look
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.qt.slots import weak_slot
from mutudesk.ui.records.fact_view import FactView
from mutudesk.ui.widgets.buttons import PLAIN, PRIMARY, QUIET, ActionButton, IconButton
from mutudesk.ui.widgets.labels import label, rule
from mutudesk.ui.widgets.styled import Styled
from mutudesk.usecases.acts.records import starting_day

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from mutudesk.domain.records import Stored
    from mutudesk.ui.records.spec import RecordSpec

_LOWEST = 30  # pixels of the design
AMEND, CORRECT, CLOSE, DELETE = "amend", "correct", "close", "delete"
HISTORY = "history"


class ReadingPane(Styled, QWidget):
    """Buttons are named NAME_amend, NAME_correct, NAME_close, NAME_delete, NAME_history."""

    act_requested = Signal(str)

    def __init__(self, spec: RecordSpec[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = spec
        self._title = label(kind="lead", name=f"{spec.name}_reading_title", wrap=True)
        self._facts = FactView(spec.name, spec.fields, spec.searches, spec.choices)
        weights = {DELETE: QUIET, CLOSE: QUIET, CORRECT: PLAIN, AMEND: PRIMARY}
        icons = {DELETE: "trash-2", CLOSE: "circle-minus", CORRECT: "", AMEND: "pencil"}
        words = {
            DELETE: self.tr("&Delete…"),
            CLOSE: self.tr("C&lose…"),
            CORRECT: self.tr("&Correct…"),
            AMEND: self.tr("Change &from a day on…"),
        }
        self.buttons = {
            key: ActionButton(words[key], f"{spec.name}_{key}", kind=weights[key], icon=icons[key])
            for key in weights
        }
        self._amend_words = self._undated_words = words[AMEND]
        # The least of the acts are icons where there is little room.
        self._least = {key: words[key] for key in (DELETE, CLOSE)}
        for key, text in self._least.items():
            self.buttons[key].setAccessibleName(text.replace("&", ""))
            self.buttons[key].setToolTip(text.replace("&", ""))
        # Its buttons are not to make the window wider.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if not spec.is_dated:
            # Nothing of it ends or changes from a day on: what was wrong is corrected.
            self.buttons[AMEND].hide()
            self.buttons[CLOSE].hide()
        self._history = IconButton(
            self.tr("History of this record (F8)"), f"{spec.name}_{HISTORY}", "history"
        )
        self._history.clicked.connect(weak_slot(self._ask, HISTORY))
        for key, button in self.buttons.items():
            button.clicked.connect(weak_slot(self._ask, key))
        self.compose()
        self.apply_style()

    def show_record(self, stored: Stored[Any], on: date) -> None:
        """Show a record; the act that dates is named after the date of the bar."""
        self._title.setText(self._spec.line(stored.fact)[0])
        self._facts.show_values(self._spec.to_values(stored.fact))
        if not self._spec.is_dated:
            return
        day = starting_day(stored.fact, on)
        self._amend_words = (
            self.tr("Change &from {day}…").format(day=short_date(day))
            if day is not None
            else self._undated_words
        )
        self.buttons[AMEND].setToolTip(self._amend_words.replace("&", ""))
        self._fit_acts()

    def take_focus(self) -> None:
        """Give the focus to the first act."""
        first = AMEND if self._spec.is_dated else CORRECT
        self.buttons[first].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the acts into the width."""
        super().resizeEvent(event)
        self._fit_acts()

    def compose(self) -> None:
        """Put title and facts into `content`, the acts into `row`; called once, at the end."""
        inner = QWidget()
        inner.setProperty("kind", "clear")
        self._gap = QWidget()
        self.content = QVBoxLayout(inner)
        self.content.addWidget(self._title)
        self.content.addWidget(self._gap)
        self.content.addWidget(self._facts)
        self.content.addStretch(1)
        self._scroll = scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        self.row = QHBoxLayout()
        self.row.addWidget(self.buttons[DELETE])
        self.row.addWidget(self._history)
        self.row.addStretch(1)
        for key in (CLOSE, CORRECT, AMEND):
            self.row.addWidget(self.buttons[key])
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(rule())
        nest(column, self.row)

    def apply_style(self) -> None:
        """Margins of the look."""
        look = current_look()
        side = look.px(24)
        self.content.setContentsMargins(side, look.px(12), side, look.px(12))
        self.content.setSpacing(look.px(4))
        self.row.setContentsMargins(side - look.px(8), look.px(9), side, look.px(9))
        self.row.setSpacing(look.px(8))
        self._gap.setFixedHeight(look.px(6))
        self._scroll.setMinimumHeight(look.px(_LOWEST))

    def _fit_acts(self) -> None:
        shorter = {**dict.fromkeys(self._least, ""), AMEND: self._undated_words}
        for key, words in {**self._least, AMEND: self._amend_words}.items():
            self.buttons[key].setText(words)
        for key, words in shorter.items():
            if self._needed() <= self.width():
                break
            self.buttons[key].setText(words)
        self._column.activate()  # at once, or a frame with cut words is seen

    def _needed(self) -> int:
        """The width of the row; asked of the buttons, for the row knows it only a moment later."""
        margins, gap = self.row.contentsMargins(), self.row.spacing()
        acts = [self._history, *self.buttons.values()]
        shown = [each for each in acts if self.row.indexOf(each) >= 0 and not each.isHidden()]
        widths = [each.sizeHint().width() + gap for each in shown]
        return sum(widths) + margins.left() + margins.right()

    def _ask(self, key: str) -> None:
        self.act_requested.emit(key)
