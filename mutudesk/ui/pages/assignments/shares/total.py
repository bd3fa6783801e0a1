"""How much of an assignment its mission shares distribute, in words."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from mutudesk.language.typography import percentage


class Distributed(NamedTuple):
    """Sums of shares in basis points: of those in force, and of those that are only planned."""

    in_force: int
    planned: int

    @property
    def total(self) -> int:
        """Both: nothing is left to enter where they make up the assignment."""
        return self.in_force + self.planned


def total_words(given: Distributed, wanted: int) -> tuple[str, str]:
    """What is distributed of `wanted`, and the kind of label to say it with.

    Only what is in force can be too much: what is planned counts in no sum.
    """
    translate = QCoreApplication.translate
    words = {"given": percentage(given.in_force), "total": percentage(wanted)}
    if given.in_force > wanted:
        text = translate("SharesPart", "{given} of {total} distributed, {excess} too much")
        words["excess"] = percentage(given.in_force - wanted)
        kind = "error"
    elif given.total < wanted:
        text = translate("SharesPart", "{given} of {total} distributed, {rest} left")
        words["rest"] = percentage(wanted - given.total)
        kind = "caution"
    else:
        text = translate("SharesPart", "{given} of {total} distributed")
        kind = "soft"
    sentence = text.format(**words)
    if given.planned and kind != "error":
        with_planned = translate("SharesPart", "{sum}. Planned part: {planned}")
        sentence = with_planned.format(sum=sentence, planned=percentage(given.planned))
    return sentence, kind
