"""The first page: open a file, look at the demonstration, or choose one's agglomeration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mutudesk.ui.look import icons
from mutudesk.ui.look.current import current_look
from mutudesk.ui.pages.welcome.chooser import EpciChooser
from mutudesk.ui.pages.welcome.recent import RecentFiles
from mutudesk.ui.pages.welcome.tile import WelcomeTile
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.styled import Styled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from mutudesk.ui.pages.welcome.recent_file import RecentFile

_WIDEST = 1152  # of both columns together; a wider window gives margins
_LEFT = 430
NARROW = 980  # logical pixels at 100 % below which the columns stand above each other


class WelcomePage(Styled, QWidget):
    """Sends wishes; the window fulfils them.

    Signals:
        open_requested(): choose a file.
        demonstration_requested(): open the demonstration.
        file_requested(object): open this path.
        forget_requested(object): take this path off the recent files.
        create_requested(str, str): make the register of an EPCI: SIREN, name.
    """

    open_requested = Signal()
    demonstration_requested = Signal()
    file_requested = Signal(object)
    forget_requested = Signal(object)
    create_requested = Signal(str, str)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self._logo = QLabel()
        self._name = label("MutuDesk", name="welcome_name")
        self._promise = label(
            self.tr("Who works for whom,\nunder which authority,\non which date."),
            name="welcome_promise",
        )
        self._about = label(
            self.tr(
                "The register of the shared services of an agglomeration and its communes. "
                "It works without network, in a single file."
            ),
            "soft",
            wrap=True,
        )
        self._open = WelcomeTile(
            self.tr("Open a file…"), self.tr("Ctrl+O"), "folder-open", "welcome_open"
        )
        self._demonstration = WelcomeTile(
            self.tr("See the demonstration"),
            self.tr("Clermont Communauté, 2016: invented persons and services"),
            "play",
            "welcome_demonstration",
        )
        self._recent = RecentFiles(today)
        self._chooser = EpciChooser()
        self._open.clicked.connect(self.open_requested)
        self._demonstration.clicked.connect(self.demonstration_requested)
        self._recent.file_requested.connect(self.file_requested)
        self._recent.forget_requested.connect(self.forget_requested)
        self._chooser.create_requested.connect(self.create_requested)
        self._compose()
        self.apply_style()

    @property
    def chooser(self) -> EpciChooser:
        """The sheet at the right."""
        return self._chooser

    def set_recent(self, files: Sequence[RecentFile]) -> None:
        """Show the files opened last."""
        self._recent.set_files(files)

    def take_focus(self) -> None:
        """Give the focus to the search."""
        self._chooser.take_focus()

    def load_reference(self) -> None:
        """Read the official list while nobody waits for it."""
        self._chooser.load()

    def shut(self) -> None:
        """Wait for what is still read."""
        self._chooser.shut()

    def apply_style(self) -> None:
        """Sizes of the look."""
        look = current_look()
        self._logo.setPixmap(icons.pixmap("mutudesk", "fill", 46, self.devicePixelRatioF()))
        for words, size in ((self._name, 28), (self._promise, 26)):
            words.setStyleSheet(f"font-size: {look.px(size)}px; font-weight: 600;")
        self._left.setContentsMargins(0, 0, 0, 0)
        self._head.setSpacing(look.px(14))
        self._fit()
        self._row.setSpacing(look.px(48))
        self._middle.setMaximumWidth(look.px(_WIDEST))
        side, top = look.px(32), look.px(28)
        self._whole.setContentsMargins(side, top, side, top)
        for space, height in zip(self._spaces, (36, 16, 28, 10), strict=True):
            space.setFixedHeight(look.px(height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns above each other when there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look = current_look()
        narrow = self.width() < look.px(NARROW)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._left_side.setMinimumWidth(0 if narrow else look.px(_LEFT))
        self._left_side.setMaximumWidth(look.px(_WIDEST if narrow else _LEFT))

    def _compose(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self._logo)
        self._head.addWidget(self._name, 1)
        self._spaces = [QWidget() for _ in range(4)]
        self._left_side = QWidget()
        self._left = QVBoxLayout(self._left_side)
        self._left.setSpacing(0)
        nest(self._left, self._head)
        for space, widget in zip(
            self._spaces, (self._promise, self._about, self._open, self._demonstration), strict=True
        ):
            self._left.addWidget(space)
            self._left.addWidget(widget)
        self._left.addStretch(1)
        self._left.addWidget(self._recent)
        self._middle = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._middle)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._left_side)
        self._row.addWidget(self._chooser, 1)
        inside = QWidget()
        inside.setProperty("kind", "clear")
        self._whole = QHBoxLayout(inside)
        self._whole.addStretch(1)
        self._whole.addWidget(self._middle, 1000)
        self._whole.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll)
        self._promise.setAlignment(Qt.AlignmentFlag.AlignLeft)
