"""Words that depend on the window's language: sentences of findings, dates and numbers in full.

The frame is painted before any sentence is said: what sentences need is imported when one is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from mutudesk.domain.parsing import ParseError
from mutudesk.language.bodies import de_designation, held_quality
from mutudesk.language.elision import printed_name
from mutudesk.language.typography import (
    NO_BREAK,
    long_date,
    short_date,
    siren_groups,
    typographic,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from enum import Enum

    from mutudesk.domain.fact_base import FactBase
    from mutudesk.domain.findings import Finding
    from mutudesk.ui.widgets.choice_field import Choice


BETWEEN = " · "  # facts on one line


def window_language() -> str:
    """The language installed: fr or en."""
    return QLocale().name()[:2]


def sentence_for(what: Finding | ParseError) -> str:
    """The sentence of a finding or of a text that could not be read."""
    from mutudesk.language.messages import sentence
    from mutudesk.ui.widgets.type_ahead import OPTION_UNKNOWN

    if not isinstance(what, ParseError):
        return sentence(what, language=window_language())
    if what.code == OPTION_UNKNOWN:
        return QCoreApplication.translate(
            "words", "“{text}” is not in the list. Choose one of the lines proposed."
        ).format(text=what.values.get("text", ""))
    return sentence(what.code, what.values, window_language())


def sentences_for(findings: Iterable[Finding]) -> str:
    """The sentences of several, one after the other."""
    return " ".join(sentence_for(each) for each in findings)


def point_sentence(finding: Finding) -> str:
    """The sentence of a point to settle, with the article that it comes from."""
    from mutudesk.language.messages import point_words

    return point_words(finding, window_language())


def body_name(name: str, siren: str = "") -> str:
    """The name of a body on a day, or that nobody knows it then; with its SIREN, where given."""
    if name:
        return printed_name(name)
    unknown = QCoreApplication.translate("words", "identity not recorded")
    return f"{unknown} ({siren_groups(siren)})" if siren else unknown


def name_on(base: FactBase, siren: str, on: date) -> str:
    """The same, by SIREN."""
    return body_name(base.known_name(siren, on), siren)


def of_body(name: str, siren: str = "") -> str:
    """The same after "de": "d’Aubière", "of Aubière", "du CCAS d’Aubière"."""
    known = name or body_name(name, siren)
    return de_designation(known) if window_language() == "fr" else f"of {known}"


def quality_in_words(quality: str, *, acting: bool) -> str:
    """The quality of a head as recorded, and that it is held for a time: "1re adjointe, acting"."""
    words = QCoreApplication.translate("words", "acting")
    return held_quality(typographic(quality), words, acting=acting)


def day_in_words(day: date) -> str:
    """A date inside a sentence: "1er septembre 2016", "1 September 2016"."""
    if window_language() == "fr":
        return long_date(day)
    return NO_BREAK.join((str(day.day), QLocale().monthName(day.month), str(day.year)))


def moment_in_words(moment: datetime, today: date) -> str:
    """A moment of a backup or a lock: "aujourd’hui à 8 h 02", "le 12/11/2026 à 17 h 42"."""
    time = (
        f"{moment.hour}{NO_BREAK}h{NO_BREAK}{moment.minute:02}"
        if window_language() == "fr"
        else f"{moment.hour}:{moment.minute:02}"
    )
    if moment.date() == today:
        return QCoreApplication.translate("words", "today at {time}").format(time=time)
    return QCoreApplication.translate("words", "on {day} at {time}").format(
        day=short_date(moment.date()), time=time
    )


def capitalized(text: str) -> str:
    """The first letter big: labels of the messages are in lower case."""
    return text[:1].upper() + text[1:]


def choices_of(members: Iterable[Enum]) -> tuple[Choice, ...]:
    """The members of an enumeration as choices of a form, in their usual words."""
    from mutudesk.language.messages import choice_label
    from mutudesk.ui.widgets.choice_field import Choice

    language = window_language()
    return tuple(Choice(each, capitalized(choice_label(each, language))) for each in members)
