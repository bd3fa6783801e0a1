"""The glossary says what the code, the files and the screen say."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

import pytest

from mutudesk.domain.records import KINDS
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.kinds import layout_of
from tests.defined_names import PACKAGE, ROOT, defined

if TYPE_CHECKING:
    from collections.abc import Iterator

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
