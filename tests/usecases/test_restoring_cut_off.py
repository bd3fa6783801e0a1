"""A restore that was cut off is gone through again, or forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.storage.backup_list import backups_of
from tests.builders import agent, facts_in, position
from tests.usecases.restored_registers import (
    ALL,
    backed_up_register,
    is_in_order,
    restored,
    write,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A register with one act after its first, backed up."""
    return backed_up_register(tmp_path / "registres")


def test_a_journal_without_its_register_stands_in_no_way(path: Path) -> None:
    """A restore was cut off between moving the one and the other aside."""
    beside = path.with_name(f"{path.name}-journal")
    path.unlink()
    beside.write_bytes(bytes.fromhex("d9d505f920a163d7") + bytes(600))
    done = restored(path)
    assert facts_in(path) == ALL
    assert is_in_order(path)
    assert not beside.exists()
    assert done.aside is None
    (kept,) = path.parent.glob("*avant restauration*")
    assert kept.name.endswith("-journal")


def test_the_second_name_of_a_restore_that_was_cut_off_is_forgotten(path: Path) -> None:
    """The register was to be kept under it; the copy never came, and it would be read only."""
    second = path.with_name("registre (avant restauration 2016-09-01 10h30).mutu")
    second.hardlink_to(path)
    write(path, "A-7")
    assert not second.exists()
    assert facts_in(path) == {*ALL, agent("A-7"), position("A-7")}
    before = path.read_bytes()
    done = restored(path, backups_of(path)[-1].path)
    write(path, "A-8")
    assert done.aside is not None
    assert done.aside.read_bytes() == before
