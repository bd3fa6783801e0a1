"""The official list of mayors by the command line, from the layout of 2018 to that of 2022.

Small lists with the very headers of both, about communes of the mainland, Corsica and overseas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.app import main
from mutudesk.domain.bodies import Mandate
from tests.builders import (
    EPCI,
    body,
    day,
    digest,
    during,
    facts_in,
    identity,
    make_register,
    mandate,
    member,
)
from tests.plain_text import plain

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.domain.records import Fact

    Captured = pytest.CaptureFixture[bytes]

OF_2018 = [
    *("Code du département (Maire)", "Libellé de département (Maires)", "Code Insee de la commune"),
    *("Libellé de la commune", "Population de la commune", "Nom de l'élu", "Prénom de l'élu"),
    *("Code sexe", "Date de naissance", "Code profession", "Libellé de la profession"),
    *("Date de début du mandat", "Date de début de la fonction", "Date de fin de la fonction"),
]
OF_2022 = [
    *("Code du département", "Libellé du département"),
    "Code de la collectivité à statut particulier",
    "Libellé de la collectivité à statut particulier",
    *("Code de la commune", "Libellé de la commune", "Nom de l'élu", "Prénom de l'élu"),
    *("Code sexe", "Date de naissance", "Code de la catégorie socio-professionnelle"),
    "Libellé de la catégorie socio-professionnelle",
    *("Date de début du mandat", "Date de début de la fonction"),
]
COMMUNES = {
    "210100046": ("01004", "Ambérieu-en-Bugey"),
    "212000046": ("2A004", "Ajaccio"),
    "219711058": ("97105", "Basse-Terre"),
    "219722097": ("97209", "Fort-de-France"),
}
AMBERIEU, AJACCIO, BASSE_TERRE, FORT_DE_FRANCE = COMMUNES
BORN = "31/12/1951"


def of_2018(departement: str, code: str, name: str, began: str, ended: str = "") -> str:
    last, first, sex = name.split("/")
    cells = [departement, "X", code, "X", "900", last, first, sex, BORN, "1", "X", began, began]
    return "\t".join([*cells, ended])


def of_2022(departement: str, special: str, code: str, name: str, began: str) -> str:
    last, first, sex = name.split("/")
    place = [departement, "X" * bool(departement), special, "X" * bool(special), code, "X"]
    return ";".join([*place, last, first, sex, BORN, "31", "X", began, began])


LIST_2018 = (
    of_2018("01", "4", "D'ARC/JEANNE/F", "23/03/2001", "15/03/2008"),
    of_2018("01", "4", "LE BALC'H/YVES/M", "15/03/2008", "01/02/2013"),
    of_2018("01", "4", "DE LA TOUR/ÉLISE/F", "02/02/2013"),
    of_2018("2A", "4", "CASANOVA/ANGE-MARIE/M", "05/04/2014"),
    of_2018("ZA", "105", "DELL'AGNOLA/LUCE/F", "05/04/2014"),
    of_2018("75", "56", "AUTRE/ANNE/F", "05/04/2014"),
)
LIST_2022 = (
    of_2022("01", "", "1004", "DE LA TOUR/Elise/F", "25/05/2020"),
    of_2022("2A", "", "2A004", "NEUVE/Anne/F", "04/07/2020"),
    of_2022("971", "", "97105", "DELL'AGNOLA/Luce/F", "05/04/2014"),
    of_2022("", "972", "97209", "L'HUILLIER/Didier/M", "04/07/2020"),
    of_2022("75", "", "75056", "AUTRE/Anne/F", "25/05/2020"),
)
# Who was in office, as the register holds it after the list of 2018.
AFTER_2018 = {
    mandate(AMBERIEU, during("2001-03-23", "2008-03-14"), first_name="Jeanne", last_name="d'Arc"),
    mandate(
        AMBERIEU,
        during("2008-03-15", "2013-02-01"),
        civility="M.",
        first_name="Yves",
        last_name="Le Balc'h",
    ),
    mandate(AMBERIEU, during("2013-02-02", None), first_name="Élise", last_name="de La Tour"),
    mandate(
        AJACCIO,
        during("2014-04-05", None),
        civility="M.",
        first_name="Ange-Marie",
        last_name="Casanova",
    ),
    mandate(BASSE_TERRE, during("2014-04-05", None), first_name="Luce", last_name="Dell'Agnola"),
}


def facts() -> list[Fact]:
    result: list[Fact] = [body(EPCI), identity(EPCI), mandate(EPCI, quality="Président")]
    for siren, (code, name) in COMMUNES.items():
        departement = code[:3] if code.startswith("97") else code[:2]
        result += [body(siren, insee_code=code, departement=departement)]
        result += [identity(siren, name=name), member(siren)]
    return result


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return make_register(tmp_path / "registre", facts())


@pytest.fixture
def list_2018(tmp_path: Path) -> Path:
    path = tmp_path / "maires-2018.txt"
    path.write_bytes("\r\n".join(["\t".join(OF_2018), *LIST_2018, ""]).encode("cp1252"))
    return path


@pytest.fixture
def list_2022(tmp_path: Path) -> Path:
    path = tmp_path / "elus-maires.csv"
    path.write_text("\n".join([";".join(OF_2022), *LIST_2022, ""]), encoding="utf-8")
    return path


def run(captured: Captured, register: Path, *words: object) -> tuple[int, list[str], list[str]]:
    """Exit code, lines of standard output, lines of standard error."""
    captured.readouterr()
    code = main(["--db", str(register), *map(str, words)])
    said = captured.readouterr()
    out, err = (plain(bytes(each).decode()).splitlines() for each in (said.out, said.err))
    return code, out, err


def mandates_of(path: Path) -> set[Mandate]:
    found = (each for each in facts_in(path) if isinstance(each, Mandate))
    return {each for each in found if each.siren != EPCI}


def test_from_the_list_of_2018_to_that_of_2022(
    register: Path, list_2018: Path, list_2022: Path, capsysbinary: Captured
) -> None:
    taking = "import", "rne-maires"
    code, out, err = run(capsysbinary, register, *taking, list_2018)
    assert (code, err) == (0, [])
    assert out[0] == "5 lignes lues, 5 enregistrements créés, 0 corrigé."
    assert "Fort-de-France (97209)" in "".join(out[1:])
    assert mandates_of(register) == AFTER_2018
    assert BORN.encode() not in register.read_bytes()

    before = digest(register)
    code, out, err = run(capsysbinary, register, *taking, list_2022)
    assert (code, out) == (1, [])
    assert len(err) == 2  # Ajaccio; who is elected again is no point to mend
    assert "ligne 3" in err[1]
    assert "Ange-Marie Casanova" in err[1]
    assert "--close-previous" in err[1]
    assert digest(register) == before

    closing = *taking, list_2022, "--close-previous"
    code, out, err = run(capsysbinary, register, *closing, "--dry-run")
    assert (code, err) == (0, [])
    start = out.index("2 mandats seraient clos la veille du suivant :")
    assert sorted(out[start + 1 :]) == [
        f"elus-maires.csv, ligne {line}, mandat clos le {last}."
        for line, last in (
            ("2 : Ambérieu-en-Bugey : Élise de La Tour", "24/05/2020"),
            ("3 : Ajaccio : Ange-Marie Casanova", "03/07/2020"),
        )
    ]
    assert digest(register) == before

    code, done, err = run(capsysbinary, register, *closing)
    assert (code, err) == (0, [])
    assert done[0] == "4 lignes lues, 3 enregistrements créés, 0 corrigé."
    assert "2 mandats clos la veille du suivant :" in done
    ends = {(each.last_name, each.period.last_day) for each in mandates_of(register) - AFTER_2018}
    assert ends == {
        ("de La Tour", day("2020-05-24")),
        ("de La Tour", None),
        ("Casanova", day("2020-07-03")),
        ("Neuve", None),
        ("L'Huillier", None),
    }
    assert {
        each.first_name for each in mandates_of(register) if each.last_name == "de La Tour"
    } == {
        "Élise"  # the better spelling
    }
    assert run(capsysbinary, register, "check")[0] == 0
    before = digest(register)
    assert run(capsysbinary, register, *closing)[1][0] == (
        "4 lignes lues, 0 enregistrement créé, 0 corrigé."
    )
    assert digest(register) == before


def test_a_list_of_other_departements_is_refused(
    register: Path, tmp_path: Path, capsysbinary: Captured
) -> None:
    path = tmp_path / "elus-maires.csv"
    lines = [";".join(OF_2022), LIST_2022[-1], LIST_2022[-1].replace("75", "63")]
    path.write_text("\n".join(lines), encoding="utf-8")
    before = digest(register)
    code, out, err = run(capsysbinary, register, "import", "rne-maires", path)
    assert (code, out) == (1, [])
    assert err[1].startswith("elus-maires.csv : Aucune commune de ce registre")
    assert "63 et 75" in err[1]
    assert digest(register) == before


def test_only_the_list_of_mayors_closes(register: Path, capsysbinary: Captured) -> None:
    before = digest(register)
    code, out, err = run(capsysbinary, register, "import", "mandates", "x", "--close-previous")
    assert (code, out, len(err)) == (2, [], 1)
    assert "rne-maires" in err[0]
    assert digest(register) == before
