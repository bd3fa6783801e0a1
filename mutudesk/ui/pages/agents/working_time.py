"""A change of working time: the shares as they are and as proposed, to be changed before saving."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from mutudesk.domain.assignments import Assignment
from mutudesk.domain.parsing import ParseError
from mutudesk.language.typography import percentage, short_date, short_period
from mutudesk.ui.forms.form_part import FormPart
from mutudesk.ui.look.current import current_look
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.share_field import ShareField
from mutudesk.ui.widgets.styled import Styled, set_property
from mutudesk.ui.words.agents import mission_words
from mutudesk.ui.words.common import name_on
from mutudesk.usecases.acts.working_time import ProposedShare, unlike_distributed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from mutudesk.ui.records.record_options import RecordOptions

_WORDS, _FORMER, _NEW = range(3)


class WorkingTimePart(Styled, FormPart):
    """Rows of an assignment, then of its mission shares; fields are working_time_share_0…."""

    def __init__(self, options: RecordOptions, parent: QWidget | None = None) -> None:
        super().__init__("working_time_shares", "", parent)
        self.words = self.tr("Assignments and mission shares")
        self._options = options
        self._lines: list[tuple[ProposedShare, ShareField]] = []
        self._widgets: list[QWidget] = []
        self._title = label(kind="strong", name="working_time_title", wrap=True)
        self._sum = label(kind="soft", name="working_time_sum", wrap=True)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(_WORDS, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.addWidget(self._title)
        nest(self._column, self._grid)
        self._column.addWidget(self._sum)
        self.hide()
        self.apply_style()

    def propose(self, proposed: Sequence[ProposedShare], day: date) -> None:
        """Show what is proposed from a day on; none = nothing runs that day."""
        self._clear()
        self.setVisible(bool(proposed))
        if not proposed:
            return
        words = self.tr("From {day} on, in the same act").format(day=short_date(day))
        self._title.setText(words)
        heads = ("", self.tr("Former"), self.tr("Proposed"))
        for column, text in enumerate(heads):
            self._put(label(text, "label"), 0, column)
        for place, each in enumerate(proposed):
            fact = each.stored.fact
            words = self._share_words(each, proposed)
            name = label(words, "strong" if each.is_assignment else "", wrap=True)
            name.setIndent(0 if each.is_assignment else current_look().px(18))
            former = label(percentage(fact.share), "soft", f"working_time_former_{place}")
            field = ShareField(f"working_time_share_{place}")
            field.setAccessibleName(words)
            field.write(each.share)
            field.edited.connect(self._on_edited)
            self._put(name, place + 1, _WORDS)
            self._put(former, place + 1, _FORMER)
            self._put(field, place + 1, _NEW)
            self._lines.append((each, field))
        self._show_sum()
        self.apply_style()

    @property
    def chosen(self) -> list[ProposedShare]:
        """The shares as entered; every field was checked before."""
        if self.isHidden():
            return []
        return [
            replace(each, share=share)
            for each, field in self._lines
            if isinstance(share := field.read(), int)
        ]

    def state(self) -> object:
        """What is entered."""
        return tuple(field.text() for _each, field in self._lines)

    def check(self) -> bool:
        """Mark what cannot be read."""
        wrong = [field for _each, field in self._lines if _read(field) is None]
        for _each, field in self._lines:
            field.set_invalid(field in wrong)
        if wrong:
            self._sum.setText(self.tr("A share between 0 and 100 % is expected in each line."))
            set_property(self._sum, "kind", "error")
        return not wrong

    def take_focus(self) -> None:
        """Take the focus, in the first field that is wrong."""
        fields = [field for _each, field in self._lines]
        wrong = [field for field in fields if _read(field) is None]
        for field in (wrong or fields)[:1]:
            field.setFocus(Qt.FocusReason.TabFocusReason)

    def apply_style(self) -> None:
        """Spaces of the look."""
        look = current_look()
        self._column.setSpacing(look.px(7))
        self._grid.setHorizontalSpacing(look.px(16))
        self._grid.setVerticalSpacing(look.px(5))
        self.setMaximumWidth(look.px(760))
        for _each, field in self._lines:
            field.setFixedWidth(look.px(104))

    # ----------------------------------------------------------------------------------------------

    def _put(self, widget: QWidget, row: int, column: int) -> None:
        right = column == _FORMER and isinstance(widget, QLabel)
        if right:
            self._grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignRight)
        else:
            self._grid.addWidget(widget, row, column)
        self._widgets.append(widget)

    def _clear(self) -> None:
        for widget in self._widgets:
            self._grid.removeWidget(widget)
            widget.setObjectName("")
            widget.hide()
            widget.deleteLater()
        self._widgets, self._lines = [], []

    def _share_words(self, each: ProposedShare, proposed: Sequence[ProposedShare]) -> str:
        """What it is, with its days where others of the service have others, or it runs on."""
        fact, base = each.stored.fact, self._options.base
        if isinstance(fact, Assignment):
            words = self._service(fact.service)
        else:
            mission = mission_words(base, fact.service, fact.mission)
            words = f"{mission}, {name_on(base, fact.beneficiary_siren, each.period.start)}"
        others = {o.period for o in proposed if o.stored.fact.service == fact.service}
        whole = len(others) == 1 and each.period.stop == fact.period.stop
        return words if whole else f"{words}, {short_period(each.period)}"

    def _service(self, code: str) -> str:
        found = [option.title for option in self._options.services(code) if option.value == code]
        return found[0] if found else code

    def _show_sum(self) -> None:
        """What each assignment has left to distribute."""
        entered = [replace(each, share=_read(field) or 0) for each, field in self._lines]
        parts = [
            self.tr("{service}: {given} of {total} distributed.").format(
                service=self._service(fact.service),
                given=percentage(step.total),
                total=percentage(step.allowed),
            )
            for fact, step in unlike_distributed(self._options.base, entered)
        ]
        self._sum.setText(" ".join(parts))
        self._sum.setVisible(bool(parts))
        set_property(self._sum, "kind", "caution")

    def _on_edited(self) -> None:
        self._show_sum()
        self.edited.emit()


def _read(field: ShareField) -> int | None:
    try:
        value = field.read()
    except ParseError:
        return None
    return value if isinstance(value, int) else None
