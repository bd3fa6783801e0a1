"""What tests of the command line get: the demonstration, and a copy to write in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.e2e.command_runs import accepted


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration; nobody writes in it."""
    path = tmp_path_factory.mktemp("demo") / "demonstration.mutu"
    assert str(path) in accepted("demo", db=path)
    return path


@pytest.fixture
def register(demo: Path, tmp_path: Path) -> Path:
    """A copy of the demonstration to write in."""
    return Path(shutil.copy(demo, tmp_path / "registre.mutu"))
