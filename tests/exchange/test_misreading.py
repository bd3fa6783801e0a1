"""Words that show a wrong encoding, and words that do not."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from mutudesk.exchange.misreading import first_misread
from mutudesk.exchange.reference import all_communes, all_epci, cadres_emplois

# What was meant, and how it was written and read.
MISREAD = [
    ("Zoé", "cp850", "cp1252", "Zo‚"),
    ("Benoît", "cp850", "cp1252", "BenoŒt"),
    ("École", "mac_roman", "cp1252", "ƒcole"),
    ("Éric", "mac_roman", "cp1252", "ƒric"),
    ("état", "cp850", "cp1252", "‚tat"),
    ("Père", "cp850", "cp1252", "PŠre"),
    ("crèche", "cp850", "cp1252", "crŠche"),
    ("fête", "cp850", "cp1252", "fˆte"),
    ("être", "cp850", "cp1252", "ˆtre"),
    ("Noël", "cp850", "cp1252", "No‰l"),
    ("château", "cp850", "cp1252", "chƒteau"),
    ("français", "cp850", "cp1252", "fran‡ais"),
    ("Nîmes", "cp850", "cp1252", "NŒmes"),
    ("île", "cp850", "cp1252", "Œle"),
    ("Île", "cp850", "cp1252", "×le"),
    ("Aïda", "cp850", "cp1252", "A‹da"),
    ("hôtel", "cp850", "cp1252", "h“tel"),
    ("Köln", "cp850", "cp1252", "K”ln"),
    ("März", "cp850", "cp1252", "M„rz"),
    ("août", "cp850", "cp1252", "ao–t"),
    ("brûlure", "cp850", "cp1252", "br–lure"),
    ("FRANÇAIS", "cp850", "cp1252", "FRAN€AIS"),
    ("MAÎTRE", "cp850", "cp1252", "MA×TRE"),
    ("García", "cp850", "cp1252", "Garc¡a"),
    ("Muñoz", "cp850", "cp1252", "Mu¤oz"),
    ("Riom-à-Mer", "cp850", "cp1252", "…"),
    ("Riom-à-Mer", "mac_roman", "cp1252", "ˆ"),
    ("PUYOÔ", "utf-8", "cp1252", "PUYOÃ”"),
    ("SAINT-MALÔ-DU-BOIS", "utf-8", "cp1252", "MALÃ”"),
    ("Zoé", "mac_roman", "cp1252", "ZoŽ"),
    ("Müller", "mac_roman", "cp1252", "MŸller"),
    ("Lefèvre", "utf-8", "cp1252", "LefÃ¨vre"),
    ("Zoé", "utf-8", "cp1252", "ZoÃ©"),
    ("Éric", "utf-8", "cp1252", "Ã‰ric"),
    ("À", "utf-8", "cp1252", "Ã€"),
    ("voilà", "utf-8", "cp1252", "voilÃ"),
    ("Là", "utf-8", "cp1252", "LÃ"),
    ("l\x92eau", "utf-8", "cp1252", "lÂ’eau"),
    ("CŒUR", "utf-8", "cp1252", "CÅ’UR"),
    ("sœur", "utf-8", "cp1252", "sÅ“ur"),
    ("Šimon", "utf-8", "cp1252", "Å"),
    ("N°5", "utf-8", "cp1252", "NÂ°5"),
    ("l’eau", "utf-8", "cp1252", "lâ€™eau"),
    ("Éric", "utf-8", "latin-1", "Ã\x89ric"),
    ("HÔTEL", "utf-8", "cp1252", "HÃ”TEL"),
]


@pytest.mark.parametrize(("meant", "written", "read", "word"), MISREAD)
def test_what_a_wrong_encoding_leaves(meant: str, written: str, read: str, word: str) -> None:
    text = f"a;b\n1;{meant}\n".encode(written).decode(read)
    found = first_misread(text)
    assert found is not None
    assert found.word == word
    assert text[found.place :].startswith(word)


def test_a_lost_byte() -> None:
    found = first_misread("1;Dup�nt\n")
    assert found is not None
    assert found == (2, "Dup�nt")


RIGHT = [
    *["½", "‰", "…", "“", "”", "un ½ poste", "5‰", "12 ‰ de", "suite…", "…suite", "bon…alors"],
    *["dit “mot” puis", "l’“urgence”", "„Solidarność”", "‚Wort‘", "‹Wort›", "« CAFÉ »", "«ABBÉ»"],
    *[
        "“a IRMÔ",
        "«a IRMû",
        "JOÃO",
        "GUIMARÃES",
        "CONCEIÇÃO",
        "IRMÃ\u00a0»",
        "MÃE",
        "Mme BÂ\u00a0»",
        "LUNEDÌ\u00a0»",
    ],
    *["Šimon", "ŠKODA", "BENEŠ", "Žižka", "Ÿ", "L'HAŸ-LES-ROSES", "Rakušan", "KRAŽ"],
    *["CŒUR", "SŒur", "Œuvre", "Œil", "D'Œil", "œuvre", "Œhler", "L’Œuvre"],
    *["CHÂTEAU", "ÂGE", "ÅSE", "ÄRZTE", "HéLèNE", "DUPRé", "MALMÅ", "SÃO"],
    *[
        "k€HT",
        "5€",
        "M€",
        "€uro",
        "3×5",
        "a×b",
        "Nord–Sud",
        "aller–retour",
        "km–h",
        "PLU–RNU",
        "de a–z",
        "1–2",
    ],
    *["Dupont†", "†Dupont", "MutuDesk™", "§3", "¡Hola", "N°5", "étudiant·e·s", "agent•e"],
    *["R&D", "Łódź", "Ærø", "Gößnitz", "N'Guyễn", "Ελλάδα", "100 £", "¥ 5", "ª", "2º"],
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_texts_hold(text: str) -> None:
    assert first_misread(f"1;{text};x\n") is None


# Every letter of the languages of Europe that cp1252 can write.
SMALL = "aàâäáãåbcçdðeéèêëfghiîïíìjklmnñoôöóòõøpqrstuûùüúvwxyýÿzžœæšß"
PARTS = st.tuples(
    st.sampled_from(SMALL.replace("ß", "").replace("ÿ", "").upper()),
    st.text(st.sampled_from(SMALL), min_size=2, max_size=9),
)
# Two letters that no language has beside each other are what UTF-8 looks like.
NAMES = PARTS.map("".join).filter(lambda name: not re.search("[âãäåì][šžœÿ]", name.lower()))
CAPITALS = NAMES.map(str.upper)
BETWEEN = st.sampled_from(
    [
        " ",
        "-",
        "'",
        "’",
        ", ",
        "… ",
        " – ",
        " — ",
        " “",
        "” ",
        " « ",
        " » ",
        " ½ ",
        " ‰ ",
        " € ",
        "(",
        ")",
        " (",
        ") ",
        " ; ",
        "/",
        " • ",
        ". ",
        " 5° ",
        " 2² ",
    ]
)
TEXTS = st.lists(st.tuples(NAMES | CAPITALS, BETWEEN), min_size=1, max_size=8).map(
    lambda parts: "“ « " + "".join(word + sign for word, sign in parts)
)


@given(TEXTS)
def test_names_and_texts_of_europe_pass(text: str) -> None:
    assume(not re.search("[ÂÃÄÅÌ]’", text))  # no language elides after these
    data = text.encode("cp1252", "ignore")
    assert first_misread(data.decode("cp1252")) is None
    assert first_misread(text) is None


# What cp850 and cp1252 have in different places, and no text has where it comes out.
TELLING = "éêëâçïñ"
FRENCH = st.text(st.sampled_from("abcdefghijlmnoprstuvyzéèêëàâçîïôûùüœ"), min_size=3, max_size=12)
IN_WORD = st.tuples(FRENCH, st.sampled_from("bdlmnrst"), st.sampled_from(TELLING), FRENCH).map(
    lambda parts: f"{parts[0]}{parts[1]}{parts[2]}e{parts[3]}"
)


@example("zoé")
@given(IN_WORD)
def test_cp850_is_refused(word: str) -> None:
    data = f"1;{word};x\n".encode("cp850", "ignore")
    assert first_misread(data.decode("cp1252", "replace")) is not None


@example("é")
@example("à")
@given(FRENCH)
def test_what_is_encoded_twice_is_refused(word: str) -> None:
    assume(not word.isascii())
    for wrong in ("latin-1", "cp1252"):
        try:
            twice = f"1;{word};x\n".encode().decode(wrong)
        except UnicodeDecodeError:
            continue
        assert first_misread(twice) is not None


def test_every_name_of_the_official_lists_passes() -> None:
    """And hardly one that has an accent and was read wrongly."""
    names = [each.name for each in all_communes()] + [each.name for each in all_epci()]
    names += [each.name for each in cadres_emplois()]
    assert [name for name in names if first_misread(name)] == []
    assert [name for name in map(str.upper, names) if first_misread(name)] == []
    accented = [name for name in names if not name.isascii()]
    assert len(accented) > 5_000
    twice = [f"{name};".encode().decode("cp1252", "replace") for name in accented]
    assert [name for name in twice if first_misread(name) is None] == []
    old = [name.encode("cp850", "ignore").decode("cp1252", "replace") for name in accented]
    missed = [name for name in old if not name.isascii() and first_misread(name) is None]
    assert len(missed) < len(accented) / 100


def test_words_that_are_held_pass() -> None:
    asked = []

    def held() -> set[str]:
        asked.append(1)
        return {"Zo‚", "Ã©"}

    assert first_misread("Zoé; Éric", held) is None
    assert asked == []
    assert first_misread("Zo‚; Ã©; Zo‚", held) is None
    found = first_misread("Zo‚; Ren‚; Ã¨", held)
    assert found is not None
    assert found.word == "Ren‚"
    assert len(asked) == 2
