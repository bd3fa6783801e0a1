"""The list *Qui commande qui* as PDF: its lines in groups, read page by page while it is laid out.

What is held of a register is the number of each line, eight bytes, never the lines.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from mutudesk.documents.authorities import AUTHORITIES, AuthorityGroup, AuthorityList, Grouping
from mutudesk.domain.codes import fold
from mutudesk.domain.listings import ListQuery
from mutudesk.domain.services import SharedService
from mutudesk.language.bodies import known_name
from mutudesk.usecases import queries
from mutudesk.usecases.printing import print_file
from mutudesk.usecases.register_name import register_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from mutudesk.domain.listings import AuthorityHolder, AuthorityRow, ListSource
    from mutudesk.usecases.session import Session

__all__ = ["Grouping", "print_authorities", "read_authority_list"]

_AT_ONCE = 500  # lines read in one short transaction


def print_authorities(
    session: Session,
    on: date,
    path: Path,
    *,
    service: str | None = None,
    grouping: Grouping = Grouping.SERVICE,
    replace: bool = False,
) -> None:
    """Write the list of a date, of one service or of all, to a file.

    Raises RefusedError("service_unknown", "character_unprintable") and like `print_file`.
    """

    def read() -> AuthorityList:
        return read_authority_list(session, on, service, grouping)

    print_file(session, AUTHORITIES, read, path, replace=replace)


@dataclass(slots=True)
class _Found:
    """The lines of one group, by their numbers."""

    code: str
    name: str
    head: AuthorityHolder | None
    ids: array[int] = field(default_factory=lambda: array("q"))


def read_authority_list(
    session: Session, on: date, service: str | None, grouping: Grouping
) -> AuthorityList:
    """The list with its groups by name; inside each by service, agent and mission.

    Raises RefusedError("service_unknown").
    """
    filters = {} if service is None else {"service": service}
    queries.require_known(session, filters)
    source = queries.authorities(session, ListQuery(on, filters=filters, sort="service"))
    ids = source.ids()
    groups: dict[str, _Found] = {}
    for row in _paged(source, ids):
        key = row.service if grouping is Grouping.SERVICE else row.operational.siren
        if key not in groups:
            groups[key] = (
                _Found(row.service, row.service_name, None)
                if grouping is Grouping.SERVICE
                else _Found("", row.operational.body, row.operational)
            )
        groups[key].ids.append(row.id)
    return AuthorityList(
        dated=on,
        owner=known_name(register_name(session, on)),
        service="" if service is None else _service_name(session, service),
        grouping=grouping,
        count=len(ids),
        groups=tuple(
            AuthorityGroup(each.code, each.name, each.head, partial(_paged, source, each.ids))
            for _key, each in sorted(groups.items(), key=lambda item: (fold(item[1].name), item[0]))
        ),
    )


def _paged(source: ListSource[AuthorityRow], ids: array[int]) -> Iterator[AuthorityRow]:
    for place in range(0, len(ids), _AT_ONCE):
        yield from source.rows(ids[place : place + _AT_ONCE])


def _service_name(session: Session, code: str) -> str:
    (stored,) = queries.service_record(session, code).of(SharedService)
    return stored.fact.name or code
