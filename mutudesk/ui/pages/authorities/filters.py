"""The filters above « Qui commande qui ? »: service, its missions, commune, vacancies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mutudesk.domain.listings import ListQuery
from mutudesk.domain.services import Mission
from mutudesk.language.typography import siren_groups, typographic
from mutudesk.ui.records.list_filters import ListFilter, all_or
from mutudesk.ui.widgets.choice_field import CheckField, Choice, ChoiceField
from mutudesk.ui.widgets.type_ahead import Option, RelationField
from mutudesk.ui.words.common import body_name
from mutudesk.usecases import queries

if TYPE_CHECKING:
    from datetime import date

    from mutudesk.domain.listings import ServiceRow
    from mutudesk.usecases.session import Session

_SERVICES = 1000
_PROPOSED = 60  # bodies proposed while one types


class AuthorityFilters(QObject):
    """Makes the fields and keeps their choices as they are on the date."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._on: date | None = None
        self._rows: dict[str, ServiceRow] = {}
        self.service = ChoiceField("authorities_service", self._services())
        self.commune = RelationField("authorities_commune", self._bodies)
        self.commune.setPlaceholderText(self.tr("All beneficiaries"))
        self.mission = ChoiceField("authorities_mission", self._missions(None))
        self.vacant = CheckField("authorities_vacant", self.tr("&Vacancies only"))
        for field in (self.service, self.mission):
            field.write(None)
        self.service.edited.connect(self._on_service_edited)

    def fields(self) -> tuple[ListFilter, ...]:
        """In the order of the row."""
        return (
            ListFilter("service", self.service, self.tr("Service"), 178),
            ListFilter("mission", self.mission, self.tr("Mission of the service"), 178),
            ListFilter("commune", self.commune, self.tr("Beneficiary"), 178),
            ListFilter("vacant", self.vacant, self.tr("Vacancies only"), 0),
        )

    def refresh(self, on: date) -> None:
        """Offer what is there on a date; what is chosen stays."""
        self._on = on
        found = queries.services(self._session, ListQuery(on)).first(_SERVICES)
        self._rows = {row.code: row for row in found}
        self.service.set_choices(self._services())
        self.show_missions()

    def show_missions(self) -> None:
        """Offer the missions of the service chosen."""
        self.mission.set_choices(self._missions(self.service_row))
        if self.mission.currentIndex() < 0:
            self.mission.write(None)
        self.mission.setEnabled(self.service_row is not None)

    @property
    def service_row(self) -> ServiceRow | None:
        """The service chosen, as it is on the date; None for all."""
        return self._rows.get(str(self.service.read()))

    def _services(self) -> tuple[Choice, ...]:
        rows = self._rows.values()
        choices = [Choice(row.code, typographic(row.name)) for row in rows]
        return all_or(self.tr("All services"), choices)

    def _missions(self, service: ServiceRow | None) -> tuple[Choice, ...]:
        missions: list[Choice] = []
        if service is not None:
            stored = queries.service_record(self._session, service.code).of(Mission)
            facts = sorted((each.fact for each in stored), key=lambda fact: fact.label)
            missions = [Choice(fact.code, typographic(fact.label)) for fact in facts]
        return all_or(self.tr("All missions"), missions)

    def _bodies(self, words: str) -> list[Option]:
        if self._on is None:
            return []
        rows = queries.bodies(self._session, ListQuery(self._on, words)).first(_PROPOSED)
        return [Option(row.siren, body_name(row.name), siren_groups(row.siren)) for row in rows]

    def _on_service_edited(self) -> None:
        self.mission.write(None)
        self.show_missions()
