"""Column types: strict SQLite storage, dates as ISO text, open ends in one place.

SQLite's STRICT tables know TEXT and INTEGER only, so the generic types are compiled down to these.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Boolean, Date, String, TypeDecorator
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import Enum as EnumType

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.engine import Dialect
    from sqlalchemy.sql.compiler import TypeCompiler

OPEN_END = date.max
UNKNOWN_BEGINNING = date.min
_DAYS_KEPT = 16_384
CODE_SEPARATOR = ";"  # a sign that no code may hold

E = TypeVar("E", bound=Enum)


def _strict(type_: type[Any], name: str) -> None:
    def compile_as(_element: object, _compiler: TypeCompiler, **_options: object) -> str:
        return name

    compiles(type_, "sqlite")(compile_as)


_strict(String, "TEXT")
_strict(Date, "TEXT")
_strict(EnumType, "TEXT")
_strict(Boolean, "INTEGER")


@lru_cache(maxsize=_DAYS_KEPT)
def _first_day(text: str | None) -> date | None:
    """The day that a text in the file says; days repeat a lot."""
    day = None if text is None else date.fromisoformat(text)
    return None if day == UNKNOWN_BEGINNING else day


@lru_cache(maxsize=_DAYS_KEPT)
def _end_day(text: str | None) -> date | None:
    day = None if text is None else date.fromisoformat(text)
    return None if day == OPEN_END else day


class FirstDay(TypeDecorator[date | None]):
    """The first day of a period; None ("since always") is kept as 0001-01-01."""

    impl = Date
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> date:
        """Never NULL in the file."""
        del dialect
        return UNKNOWN_BEGINNING if value is None else value

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], date | None]:
        """None again for a beginning that nobody recorded."""
        del dialect, coltype
        return _first_day


class EndDay(TypeDecorator[date | None]):
    """The first day out of a period; None ("still running") is kept as 9999-12-31."""

    impl = Date
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> date:
        """Never NULL in the file, so that one index serves every question."""
        del dialect
        return OPEN_END if value is None else value

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], date | None]:
        """None again for an open end."""
        del dialect, coltype
        return _end_day


class CodeSet(TypeDecorator[frozenset[str]]):
    """Codes read as one text, joined by `CODE_SEPARATOR`; NULL where there are none."""

    impl = String
    cache_ok = True

    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[str]:
        """The codes one by one."""
        del dialect
        return frozenset(value.split(CODE_SEPARATOR)) if value else frozenset()


def choice(members: type[E], name: str) -> EnumType:
    """A column for an enumeration, stored by value so that renaming a member changes no file."""
    return EnumType(
        members,
        native_enum=False,
        create_constraint=True,
        name=name,
        values_callable=lambda each: [member.value for member in each],
    )
