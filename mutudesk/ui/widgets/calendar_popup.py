"""The calendar that a date field opens: one month, arrows, Entrée chooses, Échap closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from mutudesk.domain.period import EARLIEST_YEAR, LATEST_YEAR
from mutudesk.ui.look import icons
from mutudesk.ui.look.current import current_look

if TYPE_CHECKING:
    from datetime import date


class CalendarPopup(QFrame):
    """Opened under a field; sends the chosen day and goes away by itself."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("calendar_popup")
        self.setProperty("band", "popup")
        self._calendar = QCalendarWidget(self)
        self._calendar.setObjectName("calendar")
        self._calendar.setLocale(QLocale())
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setVerticalHeaderFormat(
            QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        )
        self._calendar.setHorizontalHeaderFormat(
            QCalendarWidget.HorizontalHeaderFormat.ShortDayNames
        )
        self._calendar.setDateRange(QDate(EARLIEST_YEAR, 1, 1), QDate(LATEST_YEAR, 12, 31))
        layout = QVBoxLayout(self)
        margin = current_look().px(6)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.addWidget(self._calendar)
        self._calendar.activated.connect(self._on_activated)
        self._calendar.clicked.connect(self._on_activated)
        for view in self._calendar.findChildren(QWidget):
            view.installEventFilter(self)
        self._apply_style()

    def open_at(self, day: date, field: QWidget) -> None:
        """Show the month of a day under a field, within the screen."""
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        place = field.mapToGlobal(QPoint(0, field.height() + 2))
        room = field.screen().availableGeometry()
        x = min(place.x(), room.right() - self.width())
        y = place.y()
        if y + self.height() > room.bottom():
            y = field.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2
        self.move(max(room.left(), x), max(room.top(), y))
        self.show()
        self._calendar.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Échap closes without choosing, wherever the focus is inside."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self.close()
            return True
        return super().eventFilter(watched, event)

    def _on_activated(self, day: QDate) -> None:
        self.chosen.emit(day.toPython())
        self.close()

    def _apply_style(self) -> None:
        look = current_look()
        c, px = look.c, look.px
        plain = QTextCharFormat()
        plain.setForeground(look.colour("text"))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(weekday, plain)
        head = QTextCharFormat()
        head.setForeground(look.colour("text_faint"))
        head.setFont(look.font("small"))
        self._calendar.setHeaderTextFormat(head)
        self._calendar.setFont(look.font("body", figures=True))
        for name, icon in (("qt_calendar_prevmonth", "left"), ("qt_calendar_nextmonth", "right")):
            arrow = self._calendar.findChild(QToolButton, name)
            if arrow is not None:
                arrow.setIcon(icons.icon(f"chevron-{icon}", "accent"))
                arrow.setIconSize(icons.icon_size())
        self._calendar.setStyleSheet(
            f"QWidget#qt_calendar_navigationbar {{ background: {c.surface}; }}"
            f"QToolButton {{ color: {c.text}; padding: {px(3)}px {px(8)}px; }}"
            f"QToolButton#qt_calendar_monthbutton {{ padding-right: {px(8)}px; }}"
            f"QSpinBox {{ background: {c.surface}; color: {c.text}; }}"
            f"QAbstractItemView {{ selection-background-color: {c.fill};"
            f" selection-color: {c.on_fill}; color: {c.text}; }}"
            f"QAbstractItemView:disabled {{ color: {c.line_strong}; }}"
        )
        self._calendar.setMinimumSize(px(286), px(236))
