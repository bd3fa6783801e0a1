"""Check the sizes that CONTRIBUTING.md promises, and that no class name means two things.

    python tools/limits.py

A function is counted from `def` to its end, docstring included, decorators not; a class likewise; a
module whole. What is larger today stands in `tools/limits.toml` with its size. That list may only
shrink: an entry that is not needed any more, or larger than what it stands for, fails as well.

Tests are held to the size of a module alone: a test tells one story, and its parts help nobody.
Migrations are held to nothing: what was released does not change any more.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parent.parent
EXCEPTIONS = "tools/limits.toml"
LIMITS = {"function": 50, "class": 250, "module": 400}
PROGRAM = "mutudesk"
FOLDERS = (PROGRAM, "tools", "tests")
MODULES_ALONE = "tests/"
FROZEN = "mutudesk/storage/migrations/versions/"


class Piece(NamedTuple):
    """A module, class or function, and its lines; `name` is dotted, empty for a module."""

    kind: str
    path: str
    name: str
    line: int
    lines: int

    @property
    def key(self) -> str:
        """What it is called in the list of exceptions."""
        return f"{self.path}:{self.name}" if self.name else self.path

    @property
    def words(self) -> str:
        """What it is called in a message."""
        return f"{self.kind} {self.name}" if self.name else self.kind


def main() -> int:
    """Print what is wrong; return the exit status."""
    problems = check(ROOT)
    sys.stdout.writelines(f"{each}\n" for each in problems)
    return int(bool(problems))


def check(root: Path) -> list[str]:
    """Return what is wrong below a folder laid out as this repository, one line each."""
    path = root / EXCEPTIONS
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    allowed = tomllib.loads(text)
    pieces = [each for folder in FOLDERS for each in pieces_below(root, folder)]
    sizes, names = allowed.get("lines", {}), allowed.get("names", {})
    wrong = [*too_large(pieces, sizes), *ambiguous(pieces, names)]
    stale = [*too_lax(measured(pieces), sizes), *too_lax(defined(pieces), names)]
    return [*wrong, *(f"{EXCEPTIONS}:{line_of(text, key)}: {words}" for key, words in stale)]


# What there is ------------------------------------------------------------------------------------


def pieces_below(root: Path, folder: str) -> Iterator[Piece]:
    """Yield the modules of a folder and, outside the tests, their classes and functions."""
    for file in sorted((root / folder).rglob("*.py")):
        path = file.relative_to(root).as_posix()
        if path.startswith(FROZEN):
            continue
        text = file.read_text(encoding="utf-8")
        yield Piece("module", path, "", 1, len(text.splitlines()))
        if not path.startswith(MODULES_ALONE):
            yield from pieces_in(ast.parse(text, path), path)


def pieces_in(node: ast.AST, path: str, outer: str = "") -> Iterator[Piece]:
    """Yield the classes and functions below a node, those inside others too."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            kind = "class" if isinstance(child, ast.ClassDef) else "function"
            name = f"{outer}.{child.name}" if outer else child.name
            last = child.end_lineno or child.lineno
            yield Piece(kind, path, name, child.lineno, last - child.lineno + 1)
            yield from pieces_in(child, path, name)
        else:
            yield from pieces_in(child, path, outer)


def measured(pieces: list[Piece]) -> dict[str, int]:
    """Return the size of each piece that is larger than its limit."""
    large: dict[str, int] = {}
    for each in pieces:
        if each.lines > LIMITS[each.kind]:
            large[each.key] = max(each.lines, large.get(each.key, 0))
    return large


def definitions(pieces: list[Piece]) -> dict[str, list[Piece]]:
    """Return the public classes of the program that have a name in common, by this name."""
    found: dict[str, list[Piece]] = defaultdict(list)
    for each in pieces:
        public = each.kind == "class" and not each.name.startswith("_") and "." not in each.name
        if public and each.path.startswith(f"{PROGRAM}/"):
            found[each.name].append(each)
    return {name: several for name, several in found.items() if len(several) > 1}


def defined(pieces: list[Piece]) -> dict[str, int]:
    """Return how often each ambiguous name is defined."""
    return {name: len(several) for name, several in definitions(pieces).items()}


# What is wrong ------------------------------------------------------------------------------------


def too_large(pieces: list[Piece], allowed: Mapping[str, int]) -> Iterator[str]:
    """Yield what is larger than its limit, or than its exception."""
    for each in pieces:
        limit = max(LIMITS[each.kind], allowed.get(each.key, 0))
        if each.lines > limit:
            yield f"{each.path}:{each.line}: {each.words} has {each.lines} lines, more than {limit}"


def ambiguous(pieces: list[Piece], allowed: Mapping[str, int]) -> Iterator[str]:
    """Yield the last definition of each class name that means more things than it may."""
    for name, (*others, last) in definitions(pieces).items():
        if len(others) + 1 > allowed.get(name, 1):
            known = ", ".join(f"{each.path}:{each.line}" for each in others)
            yield f"{last.path}:{last.line}: class {name} is defined in {known} too"


def too_lax(real: Mapping[str, int], allowed: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Yield the exceptions that must shrink, each with what is to be done."""
    for key, number in allowed.items():
        if key not in real:
            yield key, f"{key} needs no exception any more: take it out"
        elif real[key] < number:
            yield key, f"{key} is allowed {number}: lower it to {real[key]}"


def line_of(text: str, key: str) -> int:
    """Return the line of an exception, 1 if it is written in an unusual way."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.partition("=")[0].strip().strip('"') == key:
            return number
    return 1


if __name__ == "__main__":
    sys.exit(main())
