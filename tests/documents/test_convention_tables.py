"""The tables of a convention, read back by place: swapping two columns is another convention."""

from __future__ import annotations

from mutudesk.documents.convention.content import AnnexHolder, AnnexLine
from tests.documents.contents import AT_AGGLOMERATION, AT_COMMUNE, content, printed
from tests.documents.places import rows_of

MISSION, BENEFICIARY, HIERARCHICAL, FUNCTIONAL = ANNEX = (
    "Mission",
    "Pour le compte de",
    "Autorité hiérarchique",
    "Autorité fonctionnelle",
)
POWER = "Pouvoir"
POWERS = (POWER, HIERARCHICAL, FUNCTIONAL)


def test_the_annex_of_authorities_keeps_both_apart() -> None:
    own = AnnexLine(
        "SIG", "Cartes", "Clermont Communauté", "communauté d'agglomération",
        AT_AGGLOMERATION, AT_AGGLOMERATION,
    )  # fmt: skip
    lent = AnnexLine("DP", "Déclarations", "Aubière", "commune", AT_COMMUNE, AT_AGGLOMERATION)
    lines = (*content().authorities, own, lent)
    agglomeration, commune = "Clermont Communauté – Président", "La commune d’Aubière – Maire"
    assert rows_of(printed(content(authorities=lines)), ANNEX) == [
        {
            MISSION: "Permis de construire",
            BENEFICIARY: "La commune d’Aubière",
            HIERARCHICAL: agglomeration,
            FUNCTIONAL: commune,
        },
        {
            MISSION: "Cartes",
            BENEFICIARY: "Clermont Communauté",
            HIERARCHICAL: agglomeration,
            FUNCTIONAL: agglomeration,
        },
        {
            MISSION: "Déclarations",
            BENEFICIARY: "La commune d’Aubière",
            HIERARCHICAL: commune,
            FUNCTIONAL: agglomeration,
        },
    ]


def test_a_vacant_mandate_is_said_in_the_column_of_its_authority() -> None:
    vacant = AnnexHolder("Aubière", "commune", "")
    line = AnnexLine("PC", "Permis", "Aubière", "commune", AT_AGGLOMERATION, vacant)
    (row,) = rows_of(printed(content(authorities=(line,))), ANNEX)
    assert row[FUNCTIONAL] == "La commune d’Aubière – mandat vacant"
    assert "vacant" not in row[HIERARCHICAL]


def test_each_power_stands_under_the_authority_that_has_it() -> None:
    found = {
        row[POWER]: (row[HIERARCHICAL], row[FUNCTIONAL])
        for row in rows_of(printed(content()), POWERS)
        if len(row) == len(POWERS)
    }
    assert found["Discipline"] == ("Décide", "–")
    assert found["Évaluation annuelle"] == ("Décide", "–")
    assert found["Rémunération et régime indemnitaire"] == ("Décide", "–")
    assert found["Missions et tâches"] == ("Cadre fixé par la convention", "Décide")
    assert found["Contrôle de l’exécution"] == ("–", "Décide")
    assert len(found) == 7


def test_posts_stand_with_category_cadre_and_share() -> None:
    heads = ("Poste", "Catégorie", "Cadre d’emplois", "Quotité")
    (row,) = rows_of(printed(content()), heads)[:1]
    assert row == dict(zip(heads, ("1", "B", "Rédacteurs territoriaux", "100 %"), strict=True))


def test_what_the_total_holds_stands_below_it() -> None:
    heads = ("Employeur d’origine", "Fondement", "Agents", "Temps plein")
    rows = rows_of(printed(content()), heads)[:3]
    assert [row["Employeur d’origine"] for row in rows] == [
        "Clermont Communauté",
        "Total",
        "dont agents de l’adhérent",
    ]


def test_missions_stand_with_their_codes() -> None:
    rows = rows_of(printed(content()), ("Code", "Mission"))[:2]
    assert [(row["Code"], row["Mission"]) for row in rows] == [
        ("DP", "Déclarations préalables"),
        ("PC", "Permis de construire"),
    ]
