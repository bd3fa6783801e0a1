"""What stands against a convention, or what its paper leaves to be completed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from mutudesk.ui.look import icons
from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import ICON, RING
from mutudesk.ui.pages.conventions.words import mending
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.qt.slots import weak_slot
from mutudesk.ui.widgets.buttons import QUIET, ActionButton
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.styled import Styled
from mutudesk.ui.words.common import capitalized, point_sentence, sentence_for

if TYPE_CHECKING:
    from mutudesk.domain.findings import Finding
    from mutudesk.ui.link import Link
    from mutudesk.usecases.printing import Preview


class Readiness(Styled, QWidget):
    """A heading with a count, and a scrolled list.

    Signals:
        link_requested(object): mend a record, a Link.
    """

    link_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conventions_readiness")
        self._heading = label("", "strong", "conventions_readiness_title")
        self._count = label("", "hint", "conventions_readiness_count")
        self._head = QHBoxLayout()
        self._head.addWidget(self._heading)
        self._head.addStretch(1)
        self._head.addWidget(self._count)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("conventions_readiness_scroll")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        nest(column, self._head)
        column.addWidget(self._scroll, 1)
        self._shown: Preview | None = None
        self.show_preview(None)
        self.apply_style()

    def show_preview(self, preview: Preview | None) -> None:
        """Say what is missing from a convention; None for nothing yet."""
        self._shown = preview
        before = self._scroll.takeWidget()
        if before is not None:
            before.deleteLater()
        inside = QWidget()
        inside.setProperty("kind", "clear")
        look = current_look()
        column = QVBoxLayout(inside)
        column.setContentsMargins(look.px(14), 0, look.px(8), look.px(8))
        column.setSpacing(look.px(5))
        heading, count = self._fill(column, preview) if preview is not None else ("", "")
        column.addStretch(1)
        self._heading.setText(heading)
        self._count.setText(count)
        self._scroll.setAccessibleName(f"{heading}, {count}" if heading else "")
        self._scroll.setWidget(inside)

    def _fill(self, column: QVBoxLayout, preview: Preview) -> tuple[str, str]:
        """Show what there is to say of a convention; return the heading and the count."""
        if preview.findings:
            for number, finding in enumerate(preview.findings):
                self._add_finding(column, number, finding)
            return self.tr("Cannot be printed"), self.tr("%n reason(s)", "", len(preview.findings))
        if preview.points:
            column.addWidget(label(self.tr("Points to settle"), "label"))
        for number, point in enumerate(preview.points):
            self._add_finding(column, number, point, warning=True)
        blanks = [f"{capitalized(each.label)} ({each.where})" for each in preview.blanks]
        for words, icon, lines in (
            (self.tr("Pieces to enclose"), "file-text", preview.pieces),
            (self.tr("Left blank in the text"), "pen-line", blanks),
            (self.tr("To read again"), "eye", preview.readings),
        ):
            if lines:
                column.addWidget(label(words, "label"))
            for line in lines:
                self._add_line(column, icon, line)
        parts = (preview.points, preview.pieces, preview.blanks, preview.readings)
        return self.tr("To complete by hand"), self.tr("%n item(s)", "", sum(map(len, parts)))

    def apply_style(self) -> None:
        """Margins of the look; icons are drawn again."""
        look = current_look()
        self._head.setContentsMargins(look.px(16), look.px(8), look.px(14), look.px(6))
        ring = f"border: {RING}px solid"
        self._scroll.setStyleSheet(
            f"#conventions_readiness_scroll {{ {ring} transparent }}"
            f"#conventions_readiness_scroll:focus {{ {ring} {look.colour('accent').name()} }}"
        )
        # Qt is going through all widgets now: none may be deleted before it is done.
        QTimer.singleShot(0, self, weak_slot(self._draw_again))

    def _draw_again(self) -> None:
        self.show_preview(self._shown)

    def _add_finding(
        self, column: QVBoxLayout, number: int, finding: Finding, *, warning: bool = False
    ) -> None:
        if warning:
            self._add_line(column, "alert-triangle", point_sentence(finding), role="warn")
        else:
            self._add_line(column, "circle-alert", sentence_for(finding), role="error")
        found = mending(finding)
        if found is None:
            return
        link, words = found
        button = ActionButton(f"{words}…", f"conventions_mend_{number}", kind=QUIET, icon="pencil")
        button.clicked.connect(weak_slot(self._send, link))
        row = QHBoxLayout()
        row.setContentsMargins(current_look().px(16), 0, 0, 0)
        row.addWidget(button)
        row.addStretch(1)
        nest(column, row)

    def _add_line(self, column: QVBoxLayout, icon: str, text: str, role: str = "text_soft") -> None:
        look = current_look()
        sign = QLabel()
        sign.setPixmap(icons.pixmap(icon, role, ICON["s"], self.devicePixelRatioF()))
        sign.setContentsMargins(0, look.px(2), 0, 0)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(text, wrap=True), 1)
        nest(column, row)

    def _send(self, link: Link) -> None:
        self.link_requested.emit(link)
