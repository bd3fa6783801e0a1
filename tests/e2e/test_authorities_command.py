"""The command `authorities`: who commands whom on a date, as a table and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.builders import BEAUMONT, CLERMONT, EPCI
from tests.demonstration import LE_CENDRE
from tests.e2e.command_runs import accepted, refused_here, run, table
from tests.plain_text import plain

if TYPE_CHECKING:
    from pathlib import Path

HEADER = (
    "matricule;nom;prenom;service;mission;beneficiaire_siren;beneficiaire;part;"
    "hierarchique_siren;hierarchique;hierarchique_titulaire;hierarchique_qualite;"
    "operationnelle_siren;operationnelle;operationnelle_titulaire;operationnelle_qualite"
)


@pytest.mark.parametrize(
    ("on", "agglomeration", "heads"),
    [
        (
            "2016-09-01",
            ("Clermont Communauté", "Olivier Chazal (exemple)", "Président"),
            {BEAUMONT: ("Alain Dumeil (exemple)", "Maire")},
        ),
        (
            "01/06/2017",
            ("Clermont Auvergne Métropole", "Olivier Chazal (exemple)", "Président"),
            {LE_CENDRE: ("Hervé Pronière (exemple)", "Maire")},
        ),
        (
            "2018-06-01",
            ("Clermont Auvergne Métropole", "Olivier Chazal (exemple)", "Président"),
            {LE_CENDRE: ("Lucie Montel (exemple)", "1re adjointe, par intérim")},
        ),
        (
            "2020-08-01",
            ("Clermont Auvergne Métropole", "Olivier Chazal (exemple)", "Président"),
            {BEAUMONT: ("Hélène Astier (exemple)", "Maire")},
        ),
    ],
)
def test_authorities(
    demo: Path,
    on: str,
    agglomeration: tuple[str, str, str],
    heads: dict[str, tuple[str, str]],
) -> None:
    done = run("authorities", "--on", on, db=demo)
    assert (done.returncode, done.stderr) == (0, b"")
    assert not done.stdout.startswith(b"\xef\xbb\xbf")
    text = done.stdout.decode()
    assert text.splitlines()[0] == HEADER
    lines = table(text)
    assert len(lines) >= 30
    own = [line for line in lines if line["beneficiaire_siren"] == EPCI]
    assert {
        (line["operationnelle"], line["operationnelle_titulaire"], line["operationnelle_qualite"])
        for line in own
    } == {agglomeration}
    assert {line["beneficiaire"] for line in own} == {agglomeration[0]}
    for siren, head in heads.items():
        found = {
            (line["operationnelle_titulaire"], line["operationnelle_qualite"])
            for line in lines
            if line["operationnelle_siren"] == siren
        }
        assert found == {head}
    assert {line["hierarchique_siren"] for line in lines} >= {EPCI, CLERMONT}
    key = ("matricule", "service", "mission", "beneficiaire_siren")
    assert lines == sorted(lines, key=lambda line: [line[name] for name in key])


def test_json_says_the_same(demo: Path) -> None:
    text = accepted("authorities", "--on", "2016-09-01", db=demo)
    data = accepted("authorities", "--on", "2016-09-01", "--format", "json", db=demo)
    assert json.loads(data) == table(text)


def test_filters(demo: Path) -> None:
    def lines(*filters: str) -> list[dict[str, str]]:
        return table(accepted("authorities", "--on", "2016-09-01", *filters, db=demo))

    whole = lines()
    assert lines("--service", "ADS") == [each for each in whole if each["service"] == "ADS"]
    assert lines("--commune", "216 300 327") == [
        each for each in whole if each["beneficiaire_siren"] == BEAUMONT
    ]
    both = lines("--agent", "A-0377", "--service", "ADS")
    assert both == [each for each in whole if each["matricule"] == "A-0377"]
    assert both


def test_a_known_agent_without_lines(demo: Path) -> None:
    text = accepted("authorities", "--on", "1950-01-01", "--agent", "A-0377", db=demo)
    assert text.splitlines() == [HEADER]
    data = accepted(
        "authorities", "--on", "1950-01-01", "--agent", "A-0377", "--format", "json", db=demo
    )
    assert json.loads(data) == []


@pytest.mark.parametrize(
    "wanted",
    [
        ("--agent", "Z-9999"),
        ("--agent", ""),
        ("--service", "ads"),
        ("--commune", "216302208"),
    ],
)
def test_an_unknown_name_is_refused(
    demo: Path, wanted: tuple[str, str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    lines = refused_here(capsysbinary, demo, "authorities", "--on", "2016-09-01", *wanted)
    assert len(lines) == 1
    assert wanted[1].replace(" ", "") in plain(lines[0]).replace(" ", "")
