"""The tables of a convention: powers, missions, posts, authorities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.documents.register_text import capital, shown, shown_quality
from mutudesk.documents.tables import TableColumn, table
from mutudesk.language.french import designation, percentage

if TYPE_CHECKING:
    from reportlab.platypus import Table

    from mutudesk.documents.convention.content import AnnexHolder, ConventionContent
    from mutudesk.documents.filling import FilledTemplate


def powers_table(filled: FilledTemplate) -> Table:
    """Who decides what, as far as the template says."""
    words = filled.template.words
    columns = (
        TableColumn(words["power"], 0.38),
        TableColumn(words["hierarchical"], 0.27),
        TableColumn(words["functional"], 0.35),
    )
    return table(columns, filled.template.powers)


def annex_table(key: str, content: ConventionContent, filled: FilledTemplate) -> Table | None:
    """The table of an annex, None when it has no rows."""
    match key:
        case "missions":
            return _missions(content, filled)
        case "posts":
            return _posts(content, filled)
        case _:
            return _authorities(content, filled)


def _missions(content: ConventionContent, filled: FilledTemplate) -> Table | None:
    words = filled.template.words
    columns = (TableColumn(words["mission"], 0.78), TableColumn(words["code"], 0.22))
    return table(columns, [(shown(each.label), each.code) for each in content.missions])


def _posts(content: ConventionContent, filled: FilledTemplate) -> Table | None:
    if not content.posts:
        return None
    words = filled.template.words
    columns = (
        TableColumn(words["post"], 0.12, figures=True),
        TableColumn(words["category"], 0.16),
        TableColumn(words["cadre_emplois"], 0.56),
        TableColumn(words["share"], 0.16, figures=True),
    )
    rows = [
        (
            str(number),
            shown(each.category) or words["no_value"],
            shown(each.cadre_emplois) or words["no_value"],
            percentage(each.share),
        )
        for number, each in enumerate(content.posts, 1)
    ]
    return table(columns, rows)


def _authorities(content: ConventionContent, filled: FilledTemplate) -> Table | None:
    if not content.authorities:
        return None
    words = filled.template.words
    columns = (
        TableColumn(words["mission"], 0.28),
        TableColumn(words["beneficiary"], 0.22),
        TableColumn(words["hierarchical"], 0.25),
        TableColumn(words["functional"], 0.25),
    )
    rows = [
        (
            shown(each.mission_label),
            capital(designation(each.beneficiary, each.beneficiary_form)),
            _holder(each.hierarchical, filled),
            _holder(each.functional, filled),
        )
        for each in content.authorities
    ]
    return table(columns, rows)


def _holder(holder: AnnexHolder, filled: FilledTemplate) -> str:
    words = filled.template.words
    quality = shown_quality(
        holder.quality or words["vacant"], words["acting"], acting=holder.acting
    )
    return f"{capital(designation(holder.name, holder.legal_form))} – {quality}"
