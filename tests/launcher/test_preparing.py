"""What is left to do in `.venv`, told from its stamp."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tools.launcher import preparing

if TYPE_CHECKING:
    from pathlib import Path

WANTED = {"kind": "run", "lock": "1", "project": "2", "python": "3.11.7", "folder": "here"}


def test_nothing_is_done_when_the_stamp_matches() -> None:
    assert preparing.steps(WANTED, WANTED, usable=True) == []


@pytest.mark.parametrize("stamp", [{}, {**WANTED, "python": "3.12.1"}, {**WANTED, "folder": "x"}])
def test_an_unknown_environment_is_made_anew(stamp: dict[str, str]) -> None:
    assert preparing.steps(stamp, WANTED, usable=True) == ["venv", "lock", "project"]


def test_a_broken_environment_is_made_anew() -> None:
    assert preparing.steps(WANTED, WANTED, usable=False) == ["venv", "lock", "project"]


def test_a_new_lock_is_installed_over_the_old_one() -> None:
    assert preparing.steps({**WANTED, "lock": "0"}, WANTED, usable=True) == ["lock", "project"]
    assert preparing.steps(WANTED, {**WANTED, "kind": "dev"}, usable=True) == ["lock", "project"]


def test_a_new_project_file_installs_the_project_only() -> None:
    assert preparing.steps({**WANTED, "project": "0"}, WANTED, usable=True) == ["project"]


def test_a_stamp_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    assert preparing.read_stamp(tmp_path / "absent") == {}
    for text in ("", "{", "[]", "3"):
        (tmp_path / "stamp").write_text(text, encoding="utf-8")
        assert preparing.read_stamp(tmp_path / "stamp") == {}
