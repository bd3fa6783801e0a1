"""The agglomerations found: a list of two lines each, with département and population."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mutudesk.language.typography import number, siren_groups, typographic
from mutudesk.ui.look import icons
from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import ICON, RADIUS
from mutudesk.ui.words.common import capitalized

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from mutudesk.usecases.reference import EpciChoice

ROW_HEIGHT = 54
_NO_PARENT = QModelIndex()


class ResultsModel(QAbstractListModel):
    """The choices as they were found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[EpciChoice, ...] = ()

    def set_choices(self, choices: Sequence[EpciChoice]) -> None:
        """Show others."""
        self.beginResetModel()
        self._choices = tuple(choices)
        self.endResetModel()

    def choice(self, row: int) -> EpciChoice | None:
        """The choice of a row."""
        return self._choices[row] if 0 <= row < len(self._choices) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self._choices)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - what Qt takes
        """The whole line in words, as screen readers say it."""
        choice = self.choice(index.row())
        if choice is None:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{typographic(choice.name)} ({choice.departement}), {self.details(choice)}"
        return None

    def details(self, choice: EpciChoice, *, short: bool = False) -> str:
        """The lesser line: form, communes (not if short), the one it was found by, SIREN."""
        parts = [capitalized(typographic(choice.legal_form))]
        if not short:
            parts.append(self.tr("%n commune(s)", "", len(choice.communes)))
        if choice.commune:
            parts.append(self.tr("with {commune}").format(commune=typographic(choice.commune)))
        parts.append(f"SIREN {siren_groups(choice.siren)}")
        return " · ".join(parts)

    def inhabitants(self, choice: EpciChoice) -> str:
        """The population, with its unit."""
        return self.tr("{count} inhab.").format(count=number(choice.population))

    def departement_word(self) -> str:
        """What stands under the code."""
        return self.tr("dept")


class ResultDelegate(QStyledItemDelegate):
    """Paints one agglomeration."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two lines high."""
        look = current_look()
        return QSize(look.px(300), look.px(ROW_HEIGHT))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint ground, département, both lines, population."""
        model = index.model()
        if not isinstance(model, ResultsModel):
            return
        choice = model.choice(index.row())
        if choice is None:
            return
        look = current_look()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, chosen=chosen, first=index.row() == 0)
        box = QRectF(rect.left() + look.px(15), rect.top() + look.px(9), look.px(42), look.px(34))
        self._paint_departement(painter, box, choice.departement, model.departement_word())
        arrow = look.px(ICON["s"])
        right = rect.right() - look.px(12) - arrow
        icons.draw(
            painter,
            QRectF(right, round(rect.center().y() - arrow / 2), arrow, arrow),
            "chevron-right",
            "text_soft",
        )
        words = model.inhabitants(choice)
        font = look.font("small", bold=True, figures=True)
        width = QFontMetrics(font).horizontalAdvance(words) + look.px(8)
        inhabitants = QRectF(right - width - look.px(4), rect.top(), width, rect.height())
        _text(painter, inhabitants, words, "small", "text_soft", bold=True, right=True)
        left = box.right() + look.px(12)
        room = inhabitants.left() - left - look.px(8)
        upper = QRectF(left, rect.top() + look.px(7), room, look.px(20))
        lower = QRectF(left, rect.top() + look.px(27), room, look.px(18))
        _text(painter, upper, typographic(choice.name), "body", "text", bold=True)
        details = model.details(choice)
        if QFontMetrics(look.font("small")).horizontalAdvance(details) > room:
            details = model.details(choice, short=True)
        _text(painter, lower, details, "small", "text_soft")
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, *, chosen: bool, first: bool) -> None:
        look = current_look()
        body = QRectF(rect).adjusted(0, 1, 0, -1)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent_soft"))
            painter.drawRoundedRect(body, look.px(RADIUS["m"]), look.px(RADIUS["m"]))
            painter.fillRect(
                QRectF(body.left() + 1, body.top() + look.px(8), look.px(3), look.px(36)),
                look.colour("accent"),
            )
        elif not first:
            line = rect.adjusted(look.px(52), 0, -look.px(10), 0)
            painter.fillRect(QRect(line.left(), line.top(), line.width(), 1), look.colour("line"))

    def _paint_departement(self, painter: QPainter, box: QRectF, code: str, word: str) -> None:
        look = current_look()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("raised"))
        painter.drawRoundedRect(box, look.px(RADIUS["m"]), look.px(RADIUS["m"]))
        half = box.height() / 2
        upper = QRectF(box.left(), box.top() + look.px(1), box.width(), half + look.px(2))
        lower = QRectF(box.left(), box.top() + half, box.width(), half - look.px(1))
        middle = Qt.AlignmentFlag.AlignCenter
        painter.setPen(look.colour("text"))
        painter.setFont(look.font("lead", bold=True))
        painter.drawText(upper, middle, code)
        painter.setPen(look.colour("text_soft"))
        painter.setFont(look.font("small"))
        painter.drawText(lower, middle, word)


class ResultsList(QListView):
    """The list; Entrée or a double click asks for the choice."""

    entered_choice = Signal()
    current_choice_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("epci_results")
        self.setAccessibleName(self.tr("Agglomerations found"))
        self._results = ResultsModel(self)
        self.setModel(self._results)
        self.setItemDelegate(ResultDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self._on_double_clicked)

    @property
    def choice(self) -> EpciChoice | None:
        """The one under the cursor."""
        return self._results.choice(self.currentIndex().row())

    @property
    def count(self) -> int:
        """How many lines are shown."""
        return self._results.rowCount()

    def show_choices(self, choices: Sequence[EpciChoice]) -> None:
        """Show others, the first chosen."""
        self._results.set_choices(choices)
        if choices:
            self.setCurrentIndex(self._results.index(0, 0))
            self.scrollToTop()
        self.current_choice_changed.emit(self.choice)

    def move_current(self, step: int) -> None:
        """Choose the next or the one before, while the focus is elsewhere."""
        if self.count:
            row = min(max(self.currentIndex().row() + step, 0), self.count - 1)
            self.setCurrentIndex(self._results.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Entrée takes the choice."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered_choice.emit()
        else:
            super().keyPressEvent(event)

    def _on_current_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self.current_choice_changed.emit(self.choice)

    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.entered_choice.emit()


def _text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    size: str,
    role: str,
    *,
    bold: bool = False,
    right: bool = False,
) -> None:
    look = current_look()
    font = look.font(size, bold=bold, figures=right)
    painter.setFont(font)
    painter.setPen(look.colour(role))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)
