"""A register that was worked in, and `check` as an office runs it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from mutudesk.app import main
from mutudesk.domain.agents import Agent
from mutudesk.domain.changes import correct, create, delete
from mutudesk.domain.findings import RefusedError
from mutudesk.usecases.checking import check_register
from mutudesk.usecases.opening import open_to_read
from mutudesk.usecases.recording import record
from tests.builders import (
    agent,
    all_stored,
    digest,
    make_register,
    one_stored,
    position,
    world,
    writing,
)

if TYPE_CHECKING:
    from tests.tampering import Checked


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A register that was worked in: an agent was entered, corrected, and another one deleted."""
    path = tmp_path / "registres" / "registre.mutu"
    path.parent.mkdir()
    path.write_bytes(_worked_in())
    return path


@cache
def _worked_in() -> bytes:
    with TemporaryDirectory() as folder:
        path = make_register(Path(folder), world())
        with writing(path) as session:
            record(session, [create(agent("A-2")), create(position("A-2"))], "create")
            record(session, [create(agent("A-3")), create(position("A-3"))], "create")
            for name in ("Roux", "Brun"):
                stored = one_stored(session, Agent, matricule="A-2")
                record(session, [correct(stored, agent("A-2", last_name=name))], "correct")
            third = (agent("A-3"), position("A-3"))
            gone = [each for each in all_stored(session) if each.fact in third]
            record(session, [delete(each) for each in gone], "delete")
        return path.read_bytes()


@pytest.fixture
def checked(capfd: pytest.CaptureFixture[str]) -> Checked:
    """Check as an office does; return the exit code, the codes and the words."""
    return lambda path: _checked(path, capfd)


def _checked(path: Path, capfd: pytest.CaptureFixture[str]) -> tuple[int, set[str], str]:
    before = digest(path)
    number = main(["--db", str(path), "check"])
    words = capfd.readouterr().err
    try:
        with open_to_read(path, touch=False) as session:
            codes = {each.code for each in check_register(session).refusals}
    except RefusedError as refused:
        codes = {each.code for each in refused.findings}
    assert digest(path) == before
    assert {each.name for each in path.parent.iterdir()} - {f".{path.name}.lock"} == {path.name}
    return number, codes, words
