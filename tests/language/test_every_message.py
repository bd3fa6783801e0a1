"""Every message read aloud: with women, a CCAS, bodies that begin with a vowel, one and several."""

from __future__ import annotations

import re
from datetime import date
from string import Formatter
from typing import TYPE_CHECKING, NamedTuple

import pytest

from mutudesk.domain.bodies import BodyName
from mutudesk.domain.findings import Share
from mutudesk.domain.period import Period
from mutudesk.language.catalogue import LANGUAGES, catalogue
from mutudesk.language.messages import filled, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mutudesk.domain.findings import FindingValue

BODIES = {"body", "other_body", "manager", "employer", "epci", "agglomeration"}
PERSONS = {"agent", "person", "other_person"}
# Of these the owner is a body; of the others, a service, a mission or nobody knows what.
OWNED = re.compile(r"unprintable_in_(identity|mandate)|convention_(form|quality|\w+_name)_missing")
DAYS = {"day", "first", "last", "decided"}
SHARES = {"total", "allowed", "share"}
LISTS = {"columns", "services", "days", "choices", "expected", "fields"}
SINCE = Period(date(2016, 2, 15))


class Cast(NamedTuple):
    """Who is told of, and how many."""

    body: BodyName
    person: str
    number: int


CCAS = BodyName("Centre communal d'action sociale de Lille", "centre communal d'action sociale")
CASTS = (
    Cast(CCAS, "Élise Martin", 3),
    Cast(BodyName("Aubière", "commune", None, "63014"), "Inès Yvon", 1),
    Cast(BodyName("Hazebrouck", "commune", None, "59295"), "Mme Paule Garnier", 3),
    Cast(BodyName("Le Cendre", "commune", None, "63069"), "Hélène Ohl", 1),
    Cast(BodyName("Établissement public de l'Allier", "établissement"), "Yvonne Ys", 0),
)
VOWEL = "AEIOUÉÈÊÀÂÎÔŒaeiouéèêàâîôœ"
WRONG_IN_FRENCH = {
    "an E before a vowel": re.compile(
        rf"(?<!-)\b(?:de|que|ne|se|me|le|la) (?=[{VOWEL}])", re.IGNORECASE
    ),
    "an E before a mute H": re.compile(r"\b(?:[Dd]e|[Qq]ue) (?:Hazebrouck|Hélène)"),
    "no contraction": re.compile(r"\b(?:de|à) [Ll]es? "),
    "no article": re.compile(
        r"Centre communal|Établissement public|(?<!\b[Ll]e )(?<!\b[da]u )centre communal"
    ),
    "agreement": re.compile(
        r"\b(?:avec|pour|à|d’|par) ?elle\b|\b(?:est|serait|être|déjà) (?:affect|nomm|employ)é\b"
    ),
    "many of one": re.compile(r"\b[01]\u00a0\w+(?<!moi)s\b"),
    "one of many": re.compile(r"\b3\u00a0(?!Kio|Mio|seraient)\w+(?<!s|x)\b"),
    "a gap": re.compile(r"  | [.,]"),
}
WRONG_IN_ENGLISH = {
    "French": re.compile(r"\b(?:du|des|de la|d’)\b"),
    "many of one": re.compile(r"\b1\u00a0\w+s\b"),
    "one of many": re.compile(r"\b3\u00a0(?!KiB|MiB|more|blank|would)\w+(?<!s)(?<!read|cted)\b"),
    "agreement": re.compile(r"\b(?:he|she|his|her|himself|herself)\b"),
    "a gap": re.compile(r"  | [.,]"),
}
# Sentences in which such a word is about a thing of its own.
SOUND = {
    ("agreement", "convention_with_itself"),  # l'agglomération
    ("agreement", "journal_cut"),  # la sauvegarde
    ("no contraction", "file_in_place"),  # de le remplacer
}


