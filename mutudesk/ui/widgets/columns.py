"""What a column of a list is: data. Titles are English sources of the context "columns"."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from mutudesk.ui.widgets.signs import AuthorityKind

TextOf: TypeAlias = Callable[[Any], str]


class Align(Enum):
    """Where the words of a column stand; figures stand right."""

    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `text` and `subtitle` get a read row and give words.

    Attributes:
        key: What a ListQuery sorts by.
        title: English source, marked by QT_TRANSLATE_NOOP("columns", ...).
        text: The fact of the cell.
        subtitle: The lesser fact below it; rows are then two lines high.
        width: In pixels of the design.
        stretch: Takes the room that is left (one or several columns of a list).
        align: Where the words stand.
        strong: The column that names the record.
        sortable: Whether a click on the heading asks for this order.
        repeat_key: Where it equals that of the row above, the cell is left unpainted (the model
            still gives it to copies and screen readers).
        icon: Name of an icon before the words, "" for none.
        role: Colour role of the words, "" for the usual one.
        authority: Paint the sign and the tint of this authority.
        vacant: Whether the authority's mandate is vacant, painted in amber.
    """

    key: str
    title: str
    text: TextOf
    subtitle: TextOf | None = None
    width: int = 120
    stretch: bool = False
    align: Align = Align.LEFT
    strong: bool = False
    sortable: bool = True
    repeat_key: Callable[[Any], Hashable] | None = None
    icon: TextOf | None = None
    role: TextOf | None = None
    authority: AuthorityKind | None = None
    vacant: Callable[[Any], bool] | None = None

    @property
    def heading(self) -> str:
        """The title in the language of the window."""
        return QCoreApplication.translate("columns", self.title)

    def words(self, row: object) -> str:
        """Both facts of a cell in one line, for screen readers and copies."""
        text = self.text(row)
        lesser = self.subtitle(row) if self.subtitle is not None else ""
        return f"{text}, {lesser}" if text and lesser else text or lesser
