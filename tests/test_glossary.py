"""The glossary says what the code, the files and the screen say."""

from __future__ import annotations

import ast
import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

import pytest

from mutudesk.domain.records import KINDS
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.kinds import layout_of

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "mutudesk"
NO_WORD = "–"


class Notion(NamedTuple):
    """One line of the table."""

    term: str
    identifiers: str
    file: str
    french: str
    english: str
    text: str


@lru_cache(maxsize=1)
def notions() -> list[Notion]:
    lines = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if "|" in line]
    return [Notion(*each) for each in cells if each[0] not in {"French term", "---"}]


def quoted(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


@lru_cache(maxsize=1)
def defined() -> set[str]:
    """The names of modules, by their path, and what they define; members as `Class.member`."""
    names: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        names.add(path.relative_to(PACKAGE).with_suffix("").as_posix())
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            names |= set(names_of(node))
            if isinstance(node, ast.ClassDef):
                members = [name for each in node.body for name in names_of(each)]
                members += [
                    each.attr
                    for each in ast.walk(node)
                    if isinstance(each, ast.Attribute) and isinstance(each.ctx, ast.Store)
                ]
                names |= {f"{node.name}.{name}" for name in members}
    return names


def names_of(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.ClassDef | ast.FunctionDef):
        yield node.name
    elif isinstance(node, ast.Assign):
        yield from (each.id for each in node.targets if isinstance(each, ast.Name))
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target.id


def shown(language: str) -> str:
    """All that the screen says in a language, as one text to look into."""
    texts: list[str] = []
    for file in (ROOT / "resources" / "i18n").glob("*.ts"):
        tags = {"translation"} if file.stem.endswith(language) else set()
        tags |= {"source"} if language == "en" else set()
        parts = ET.parse(file).iter()  # noqa: S314 - our own
        texts += [text for part in parts if part.tag in tags for text in part.itertext()]
    for file in (ROOT / "resources").rglob("*.toml"):
        if file.stem == language or (file.parent.name == "templates" and language == "fr"):
            texts += leaves(tomllib.loads(file.read_text(encoding="utf-8")))
    return plain("\n".join(texts))


def leaves(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from leaves(each)
    elif isinstance(value, str):
        yield value


def plain(text: str) -> str:
    return text.casefold().replace("&", "").replace("’", "'").replace("\u00a0", " ")


def test_identifiers_exist() -> None:
    named = {name for each in notions() for name in quoted(each.identifiers)}
    assert sorted(named - defined()) == []
    assert all(quoted(each.identifiers) for each in notions())


def test_columns_exist() -> None:
    for each in notions():
        if each.file != NO_WORD:
            kind, *columns = quoted(each.file)
            assert columns, each.term
            assert set(columns) <= set(layout_of(ExchangeKind(kind)).header), each.term


def test_every_kind_of_record_and_every_file_has_its_line() -> None:
    named = {name for each in notions() for name in quoted(each.identifiers)}
    assert {kind.fact_type.__name__ for kind in KINDS} <= named
    files = {quoted(each.file)[0] for each in notions() if each.file != NO_WORD}
    assert files == {kind.value for kind in ExchangeKind}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_words_are_on_the_screen(language: str) -> None:
    text = shown(language)
    cells = [each.french if language == "fr" else each.english for each in notions()]
    words = [word for cell in cells if cell != NO_WORD for word in cell.split("; ")]
    assert [word for word in words if plain(word) not in text] == []


def test_no_comment_points_outside_the_repository() -> None:
    assert [
        path.name for path in PACKAGE.rglob("*.py") if "DOMAIN" in path.read_text("utf-8")
    ] == []
