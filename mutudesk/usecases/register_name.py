"""Whose register this is, as the window's heading says it on a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.records import Kind
from mutudesk.domain.services import SharedService
from mutudesk.usecases.queries import body_record

if TYPE_CHECKING:
    from datetime import date

    from mutudesk.usecases.session import Session

# What every invented name of the demonstration ends with.
INVENTED = "(exemple)"


def register_name(session: Session, on: date) -> str:
    """The name of the agglomeration on a date; empty where none is recorded for that day."""
    with session.register.read() as reading:
        siren = reading.epci_siren()
    return body_record(session, siren).base.known_name(siren, on)


def is_demonstration(session: Session) -> bool:
    """Tell whether the register is the demonstration, whose persons are invented."""
    with session.register.read() as reading:
        services = [each.fact for each in reading.facts((Kind.SERVICE,))]
    return any(isinstance(each, SharedService) and INVENTED in each.name for each in services)
