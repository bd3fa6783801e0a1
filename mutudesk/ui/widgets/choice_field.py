"""A choice among a few values, and lists of boxes to tick."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import ROW
from mutudesk.ui.widgets.styled import Styled, set_property

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QFocusEvent, QPaintEvent, QWheelEvent


@dataclass(frozen=True, slots=True)
class Choice:
    """A value (a plain Enum member, a text, None) with its words."""

    value: object
    label: str


class ChoiceField(Styled, QComboBox):
    """A combo over choices; nothing is chosen before the user or `write` chooses."""

    edited = Signal()
    chosen = Signal(object)

    def __init__(
        self, name: str, choices: Sequence[Choice] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._choices: tuple[Choice, ...] = ()
        self.setPlaceholderText(self.tr("Choose…"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.set_choices(choices)
        self.activated.connect(self._on_activated)
        self.apply_style()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other choices; the value stays when it is still offered."""
        value = self.read()
        self._choices = tuple(choices)
        self.blockSignals(True)
        self.clear()
        self.addItems([choice.label for choice in self._choices])
        self.blockSignals(False)
        self.write(value)

    def read(self) -> object:
        """The value chosen, None when nothing is."""
        row = self.currentIndex()
        return self._choices[row].value if 0 <= row < len(self._choices) else None

    def write(self, value: object) -> None:
        """Show a value without sending anything."""
        rows = [row for row, choice in enumerate(self._choices) if choice.value == value]
        self.setCurrentIndex(rows[0] if rows else -1)

    def set_invalid(self, invalid: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Show the red border, or no longer."""
        set_property(self, "invalid", "true" if invalid else "false")

    def apply_style(self) -> None:
        """Height of a field."""
        self.setFixedHeight(current_look().px(ROW["field"]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words too long for the field end in an ellipsis; Qt would cut them."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0:
            option.palette.setBrush(QPalette.ColorRole.ButtonText, self.palette().placeholderText())
            option.currentText = self.placeholderText()
        words = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: nothing is chosen by scrolling past."""
        event.ignore()

    def _on_activated(self, _row: int) -> None:
        self.edited.emit()
        self.chosen.emit(self.read())


class CheckField(QCheckBox):
    """Yes or no."""

    edited = Signal()

    def __init__(self, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.clicked.connect(self._on_clicked)

    def read(self) -> bool:
        """Tell whether it is ticked."""
        return self.isChecked()

    def write(self, value: object) -> None:
        """Tick it or not."""
        self.setChecked(bool(value))

    def set_invalid(self, invalid: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Say it with the line below only."""

    def _on_clicked(self, _ticked: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.edited.emit()


class CheckListField(QWidget):
    """Several of a few values, as boxes to tick; reads a frozenset. Boxes are named NAME_VALUE."""

    edited = Signal()

    def __init__(
        self, name: str, choices: Sequence[Choice] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._boxes: list[tuple[object, QCheckBox]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other values; those ticked stay ticked."""
        if [(each.value, each.label) for each in choices] == [
            (value, box.text()) for value, box in self._boxes
        ]:
            return  # whoever stands on a box goes on standing there
        ticked = self.read()
        for _value, box in self._boxes:
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = []
        for choice in choices:
            box = QCheckBox(choice.label, self)
            box.setObjectName(f"{self.objectName()}_{choice.value}")
            box.clicked.connect(self._on_clicked)
            self._column.addWidget(box)
            self._boxes.append((choice.value, box))
        self.write(ticked)

    def read(self) -> frozenset[object]:
        """The values ticked."""
        return frozenset(value for value, box in self._boxes if box.isChecked())

    def write(self, value: object) -> None:
        """Tick these values and no others."""
        wanted = frozenset(value) if isinstance(value, (frozenset, set, tuple, list)) else ()
        for each, box in self._boxes:
            box.setChecked(each in wanted)

    def boxes(self) -> Iterable[QCheckBox]:
        """The boxes, in order."""
        return (box for _value, box in self._boxes)

    def set_invalid(self, invalid: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Say it with the line below only."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the focus to the first box."""
        if self._boxes:
            self._boxes[0][1].setFocus(event.reason())

    def _on_clicked(self, _ticked: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.edited.emit()
