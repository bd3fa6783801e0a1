"""*Communes et organismes*: the list, and a body with all that is recorded of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from mutudesk.domain.authority import head_of
from mutudesk.domain.bodies import EpciMembership, LegalIdentity, Mandate, Population, PublicBody
from mutudesk.domain.listings import BodyRow
from mutudesk.domain.records import Kind, Owner, kinds_of
from mutudesk.language.messages import choice_label
from mutudesk.language.typography import siren_groups, typographic
from mutudesk.ui.link import Link, LinkAct
from mutudesk.ui.pages.bodies.facts import (
    epci_membership_spec,
    identity_spec,
    mandate_spec,
    population_spec,
)
from mutudesk.ui.pages.bodies.form import (
    body_form,
    body_of,
    first_identity_of,
    is_member,
    placed_in_body_form,
    start_body,
    start_new_body,
)
from mutudesk.ui.pages.bodies.listing import body_columns, body_filters
from mutudesk.ui.records.deleting import delete_opened
from mutudesk.ui.records.list_view import RecordListView
from mutudesk.ui.records.page import RegisterPage
from mutudesk.ui.records.record_options import RecordOptions
from mutudesk.ui.records.record_panel import RecordPanel
from mutudesk.ui.records.saving import save_entered
from mutudesk.ui.records.tabs import RecordTabs
from mutudesk.ui.widgets.chip import Chip
from mutudesk.ui.widgets.empty_state import EmptyState
from mutudesk.ui.words.common import capitalized, name_on, quality_in_words, window_language
from mutudesk.usecases import queries
from mutudesk.usecases.acts.bodies import correct_body, create_body, delete_body

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.listings import ListQuery, ListSource, MembershipRow
    from mutudesk.ui.qt.jobs import JobRunner
    from mutudesk.ui.records.embedded import OwnedRows
    from mutudesk.usecases.session import Session


class BodiesPage(RegisterPage):
    """Records are opened by SIREN."""

    reads = frozenset((*kinds_of(Owner.BODY), *kinds_of(Owner.SERVICE), Kind.REGISTER))

    def __init__(
        self,
        session: Session,
        runner: JobRunner,
        memberships: OwnedRows,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("bodies", "", session, parent)
        self.set_list_title(self.tr("Communes and bodies"))
        self._runner = runner
        self._options = RecordOptions(session)
        self._record: queries.Record | None = None
        empty = EmptyState(
            "landmark",
            self.tr("No body is recorded yet"),
            self.tr("Import your lists, or enter a first body with its name and its SIREN."),
        )
        empty.add_action(self.tr("Enter a first body"), "bodies_first").clicked.connect(
            self.start_new
        )
        listed = RecordListView(
            "bodies",
            body_columns(),
            self._source,
            on=session.today,
            search=self.tr("Name, SIREN or INSEE code"),
            filters=body_filters(self._options),
            empty=empty,
        )
        self._identities = RecordPanel(identity_spec(), session)
        self._epci_memberships = RecordPanel(epci_membership_spec(self._options), session)
        self._mandates = RecordPanel(mandate_spec(), session)
        self._populations = RecordPanel(population_spec(), session)
        self._memberships = memberships
        tabs = RecordTabs(
            "body",
            (
                (self.tr("Identities"), self._identities),
                (self.tr("Belonging"), self._epci_memberships),
                (self.tr("Terms of office"), self._mandates),
                (self.tr("Populations"), self._populations),
                (self.tr("Memberships"), self._memberships),
            ),
        )
        form = body_form(self._options.today)
        form.save_requested.connect(self._on_save)
        self._memberships.opened.connect(self._on_membership_opened)
        self._memberships.new_requested.connect(self._on_membership_requested)
        self.compose(listed, tabs, form)

    def refresh(self, on: date) -> None:
        """Read again for a date."""
        self._options.forget(on)
        super().refresh(on)

    def key_of(self, row: object) -> str:
        """The SIREN."""
        return row.siren if isinstance(row, BodyRow) else ""

    def count_words(self, count: int) -> str:
        """How many bodies."""
        return self.tr("%n body(ies)", "", count)

    def show_record(self) -> bool:
        """Read the body and show its facts."""
        found = queries.body_record(self.session, self.key)
        bodies = found.of(PublicBody)
        if not bodies:
            return False
        self._record = found
        siren, on, base = self.key, self.on, found.base
        self._identities.show_records(siren, found.owned(LegalIdentity, siren), on, base)
        self._epci_memberships.show_records(siren, found.owned(EpciMembership, siren), on, base)
        self._mandates.show_records(siren, found.owned(Mandate, siren), on, base)
        self._populations.show_records(siren, found.owned(Population, siren), on, base)
        self._memberships.show_of(siren, on)
        self._show_head(bodies[0].fact)
        return True

    def start_new(self) -> None:
        """Enter a new body."""
        if not self.may_leave():
            return
        self.key = ""
        start_new_body(self.form)
        self.show_form(self.tr("New commune or body"))

    def start_edit(self) -> None:
        """Correct type and codes."""
        if self._record is None or not self.may_leave():
            return
        (stored,) = self._record.of(PublicBody)
        start_body(self.form, stored.fact)
        self.show_form(self.tr("Correct the type and the codes"))

    def start_remove(self) -> None:
        """Delete the body with its identities; refused while other facts depend on it."""
        found = self._record
        if found is None or not self.may_leave():
            return
        name = name_on(found.base, self.key, self.on)
        delete_opened(self, name, delete_body(found, self.key), self._options.base)

    # ----------------------------------------------------------------------------------------------

    def _source(self, query: ListQuery) -> ListSource[BodyRow]:
        return queries.bodies(self.session, query)

    def _show_head(self, body: PublicBody) -> None:
        found = self._record
        if found is None:
            return
        base = found.base
        self.set_title(name_on(base, body.siren, self.on))
        identity = base.identity(body.siren, self.on)
        form = identity.legal_form if identity else choice_label(body.kind, window_language())
        facts = [capitalized(typographic(form)), f"SIREN {siren_groups(body.siren)}"]
        if body.insee_code:
            facts.append(f"Insee {body.insee_code}")
        self.set_facts(" · ".join(facts))
        self.set_chips(self._chips_of(body))

    def _chips_of(self, body: PublicBody) -> list[Chip]:
        if self._record is None:
            return []
        chips = []
        base = self._record.base
        if base.identity(body.siren, self.on) is None:
            chips.append(Chip(self.tr("No identity on this date"), "warn", "alert-triangle"))
        head = head_of(base, body.siren, self.on)
        if head is None:
            chips.append(Chip(self.tr("Office vacant"), "warn", "alert-triangle"))
        elif head.acting:
            words = quality_in_words(head.quality, acting=True)
            chips.append(Chip(words, "warn", "clock"))
        return chips

    def _on_save(self, values: Any) -> None:  # noqa: ANN401 - from a signal
        changes = partial(self._changes, values)
        save_entered(self, values["siren"], changes, placed_in_body_form)

    def _changes(self, values: Any) -> tuple[list[AnyChange], str]:  # noqa: ANN401 - of a form
        body = body_of(values)
        if not self.key or self._record is None:
            epci = self._options.base.epci_siren if is_member(values) else None
            return create_body(body, first_identity_of(body, values), member_of=epci), "create"
        return correct_body(self._record, self.key, body), "correct"

    def _on_membership_opened(self, row: MembershipRow) -> None:
        self.link_requested.emit(Link(Kind.MEMBERSHIP, row.key))

    def _on_membership_requested(self) -> None:
        self.link_requested.emit(Link(Kind.MEMBERSHIP, ("", self.key), LinkAct.NEW))
