"""What the rules say of facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.rules import judge_all
from tests.builders import base_of

if TYPE_CHECKING:
    from mutudesk.domain.findings import Finding
    from mutudesk.domain.records import Fact


def findings(*facts: Fact, but: str = "") -> list[Finding]:
    """All that is found, except for findings of one code."""
    return [each for each in judge_all(base_of(*facts)) if each.code != but]


def codes(*facts: Fact, but: str = "") -> list[str]:
    """The codes of what is found."""
    return [each.code for each in findings(*facts, but=but)]


def only(*facts: Fact, but: str = "") -> Finding:
    """The one thing that is found."""
    (finding,) = findings(*facts, but=but)
    return finding
