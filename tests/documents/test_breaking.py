"""Names go on after a hyphen or at a space, never inside a word, in every column there is."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, cast

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import paragraph as platypus

from mutudesk.documents import engine, fonts
from mutudesk.documents.authorities import AUTHORITIES, AuthorityList, Grouping
from mutudesk.documents.breaking import pieces
from mutudesk.documents.convention.annexes import annex_table
from mutudesk.documents.convention.content import OriginLine
from mutudesk.documents.convention.document import CONVENTION
from mutudesk.documents.flowables import Text, paragraph
from mutudesk.documents.layout import foot_line
from mutudesk.documents.listing import Listing
from mutudesk.documents.markup import escaped
from mutudesk.documents.papers import LEGAL
from mutudesk.documents.styles import BODY_SIZE, STAMP_WIDTH, TABLE_SIZE, TEXT_WIDTH, styles
from mutudesk.documents.tables import cell_style
from mutudesk.domain.bodies import BodyName
from mutudesk.language.bodies import designation
from tests.builders import day
from tests.documents.contents import content, text_of
from tools import reference_data

if TYPE_CHECKING:
    from collections.abc import Sequence

_PADDING = 10.0  # of a cell of a table, both sides
_BROKEN = re.compile(r"[^\W\d_]-$")


@cache
def names() -> tuple[str, ...]:
    """All communes as they are printed: "la commune de Saint-Remy-en-Bouzemont"."""
    rows = reference_data.read("communes")
    return tuple(
        designation(BodyName(row["name"], "commune", None, row["insee_code"]), "commune")
        for row in rows
    )


@cache
def hardest() -> Sequence[str]:
    """The names that are longest, and those with the longest words."""
    by_word = sorted(names(), key=lambda name: -max(map(len, pieces(name))))
    return tuple(dict.fromkeys([*sorted(names(), key=len)[-60:], *by_word[:60]]))


def annex_rooms() -> tuple[float, ...]:
    what = content()
    filled = CONVENTION.fill(what, CONVENTION.template(what))
    made = annex_table("authorities", what, filled)
    assert made is not None
    return tuple(width - _PADDING for width in made._colWidths[1:])  # type: ignore[attr-defined]  # noqa: SLF001


def list_rooms() -> tuple[float, ...]:
    what = AuthorityList(day("2016-09-01"), "Clermont", "", Grouping.SERVICE, 1, ())
    filled = AUTHORITIES.fill(what, AUTHORITIES.template(what))
    *_, listing = AUTHORITIES.story(what, filled)
    assert isinstance(listing, Listing)
    widths = [each.width for each in listing._columns if each.apart or each.width < 0.14]  # noqa: SLF001
    return tuple(each * AUTHORITIES.paper(what).width - _PADDING for each in widths if each > 0.1)


WHERE = (
    *(f"annex {place}" for place in range(3)),
    *(f"list {place}" for place in range(3)),
    "2 signatures",
    "3 signatures",
    "masthead",
    "title",
)


@cache
def columns() -> dict[str, tuple[float, str, float]]:
    """Where names stand: the room in points, the face and its size."""
    styles()  # registers the fonts
    cells = {f"annex {place}": room for place, room in enumerate(annex_rooms())}
    cells |= {f"list {place}": room for place, room in enumerate(list_rooms())}
    found = {where: (room, fonts.SANS, TABLE_SIZE) for where, room in cells.items()}
    for parties in (2, 3):
        found[f"{parties} signatures"] = (TEXT_WIDTH / parties - 14, fonts.SERIF, BODY_SIZE)
    found["masthead"] = (TEXT_WIDTH - STAMP_WIDTH - 12, fonts.SANS_BOLD, BODY_SIZE)
    found["title"] = (TEXT_WIDTH, fonts.SERIF_BOLD, 18)
    assert tuple(found) == WHERE
    return found


def lines_of(made: Text, room: float) -> list[str]:
    made.wrap(room, 1_000)
    broken = made.blPara
    if broken.kind == 0:
        return [" ".join(words) for _, words in broken.lines]
    return ["".join(each.text for each in line.words).rstrip() for line in broken.lines]


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        (
            "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson",
            90,
            ["Saint-Remy-en-", "Bouzemont-Saint-", "Genest-et-Isson"],
        ),
        (
            "La commune de Saint-Remy-en-Bouzemont",
            60,
            ["La commune de", "Saint-Remy-en-", "Bouzemont"],
        ),
        ("La commune d’Arc-et-Senans", 90, ["La commune d’Arc-et-", "Senans"]),
        ("article L.5211-4-2 du 2016-09-01", 60, ["article", "L.5211-4-2 du", "2016-09-01"]),
        ("une vice-présidente", 60, ["une vice-", "présidente"]),
        ("le 1er mars à Saint-Rémy", 50, ["le 1er mars à", "Saint-Rémy"]),
    ],
)
def test_where_a_line_ends(text: str, room: float, lines: list[str]) -> None:
    style = styles()["cell"]
    assert lines_of(paragraph(escaped(text), style), room) == lines


@pytest.mark.parametrize("name", ["Clermont-Ferrand", "Arc-et-Senans", "Port-la-Nouvelle"])
def test_a_name_keeps_its_hyphens_when_its_lines_are_broken_anew(name: str) -> None:
    """A paragraph that a page cuts, or that is asked twice, puts its words together again."""
    words = f"Service de l’urbanisme de la ville de {name} et de ses environs immédiats, {name}."
    for style, narrowest in (("cell", 60), ("body", 120)):
        for room in range(narrowest, narrowest + 60, 7):
            made = paragraph(f"<b>Texte</b> {escaped(words)}", styles()[style])
            for again in (room, room + 40, room):
                made.wrap(again, 1_000)
            parts = made.split(room, 3 * made.style.leading + 1)
            for each in parts:
                each.wrap(room + 55, 1_000)
            shown = [
                line for each in parts or [made] for line in lines_of(cast("Text", each), room + 55)
            ]
            whole = "".join(line if _BROKEN.search(line) else f"{line} " for line in shown)
            assert whole.count(name) == 2, (style, room, shown)


def test_reportlab_asks_us_where_a_word_ends() -> None:
    engine.configure()
    engine.configure()
    pair = platypus._hyGenPair(  # type: ignore[attr-defined]  # noqa: SLF001
        None, "Saint-Rémy", 50.0, 60.0, 45.0, fonts.SANS, 9.0, False, False, 5
    )
    head = stringWidth("Saint-", fonts.SANS, 9.0)
    assert pair == ("", 0, head, 50.0 - head, "Saint-", "Rémy")


@pytest.mark.parametrize("where", WHERE)
def test_no_part_of_a_name_is_wider_than_a_column(where: str) -> None:
    room, face, size = columns()[where]
    assert len(names()) == 34_875
    widths: dict[str, float] = {}
    for name in names():
        for piece in re.split(r"(?<=[^\W\d_]-)(?=[^\W\d_])| ", name):
            if piece not in widths:
                widths[piece] = stringWidth(piece, face, size)
    assert {piece: width for piece, width in widths.items() if width > room} == {}


@pytest.mark.parametrize("where", WHERE)
def test_the_hardest_names_are_cut_where_they_may_be(where: str) -> None:
    room, face, _size = columns()[where]
    style = {
        fonts.SANS: styles()["cell"],
        fonts.SERIF: styles()["signer"],
        fonts.SANS_BOLD: styles()["masthead"],
        fonts.SERIF_BOLD: styles()["title"],
    }[face]
    for name in hardest():
        lines = lines_of(paragraph(escaped(name), style), room)
        whole = "".join(line if _BROKEN.search(line) else f"{line} " for line in lines)
        assert whole.rstrip() == name
        widths = {line: stringWidth(line, style.fontName, style.fontSize) for line in lines}
        # Spaces may shrink a little.
        assert [line for line, width in widths.items() if width > room + 0.5] == []


@pytest.mark.parametrize(
    "name", ["Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson", "Arc-et-Senans", "Clermont-Ferrand"]
)
def test_a_convention_keeps_every_letter_of_a_name(name: str) -> None:
    def told(name: str) -> int:
        *others, party = content().parties
        line = replace(content().authorities[0], beneficiary=name)
        what = content(
            parties=(*others, replace(party, name=name)),
            authorities=(line,),
            origins=tuple(OriginLine(f"Service {each}", name, "commune") for each in range(20)),
        )
        return "".join(text_of(what).split()).count("".join(name.split()))

    assert told(name) == told("Xyzzy") > 25


def test_a_word_that_fits_no_column_is_set_smaller() -> None:
    styles()
    word = "Niederschaeffolsheim"
    sizes = [cell_style(f"La commune de {word}", room) for room in (100, 80, 70, 60, 20)]
    assert sizes == ["cell", "cell-8", "cell-7", "cell-6", "cell-6"]
    made = paragraph(escaped(word), styles()["cell-8"])
    assert lines_of(made, 80) == [word]


# The foot -----------------------------------------------------------------------------------------


def test_the_foot_keeps_the_name_of_every_commune() -> None:
    styles()
    number = stringWidth("Page 999 / 999", fonts.SANS, LEGAL.foot_size)
    room = LEGAL.width - number - 12
    service = "PROJET – Convention d’adhésion au service commun « Droit des sols et urbanisme »"
    for name in names():
        line = foot_line(service, f" – {name}", room, LEGAL.foot_size)
        assert line.endswith(f" – {name}")
        assert line.startswith("PROJET – Convention")
        assert line.count("«") == line.count("»")
        assert stringWidth(line, fonts.SANS, LEGAL.foot_size) <= room


@pytest.mark.parametrize(
    ("text", "end", "room", "expected"),
    [
        ("Court", " – Aubière", 200, "Court – Aubière"),
        ("Un texte qui est long", " – Aubière", 70, "Un texte… – Aubière"),
        ("Long « et cité »", " – Aubière", 80, "Long « et…\u00a0» – Aubière"),
        ("Un texte", " – la commune de Saint-Rémy", 60, " – la commune…"),
    ],
)
def test_what_the_foot_leaves_out(text: str, end: str, room: float, expected: str) -> None:
    styles()
    assert foot_line(text, end, room, 8.0) == expected
