"""Writing changes in an order in which no step is refused that the final state allows.

Deletions first, then periods that shrink, then periods that grow, then new records: a boundary
shared by two records can move although the database refuses overlaps at every single step.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import count
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from sqlalchemy import and_, bindparam, delete, func, insert, select, update

from mutudesk.domain.findings import RefusedError, refusal
from mutudesk.domain.records import HEADERS, Fact, Kind, Stored, kind_of
from mutudesk.domain.services import Membership
from mutudesk.storage.bulk import insert_columns
from mutudesk.storage.mappings import MAPPINGS, Ids
from mutudesk.storage.tables import JournalTable, MembershipMissionTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Table

    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.period import Period

_ByKind: TypeAlias = "defaultdict[Kind, list[AnyChange]]"
_KINDS = tuple(Kind)


def _as_read(table: Table) -> ColumnElement[bool]:
    """The condition that a row is still the one that was read."""
    return and_(table.c.id == bindparam("record"), table.c.row_version == bindparam("version"))


# Made once: making one takes longer than running it. A register's own line has no version.
_TABLES = {kind: each.table for kind, each in MAPPINGS.items() if "row_version" in each.table.c}
_DELETIONS = {kind: delete(table).where(_as_read(table)) for kind, table in _TABLES.items()}
_CORRECTIONS = {kind: update(table).where(_as_read(table)) for kind, table in _TABLES.items()}


def write_changes(connection: Connection, changes: Sequence[AnyChange]) -> list[int]:
    """Write all changes; return the numbers of their records, in the same order.

    Raises RefusedError("changed_meanwhile") when a version no longer fits.
    """
    deleted, moved, corrected, created = _sorted_out(changes)
    # A record that moves is taken out and put back: references are checked at the end.
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    for kind in reversed(_KINDS):
        _remove(connection, kind, deleted[kind])
    for kind in _KINDS:
        _remove(connection, kind, moved[kind])
    ids = Ids(connection, _matricules(changes))
    made: dict[int, int] = {}
    for kind in _KINDS:
        _correct(connection, kind, sorted(corrected[kind], key=_grows), ids)
        made |= _insert(connection, kind, [*moved[kind], *created[kind]], ids)
    return [each.before.id if each.before is not None else made[id(each)] for each in changes]


def _sorted_out(changes: Iterable[AnyChange]) -> tuple[_ByKind, _ByKind, _ByKind, _ByKind]:
    """The changes that delete, move, correct and create, each by kind."""
    groups: list[_ByKind] = [defaultdict(list) for _ in range(4)]
    deleted, moved, corrected, created = groups
    for change in changes:
        if change.before is None:
            group = created
        elif change.after is None:
            group = deleted
        else:
            group = moved if _is_moved(change) else corrected
        group[kind_of(change.fact)].append(change)
    return deleted, moved, corrected, created


def _periods(change: AnyChange) -> tuple[Period, Period] | None:
    if change.before is None or change.after is None:
        return None
    before = getattr(change.before.fact, "period", None)
    after = getattr(change.after, "period", None)
    return None if before is None or after is None else (before, after)


def _is_moved(change: AnyChange) -> bool:
    """Tell whether a record may need a place that another one of the same act only leaves.

    That is so with another key, and with days that neither lie within the former ones nor hold
    them: there is no order then in which every step would be allowed.
    """
    if change.before is None or change.after is None:
        return False
    former, key = change.before.fact.key, change.after.key
    periods = _periods(change)
    if periods is None:
        return former != key
    before, after = periods
    shrinks = before.start <= after.start and after.stop <= before.stop
    grows = after.start <= before.start and before.stop <= after.stop
    return former[:-1] != key[:-1] or not (shrinks or grows)


def _grows(change: AnyChange) -> bool:
    periods = _periods(change)
    return periods is not None and (
        periods[1].start < periods[0].start or periods[1].stop > periods[0].stop
    )


def _matricules(changes: Iterable[AnyChange]) -> set[str]:
    facts = (fact for each in changes for fact in (each.after, each.before and each.before.fact))
    return {matricule for fact in facts if (matricule := getattr(fact, "matricule", None))}


def _remove(connection: Connection, kind: Kind, changes: Sequence[AnyChange]) -> None:
    for change in changes:
        before = cast("Stored[Fact]", change.before)
        if kind is Kind.MEMBERSHIP:
            _forget_missions(connection, before.id)
        read = {"record": before.id, "version": before.row_version}
        done = connection.execute(_DELETIONS[kind], read)
        _require_one(done.rowcount, change)


def _correct(connection: Connection, kind: Kind, changes: Sequence[AnyChange], ids: Ids) -> None:
    for change in changes:
        before, after = cast("Stored[Fact]", change.before), cast("Fact", change.after)
        read = {"record": before.id, "version": before.row_version}
        values = _single(MAPPINGS[kind].values([after], ids))
        values["row_version"] = before.row_version + 1
        done = connection.execute(_CORRECTIONS[kind], {**read, **values})
        _require_one(done.rowcount, change)
        if isinstance(after, Membership):
            _forget_missions(connection, before.id)
            _link_missions(connection, [(before.id, after)], ids)


def _insert(
    connection: Connection, kind: Kind, changes: Sequence[AnyChange], ids: Ids
) -> dict[int, int]:
    """Insert records; return the id of each change that creates one (by the change's identity).

    An id is never given twice: the journal knows those of records that were deleted.
    """
    if not changes:
        return {}
    mapping = MAPPINGS[kind]
    given = select(func.max(JournalTable.number)).where(JournalTable.kind == kind.value)
    used = connection.scalar(given), connection.scalar(select(func.max(mapping.table.c.id)))
    new_ids = count(max(each or 0 for each in used) + 1)
    record_ids = [each.before.id if each.before else next(new_ids) for each in changes]
    versions = [each.before.row_version + 1 if each.before else 1 for each in changes]
    facts = [cast("Fact", each.after) for each in changes]
    columns = {"id": record_ids, "row_version": versions, **mapping.values(facts, ids)}
    insert_columns(connection, mapping.table, columns)
    if kind in HEADERS:
        ids.learn(kind, facts, record_ids)
    if kind is Kind.MEMBERSHIP:
        memberships = cast("list[Membership]", facts)
        _link_missions(connection, zip(record_ids, memberships, strict=True), ids)
    return {id(each): id_ for each, id_ in zip(changes, record_ids, strict=True)}


def _single(columns: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
    """The values of one record, from columns of one value each."""
    return {name: value for name, (value,) in columns.items()}


def _forget_missions(connection: Connection, membership_id: int) -> None:
    connection.execute(
        delete(MembershipMissionTable).where(MembershipMissionTable.membership_id == membership_id)
    )


def _link_missions(
    connection: Connection, memberships: Iterable[tuple[int, Membership]], ids: Ids
) -> None:
    links = [
        {"membership_id": id_, "mission_id": ids.mission(membership.service, code)}
        for id_, membership in memberships
        for code in sorted(membership.missions)
    ]
    if links:
        connection.execute(insert(MembershipMissionTable), links)


def _require_one(found: int, change: AnyChange) -> None:
    if found != 1:
        raise RefusedError(refusal("changed_meanwhile", change.ref))
