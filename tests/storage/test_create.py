"""A register appears whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.changes import create
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.register import new_register
from mutudesk.storage import journal, register_file, unit_of_work
from mutudesk.storage.journal import broken_links
from mutudesk.storage.register_file import RegisterFile
from tests.builders import (
    EPCI,
    ROYAT,
    act,
    create_register,
    facts_in,
    mandate,
    reading,
    since,
    world,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def refused_code(path: Path) -> str:
    with pytest.raises(RefusedError) as refused:
        create_register(path, world())
    (finding,) = refused.value.findings
    assert str(path).startswith(str(finding.values["path"]))
    return finding.code


def test_it_holds_what_was_given_and_says_whose_it_is(tmp_path: Path) -> None:
    path = tmp_path / "registre.mutu"
    create_register(path, world())
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    assert facts_in(path) == set(world())
    with reading(path) as session, session.register.read() as unit:
        assert unit.epci_siren() == EPCI
        assert unit.reference_vintage() == "2025-01-01"
        assert list(broken_links(unit.connection)) == []


def test_missing_folders_are_made(tmp_path: Path) -> None:
    path = tmp_path / "un" / "deux" / "registre.mutu"
    create_register(path, world())
    assert facts_in(path) == set(world())


@pytest.mark.parametrize(
    "put",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_text("x"),
        lambda path: path.mkdir(),
        lambda path: path.symlink_to("absent"),
        lambda path: create_register(path, world()),
    ],
    ids=["an empty file", "a file", "a folder", "a link to nothing", "a register"],
)
def test_an_existing_path_is_refused_and_left_alone(
    tmp_path: Path, put: Callable[[Path], object]
) -> None:
    path = tmp_path / "registre.mutu"
    put(path)
    before = os.lstat(path)
    assert refused_code(path) == "path_taken"
    assert os.lstat(path) == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "step", ["create_schema", "write_changes", "journal", "rename", "an overlap"]
)
def test_a_failure_midway_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    facts = world()

    def fail(*_arguments: object, **_options: object) -> None:
        raise MemoryError(step)

    match step:
        case "journal":
            monkeypatch.setattr(journal, "append", fail)
        case "rename":
            monkeypatch.setattr(Path, "hardlink_to", fail)
        case "an overlap":
            facts.append(mandate(ROYAT, since("2020-01-01")))
        case _:
            module = unit_of_work if step == "write_changes" else register_file
            monkeypatch.setattr(module, step, fail)
    with pytest.raises((MemoryError, RefusedError)):
        create_register(tmp_path / "registre.mutu", facts)
    assert list(tmp_path.iterdir()) == []


def test_whoever_comes_first_keeps_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody puts a file there while the register is being made."""
    path = tmp_path / "registre.mutu"
    append = journal.append

    def meanwhile(*arguments: object) -> None:
        append(*arguments)  # type: ignore[arg-type] # passed on
        path.write_text("à moi")

    monkeypatch.setattr(journal, "append", meanwhile)
    assert refused_code(path) == "path_taken"
    assert path.read_text() == "à moi"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("x")
    assert refused_code(tmp_path / "fichier" / "registre.mutu") == "not_a_folder"
    assert refused_code(tmp_path / ("x" * 250)) == "name_too_long"  # its companions would be
    assert [each.name for each in tmp_path.iterdir()] == ["fichier"]


def test_an_unknown_agglomeration_makes_no_register(tmp_path: Path) -> None:
    own = new_register("1", "", act().at)
    with pytest.raises(KeyError):
        RegisterFile.create(
            tmp_path / "registre.mutu", [create(each) for each in (*world(), own)], act()
        )
    assert list(tmp_path.iterdir()) == []
