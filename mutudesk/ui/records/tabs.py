"""The record opened in the place of the list: tabs, each with one panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from mutudesk.ui.look.current import current_look
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.records.record_panel import RecordPanel
from mutudesk.ui.widgets.fitting_stack import FittingStack
from mutudesk.ui.widgets.labels import rule
from mutudesk.ui.widgets.styled import Styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mutudesk.domain.records import RecordRef
    from mutudesk.ui.commands import Handlers


class RecordTabs(Styled, QWidget):
    """Tab bar NAME_tabs over panels; a tab is left only when its panel may be left.

    Signals:
        unsaved_changed(): what is being entered changed.
    """

    unsaved_changed = Signal()

    def __init__(
        self, name: str, tabs: Sequence[tuple[str, QWidget]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_record")
        self._bar = QTabBar()
        self._bar.setObjectName(f"{name}_tabs")
        self._bar.setAccessibleName(self.tr("Parts of the record"))
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.setUsesScrollButtons(True)
        self._bar.setElideMode(Qt.TextElideMode.ElideNone)
        self._stack = FittingStack()
        self._panels = [panel for _words, panel in tabs]
        self._shown = 0
        for words, panel in tabs:
            self._bar.addTab(words)
            self._stack.addWidget(panel)
            if isinstance(panel, RecordPanel):
                panel.unsaved_changed.connect(self.unsaved_changed)
        self._bar.setVisible(len(tabs) > 1)
        self._row = QHBoxLayout()
        self._row.addWidget(self._bar, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        nest(column, self._row)
        column.addWidget(rule())
        column.addWidget(self._stack, 1)
        self._bar.currentChanged.connect(self._on_tab_changed)
        self.apply_style()

    @property
    def panel(self) -> QWidget:
        """The panel shown."""
        return self._panels[self._shown]

    @property
    def panels(self) -> list[RecordPanel]:
        """The panels that can be written in."""
        return [each for each in self._panels if isinstance(each, RecordPanel)]

    @property
    def unsaved(self) -> int:
        """How many records are being entered."""
        return sum(panel.is_unsaved for panel in self.panels)

    def show_tab(self, place: int) -> None:
        """Show a tab."""
        self._bar.setCurrentIndex(place)

    def show_fact(self, ref: RecordRef) -> None:
        """Show the tab of a record's kind, and the record in it, where there is such a tab."""
        for place, panel in enumerate(self._panels):
            if isinstance(panel, RecordPanel) and panel.spec.kind is ref.kind:
                self.show_tab(place)
                panel.select_key(ref.key)

    def may_leave(self) -> bool:
        """Tell whether the record can be left; asks about what is not saved."""
        panel = self.panel
        return not isinstance(panel, RecordPanel) or panel.may_leave()

    def escape(self) -> bool:
        """Leave the form that is open; False when there is none."""
        panel = self.panel
        return isinstance(panel, RecordPanel) and panel.escape()

    def commands(self) -> Handlers:
        """What can be done with the tab shown."""
        panel = self.panel
        return panel.commands() if isinstance(panel, RecordPanel) else {}

    def take_focus(self) -> None:
        """Give the focus to the panel."""
        panel = self.panel
        if isinstance(panel, RecordPanel):
            panel.take_focus()
        else:
            panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def apply_style(self) -> None:
        """The first tab stands under the title."""
        self._row.setContentsMargins(current_look().px(12), 0, current_look().px(12), 0)

    def _on_tab_changed(self, place: int) -> None:
        if place == self._shown:
            return
        if not self.may_leave():
            self._bar.blockSignals(True)
            self._bar.setCurrentIndex(self._shown)
            self._bar.blockSignals(False)
            return
        self._shown = place
        self._stack.setCurrentIndex(place)
