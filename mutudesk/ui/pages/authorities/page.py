"""The page « Qui commande qui ? »: every mission share of the date with both authorities."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from mutudesk.domain.findings import RefusedError
from mutudesk.domain.listings import AuthorityRow, ListQuery
from mutudesk.domain.records import Kind
from mutudesk.language.typography import short_date, typographic
from mutudesk.ui.link import Link, Place
from mutudesk.ui.look.current import current_look
from mutudesk.ui.pages.authorities.columns import authority_columns
from mutudesk.ui.pages.authorities.filters import AuthorityFilters
from mutudesk.ui.pages.authorities.foot import AuthoritiesFoot
from mutudesk.ui.pages.authorities.why import WhyDialog
from mutudesk.ui.qt.nesting import nest
from mutudesk.ui.records.list_view import RecordListView
from mutudesk.ui.widgets.buttons import QUIET, ActionButton
from mutudesk.ui.widgets.chip import Chip
from mutudesk.ui.widgets.empty_state import EmptyState
from mutudesk.ui.widgets.message_band import MessageBand
from mutudesk.ui.widgets.page import Page
from mutudesk.ui.words.common import BETWEEN, day_in_words, sentences_for
from mutudesk.usecases import authorities, queries

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from mutudesk.ui.commands import Handlers
    from mutudesk.ui.qt.jobs import JobRunner
    from mutudesk.usecases.authorities import Figures
    from mutudesk.usecases.session import Session

COUNTED_AT_ONCE = 20_000  # shares; longer lists are counted beside the window
_GO, _CLOSE = "go", "close"


class AuthoritiesPage(Page):
    """Lists the authorities of the date, says why, exports what is listed."""

    reads = frozenset(Kind) - {Kind.POPULATION, Kind.EPCI_MEMBERSHIP, Kind.TERMS, Kind.ORIGIN}

    def __init__(self, session: Session, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__("authorities", "", parent)
        self.set_title(self.tr("Who commands whom?"))
        self._session, self._runner = session, runner
        self._on = session.today
        self._next: date | None = None
        self._figures_of: ListQuery | None = None
        self._export = ActionButton(
            self.tr("E&xport…"), "authorities_export", kind=QUIET, icon="download"
        )
        self.add_action(self._export)
        self._filters = AuthorityFilters(session, self)
        self._empty = EmptyState("network", "")
        self._go_empty = self._empty.add_action(self.tr("See on &that date"), "authorities_go")
        self._agents = self._empty.add_action(self.tr("&Open the agents"), "authorities_agents")
        self._list = RecordListView(
            "authorities",
            authority_columns(),
            partial(queries.authorities, session),
            on=session.today,
            search=self.tr("Agent"),
            filters=self._filters.fields(),
            empty=self._empty,
        )
        self._go_unmatched, self._unmatched = self._extend_unmatched()
        self._band = MessageBand("authorities_band")
        self._foot = AuthoritiesFoot()
        self._compose()
        self._connect()
        self.apply_style()

    # What the window asks -------------------------------------------------------------------------

    def refresh(self, on: date) -> None:
        """Read the list again for a date."""
        self._on = on
        self._band.clear()
        self._filters.refresh(on)
        self._list.refresh(on)

    def commands(self) -> Handlers:
        """Filter, and ask why."""
        return {**self._list.commands(), "why": self.explain}

    def follow(self, link: Link) -> None:
        """Show the lines of one agent."""
        if not link.key:
            return
        self._list.clear_filters()
        self._list.search.setText(str(link.key[0]))
        self._list.reload()
        self._list.take_focus()

    def take_focus(self) -> None:
        """Give the focus to the list."""
        self._list.take_focus()

    def apply_style(self) -> None:
        """Margins of the look."""
        super().apply_style()
        if hasattr(self, "_band_row"):
            look = current_look()
            self._band_row.setContentsMargins(look.px(20), 0, look.px(16), 0)

    # ----------------------------------------------------------------------------------------------

    def _extend_unmatched(self) -> tuple[ActionButton, EmptyState]:
        """The list's own words for "nothing matches" also offer a date on which something does."""
        found: EmptyState | None = self._list.findChild(EmptyState, "authorities_unmatched")
        if found is None:
            raise RuntimeError("the list has no state for nothing found")
        return found.add_action(self.tr("See on &that date"), "authorities_go_filtered"), found

    def _compose(self) -> None:
        self._band_row = QHBoxLayout()
        self._band_row.addWidget(self._band)
        nest(self.body, self._band_row)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self._foot)

    def _connect(self) -> None:
        self._list.counted.connect(self._on_counted)
        self._list.opened.connect(self._on_opened)
        self._list.current_changed.connect(self._foot.show_row)
        self._foot.why_requested.connect(self.explain)
        self._foot.body_requested.connect(self._on_body_requested)
        self._export.clicked.connect(self.export)
        for button in (self._go_empty, self._go_unmatched):
            button.clicked.connect(self._on_go)
        self._agents.clicked.connect(self._on_agents_requested)
        self._band.action_requested.connect(self._on_band_requested)

    def _on_opened(self, row: object) -> None:
        if isinstance(row, AuthorityRow):
            self.link_requested.emit(Link(Kind.AGENT, (row.matricule,)))

    def _on_body_requested(self, siren: str) -> None:
        self.link_requested.emit(Link(Kind.BODY, (siren,)))

    def _on_agents_requested(self) -> None:
        self.link_requested.emit(Link(Place.AGENTS))

    def _on_go(self) -> None:
        if self._next is not None:
            self.date_requested.emit(self._next)

    # Counts ---------------------------------------------------------------------------------------

    def _on_counted(self, count: int) -> None:
        query = self._list.query
        self._figures_of = query
        self._export.setEnabled(count > 0)
        self.set_chips(())
        self.set_facts(self.tr("%n mission share(s)", "", count) if count else "")
        self._foot.setVisible(count > 0)
        if not count:
            self._foot.show_row(None)
            self._explain_nothing(query)
        elif count <= COUNTED_AT_ONCE:
            self._show_figures(query, authorities.figures(self._session, query))
        else:
            self._count_beside(query)

    def _count_beside(self, query: ListQuery) -> None:
        session = self._session

        def work() -> tuple[ListQuery, Figures]:
            return query, authorities.figures(session, query)

        self._runner.run(work, self._on_figures, self._report_refusal, label=self.tr("Counting"))

    def _on_figures(self, done: tuple[ListQuery, Figures]) -> None:
        self._show_figures(*done)

    def _show_figures(self, query: ListQuery, found: Figures) -> None:
        if query != self._figures_of:
            return  # the list was asked for again meanwhile
        agents = self.tr("%n agent(s)", "", found.agents)
        shares = self.tr("%n mission share(s)", "", self._list.count)
        self.set_facts(f"{agents}{BETWEEN}{shares}")
        if found.vacant:
            words = self.tr("%n vacant mandate(s)", "", found.vacant)
            self.set_chips((Chip(words, "warn", "alert-triangle"),))

    # Nothing to show ------------------------------------------------------------------------------

    def _explain_nothing(self, query: ListQuery) -> None:
        """Say why the list is empty, and when it will not be."""
        self._next = authorities.next_day_with_shares(self._session, query)
        service = self._filters.service_row
        opens = service.life.valid_from if service is not None and service.life else None
        if service is not None and not service.running and opens is not None and opens > query.on:
            self._next = opens
            words = self.tr("{service} opens on {day}.")
            text = words.format(service=typographic(service.name), day=day_in_words(opens))
        elif self._next is not None:
            words = self.tr("The next one begins on {day}.")
            text = words.format(day=day_in_words(self._next))
        else:
            text = self.tr("Assign an agent to a service and share out his missions.")
        title = self.tr("No mission share is in force on {day}.").format(day=day_in_words(query.on))
        narrowed = bool(query.search or query.filters)
        if not narrowed:
            self._empty.set_words(title, text)
        elif self._next is not None and not query.filters.get("vacant"):
            self._unmatched.set_words(self.tr("Nothing matches on this date."), text)
        self._go_empty.setVisible(self._next is not None)
        later = self._next is not None and not query.filters.get("vacant")
        self._go_unmatched.setVisible(later)

    # Why, and export ------------------------------------------------------------------------------

    def explain(self) -> None:
        """Open *Pourquoi ?* for the line under the cursor."""
        row = self._list.table.current_row
        if not isinstance(row, AuthorityRow):
            return
        try:
            why = authorities.explain(self._session, row, self._on)
        except RefusedError as problem:
            self._report_refusal(problem)
            return
        dialog = WhyDialog(why, self)
        dialog.link_requested.connect(self.link_requested)
        dialog.open()

    def export(self) -> None:
        """Ask for a file and write what is listed."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = self.tr("authorities-{day}.csv").format(day=self._on.isoformat())
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export what is listed"), str(Path(folder) / name), "CSV (*.csv)"
        )
        if not chosen:
            return
        path, session, query = Path(chosen), self._session, self._list.query

        def work() -> tuple[Path, int]:
            from mutudesk.usecases.authority_exporting import export_authorities

            return path, export_authorities(session, query, path)

        self._runner.run(work, self._on_exported, self._report_refusal, label=self.tr("Export"))

    def _on_exported(self, done: tuple[Path, int]) -> None:
        path, lines = done
        written = self.tr("%n line(s) written to {file}, situation on {day}.", "", lines)
        text = written.format(file=path.name, day=short_date(self._on))
        self._band.show_message(text, "ok", **{_CLOSE: self.tr("Close")})

    def _report_refusal(self, refused: RefusedError) -> None:
        words = sentences_for(refused.findings)
        self._band.show_message(words, "error", **{_CLOSE: self.tr("Close")})

    def _on_band_requested(self, _action: str) -> None:
        self._band.clear()
