"""Every code has its sentence in both languages, and every sentence is of use."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest

import mutudesk
from mutudesk.domain.agents import AgentStatus
from mutudesk.domain.assignments import AssignmentGround
from mutudesk.domain.bodies import BodyKind, LinkWord
from mutudesk.domain.copy_states import CopyState
from mutudesk.domain.file_parts import FilePart
from mutudesk.domain.findings import FindingValue, Severity, Share, refusal
from mutudesk.domain.period import ALWAYS, Period
from mutudesk.domain.records import Kind, field_names
from mutudesk.domain.services import LegalGround, Level, MembershipState, Settlement
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.language.catalogue import LANGUAGES, catalogue
from mutudesk.language.messages import choice_label, field_label, kind_label, sentence
from tests.language.source_codes import source_codes

if TYPE_CHECKING:
    from enum import Enum

CODES = source_codes(Path(mutudesk.__file__).parent)
SINCE = Period(date(2016, 2, 15))
CHOICES: tuple[type[Enum], ...] = (
    AssignmentGround,
    LegalGround,
    Level,
    LinkWord,
    MembershipState,
    Settlement,
    AgentStatus,
    BodyKind,
    Severity,
    ExchangeKind,
    FilePart,
    CopyState,
)


def _placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_the_source_is_really_searched() -> None:
    assert {"mandate_overlap", "no_position", "amend_same_day", "cell_required"} <= CODES.keys()
    assert {"period", "other", "agent", "service"} <= CODES["assignment_overlap"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_sentence(language: str) -> None:
    assert sorted(CODES.keys() - catalogue(language).sentences.keys()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_unused(language: str) -> None:
    assert sorted(catalogue(language).sentences.keys() - CODES.keys()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_uses_the_same_values(language: str) -> None:
    french, other = catalogue("fr").sentences, catalogue(language).sentences
    different = [
        code
        for code in french.keys() & other.keys()
        if _placeholders(french[code]) != _placeholders(other[code])
    ]
    assert sorted(different) == []


def test_every_placeholder_is_given_where_the_code_is_raised() -> None:
    lacking = {
        code: _placeholders(template) - CODES[code]
        for code, template in catalogue("fr").sentences.items()
        if code in CODES and _placeholders(template) - CODES[code]
    }
    assert lacking == {}


@pytest.mark.parametrize("code", sorted(CODES))
def test_french_tone_and_typography(code: str) -> None:
    text = sentence(code, dict.fromkeys(CODES[code], "x"))
    assert "erreur" not in text.casefold()
    assert "!" not in text
    assert "'" not in text
    for sign in "?;:%":
        assert f" {sign}" not in text
    assert "« " not in text


def test_a_finding_in_words() -> None:
    finding = refusal(
        "interim_overlap",
        body="Aubière",
        person="Jeanne d'Arc",
        other_person="Lucie Montel",
        period=Period(date(2016, 2, 20), date(2017, 1, 1)),
        other=SINCE,
    )
    assert sentence(finding).replace("\u00a0", " ") == (
        "Aubière : Lucie Montel assure l’intérim depuis le 15/02/2016, sans date de fin. Mettez "
        "fin à cet intérim la veille du suivant (Jeanne d’Arc, du 20/02/2016 au 31/12/2016), "
        "ou choisissez un autre début."
    )
    assert sentence(finding, language="en").startswith(
        "Aubière: Lucie Montel is acting head since 2016-02-15, without an end. "
    )


@pytest.mark.parametrize(
    ("code", "values", "part"),
    [
        ("mandate_vacant", {"body": "Aubière", "period": SINCE}, "à la tête d’Aubière à partir du"),
        ("mandate_vacant", {"body": "Le Cendre", "period": ALWAYS}, "du Cendre depuis toujours"),
        ("share_out_of_range", {"share": Share(12_050)}, "120,5\u202f% n’est"),
        ("in_use", {"count": 1}, "1\u00a0enregistrement en dépend."),
        ("in_use", {"count": 12_000}, "12\u202f000\u00a0enregistrements en dépendent."),
        ("year_out_of_range", {"text": "1", "first": 1900, "last": 2199}, "entre 1900 et 2199"),
        ("choice_unknown", {"text": "x", "choices": ("a", "b", "c")}, "Choisissez a, b ou c."),
        ("columns_unknown", {"columns": ("l'un",), "expected": ("a",)}, "inconnues\u00a0: l'un."),
        ("siren_invalid", {"text": "l'un; ;"}, "«\u00a0l'un; ;\u00a0»"),
        ("body_unknown", {"siren": "246300701"}, "246\u202f300\u202f701"),
        ("ground_does_not_fit", {"ground": "detachement"}, "«\u00a0détachement\u00a0»"),
        ("path_taken", {"path": "l'été.db"}, "l'été.db"),
        ("amend_outside", {"day": date(2016, 1, 2)}, "du 02/01/2016"),
        ("amend_outside", {"period": Period(None, date(2016, 1, 2))}, "jusqu’au 01/01/2016"),
    ],
)
def test_values_by_their_type(code: str, values: dict[str, FindingValue], part: str) -> None:
    assert part in sentence(code, values)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(date(2016, 1, 1)), "since 2016-01-01, without an end"),
        (Period(date(2016, 1, 1), date(2017, 1, 1)), "from 2016-01-01 to 2016-12-31"),
        (Period(date(2016, 1, 1), date(2016, 1, 2)), "on 2016-01-01"),
        (Period(None, date(2016, 1, 2)), "until 2016-01-01"),
        (ALWAYS, "always"),
    ],
)
def test_english_periods(period: Period, words: str) -> None:
    assert words in sentence("terms_overlap", {"other": period}, "en")
    assert "from 2016-02-15 on" in sentence("terms_overlap", {"period": SINCE}, "en")


def test_an_unknown_code_or_a_missing_value_still_says_something() -> None:
    assert sentence("never_heard_of", {"count": 3, "on": SINCE}).replace("\u00a0", " ") == (
        "Un point est à vérifier : « never_heard_of » (count 3, on à partir du 15/02/2016)."
    )
    assert sentence("never_heard_of", language="en").endswith("“never_heard_of”.")
    assert "…" in sentence("in_use")
    assert sentence("in_use", {"count": 1}, "tlh") == sentence("in_use", {"count": 1})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_field_and_choice_has_a_label(language: str) -> None:
    words = catalogue(language)
    for kind in Kind:
        assert kind.value in words.kinds
        assert kind_label(kind, language) == words.kinds[kind.value]
        for name in field_names(kind):
            section = words.fields.get(kind.value, {})
            # English needs no words where the identifier is one.
            named = name in section or name in words.fields["common"]
            assert named or language == "en", (kind, name)
    for choices in CHOICES:
        labels = words.choices[choices.__name__]
        assert {str(each.value) for each in choices} == labels.keys()
    assert words.choices.keys() == {choices.__name__ for choices in CHOICES}


def test_labels() -> None:
    assert choice_label(AssignmentGround.TRANSFER_BY_LAW) == "transfert de plein droit"
    assert choice_label(Level.INTEGRATED, "en") == "integrated"
    assert field_label(Kind.ASSIGNMENT, "hierarchical_siren") == "autorité hiérarchique"
    assert field_label(Kind.POSITION, "cadre_emplois") == "cadre d’emplois"
    assert field_label(Kind.AGENT, "valid_from") == "début"
    assert field_label(Kind.AGENT, "shoe_size") == "shoe size"
