"""Rows by their keys: none for none, some for some, and all where asking for each would be slow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mutudesk.storage.mappings import Keyed, keyed
from mutudesk.storage.tables import PublicBodyTable
from tests.builders import AUBIERE, EPCI, make_register, reading, territory

if TYPE_CHECKING:
    from pathlib import Path

BODIES = Keyed(select(PublicBodyTable.siren), PublicBodyTable.siren)


@pytest.mark.parametrize(
    ("keys", "large", "expected"),
    [
        (set(), 2, set()),
        ({AUBIERE}, 2, {AUBIERE}),
        ({AUBIERE, EPCI}, 2, {AUBIERE, EPCI}),
        ({AUBIERE, "000000000"}, 2, {AUBIERE}),
        ({AUBIERE, EPCI}, 1, None),
    ],
)
def test_rows_of_keys(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    keys: set[str],
    large: int,
    expected: set[str] | None,
) -> None:
    monkeypatch.setattr(keyed, "LARGE", large)
    with reading(make_register(tmp_path, territory())) as session, session.register.read() as read:
        found = [row[0] for row in BODIES.rows(read.connection, keys)]
        everyone = set(read.connection.scalars(select(PublicBodyTable.siren)))
    assert len(found) == len(set(found))
    assert set(found) == (everyone if expected is None else expected)
    assert len(everyone) > 2
