"""The bar above the sheet: the one date that rules every list, export and print."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from mutudesk.domain.parsing import ParseError
from mutudesk.ui.look import icons
from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import ICON
from mutudesk.ui.widgets.buttons import QUIET, ActionButton
from mutudesk.ui.widgets.date_field import DateField
from mutudesk.ui.widgets.inline_error import InlineError
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.styled import Styled, set_property
from mutudesk.ui.words.common import day_in_words, sentence_for

if TYPE_CHECKING:
    from collections.abc import Callable


class DateBar(Styled, QWidget):
    """The field "Situation au"; `date_changed` is a wish until `set_day` answers it."""

    date_changed = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("date_bar")
        self._today = today
        self._words = label(self.tr("Situation on"), "label")
        self._field = DateField("situation_date", optional=False, today=today)
        self._field.setAccessibleName(self.tr("Situation on"))
        self._words.setBuddy(self._field)
        self._is_today = label(self.tr("today"), "faint", "date_is_today")
        self._back = ActionButton(self.tr("Today"), "date_today", kind=QUIET, icon="undo-2")
        self._problem = InlineError("date_problem")
        self._row = QHBoxLayout(self)
        for widget in (self._words, self._field, self._is_today, self._back):
            self._row.addWidget(widget)
        self._row.addWidget(self._problem, 2)
        self._row.addStretch(1)
        self._field.date_changed.connect(self._on_field_changed)
        self._field.refused.connect(self._on_refused)
        self._back.clicked.connect(self.go_to_today)
        self.set_day(today())
        self.apply_style()

    @property
    def day(self) -> date:
        """The date shown."""
        return self._field.day or self._today()

    @property
    def is_today(self) -> bool:
        """Tell whether the date shown is today."""
        return self.day == self._today()

    def set_day(self, day: date) -> None:
        """Show a date, without sending anything."""
        self._field.set_date(day)
        self._problem.show_message("")
        other = not self.is_today
        set_property(self._field, "other_date", "true" if other else "false")
        self._is_today.setVisible(not other)
        self._back.setVisible(other)
        self._field.setAccessibleDescription("" if other else self.tr("today"))

    def go_to_today(self) -> None:
        """Ask for today."""
        if not self.is_today:
            self.date_changed.emit(self._today())
        else:
            self.set_day(self._today())

    def add_trailing(self, widget: QWidget) -> None:
        """Place a widget at the right end (search, undo)."""
        self._row.addWidget(widget)

    def take_focus(self) -> None:
        """Take the focus and select the date."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def announce(self) -> None:
        """Tell screen readers which date rules now."""
        text = self.tr("Situation on {day}").format(day=day_in_words(self.day))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def apply_style(self) -> None:
        """Sizes of the look."""
        look = current_look()
        self.setFixedHeight(look.px(50))
        self._field.setFixedWidth(look.px(118))
        self._row.setContentsMargins(look.px(4), 0, look.px(4), 0)
        self._row.setSpacing(look.px(7))
        self._is_today.setFont(look.font("small"))

    def _on_field_changed(self, day: object) -> None:
        if isinstance(day, date):
            self.date_changed.emit(day)

    def _on_refused(self, problem: object) -> None:
        if isinstance(problem, ParseError):
            self._is_today.hide()
            self._problem.show_message(sentence_for(problem))


class OtherDateBand(Styled, QFrame):
    """The sentence inside the amber frame, while another date than today is shown."""

    today_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("other_date_band")
        self.setProperty("band", "date")
        self._icon = QLabel()
        self._words = label(name="other_date_text", rich=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._back = ActionButton(self.tr("Back to today"), "other_date_today", kind=QUIET)
        self._keys = label(self.tr("Alt+Home"), "hint")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._back)
        self._row.addWidget(self._keys)
        self._back.clicked.connect(self.today_requested)
        self.apply_style()
        self.hide()

    def show_day(self, day: date) -> None:
        """Name the date."""
        strong = f'<span style="font-weight:600">{_superscript(day_in_words(day))}</span>'
        text = self.tr("You are looking at the situation on {day}.").format(day=strong)
        rest = self.tr("Lists, exports and prints follow this date.")
        self._words.setText(f"{text} {rest}")
        plain = self.tr("You are looking at the situation on {day}.").format(day=day_in_words(day))
        self._words.setAccessibleName(f"{plain} {rest}")
        self._words.setToolTip(f"{plain} {rest}")

    def apply_style(self) -> None:
        """Sizes of the look."""
        look = current_look()
        self.setFixedHeight(look.px(35))
        self._icon.setPixmap(icons.pixmap("history", "warn", ICON["m"], self.devicePixelRatioF()))
        self._row.setContentsMargins(look.px(16), 0, look.px(12), 0)
        self._row.setSpacing(look.px(9))


def _superscript(words: str) -> str:
    return f"1<sup>er</sup>{words[3:]}" if words.startswith("1er") else words
