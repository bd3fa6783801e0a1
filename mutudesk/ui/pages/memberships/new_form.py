"""Entering a membership from the page: the missions offered follow the service chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.services import Level, Membership
from mutudesk.ui.pages.memberships.facts import new_membership_spec
from mutudesk.ui.records.entry_form import EntryForm
from mutudesk.ui.records.spec import BEGINS, ActKind
from mutudesk.ui.widgets.choice_field import CheckListField
from mutudesk.usecases import queries

if TYPE_CHECKING:
    from datetime import date

    from mutudesk.domain.records import Stored
    from mutudesk.ui.records.record_options import RecordOptions
    from mutudesk.usecases.session import Session


class NewMembershipForm(EntryForm):
    """Any body, any service."""

    def __init__(self, options: RecordOptions, session: Session) -> None:
        super().__init__(new_membership_spec(options), session)
        self._options = options
        self._service = ""  # whose missions are offered
        self.form.field_edited.connect(self._on_service_edited)

    def begin(self, service: str, siren: str, on: date) -> None:
        """Enter a membership from a day on; "" for a service or body still to be chosen."""
        missions = self._offer_missions(service)
        values: dict[str, object] = {
            "level": Level.USER,
            BEGINS: on,
            "siren": siren or None,
            "service": service or None,
            "missions": missions,
        }
        self.start(ActKind.NEW, "", None, values, self._stored_of(service))

    # ----------------------------------------------------------------------------------------------

    def _offer_missions(self, service: str) -> frozenset[object]:
        """All missions of the service, all ticked: what is not voted is taken away."""
        self._service = service
        missions = self._options.missions(service)
        ticked = frozenset(each.value for each in missions)
        boxes = mission_boxes(self)
        boxes.set_choices(missions)
        boxes.write(ticked)
        return ticked

    def _stored_of(self, service: str) -> list[Stored[Membership]]:
        return queries.service_record(self._session, service).of(Membership) if service else []

    def _on_service_edited(self, name: str) -> None:
        service = str(self.form.values().get("service") or "")
        if name == "service" and service != self._service:
            self._offer_missions(service)
            self.point_at(self._stored_of(service))


def mission_boxes(entry: EntryForm) -> CheckListField:
    """The boxes of the missions in a form of memberships."""
    widget = entry.form.field("missions").widget
    if not isinstance(widget, CheckListField):
        raise TypeError(type(widget).__name__)
    return widget
