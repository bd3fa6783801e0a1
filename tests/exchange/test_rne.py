"""The official list of mayors, in the shapes it has had."""

from __future__ import annotations

from datetime import date

import pytest

from mutudesk.exchange.rne import RneMayor, read_mayors

HEADER = (
    "Code du département;Libellé du département;Code de la collectivité à statut particulier;"
    "Libellé de la collectivité à statut particulier;Code de la commune;Libellé de la commune;"
    "Nom de l'élu;Prénom de l'élu;Code sexe;Date de naissance;"
    "Code de la catégorie socio-professionnelle;Libellé de la catégorie socio-professionnelle;"
    "Date de début du mandat;Date de début de la fonction"
)
CODES = {"63998", "01001", "97201"}


def _line(
    code: str = "63998",
    last: str = "NOMDEXEMPLE",
    first: str = "Prénom",
    sex: str = "F",
    began: str = "2026-03-27",
    departement: str = "63",
) -> str:
    return (
        f"{departement};Puy-de-Dôme;;;{code};Exempleville;{last};{first};{sex};1970-01-01;31;"
        f"Profession libérale;2026-03-22;{began}"
    )


def _file(*lines: str) -> bytes:
    return "\n".join([HEADER, *lines]).encode()


def test_only_the_communes_of_the_register_are_kept() -> None:
    read = read_mayors(_file(_line(code="75056"), _line()), CODES)
    assert read.problems == []
    assert read.mayors == [RneMayor(3, "63998", "Mme", "Nomdexemple", "Prénom", date(2026, 3, 27))]


@pytest.mark.parametrize(
    ("began", "day"),
    [
        ("2026-03-27", date(2026, 3, 27)),
        ("27/03/2026", date(2026, 3, 27)),
        ("27/03/26", date(2026, 3, 27)),
        ("18/03/89", date(1989, 3, 18)),
        ("1/7/2020", date(2020, 7, 1)),
    ],
)
def test_dates_of_all_vintages(began: str, day: date) -> None:
    (mayor,) = read_mayors(_file(_line(began=began)), CODES).mayors
    assert mayor.function_start == day


@pytest.mark.parametrize(
    ("code", "departement", "meant"),
    [
        ("1001", "1", "01001"),
        ("1001", "01", "01001"),
        ("01001", "01", "01001"),
        ("1", "01", "01001"),
        ("97201", "", "97201"),
        ("201", "ZB", "97201"),
    ],
)
def test_codes_that_lost_their_zeros(code: str, departement: str, meant: str) -> None:
    (mayor,) = read_mayors(_file(_line(code=code, departement=departement)), CODES).mayors
    assert mayor.insee_code == meant


@pytest.mark.parametrize(("sex", "civility"), [("M", "M."), ("F", "Mme"), ("", "")])
def test_civility(sex: str, civility: str) -> None:
    (mayor,) = read_mayors(_file(_line(sex=sex)), CODES).mayors
    assert mayor.civility == civility


def test_tabs_cp1252_and_other_names_of_columns() -> None:
    header = "Code Insee de la commune\tNOM DE L'ÉLU\tPrénom de l’élu\tDate de début de la fonction"
    data = f"{header}\r\n1001\tD'ARC\tJEANNE\t04/07/2020\r\n".encode("cp1252")
    (mayor,) = read_mayors(data, CODES).mayors
    assert (mayor.first_name, mayor.last_name) == ("Jeanne", "d'Arc")
    assert mayor.insee_code == "01001"


def test_councillors_are_not_mayors() -> None:
    header = HEADER.replace(";Date de début de la", ";Libellé de la fonction;Date de début de la")
    adjoint = _line(last="AUTRE").replace(";2026-03-27", ";1er adjoint au maire;2026-03-27")
    mayor = _line().replace(";2026-03-27", ";Maire;2026-03-27")
    read = read_mayors(f"{header}\n{adjoint}\n{mayor}".encode(), CODES)
    assert [each.last_name for each in read.mayors] == ["Nomdexemple"]


def test_a_commune_listed_twice() -> None:
    same = read_mayors(_file(_line(), _line()), CODES)
    assert (len(same.mayors), same.problems) == (1, [])
    older = _line(last="ANCIEN", began="2020-05-25")
    for lines in ((older, _line()), (_line(), older)):
        (mayor,) = read_mayors(_file(*lines), CODES).mayors
        assert mayor.last_name == "Nomdexemple"
    both = read_mayors(_file(_line(), _line(last="AUTRE")), CODES)
    (problem,) = both.problems
    assert (problem.line, problem.code) == (3, "mayor_twice")
    assert problem.values["other_line"] == 2


@pytest.mark.parametrize(
    ("line", "column", "code"),
    [
        (_line(last=""), "Nom de l'élu", "cell_required"),
        (_line(first=" "), "Prénom de l'élu", "cell_required"),
        (_line(began=""), "Date de début de la fonction", "cell_required"),
        (_line(began="hier"), "Date de début de la fonction", "date_invalid"),
    ],
)
def test_cells_that_cannot_be_taken(line: str, column: str, code: str) -> None:
    read = read_mayors(_file(_line(code="75056", began="?"), line), CODES)
    assert [(each.line, each.column, each.code) for each in read.problems] == [(3, column, code)]


def test_another_file_is_refused_by_its_columns() -> None:
    (problem,) = read_mayors(b"siren;nom\n1;2\n", CODES).problems
    assert problem.code == "columns_missing"
    assert "Code de la commune" in tuple(str(each) for each in _items(problem.values["columns"]))
    (problem,) = read_mayors(b"", CODES).problems
    assert problem.code == "table_empty"


def _items(value: object) -> tuple[object, ...]:
    assert isinstance(value, tuple)
    return value
