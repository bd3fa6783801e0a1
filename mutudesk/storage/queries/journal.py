"""The journal read again: acts newest first, page by page, and the lines of one act.

An act is a run of lines. Acts are found by jumping from the last line of one to the last line of
the one before, so that an import of many thousand lines costs one step.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy import func as sql

from mutudesk.domain.codes import fold
from mutudesk.domain.history import HistoryAct, HistoryLine, Names
from mutudesk.domain.records import Fact, Kind
from mutudesk.domain.searching import Search
from mutudesk.storage.fact_reading import before_and_after
from mutudesk.storage.journal import MIGRATION
from mutudesk.storage.queries.bodies import NAMED, named
from mutudesk.storage.queries.paged import all_words, having, holding
from mutudesk.storage.tables import (
    AgentTable,
    JournalTable,
    LegalIdentityTable,
    MissionTable,
    PublicBodyTable,
    SharedServiceTable,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Row, Select, Subquery

    from mutudesk.domain.listings import ListQuery
    from mutudesk.storage.register_file import RegisterFile

NO_FILTER: Mapping[str, str] = MappingProxyType({})
LOOKED_AT = 20  # lines of an act among which the one that names it is chosen
_NAMES_FOUND = 100  # agents found by name whose matricules are searched
_KIND_ORDER = {kind.value: place for place, kind in enumerate(Kind)}


def _acts() -> Subquery:
    """Every act by its first and its last line."""
    newest = select(JournalTable.act, JournalTable.seq.label("last")).order_by(
        JournalTable.seq.desc()
    )
    acts = select(newest.limit(1).subquery()).cte("acts", recursive=True)
    # Line 0 is the head of a journal sealed anew, and no act.
    former = select(JournalTable.act, JournalTable.seq).where(
        JournalTable.seq == acts.c.act - 1,
        JournalTable.act <= JournalTable.seq,
        JournalTable.seq > 0,
    )
    return select(acts.union_all(former)).subquery("all_acts")


class ActList:
    """A `ListSource` of acts, newest first.

    Filters: `who`, `action`, `kind`, `since` (UTC in ISO), `record` (with `kind`: the very record,
    by its key as the journal has it), `owner` (the code of what its records belong to).
    """

    def __init__(self, register: RegisterFile, query: ListQuery) -> None:
        self._register = register
        self._query = query

    def count(self) -> int:
        """How many acts there are."""
        with self._register.read() as reading:
            statement = select(sql.count()).select_from(self._found(reading.connection).subquery())
            return reading.connection.execute(statement).scalar_one()

    def first(self, limit: int) -> Sequence[HistoryAct]:
        """The newest acts."""
        with self._register.read() as reading:
            connection = reading.connection
            return acts_of(connection, list(connection.scalars(self._ordered(connection, limit))))

    def ids(self) -> array[int]:
        """The numbers of all acts, newest first."""
        with self._register.read() as reading:
            connection = reading.connection
            return array("q", connection.scalars(self._ordered(connection, None)))

    def rows(self, ids: Sequence[int]) -> Sequence[HistoryAct]:
        """The acts of these numbers, in the order asked."""
        with self._register.read() as reading:
            return acts_of(reading.connection, ids)

    def _ordered(self, connection: Connection, limit: int | None) -> Select[int]:
        found = self._found(connection)
        order = found.selected_columns[0]
        descending = self._query.sort != "at" or self._query.descending
        return found.order_by(order.desc() if descending else order).limit(limit)

    def _found(self, connection: Connection) -> Select[int]:
        acts, filters = _acts(), self._query.filters
        conditions: list[ColumnElement[bool]] = []
        head = [
            getattr(JournalTable, name) == filters[name]
            for name in ("who", "action")
            if name in filters
        ]
        if since := filters.get("since"):
            head.append(JournalTable.at >= since)
        within = self._within(connection)
        if within:
            touching = select(JournalTable.act).where(and_(*within))
            conditions.append(acts.c.act.in_(touching))
        found: Select[int] = select(acts.c.act)
        if head:
            found = found.join(JournalTable, JournalTable.seq == acts.c.act).where(*head)
        return found.where(*conditions)

    def _within(self, connection: Connection) -> list[ColumnElement[bool]]:
        """Conditions that one line of the act must meet."""
        search = self._query.search
        conditions = _of_records(self._query.filters)
        if search:
            codes = _codes_called(connection, search)
            conditions.append(
                or_(
                    holding(JournalTable.record, search),
                    and_(
                        JournalTable.seq == JournalTable.act,
                        all_words(
                            Search(search), lambda word: having(sql.folded(JournalTable.why), word)
                        ),
                    ),
                    *(owned_by(code) for code in codes),
                )
            )
        return conditions


def _of_records(filters: Mapping[str, str]) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if kind := filters.get("kind"):
        conditions.append(JournalTable.kind.in_(kind.split(",")))
    if record := filters.get("record"):
        conditions.append(JournalTable.record == record)
    if owner := filters.get("owner"):
        conditions.append(owned_by(owner))
    return conditions


def owned_by(code: str) -> ColumnElement[bool]:
    """The records of a body, service or agent: its code alone, or followed by more.

    Only the key of a commune's belonging begins with another code, that of its EPCI.
    """
    return or_(
        JournalTable.record == code,
        and_(JournalTable.record >= f"{code} ", JournalTable.record < f"{code}!"),
        and_(
            JournalTable.kind == Kind.EPCI_MEMBERSHIP.value,
            holding(JournalTable.record, f" {code} "),
        ),
    )


def _codes_called(connection: Connection, search: str) -> list[str]:
    """The codes of agents, services and bodies that are called so today."""
    wanted = Search(search)
    agents = select(AgentTable.matricule).where(
        all_words(wanted, lambda word: having(AgentTable.name_fold, word))
    )
    codes = list(connection.scalars(agents.limit(_NAMES_FOUND)))
    names = names_today(connection, ())
    codes += [code for code, name in names.services.items() if wanted.finds(name)]
    codes += [siren for siren, name in names.bodies.items() if wanted.finds(name)]
    return codes[:_NAMES_FOUND]


def whos(connection: Connection) -> list[str]:
    """Everybody who wrote in the register."""
    acts = _acts()
    statement = select(JournalTable.who).join(acts, JournalTable.seq == acts.c.act).distinct()
    return sorted(connection.scalars(statement), key=fold)


def begun_anew_since(connection: Connection, act: int) -> bool:
    """Tell whether the register was upgraded after an act."""
    upgrade = select(JournalTable.seq).where(
        JournalTable.action == MIGRATION, JournalTable.seq > act
    )
    return connection.scalar(upgrade.limit(1)) is not None


def last_heads(connection: Connection, limit: int) -> list[Row[Any]]:
    """The newest acts, only number, action and reason."""
    acts = _acts()
    statement = (
        select(JournalTable.act, JournalTable.action, JournalTable.why)
        .join(acts, JournalTable.seq == acts.c.act)
        .order_by(JournalTable.seq.desc())
        .limit(limit)
    )
    return list(connection.execute(statement))


def acts_of(connection: Connection, ids: Sequence[int]) -> list[HistoryAct]:
    """The acts of these numbers, in the order asked."""
    if not ids:
        return []
    acts = _acts()
    ends = {
        row.act: row.last
        for row in connection.execute(select(acts).where(acts.c.act.in_(list(ids))))
    }
    statement = (
        select(JournalTable.__table__)
        .join(acts, and_(JournalTable.seq >= acts.c.act, JournalTable.seq < acts.c.act + LOOKED_AT))
        .where(acts.c.act.in_(list(ends)), JournalTable.seq <= acts.c.last)
        .order_by(JournalTable.seq)
    )
    by_act: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(statement):
        by_act[row.act].append(row)
    leads = {act: _lead(rows) for act, rows in by_act.items()}
    names = names_today(connection, [each.fact for each in leads.values() if each.fact])
    return [_act(by_act[each][0], ends[each], leads[each], names) for each in ids if each in leads]


def _act(head: Row[Any], last: int, lead: HistoryLine, names: Names) -> HistoryAct:
    return HistoryAct(
        id=head.act,
        at=datetime.fromisoformat(head.at),
        who=head.who,
        action=head.action,
        why=head.why or "",
        count=last - head.act + 1,
        lead=lead,
        names=names,
    )


def _lead(rows: Sequence[Row[Any]]) -> HistoryLine:
    """The line that names an act: of what it is said to do, the record that others hang on."""
    wanted = {"create": (False, True), "amend": (False, True), "delete": (True, False)}.get(
        rows[0].action, (True, True)
    )

    def rank(row: Row[Any]) -> tuple[bool, int, int]:
        data = row.data or "[null,null]"
        shape = (not data.startswith("[null,"), not data.endswith(",null]"))
        return shape != wanted, _KIND_ORDER.get(row.kind, 0), row.seq

    return _line(min(rows, key=rank))


def lines_of(
    connection: Connection,
    act: int,
    limit: int | None = None,
    filters: Mapping[str, str] = NO_FILTER,
) -> list[HistoryLine]:
    """The first lines of an act, in order; `filters` as those of `ActList` that lines must meet."""
    statement = (
        select(JournalTable.__table__)
        .where(JournalTable.seq >= act, JournalTable.act == act)
        .order_by(JournalTable.seq)
    )
    conditions = _of_records(filters)
    if conditions:
        found = statement.where(*conditions).limit(limit)
        return [_line(row) for row in connection.execute(found)]
    # Lines of one act lie together: the first of another one ends them.
    end = connection.scalar(
        select(sql.min(JournalTable.seq)).where(JournalTable.seq > act, JournalTable.act > act)
        if limit is None
        else select(JournalTable.seq).where(JournalTable.seq == act + limit)
    )
    if end is not None:
        statement = statement.where(JournalTable.seq < end)
    return [_line(row) for row in connection.execute(statement)]


def _line(row: Row[Any]) -> HistoryLine:
    kind = Kind(row.kind)
    if row.data is None:
        return HistoryLine(row.seq, kind, row.record or "", None, None, purged=True)
    before, after = before_and_after(kind, row.data)
    return HistoryLine(row.seq, kind, row.record, before, after)


def names_today(connection: Connection, facts: Iterable[Fact]) -> Names:
    """The names of bodies, services and missions, and of the agents that the facts name."""
    identities = (
        select(*NAMED)
        .join_from(LegalIdentityTable, PublicBodyTable)
        .order_by(LegalIdentityTable.valid_from)
    )
    missions = select(SharedServiceTable.code, MissionTable.code, MissionTable.label).join_from(
        MissionTable, SharedServiceTable
    )
    matricules = {each for fact in facts if (each := getattr(fact, "matricule", None))}
    agents = select(
        AgentTable.matricule, AgentTable.civility, AgentTable.first_name, AgentTable.last_name
    ).where(AgentTable.matricule.in_(matricules))
    services = select(SharedServiceTable.code, SharedServiceTable.name)
    return Names(
        bodies={row.siren: named(row) for row in connection.execute(identities)},
        services=_pairs(connection, services),
        missions={(service, code): label for service, code, label in connection.execute(missions)},
        agents={
            matricule: " ".join(part for part in parts if part)
            for matricule, *parts in (connection.execute(agents) if matricules else ())
        },
    )


def _pairs(connection: Connection, statement: Select[str, str]) -> dict[str, str]:
    return {row[0]: row[1] for row in connection.execute(statement)}


def head_of(connection: Connection) -> tuple[str, datetime]:
    """The last seal of the journal, and when its act was written (UTC)."""
    newest = select(JournalTable.hash, JournalTable.at).order_by(JournalTable.seq.desc()).limit(1)
    seal, at = connection.execute(newest).one()
    return seal, datetime.fromisoformat(at)


def holds_head(connection: Connection, seal: str) -> bool:
    """Tell whether a journal goes on from this seal, or ends with it; be it that of a former one.

    A seal that is asked for lies near the end as a rule.
    """
    former = and_(JournalTable.seq == 0, JournalTable.why == seal)
    statement = select(JournalTable.seq).where(or_(JournalTable.hash == seal, former))
    return connection.scalar(statement.order_by(JournalTable.seq.desc()).limit(1)) is not None
