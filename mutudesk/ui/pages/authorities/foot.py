"""Below « Qui commande qui ? »: what the two signs mean, and what can be done with a line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mutudesk.domain.listings import AuthorityRow
from mutudesk.ui.look.current import current_look
from mutudesk.ui.widgets.buttons import QUIET, ActionButton
from mutudesk.ui.widgets.labels import ElidedLabel
from mutudesk.ui.widgets.signs import AuthorityKind, AuthoritySign
from mutudesk.ui.widgets.styled import Styled
from mutudesk.ui.words.common import of_body


class AuthoritiesFoot(Styled, QWidget):
    """Legend at left, the acts on the line under the cursor at right.

    Signals:
        why_requested(): explain the line.
        body_requested(str): fill the vacant mandate of a body (SIREN).
    """

    why_requested = Signal()
    body_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("authorities_foot")
        self._vacant = ""
        self._row = QHBoxLayout(self)
        for authority, words in (
            (AuthorityKind.HIERARCHICAL, self.tr("appoints, appraises, pays")),
            (AuthorityKind.OPERATIONAL, self.tr("gives the instructions for the mission")),
        ):
            self._row.addWidget(AuthoritySign(authority, 16))
            legend = ElidedLabel(words, "soft")
            legend.setFont(current_look().font("small"))
            self._row.addWidget(legend)
            self._row.addSpacing(current_look().px(8))
        self._row.addStretch(1)
        self._why = ActionButton(
            self.tr("&Why?"), "authorities_why", kind=QUIET, icon="circle-help"
        )
        self._fill = ActionButton("", "authorities_fill", kind=QUIET, icon="pencil")
        self._row.addWidget(self._why)
        self._row.addWidget(self._fill)
        self._why.setToolTip(self.tr("Why? (F2)"))
        self._why.clicked.connect(self.why_requested)
        self._fill.clicked.connect(self._on_fill)
        self.show_row(None)
        self.apply_style()

    def show_row(self, row: object) -> None:
        """Offer what can be done with a line, None for no line."""
        shown = row if isinstance(row, AuthorityRow) else None
        self._why.setEnabled(shown is not None)
        holders = () if shown is None else (shown.operational, shown.hierarchical)
        vacant = [each for each in holders if each.is_vacant and each.siren]
        self._fill.setVisible(bool(vacant))
        self._vacant = vacant[0].siren if vacant else ""
        if vacant:
            words = of_body(vacant[0].body).replace("&", "&&")
            self._fill.setText(self.tr("&Fill the mandate {of_body}…").format(of_body=words))

    def apply_style(self) -> None:
        """Margins of the look."""
        look = current_look()
        self._row.setContentsMargins(look.px(20), look.px(8), look.px(16), look.px(6))
        self._row.setSpacing(look.px(6))

    def _on_fill(self) -> None:
        if self._vacant:
            self.body_requested.emit(self._vacant)
