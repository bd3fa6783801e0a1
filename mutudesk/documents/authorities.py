"""The list *Qui commande qui* of a date: both authorities of each mission share, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import A4

from mutudesk.documents.document import Document
from mutudesk.documents.filling import FilledTemplate
from mutudesk.documents.flow import flow
from mutudesk.documents.layout import FileFacts, Paper
from mutudesk.documents.listing import ListColumn, ListGroup, Listing
from mutudesk.documents.papers import lying
from mutudesk.documents.printable import refuse_unprintable
from mutudesk.documents.register_text import shown, shown_quality
from mutudesk.documents.template_checks import TemplateShape
from mutudesk.documents.template_choice import TemplateFamily, template_for
from mutudesk.language.bodies import known_name
from mutudesk.language.elision import printed_name
from mutudesk.language.french import NO_BREAK, long_date, number, percentage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from reportlab.platypus import Flowable

    from mutudesk.documents.filling import Given
    from mutudesk.documents.templates import Template
    from mutudesk.domain.listings import AuthorityHolder, AuthorityRow

_TEMPLATES = TemplateFamily(
    "authorities",
    TemplateShape(
        sections=frozenset(
            {"masthead", "file_title", "foot", "title", "dated", "situation", "note", "empty"}
        ),
        words=frozenset(
            {"page", "agent", "mission", "beneficiary", "share", "hierarchical", "operational"}
            | {"vacant", "acting", "no_body", "going_on"}
        ),
    ),
)
_PAPER = lying(A4)


class Grouping(Enum):
    """What the lines are put together by."""

    SERVICE = "service"
    MAYOR = "mayor"  # whoever holds the operational authority


@dataclass(frozen=True, slots=True)
class AuthorityGroup:
    """The lines of one service, or under one operational authority (`head`)."""

    code: str
    name: str
    head: AuthorityHolder | None
    lines: Callable[[], Iterator[AuthorityRow]]


@dataclass(frozen=True, slots=True)
class AuthorityList:
    """The mission shares in force on a date; `owner` is the agglomeration's name of that date.

    `service` names the only one asked for, or is empty. The lines are read while they are laid out.
    """

    dated: date
    owner: str
    service: str
    grouping: Grouping
    count: int
    groups: tuple[AuthorityGroup, ...]


def _template(content: AuthorityList) -> Template:
    return template_for(_TEMPLATES, content.dated)


def _fill(content: AuthorityList, template: Template) -> FilledTemplate:
    values: dict[str, Given] = {
        "owner": shown(content.owner),
        "dated": long_date(content.dated),
        "count": number(content.count),
        "several": content.count > 1,
        "service": shown(content.service),
        "by_mayor": content.grouping is Grouping.MAYOR,
    }
    return FilledTemplate(template, values)


def _facts(content: AuthorityList, filled: FilledTemplate) -> FileFacts:
    template = filled.template
    return FileFacts(
        title=filled.text(template.sections["file_title"]),
        subject=filled.text(template.sections["dated"]),
        author=shown(content.owner),
        dated=content.dated,
        foot=filled.text(template.sections["foot"]),
        page_word=template.words["page"],
    )


def _paper(_content: AuthorityList) -> Paper:
    return _PAPER


def _story(content: AuthorityList, filled: FilledTemplate) -> Iterator[Flowable]:
    yield from flow(filled.section("masthead"), filled, "masthead")
    yield from flow(filled.section("title"), filled, "list-title")
    yield from flow(filled.section("dated"), filled, "list-date")
    if not content.count:
        yield from flow(filled.section("empty"), filled, "list-body")
        return
    yield from flow(filled.section("situation"), filled, "list-body")
    yield from flow(filled.section("note"), filled, "list-body")
    words = filled.template.words
    columns = (
        ListColumn(words["agent"], 0.15),
        ListColumn(words["mission"], 0.235),
        ListColumn(words["beneficiary"], 0.135),
        ListColumn(words["share"], 0.06, figures=True),
        ListColumn(words["hierarchical"], 0.21, apart=True),
        ListColumn(words["operational"], 0.21, apart=True),
    )
    yield Listing(columns, _groups(content, words), _PAPER, words["going_on"])


def _groups(content: AuthorityList, words: Mapping[str, str]) -> Iterator[ListGroup]:
    for group in content.groups:
        head = "" if group.head is None else _person(group.head, words)
        of_body = group.head is not None and bool(group.head.siren)
        parts = (
            group.code,
            printed_name(known_name(group.name)) if of_body else shown(group.name),
            head,
        )
        title = " – ".join(part for part in parts if part)
        yield ListGroup(
            title if group.code or group.name or of_body else f"{words['no_body']} – {title}",
            (_cells(line, content.grouping, words) for line in group.lines()),
        )


def _cells(row: AuthorityRow, grouping: Grouping, words: Mapping[str, str]) -> tuple[str, ...]:
    refuse_unprintable(row)
    # The band says the name already.
    service = row.service if grouping is Grouping.SERVICE else shown(row.service_name)
    return (
        f"{shown(row.last_name)} {shown(row.first_name)}\n{row.matricule}",
        f"{shown(row.mission_label)}\n{service}",
        printed_name(known_name(row.beneficiary)),
        percentage(row.share),
        _holder(row.hierarchical, words),
        _holder(row.operational, words),
    )


def _holder(holder: AuthorityHolder, words: Mapping[str, str]) -> str:
    body = printed_name(known_name(holder.body)) if holder.siren else words["no_body"]
    return f"{body}\n{_person(holder, words)}"


def _person(holder: AuthorityHolder, words: Mapping[str, str]) -> str:
    """Who holds the authority and as what, or that nobody does."""
    if holder.is_vacant:
        return words["vacant"]
    civility = f"{shown(holder.civility)}{NO_BREAK}" if holder.civility else ""
    quality = shown_quality(holder.quality, words["acting"], acting=holder.acting)
    return ", ".join(part for part in (f"{civility}{shown(holder.person)}", quality) if part)


AUTHORITIES: Document[AuthorityList] = Document(_template, _fill, _facts, _paper, _story)
