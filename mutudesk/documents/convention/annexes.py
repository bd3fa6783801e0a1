"""The tables of a convention: powers, missions, posts, authorities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.documents.convention.naming import quality_of
from mutudesk.documents.register_text import capital, shown
from mutudesk.documents.tables import TableColumn, table
from mutudesk.language.french import designation, percentage
from mutudesk.language.messages import choice_label

if TYPE_CHECKING:
    from reportlab.platypus import Table

    from mutudesk.documents.convention.content import (
        AnnexHolder,
        AnnexLine,
        ConventionContent,
    )
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


def staff_table(content: ConventionContent, filled: FilledTemplate) -> Table | None:
    """How many agents of which origin and ground, with the total; None where none is recorded."""
    if not content.staff:
        return None
    words = filled.template.words
    columns = (
        TableColumn(words["origin"], 0.36),
        TableColumn(words["ground"], 0.34),
        TableColumn(words["agents"], 0.14, figures=True),
        TableColumn(words["full_time"], 0.16, figures=True),
    )
    rows = [
        (
            capital(designation(each.employer, each.employer_form)) or words["no_value"],
            capital(choice_label(each.ground)),
            str(each.agents),
            percentage(each.share),
        )
        for each in content.staff
    ]
    own = [each for each in content.staff if each.employer_siren == content.member]
    for label, lines in ((words["total"], content.staff), (words["of_member"], own)):
        total = sum(each.agents for each in lines), sum(each.share for each in lines)
        rows.append((label, "", str(total[0]), percentage(total[1])))
    return table(columns, rows)


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
            _mission(each, filled),
            capital(designation(each.beneficiary, each.beneficiary_form)),
            _holder(each.hierarchical, filled),
            _holder(each.operational, filled),
        )
        for each in content.authorities
    ]
    return table(columns, rows)


def _mission(line: AnnexLine, filled: FilledTemplate) -> str:
    label = shown(line.mission_label)
    return f"{label} ({filled.template.words['exception']})" if line.is_exception else label


def _holder(holder: AnnexHolder, filled: FilledTemplate) -> str:
    words = filled.template.words
    quality = quality_of(holder.quality or words["vacant"], acting=holder.acting)
    return f"{capital(designation(holder.name, holder.legal_form))} – {quality}"
