"""Nothing that is written out ever takes the place of a register, whoever's it is."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.findings import RefusedError
from mutudesk.domain.listings import ListQuery
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.usecases.authority_exporting import export_authorities
from mutudesk.usecases.exporting import export_folder, export_kind
from mutudesk.usecases.matrix import export_matrix, print_matrix, read_matrix
from mutudesk.usecases.opening import open_to_read
from tests.builders import day, digest, make_register, world

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mutudesk.usecases.session import Session

ON = day("2016-09-01")

OUTPUTS: dict[str, Callable[[Session, Path], object]] = {
    "one kind": lambda session, path: export_kind(session, ExchangeKind.BODIES, path),
    "who commands whom": lambda session, path: export_authorities(session, ListQuery(ON), path),
    "matrix as CSV": lambda session, path: export_matrix(session, read_matrix(session, ON), path),
    "matrix as PDF": lambda session, path: print_matrix(session, read_matrix(session, ON), path),
}


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return open_to_read(make_register(tmp_path / "registres", world()))


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("cut", [False, True], ids=["whole", "cut short"])
def test_another_register_is_not_replaced(
    session: Session, tmp_path: Path, output: str, cut: bool
) -> None:
    other = make_register(tmp_path / "autre", world())
    if cut:
        other.write_bytes(other.read_bytes()[:5_000])
    before = digest(other)
    with session, pytest.raises(RefusedError) as refused:
        OUTPUTS[output](session, other)
    assert refused.value.findings[0].code == "register_in_place"
    assert digest(other) == before
    assert [each.name for each in other.parent.iterdir()] == [other.name]


@pytest.mark.parametrize("output", OUTPUTS)
def test_nor_is_one_beside_a_journal_of_another_program(
    session: Session, tmp_path: Path, output: str
) -> None:
    other = make_register(tmp_path / "autre", world())
    other.with_name(f"{other.name}-journal").mkdir()
    before = digest(other)
    with session, pytest.raises(RefusedError) as refused:
        OUTPUTS[output](session, other)
    assert refused.value.findings[0].code == "register_in_place"
    assert digest(other) == before


def test_an_export_of_everything_stops_before_it_begins(session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    register = make_register(tmp_path / "autre", world())
    shutil.copy(register, folder / "terms.csv")
    before = digest(folder / "terms.csv")
    with session, pytest.raises(RefusedError) as refused:
        export_folder(session, folder)
    assert refused.value.findings[0].code == "register_in_place"
    assert digest(folder / "terms.csv") == before
    assert [each.name for each in folder.iterdir()] == ["terms.csv"]
