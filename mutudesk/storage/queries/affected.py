"""What an act affects beyond the records it touches, looked up without reading all of them.

The law of `commanding_agents` is `domain.commanding.over_agents`;
tests/usecases/test_affected.py holds the statement to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, func, not_, or_, select

from mutudesk.domain.codes import fold
from mutudesk.domain.lookalikes import likeness
from mutudesk.domain.period import Period, uncovered
from mutudesk.domain.persons import listed_name
from mutudesk.storage.mappings import Keyed
from mutudesk.storage.queries.planned_shares import on_project, projects_in
from mutudesk.storage.tables import (
    AgentTable,
    AssignmentTable,
    ManagingPeriodTable,
    MembershipTable,
    MissionShareTable,
    PositionTable,
    PublicBodyTable,
    SharedServiceTable,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import date

    from sqlalchemy import Connection, ScalarSelect, Select

    from mutudesk.domain.agents import Agent
    from mutudesk.domain.commanding import Commanding


_NAMES = Keyed(select(AgentTable.name_fold), AgentTable.matricule)
_NAMED = Keyed(select(AgentTable.name_fold, AgentTable.matricule), AgentTable.name_fold)

_NOT_ASCII = "*[^ -~]*"
_NUMBERED = Keyed(select(AgentTable.matricule), func.lower(AgentTable.matricule))
_NUMBERED_OTHERWISE = select(AgentTable.matricule).where(
    AgentTable.matricule.op("GLOB")(_NOT_ASCII)
)
_CODED = Keyed(select(SharedServiceTable.code), func.lower(SharedServiceTable.code))
_CODED_OTHERWISE = select(SharedServiceTable.code).where(
    SharedServiceTable.code.op("GLOB")(_NOT_ASCII)
)


def commanding_agents(
    connection: Connection, days: Mapping[str, Iterable[Period]], but: Collection[str] = ()
) -> Commanding:
    """When bodies have authority over agents, within days asked for by SIREN.

    Each record counts with its days within those, and many records have the same: what still runs
    for a hundred thousand agents comes as a few periods. Agents whose matricules are in `but` are
    left out.
    """
    found: set[tuple[str, Period]] = set()
    projects = projects_in(connection) if any(days.values()) else {}
    for siren, periods in days.items():
        body = select(PublicBodyTable.id).where(PublicBodyTable.siren == siren).scalar_subquery()
        for within in periods:
            for statement in _commanding(body, within, list(but), planned=bool(projects)):
                rows = connection.execute(statement)
                found.update((siren, Period(first, end)) for first, end in rows)
            if projects:
                rest = connection.execute(_commanding_on_projects(body, within, list(but)))
                found.update(
                    (siren, part)
                    for first, end, mission, beneficiary in rest
                    for part in uncovered(Period(first, end), projects[mission, beneficiary])
                )
    return frozenset(found)


def _commanding(
    body: ScalarSelect[int], within: Period, but: list[str], *, planned: bool
) -> Iterator[Select[date | None, date | None]]:
    others = select(AgentTable.id).where(AgentTable.matricule.in_(but))
    instructing = _instructing(body, within, but)
    yield instructing.where(not_(on_project)) if planned else instructing
    recorded = AssignmentTable.hierarchical_body_id == body
    yield _days(within, AssignmentTable).where(recorded, AssignmentTable.agent_id.not_in(others))
    together = and_(
        PositionTable.agent_id == AssignmentTable.agent_id,
        PositionTable.valid_from < AssignmentTable.valid_until,
        AssignmentTable.valid_from < PositionTable.valid_until,
    )
    yield (
        _days(within, AssignmentTable, PositionTable)
        .join_from(PositionTable, AssignmentTable, together)
        .where(
            PositionTable.employer_id == body,
            AssignmentTable.hierarchical_body_id.is_(None),
            PositionTable.agent_id.not_in(others),
        )
    )


def _commanding_on_projects(
    body: ScalarSelect[int], within: Period, but: list[str]
) -> Select[*tuple[Any, ...]]:
    """The days of shares that may be planned on some of them, with mission and beneficiary."""
    shares = _instructing(body, within, but).where(on_project)
    return shares.add_columns(MissionShareTable.mission_id, MissionShareTable.beneficiary_id)


def _instructing(
    body: ScalarSelect[int], within: Period, but: list[str]
) -> Select[date | None, date | None]:
    others = select(AgentTable.id).where(AgentTable.matricule.in_(but))
    instructing = or_(
        MissionShareTable.operational_body_id == body,
        and_(
            MissionShareTable.operational_body_id.is_(None),
            MissionShareTable.beneficiary_id == body,
        ),
    )
    return _days(within, MissionShareTable).where(
        instructing, MissionShareTable.agent_id.not_in(others)
    )


def _days(within: Period, *tables: Any) -> Select[date | None, date | None]:  # noqa: ANN401
    """The days of records within a period, each once; of several tables, the days in common."""
    begins = bindparam(None, within.valid_from, tables[0].valid_from.type)
    ends = bindparam(None, within.valid_until, tables[0].valid_until.type)
    # SQLite's max and min of several values choose between them.
    first = func.max(begins, *(each.valid_from for each in tables), type_=begins.type)
    end = func.min(ends, *(each.valid_until for each in tables), type_=ends.type)
    overlapping = [
        condition
        for each in tables
        for condition in (each.valid_from < ends, each.valid_until > begins)
    ]
    return select(first, end).where(*overlapping).distinct()


def services_of(connection: Connection, sirens: Iterable[str]) -> frozenset[str]:
    """The services that these bodies manage or have joined, at any time."""
    wanted = list(sirens)
    if not wanted:
        return frozenset()
    bodies = select(PublicBodyTable.id).where(PublicBodyTable.siren.in_(wanted)).scalar_subquery()
    managed = select(ManagingPeriodTable.service_id).where(ManagingPeriodTable.body_id.in_(bodies))
    joined = select(MembershipTable.service_id).where(MembershipTable.body_id.in_(bodies))
    statement = select(SharedServiceTable.code).where(
        or_(SharedServiceTable.id.in_(managed), SharedServiceTable.id.in_(joined))
    )
    return frozenset(connection.scalars(statement))


def bearing_same_code(
    connection: Connection, sirens: Iterable[str], codes: Iterable[str]
) -> frozenset[str]:
    """The bodies with one of these INSEE codes, or with that of one of these bodies."""
    of_bodies = select(PublicBodyTable.insee_code).where(
        PublicBodyTable.siren.in_(list(sirens)), PublicBodyTable.insee_code != ""
    )
    statement = select(PublicBodyTable.siren).where(
        or_(
            PublicBodyTable.insee_code.in_([code for code in codes if code]),
            PublicBodyTable.insee_code.in_(of_bodies),
        )
    )
    return frozenset(connection.scalars(statement))


def agents_alike(connection: Connection, matricules: Collection[str]) -> frozenset[str]:
    """The agents whose numbers look like one of these, be it by capitals."""
    return _alike(connection, _NUMBERED, _NUMBERED_OTHERWISE, matricules)


def services_alike(connection: Connection, codes: Collection[str]) -> frozenset[str]:
    """The services whose codes look like one of these, be it by capitals."""
    return _alike(connection, _CODED, _CODED_OTHERWISE, codes)


def _alike(
    connection: Connection, ascii_: Keyed, others: Select[str], codes: Collection[str]
) -> frozenset[str]:
    """SQLite makes small letters of ASCII alone: what has other letters is looked at here."""
    wanted = set(map(likeness, codes))
    if not wanted:
        return frozenset()
    rows = [*ascii_.rows(connection, wanted), *connection.execute(others)]
    return frozenset(code for (code,) in rows if likeness(code) in wanted)


def namesakes(
    connection: Connection, agents: Iterable[Agent], matricules: Iterable[str]
) -> frozenset[str]:
    """The agents with the name of one of these, or of those with these numbers, themselves in."""
    names = {fold(listed_name(each.first_name, each.last_name)) for each in agents}
    names.update(name for (name,) in _NAMES.rows(connection, frozenset(matricules)))
    return frozenset(
        matricule for name, matricule in _NAMED.rows(connection, names) if name in names
    )
