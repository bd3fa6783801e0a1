"""Only acts make changes: a widget or a command asks for them, shows them and hands them on."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import mutudesk

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = Path(mutudesk.__file__).parent
CHANGES = "mutudesk.domain.changes"
HINT = {"AnyChange"}  # what annotations call a change
# Completing adds to what an act says, whatever the act.
ELSEWHERE = {"usecases/implied_changes.py": {"Change", "with_period"}}


def _taken(path: Path) -> Iterator[str]:
    """The names that a module takes from where changes are made; `*` for the module itself."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == CHANGES:
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "mutudesk.domain":
            yield from ("*" for each in node.names if each.name == "changes")
        elif isinstance(node, ast.Import):
            yield from ("*" for each in node.names if each.name == CHANGES)


def _called(path: Path) -> set[str]:
    """The names that a module calls, bare or as an attribute."""
    calls = (
        node.func
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    )
    return {
        func.id if isinstance(func, ast.Name) else func.attr
        for func in calls
        if isinstance(func, ast.Name | ast.Attribute)
    }


@pytest.mark.parametrize("layer", ["ui", "cli"])
def test_faces_make_no_change(layer: str) -> None:
    modules = list((PROGRAM / layer).rglob("*.py"))
    assert modules
    for path in modules:
        assert set(_taken(path)) <= HINT, path
        assert not _called(path) & {"Change", "AnyChange"}, path


def test_what_else_makes_changes_is_known() -> None:
    found = {}
    for path in (PROGRAM / "usecases").rglob("*.py"):
        name = path.relative_to(PROGRAM).as_posix()
        taken = set(_taken(path)) - HINT
        if taken and not name.startswith("usecases/acts/"):
            found[name] = taken
    assert found == ELSEWHERE
