"""The journal of revision 0001 told anew for 0002: records numbered, every line sealed again.

Frozen, with all it needs to know of facts as 0001 had them. A line that was not true by its former
seal keeps that seal, which fits nothing any more: what somebody changed is found afterwards too.
"""

from __future__ import annotations

import json
import secrets
from hashlib import sha256
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from mutudesk.storage.lock import user_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy import Connection, Row

Fact = dict[str, Any]
Line = tuple[object, ...]
BEGINNING = "0" * 64

# kind -> the fields of its key; `since` = the first day of its period.
_KEYS = {
    "body": ("siren",),
    "identity": ("siren", "since"),
    "epci_membership": ("epci_siren", "siren", "since"),
    "population": ("siren", "year"),
    "mandate": ("siren", "acting", "since"),
    "service": ("code",),
    "managing": ("service", "since"),
    "terms": ("service", "since"),
    "origin": ("service", "siren", "name"),
    "mission": ("service", "code"),
    "membership": ("service", "siren", "since"),
    "agent": ("matricule",),
    "position": ("matricule", "since"),
    "assignment": ("matricule", "service", "since"),
    "mission_share": ("matricule", "service", "mission", "beneficiary_siren", "since"),
}
_BODY = ("siren", "epci_siren", "employer_siren", "beneficiary_siren")
# header kind -> the fields in which other facts name it, as far as keys hold them
_NAMED_BY = {"body": _BODY, "service": ("service",), "agent": ("matricule",)}
_SINCE = "CASE t.valid_from WHEN '0001-01-01' THEN '' ELSE t.valid_from END"
# kind -> what lies in the file now: id, then the parts of its key.
_ROWS = {
    "body": "SELECT id, siren FROM public_body",
    "identity": f"SELECT t.id, b.siren, {_SINCE} FROM legal_identity t"
    " JOIN public_body b ON b.id = t.body_id",
    "epci_membership": f"SELECT t.id, e.siren, b.siren, {_SINCE} FROM epci_membership t"
    " JOIN public_body e ON e.id = t.epci_id JOIN public_body b ON b.id = t.body_id",
    "population": "SELECT t.id, b.siren, t.year FROM population t"
    " JOIN public_body b ON b.id = t.body_id",
    "mandate": "SELECT t.id, b.siren, CASE t.acting WHEN 1 THEN 'True' ELSE 'False' END,"
    f" {_SINCE} FROM mandate t JOIN public_body b ON b.id = t.body_id",
    "service": "SELECT id, code FROM shared_service",
    "managing": f"SELECT t.id, s.code, {_SINCE} FROM managing_period t"
    " JOIN shared_service s ON s.id = t.service_id",
    "terms": f"SELECT t.id, s.code, {_SINCE} FROM service_terms t"
    " JOIN shared_service s ON s.id = t.service_id",
    "origin": "SELECT t.id, s.code, b.siren, t.name FROM service_origin t"
    " JOIN shared_service s ON s.id = t.service_id JOIN public_body b ON b.id = t.body_id",
    "mission": "SELECT t.id, s.code, t.code FROM mission t"
    " JOIN shared_service s ON s.id = t.service_id",
    "membership": f"SELECT t.id, s.code, b.siren, {_SINCE} FROM membership t"
    " JOIN shared_service s ON s.id = t.service_id JOIN public_body b ON b.id = t.body_id",
    "agent": "SELECT id, matricule FROM agent",
    "position": f"SELECT t.id, a.matricule, {_SINCE} FROM position t"
    " JOIN agent a ON a.id = t.agent_id",
    "assignment": f"SELECT t.id, a.matricule, s.code, {_SINCE} FROM assignment t"
    " JOIN agent a ON a.id = t.agent_id JOIN shared_service s ON s.id = t.service_id",
    "mission_share": f"SELECT t.id, a.matricule, s.code, m.code, b.siren, {_SINCE}"
    " FROM mission_share t JOIN agent a ON a.id = t.agent_id"
    " JOIN mission m ON m.id = t.mission_id JOIN shared_service s ON s.id = m.service_id"
    " JOIN public_body b ON b.id = t.beneficiary_id",
}


def renewed_lines(connection: Connection, register: Fact, now: str) -> Iterator[Line]:
    """Yield every line of the new journal: its head, those of `former_journal`, the register's own.

    The head (number 0) holds the former seal as its reason, so that the seals of former backups
    stay provable; `now` is the moment of the migration (UTC, ISO).
    """
    every = "SELECT * FROM former_journal ORDER BY seq"
    numbers = _Numbers(connection)
    for _act, rows in groupby(connection.exec_driver_sql(every), attrgetter("act")):
        numbers.follow(list(rows))
    named = numbers.settled()
    last = connection.exec_driver_sql(every + " DESC LIMIT 1").first()
    head, end = (BEGINNING, 0) if last is None else (last.hash, last.seq)
    who = user_name()
    previous, line = _sealed(head, (0, 0, now, who, "migration", head), "register", 1, "", None)
    yield line
    true = BEGINNING
    for row in connection.exec_driver_sql(every):
        is_true = _is_true(true, row)
        true = row.hash
        previous, line = _renewed(previous, row, named[row.seq])
        if not is_true:
            previous, line = row.hash, (*line[:-1], row.hash)
        yield line
    data = json.dumps([None, register], ensure_ascii=False, separators=(",", ":"))
    act_cells = (end + 1, end + 1, now, who, "migration", "")
    yield _sealed(previous, act_cells, "register", 1, register["epci_siren"], data)[1]


