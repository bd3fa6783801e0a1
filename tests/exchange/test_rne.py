"""The official list of mayors, in the shapes it has had."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutudesk.domain.period import Period
from mutudesk.exchange.rne import MayorsFile, RneMayor, read_mayors

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


# The layout of 2018: another name of nearly every column, and the end of each function.
HEADER_2018 = [
    *("Code du département (Maire)", "Libellé de département (Maires)", "Code Insee de la commune"),
    *("Libellé de la commune", "Population de la commune", "Nom de l'élu", "Prénom de l'élu"),
    *("Code sexe", "Date de naissance", "Code profession", "Libellé de la profession"),
    *("Libellé de mandat", "Date de début du mandat", "Date de fin du mandat"),
    *("Motif de fin de mandat", "Libellé de fonction", "Date de début de la fonction"),
    *("Date de fin de la fonction", "Motif de fin de fonction"),
]
TITLE = "Titre du rapport : liste des maires"


def _line_2018(
    last: str, began: str, ended: str = "", code: str = "4", departement: str = "01"
) -> list[str]:
    return [
        *(departement, "AIN", code, "EXEMPLEVILLE", "1200", last, "JEAN", "M", "01/01/1950", "1"),
        *("Agriculteurs", "Maire", began, ended, "", "Maire", began, ended, "FM" if ended else ""),
    ]


def _file_2018(*lines: list[str], title: str = "") -> bytes:
    """As it was published: tabs, cp1252."""
    rows = ["\t".join(line) for line in (HEADER_2018, *lines)]
    return "\r\n".join([title, *rows] if title else rows).encode("cp1252")


CODES_2018 = {"01004", "2A004", "97105", "98735"}


def _terms(read: MayorsFile) -> list[tuple[str, str, str | None]]:
    return [
        (
            each.last_name,
            each.function_start.isoformat(),
            None if each.last_day is None else each.last_day.isoformat(),
        )
        for each in read.mayors
    ]


def test_every_term_of_a_historical_list() -> None:
    read = read_mayors(
        _file_2018(
            _line_2018("LE BALC'H", "15/03/2008", "01/02/2013"),
            _line_2018("DE LA TOUR", "23/03/2001", "15/03/2008"),
            _line_2018("LE BALC'H", "04/04/2014"),
        ),
        CODES_2018,
    )
    assert (read.problems, read.is_historical, read.shortened) == ([], True, frozenset())
    assert _terms(read) == [
        ("de La Tour", "2001-03-23", "2008-03-14"),
        ("Le Balc'h", "2008-03-15", "2013-02-01"),
        ("Le Balc'h", "2014-04-04", None),
    ]


@pytest.mark.parametrize(
    ("ended", "last_day", "is_told"),
    [
        ("15/03/2008", "2008-03-14", False),  # the day of the change, in both lines
        ("14/03/2008", "2008-03-14", False),
        ("13/03/2008", "2008-03-13", False),
        ("16/03/2008", "2008-03-14", True),
        ("31/12/2013", "2008-03-14", True),
        ("", "2008-03-14", True),
        ("31/12/9999", "2008-03-14", True),
        ("14/03/08", "2008-03-14", False),
    ],
)
def test_terms_never_overlap(ended: str, last_day: str, is_told: bool) -> None:
    first = _line_2018("PREMIER", "23/03/2001", ended)
    second = _line_2018("SECOND", "15/03/2008", "01/02/2013")
    read = read_mayors(_file_2018(first, second), CODES_2018)
    assert _terms(read)[0] == ("Premier", "2001-03-23", last_day)
    assert read.shortened == ({2} if is_told else set())


DAYS = st.dates(date(2001, 1, 1), date(2001, 3, 1))


@given(st.lists(st.tuples(DAYS, st.none() | DAYS), min_size=1, max_size=6))
def test_whatever_the_ends_there_is_one_mayor_a_day(terms: list[tuple[date, date | None]]) -> None:
    lines = [
        _line_2018(f"NOM {number}", began.isoformat(), "" if ended is None else ended.isoformat())
        for number, (began, ended) in enumerate(terms)
    ]
    read = read_mayors(_file_2018(*lines), CODES_2018)
    periods = [Period.inclusive(each.function_start, each.last_day) for each in read.mayors]
    assert not any(one.overlaps(other) for one, other in combinations(periods, 2))
    if not read.problems and read.is_historical:
        assert len(read.mayors) == len(terms)


def test_a_list_of_2018_without_an_end_names_those_in_office() -> None:
    lines = [_line_2018("ANCIEN", "04/04/2014"), _line_2018("NOUVEAU", "01/02/2016")]
    read = read_mayors(_file_2018(*lines), CODES_2018)
    assert (_terms(read), read.is_historical) == ([("Nouveau", "2016-02-01", None)], False)
    # With one end anywhere it is a history.
    other = _line_2018("AUTRE", "23/03/2001", "15/03/2008", code="53", departement="75")
    read = read_mayors(_file_2018(*lines, other), CODES_2018)
    assert _terms(read) == [("Ancien", "2014-04-04", "2016-01-31"), ("Nouveau", "2016-02-01", None)]
    assert read.departements == ("01", "75")


@pytest.mark.parametrize(
    ("departement", "code", "insee_code"),
    [
        ("01", "4", "01004"),
        ("2A", "4", "2A004"),
        ("20", "4", "2A004"),
        ("ZA", "105", "97105"),
        ("ZP", "735", "98735"),
    ],
)
def test_numbers_within_the_departement(departement: str, code: str, insee_code: str) -> None:
    line = _line_2018("X", "04/04/2014", code=code, departement=departement)
    (mayor,) = read_mayors(_file_2018(line), CODES_2018).mayors
    assert mayor.insee_code == insee_code


def test_one_day_with_two_ends() -> None:
    begun = _line_2018("X", "23/03/2001"), _line_2018("X", "23/03/2001", "15/03/2008")
    for lines in (begun, begun[::-1]):
        assert _terms(read_mayors(_file_2018(*lines), CODES_2018)) == [
            ("X", "2001-03-23", "2008-03-15")
        ]
    both = _line_2018("X", "23/03/2001", "15/03/2007"), begun[1]
    (problem,) = read_mayors(_file_2018(*both), CODES_2018).problems
    assert (problem.line, problem.code) == (3, "mayor_twice")


@pytest.mark.parametrize(
    ("ended", "code"), [("22/03/2001", "period_upside_down"), ("hier", "date_invalid")]
)
def test_an_end_that_cannot_be(ended: str, code: str) -> None:
    (problem,) = read_mayors(_file_2018(_line_2018("X", "23/03/2001", ended)), CODES_2018).problems
    assert (problem.line, problem.column) == (2, "Date de fin de la fonction")
    assert problem.code == code


def test_a_title_above_the_header() -> None:
    data = _file_2018(_line_2018("X", "23/03/2001"), title=TITLE)
    assert _terms(read_mayors(data, CODES_2018)) == [("X", "2001-03-23", None)]


def test_another_file_is_refused_by_its_columns() -> None:
    (problem,) = read_mayors(b"siren;nom\n1;2\n", CODES).problems
    assert problem.code == "columns_missing"
    assert "Code de la commune" in tuple(str(each) for each in _items(problem.values["columns"]))
    (problem,) = read_mayors(b"", CODES).problems
    assert problem.code == "table_empty"


def _items(value: object) -> tuple[object, ...]:
    assert isinstance(value, tuple)
    return value
