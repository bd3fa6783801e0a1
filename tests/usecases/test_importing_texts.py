"""Texts and encodings through a register: what was recorded comes back untouched."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.agents import Agent
from mutudesk.domain.parsing import ParseError
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.usecases.exporting import export_folder
from mutudesk.usecases.importing import import_file, import_folder
from tests.builders import (
    EPCI,
    agent,
    body,
    digest,
    facts_in,
    make_register,
    origin,
    reading,
    terms,
    world,
    world_with,
    writing,
)

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.domain.records import Fact

AGENTS = ExchangeKind.AGENTS
HEADER = (
    "matricule;civilite;nom;prenom;statut;categorie;cadre_emplois;grade;temps_travail;"
    "employeur_siren;debut;fin"
)
LINE = f"A-2;Mme;Garnier;Zoé;titulaire;B;;;100;{EPCI};2012-03-01;"


@pytest.mark.parametrize(
    "fact",
    [
        terms(financial_terms="e\u0301te\u0301, 10\u00a0%"),
        terms(financial_terms="co\u00adordination"),
        terms(financial_terms="un\ndeux\n\ntrois"),
        terms(financial_terms="un\r\ndeux"),
        terms(financial_terms=" un ", duration="trois\nans"),
        terms(financial_terms="=1+1\n-2"),
        terms(court="tribunal\u200b administratif"),
        agent(last_name="Lef\u00adevre", first_name="Zoe\u0301"),
        agent(last_name="LefÃ¨vre", first_name="Zo‚"),
        agent(last_name="Dup�nt"),
        origin(name="Urbanisme e\u0301tude"),
        body(departement="1"),
    ],
    ids=repr,
)
def test_importing_an_export_changes_nothing_whatever_was_recorded(
    tmp_path: Path, fact: Fact
) -> None:
    facts = world_with(fact) if not isinstance(fact, type(origin())) else world(fact)
    path = make_register(tmp_path, facts)
    with reading(path) as session:
        export_folder(session, tmp_path / "export")
    before = digest(path)
    with writing(path) as session:
        report = import_folder(session, tmp_path / "export")
        assert (report.refusals, report.created, report.corrected) == ((), 0, 0)
        assert not session.changed
    assert digest(path) == before


def test_a_misread_word_that_is_not_recorded_is_refused(tmp_path: Path) -> None:
    path = make_register(tmp_path, world_with(agent(last_name="LefÃ¨vre")))
    given = tmp_path / "agents.csv"
    given.write_text(f"{HEADER}\n{LINE}\n{LINE.replace('Zoé', 'RenÃ©')}\n", encoding="utf-8")
    with writing(path) as session:
        report = import_file(session, AGENTS, given)
    assert [(each.line, each.finding.code) for each in report.refusals] == [(3, "word_misread")]
    assert report.refusals[0].finding.values["text"] == "RenÃ©"


@pytest.mark.parametrize("encoding", ["cp850", "mac_roman"])
def test_the_encoding_that_the_user_names(tmp_path: Path, encoding: str) -> None:
    path = make_register(tmp_path, world())
    given = tmp_path / "agents.csv"
    given.write_bytes(f"{HEADER}\n{LINE}\n".encode(encoding))
    with writing(path) as session:
        assert [each.finding.code for each in import_file(session, AGENTS, given).refusals] == [
            "word_misread"
        ]
        assert import_file(session, AGENTS, given, encoding=encoding).created == 2
    assert [each.first_name for each in facts_in(path) if isinstance(each, Agent)].count("Zoé") == 1


def test_a_folder_in_one_encoding(tmp_path: Path) -> None:
    path = make_register(tmp_path, world())
    folder = tmp_path / "lot"
    folder.mkdir()
    (folder / "agents.csv").write_bytes(f"{HEADER}\n{LINE}\n".encode("cp850"))
    with writing(path) as session:
        assert import_folder(session, folder).is_refused
        assert import_folder(session, folder, encoding="cp850").created == 2


def test_an_encoding_that_does_not_exist(tmp_path: Path) -> None:
    path = make_register(tmp_path, world())
    given = tmp_path / "agents.csv"
    given.write_text(HEADER)
    with writing(path) as session, pytest.raises(ParseError, match="encoding_name_unknown"):
        import_file(session, AGENTS, given, encoding="klingon")


@pytest.mark.parametrize(("why", "kept"), [("", "agents.csv"), ("reprise de la paie", None)])
def test_the_reason_of_the_act(tmp_path: Path, why: str, kept: str | None) -> None:
    path = make_register(tmp_path, world())
    given = tmp_path / "agents.csv"
    given.write_text(f"{HEADER}\n{LINE}\n", encoding="utf-8")
    with writing(path) as session:
        import_file(session, AGENTS, given, why=why)
    with closing(sqlite3.connect(path)) as connection:
        (found,) = connection.execute(
            "SELECT DISTINCT why FROM journal WHERE action = 'import'"
        ).fetchone()
    assert found == (kept or why)


def test_fractions_are_told_once(tmp_path: Path) -> None:
    path = make_register(tmp_path, world())
    given = tmp_path / "agents.csv"
    lines = [LINE.replace("A-2", f"B-{number}").replace(";100;", ";1;") for number in range(3)]
    given.write_text("\n".join([HEADER, *lines]), encoding="utf-8")
    with writing(path) as session:
        report = import_file(session, AGENTS, given, dry_run=True)
    told = [(each.line, each.column, each.finding.code) for each in report.warnings]
    assert told[0] == (0, "temps_travail", "shares_as_fractions")
    assert [code for _, _, code in told].count("shares_as_fractions") == 1
    assert report.created == 6
