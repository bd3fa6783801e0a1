"""What the package defines, by name: for the tests that hold texts against the program."""

from __future__ import annotations

import ast
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "mutudesk"


@lru_cache(maxsize=1)
def defined() -> set[str]:
    """The names of modules, by their path, and what they define; members as `Class.member`."""
    names: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        names.add(path.relative_to(PACKAGE).with_suffix("").as_posix())
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            names |= set(_names_of(node))
            if isinstance(node, ast.ClassDef):
                members = [name for each in node.body for name in _names_of(each)]
                members += [
                    each.attr
                    for each in ast.walk(node)
                    if isinstance(each, ast.Attribute) and isinstance(each.ctx, ast.Store)
                ]
                names |= {f"{node.name}.{name}" for name in members}
    return names


def _names_of(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.ClassDef | ast.FunctionDef):
        yield node.name
    elif isinstance(node, ast.Assign):
        yield from (each.id for each in node.targets if isinstance(each, ast.Name))
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target.id
