"""Letters of other alphabets that look like Latin ones, and codes that look the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutudesk.domain.lookalikes import alike, likeness, mixed_word
from mutudesk.domain.records import Kind, RecordRef
from tests.builders import agent, mission, position, service, world, world_with
from tests.domain.judging import findings

A_CYRILLIC, E_CYRILLIC, O_GREEK = "\u0410", "\u0435", "\u039f"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dupont", None),
        ("Dupré-L’Œuvre", None),
        ("ŠIMON Žižka", None),
        # One alphabet a word is what a person writes.
        ("\u041f\u0435\u0442\u0440 Dupont", None),
        ("\u0391\u03b8\u03ae\u03bd\u03b1 Dupont", None),
        ("10 k\u03a9", None),  # an ohm is like no letter
        (f"Dup{E_CYRILLIC}nt", (f"Dup{E_CYRILLIC}nt", 4)),
        (f"Jean Dur{E_CYRILLIC}ux ; {A_CYRILLIC}nne", (f"Dur{E_CYRILLIC}ux", 4)),
        (f"É{A_CYRILLIC}", (f"É{A_CYRILLIC}", 2)),
        (f"L{O_GREEK}IRE", (f"L{O_GREEK}IRE", 2)),
        (f"{A_CYRILLIC}-1B", None),
    ],
)
def test_a_word_of_two_alphabets(text: str, found: tuple[str, int] | None) -> None:
    assert mixed_word(text) == found


def test_a_code_is_one_word() -> None:
    assert mixed_word(f"{A_CYRILLIC}-1B", is_code=True) == (f"{A_CYRILLIC}-1B", 1)
    assert mixed_word(f"{A_CYRILLIC}-1", is_code=True) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a1", "A1", True),
        ("A1", f"{A_CYRILLIC}1", True),
        ("a1", f"{A_CYRILLIC}1", True),
        ("É1", "é1", True),
        ("A1", "\uff21\uff11", True),  # the wide letters of Asian keyboards
        ("A1", "A2", False),
        ("A1", "A-1", False),
        ("E1", "É1", False),
        ("A0", "AO", False),
    ],
)
def test_codes_that_look_the_same(one: str, other: str, same: bool) -> None:
    assert (likeness(one) == likeness(other)) is same
    both = {each: sorted([one, other]) for each in (one, other)}
    assert alike([other, one, "Z"]) == (both if same else {})


@given(st.text())
def test_capitals_make_no_difference(text: str) -> None:
    assert likeness(likeness(text)) == likeness(text)
    if text.isascii():
        assert likeness(text.upper()) == likeness(text.lower())


@pytest.mark.parametrize("other", ["a-1", f"{A_CYRILLIC}-1"])
def test_two_agents_whose_numbers_look_the_same(other: str) -> None:
    found = findings(*world(agent(other, last_name="Zola"), position(other)))
    first, second = sorted(("A-1", other))
    assert [(each.code, each.records, each.field) for each in found] == [
        (
            "matricules_alike",
            (RecordRef(Kind.AGENT, (first,)), RecordRef(Kind.AGENT, (second,))),
            "matricule",
        )
    ]
    assert "Paule Zola" in (found[0].values["person"], found[0].values["other_person"])


def test_codes_of_services_and_missions() -> None:
    facts = world_with(service("ADS"), mission("PC"), mission("pc"))
    (found,) = [each for each in findings(*facts) if each.code == "codes_alike"]
    assert found.records == (
        RecordRef(Kind.MISSION, ("ADS", "PC")),
        RecordRef(Kind.MISSION, ("ADS", "pc")),
    )
    facts = world(service("ads"))
    (found,) = [each for each in findings(*facts) if each.code == "codes_alike"]
    assert (found.values["first"], found.values["second"]) == ("ADS", "ads")
    assert found.records == (
        RecordRef(Kind.SERVICE, ("ADS",)),
        RecordRef(Kind.SERVICE, ("ads",)),
    )
