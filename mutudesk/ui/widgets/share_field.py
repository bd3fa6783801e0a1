"""A share of a full post: typed as a percentage, kept in basis points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.parsing import parse_share
from mutudesk.ui.look.current import current_look
from mutudesk.ui.look.tokens import ROW
from mutudesk.ui.widgets.field_edit import TextField
from mutudesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget


def typed_share(share: object) -> str:
    """A share as one types it: 40 or 33,33."""
    if not isinstance(share, int):
        return ""
    whole, rest = divmod(share, 100)
    return f"{whole},{rest:02d}".rstrip("0").rstrip(",") if rest else str(whole)


class ShareField(TextField):
    """Reads 40, 40,5 or 33.33 % as 4000, 4050 and 3333; None when empty."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._unit = label("%", "faint")
        super().__init__(name, parse_share, empty=None, show=typed_share, parent=parent)
        self._unit.setParent(self)
        self.apply_style()

    def apply_style(self) -> None:
        """Room for the sign, digits of one width."""
        super().apply_style()
        self.setFont(current_look().font("body", figures=True))
        self.setTextMargins(0, 0, current_look().px(20), 0)
        self._place_unit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sign at the right end."""
        super().resizeEvent(event)
        self._place_unit()

    def _place_unit(self) -> None:
        look = current_look()
        self._unit.setFixedHeight(look.px(ROW["field"]))
        self._unit.adjustSize()
        self._unit.move(self.width() - self._unit.width() - look.px(11), 0)
