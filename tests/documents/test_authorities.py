"""The list *Qui commande qui*, read back by place: who stands in which column of which row."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from pypdf import PdfReader

from mutudesk.documents.authorities import AUTHORITIES, AuthorityGroup, AuthorityList, Grouping
from mutudesk.documents.render import render
from mutudesk.domain.assignments import AssignmentGround
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.listings import AuthorityHolder, AuthorityRow
from tests.builders import AUBIERE, CLERMONT, EPCI, day, since
from tests.documents.contents import pages_of, text_of
from tests.documents.places import rows_of, rows_on

if TYPE_CHECKING:
    from collections.abc import Iterator

# What the builders take when a test does not say.
Field: TypeAlias = Any

AGENT, MISSION, BENEFICIARY, SHARE, HIERARCHICAL, OPERATIONAL = HEADS = (
    "Agent, matricule",
    "Mission, service",
    "Pour le compte de",
    "Part",
    "Autorité hiérarchique",
    "Autorité opérationnelle",
)
PRESIDENT = AuthorityHolder(
    EPCI, "Clermont Communauté", "M.", "Olivier Bianchet", "Président", acting=False
)
MAYOR = AuthorityHolder(AUBIERE, "Aubière", "Mme", "Sylvie Sauret", "Maire", acting=False)
VACANT = AuthorityHolder(CLERMONT, "Clermont-Ferrand", "", "", "", acting=False)


def line(**fields: Field) -> AuthorityRow:
    """An agent of the agglomeration works for Aubière."""
    default = AuthorityRow(
        id=1,
        matricule="A-1",
        last_name="Garnier",
        first_name="Paule",
        service="ADS",
        service_name="Droit des sols",
        mission="PC",
        mission_label="Permis de construire",
        beneficiary_siren=AUBIERE,
        beneficiary="Aubière",
        share=4_000,
        ground=AssignmentGround.INTERNAL,
        period=since("2015-07-01"),
        hierarchical=PRESIDENT,
        operational=MAYOR,
    )
    return replace(default, **fields)


def group(*lines: AuthorityRow, **fields: Field) -> AuthorityGroup:
    def read() -> Iterator[AuthorityRow]:
        return iter(lines)

    return replace(AuthorityGroup("ADS", "Droit des sols", None, read), **fields)


def printed(*groups: AuthorityGroup, **fields: Field) -> bytes:
    count = sum(len(list(each.lines())) for each in groups)
    default = AuthorityList(
        day("2016-09-01"), "Clermont Communauté", "", Grouping.SERVICE, count, groups
    )
    return render(AUTHORITIES, replace(default, **fields)).data


def one_row(of: AuthorityRow, **fields: Field) -> dict[str, str]:
    _band, row = rows_of(printed(group(of), **fields), HEADS)
    return row


def test_each_thing_stands_under_its_head() -> None:
    assert one_row(line()) == {
        AGENT: "Garnier Paule A-1",
        MISSION: "Permis de construire ADS",
        BENEFICIARY: "Aubière",
        SHARE: "40 %",
        HIERARCHICAL: "Clermont Communauté M. Olivier Bianchet, Président",
        OPERATIONAL: "Aubière Mme Sylvie Sauret, Maire",
    }


def test_the_two_authorities_never_change_places_nor_become_one() -> None:
    other_way = one_row(line(hierarchical=MAYOR, operational=PRESIDENT))
    assert other_way[HIERARCHICAL].startswith("Aubière")
    assert other_way[OPERATIONAL].startswith("Clermont Communauté")
    same = one_row(line(operational=PRESIDENT))
    assert same[HIERARCHICAL] == same[OPERATIONAL]


@pytest.mark.parametrize(
    ("column", "field"), [(HIERARCHICAL, "hierarchical"), (OPERATIONAL, "operational")]
)
def test_a_vacant_mandate_is_said_in_its_own_column(column: str, field: str) -> None:
    row = one_row(line(**{field: VACANT}))
    assert row[column] == "Clermont-Ferrand mandat vacant"
    assert sum("vacant" in each for each in row.values()) == 1


def test_a_body_that_is_not_recorded_is_said() -> None:
    nobody = AuthorityHolder("", "", "", "", "", acting=False)
    assert one_row(line(hierarchical=nobody))[HIERARCHICAL] == "non renseignée mandat vacant"


@pytest.mark.parametrize(
    ("quality", "words"),
    [
        ("Premier adjoint", "Premier adjoint, par intérim"),
        ("Maire par intérim", "Maire par intérim"),
    ],
)
def test_an_acting_head_is_said_once(quality: str, words: str) -> None:
    acting = replace(MAYOR, quality=quality, acting=True)
    assert one_row(line(operational=acting))[OPERATIONAL] == f"Aubière Mme Sylvie Sauret, {words}"


def test_by_service_the_band_names_it_and_the_lines_its_code() -> None:
    other = line(service="SIG", service_name="Information géographique")
    data = printed(group(line()), group(other, code="SIG", name="Information géographique"))
    bands = [row[AGENT] for row in rows_of(data, HEADS) if len(row) == 1]
    assert bands == ["ADS – Droit des sols", "SIG – Information géographique"]


def test_by_mayor_the_band_names_body_and_holder_and_the_lines_the_service() -> None:
    groups = (
        group(line(), code="", name="Aubière", head=MAYOR),
        group(line(operational=VACANT), code="", name="Clermont-Ferrand", head=VACANT),
    )
    data = printed(*groups, grouping=Grouping.MAYOR)
    rows = rows_of(data, HEADS)
    assert [row[AGENT] for row in rows if len(row) == 1] == [
        "Aubière – Mme Sylvie Sauret, Maire",
        "Clermont-Ferrand – mandat vacant",
    ]
    assert rows[1][MISSION] == "Permis de construire Droit des sols"
    assert "présentées par autorité opérationnelle" in text_of(data)


def test_it_says_whose_it_is_and_of_which_day() -> None:
    text = text_of(printed(group(line())))
    assert "Clermont Communauté Qui commande qui" in text
    assert "au 1er septembre 2016" in text.replace("\u00a0", " ")
    assert "1 part de mission est en vigueur, présentée par service." in text
    alone = text_of(printed(group(line(), line()), service="Droit des sols"))
    assert "Service « Droit des sols » seul. 2 parts de mission sont en vigueur" in alone


def test_an_empty_list_is_a_page_that_says_so() -> None:
    (page,) = pages_of(printed())
    text = " ".join(page.split())
    assert "Aucune part de mission n’est en vigueur au 1er septembre 2016." in text
    assert "Page 1 / 1" in text
    assert AGENT not in text
    assert "du service « Voirie » n’est en vigueur" in text_of(printed(service="Voirie"))


def many(count: int) -> AuthorityGroup:
    return group(*(line(matricule=f"M-{number:04}") for number in range(count)))


def test_many_lines_fill_pages_with_head_group_and_number() -> None:
    reader = PdfReader(BytesIO(printed(many(100), group(line(), code="SIG", name="Cartes"))))
    pages = [rows_on(page, HEADS) for page in reader.pages]
    assert len(pages) > 5
    assert pages[0][0] == {AGENT: "ADS – Droit des sols"}
    assert all(rows[0] == {AGENT: "ADS – Droit des sols (suite)"} for rows in pages[1:-1])
    listed = [row for rows in pages for row in rows if len(row) == len(HEADS)]
    assert [row[AGENT][-6:] for row in listed[:-1]] == [f"M-{number:04}" for number in range(100)]
    for number, page in enumerate(reader.pages, 1):
        assert f"Page {number} / {len(pages)}" in page.extract_text()


@pytest.mark.parametrize("count", range(8, 16))
def test_a_band_never_stands_last_on_a_page(count: int) -> None:
    data = printed(many(count), group(line(), code="SIG", name="Cartes"))
    for page in PdfReader(BytesIO(data)).pages:
        rows = rows_on(page, HEADS)
        assert len(rows[-1]) == len(HEADS)
        if "(suite)" in rows[0].get(AGENT, ""):
            assert len(rows[1]) == len(HEADS)


def test_groups_are_bookmarks_of_the_pages_where_they_begin() -> None:
    reader = PdfReader(BytesIO(printed(many(40), group(line(), code="SIG", name="Cartes"))))
    found = {
        str(entry.title): reader.get_destination_page_number(entry)  # type: ignore[arg-type, union-attr]
        for entry in reader.outline
    }
    assert found == {"ADS – Droit des sols": 0, "SIG – Cartes": len(reader.pages) - 1}


def test_the_file_says_title_language_owner_and_day_and_holds_its_fonts() -> None:
    reader = PdfReader(BytesIO(printed(group(line()))))
    assert reader.metadata is not None
    assert reader.metadata.title == (
        "Qui commande qui au 1er\u00a0septembre\u00a02016 – Clermont Communauté"
    )
    assert reader.metadata.author == "Clermont Communauté"
    assert (reader.metadata.subject or "").startswith(
        "Autorités hiérarchiques et opérationnelles au 1er"
    )
    assert reader.metadata.get("/CreationDate") == "D:20160901000000+00'00'"
    assert str(reader.root_object["/Lang"]) == "fr-FR"
    width, height = reader.pages[0].mediabox.upper_right
    assert (round(width), round(height)) == (842, 595)
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].get_object().values():  # type: ignore[index]
            assert "/FontFile2" in font.get_object()["/FontDescriptor"].get_object()


def test_twice_the_same_bytes() -> None:
    assert printed(many(60)) == printed(many(60))


@pytest.mark.parametrize("hostile", ["<b>&\"'", "{{ x }} {% if %}", "<br/>", "&amp; <super>er"])
def test_every_text_is_printed_letter_by_letter(hostile: str) -> None:
    holder = replace(MAYOR, body=hostile, person=hostile, quality=hostile)
    row = one_row(
        line(
            last_name=hostile,
            mission_label=hostile,
            service=hostile,
            beneficiary=hostile,
            hierarchical=holder,
            operational=holder,
        ),
        owner=hostile,
        service=hostile,
    )
    assert row[AGENT] == f"{hostile} Paule A-1"
    assert row[MISSION] == f"{hostile} {hostile}"
    assert row[BENEFICIARY] == hostile
    assert row[HIERARCHICAL] == row[OPERATIONAL] == f"{hostile} Mme {hostile}, {hostile}"


@pytest.mark.parametrize("name", ["W" * 300, "mot " * 100, "très long " * 1_000])
def test_a_name_of_any_length_stays_on_the_paper(name: str) -> None:
    holder = replace(MAYOR, body=name.strip())
    data = printed(group(line(), line(operational=holder), line(matricule="Z-9")))
    flat = "".join(text_of(data).split())
    assert "".join(name.split())[:1_000] in flat.replace("(suite)", "")
    assert flat.count("GarnierPaule") == 3
    assert "Z-9" in flat


def test_signs_that_show_nothing_drop_out_and_letters_are_composed() -> None:
    row = one_row(line(last_name="E\u0301te\u0301\u200b"))
    assert row[AGENT] == "Été Paule A-1"


@pytest.mark.parametrize("field", ["last_name", "mission_label", "beneficiary"])
def test_a_missing_glyph_is_named(field: str) -> None:
    with pytest.raises(RefusedError) as refused:
        printed(group(line(**{field: "Zoé 😀"})))
    (finding,) = refused.value.findings
    assert finding.code == "character_unprintable"
    assert (finding.values["character"], finding.values["text"]) == ("😀", "Zoé 😀")
    assert finding.field == field
