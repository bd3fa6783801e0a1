"""*Adhésions*: the matrix or the list of a date, and one body's memberships in one service.

A change of missions or level closes the running membership and opens the next; re-joining later is
a new one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget

from mutudesk.domain.bodies import BodyKind
from mutudesk.domain.listings import ListQuery, MembershipRow
from mutudesk.domain.records import Kind
from mutudesk.domain.services import Membership, MembershipState, standing_on
from mutudesk.language.typography import short_date, typographic
from mutudesk.ui.link import Link, LinkAct
from mutudesk.ui.pages.memberships.facts import (
    membership_spec,
    owner_of,
    split_owner,
)
from mutudesk.ui.pages.memberships.listing import membership_columns, membership_filters
from mutudesk.ui.pages.memberships.matrix.files import MatrixFiles
from mutudesk.ui.pages.memberships.matrix.view import MatrixView
from mutudesk.ui.pages.memberships.new_form import NewMembershipForm, mission_boxes
from mutudesk.ui.qt.slots import weak_slot
from mutudesk.ui.records.list_view import RecordListView
from mutudesk.ui.records.page import RegisterPage
from mutudesk.ui.records.record_options import RecordOptions
from mutudesk.ui.records.record_panel import RecordPanel
from mutudesk.ui.records.refusals import about, in_words
from mutudesk.ui.records.tabs import RecordTabs
from mutudesk.ui.widgets.buttons import QUIET, ActionButton
from mutudesk.ui.widgets.chip import Chip
from mutudesk.ui.widgets.empty_state import EmptyState
from mutudesk.ui.words.memberships import SIGNS, state_in_words
from mutudesk.usecases import queries

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from mutudesk.domain.listings import ListSource
    from mutudesk.domain.records import RecordRef, Stored
    from mutudesk.ui.commands import Handlers
    from mutudesk.ui.qt.jobs import JobRunner
    from mutudesk.ui.widgets.choice_field import Choice
    from mutudesk.usecases.session import Session

MATRIX, LIST = "matrix", "list"


class MembershipsPage(RegisterPage):
    """A record is opened with all memberships of its body in its service ("CODE SIREN")."""

    has_codes = False

    def __init__(self, session: Session, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__("memberships", "", session, parent)
        self.set_list_title(self.tr("Memberships"))
        self.add.setText(self.tr("&New membership"))
        self._runner = runner
        self._options = RecordOptions(session)
        self._missions: list[Choice] = []
        self._unread: set[str] = set()  # views that are behind the date or the data
        empty = EmptyState(
            "grid-3x3",
            self.tr("No membership is recorded yet"),
            self.tr("A body joins a service for chosen missions, by a vote of its own council."),
        )
        empty.add_action(self.tr("Enter a first membership"), "memberships_first").clicked.connect(
            self.start_new
        )
        listed = RecordListView(
            "memberships",
            membership_columns(),
            self._source,
            on=session.today,
            search=self.tr("Body or service"),
            filters=membership_filters(self._options),
            empty=empty,
        )
        self._panel = RecordPanel(membership_spec(self._missions), session)
        tabs = RecordTabs("membership", ((self.tr("Memberships"), self._panel),))
        self._entry = NewMembershipForm(self._options, session)
        self._entry.recorded.connect(self._on_recorded)
        self.matrix = MatrixView(session)
        self._overview = QStackedWidget()
        for part in (self.matrix, listed):
            self._overview.addWidget(part)
        self._files = MatrixFiles(session, runner, self)
        self._switch = self._make_switch()
        self.compose(listed, tabs, self._entry.form, self._entry, self._overview)
        self.matrix.shown.connect(self._on_matrix_shown)
        self.matrix.recorded.connect(self._on_matrix_recorded)
        self.matrix.unsaved_changed.connect(self.unsaved_changed)
        self.matrix.link_requested.connect(self.link_requested)
        self._files.written.connect(self._on_written)
        self._files.refused.connect(self.report_refusal)
        self.show_as(MATRIX)

    def refresh(self, on: date) -> None:
        """Read again for a date."""
        self._options.forget(on)
        self._unread = {MATRIX, LIST}
        if self.in_matrix:
            self.on = on  # the list is read when it is shown
        else:
            super().refresh(on)
            self._unread.discard(LIST)
        self._read_what_is_shown()

    def _read_what_is_shown(self) -> None:
        """Read the view shown, unless it was read since the date or the data changed."""
        if self.in_matrix and MATRIX in self._unread:
            self._unread.discard(MATRIX)
            self.matrix.refresh(self.on)
        elif self.in_list and not self.in_matrix and LIST in self._unread:
            self._unread.discard(LIST)
            self.listed.refresh(self.on)

    @property
    def in_matrix(self) -> bool:
        """Tell whether the matrix is shown."""
        return self.in_list and self._overview.currentWidget() is self.matrix

    def show_as(self, what: str) -> None:
        """Show the matrix or the list."""
        if not self.may_leave():
            what = MATRIX  # what is being entered there is kept
        self._overview.setCurrentWidget(self.matrix if what == MATRIX else self.listed)
        for name, button in self._switch.items():
            button.setChecked(name == what)
        self.show_head()

    def commands(self) -> Handlers:
        """What can be done with what is shown."""
        if self.in_matrix:
            return {**self.matrix.commands(), "print": self.print_out}
        return super().commands()

    def may_leave(self) -> bool:
        """Tell whether the page can be left; asks about what is not saved."""
        return self.matrix.may_leave() if self.in_matrix else super().may_leave()

    @property
    def unsaved(self) -> int:
        """How many records are being entered."""
        return super().unsaved + self.matrix.unsaved

    def take_focus(self) -> None:
        """Give the focus to what is shown."""
        if self.in_matrix:
            self.matrix.take_focus()
        else:
            super().take_focus()

    def open_row(self, row: object) -> None:
        """Open all memberships of the body in the service, with the cursor on this one."""
        if isinstance(row, MembershipRow):
            self.follow(Link(Kind.MEMBERSHIP, row.key))

    def count_words(self, count: int) -> str:
        """How many memberships."""
        return self.tr("%n membership(s)", "", count)

    def show_head(self) -> None:
        """Show the switch in both views, and what gives the matrix out beside it."""
        super().show_head()
        self._read_what_is_shown()
        for button in self._switch.values():
            button.setVisible(self.in_list)
        for button in (self._export, self._print):
            button.setVisible(self.in_matrix)
        if self.in_matrix:
            self.add.hide()  # a membership is entered from its cell
            self._on_matrix_shown()

    def show_count(self, count: int) -> None:
        """Say how many memberships, or how many have joined."""
        super().show_count(count)
        if self.in_matrix:
            self.add.hide()
            self._on_matrix_shown()

    def follow(self, link: Link) -> None:
        """Show memberships of one body in one service, or enter a new one."""
        if link.act is LinkAct.NEW:
            service, siren = (*map(str, link.key), "", "")[:2]
            self._start_new_of(service, siren)
        else:
            super().follow(link)

    def owner_key(self, ref: RecordRef) -> str:
        """Service and body."""
        return owner_of(str(ref.key[0]), str(ref.key[1]))

    def show_record(self) -> bool:
        """Read the memberships of the body in the service."""
        service, siren = split_owner(self.key)
        found = queries.service_record(self.session, service)
        stored = [each for each in found.of(Membership) if each.fact.siren == siren]
        if not stored:
            return False
        self._missions[:] = self._options.missions(service)
        mission_boxes(self._panel.form).set_choices(self._missions)
        self._panel.show_records(self.key, stored, self.on, self._options.base)
        self.set_title(self._options.body(siren))
        self.set_facts(typographic(self._options.base.service_name(service)))
        self.set_chips([_standing_chip(stored, self.on, len(self._missions))])
        return True

    def start_new(self) -> None:
        """Enter a new membership."""
        self._start_new_of()

    def export(self) -> None:
        """Ask for a file and write the matrix as it stands."""
        if self.matrix.matrix is not None:
            self._files.export(self.matrix.matrix)

    def print_out(self) -> None:
        """Ask for a file and print the matrix as it stands."""
        if self.matrix.matrix is not None:
            self._files.print_out(self.matrix.matrix)

    # ----------------------------------------------------------------------------------------------

    def _make_switch(self) -> dict[str, ActionButton]:
        """The two-way switch, and the buttons that give the matrix out."""
        self._export = self.buttons.add(self.tr("E&xport…"), "export", QUIET, "download")
        self._print = self.buttons.add(self.tr("&Print…"), "print", QUIET, "printer")
        switch = {
            MATRIX: self.buttons.add(self.tr("&Matrix"), "as_matrix", QUIET, "grid-3x3"),
            LIST: self.buttons.add(self.tr("L&ist"), "as_list", QUIET, "table-2"),
        }
        self._export.clicked.connect(self.export)
        self._print.clicked.connect(self.print_out)
        for name, button in switch.items():
            button.setCheckable(True)
            button.clicked.connect(weak_slot(self.show_as, name))
        return switch

    def _on_matrix_shown(self) -> None:
        """Say in the heading how many have joined, of the whole agglomeration."""
        shown, whole = self.matrix.matrix, self.matrix.whole
        if not self.in_matrix or shown is None or whole is None:
            return
        for button in (self._export, self._print):
            button.setEnabled(bool(shown.bodies and shown.services))
        of = len(whole.bodies)
        if all(each.kind is BodyKind.COMMUNE for each in whole.bodies):
            words = self.tr("%n commune(s) of {of}", "", whole.joined)
        else:
            words = self.tr("%n body(ies) of {of}", "", whole.joined)
        parts = [words.format(of=of)]
        if len(shown.bodies) != of:
            parts.append(self.tr("%n shown", "", len(shown.bodies)))
        running = sum(each.running for each in whole.services)
        parts.append(self.tr("%n service(s) running", "", running))
        coming = len(whole.services) - running
        if coming:
            parts.append(self.tr("%n service(s) to come", "", coming))
        self.set_facts(" · ".join(parts))

    def _on_matrix_recorded(self, judged: Any) -> None:  # noqa: ANN401 - from a signal
        self.report_changed(judged)
        warned = about(judged.warnings, judged.changes)
        if warned:
            self.band.show_message(in_words(warned, self._options.base), "warn")
        else:
            self.band.clear()

    def _on_written(self, path: Path, bodies: int) -> None:
        words = self.tr("%n line(s) written to {file}, situation on {day}.", "", bodies)
        self.band.show_message(words.format(file=path.name, day=short_date(self.on)), "ok")

    def _source(self, query: ListQuery) -> ListSource[MembershipRow]:
        return queries.memberships(self.session, query)

    def _start_new_of(self, service: str = "", siren: str = "") -> None:
        if not self.may_leave():
            return
        self.key = ""
        body = siren or self._chosen("siren")
        self._entry.begin(service or self._chosen("service"), body, self.on)
        self.show_form(self.tr("New membership"))

    def _chosen(self, key: str) -> str:
        """What the list is narrowed to: the new membership is probably for that."""
        in_list = self.in_list and not self.in_matrix
        return self.listed.query.filters.get(key, "") if in_list else ""

    def _on_recorded(self, judged: Any, changes: Any) -> None:  # noqa: ANN401 - from a signal
        fact = changes[-1].after
        self._entry.stop()
        self.key = owner_of(fact.service, fact.siren)
        self.report_changed(judged)
        self.show_tabs()
        self._panel.select_key(fact.key)
        self._panel.show_warnings(judged)


def _standing_chip(stored: list[Stored[Membership]], on: date, missions: int) -> Chip:
    """How a body stands in a service on a date; `missions` is how many the service has."""
    standing = standing_on([each.fact for each in stored], on)
    state, words = MembershipState.NONE, ""
    if standing is not None:
        state = standing.state_on(on, missions)
    if standing is not None and state is MembershipState.DECIDED:
        decided = QCoreApplication.translate("MembershipsPage", "decided, from {day}")
        words = decided.format(day=short_date(standing.period.start))
    return Chip(words or state_in_words(state), *SIGNS[state])
