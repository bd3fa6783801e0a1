"""The mission shares of an assignment in its form: rows, what is left to distribute, refusals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mutudesk.domain.parsing import ParseError
from mutudesk.domain.period import ALWAYS
from mutudesk.domain.records import Kind
from mutudesk.ui.forms.form_part import FormPart
from mutudesk.ui.look.current import current_look
from mutudesk.ui.pages.assignments.shares.editor import (
    BEGINS,
    ENDS,
    FIXED,
    OPERATIONAL,
    REMOVE,
    SPACING,
    STRETCH,
    Frame,
    ShareEditor,
)
from mutudesk.ui.pages.assignments.shares.total import Distributed, total_words
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.widgets.buttons import QUIET, ActionButton
from mutudesk.ui.widgets.labels import label
from mutudesk.ui.widgets.signs import AuthorityKind, AuthoritySign
from mutudesk.ui.widgets.styled import Styled, set_property
from mutudesk.ui.words.common import sentence_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mutudesk.domain.assignments import MissionShare
    from mutudesk.domain.findings import Finding
    from mutudesk.domain.records import RecordRef, Stored
    from mutudesk.ui.pages.assignments.shares.options import ShareOptions
    from mutudesk.usecases.acts.assignments import ShareLine


class SharesPart(Styled, FormPart):
    """Rows are named shares_0, shares_1…; `changed` is sent also when the program changes them."""

    changed = Signal()

    def __init__(self, options: ShareOptions, parent: QWidget | None = None) -> None:
        super().__init__("shares", "", parent)
        self.words = self.tr("Mission shares")
        self._options = options
        self._total: int | None = None
        self._dates = True
        self.frame = Frame("", "", ALWAYS, None)
        self.rows: list[ShareEditor] = []
        self._title = label(self.words, "strong")
        self._sum = label(kind="soft", name="shares_sum")
        self._add = ActionButton(self.tr("Add a s&hare"), "shares_add", kind=QUIET, icon="plus")
        self._none = label(kind="hint", name="shares_none", wrap=True)
        self._head = QWidget()
        self._heads = QGridLayout(self._head)
        self._heads.setContentsMargins(0, 0, 0, 0)
        self._date_heads: list[QWidget] = []
        self._fill_head()
        self._rows = QVBoxLayout()
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._add)
        self._foot.addStretch(1)
        self._foot.addWidget(self._sum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._title, self._none, self._head):
            self._column.addWidget(widget)
        nest(self._column, self._rows)
        nest(self._column, self._foot)
        self._add.clicked.connect(self.add_row)
        self.apply_style()

    # What the form of the assignment uses ---------------------------------------------------------

    def load(self, frame: Frame, shares: Sequence[Stored[MissionShare]], *, dates: bool) -> None:
        """Show the shares of an assignment; `dates` tells whether each has its own."""
        self.frame, self._dates = frame, dates
        self._options.service = frame.service
        for row in self.rows:
            self._drop(row)
        self.rows = []
        for stored in shares:
            self._append(stored).load(stored.fact, frame.period)
        self._refresh()

    def follow(self, frame: Frame, total: int | None) -> None:
        """The assignment was changed: its service, its days, or its share (None = not readable)."""
        changed = frame.service != self.frame.service
        self.frame, self._total = frame, total
        self._options.service = frame.service
        if changed:
            for row in self.rows:
                row.mission.set_option(None)
        self._refresh()

    def lines(self) -> list[ShareLine]:
        """The shares as they are to be; every row was checked before."""
        return [row.line(self.frame) for row in self.rows]

    def take_refusals(self, findings: Sequence[Finding]) -> list[Finding]:
        """Show at their rows the refusals that concern them; gives back the others."""
        for row in self.rows:
            row.show_refusals((), "")
        others = []
        by_ref: dict[RecordRef, ShareEditor] = {}
        for row in self.rows:
            for ref in self._refs(row):
                by_ref[ref] = row
        by_row: dict[ShareEditor, list[Finding]] = {}
        for finding in findings:
            named = [by_ref[ref] for ref in finding.records if ref in by_ref]
            if finding.records[:1] and finding.records[0].kind is Kind.MISSION_SHARE and named:
                by_row.setdefault(named[0], []).append(finding)
            else:
                others.append(finding)
        for row, found in by_row.items():
            sentences = dict.fromkeys(sentence_for(each) for each in found)
            row.show_refusals([each.field for each in found], " ".join(sentences))
        return others

    # What the form asks of a part -----------------------------------------------------------------

    def state(self) -> object:
        """The texts of all rows."""
        return tuple(row.state() for row in self.rows)

    def check(self) -> bool:
        """Check every row."""
        checked = [row.check(self.frame) for row in self.rows]  # every row says what it has
        return all(checked)

    def take_focus(self) -> None:
        """Take the focus, in the first row."""
        if self.rows:
            self.rows[0].focus_first()
        else:
            self._add.setFocus()

    def add_row(self) -> None:
        """Add a share, with what is left to distribute."""
        row = self._append(None)
        row.suggest(max(0, (self._total or 0) - self._given().total))
        self._refresh()
        row.focus_first()
        self.edited.emit()

    # ----------------------------------------------------------------------------------------------

    def apply_style(self) -> None:
        """Spaces of the look."""
        look = current_look()
        self._column.setSpacing(look.px(6))
        self._rows.setSpacing(look.px(6))
        self._heads.setHorizontalSpacing(look.px(SPACING))
        for column, width in FIXED.items():
            self._heads.setColumnMinimumWidth(column, self._shown_width(column, look.px(width)))

    def _shown_width(self, column: int, width: int) -> int:
        return width if self._dates or column not in {BEGINS, ENDS} else 0

    def _fill_head(self) -> None:
        words = (
            self.tr("Mission"),
            self.tr("Beneficiary"),
            self.tr("Share"),
            self.tr("Operational authority"),
            self.tr("Begins"),
            self.tr("Ends"),
        )
        for column, text in enumerate(words):
            head = QWidget()
            head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            row = QHBoxLayout(head)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(5)
            words_of = label(text, "label")
            if column == OPERATIONAL:
                row.addWidget(AuthoritySign(AuthorityKind.OPERATIONAL, 16))
                words_of.setProperty("kind", "oper")
            row.addWidget(words_of)
            row.addStretch(1)
            self._heads.addWidget(head, 0, column)
            if column not in FIXED:
                self._heads.setColumnStretch(column, STRETCH[column])
            if column in {BEGINS, ENDS}:
                self._date_heads.append(head)
        # As the rows have a line across all columns, so that hidden ones take the same room.
        across = QWidget()
        across.setFixedHeight(0)
        self._heads.addWidget(across, 1, 0, 1, REMOVE + 1)
        self._heads.setVerticalSpacing(0)

    def _append(self, stored: Stored[MissionShare] | None) -> ShareEditor:
        row = ShareEditor(self._options, stored)
        row.edited.connect(self._on_row_edited)
        row.remove_requested.connect(self._on_remove_requested)
        row.show_dates(self._dates)
        self.rows.append(row)
        self._rows.addWidget(row)
        row.show()  # now, not when the loop is next entered: it is to take the focus
        self._name_rows()
        return row

    def _drop(self, row: ShareEditor) -> None:
        self._rows.removeWidget(row)
        row.name("", 0)
        row.hide()
        row.deleteLater()

    def _name_rows(self) -> None:
        for place, row in enumerate(self.rows):
            row.name(f"shares_{place}", place + 1)

    def _refresh(self) -> None:
        for row in self.rows:
            row.follow()
        self._head.setVisible(bool(self.rows))
        for head in self._date_heads:
            head.setVisible(self._dates)
        self._none.setVisible(not self.rows)
        self._none.setText(
            self.tr("No share yet: who benefits, and who instructs, is not known.")
            if self.frame.service
            else self.tr("Choose the service first: its missions and its members are offered then.")
        )
        self._add.setEnabled(bool(self.frame.service))
        self._show_sum()
        self.apply_style()
        self.changed.emit()

    def _show_sum(self) -> None:
        self._sum.setVisible(self._total is not None and bool(self.rows))
        if self._total is None:
            return
        words, kind = total_words(self._given(), self._total)
        self._sum.setText(words)
        set_property(self._sum, "kind", kind)

    def _given(self) -> Distributed:
        """The shares that run on the day looked at."""
        in_force = planned = 0
        for row in self.rows:
            try:
                runs = not self._dates or row.period(self.frame).holds(self._options.day)
            except (ParseError, ValueError):
                runs = True
            if runs and row.is_planned:
                planned += row.basis_points
            elif runs:
                in_force += row.basis_points
        return Distributed(in_force, planned)

    def _refs(self, row: ShareEditor) -> list[RecordRef]:
        """How findings may name the share of a row: by any beginning, as the act gives it one."""
        from mutudesk.domain.records import RecordRef

        try:
            key = row.fact(self.frame).key
        except (ParseError, ValueError):
            return []
        refs = [RecordRef(Kind.MISSION_SHARE, key)]
        refs.append(RecordRef(Kind.MISSION_SHARE, (*key[:-1], self.frame.period.valid_from)))
        if row.stored is not None:
            refs.append(RecordRef(Kind.MISSION_SHARE, row.stored.fact.key))
        return refs

    def _on_row_edited(self) -> None:
        self._show_sum()
        self.changed.emit()
        self.edited.emit()

    def _on_remove_requested(self, row: object) -> None:
        if not isinstance(row, ShareEditor):
            return
        self.rows.remove(row)
        self._drop(row)
        self._name_rows()
        self._refresh()
        self.take_focus()
        self.edited.emit()
