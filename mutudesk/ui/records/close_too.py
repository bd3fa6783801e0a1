"""What runs on beyond the end of a record: named, and closed with it in the same act on wish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mutudesk.language.typography import short_date
from mutudesk.ui.forms.form_part import FormPart
from mutudesk.ui.widgets.choice_field import CheckField
from mutudesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from mutudesk.domain.records import Stored
    from mutudesk.ui.forms.field_box import FieldBox


class CloseTooPart(FormPart):
    """Hidden while nothing depends on the record; ticked at first, never silent."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "", parent)
        self.words = self.tr("Closed in the same act")
        self._stored: Sequence[Stored[Any]] = ()
        self._tick = CheckField(f"{name}_tick", "")
        self._tick.write(value=True)
        self._names = label(kind="soft", name=f"{name}_names", wrap=True)
        self._names.setIndent(30)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._tick)
        column.addWidget(self._names)
        self._tick.edited.connect(self.edited)
        self.hide()

    def show_of(
        self, stored: Sequence[Stored[Any]], names: Sequence[str], last_day: date | None
    ) -> None:
        """Name what would be closed on a day; none = nothing to ask."""
        self._stored = tuple(stored)
        self.setVisible(bool(stored) and last_day is not None)
        if last_day is None:
            return
        words = self.tr("Close too, on {day}:").format(day=short_date(last_day))
        self._tick.setText(words)
        self._names.setText("\n".join(names))

    @property
    def chosen(self) -> Sequence[Any]:
        """What is to be closed in the same act."""
        return self._stored if not self.isHidden() and self._tick.read() else ()

    def tick(self) -> None:
        """Begin with everything closed together."""
        self._tick.write(value=True)

    def state(self) -> object:
        """Whether it is ticked."""
        return self._tick.read()

    def take_focus(self) -> None:
        """Take the focus."""
        self._tick.setFocus()


class ReasonPart(FormPart):
    """Why the act is done, last in the form."""

    def __init__(self, name: str, box: FieldBox, parent: QWidget | None = None) -> None:
        super().__init__(name, "", parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(box)

    def state(self) -> object:
        """Nothing of its own: the field is a field of the form."""
        return None
