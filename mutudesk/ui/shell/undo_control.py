"""Undo and redo of whole acts: the button in the bar, and what the menu *Édition* asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSizePolicy

from mutudesk.domain.findings import RefusedError
from mutudesk.ui.look.current import current_look
from mutudesk.ui.widgets.buttons import QUIET, ActionButton
from mutudesk.ui.words.common import window_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from mutudesk.domain.history import HistoryAct
    from mutudesk.ui.qt.jobs import JobRunner
    from mutudesk.usecases.last_acts import LastActs
    from mutudesk.usecases.session import Session

_WIDEST = 300  # pixels of the design
_IN_MENU = 70  # signs of an act's name
_BESIDE = 28  # room of the icon and the margins of the button


class UndoButton(ActionButton):
    """Names the last act; what does not fit is left out and said by the tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "undo_last", kind=QUIET, icon="undo-2", parent=parent)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(current_look().px(_BESIDE * 2))
        self.hide()

    def show_words(self, words: str) -> None:
        """Name an act; hidden when there is none."""
        self._whole = words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setVisible(bool(words))
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what no longer fits."""
        super().resizeEvent(event)
        self._elide()

    def apply_style(self) -> None:
        """At most as wide as the design has it."""
        super().apply_style()
        self.setMaximumWidth(current_look().px(_WIDEST))

    def _elide(self) -> None:
        look = current_look()
        room = look.px(_WIDEST) - look.px(_BESIDE + 20)
        self.setText(shortened(self._whole, self.fontMetrics().horizontalAdvance, room))


class UndoControl(QObject):
    """Belongs to the frame of one register.

    Signals:
        written(str): an act was written, with what to say of it.
        refused(object): why nothing was written, a RefusedError.
        nothing(str): there was nothing to undo or to do again, in words.
    """

    written = Signal(str)
    refused = Signal(object)
    nothing = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.button = UndoButton()
        self.button.clicked.connect(self.undo)
        self._session: Session | None = None
        self._runner: JobRunner | None = None

    def start(self, session: Session, runner: JobRunner) -> None:
        """Work on a register; large acts are taken back beside the window."""
        self._session, self._runner = session, runner
        self.refresh()

    def refresh(self) -> None:
        """Name the last act in the bar."""
        undo, _redo = self.names()
        self.button.show_words(self.tr("Undo: {act}").format(act=undo) if undo else "")

    def names(self) -> tuple[str, str]:
        """What would be undone and done again, in words, "" for nothing."""
        from mutudesk.language.history import act_name

        last = self._last()
        if last is None:
            return "", ""
        undo = "" if last.undo is None else act_name(last.undo, window_language())
        redo = "" if last.redo is None else last.redo.reason
        return undo, redo

    def menu_names(self) -> tuple[str, str]:
        """The same, short enough for a menu."""
        undo, redo = (shortened(each, len, _IN_MENU) for each in self.names())
        return undo, redo

    def undo(self) -> None:
        """Take back the last act that stands."""
        from mutudesk.usecases.acts.undoing import undo_act

        last = self._last()
        if last is None or last.undo is None:
            self.nothing.emit(self.tr("There is no act to undo."))
            return
        name, _redo = self.names()
        self._write(undo_act, last.undo, self.tr("Undone: {act}.").format(act=name))

    def redo(self) -> None:
        """Take back the last undoing."""
        from mutudesk.usecases.acts.undoing import redo_act

        last = self._last()
        if last is None or last.redo is None:
            self.nothing.emit(self.tr("There is no act to do again."))
            return
        done = self.tr("Done again: {act}.").format(act=last.redo.reason)
        self._write(redo_act, last.redo, done)

    # ----------------------------------------------------------------------------------------------

    def _last(self) -> LastActs | None:
        if self._session is None:
            return None
        from mutudesk.usecases.last_acts import last_acts

        try:
            return last_acts(self._session)
        except RefusedError as refused:
            self.refused.emit(refused)
            return None

    def _write(
        self,
        write: Callable[[Session, HistoryAct, str], object],
        act: HistoryAct,
        words: str,
    ) -> None:
        from mutudesk.usecases.acts.undoing import MANY

        session, runner, language = self._session, self._runner, window_language()
        if session is None or runner is None:
            return
        if act.count > MANY:

            def work() -> str:
                write(session, act, language)
                return words

            runner.run(work, self.written.emit, self.refused.emit, label=words)
            return
        try:
            write(session, act, language)
        except RefusedError as refused:
            self.refused.emit(refused)
            return
        self.written.emit(words)


def shortened(text: str, measure: Callable[[str], int], room: int) -> str:
    """The text, ended with "…" where it is longer than the room; & is shown as it is."""
    if measure(text) > room:
        while text and measure(f"{text}…") > room:
            text = text[:-1]
        text = f"{text.rstrip()}…"
    return text.replace("&", "&&")
