"""The matrix of memberships on a date: four statements, however many cells it has."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from mutudesk.domain.bodies import BodyKind
from mutudesk.domain.codes import fold
from mutudesk.domain.matrix import Matrix, MatrixBody, MatrixService, cell_of
from mutudesk.domain.period import Period
from mutudesk.domain.records import Kind
from mutudesk.storage.mappings import MAPPINGS
from mutudesk.storage.queries.bodies import all_bodies
from mutudesk.storage.queries.membership_states import membership_of
from mutudesk.storage.tables import (
    ManagingPeriodTable,
    MissionTable,
    SharedServiceTable,
)

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from mutudesk.domain.listings import BodyRow
    from mutudesk.domain.services import Membership


def matrix_on(connection: Connection, epci_siren: str, on: date) -> Matrix:
    """Member communes and bodies that ever joined, by the services that are not over."""
    memberships = _memberships(connection)
    joined = {siren for siren, _service in memberships}
    bodies = [
        _body(row)
        for row in all_bodies(connection, on)
        if row.siren != epci_siren and (row.is_member or row.siren in joined)
    ]
    bodies.sort(key=lambda each: (not each.name, fold(each.name), each.siren))
    services = _services(connection, on)
    members = {each.siren: each for each in bodies}
    cells = {}
    held = set()
    by_code = {each.code: each for each in services}
    for (siren, code), each in memberships.items():
        body, service = members.get(siren), by_code[code]
        if body is None:  # the agglomeration in its own service
            continue
        belongs = body.is_member or body.kind is not BodyKind.COMMUNE
        cell = cell_of(each, on, service.missions, running=service.running, belongs=belongs)
        cells[siren, code] = cell
        if cell.is_joined:
            held.add(code)
    shown = [each for each in services if each.code in held or _not_over(each, on)]
    return Matrix(on, tuple(bodies), tuple(shown), cells)


def _memberships(connection: Connection) -> dict[tuple[str, str], list[Membership]]:
    """All memberships at once, by body and service."""
    found: dict[tuple[str, str], list[Membership]] = defaultdict(list)
    for row in connection.execute(MAPPINGS[Kind.MEMBERSHIP].select):
        membership = membership_of(row)
        found[membership.siren, membership.service].append(membership)
    return dict(found)


def _services(connection: Connection, on: date) -> list[MatrixService]:
    """Every service, the oldest first."""
    managed: dict[int, list[Period]] = defaultdict(list)
    periods = select(
        ManagingPeriodTable.service_id,
        ManagingPeriodTable.valid_from,
        ManagingPeriodTable.valid_until,
    )
    for service_id, first, end in connection.execute(periods):
        managed[service_id].append(Period(first, end))
    missions = (
        select(func.count(MissionTable.id))
        .where(MissionTable.service_id == SharedServiceTable.id)
        .scalar_subquery()
    )
    services = []
    for id_, code, name, count in connection.execute(
        select(SharedServiceTable.id, SharedServiceTable.code, SharedServiceTable.name, missions)
    ):
        running = any(each.holds(on) for each in managed[id_])
        services.append(MatrixService(code, name, count, _life(managed[id_]), running))
    services.sort(key=lambda each: (each.life.start if each.life else on, fold(each.name)))
    return services


def _life(periods: list[Period]) -> Period | None:
    if not periods:
        return None
    first = min(periods, key=lambda each: each.start)
    last = max(periods, key=lambda each: each.stop)
    return Period(first.valid_from, last.valid_until)


def _not_over(service: MatrixService, on: date) -> bool:
    return service.life is None or service.life.stop > on


def _body(row: BodyRow) -> MatrixBody:
    population = row.municipal_population
    return MatrixBody(
        row.siren,
        row.name,
        row.kind,
        row.departement,
        row.total_population if population is None else population,
        row.is_member,
    )
