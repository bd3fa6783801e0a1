"""A column that a file does not have keeps what is recorded; an empty cell says something."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.assignments import Assignment, HierarchicalSiren, MissionShare
from mutudesk.domain.bodies import LinkWord
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.usecases.exporting import export_folder
from mutudesk.usecases.importing import import_file, import_folder
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    CLERMONT,
    EPCI,
    assignment,
    facts_in,
    identity,
    make_register,
    membership,
    mission_share,
    reading,
    terms,
    world,
    world_with,
    writing,
)
from tests.usecases.taking import counts

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.usecases.importing import ImportReport

ASSIGNMENTS, SHARES = ExchangeKind.ASSIGNMENTS, ExchangeKind.MISSION_SHARES
WITHOUT = "matricule;service;fondement;quotite;hierarchique_siren;debut;fin"
WITH = f"{WITHOUT};motif"
REASONED = assignment(hierarchical_siren=CLERMONT, hierarchical_reason="arrêté du 3 mars")


def take(path: Path, kind: ExchangeKind, *lines: str) -> ImportReport:
    given = path.parent / f"{kind.value}.csv"
    given.write_text("\n".join(lines), encoding="utf-8")
    with writing(path) as session:
        return import_file(session, kind, given)


def the_assignment(path: Path) -> Assignment:
    (found,) = [each for each in facts_in(path) if isinstance(each, Assignment)]
    return found


@pytest.mark.parametrize(
    ("header", "body", "motif", "siren", "reason"),
    [
        # Without the column: kept with its body, gone with it, never that of the next one.
        (WITHOUT, CLERMONT, "", CLERMONT, "arrêté du 3 mars"),
        (WITHOUT, BEAUMONT, "", BEAUMONT, ""),
        (WITHOUT, "", "", None, ""),
        # With it: what the cell says.
        (WITH, CLERMONT, ";arrêté du 3 mars", CLERMONT, "arrêté du 3 mars"),
        (WITH, CLERMONT, ";décision", CLERMONT, "décision"),
        (WITH, CLERMONT, ";", CLERMONT, ""),
        (WITH, BEAUMONT, ";", BEAUMONT, ""),
        (WITH, BEAUMONT, ";arrêté du 3 mars", BEAUMONT, "arrêté du 3 mars"),
        (WITH, "", ";", None, ""),
    ],
)
def test_the_reason_and_its_body(
    tmp_path: Path, header: str, body: str, motif: str, siren: str | None, reason: str
) -> None:
    path = make_register(tmp_path, world_with(REASONED))
    line = f"A-1;ADS;affectation_interne;100;{body};2015-07-01;{motif}"
    report = take(path, ASSIGNMENTS, header, line)
    after = the_assignment(path)
    assert (after.hierarchical_siren, after.hierarchical_reason) == (siren, reason)
    assert counts(report) == (1, 0, int(after != REASONED))


def test_a_reason_without_a_body_is_refused_where_it_stands(tmp_path: Path) -> None:
    path = make_register(tmp_path, world_with(REASONED))
    line = "A-1;ADS;affectation_interne;100;;2015-07-01;;arrêté"
    report = take(path, ASSIGNMENTS, WITH, line)
    assert [(each.line, each.column, each.finding.code) for each in report.refusals] == [
        (2, "motif", "reason_without_body")
    ]
    assert the_assignment(path) == REASONED


def test_a_reason_leaves_with_its_body_whoever_empties_it() -> None:
    """The fact itself drops it: form, file and undo cannot disagree."""
    assert REASONED.hierarchical_reason
    emptied = replace(REASONED, hierarchical_siren=None)
    assert emptied.hierarchical_reason == ""
    other = replace(emptied, hierarchical_siren=HierarchicalSiren(BEAUMONT))
    assert other.hierarchical_reason == ""


def test_a_reason_that_was_left_behind_without_its_body(tmp_path: Path) -> None:
    """Older registers hold such rows: they are read without it, and come back untouched."""
    path = make_register(tmp_path, world())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE assignment SET hierarchical_reason = 'arrêté'")
        connection.commit()
    assert the_assignment(path) == assignment()
    with writing(path) as session:
        export_folder(session, tmp_path / "export")
        report = import_folder(session, tmp_path / "export")
        assert (report.refusals, report.created, report.corrected) == ((), 0, 0)


def test_a_recorded_operational_body_is_kept_or_emptied(tmp_path: Path) -> None:
    shared = mission_share(operational_siren=EPCI)
    path = make_register(tmp_path, world_with(shared))
    header = "matricule;service;mission;beneficiaire_siren;part;debut;fin"
    line = f"A-1;ADS;PC;{AUBIERE};100;2015-07-01;"
    assert counts(take(path, SHARES, header, line)) == (1, 0, 0)
    assert counts(take(path, SHARES, header, line.replace(";100;", ";90;"))) == (1, 0, 1)
    (found,) = [each for each in facts_in(path) if isinstance(each, MissionShare)]
    assert (found.share, found.operational_siren) == (9_000, EPCI)
    assert counts(take(path, SHARES, f"{header};operationnelle_siren", f"{line};")) == (1, 0, 1)
    (found,) = [each for each in facts_in(path) if isinstance(each, MissionShare)]
    assert found.operational_siren is None


def test_a_word_before_a_name_is_kept_or_emptied(tmp_path: Path) -> None:
    named = identity(link_word=LinkWord.DE)
    path = make_register(tmp_path, world_with(named))
    header = "type;siren;code_insee;nom;forme_juridique;siege;departement;debut;fin"
    line = f"commune;{AUBIERE};63014;Aubière;commune;;63;;"
    assert counts(take(path, ExchangeKind.BODIES, header, line)) == (1, 0, 0)
    for cell, word in (
        ("d'", LinkWord.D),
        ("D’", LinkWord.D),
        ("de la", LinkWord.DE_LA),
        ("", None),
    ):
        take(path, ExchangeKind.BODIES, f"{header};liaison", f"{line};{cell}")
        assert replace(named, link_word=word) in facts_in(path)
    report = take(path, ExchangeKind.BODIES, f"{header};liaison", f"{line};de le")
    assert [(each.column, each.finding.code) for each in report.refusals] == [
        ("liaison", "choice_unknown")
    ]


def test_a_duration_is_kept_or_emptied(tmp_path: Path) -> None:
    joined = membership(duration="six ans, reconduite tacitement")
    path = make_register(tmp_path, world_with(joined))
    header = "service;siren;niveau;missions;decide_le;debut;fin"
    line = f"ADS;{AUBIERE};adherente;DP+PC;2015-05-21;2015-07-01;"
    assert counts(take(path, ExchangeKind.MEMBERSHIPS, header, line)) == (1, 0, 0)
    for cell in ("indéterminée", ""):
        take(path, ExchangeKind.MEMBERSHIPS, f"{header};duree", f"{line};{cell}")
        assert replace(joined, duration=cell) in facts_in(path)


def test_an_absent_column_is_empty_for_a_new_record(tmp_path: Path) -> None:
    without = [each for each in world() if not isinstance(each, Assignment | MissionShare)]
    path = make_register(tmp_path, without)
    line = f"A-1;ADS;affectation_interne;100;{CLERMONT};2015-07-01;"
    assert counts(take(path, ASSIGNMENTS, WITHOUT, line)) == (1, 1, 0)
    assert the_assignment(path) == replace(REASONED, hierarchical_reason="")


def test_a_compulsory_column_is_refused_by_name(tmp_path: Path) -> None:
    path = make_register(tmp_path, world_with())
    report = take(path, ASSIGNMENTS, WITHOUT.replace(";hierarchique_siren", ""), "")
    (refusal,) = report.refusals
    assert refusal.finding.code == "columns_missing"
    assert refusal.finding.values["columns"] == ("hierarchique_siren",)


def test_a_reason_travels_to_a_new_register(tmp_path: Path) -> None:
    path = make_register(tmp_path, world_with(REASONED, terms(financial_terms="un\n\ndeux")))
    with reading(path) as session:
        export_folder(session, tmp_path / "export")
    exported = (tmp_path / "export" / "assignments.csv").read_text(encoding="utf-8-sig")
    assert exported.splitlines()[0] == WITH
    assert exported.splitlines()[1].endswith(";arrêté du 3 mars")
    bodies = [f for f in world_with() if type(f).__name__ in {"PublicBody", "LegalIdentity"}]
    other = make_register(tmp_path, bodies, "autre.mutu")
    with writing(other) as session:
        assert import_folder(session, tmp_path / "export").refusals == ()
    assert facts_in(other) == facts_in(path)
