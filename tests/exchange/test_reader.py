"""Files of each kind: what a line becomes, and every refusal with its line and column."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.agents import Agent, AgentStatus, Position
from mutudesk.domain.assignments import (
    Assignment,
    AssignmentGround,
    HierarchicalSiren,
    MissionShare,
    OperationalSiren,
)
from mutudesk.domain.bodies import (
    BodyKind,
    EpciMembership,
    LegalIdentity,
    Mandate,
    Population,
    PublicBody,
)
from mutudesk.domain.period import ALWAYS, Period
from mutudesk.domain.services import (
    LegalGround,
    Level,
    ManagingPeriod,
    Membership,
    Mission,
    Origin,
    SharedService,
)
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.kinds import layout_of
from mutudesk.exchange.reader import read_kind
from tests.builders import terms
from tests.exchange.written import written

if TYPE_CHECKING:
    from mutudesk.domain.records import Fact
    from mutudesk.exchange.layouts.layout import FileColumn

CLERMONT, AUBIERE, EPCI = "216301135", "216300145", "246300701"
MEMBERS = ExchangeKind.EPCI_MEMBERSHIPS
SINCE = Period(date(2016, 9, 1))
YEAR = Period(date(2016, 1, 1), date(2017, 1, 1))

LINES: list[tuple[ExchangeKind, str, tuple[Fact, ...]]] = [
    (
        ExchangeKind.BODIES,
        f"commune;{AUBIERE};63014;Aubière;commune;;63;;;",
        (
            PublicBody(AUBIERE, BodyKind.COMMUNE, "63014", "63"),
            LegalIdentity(AUBIERE, "Aubière", "commune", "", None, "", "", ALWAYS),
        ),
    ),
    (
        ExchangeKind.BODIES,
        "EPCI;246 300 701;;Métropole;communauté d'agglomération;Riom;;1/1/2016;31/12/2016;",
        (
            PublicBody(EPCI, BodyKind.EPCI),
            LegalIdentity(
                EPCI, "Métropole", "communauté d'agglomération", "Riom", None, "", "", YEAR
            ),
        ),
    ),
    (MEMBERS, f"{EPCI};{AUBIERE};;", (EpciMembership(EPCI, AUBIERE, ALWAYS),)),
    (ExchangeKind.POPULATIONS, f"{EPCI};2022;296 677;", (Population(EPCI, 2022, 296_677, None),)),
    (
        ExchangeKind.MANDATES,
        f"{EPCI};Présidente;Mme;Lucie;Montel;OUI;2016-09-01;",
        (Mandate(EPCI, "Présidente", "Mme", "Montel", "Lucie", True, SINCE),),
    ),
    (
        ExchangeKind.MANDATES,
        f"{EPCI};Président;;Jean;Durand;;1/1/2016;31/12/2016",
        (Mandate(EPCI, "Président", "", "Durand", "Jean", False, YEAR),),
    ),
    (
        ExchangeKind.SERVICES,
        f"ADS;Droit des sols;L.5211-4-2;{EPCI};2016-09-01;31/12/2999",
        (
            SharedService("ADS", "Droit des sols", LegalGround.SHARED_SERVICE),
            ManagingPeriod("ADS", EPCI, SINCE),
        ),
    ),
    (ExchangeKind.ORIGINS, f"ADS;{CLERMONT};Urbanisme", (Origin("ADS", CLERMONT, "Urbanisme"),)),
    (ExchangeKind.MISSIONS, "ADS;R&D;Recherche", (Mission("ADS", "R&D", "Recherche"),)),
    (
        ExchangeKind.TERMS,
        "ADS;;6;;;2016-09-01;9999;;;;;;;;",
        (terms("ADS", SINCE, duration="", notice_months=6),),
    ),
    (
        ExchangeKind.MEMBERSHIPS,
        f"ADS;{AUBIERE};intégrée;PC+ DP+PC;;2016-01-01;2016-12-31;",
        (Membership("ADS", AUBIERE, Level.INTEGRATED, frozenset({"PC", "DP"}), None, "", YEAR),),
    ),
    (
        ExchangeKind.MEMBERSHIPS,
        f"ADS;{AUBIERE};adherente;;29/02/2016;2016-09-01;;",
        (Membership("ADS", AUBIERE, Level.USER, frozenset(), date(2016, 2, 29), "", SINCE),),
    ),
    (
        ExchangeKind.AGENTS,
        f"A1;;Dupont;Léa;cdi;;;;37,5;{EPCI};2016-09-01;",
        (
            Agent("A1", "", "Dupont", "Léa"),
            Position("A1", AgentStatus.PERMANENT, "", "", "", 3750, EPCI, SINCE),
        ),
    ),
    (
        ExchangeKind.ASSIGNMENTS,
        "A1;ADS;mutation;100;;2016-09-01;;",
        (Assignment("A1", "ADS", AssignmentGround.MUTATION, 10_000, None, "", SINCE),),
    ),
    (
        ExchangeKind.ASSIGNMENTS,
        f"A1;ADS;detachement;0.01;{AUBIERE};2016-09-01;;arrêté du 3 mars",
        (
            Assignment(
                "A1",
                "ADS",
                AssignmentGround.DETACHMENT,
                1,
                HierarchicalSiren(AUBIERE),
                "arrêté du 3 mars",
                SINCE,
            ),
        ),
    ),
    (
        ExchangeKind.MISSION_SHARES,
        f"A1;ADS;PC;{AUBIERE};50 %;2016-09-01;;{EPCI}",
        (MissionShare("A1", "ADS", "PC", AUBIERE, 5000, OperationalSiren(EPCI), SINCE),),
    ),
]


@pytest.mark.parametrize(("kind", "line", "facts"), LINES, ids=lambda part: str(part)[:25])
def test_what_a_line_becomes(kind: ExchangeKind, line: str, facts: tuple[Fact, ...]) -> None:
    parsed = read_kind(kind, written(kind, line))
    assert parsed.problems == []
    assert [(each.number, each.facts) for each in parsed.lines] == [(2, facts)]


def test_columns_in_any_order_and_one_that_may_be_missing() -> None:
    header = "PART;fin;debut;mission;service;Beneficiaire_SIREN; matricule "
    data = f"{header}\n40;;2016-09-01;PC;ADS;{AUBIERE};A1\n"
    (line,) = read_kind(ExchangeKind.MISSION_SHARES, data.encode()).lines
    assert line.facts == (MissionShare("A1", "ADS", "PC", AUBIERE, 4000, None, SINCE),)


CELLS = [
    (ExchangeKind.BODIES, f"ville;{AUBIERE};63014;Aubière;commune;;;;;", "type", "choice_unknown"),
    (ExchangeKind.BODIES, f";{AUBIERE};63014;Aubière;commune;;;;;", "type", "cell_required"),
    (
        ExchangeKind.BODIES,
        "commune;216300146;63014;Aubière;commune;;;;;",
        "siren",
        "siren_invalid",
    ),
    (ExchangeKind.BODIES, "commune;;63014;Aubière;commune;;;;;", "siren", "cell_required"),
    (
        ExchangeKind.BODIES,
        f"commune;{AUBIERE};;Aubière;commune;;;;;",
        "code_insee",
        "cell_required",
    ),
    (
        ExchangeKind.BODIES,
        f"commune;{AUBIERE};96001;A;commune;;;;;",
        "code_insee",
        "insee_invalid",
    ),
    (ExchangeKind.BODIES, f"commune;{AUBIERE};63014;;commune;;;;;", "nom", "cell_required"),
    (
        ExchangeKind.BODIES,
        f"commune;{AUBIERE};63014;A;;;;;;",
        "forme_juridique",
        "cell_required",
    ),
    (
        ExchangeKind.BODIES,
        f"commune;{AUBIERE};63014;A;commune;;;2016-02-30;;",
        "debut",
        "date_invalid",
    ),
    (
        ExchangeKind.BODIES,
        f"commune;{AUBIERE};63014;A;commune;;;2016-02-02;2016-02-01;",
        "fin",
        "period_upside_down",
    ),
    (
        MEMBERS,
        f"{EPCI};{AUBIERE};1899-12-31;",
        "debut",
        "year_out_of_range",
    ),
    (MEMBERS, f"{EPCI};{AUBIERE};;2200-01-01", "fin", "year_out_of_range"),
    (ExchangeKind.POPULATIONS, f"{EPCI};22;1;1", "annee", "year_invalid"),
    (ExchangeKind.POPULATIONS, f"{EPCI};2022;1,5;1", "municipale", "count_invalid"),
    (ExchangeKind.POPULATIONS, f"{EPCI};2022;1;-1", "totale", "count_invalid"),
    (ExchangeKind.MANDATES, f"{EPCI};;M.;A;B;non;2016-01-01;", "qualite", "cell_required"),
    (ExchangeKind.MANDATES, f"{EPCI};Maire;M.;;B;non;2016-01-01;", "prenom", "cell_required"),
    (ExchangeKind.MANDATES, f"{EPCI};Maire;M.;A;;non;2016-01-01;", "nom", "cell_required"),
    (ExchangeKind.MANDATES, f"{EPCI};Maire;M.;A;B;yes;2016-01-01;", "interim", "choice_unknown"),
    (ExchangeKind.MANDATES, f"{EPCI};Maire;M.;A;B;non;;", "debut", "cell_required"),
    (ExchangeKind.SERVICES, f"A+B;Nom;autre;{EPCI};2016-01-01;", "code", "code_invalid"),
    (ExchangeKind.SERVICES, "ADS;Nom;autre;;2016-01-01;", "gestionnaire_siren", "cell_required"),
    (ExchangeKind.SERVICES, f"ADS;Nom;autre;{EPCI};;", "debut", "cell_required"),
    (ExchangeKind.MISSIONS, f"ADS;{'x' * 31};Nom", "code", "code_invalid"),
    (ExchangeKind.MISSIONS, "ADS;PC;", "libelle", "cell_required"),
    (ExchangeKind.MISSIONS, f"ADS;PC;{'x' * 2001}", "libelle", "text_too_long"),
    (ExchangeKind.MISSIONS, 'ADS;PC;"a\tb"', "libelle", "text_unprintable"),
    (ExchangeKind.MISSIONS, "ADS;PC;\ue000", "libelle", "text_unprintable"),
    (ExchangeKind.TERMS, "ADS;;six;;;2016-01-01;;;;;;;;;", "preavis_mois", "count_invalid"),
    (
        ExchangeKind.MEMBERSHIPS,
        f"ADS;{AUBIERE};adherente;PC++DP;;2016-01-01;;",
        "missions",
        "code_invalid",
    ),
    (ExchangeKind.MEMBERSHIPS, f"ADS;{AUBIERE};;PC;;2016-01-01;;", "niveau", "cell_required"),
    (
        ExchangeKind.AGENTS,
        f"A1;;Dupont;Léa;;;;;100;{EPCI};2016-09-01;",
        "statut",
        "cell_required",
    ),
    (
        ExchangeKind.AGENTS,
        f"A1;;Dupont;Léa;cdi;;;;0;{EPCI};2016-09-01;",
        "temps_travail",
        "share_text_out_of_range",
    ),
    (
        ExchangeKind.AGENTS,
        f"A1;;Dupont;Léa;cdi;;;;100,01;{EPCI};2016-09-01;",
        "temps_travail",
        "share_text_out_of_range",
    ),
    (
        ExchangeKind.AGENTS,
        f"A1;;Dupont;Léa;cdi;;;;33,333;{EPCI};2016-09-01;",
        "temps_travail",
        "share_invalid",
    ),
    (
        ExchangeKind.AGENTS,
        f"A1;;Dupont;Léa;cdi;;;;٥٠;{EPCI};2016-09-01;",
        "temps_travail",
        "share_invalid",
    ),
    (
        ExchangeKind.ASSIGNMENTS,
        "A1;ADS;mutation;100;123;2016-09-01;;",
        "hierarchique_siren",
        "siren_invalid",
    ),
    (ExchangeKind.ASSIGNMENTS, "A1;ADS;;100;;2016-09-01;;", "fondement", "cell_required"),
    (
        ExchangeKind.MISSION_SHARES,
        "A1;ADS;PC;;10;2016-09-01;;",
        "beneficiaire_siren",
        "cell_required",
    ),
]


@pytest.mark.parametrize(("kind", "line", "column", "code"), CELLS)
def test_cells_that_are_refused(kind: ExchangeKind, line: str, column: str, code: str) -> None:
    parsed = read_kind(kind, written(kind, "", line))
    assert [(each.line, each.column, each.code) for each in parsed.problems] == [(3, column, code)]
    assert parsed.lines == []


def test_all_problems_of_a_line_and_of_the_file_are_named_in_order() -> None:
    parsed = read_kind(
        MEMBERS,
        written(MEMBERS, "x;y;z;", f"{EPCI};{AUBIERE}", f"{EPCI};{AUBIERE};;", "1;2;;"),
    )
    assert [(each.line, each.column) for each in parsed.problems] == [
        (2, "epci_siren"),
        (2, "siren"),
        (2, "debut"),
        (3, ""),
        (5, "epci_siren"),
        (5, "siren"),
    ]
    assert [line.number for line in parsed.lines] == [4]


def test_columns_are_refused_by_name_and_all_at_once() -> None:
    parsed = read_kind(MEMBERS, b"siren;Siren;Nom;Fin;Fins\n1;2;3;4;5\n")
    assert {each.code: each.values["columns"] for each in parsed.problems} == {
        "columns_missing": ("epci_siren", "debut"),
        "columns_unknown": ("Nom", "Fins"),
        "columns_twice": ("siren",),
    }
    assert {each.line for each in parsed.problems} == {1}
    assert parsed.lines == []


def test_a_file_that_is_no_table() -> None:
    parsed = read_kind(ExchangeKind.AGENTS, b"")
    assert [each.code for each in parsed.problems] == ["table_empty"]


def test_the_same_line_twice_is_harmless() -> None:
    line = f"{EPCI};2022;1;2"
    parsed = read_kind(
        ExchangeKind.POPULATIONS, written(ExchangeKind.POPULATIONS, line, f"{EPCI};2022;1 ;2")
    )
    assert parsed.problems == []
    assert [each.number for each in parsed.lines] == [2]


def test_the_same_key_with_other_values_is_refused() -> None:
    kind = ExchangeKind.POPULATIONS
    parsed = read_kind(kind, written(kind, f"{EPCI};2022;1;2", f"{EPCI};2022;3;4"))
    (problem,) = parsed.problems
    assert (problem.line, problem.column, problem.code) == (3, "municipale", "line_repeated")
    assert problem.values == {"other_line": 2, "columns": ("municipale", "totale")}


@pytest.mark.parametrize(
    ("kind", "first", "second", "column", "values"),
    [
        (
            ExchangeKind.BODIES,
            f"commune;{AUBIERE};63014;A;commune;;63;;2016-01-01;",
            f"commune;{AUBIERE};63014;B;commune;;03;2016-01-02;;",
            "departement",
            ("03", "63"),
        ),
        (
            ExchangeKind.BODIES,
            f"epci;{EPCI};;A;communauté;;63;;2016-01-01;",
            f"autre;{EPCI};;B;communauté;;63;2016-01-02;;",
            "type",
            ("autre", "epci"),
        ),
        (
            ExchangeKind.SERVICES,
            f"ADS;Sols;autre;{EPCI};2016-01-01;2016-12-31",
            f"ADS;Droit des sols;autre;{EPCI};2017-01-01;",
            "nom",
            ("Droit des sols", "Sols"),
        ),
        (
            ExchangeKind.AGENTS,
            f"A1;Mme;Dupont;Léa;cdd;;;;100;{EPCI};2016-01-01;2016-12-31",
            f"A1;Mme;Martin;Léa;cdi;;;;100;{EPCI};2017-01-01;",
            "nom",
            ("Martin", "Dupont"),
        ),
        # Nothing else differs: the key is the same, and so are all values of the position.
        (
            ExchangeKind.AGENTS,
            f"A1;Mme;Dupont;Léa;cdd;;;;100;{EPCI};2016-01-01;",
            f"A1;Mme;Dupont;Zoé;cdd;;;;100;{EPCI};2016-01-01;",
            "prenom",
            ("Zoé", "Léa"),
        ),
    ],
)
def test_lines_of_one_owner_must_agree(
    kind: ExchangeKind, first: str, second: str, column: str, values: tuple[str, str]
) -> None:
    (problem,) = read_kind(kind, written(kind, first, second)).problems
    assert (problem.line, problem.column, problem.code) == (3, column, "lines_disagree")
    assert (problem.values["text"], problem.values["other"]) == values
    assert problem.values["other_line"] == 2


def test_what_repeats_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A count instead of a time: all agents share one employer, one beginning and the rest."""
    looked_at: list[str] = []

    def counting(column: FileColumn) -> FileColumn:
        def parse(text: str) -> object:
            looked_at.append(text)
            return column.parse(text)

        return replace(column, parse=parse)

    layout = layout_of(ExchangeKind.AGENTS)
    counted = replace(layout, columns=tuple(map(counting, layout.columns)))
    monkeypatch.setattr("mutudesk.exchange.reader.layout_of", lambda _: counted)
    lines = [f"A{n};Mme;Dupont;Léa;cdd;C;;;100;{EPCI};2016-01-01;" for n in range(5_000)]
    parsed = read_kind(ExchangeKind.AGENTS, written(ExchangeKind.AGENTS, *lines))
    assert len(parsed.lines) == 5_000
    assert len(looked_at) == 5_000 + len(layout.columns) - 1
