"""Whatever stands in the register comes out as those very letters, and obeys nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mutudesk.documents.convention.content import MissionLine, PostLine, Representative, Terms
from mutudesk.documents.fonts import missing_characters, register_fonts
from mutudesk.domain.findings import RefusedError
from tests.documents.contents import AGGLOMERATION, COMMUNE, content, printed, reader_of, text_of

pytestmark = pytest.mark.slow

HOSTILE = (
    '<b>&"x</b>',
    "Société <Dupont> SARL",
    "R&D; A<B>C",
    "{{ 7 * 7 }} {% if x %}{# c #}",
    "**gras** *ital* _soul_ `code`",
    "# titre",
    "1. liste",
    "- tiret",
    "[lien](file:///etc/passwd)",
    '<img src="/etc/hostname"/>',
    '<font color="[[[x]]]">rouge</font>',
    "&amp;&#65;&nbsp;",
    "a\\*b\\\\c",
    "<super>er</super>",
    "~tilde~ ^ | $",
)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_every_field_prints_its_very_letters(hostile: str) -> None:
    person = Representative("M.", hostile, hostile, acting=False)
    party = replace(COMMUNE, name=hostile, legal_form="régie", seat=hostile, representative=person)
    made = content(
        parties=(AGGLOMERATION, party),
        service_name=hostile,
        missions=(MissionLine("X", hostile),),
        posts=(PostLine("A", hostile, 10_000),),
        terms=Terms(hostile, 3, hostile, hostile),
    )
    text = text_of(made)
    # Straight quotes in the name of a body become French ones; everywhere else they stay.
    assert text.count(hostile) >= 8
    assert "/etc/hostname" not in str(reader_of(made).pages[0].get("/XObject"))


def test_a_picture_or_a_link_in_a_text_is_neither() -> None:
    made = reader_of(content(service_name='<img src="/etc/hostname"/><a href="file:/x">y</a>'))
    for page in made.pages:
        assert "/XObject" not in page["/Resources"]  # type: ignore[operator]
        assert "/Annots" not in page


@pytest.mark.parametrize(
    "name", ["W" * 200, "mot " * 50, "Saint-" * 33, "a" * 2000, "très long " * 200]
)
def test_very_long_names_stay_on_the_paper(name: str) -> None:
    name = name.strip()
    person = Representative("Mme", name, name, acting=False)
    party = replace(COMMUNE, name=name, seat=name, representative=person)
    made = content(
        parties=(AGGLOMERATION, party),
        service_name=name,
        missions=(MissionLine("X" * 30, name),),
        posts=(PostLine(name, name, 1),),
    )
    flat = "".join(text_of(made).split())
    assert flat.count(name.replace(" ", "")[:150]) >= 3


def test_words_of_the_register_are_never_hyphenated() -> None:
    name = "intercommunalisation anticonstitutionnellement " * 4
    made = content(service_name=name.strip(), terms=Terms(financial_terms=name * 4))
    text = "\n".join(page.extract_text() for page in reader_of(made).pages)
    for line in text.splitlines():
        assert not line.rstrip().endswith(("inter-", "anti-", "nelle-", "consti-", "lisa-"))
    # … while the template's own words are.
    assert any(line.rstrip().endswith("-") for line in text.splitlines())


@pytest.mark.parametrize(
    ("sign", "codepoint"), [("😀", "U+1F600"), ("漢", "U+6F22"), ("\ue001", "U+E001")]
)
def test_a_missing_glyph_is_named_with_its_field(sign: str, codepoint: str) -> None:
    with pytest.raises(RefusedError) as refused:
        printed(content(service_name=f"Service {sign}"))
    (finding,) = refused.value.findings
    assert finding.code == "character_unprintable"
    assert finding.field == "service_name"
    assert finding.values["character"] == sign
    assert finding.values["codepoint"] == codepoint


def test_signs_that_show_nothing_drop_out() -> None:
    assert missing_characters("soft\u00adhyphen\u200b") == ()
    assert "« softhyphen »" in text_of(content(service_name="soft\u00adhyphen\u200b"))


def test_a_decomposed_letter_is_printed_composed() -> None:
    assert "« Été »" in text_of(content(service_name="E\u0301te\u0301"))


printable = st.text(
    st.sampled_from(sorted(sign for sign in register_fonts() if sign > " ")), max_size=60
)


def test_every_sign_said_to_be_printable_is() -> None:
    assert [sign for sign in sorted(register_fonts()) if missing_characters(sign)] == []


@settings(max_examples=40)
@given(printable)
def test_any_printable_text_can_be_laid_out(text: str) -> None:
    # Two signs may compose into one that the fonts do not have ("x" with a dot above).
    assume(not missing_characters(f"x{text}"))
    made = content(service_name=f"x{text}", terms=Terms(text, None, text, text))
    assert printed(made).startswith(b"%PDF")
