"""The journal as a file: a row a changed field, values as the other files have them."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.findings import RefusedError
from mutudesk.domain.history import JournalLine
from mutudesk.domain.period import ALWAYS
from mutudesk.domain.records import KINDS, kind_of
from mutudesk.domain.register import new_register
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.history import HEADER, KEY_FIELDS, history_csv, history_json, key_of
from mutudesk.exchange.kinds import exchange_kind_of, record_kinds
from tests import builders
from tests.builders import AUBIERE, BEAUMONT, EPCI, NOW, day, during

if TYPE_CHECKING:
    from mutudesk.domain.records import Fact
    from tests.builders import Field

FACTS: list[Fact] = [
    builders.body(),
    new_register(EPCI, "2025-01-01", NOW),
    builders.identity(),
    builders.member(),
    builders.population(),
    builders.mandate(acting=True),
    builders.service(),
    builders.managing(),
    builders.terms(),
    builders.origin(name="Bureau + antenne"),
    builders.mission(),
    builders.membership(),
    builders.agent(),
    builders.position(),
    builders.assignment(),
    builders.mission_share(),
]


def line(before: Fact | None, after: Fact | None, **more: Field) -> JournalLine:
    fact = after or before
    assert fact is not None
    made = JournalLine(
        7, kind_of(fact), "", before, after, act=5, at="2016-09-01T08:30:00+00:00", number=3
    )
    return replace(made, **more)


def rows(*lines: JournalLine) -> list[dict[str, str]]:
    data = b"".join(history_csv(lines))
    assert not data.startswith(b"\xef\xbb\xbf")
    found = list(csv.DictReader(io.StringIO(data.decode(), newline=""), delimiter=";"))
    assert {tuple(each) for each in found} <= {HEADER}
    return found


def changes(*lines: JournalLine) -> list[tuple[str, str, str]]:
    return [(each["champ"], each["avant"], each["apres"]) for each in rows(*lines)]


def test_the_key_fields_are_those_of_the_keys() -> None:
    assert [kind_of(fact) for fact in FACTS] == [each.kind for each in KINDS]
    for fact in FACTS:
        period = getattr(fact, "period", None)
        assert fact.key == tuple(
            getattr(period if name == "valid_from" else fact, name)
            for name in KEY_FIELDS[kind_of(fact)]
        )


@pytest.mark.parametrize("fact", [each for each in FACTS if each is not FACTS[1]])
def test_the_key_of_a_row_is_read_as_that_of_the_record(fact: Fact) -> None:
    kind = exchange_kind_of(kind_of(fact))
    text = rows(line(None, fact))[0]["cle"]
    assert key_of(kind, text) == fact.key
    assert rows(line(fact, None))[0]["cle"] == text


def test_a_creation_has_nothing_before_and_a_deletion_nothing_after() -> None:
    fact = builders.assignment(
        period=during("2015-07-01", "2020-12-31"), share=3750, hierarchical_siren=None
    )
    created = [
        ("matricule", "", "A-1"),
        ("service", "", "ADS"),
        ("fondement", "", "affectation_interne"),
        ("quotite", "", "37.5"),
        ("debut", "", "2015-07-01"),
        ("fin", "", "2020-12-31"),
    ]
    assert changes(line(None, fact)) == created
    assert changes(line(fact, None)) == [(name, after, "") for name, _, after in created]


@pytest.mark.parametrize(
    ("fact", "after", "expected"),
    [
        (builders.mandate(), {"acting": True}, ("interim", "non", "oui")),
        (builders.membership(), {"missions": frozenset({"PC"})}, ("missions", "DP+PC", "PC")),
        (builders.membership(), {"decided_on": None}, ("decide_le", "2015-05-21", "")),
        (builders.population(), {"total": None}, ("totale", "10417", "")),
        (builders.service(), {"name": "Droit"}, ("nom", "Service ADS", "Droit")),
        (builders.mission_share(), {"operational_siren": EPCI}, ("operationnelle_siren", "", EPCI)),
        (builders.position(), {"working_time": 8000}, ("temps_travail", "100", "80")),
        (builders.identity(period=during(None, "2017-12-31")), {"period": ALWAYS},
         ("fin", "2017-12-31", "")),
    ],
)  # fmt: skip
def test_a_correction_is_one_row_a_changed_field(
    fact: Fact, after: dict[str, object], expected: tuple[str, str, str]
) -> None:
    assert changes(line(fact, replace(fact, **after))) == [expected]  # type: ignore[arg-type]


def test_every_column_of_a_row() -> None:
    before = builders.agent()
    made = line(before, replace(before, last_name="=Garnier"), who="s.maurel", action="correct")
    (row,) = rows(replace(made, why="-faute", seal="ab" * 32))
    assert row == {
        "ligne": "7",
        "acte": "5",
        "horodatage": "2016-09-01T08:30:00+00:00",
        "auteur": "s.maurel",
        "action": "correct",
        "nature": "agents",
        "enregistrement": "agent",
        "numero": "3",
        "cle": "A-1",
        "champ": "nom",
        "avant": "Garnier",
        "apres": "'=Garnier",  # no spreadsheet takes it for a formula
        "motif": "'-faute",
        "efface": "non",
        "empreinte": "ab" * 32,
    }


def test_a_line_without_data_says_so_and_one_without_a_change_is_there() -> None:
    purged = replace(line(None, builders.agent()), after=None, purged=True)
    (row,) = rows(purged)
    assert (row["efface"], row["cle"], row["champ"], row["numero"]) == ("oui", "", "", "3")
    (row,) = rows(line(builders.agent(), builders.agent()))
    assert (row["efface"], row["cle"], row["champ"]) == ("non", "A-1", "")


def test_the_register_itself_has_no_file_and_its_own_names() -> None:
    found = rows(line(None, FACTS[1]))
    assert {each["nature"] for each in found} == {"register"}
    assert found[0]["champ"] == "epci_siren"


def test_json_holds_the_head_and_the_same_rows() -> None:
    lines = [line(None, fact) for fact in FACTS]
    data = json.loads(b"".join(history_json("cd" * 32, lines)))
    assert data == {"head": "cd" * 32, "lines": rows(*lines)}
    assert json.loads(b"".join(history_json("", []))) == {"head": "", "lines": []}


def test_many_rows_come_in_pieces_with_one_header() -> None:
    lines = [line(None, builders.agent(f"A-{number}")) for number in range(3_000)]
    assert len(list(history_csv(lines))) > 2
    assert len(rows(*lines)) == 12_000
    assert len(json.loads(b"".join(history_json("", lines)))["lines"]) == 12_000


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (ExchangeKind.AGENTS, "A-1", ("A-1",)),
        (ExchangeKind.AGENTS, "A-1+1/9/2016", ("A-1", day("2016-09-01"))),
        (ExchangeKind.BODIES, "216 300 145", (AUBIERE,)),
        (ExchangeKind.BODIES, f"{AUBIERE}+", (AUBIERE, None)),
        (ExchangeKind.EPCI_MEMBERSHIPS, f"{EPCI}+{AUBIERE}+", (EPCI, AUBIERE, None)),
        (ExchangeKind.MANDATES, f"{AUBIERE}+OUI+2014-04-05", (AUBIERE, True, day("2014-04-05"))),
        (ExchangeKind.ORIGINS, f"ADS+{BEAUMONT}+A + B", ("ADS", BEAUMONT, "A + B")),
        (ExchangeKind.POPULATIONS, f"{AUBIERE}+2022", (AUBIERE, 2022)),
    ],
)
def test_keys_are_read_like_cells(
    kind: ExchangeKind, text: str, expected: tuple[object, ...]
) -> None:
    assert key_of(kind, text) == expected


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (ExchangeKind.MANDATES, AUBIERE, "history_key_shape"),
        (ExchangeKind.AGENTS, "A-1+2016-09-01+x", "date_invalid"),
        (ExchangeKind.ASSIGNMENTS, "A-1+ADS", "history_key_shape"),
        (ExchangeKind.BODIES, "216300146", "siren_invalid"),
        (ExchangeKind.AGENTS, "", "cell_required"),
    ],
)
def test_what_is_no_key(kind: ExchangeKind, text: str, code: str) -> None:
    with pytest.raises(RefusedError) as refused:
        key_of(kind, text)
    assert [each.code for each in refused.value.findings] == [code]


def test_every_kind_of_file_has_a_key() -> None:
    assert all(each in KEY_FIELDS for kind in ExchangeKind for each in record_kinds(kind))
