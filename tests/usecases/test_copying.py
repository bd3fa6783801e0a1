"""A verified copy of the register, and what it may take the place of."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.changes import create
from mutudesk.domain.findings import RefusedError
from mutudesk.usecases.copying import copy_register, moment_in_place
from mutudesk.usecases.opening import open_to_read, open_to_write
from mutudesk.usecases.recording import record
from tests.builders import NOW, agent, create_register, digest, facts_in, make_register, world

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


SUPER_JOURNAL = bytes.fromhex("d9d505f920a163d7")  # how a journal ends that names another file


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


def test_a_copy_takes_the_place_of_no_odd_thing(path: Path, tmp_path: Path) -> None:
    """Nor does a pipe make it wait; a register that cannot be looked into may be one to mend."""
    target = tmp_path / "copie.mutu"
    odd: dict[str, Callable[[], object]] = {
        "pipe_in_place": lambda: os.mkfifo(target),
        "folder_in_place": target.mkdir,
        "device_in_place": lambda: target.symlink_to("/dev/full"),
        "register_in_place": lambda: target.write_bytes(path.read_bytes()[:5_000]),
    }
    for code, put in odd.items():
        put()
        with open_to_read(path) as session:
            for act in (copy_register, moment_in_place):
                with pytest.raises(RefusedError) as refused:
                    act(session, target)
                assert refused.value.findings[0].code == code
        if target.is_dir():
            target.rmdir()
        else:
            target.unlink()


def test_a_copy_over_a_register_with_a_foreign_journal_is_refused(
    path: Path, tmp_path: Path
) -> None:
    target = tmp_path / "copie.mutu"
    create_register(target, world())
    target.with_name("copie.mutu-journal").write_bytes(bytes(100) + SUPER_JOURNAL)
    before = digest(target)
    with open_to_read(path) as session, pytest.raises(RefusedError) as refused:
        copy_register(session, target)
    assert refused.value.findings[0].code == "register_in_place"
    assert digest(target) == before


def test_a_copy_through_a_link_replaces_the_real_copy(path: Path, tmp_path: Path) -> None:
    (tmp_path / "loin").mkdir()
    real, link = tmp_path / "loin" / "vraie.mutu", tmp_path / "copie.mutu"
    link.symlink_to(real)
    with open_to_write(path) as session:
        copy_register(session, link)
        record(session, [create(agent("A-2"))], "record")
        copy_register(session, link)
    assert link.is_symlink()
    assert facts_in(real) == {*world(), agent("A-2")}
    names = {each.name for each in real.parent.iterdir() if not each.name.endswith(".lock")}
    assert names == {"vraie.mutu", "vraie.mutu.json"}


def test_a_name_too_long_is_said_as_such(path: Path, tmp_path: Path) -> None:
    with open_to_read(path) as session:
        for length in (300, 252):
            with pytest.raises(RefusedError, match="name_too_long"):
                copy_register(session, tmp_path / ("n" * length))
