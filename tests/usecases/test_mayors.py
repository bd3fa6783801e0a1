"""Mayors from the official list: for the communes of the register, closing nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.territory import Mandate
from mutudesk.usecases.mayors import import_mayors
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    during,
    facts_in,
    make_register,
    mandate,
    reading,
    since,
    world_with,
    writing,
)

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.usecases.importing import ImportReport

HEADER = (
    "Code du département;Code de la commune;Nom de l'élu;Prénom de l'élu;Code sexe;"
    "Date de naissance;Date de début de la fonction"
)
ENDED = mandate(BEAUMONT, during("2014-04-05", "2020-05-24"), last_name="Beaumont")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path / "registre", world_with(ENDED))


def take(path: Path, *lines: str) -> ImportReport:
    given = path.parent.parent / "elus-maires.csv"
    given.write_text("\n".join([HEADER, *lines, ""]), encoding="utf-8")
    before = path.read_bytes()
    with reading(path) as session:
        trial = import_mayors(session, given, dry_run=True)
    assert path.read_bytes() == before
    with writing(path) as session:
        report = import_mayors(session, given)
    assert report == trial
    return report


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
