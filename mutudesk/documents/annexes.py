"""The tables of a convention: powers, missions, posts, authorities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.documents.content_words import says_acting, shown
from mutudesk.documents.tables import Column, table
from mutudesk.language.french import designation, percentage

if TYPE_CHECKING:
    from reportlab.platypus import Table

    from mutudesk.documents.content.convention import AuthorityHolder, ConventionContent
    from mutudesk.documents.wording import Wording


def powers_table(wording: Wording) -> Table:
    """Who decides what, as far as the template says."""
    words = wording.template.words
    columns = (
        Column(words["power"], 0.38),
        Column(words["hierarchical"], 0.27),
        Column(words["functional"], 0.35),
    )
    return table(columns, wording.template.powers)


def annex_table(key: str, content: ConventionContent, wording: Wording) -> Table | None:
    """The table of an annex, None when it has no rows."""
    match key:
        case "missions":
            return _missions(content, wording)
        case "posts":
            return _posts(content, wording)
        case _:
            return _authorities(content, wording)


def _missions(content: ConventionContent, wording: Wording) -> Table | None:
    words = wording.template.words
    columns = (Column(words["code"], 0.22), Column(words["mission"], 0.78))
    return table(columns, [(each.code, shown(each.label)) for each in content.missions])


def _posts(content: ConventionContent, wording: Wording) -> Table | None:
    if not content.posts:
        return None
    words = wording.template.words
    columns = (
        Column(words["post"], 0.12, figures=True),
        Column(words["category"], 0.16),
        Column(words["cadre_emplois"], 0.56),
        Column(words["share"], 0.16, figures=True),
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


def _authorities(content: ConventionContent, wording: Wording) -> Table | None:
    if not content.authorities:
        return None
    words = wording.template.words
    columns = (
        Column(words["mission"], 0.28),
        Column(words["beneficiary"], 0.22),
        Column(words["hierarchical"], 0.25),
        Column(words["functional"], 0.25),
    )
    rows = [
        (
            shown(each.mission_label),
            _capital(designation(each.beneficiary, each.beneficiary_form)),
            _holder(each.hierarchical, wording),
            _holder(each.functional, wording),
        )
        for each in content.authorities
    ]
    return table(columns, rows)


def _holder(holder: AuthorityHolder, wording: Wording) -> str:
    words = wording.template.words
    quality = shown(holder.quality) or words["vacant"]
    if holder.acting and not says_acting(holder.quality):
        quality = f"{quality}, {words['acting']}"
    return f"{_capital(designation(holder.name, holder.legal_form))} – {quality}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
