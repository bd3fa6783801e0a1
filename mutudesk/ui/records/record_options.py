"""What the forms of the record pages offer to choose from, found without accents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.bodies import BodyKind
from mutudesk.domain.codes import fold
from mutudesk.domain.searching import Search
from mutudesk.language.messages import choice_label
from mutudesk.language.typography import siren_groups, typographic
from mutudesk.ui.widgets.choice_field import Choice
from mutudesk.ui.widgets.type_ahead import Option
from mutudesk.ui.words.common import capitalized, name_on, window_language
from mutudesk.usecases.queries import bodies_and_services

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from mutudesk.domain.fact_base import FactBase
    from mutudesk.usecases.session import Session


class RecordOptions:
    """Bodies, services and missions as they are recorded; read again after `forget`.

    Names of bodies are those of the date `on`.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._base: FactBase | None = None
        self.on = session.today

    def today(self) -> date:
        """The day of the office: what "=" means in a date."""
        return self._session.today

    @property
    def base(self) -> FactBase:
        """Bodies and services."""
        if self._base is None:
            self._base = bodies_and_services(self._session)
        return self._base

    def forget(self, on: date) -> None:
        """Read again when asked next, with the names of a date."""
        self._base, self.on = None, on

    def body(self, siren: str) -> str:
        """The name of a body on the date."""
        return name_on(self.base, siren, self.on)

    def bodies(self, text: str) -> list[Option]:
        """Bodies by name or SIREN; the agglomeration first."""
        return self._bodies(text, tuple(BodyKind))

    def epcis(self, text: str) -> list[Option]:
        """Intercommunal bodies."""
        return self._bodies(text, (BodyKind.EPCI,))

    def services(self, text: str) -> list[Option]:
        """Shared services by name or code."""
        wanted = Search(text)
        found = [
            Option(service.code, typographic(service.name), service.code)
            for service in self.base.services.values()
            if wanted.finds(service.name, service.code)
        ]
        return sorted(found, key=lambda option: fold(option.title))

    def service_choices(self) -> list[Choice]:
        """The services as choices of a filter."""
        return [Choice(option.value, option.title) for option in self.services("")]

    def missions(self, service: str) -> list[Choice]:
        """The missions of a service as boxes to tick."""
        missions = self.base.missions.get(service, {}).values()
        ordered = sorted(missions, key=lambda mission: fold(mission.label or mission.code))
        return [Choice(each.code, typographic(each.label or each.code)) for each in ordered]

    def departements(self) -> list[Choice]:
        """The départements that bodies of the register have."""
        found = {body.departement for body in self.base.bodies.values() if body.departement}
        return [Choice(each, each) for each in sorted(found)]

    def _bodies(self, text: str, kinds: Collection[BodyKind]) -> list[Option]:
        wanted, digits = fold(text), fold(text).replace(" ", "")
        base, found, search = self.base, [], Search(text)
        for siren, body in base.bodies.items():
            if body.kind not in kinds:
                continue
            names = [each.name for each in base.identities.get(siren, ())]
            if search.finds(*names) or (digits and siren.startswith(digits)):
                form = capitalized(choice_label(body.kind, window_language()))
                subtitle = f"{form} · SIREN {siren_groups(siren)}"
                found.append(Option(siren, self.body(siren), subtitle))
        return sorted(
            found,
            key=lambda option: (
                option.value != base.epci_siren,
                not fold(option.title).startswith(wanted),
                fold(option.title),
            ),
        )
