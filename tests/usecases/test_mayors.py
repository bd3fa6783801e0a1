"""Mayors from the official list: for the communes of the register, closing nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.bodies import Mandate
from mutudesk.usecases.mayors import import_mayors
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    ROYAT,
    body,
    day,
    during,
    facts_in,
    identity,
    make_register,
    mandate,
    member,
    reading,
    since,
    world_with,
    writing,
)

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.usecases.importing import ImportReport, LineReport

HEADER = (
    "Code du département;Code de la commune;Nom de l'élu;Prénom de l'élu;Code sexe;"
    "Date de naissance;Date de début de la fonction"
)
ENDED = mandate(BEAUMONT, during("2014-04-05", "2020-05-24"), last_name="Beaumont")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path / "registre", world_with(ENDED))


def take(
    path: Path, *lines: str, header: str = HEADER, close_previous: bool = False
) -> ImportReport:
    given = path.parent.parent / "elus-maires.csv"
    given.write_text("\n".join([header, *lines, ""]), encoding="utf-8")
    before = path.read_bytes()
    with reading(path) as session:
        trial = import_mayors(session, given, close_previous=close_previous, dry_run=True)
    assert path.read_bytes() == before
    with writing(path) as session:
        report = import_mayors(session, given, close_previous=close_previous)
        assert session.changed == bool(report.created or report.corrected)
    assert report == trial
    if report.is_refused:
        assert path.read_bytes() == before
    return report


def told(reports: tuple[LineReport, ...]) -> list[tuple[int, str]]:
    return [(each.line, each.finding.code) for each in reports]


def mandates_of(path: Path, siren: str) -> set[Mandate]:
    return {each for each in facts_in(path) if isinstance(each, Mandate) and each.siren == siren}


def test_only_the_communes_of_the_register(path: Path) -> None:
    report = take(
        path,
        "63;63032;D'EXEMPLE-NEUF;Éric;M;1970-01-01;25/05/2020",
        "75;75056;AUTRE;Anne;F;1970-01-01;25/05/2020",
    )
    assert (report.read, report.created, report.corrected) == (1, 1, 0)
    new = mandate(
        BEAUMONT,
        since("2020-05-25"),
        civility="M.",
        last_name="d'Exemple-Neuf",
        first_name="Éric",
    )
    assert facts_in(path) == set(world_with(ENDED, new))


def test_a_mandate_that_still_runs_is_not_closed(path: Path) -> None:
    report = take(path, "63;63014;NEUVE;Anne;F;1970-01-01;25/05/2020")
    assert [(each.line, each.column, each.finding.code) for each in report.refusals] == [
        (2, "Date de début de la fonction", "mandate_overlap_closable")
    ]
    assert mandate(AUBIERE, last_name="Aubière") in facts_in(path)


def test_the_same_day_is_a_correction(path: Path) -> None:
    report = take(path, "63;63014;AUBIÈRE;Sylvie;F;1970-01-01;05/04/2014")
    assert (report.created, report.corrected) == (0, 0)
    report = take(path, "63;63014;JUSTE;Sylvie;F;1970-01-01;05/04/2014")
    assert (report.created, report.corrected) == (0, 1)
    names = {each.last_name for each in facts_in(path) if isinstance(each, Mandate)}
    assert "Juste" in names


def test_an_end_that_is_recorded_is_kept(path: Path) -> None:
    """The list of today still names the mayor whose mandate the office has closed."""
    report = take(path, "63;63032;BEAUMONT;Sylvie;F;1970-01-01;05/04/2014")
    assert (report.refusals, report.created, report.corrected) == ((), 0, 0)
    report = take(path, "63;63032;BEAUMONT;Sylvia;F;1970-01-01;05/04/2014")
    assert (report.refusals, report.created, report.corrected) == ((), 0, 1)
    corrected = mandate(BEAUMONT, ENDED.period, last_name="Beaumont", first_name="Sylvia")
    assert facts_in(path) == set(world_with(corrected))


def test_nothing_of_a_birth_is_kept(path: Path) -> None:
    take(path, "63;63032;NEUVE;Anne;F;1931-12-25;25/05/2020")
    assert b"1931-12-25" not in path.read_bytes()


# Who is in the list, and who is not ---------------------------------------------------------------


def test_communes_without_a_mayor_in_the_file_are_named(path: Path) -> None:
    report = take(
        path, "63;63032;NEUVE;Anne;F;;25/05/2020", "63;63113;CLERMONT-FERRAND;SYLVIE;F;;05/04/2014"
    )
    (note,) = report.warnings
    assert (note.file, note.line, note.finding.code) == ("elus-maires.csv", 0, "mayors_missing")
    assert note.finding.values == {"count": 2, "communes": ("Aubière (63014)", "Royat (63308)")}


def test_nobody_is_missing_from_a_whole_list(path: Path) -> None:
    report = take(
        path,
        "63;63014;AUBIERE;Sylvie;F;;05/04/2014",
        "63;63032;NEUVE;Anne;F;;25/05/2020",
        "63;63113;CLERMONT FERRAND;Sylvie;F;;05/04/2014",
        "63;63308;ROYAT;Sylvie;F;;05/04/2014",
    )
    assert (report.warnings, report.created, report.corrected) == ((), 1, 0)


def test_a_file_about_others_is_refused_with_its_departements(path: Path) -> None:
    report = take(path, "75;75056;AUTRE;Anne;F;;25/05/2020", "ZA;105;AUTRE;Anne;F;;25/05/2020")
    (refusal,) = report.refusals
    assert (refusal.line, refusal.finding.code) == (0, "mayors_of_others")
    assert refusal.finding.values == {"departements": ("75", "971")}
    whole = [f"{number:02};{number:02}001;X;Y;F;;25/05/2020" for number in range(1, 20)]
    (refusal,) = take(path, *whole).refusals
    names = refusal.finding.values["departements"]
    assert isinstance(names, tuple)
    assert (names[0], names[-1], len(names)) == ("01", "…", 13)


def test_a_file_about_nobody_is_refused(path: Path) -> None:
    assert told(take(path).refusals) == [(0, "mayors_none")]


# The same person, and the next one ----------------------------------------------------------------


def test_a_name_in_capitals_takes_nothing_from_a_better_one(tmp_path: Path) -> None:
    better = mandate(
        BEAUMONT,
        quality="Maire de Beaumont",
        last_name="Le Fèvre d'Ormesson",
        first_name="Hélène",
    )
    path = make_register(tmp_path / "registre", world_with(better))
    report = take(path, "63;63032;LE FEVRE D'ORMESSON;HELENE;;;05/04/2014")
    assert (report.created, report.corrected, report.refusals) == (0, 0, ())
    report = take(path, "63;63032;LE FEVRE D'ORMESSON;HELENE;F;;03/04/2014")
    assert (report.created, report.corrected) == (0, 1)
    assert mandates_of(path, BEAUMONT) == {replace(better, period=since("2014-04-03"))}


def test_the_former_ones_are_closed_when_asked(tmp_path: Path) -> None:
    facts = world_with(
        mandate(BEAUMONT, last_name="Beaumont"),
        mandate(BEAUMONT, since("2020-01-15"), last_name="Adjoint", acting=True),
    )
    path = make_register(tmp_path / "registre", facts)
    lines = "63;63032;NEUVE;Anne;F;;25/05/2020", "63;63014;AUBIERE;Sylvie;F;;25/05/2020"
    report = take(path, *lines)
    assert told(report.refusals) == [(2, "mandate_overlap_closable")]
    assert (3, "mayor_in_office") in told(report.warnings)
    report = take(path, *lines, close_previous=True)
    assert report.refusals == ()
    assert (report.created, report.corrected) == (2, 0)
    assert sorted(
        (each.line, each.finding.code, each.finding.values["person"]) for each in report.closings
    ) == [
        (2, "interim_closed", "Sylvie Adjoint"),
        (2, "mandate_closed", "Sylvie Beaumont"),
        (3, "mandate_closed", "Sylvie Aubière"),
    ]
    assert {each.finding.values["day"] for each in report.closings} == {day("2020-05-24")}
    assert mandates_of(path, AUBIERE) == {
        mandate(AUBIERE, during("2014-04-05", "2020-05-24"), last_name="Aubière"),
        mandate(AUBIERE, since("2020-05-25"), last_name="Aubière"),
    }
    again = take(path, *lines, close_previous=True)
    assert (again.created, again.corrected, again.closings) == (0, 0, ())


def test_a_mandate_that_begins_later_is_never_closed(path: Path) -> None:
    report = take(path, "63;63014;ANCIENNE;Anne;F;;01/04/2008", close_previous=True)
    assert told(report.refusals) == [(2, "mandate_overlap")]


def test_of_the_former_one_who_is_elected_again_nothing_changes_unasked(path: Path) -> None:
    report = take(path, "63;63014;AUBIERE;Sylvie;F;;25/05/2020")
    assert (report.read, report.created, report.corrected) == (1, 0, 0)
    assert told(report.warnings)[0] == (2, "mayor_in_office")
    assert facts_in(path) == set(world_with(ENDED))


# Histories ----------------------------------------------------------------------------------------

ENDS = HEADER + ";Date de fin de la fonction"


def test_two_terms_are_two_mandates(path: Path) -> None:
    report = take(
        path,
        "63;63032;PREMIER;Jean;M;;23/03/2001;15/03/2008",
        "63;63032;SECOND;Jean;M;;15/03/2008;01/02/2013",
        header=ENDS,
    )
    assert (report.created, report.corrected, report.refusals) == (2, 0, ())
    who = {"first_name": "Jean", "civility": "M."}
    assert mandates_of(path, BEAUMONT) == {
        ENDED,
        mandate(BEAUMONT, during("2001-03-23", "2008-03-14"), last_name="Premier", **who),
        mandate(BEAUMONT, during("2008-03-15", "2013-02-01"), last_name="Second", **who),
    }
    assert report.closings == ()


def test_an_open_term_of_a_history_gives_way_to_who_is_recorded(path: Path) -> None:
    lines = (
        "63;63014;PREMIER;Jean;M;;23/03/2001;15/03/2008",
        "63;63014;SECOND;Jean;M;;15/03/2008;",
        "63;63113;TROISIEME;Jean;M;;15/03/2008;05/04/2014",
    )
    report = take(path, *lines, header=ENDS)
    assert (report.created, report.corrected, report.refusals) == (3, 0, ())
    assert (3, "mayor_end_cut") in told(report.warnings)
    assert (4, "mayor_end_cut") not in told(report.warnings)  # the day of the change
    ends = {
        each.last_name: each.period.last_day for each in facts_in(path) if isinstance(each, Mandate)
    }
    assert (ends["Second"], ends["Troisieme"], ends["Aubière"]) == (
        day("2014-04-04"),
        day("2014-04-04"),
        None,
    )
    again = take(path, *lines, header=ENDS)
    assert (again.created, again.corrected) == (0, 0)
    assert [code for _, code in told(again.warnings)] == ["mayors_missing"]


def test_a_history_ends_what_is_recorded_as_open(path: Path) -> None:
    report = take(
        path,
        "63;63014;AUBIERE;SYLVIE;F;;05/04/2014;24/05/2020",
        "63;63014;NEUVE;ANNE;F;;25/05/2020;",
        header=ENDS,
    )
    assert (report.created, report.corrected, report.closings) == (1, 1, ())
    assert mandates_of(path, AUBIERE) == {
        mandate(AUBIERE, during("2014-04-05", "2020-05-24"), last_name="Aubière"),
        mandate(AUBIERE, since("2020-05-25"), last_name="Neuve", first_name="Anne"),
    }


# Communes nouvelles -------------------------------------------------------------------------------

NEW = "200100006"


@pytest.fixture
def merged(tmp_path: Path) -> Path:
    """Aubière gave its INSEE code to a commune nouvelle on 1 January 2025."""
    old = world_with(identity(AUBIERE, during(None, "2024-12-31")))
    facts = [
        *(fact for fact in old if not (isinstance(fact, Mandate) and fact.siren == AUBIERE)),
        body(NEW, insee_code="63014"),
        identity(NEW, since("2025-01-01"), name="Aubière-Nouvelle"),
        member(NEW, since("2025-01-01")),
    ]
    return make_register(tmp_path / "registre", facts)


def test_a_mayor_of_before_is_of_the_commune_of_then(merged: Path) -> None:
    report = take(merged, "63;63014;NEUVE;Anne;F;;03/07/2020")
    assert (report.created, report.refusals) == (1, ())
    assert mandates_of(merged, NEW) == set()
    assert mandates_of(merged, AUBIERE) == {
        mandate(AUBIERE, during("2020-07-03", "2024-12-31"), last_name="Neuve", first_name="Anne")
    }
    assert told(report.warnings)[0] == (2, "mayor_ends_with_commune")
    assert report.warnings[0].finding.values["body"] == "Aubière"
    missing = next(each for each in report.warnings if each.finding.code == "mayors_missing")
    names = missing.finding.values["communes"]
    assert isinstance(names, tuple)
    assert "Aubière-Nouvelle (63014)" in names
    assert "Aubière (63014)" not in names
    assert "mayor_ends_with_commune" not in {
        code for _, code in told(take(merged, "63;63014;NEUVE;Anne;F;;03/07/2020").warnings)
    }


def test_a_mayor_of_after_is_of_the_new_commune(merged: Path) -> None:
    report = take(merged, "63;63014;NEUVE;Anne;F;;01/01/2025")
    assert (report.created, report.refusals) == (1, ())
    assert [each.period for each in mandates_of(merged, NEW)] == [since("2025-01-01")]
    (missing,) = report.warnings  # of which the commune that is no more is none
    assert "Aubière" not in str(missing.finding.values["communes"])


def test_a_mayor_before_any_commune_is_not_taken(tmp_path: Path) -> None:
    facts = world_with(identity(ROYAT, since("2025-01-01")))
    path = make_register(tmp_path / "registre", facts)
    lines = "63;63308;NEUVE;Anne;F;;03/07/2020", "63;63032;AUTRE;Anne;F;;03/07/2020"
    (refusal,) = take(path, lines[0]).refusals
    assert (refusal.line, refusal.finding.code) == (2, "mayor_without_commune")
    report = take(path, *lines, close_previous=True)
    assert (report.created, report.refusals) == (1, ())
    assert told(report.warnings)[0] == (2, "mayor_without_commune")
    missing = next(each for each in report.warnings if each.finding.code == "mayors_missing")
    assert "Royat (63308)" in str(missing.finding.values["communes"])
