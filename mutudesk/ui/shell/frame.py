"""The main frame: navigation, date bar, the sheet with its pages, the state of the file.

It knows no use case. The main window makes pages when they are first wished for, adds them, and
answers the signals; the frame asks the page shown before it is left.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from mutudesk.ui.link import Link, Place
from mutudesk.ui.look.current import current_look
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.shell.date_bar import DateBar, OtherDateBand
from mutudesk.ui.shell.file_status import FileState, FileStatus
from mutudesk.ui.shell.navigation import NavigationBar
from mutudesk.ui.widgets.fitting_stack import FittingStack
from mutudesk.ui.widgets.message_band import MessageBand
from mutudesk.ui.widgets.styled import Styled, set_property

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from mutudesk.ui.commands import Handlers
    from mutudesk.ui.shell.navigation import NavigationItem
    from mutudesk.ui.widgets.page import Page
    from mutudesk.usecases.recording import Judged

NARROW = 1000  # logical pixels at 100 % below which the navigation is a rail


class MainFrame(Styled, QWidget):
    """The whole window but its menus.

    Signals:
        date_changed(object): the date that rules now; the page shown was already read again.
        link_requested(object): a Link is to be followed; answer with `add_page` if need be and
            `show_page`.
        band_requested(str): a button of the message band was pressed.
        data_changed(object): a page wrote an act, a Judged; what others show of it is stale.
        unsaved_changed(int): how many records are being entered.
    """

    date_changed = Signal(object)
    link_requested = Signal(object)
    band_requested = Signal(str)
    data_changed = Signal(object)
    unsaved_changed = Signal(int)

    def __init__(
        self,
        groups: Sequence[Sequence[NavigationItem]],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("main_frame")
        self._today = today
        self._pages: dict[str, Page] = {}
        self._current = ""
        self._day = today()
        self.navigation = NavigationBar(groups)
        self.bar = DateBar(today)
        self.band = MessageBand("page_band")
        self.status = FileStatus()
        self._other_date = OtherDateBand()
        self._stack = FittingStack()
        self._sheet = QFrame()
        self._sheet.setObjectName("sheet")
        self._sheet.setProperty("kind", "page")
        self._compose()
        self.navigation.page_requested.connect(self._on_navigation_requested)
        self.bar.date_changed.connect(self._on_date_requested)
        self._other_date.today_requested.connect(self.bar.go_to_today)
        self.band.action_requested.connect(self.band_requested)
        self._show_date()
        self.apply_style()

    # Pages ----------------------------------------------------------------------------------------

    @property
    def current_key(self) -> str:
        """The key of the page shown, empty before the first."""
        return self._current

    @property
    def current_page(self) -> Page | None:
        """The page shown."""
        return self._pages.get(self._current)

    def has_page(self, key: str) -> bool:
        """Tell whether a page was added."""
        return key in self._pages

    def page(self, key: str) -> Page:
        """A page that was added."""
        return self._pages[key]

    def add_page(self, key: str, page: Page) -> None:
        """Take a page over; it is read when it is first shown."""
        self._pages[key] = page
        self._stack.addWidget(page)
        page.link_requested.connect(self.follow)
        page.date_requested.connect(self._on_date_requested)
        page.data_changed.connect(self._on_data_changed)
        page.unsaved_changed.connect(self._on_unsaved_changed)

    def follow(self, link: Link) -> bool:
        """Have a link followed; False when the page shown is not to be left."""
        if not self.may_leave():
            self.navigation.show_current(self._current)
            return False
        self.link_requested.emit(link)
        return True

    def show_page(self, key: str, link: Link | None = None) -> None:
        """Show a page that was added, read for the date, on what a link names."""
        page = self._pages[key]
        self._current = key
        if page.is_stale:
            page.read_again(self.day)
        self._stack.setCurrentWidget(page)
        self.navigation.show_current(key)
        if link is not None:
            page.follow(link)
        page.take_focus()

    def may_leave(self) -> bool:
        """Tell whether the page shown can be left; it may ask the user."""
        page = self.current_page
        return page is None or page.may_leave()

    def read_again(self) -> None:
        """Have every page read again, the one shown at once."""
        for page in self._pages.values():
            page.mark_stale()
        current = self.current_page
        if current is not None:
            current.read_again(self.day)

    def commands(self) -> Handlers:
        """What can be asked now of the frame and of the page shown."""
        page = self.current_page
        return {
            "date": self.bar.take_focus,
            "today": self.bar.go_to_today,
            "read_again": self.read_again,
            "next_zone": self._next_zone,
            "previous_zone": self._previous_zone,
            **(page.commands() if page is not None else {}),
        }

    # Date, register, file -------------------------------------------------------------------------

    @property
    def day(self) -> date:
        """The date that rules."""
        return self._day

    @property
    def is_today(self) -> bool:
        """Tell whether today rules."""
        return self._day == self._today()

    def set_date(self, day: date) -> None:
        """Let a date rule: frame, sentence and pages follow."""
        self._day = day
        self.bar.set_day(day)
        self._show_date()
        self.read_again()
        self.bar.announce()
        self.date_changed.emit(day)

    def set_register(self, name: str) -> None:
        """Name the agglomeration, as on the date shown."""
        self.navigation.set_register(name)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show in the navigation what is to be settled, by page."""
        self.navigation.set_counts(counts)

    def set_file_state(self, state: FileState) -> None:
        """Say how the file is."""
        self.status.show_state(state, self._today())

    # ----------------------------------------------------------------------------------------------

    def apply_style(self) -> None:
        """Margins of the look, rail or words."""
        look = current_look()
        other = not self.is_today
        edge = look.px(3) if other else 1
        self._inside.setContentsMargins(edge, edge, edge, look.px(6))
        self._right.setContentsMargins(0, 0, look.px(12), 0)
        self._fit_navigation()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the navigation into a rail when there is little room."""
        super().resizeEvent(event)
        self._fit_navigation()

    def _compose(self) -> None:
        self.band.set_room(20, 10, 16, 0)
        self._inside = QVBoxLayout(self._sheet)
        self._inside.setSpacing(0)
        self._inside.addWidget(self._other_date)
        self._inside.addWidget(self.band)
        self._inside.addWidget(self._stack, 1)
        self._right = QVBoxLayout()
        self._right.setSpacing(0)
        self._right.addWidget(self.bar)
        self._right.addWidget(self._sheet, 1)
        self._right.addWidget(self.status)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.navigation)
        nest(whole, self._right, 1)

    def _show_date(self) -> None:
        other = not self.is_today
        set_property(self._sheet, "other_date", "true" if other else "false")
        self._other_date.show_day(self.day)
        self._other_date.setVisible(other)
        self.apply_style()

    def _fit_navigation(self) -> None:
        self.navigation.set_rail(self.width() < current_look().px(NARROW))

    def _zones(self) -> list[QWidget]:
        page = self.current_page
        return [self.navigation, self.bar, *([page] if page is not None else [])]

    def _step_zone(self, step: int) -> None:
        zones = self._zones()
        focus = QApplication.focusWidget()
        places = [
            place
            for place, zone in enumerate(zones)
            if focus is not None and (zone is focus or zone.isAncestorOf(focus))
        ]
        place = (places[0] + step) % len(zones) if places else 0
        target = zones[place]
        if isinstance(target, (NavigationBar, DateBar)):
            target.take_focus()
        else:
            page = self.current_page
            if page is not None:
                page.take_focus()

    def _next_zone(self) -> None:
        self._step_zone(1)

    def _previous_zone(self) -> None:
        self._step_zone(-1)

    def _on_navigation_requested(self, key: str) -> None:
        self.follow(Link(Place(key)))

    def _on_date_requested(self, day: object) -> None:
        if not isinstance(day, date):
            return
        if self.may_leave():
            self.set_date(day)
        else:
            self.bar.set_day(self._day)

    def _on_data_changed(self, judged: Judged) -> None:
        for page in self._pages.values():
            if page is not self.current_page and not judged.kinds.isdisjoint(page.reads):
                page.mark_stale()
        self.data_changed.emit(judged)

    def _on_unsaved_changed(self) -> None:
        self.unsaved_changed.emit(sum(page.unsaved for page in self._pages.values()))
