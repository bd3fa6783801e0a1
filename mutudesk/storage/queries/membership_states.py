"""How memberships stand on a date, in SQL: for lists and counts, where speed needs it.

The law is `Membership.state_on`; tests/usecases/test_membership_states.py holds these conditions to
it, on every day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import and_, case

from mutudesk.domain.records import Kind
from mutudesk.storage.mappings import MAPPINGS
from mutudesk.storage.queries.paged import in_force
from mutudesk.storage.tables import MembershipTable

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement, Row

    from mutudesk.domain.services import Membership


def membership_of(row: Row[Any]) -> Membership:
    """The membership of a row read by its mapping: the domain tells how it stands."""
    return cast("Membership", MAPPINGS[Kind.MEMBERSHIP].build(row))


def vote_known_on(on: date) -> ColumnElement[date | None]:
    """`Membership.vote_known_on`: the day of the vote, NULL where none was known on the date."""
    return case((MembershipTable.decided_on <= on, MembershipTable.decided_on))


def is_joined(on: date) -> ColumnElement[bool]:
    """The condition of `MembershipState.is_joined`."""
    return and_(in_force(MembershipTable, on), MembershipTable.decided_on <= on)


def is_project(on: date) -> ColumnElement[bool]:
    """The condition of `MembershipState.PROJECT`."""
    return and_(MembershipTable.valid_until > on, vote_known_on(on).is_(None))
