"""Each document stands on what they share; what they share, and printing, know none of them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import mutudesk
from mutudesk.resources import resource_path

PACKAGE = Path(mutudesk.__file__).parent
FOLDER = PACKAGE / "documents"
_VALUE = re.compile(r"^[A-Z]+: Document\[\w+\] = Document\(", re.MULTILINE)


def unit(path: Path) -> str:
    """The module or package right under `documents` that a file belongs to."""
    return path.relative_to(FOLDER).parts[0].removesuffix(".py")


FILES = sorted(FOLDER.rglob("*.py"))
DOCUMENTS = {unit(path) for path in FILES if _VALUE.search(path.read_text(encoding="utf-8"))}


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    found = (re.match(r"mutudesk\.documents\.(\w+)", name) for name in names)
    return {each.group(1) for each in found if each}


def test_the_documents_are_found() -> None:
    assert {"authorities", "convention", "matrix"} <= DOCUMENTS


def test_no_document_is_known_to_another_or_to_what_they_share() -> None:
    for path in [*FILES, PACKAGE / "usecases" / "printing.py"]:
        own = {unit(path)} if path.is_relative_to(FOLDER) else set()
        assert not imported(path) & DOCUMENTS - own, path


def test_each_document_has_a_template() -> None:
    templates = [path.name for path in resource_path("templates").glob("*.toml")]
    assert all(any(name.startswith(each) for name in templates) for each in DOCUMENTS)
