"""The one place where a value of the register meets the text of a template.

 A template is written by legal staff, a value by anybody. The template may choose between wordings
and repeat them, nothing else: node types are a whitelist, because the sandbox of jinja2 alone stops
neither `'a' * 10**9` nor method calls. A value is always text: every sign that could be markup is
escaped, and its letters are fenced so that later steps know them from the words of the template.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from jinja2 import StrictUndefined, TemplateError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mutudesk.documents.fonts import printed_form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Template as JinjaTemplate

# Private signs: no font prints them and no value may hold them (mutudesk.documents.fonts).
VALUE_START, VALUE_END = "\ue001", "\ue002"
BLANK_START, BLANK_END = "\ue003", "\ue004"

_ALLOWED_NODES = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.If,
    nodes.For,
    nodes.Compare,
    nodes.Operand,
    nodes.Const,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Filter,
)
_ALLOWED_FILTERS = frozenset({"length", "lines", "sentence", "unended"})
_MARKUP_SIGNS = re.compile(r"([!-/:-@\[-`{-~])", re.ASCII)
_ITEM = re.compile(r"[-–—•*]\s+(?=\S)")
_FENCES = dict.fromkeys(map(ord, VALUE_START + VALUE_END + BLANK_START + BLANK_END))


class TemplateFileError(ValueError):
    """A template file is wrong; the message names the part and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Blank:
    """Something to be completed by hand; `number` finds its declaration again."""

    number: int


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """A text of several lines, for a place where it stands alone: one paragraph or item each."""

    lines: tuple[str, ...]


Value: TypeAlias = str | bool | Blank | Paragraphs | tuple[str, ...]


def _finalize(value: object) -> object:
    match value:
        case Paragraphs():
            return "\n\n".join(_paragraph(each) for each in value.lines)
        case Blank():
            return f"{BLANK_START}{value.number}{BLANK_END}"
        case str():
            text = printed_form(value).translate(_FENCES).replace("\n", " ")
            return VALUE_START + _MARKUP_SIGNS.sub(r"\\\1", text) + VALUE_END if text else ""
        case int() if not isinstance(value, bool):
            return str(value)
        case _:
            raise TemplateFileError(f"a {type(value).__name__} cannot be printed")


def _paragraph(line: str) -> str:
    marked = _ITEM.match(line)
    if marked is None:
        return str(_finalize(line))
    return f"- {_finalize(line[marked.end() :])}"


def _unended(value: str) -> str:
    """The text without its final full stop, for use inside a sentence."""
    return value.rstrip().removesuffix(".")


def _sentence(value: Value) -> Value:
    """The text as sentences of its own: a capital, and a full stop; a blank as it is.

    Each of its lines is a paragraph, and an item where it begins with a dash.
    """
    if not isinstance(value, str) or not value.strip():
        return value
    text = value.strip()
    ended = text if text.endswith((".", "…", "!", "?")) else f"{text}."
    kept = _lines(ended[:1].upper() + ended[1:])
    return kept.lines[0] if len(kept.lines) == 1 and not _ITEM.match(kept.lines[0]) else kept


def _lines(value: str) -> Paragraphs:
    """The lines of a text as they are: each a paragraph, an item where it begins with a dash."""
    stripped = (each.strip() for each in value.splitlines())
    return Paragraphs(tuple(each for each in stripped if each))


def _environment() -> ImmutableSandboxedEnvironment:
    # No HTML here: the escaping is `_finalize`, for the markup that comes next.
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        autoescape=False,
        finalize=_finalize,
    )
    environment.globals.clear()
    environment.filters = {
        "length": len,
        "lines": _lines,
        "sentence": _sentence,
        "unended": _unended,
    }
    environment.tests.clear()
    return environment


_ENVIRONMENT = _environment()


@dataclass(frozen=True, slots=True)
class Source:
    """One compiled text of a template; `where` it stands, and the `names` of its placeholders."""

    where: str
    names: frozenset[str]
    compiled: JinjaTemplate = field(compare=False, repr=False)

    def fill(self, values: Mapping[str, Value]) -> str:
        """The text with its values, still in markup. Raises TemplateFileError for a missing one."""
        try:
            return self.compiled.render(values)
        except TemplateError as problem:
            raise TemplateFileError(str(problem)) from problem


def compile_source(where: str, text: str) -> Source:
    """Compile one text of a template. Raises TemplateFileError naming `where` and the line."""
    try:
        tree = _ENVIRONMENT.parse(text)
    except TemplateError as problem:
        line = getattr(problem, "lineno", "?")
        raise TemplateFileError(f"{where}, line {line}: {problem}") from problem
    for node in tree.find_all(nodes.Node):
        allowed = isinstance(node, _ALLOWED_NODES)
        if isinstance(node, nodes.Filter):
            allowed = node.name in _ALLOWED_FILTERS
        elif isinstance(node, nodes.Getattr):
            allowed = isinstance(node.node, nodes.Name) and node.node.name == "loop"
        if not allowed:
            raise TemplateFileError(f"{where}, line {node.lineno}: {type(node).__name__}")
    names = frozenset(meta.find_undeclared_variables(tree))
    return Source(where, names, _ENVIRONMENT.from_string(tree))
