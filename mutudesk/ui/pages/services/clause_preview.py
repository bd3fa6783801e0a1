"""Below the form of the clauses: how the article being written will print, and what helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from mutudesk.ui.look.current import current_look
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.qt.slots import weak_slot
from mutudesk.ui.widgets.buttons import QUIET, ActionButton
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.styled import Styled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mutudesk.domain.clauses import ClauseName

_TEXT_HEIGHT = 66  # pixels of the design


class ClausePreview(Styled, QFrame):
    """Shows one clause at a time; hidden until a field of clauses has the focus.

    Signals:
        name_chosen(str): put this name, between braces, where the cursor is.
        proposal_requested(): take the text proposed by the template.
    """

    name_chosen = Signal(str)
    proposal_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clause_preview")
        self.setProperty("kind", "band")
        self._title = label("", "label", "clause_preview_title")
        self._text = label("", "", "clause_preview_text", wrap=True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._insert = ActionButton(self.tr("Put in a &name"), "clause_names", kind=QUIET)
        self._menu = QMenu(self._insert)
        self._menu.setObjectName("clause_names_menu")
        self._insert.setMenu(self._menu)
        self._take = ActionButton(self.tr("Take the text &proposed"), "clause_proposal", kind=QUIET)
        self._take.clicked.connect(self.proposal_requested)
        self._scroll = scroll = QScrollArea()
        scroll.setObjectName("clause_preview_scroll")
        scroll.setAccessibleName(self.tr("As it will print"))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._text)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self._insert)
        self._head.addWidget(self._take)
        self._column = QVBoxLayout(self)
        nest(self._column, self._head)
        self._column.addWidget(scroll, 1)
        self.hide()
        self.apply_style()

    def set_names(self, names: Mapping[ClauseName, str]) -> None:
        """Offer the names, each with what it stands for in the example."""
        self._menu.clear()
        for name, words in names.items():
            action = self._menu.addAction(f"{{{name.value}}}\t{words}".replace("&", "&&"))
            action.setObjectName(f"clause_name_{name.value}")
            action.triggered.connect(weak_slot(self._choose, name))

    def show_clause(self, title: str, text: str, *, is_proposal: bool) -> None:
        """Show how a clause prints; a proposal needs no offer of itself."""
        shown = (
            self.tr("{article}, as it will print")
            if not is_proposal
            else self.tr("{article}: the text proposed, until you write your own")
        )
        self._title.setText(shown.format(article=title))
        self._text.setText(text)
        self._take.setVisible(is_proposal)
        self.show()

    def set_cramped(self, cramped: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Show the buttons only, where there is little room."""
        self._title.setVisible(not cramped)
        self._scroll.setVisible(not cramped)

    def apply_style(self) -> None:
        """Sizes of the look."""
        look = current_look()
        self._column.setContentsMargins(look.px(16), look.px(6), look.px(12), look.px(8))
        self._column.setSpacing(look.px(4))
        self._scroll.setFixedHeight(look.px(_TEXT_HEIGHT))

    def _choose(self, name: ClauseName) -> None:
        self.name_chosen.emit(f"{{{name.value}}}")
