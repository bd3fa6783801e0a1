"""Reading a template file: its texts typeset and compiled, its parts checked.

 An undeclared or unused placeholder, a missing section or a mark that cannot be printed is an error
at load, so that a document never meets it.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from mutudesk.documents.sandbox import Source, TemplateFileError, compile_source
from mutudesk.documents.template_checks import check_template
from mutudesk.documents.template_file import TemplateTable
from mutudesk.documents.templates import (
    Annex,
    Article,
    Moment,
    Piece,
    Placeholder,
    ProposedClause,
    Status,
    Template,
)
from mutudesk.domain.clauses import unknown_names
from mutudesk.domain.services import LegalGround
from mutudesk.language.french import NO_BREAK, nonbreaking

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.documents.template_checks import TemplateShape

_TAGS = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.DOTALL)
_REFERENCE = re.compile(r"\b([Aa]nnexe|L\.) (?=\d)")


def load_template(path: Path, shape: TemplateShape) -> Template:
    """Read and check one template file. Raises TemplateFileError naming the part that is wrong."""
    try:
        root = TemplateTable(path.name, tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise TemplateFileError(f"{path.name}: {problem}") from problem
    template = _read(root)
    root.finish()
    check_template(template, shape)
    return template


def _read(root: TemplateTable) -> Template:
    return Template(
        id=root.text("id"),
        noun=root.text("noun"),
        version=root.number("version"),
        valid_from=root.day("valid_from"),
        legal_ground=(root.choice("legal_ground", LegalGround) if "legal_ground" in root else None),
        placeholders=_placeholders(root.table("placeholders")),
        party_placeholders=_placeholders(root.table("party_placeholders", optional=True)),
        aliases=_texts(root.table("aliases", optional=True)),
        heads=_texts(root.table("heads", optional=True)),
        councils=_texts(root.table("councils", optional=True)),
        words=_texts(root.table("words")),
        sections=_sources(root.table("sections")),
        party_sections=_sources(root.table("party_sections", optional=True)),
        articles=tuple(
            Article(_source(each, "title"), _source(each, "body"), each.text("table_after", ""))
            for each in root.list("articles")
        ),
        powers=tuple(
            (
                _literal(each.text("power")),
                _literal(each.text("hierarchical")),
                _literal(each.text("functional")),
            )
            for each in root.list("powers")
        ),
        annexes=tuple(
            Annex(
                each.text("key"),
                _source(each, "title"),
                _source(each, "body"),
                _source(each, "empty") if "empty" in each else None,
            )
            for each in root.list("annexes")
        ),
        pieces=tuple(
            Piece(
                _source(each, "text"),
                each.text("scope", "convention") == "party",
                _moment(each),
            )
            for each in root.list("pieces")
        ),
        clauses=tuple(_clause(each) for each in root.list("clauses")),
    )


def _clause(table: TemplateTable) -> ProposedClause:
    """Its texts are written as an office writes them: their names stand between braces."""
    text = _clause_text(table, "text")
    own = _clause_text(table, "own") if "own" in table else text
    return ProposedClause(table.text("name"), _literal(table.text("where")), text, own)


def _clause_text(table: TemplateTable, key: str) -> str:
    text = table.text(key).strip()
    for unknown in unknown_names(text):
        raise TemplateFileError(f"{table.where}.{key}: {unknown.text} is no name")
    return text


def _placeholders(table: TemplateTable) -> dict[str, Placeholder]:
    return {
        name: Placeholder(
            name,
            each.choice("status", Status),
            _source(each, "label"),
            each.number("blank", 0),
            each.number("lines", 0),
            _moment(each),
        )
        for name, each in table.tables()
    }


def _moment(table: TemplateTable) -> Moment:
    return table.choice("moment", Moment) if "moment" in table else Moment.VOTE


def _texts(table: TemplateTable) -> dict[str, str]:
    return {name: _literal(table.text(name)) for name in table}


def _sources(table: TemplateTable) -> dict[str, Source]:
    return {name: _source(table, name) for name in table}


def _source(table: TemplateTable, key: str) -> Source:
    text = table.text(key)
    typeset = "".join(
        part if _TAGS.fullmatch(part) else _literal(part) for part in _TAGS.split(text)
    )
    return compile_source(f"{table.where}.{key}", typeset)


def _literal(text: str) -> str:
    """Words of a template with the spaces and apostrophes of French typography."""
    return _REFERENCE.sub(rf"\1{NO_BREAK}", nonbreaking(text).replace("~", NO_BREAK))