def former_broken_links(connection: Connection) -> Iterator[int]:
    """Yield the numbers of the lines that are not true by the seals of revision 0001."""
    previous = BEGINNING
    for row in connection.exec_driver_sql("SELECT * FROM journal ORDER BY seq"):
        if not _is_true(previous, row):
            yield row.seq
        previous = row.hash


def _is_true(previous: str, row: Row[Any]) -> bool:
    return bool(row.hash == _former_seal(previous, row) and row.digest == _former_digest(row))


def _renewed(previous: str, row: Row[Any], number: int) -> tuple[str, Line]:
    act_cells = (row.seq, row.act, row.at, row.who, row.action, row.why)
    return _sealed(previous, act_cells, row.kind, number, row.record, row.data, row.salt)


def _sealed(
    previous: str,
    act_cells: tuple[int, int, str, str, str, str],
    kind: str,
    number: int,
    record: str,
    data: str | None,
    salt: str | None = None,
) -> tuple[str, Line]:
    """Return the seal of a line and the line."""
    seq, act, at, who, action, why = act_cells
    salt = salt or secrets.token_hex(8)
    digest = _sha256(salt, record, why, "" if data is None else data)
    seal = _sha256(previous, seq, act, at, who, action, kind, number, digest)
    return seal, (*act_cells, kind, number, record, salt, data, digest, seal)


def _sha256(*parts: object) -> str:
    return sha256("\x1f".join(map(str, parts)).encode()).hexdigest()


def _former_digest(row: Row[Any]) -> str:
    return sha256(f"{row.salt}{row.data}".encode()).hexdigest()


def _former_seal(previous: str, row: Row[Any]) -> str:
    act = (row.act, row.at, row.who, row.action, row.why)
    return _sha256(previous, row.seq, *act, row.kind, row.record, row.digest)


class _Numbers:
    """The number of the record behind each line, found by going through the acts in order.

    A record that is still there has the number of its row; one that was deleted gets a number that
    no other has. A record whose body, service, mission or agent got another code keeps its own.
    """

    def __init__(self, connection: Connection) -> None:
        self._there = {
            (kind, " ".join(map(str, parts))): id_
            for kind, statement in _ROWS.items()
            for id_, *parts in connection.exec_driver_sql(statement)
        }
        self._facts: dict[int, tuple[str, Fact]] = {}  # by an own number of each record
        self._current: dict[tuple[str, str], int] = {}
        self._of_line: dict[int, tuple[str, int]] = {}
        self._next = 1

    def follow(self, rows: Iterable[Row[Any]]) -> None:
        """Go through the lines of one act: all its changes at once, as codes may be exchanged."""
        changes = []
        for row in rows:
            before, after = json.loads(row.data) if row.data else (None, None)
            place = (row.kind, _key(row.kind, before) if before else row.record)
            record = self._current.pop(place, None) if before else None
            if record is None:
                record, self._next = self._next, self._next + 1
            self._of_line[row.seq] = row.kind, record
            changes.append((row.kind, record, before, after))
        self._rename(changes)
        for kind, record, _before, after in changes:
            self._facts.pop(record, None)
            if after:
                self._facts[record] = kind, after
                self._current[kind, _key(kind, after)] = record

    def _rename(self, changes: Iterable[tuple[str, int, Fact | None, Fact | None]]) -> None:
        renamed: dict[str, dict[str, str]] = {}
        missions: dict[tuple[str, str], str] = {}
        for kind, _record, before, after in changes:
            if not before or not after or _key(kind, before) == _key(kind, after):
                continue
            if kind == "mission":
                missions[before["service"], before["code"]] = after["code"]
            for field in _NAMED_BY.get(kind, ()):
                codes = renamed.setdefault(field, {})
                codes[_key(kind, before)] = _key(kind, after)
        if not renamed and not missions:
            return
        self._current.clear()
        for record, (kind, fact) in self._facts.items():
            mission = missions.get((fact.get("service", ""), fact.get("mission", "")))
            if mission is not None:
                fact["mission"] = mission
            own = _KEYS[kind] if len(_KEYS[kind]) == 1 else ()
            for field, codes in renamed.items():
                if field in fact and field not in own:
                    fact[field] = codes.get(fact[field], fact[field])
            self._current[kind, _key(kind, fact)] = record

    def settled(self) -> Mapping[int, int]:
        """Return the number of each line, by its place in the journal."""
        of_record = {
            record: self._there[place]
            for place, record in self._current.items()
            if place in self._there
        }
        free: dict[str, int] = {}
        for (kind, _record), id_ in self._there.items():
            free[kind] = max(free.get(kind, 0), id_)
        found = {}
        for seq, (kind, record) in self._of_line.items():
            if record not in of_record:
                free[kind] = of_record[record] = free.get(kind, 0) + 1
            found[seq] = of_record[record]
        return found


def _key(kind: str, fact: Fact) -> str:
    """The key of a fact as a line names it; an unknown first day is empty."""
    parts = (fact["period"][0] if name == "since" else fact[name] for name in _KEYS[kind])
    return " ".join("" if part is None else str(part) for part in parts)
