"""Below the preview: what will be printed, how far a batch is, print and cancel."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from mutudesk.ui.look.current import current_look
from mutudesk.ui.widgets.buttons import PRIMARY, ActionButton
from mutudesk.ui.widgets.labels import ElidedLabel
from mutudesk.ui.widgets.styled import Styled


class PrintBar(Styled, QFrame):
    """The one primary action of the page.

    Signals:
        print_requested(): print what is ticked.
        cancel_requested(): stop the batch.
    """

    print_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conventions_bar")
        self._words = ElidedLabel("", "soft")
        self._words.setObjectName("conventions_bar_text")
        self._progress = QProgressBar()
        self._progress.setObjectName("conventions_progress")
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Printing"))
        self._cancel = ActionButton(self.tr("&Cancel"), "conventions_cancel")
        self._print = ActionButton("", "conventions_print", kind=PRIMARY, icon="printer")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._progress)
        self._row.addWidget(self._cancel)
        self._row.addWidget(self._print)
        self._cancel.clicked.connect(self.cancel_requested)
        self._print.clicked.connect(self.print_requested)
        self._busy = self._stopping = False
        self.show_choice(0, "")
        self.apply_style()

    @property
    def is_busy(self) -> bool:
        """Tell whether a batch is shown."""
        return self._busy

    def show_choice(self, ticked: int, current: str) -> None:
        """Say what would be printed: the bodies ticked, else the one shown."""
        if self._busy:
            return
        had_focus = self._cancel.hasFocus()
        self._print.setVisible(bool(ticked or current))
        if had_focus:
            self._print.setFocus()
        self._progress.hide()
        self._cancel.hide()
        if ticked:
            self._words.set_whole(self.tr("%n body(ies) ticked", "", ticked))
            self._print.setText(self.tr("&Print %n project(s)…", "", ticked))
        else:
            shown = self.tr("{body} only; tick bodies to print several").format(body=current)
            self._words.set_whole(shown if current else "")
            self._print.setText(self.tr("&Print the project…"))

    def show_progress(self, done: int, total: int) -> None:
        """Say how far the batch is."""
        self._busy = True
        had_focus = self._print.hasFocus()
        self._progress.setRange(0, max(total, 1))
        self._progress.setValue(done)
        self._progress.show()
        self._cancel.show()
        if had_focus:  # else Qt would give it to the first widget of the window
            self._cancel.setFocus()
        self._print.hide()
        if not self._stopping:
            self._words.set_whole(self.tr("{done} of {total}").format(done=done, total=total))

    def show_stopping(self) -> None:
        """Say that cancelling was understood."""
        self._stopping = True
        self._words.set_whole(self.tr("Stopping…"))

    def show_idle(self) -> None:
        """The batch is over; to be followed by `show_choice`."""
        self._busy = self._stopping = False

    def apply_style(self) -> None:
        """Margins of the look."""
        look = current_look()
        self._row.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(4))
        self._row.setSpacing(look.px(8))
        self._progress.setFixedWidth(look.px(180))