def values_of(template: str, code: str, cast: Cast) -> Mapping[str, FindingValue]:
    """A value for each placeholder, by its name and by what is asked of it."""
    asked = [(name, spec or "") for _, name, spec, _ in Formatter().parse(template) if name]
    return {name: _value(name, spec, code, cast) for name, spec in asked}


def _value(name: str, spec: str, code: str, cast: Cast) -> FindingValue:  # noqa: PLR0911
    if name in BODIES or (name == "owner" and OWNED.fullmatch(code)):
        return cast.body
    if name in PERSONS or spec.endswith("_person"):
        return cast.person
    if "|" in spec or name in {"count", "line"}:
        return cast.number
    if name in {"period", "other"}:
        return SINCE
    if name in DAYS:
        return date(2016, 2, 15)
    if name in SHARES:
        return Share(5_000)
    if name in LISTS:
        return ("x", "y")
    return "246300701" if spec == "siren" else "X"


def read(language: str) -> Iterator[tuple[str, str]]:
    """Every sentence, every act and every name of a record in a language, with every cast."""
    words = catalogue(language)
    for cast in CASTS:
        for code, template in words.sentences.items():
            yield code, sentence(code, values_of(template, code, cast), language)
        for code, template in {**words.acts, **words.records}.items():
            yield code, filled(template, values_of(template, code, cast), language)


@pytest.mark.parametrize(("language", "wrong"), [("fr", WRONG_IN_FRENCH), ("en", WRONG_IN_ENGLISH)])
def test_every_message_can_be_read_aloud(
    language: str, wrong: Mapping[str, re.Pattern[str]]
) -> None:
    found = [
        (what, code, said)
        for code, said in read(language)
        for what, pattern in wrong.items()
        if pattern.search(said) and (what, code) not in SOUND
    ]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_about_a_body_begins_with_a_capital(language: str) -> None:
    for code, template in catalogue(language).sentences.items():
        if not template.startswith(("{body", "{epci", "{owner")):
            continue
        for cast in CASTS:
            said = sentence(code, values_of(template, code, cast), language)
            assert not said[0].islower(), (code, said)


@pytest.mark.parametrize(
    ("code", "cast", "said"),
    [
        (
            "beneficiary_not_joined",
            CASTS[0],
            (
                "Le centre communal d’action sociale de Lille n’a pas adhéré au service « X »"
                " pour la mission « X » à partir du 15/02/2016, alors qu’Élise Martin y "
                "travaille pour son compte. Enregistrez l’adhésion, ou revoyez la part de mission."
            ),
        ),
        (
            "membership_outside_service",
            CASTS[1],
            (
                "Le service « X » n’est géré par personne à partir du 15/02/2016, alors qu’Aubière "
                "y adhérerait. Revoyez les dates de l’adhésion, ou la gestion du service."
            ),
        ),
        (
            "mandate_vacant",
            CASTS[2],
            (
                "Mandat vacant : personne n’est en fonction à la tête d’Hazebrouck à partir du "
                "15/02/2016. Enregistrez un mandat ou un intérim."
            ),
        ),
        (
            "ground_does_not_fit",
            CASTS[3],
            (
                "Le fondement « X » ne correspond pas à l’employeur d’Hélène Ohl (Le Cendre) "
                "au service « X », géré par Le Cendre à partir du 15/02/2016. Vérifiez le "
                "fondement ou l’employeur."
            ),
        ),
        (
            "assignment_overlap",
            CASTS[2],
            (
                "Mme Paule Garnier a déjà une affectation au service « X » depuis le "
                "15/02/2016, sans date de fin. Mettez fin à cette affectation la veille de "
                "la suivante (à partir du 15/02/2016), ou choisissez un autre début."
            ),
        ),
    ],
)
def test_some_in_full(code: str, cast: Cast, said: str) -> None:
    template = catalogue("fr").sentences[code]
    made = sentence(code, values_of(template, code, cast))
    assert made.replace("\u00a0", " ") == said
