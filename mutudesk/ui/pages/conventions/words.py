"""Words of the page *Conventions*: states, what a body's convention is about, records to mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mutudesk.language.messages import choice_label
from mutudesk.language.typography import short_date
from mutudesk.ui.link import Place, link_to
from mutudesk.ui.words.common import BETWEEN, window_language

if TYPE_CHECKING:
    from mutudesk.domain.findings import Finding
    from mutudesk.ui.link import Link
    from mutudesk.usecases.conventions import JoiningBody

translate = QCoreApplication.translate


def membership_in_words(body: JoiningBody) -> str:
    """How the body joins, and from which day."""
    level = choice_label(body.membership.level, window_language())
    first = body.membership.period.valid_from
    if first is None:
        return level
    effect = translate("conventions", "effect on {day}").format(day=short_date(first))
    return f"{level}{BETWEEN}{effect}"


def mending(finding: Finding) -> tuple[Link, str] | None:
    """Where a person would mend what a finding says, in words too; None where no record is.

    A head that is missing has no record yet: its body is opened.
    """
    for ref in finding.records:
        link = link_to(ref)
        words = {
            Place.MEMBERSHIPS: translate("conventions", "Open the membership"),
            Place.SERVICES: translate("conventions", "Open the service"),
            Place.AGENTS: translate("conventions", "Open the agent"),
            Place.BODIES: translate("conventions", "Open the body"),
        }.get(link.place)
        if words is not None:
            return link, words
    return None
