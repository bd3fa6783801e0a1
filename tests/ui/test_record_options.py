"""The lists below a field find what the lists of the pages find."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.ui.records.record_options import RecordOptions
from mutudesk.ui.widgets.type_ahead import suggesting
from tests.builders import AUBIERE, BEAUMONT, EPCI, identity, make_register, reading, service
from tests.builders import world_with as world

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def options(tmp_path: Path) -> Iterator[RecordOptions]:
    facts = world(
        identity(AUBIERE, name="L'Haÿ-les-Roses"),
        identity(BEAUMONT, name="Saint-Rémy"),
        service(name="Droit des sols"),
    )
    with reading(make_register(tmp_path, facts)) as session:
        yield RecordOptions(session)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lhay", [AUBIERE]),
        ("roses lhay", [AUBIERE]),
        ("St Rémy", [BEAUMONT]),
        ("246 300 701", [EPCI]),
        ("zut", []),
    ],
)
def test_bodies(options: RecordOptions, typed: str, found: list[str]) -> None:
    assert [each.value for each in options.bodies(typed)] == found


@pytest.mark.parametrize(
    ("typed", "found"), [("sols droit", ["ADS"]), ("droit ads", ["ADS"]), ("droits", [])]
)
def test_services(options: RecordOptions, typed: str, found: list[str]) -> None:
    assert [each.value for each in options.services(typed)] == found


def test_suggestions_that_begin_so_come_first() -> None:
    search = suggesting(["Attachés d'administration", "Administrateurs", "Rédacteurs"])
    assert [each.value for each in search("admin")] == [
        "Administrateurs",
        "Attachés d'administration",
    ]
    assert [each.value for each in search("dadmin attaches")] == ["Attachés d'administration"]
    assert [each.value for each in search("REDAC")] == ["Rédacteurs"]
