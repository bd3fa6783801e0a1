"""The columns of « Qui commande qui ? », and how a line's agent and heads are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mutudesk.language.bodies import with_civility
from mutudesk.language.typography import percentage, typographic
from mutudesk.ui.qt.marking import QT_TRANSLATE_NOOP
from mutudesk.ui.widgets.columns import Align, Column
from mutudesk.ui.widgets.signs import AuthorityKind
from mutudesk.ui.words.common import BETWEEN, body_name, quality_in_words

if TYPE_CHECKING:
    from mutudesk.domain.listings import AuthorityHolder, AuthorityRow


def authority_columns() -> tuple[Column, ...]:
    """Agent, service and mission, for whom, how much, and both authorities side by side."""
    return (
        Column(
            "agent",
            QT_TRANSLATE_NOOP("columns", "Agent"),
            agent_name,
            subtitle=lambda row: str(row.matricule),
            width=176,
            stretch=True,
            strong=True,
            repeat_key=lambda row: row.matricule,
        ),
        Column(
            "service",
            QT_TRANSLATE_NOOP("columns", "Service and mission"),
            lambda row: typographic(row.mission_label),
            subtitle=lambda row: typographic(row.service_name),
            width=190,
            stretch=True,
        ),
        Column(
            "beneficiary",
            QT_TRANSLATE_NOOP("columns", "For"),
            lambda row: body_name(row.beneficiary),
            width=122,
            stretch=True,
        ),
        Column(
            "share",
            QT_TRANSLATE_NOOP("columns", "Share"),
            lambda row: percentage(row.share),
            width=62,
            align=Align.RIGHT,
        ),
        _holder_column(
            "hierarchical",
            QT_TRANSLATE_NOOP("columns", "Hierarchical authority"),
            AuthorityKind.HIERARCHICAL,
        ),
        _holder_column(
            "operational",
            QT_TRANSLATE_NOOP("columns", "Operational authority"),
            AuthorityKind.OPERATIONAL,
        ),
    )


def _holder_column(key: str, title: str, authority: AuthorityKind) -> Column:
    def holder(row: AuthorityRow) -> AuthorityHolder:
        return row.hierarchical if authority is AuthorityKind.HIERARCHICAL else row.operational

    return Column(
        key,
        title,
        lambda row: holder_name(holder(row)),
        subtitle=lambda row: holder_quality(holder(row)),
        width=232,
        stretch=True,
        sortable=False,
        authority=authority,
        vacant=lambda row: holder(row).is_vacant,
    )


def agent_name(row: AuthorityRow) -> str:
    """Last name first, as lists of persons are read."""
    return typographic(row.listed_name)


def holder_name(holder: AuthorityHolder) -> str:
    """The person who holds office, or that nobody does."""
    if holder.is_vacant:
        return QCoreApplication.translate("authorities", "Vacant mandate")
    return with_civility(holder.civility, holder.person)


def holder_quality(holder: AuthorityHolder) -> str:
    """The quality as recorded, that it is held in the interim, and the body."""
    quality = quality_in_words(holder.quality, acting=holder.acting)
    body = body_name(holder.body) if holder.siren else ""
    return BETWEEN.join(part for part in (quality, body) if part)
