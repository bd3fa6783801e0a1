"""*Services communs*: the list, and a service with all that is recorded of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from mutudesk.domain.listings import ServiceRow
from mutudesk.domain.records import Kind, Owner, kinds_of
from mutudesk.domain.services import (
    LegalGround,
    ManagingPeriod,
    Mission,
    Origin,
    ServiceTerms,
    SharedService,
)
from mutudesk.language.messages import choice_label
from mutudesk.language.typography import short_date, typographic
from mutudesk.ui.link import Link, LinkAct
from mutudesk.ui.pages.services.facts import managing_spec, mission_spec, origin_spec, terms_spec
from mutudesk.ui.pages.services.form import (
    first_manager_of,
    placed_in_service_form,
    service_form,
    service_of,
    start_new_service,
    start_service,
    typed_missions,
)
from mutudesk.ui.pages.services.listing import service_columns, service_filters
from mutudesk.ui.pages.services.terms_entry import TermsEntry
from mutudesk.ui.records.deleting import delete_opened
from mutudesk.ui.records.list_view import RecordListView
from mutudesk.ui.records.page import RegisterPage
from mutudesk.ui.records.reason import WhyPart
from mutudesk.ui.records.record_options import RecordOptions
from mutudesk.ui.records.record_panel import RecordPanel
from mutudesk.ui.records.saving import save_entered
from mutudesk.ui.records.tabs import RecordTabs
from mutudesk.ui.widgets.chip import Chip
from mutudesk.ui.widgets.empty_state import EmptyState
from mutudesk.ui.words.common import capitalized, window_language
from mutudesk.usecases import queries
from mutudesk.usecases.acts.services import (
    correct_service,
    create_service,
    delete_service,
    missions_of,
)

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.listings import ListQuery, ListSource, MembershipRow
    from mutudesk.ui.qt.jobs import JobRunner
    from mutudesk.ui.records.embedded import OwnedRows
    from mutudesk.usecases.session import Session


_ROOM_OF_CLAUSES = 1400  # pixels of the design


class ServicesPage(RegisterPage):
    """Records are opened by their code."""

    reads = frozenset(
        (*kinds_of(Owner.BODY), *kinds_of(Owner.SERVICE), Kind.REGISTER, Kind.ASSIGNMENT)
    )

    def __init__(
        self,
        session: Session,
        runner: JobRunner,
        memberships: OwnedRows,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("services", "", session, parent)
        self.set_list_title(self.tr("Shared services"))
        self.add.setText(self.tr("&New service"))
        self._runner = runner
        self._options = RecordOptions(session)
        self._record: queries.Record | None = None
        listed = RecordListView(
            "services",
            service_columns(),
            self._source,
            on=session.today,
            search=self.tr("Name or code"),
            filters=service_filters(),
            empty=self._empty_state(),
        )
        self._managing = RecordPanel(managing_spec(self._options), session)
        self._missions = RecordPanel(mission_spec(), session)
        spec = terms_spec()
        self._clauses = TermsEntry(spec, session)
        self._terms = RecordPanel(spec, session, form=self._clauses)
        self._terms.entering_needs = _ROOM_OF_CLAUSES
        self._origins = RecordPanel(origin_spec(self._options), session)
        self._memberships = memberships
        tabs = RecordTabs(
            "service",
            (
                (self.tr("Management"), self._managing),
                (self.tr("Missions"), self._missions),
                (self.tr("Clauses"), self._terms),
                (self.tr("Origins"), self._origins),
                (self.tr("Memberships"), self._memberships),
            ),
        )
        form = service_form(self._options)
        self._reason = WhyPart(form, "service")
        form.save_requested.connect(self._on_save)
        self._memberships.opened.connect(self._on_membership_opened)
        self._memberships.new_requested.connect(self._on_membership_requested)
        self.compose(listed, tabs, form)

    def refresh(self, on: date) -> None:
        """Read again for a date."""
        self._options.forget(on)
        self._clauses.on = on
        super().refresh(on)

    def key_of(self, row: object) -> str:
        """The code."""
        return row.code if isinstance(row, ServiceRow) else ""

    def count_words(self, count: int) -> str:
        """How many services."""
        return self.tr("%n service(s)", "", count)

    def show_record(self) -> bool:
        """Read the service and show its facts."""
        found = queries.service_record(self.session, self.key)
        service = found.base.services.get(self.key)
        if service is None:
            return False
        self._record = found
        code, on, base = self.key, self.on, found.base
        self._managing.show_records(code, self._of(ManagingPeriod), on, base)
        self._missions.show_records(code, self._of(Mission), on, base)
        self._terms.show_records(code, self._of(ServiceTerms), on, base)
        self._origins.show_records(code, self._of(Origin), on, base)
        self._memberships.show_of(code, on)
        self._show_head(service)
        return True

    def start_new(self) -> None:
        """Enter a new service."""
        if not self.may_leave():
            return
        self.key = ""
        self._reason.watch()
        start_new_service(self.form, self._options, self.on)
        self.show_form(self.tr("New shared service"))

    def start_edit(self) -> None:
        """Correct code, name and ground."""
        if self._record is None or not self.may_leave():
            return
        service = self._record.base.services[self.key]
        self._reason.watch(name=service.name)
        start_service(self.form, service)
        self.show_form(self.tr("Correct the service"))

    def start_remove(self) -> None:
        """Delete the service with managers, missions and terms; refused while others depend."""
        found = self._record
        if found is None or not self.may_leave():
            return
        name = typographic(found.base.service_name(self.key))
        delete_opened(self, name, delete_service(found, self.key), self._options.base)

    # ----------------------------------------------------------------------------------------------

    def _empty_state(self) -> EmptyState:
        empty = EmptyState(
            "layers",
            self.tr("No shared service is recorded yet"),
            self.tr("A service has a managing body, missions, and the bodies that join it."),
        )
        empty.add_action(self.tr("Enter a first service"), "services_first").clicked.connect(
            self.start_new
        )
        return empty

    def _source(self, query: ListQuery) -> ListSource[ServiceRow]:
        return queries.services(self.session, query)

    def _of(self, fact_type: Any) -> list[Any]:  # noqa: ANN401 - of a record
        return self._record.owned(fact_type, self.key) if self._record is not None else []

    def _show_head(self, service: SharedService) -> None:
        self.set_title(typographic(service.name))
        ground = capitalized(choice_label(service.ground, window_language()).split(" (")[0])
        facts = [service.code, ground]
        if service.ground is not LegalGround.OTHER:
            facts.append(f"L.{service.ground.value[1:]}")
        self.set_facts(" · ".join(facts))
        periods = [each.fact.period for each in self._of(ManagingPeriod)]
        chips = []
        if not any(period.holds(self.on) for period in periods):
            opens = min((period.start for period in periods), default=self.on)
            if opens > self.on:
                words = self.tr("opens on {day}").format(day=short_date(opens))
                chips.append(Chip(words, "decided", "circle-dashed"))
            else:
                chips.append(Chip(self.tr("not running on this date"), "plain", "circle-minus"))
        self.set_chips(chips)

    def _on_save(self, values: Any) -> None:  # noqa: ANN401 - from a signal
        changes = partial(self._changes, values)
        save_entered(self, values["code"], changes, placed_in_service_form, self._reason.why)

    def _changes(self, values: Any) -> tuple[list[AnyChange], str]:  # noqa: ANN401 - of a form
        service = service_of(values)
        if not self.key or self._record is None:
            missions = missions_of(service.code, typed_missions(self.form))
            return create_service(service, first_manager_of(service, values), missions), "create"
        return correct_service(self._record, self.key, service), "correct"

    def _on_membership_opened(self, row: MembershipRow) -> None:
        self.link_requested.emit(Link(Kind.MEMBERSHIP, row.key))

    def _on_membership_requested(self) -> None:
        self.link_requested.emit(Link(Kind.MEMBERSHIP, (self.key, ""), LinkAct.NEW))
