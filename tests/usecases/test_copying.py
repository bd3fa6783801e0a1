"""A verified copy of the register, and what it may take the place of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.changes import create
from mutudesk.domain.findings import RefusedError
from mutudesk.usecases.copying import copy_register, moment_in_place
from mutudesk.usecases.opening import open_to_read, open_to_write
from mutudesk.usecases.recording import record
from tests.builders import NOW, agent, create_register, digest, facts_in, make_register, world

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path, world())


def test_a_copy_elsewhere(path: Path, tmp_path: Path) -> None:
    with open_to_read(path) as session:
        target = copy_register(session, tmp_path / "copie.mutu")
    assert facts_in(target) == set(world())


def test_a_copy_takes_the_place_of_a_former_copy(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "copie.mutu"
    with open_to_write(path) as session:
        copy_register(session, target)
        record(session, [create(agent("A-2"))], "record")
        copy_register(session, target)
    assert facts_in(target) == {*world(), agent("A-2")}


@pytest.mark.parametrize("content", [b"", b"un texte"])
def test_a_copy_takes_the_place_of_what_is_no_register(
    path: Path, tmp_path: Path, content: bytes
) -> None:
    target = tmp_path / "copie.mutu"
    target.write_bytes(content)
    with open_to_read(path) as session:
        copy_register(session, target)
    assert facts_in(target) == set(world())


def test_a_copy_never_takes_the_place_of_another_register(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "autre.mutu"
    create_register(other, world())
    before = digest(other)
    with open_to_read(path) as session, pytest.raises(RefusedError) as refused:
        copy_register(session, other)
    assert refused.value.findings[0].code == "register_in_place"
    assert digest(other) == before


def test_a_copy_that_is_open_to_write_keeps_its_place(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "copie.mutu"
    with open_to_read(path) as session:
        copy_register(session, target)
        with open_to_write(target), pytest.raises(RefusedError) as refused:
            copy_register(session, target)
    assert refused.value.findings[0].code == "locked_by"


def test_a_copy_that_went_on_by_itself_keeps_its_place(path: Path, tmp_path: Path) -> None:
    """What was recorded in it alone would be lost."""
    target = tmp_path / "copie.mutu"
    with open_to_read(path) as session:
        copy_register(session, target)
    with open_to_write(target) as other:
        record(other, [create(agent("A-2"))], "record")
    before = digest(target)
    with open_to_read(path) as session:
        for act in (copy_register, moment_in_place):
            with pytest.raises(RefusedError) as refused:
                act(session, target)
            assert refused.value.findings[0].code == "register_in_place"
    assert digest(target) == before


def test_the_question_says_when_the_former_copy_was_written_in(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "copie.mutu"
    with open_to_read(path) as session:
        assert moment_in_place(session, target) is None
        copy_register(session, target)
        assert moment_in_place(session, target) == NOW
        with pytest.raises(RefusedError) as refused:
            moment_in_place(session, path)
    assert refused.value.findings[0].code == "copy_onto_itself"
