"""Words of the page *Conventions*: states, what a body's convention is about, records to mend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mutudesk.domain.records import Kind, Owner, kinds_of
from mutudesk.language.messages import choice_label
from mutudesk.language.typography import short_date
from mutudesk.ui.pages.authorities.columns import BETWEEN
from mutudesk.ui.words.common import window_language

if TYPE_CHECKING:
    from mutudesk.domain.findings import Finding
    from mutudesk.usecases.conventions import JoiningBody

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Target:
    """A record to be mended elsewhere: what the window opens, and the words of the button."""

    kind: str
    key: str
    words: str


def membership_in_words(body: JoiningBody) -> str:
    """How the body joins, and from which day."""
    level = choice_label(body.membership.level, window_language())
    first = body.membership.period.valid_from
    if first is None:
        return level
    effect = translate("conventions", "effect on {day}").format(day=short_date(first))
    return f"{level}{BETWEEN}{effect}"


def target_of(finding: Finding) -> Target | None:
    """Where a person would mend what a finding says, None where no record is at fault."""
    for ref in finding.records:
        if ref.kind is Kind.MEMBERSHIP:
            key = f"{ref.key[0]} {ref.key[1]}"
            return Target("membership", key, translate("conventions", "Open the membership"))
        if ref.kind in kinds_of(Owner.SERVICE):
            return Target("service", str(ref.key[0]), translate("conventions", "Open the service"))
        if ref.kind in kinds_of(Owner.AGENT):
            return Target("agent", str(ref.key[0]), translate("conventions", "Open the agent"))
        siren = str(ref.key[1] if ref.kind is Kind.EPCI_MEMBERSHIP else ref.key[0])
        return Target("body", siren, translate("conventions", "Open the body"))
    return None
