from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutudesk.domain.codes import (
    clean,
    departement_of,
    fold,
    is_code,
    is_insee_code,
    is_plain,
    normal_siren,
)
from tests.builders import AUBIERE, COMMUNES, EPCI

NO_BREAK, NARROW, ZERO_WIDTH, RIGHT_TO_LEFT = "\u00a0", "\u202f", "\u200b", "\u202e"
FRENCH = st.text("abcdefghijklmnopqrstuvwxyzéèêëàâîïôöùûüÿçœæ'’- ", max_size=30)


@pytest.mark.parametrize(
    ("text", "siren"),
    [
        (EPCI, EPCI),
        ("246 300 701", EPCI),
        (f"246{NO_BREAK}300{NARROW}701", EPCI),
        ("246300702", None),
        ("24630070", None),
        ("2463007010", None),
        ("24630070X", None),
        ("２４６３００７０１", None),
        ("٢٤٦٣٠٠٧٠١", None),
        ("", None),
        ("246-300-701", None),
    ],
)
def test_siren(text: str, siren: str | None) -> None:
    assert normal_siren(text) == siren


def test_one_wrong_digit_is_never_a_siren() -> None:
    for number in (EPCI, *COMMUNES):
        for place in range(9):
            for digit in "0123456789".replace(number[place], ""):
                assert normal_siren(number[:place] + digit + number[place + 1 :]) is None


@pytest.mark.parametrize(
    "code", ["63113", "01001", "2A004", "2B033", "97411", "97502", "98818", "95018", "19001"]
)
def test_insee_code(code: str) -> None:
    assert is_insee_code(code)


@pytest.mark.parametrize(
    "code",
    ["", "6311", "631130", "00001", "20004", "2C004", "96001", "99001", "2a004", "６３１１３"],
)
def test_no_insee_code(code: str) -> None:
    assert not is_insee_code(code)


@pytest.mark.parametrize(
    "code",
    ["A", "R&D", "ADS", "A-0377", "é", "Ω", "N'1", "a b", '<b>&"', "=cmd()", "x" * 30, "12/3"],
)
def test_code(code: str) -> None:
    assert is_code(code)


@pytest.mark.parametrize(
    "code",
    [
        "",
        " ",
        " A",
        "A ",
        "A+B",
        "A;B",
        "x" * 31,
        "A\nB",
        "A\tB",
        "A\0B",
        "\ud800",
        f"A{ZERO_WIDTH}B",
        f"A{RIGHT_TO_LEFT}B",
        f"A{NO_BREAK}B",
        "A\u2028B",
        unicodedata.normalize("NFD", "é"),
    ],
)
def test_no_code(code: str) -> None:
    assert not is_code(code)


@pytest.mark.parametrize("text", ["", "É", "a b", "Œuvre « sociale »", f"12{NARROW}000", "R&D <b>"])
def test_plain(text: str) -> None:
    assert is_plain(text)


@pytest.mark.parametrize(
    "text", ["a\0", "a\nb", "a\u2028b", "\x1b[31m", "\ud83d", "\ue000", "\x7f"]
)
def test_not_plain(text: str) -> None:
    assert not is_plain(text)


@given(st.text(max_size=40))
def test_clean_is_composed_trimmed_and_stays_so(text: str) -> None:
    once = clean(text)
    assert once == clean(once)
    assert once == once.strip()
    assert once == clean(unicodedata.normalize("NFD", text))


def test_signs_that_nobody_sees_are_not_kept() -> None:
    assert clean("\ufeffSau\u00adret\u200b") == "Sauret"
    assert clean(f"A{RIGHT_TO_LEFT}B") == "AB"
    assert clean(ZERO_WIDTH) == ""
    assert clean(f"e{ZERO_WIDTH}\u0301") == "é"


@pytest.mark.parametrize("sign", "\u034f\u115f\u1160\u2800\u3164\ufe0f\uffa0\U000e0101")
def test_fillers_are_not_kept_either(sign: str) -> None:
    assert clean(f"A{sign}B") == "AB"
    assert clean(sign) == ""
    assert not is_code(f"A{sign}")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Éléonore", "eleonore"),
        ("CŒUR", "coeur"),
        ("Lætitia", "laetitia"),
        ("Saint-Genès-Champanelle", "saint genes champanelle"),
        ("Cournon-d'Auvergne", "cournon d auvergne"),
        ("Cournon-d’Auvergne", "cournon d auvergne"),
        (f"Le{NO_BREAK}Cendre", "le cendre"),
        ("  L'Haÿ  -- les   Roses ", "l hay les roses"),
        ("Saint\u2010Rémy\u2011sur\u2012Avre", "saint remy sur avre"),
        ("a\u2013b\u2014c\u2015d\u2212e\uff0df", "a b c d e f"),
        ("L\u02bcHaÿ d\u2032Arc", "l hay d arc"),
        ("O\u2018Brien Roc\u02b9h Ke\u02bba L`Est Jo\u00b4e", "o brien roc h ke a l est jo e"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_fold(text: str, key: str) -> None:
    assert fold(text) == key


@given(FRENCH)
def test_fold_ignores_case_accents_and_composition(text: str) -> None:
    key = fold(text)
    assert key == fold(text.upper())
    assert key == fold(unicodedata.normalize("NFD", text))
    assert key == fold(text.replace("'", "’").replace("-", " "))
    assert key.isascii()


@given(st.text(max_size=30))
def test_fold_of_a_key_is_the_key(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_names_sort_as_a_reader_expects() -> None:
    names = ["Zoé", "Éric", "edmond", "Ève", "Éléonore", "Œhler", "Oger", "Ogre"]
    assert sorted(names, key=fold) == [
        "edmond",
        "Éléonore",
        "Éric",
        "Ève",
        "Œhler",
        "Oger",
        "Ogre",
        "Zoé",
    ]


def test_the_sirens_of_the_builders_are_valid() -> None:
    assert normal_siren(AUBIERE) == AUBIERE


@pytest.mark.parametrize(
    ("insee", "departement"),
    [
        ("63014", "63"),
        ("01004", "01"),
        ("95680", "95"),
        ("2A004", "2A"),
        ("2B033", "2B"),
        ("97105", "971"),
        ("97209", "972"),
        ("97302", "973"),
        ("97411", "974"),
        ("97608", "976"),
        ("98818", "988"),
        ("", ""),
    ],
)
def test_the_departement_follows_from_the_insee_code(insee: str, departement: str) -> None:
    assert departement_of(insee) == departement
