"""A list as two statements: which ids in which order, and what to show of some of them.

Statements are kept, what to show for a day (`DAYS_KEPT`) and the order for a query (`LISTS_KEPT`):
a list is asked for again after each act, and making its statements anew takes SQLAlchemy several
times as long as SQLite needs to run them for a page.
"""

from __future__ import annotations

import re
from array import array
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy import ColumnElement, and_, bindparam, func, or_, select, true

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from sqlalchemy import Connection, Row, Select

    from mutudesk.domain.searching import Search, Word
    from mutudesk.storage.register_file import RegisterFile

R = TypeVar("R")

DAYS_KEPT = 4  # for which the statements of a list are kept; most look at one day
LISTS_KEPT = 16
IDS: ColumnElement[Any] = bindparam("ids", expanding=True)  # those of the rows of a page

_ESCAPED = re.compile(r"[%_/]")
_WILD = frozenset("%_/")  # what LIKE takes for something else, and SQLAlchemy's escape sign


class SqlList(Generic[R]):
    """A `ListSource`: each call is one short read transaction.

    `found` selects the ids in any order (to count them), `ordered` in the order of the list,
    `shown` what the rows of `IDS` show (with the id as `id`); `build` makes the row from it and
    from what `prepare` looked up once.
    """

    def __init__(
        self,
        register: RegisterFile,
        found: Select[int],
        ordered: Select[int],
        shown: Select[Any],
        build: Callable[[Row[Any], Any], R],
        prepare: Callable[[Connection], Any] = lambda _connection: None,
    ) -> None:
        self._register = register
        self._found = found
        self._ordered = ordered
        self._shown = shown
        self._build = build
        self._prepare = prepare
        self._prepared: Any = None

    def count(self) -> int:
        """How many rows there are."""
        statement = select(func.count()).select_from(self._found.subquery())
        with self._register.read() as reading:
            return reading.connection.execute(statement).scalar_one()

    def first(self, limit: int) -> Sequence[R]:
        """The first rows, in order."""
        with self._register.read() as reading:
            ids = reading.connection.scalars(self._ordered.limit(limit)).all()
            return self._read(reading.connection, ids)

    def ids(self) -> array[int]:
        """The ids of all rows, in order."""
        with self._register.read() as reading:
            # From the driver itself: a number needs none of what SQLAlchemy makes of a row.
            cursor = reading.connection.execute(self._ordered).cursor
            return array("q", chain.from_iterable(cursor.fetchall()))

    def rows(self, ids: Sequence[int]) -> Sequence[R]:
        """The rows of these ids, in the order asked; ids that are gone are left out."""
        with self._register.read() as reading:
            return self._read(reading.connection, ids)

    def _read(self, connection: Connection, ids: Sequence[int]) -> Sequence[R]:
        if not ids:
            return []
        if self._prepared is None:
            self._prepared = self._prepare(connection)
        rows = connection.execute(self._shown, {"ids": ids}).all()
        found = {row.id: self._build(row, self._prepared) for row in rows}
        return [found[id_] for id_ in ids if id_ in found]


def in_force(table: Any, on: date) -> ColumnElement[bool]:  # noqa: ANN401 - any dated table
    """The condition that a dated row holds on the date."""
    return and_(table.valid_from <= on, table.valid_until > on)


def holding(column: Any, words: str) -> ColumnElement[bool]:  # noqa: ANN401 - any column of text
    """The condition that a text holds the words, in any case of ASCII letters.

    Escaping makes LIKE half as fast again: it is asked for only where a sign needs it.
    """
    found: ColumnElement[bool] = column.contains(words, autoescape=not _WILD.isdisjoint(words))
    return found


def all_words(search: Search, one: Callable[[Word], ColumnElement[bool]]) -> ColumnElement[bool]:
    """The condition that each word is found; `one` is that of one word."""
    return and_(true(), *map(one, search.words))


def having(key: Any, word: Word) -> ColumnElement[bool]:  # noqa: ANN401 - any column of keys
    """The condition that the key of a name answers to a word, as `Search.finds` judges it."""
    return or_(*(key.like(pattern, escape=escape) for pattern, escape in _patterns(word)))


def _patterns(word: Word) -> Iterator[tuple[str, str | None]]:
    for form in word.forms:
        parts = [_ESCAPED.sub(r"/\g<0>", part) for part in form.parts]
        escape = None if parts == list(form.parts) else "/"
        held = "_".join(parts)
        if form.alone:
            yield f"{held} %", escape
            yield f"% {held} %", escape
        else:
            yield f"%{held}%", escape


def ordered_by(
    statement: Select[Any],
    columns: Mapping[str, Callable[[], Any]],
    sort: str,
    default: Sequence[Any],
    *,
    descending: bool,
) -> Select[Any]:
    """Order by a column of the list, then always by the default, so that pages never mix.

    `columns` make the columns by their names: only the one that is asked for is made.
    """
    if sort in columns:
        column = columns[sort]()
        statement = statement.order_by(column.desc() if descending else column.asc())
    elif descending:
        return statement.order_by(*(each.desc() for each in default))
    return statement.order_by(*default)
