"""Many rows of one table in one call.

SQLAlchemy binds the values of every row one by one, which takes longer than SQLite needs to write
them. Here each column is bound at once, by the same column types, and the driver gets plain tuples.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import insert

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Column, Connection, Table
    from sqlalchemy.engine import Dialect


def insert_columns(
    connection: Connection, table: Table, columns: Mapping[str, Sequence[Any]]
) -> None:
    """Insert the rows whose values these are, by column; every column of the table is named."""
    dialect = connection.dialect
    values = [_bound(column, dialect, columns[column.name]) for column in table.columns]
    statement = str(insert(table).compile(dialect=dialect))
    connection.exec_driver_sql(statement, list(zip(*values, strict=True)))


def _bound(column: Column[Any], dialect: Dialect, values: Sequence[Any]) -> Sequence[Any]:
    """The values of a column as the driver takes them; each value that repeats is bound once."""
    bind: Callable[[Any], Any] | None = column.type.dialect_impl(dialect).bind_processor(dialect)
    if bind is None:
        return values
    bound = {value: bind(value) for value in set(values)}
    return [bound[value] for value in values]
