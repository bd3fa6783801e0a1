"""Every column of a table is read from a field and written from one, none is forgotten."""

from __future__ import annotations

import pytest

from mutudesk.domain.records import Kind, field_names
from mutudesk.storage.mappings import MAPPINGS

OF_RECORDS = {"id", "row_version"}


@pytest.mark.parametrize("kind", Kind)
def test_every_column_is_written(kind: Kind) -> None:
    mapping = MAPPINGS[kind]
    assert mapping.writers.keys() | OF_RECORDS == set(mapping.table.c.keys()) | OF_RECORDS


@pytest.mark.parametrize("kind", Kind)
def test_every_field_is_read_in_its_place(kind: Kind) -> None:
    names = [name for name in field_names(kind) if name != "period"]
    dated = ["valid_from", "valid_until"] if "period" in field_names(kind) else []
    columns = list(MAPPINGS[kind].select.selected_columns.keys())
    assert columns == ["id", "row_version", *names, *dated]
