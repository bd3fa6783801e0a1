"""Look-alikes are told when they are written and by `check`, and never refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.agents import Agent
from mutudesk.domain.changes import correct, create
from mutudesk.domain.services import SharedService
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.usecases.checking import check_register
from mutudesk.usecases.recording import record
from tests.builders import (
    EPCI,
    agent,
    make_register,
    managing,
    mission,
    one_stored,
    position,
    reading,
    service,
    world,
    writing,
)
from tests.usecases.taking import take

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.domain.changes import AnyChange
    from mutudesk.usecases.session import Session

A_CYRILLIC, O_CYRILLIC = "\u0410", "\u043e"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path, world())


def told(session: Session, *changes: AnyChange) -> list[str]:
    return [each.code for each in record(session, changes, "act").warnings]


def line(matricule: str, name: str = "Zola") -> str:
    return f"{matricule};M.;{name};Émile;titulaire;B;;;50;{EPCI};2015-01-01;"


@pytest.mark.parametrize("matricule", ["a-1", f"{A_CYRILLIC}-1"])
def test_a_new_number_that_looks_like_a_recorded_one(path: Path, matricule: str) -> None:
    report = take(path, ExchangeKind.AGENTS, line("B-1"), line(matricule))
    found = [each for each in report.warnings if each.finding.code == "matricules_alike"]
    assert [each.line for each in found] == [3]
    assert {found[0].finding.values[name] for name in ("first", "second")} == {"A-1", matricule}
    # It was told: another act of the same agent does not say it again.
    assert take(path, ExchangeKind.AGENTS, line(matricule, "Zolà")).warnings == ()
    with reading(path) as session:
        codes = [each.code for each in check_register(session).warnings]
    assert codes.count("matricules_alike") == 1


def test_two_new_numbers_and_many_that_are_not_alike(path: Path) -> None:
    lines = [line(f"N{number}", f"Nom {number}") for number in range(5_100)]
    report = take(path, ExchangeKind.AGENTS, *lines, line("n7", "Autre"), line("a-1", "Autre B"))
    found = [each for each in report.warnings if each.finding.code == "matricules_alike"]
    assert sorted(
        (each.finding.values["first"], each.finding.values["second"]) for each in found
    ) == [
        ("A-1", "a-1"),
        ("N7", "n7"),
    ]


def test_an_agent_who_gets_such_a_number(path: Path) -> None:
    with writing(path) as session:
        assert told(session, create(agent("B-1")), create(position("B-1"))) == []
        seen = one_stored(session, Agent, matricule="B-1")
        assert told(session, correct(seen, agent("a-1"))) == ["matricules_alike"]


def test_a_recorded_number_of_another_alphabet(path: Path) -> None:
    take(path, ExchangeKind.AGENTS, line(f"{A_CYRILLIC}-9"))
    report = take(path, ExchangeKind.AGENTS, line("a-9", "Autre"))
    assert [each.finding.code for each in report.warnings] == ["matricules_alike"]


def test_services_and_missions(path: Path) -> None:
    with writing(path) as session:
        new = [create(service("ads", name="Autre")), create(managing("ads"))]
        assert told(session, *new) == ["codes_alike"]
        assert told(session, create(mission("pc"))) == ["codes_alike"]
        assert told(session, create(mission("AT"))) == []
        seen = one_stored(session, SharedService, code="ads")
        assert told(session, correct(seen, service("ads", name="Encore"))) == []


@pytest.mark.parametrize("name", [f"Dup{O_CYRILLIC}nt", f"Le Dup{O_CYRILLIC}nt"])
def test_a_name_of_two_alphabets(path: Path, name: str) -> None:
    report = take(path, ExchangeKind.AGENTS, line("B-1", name))
    (found,) = report.warnings
    values = found.finding.values
    assert (found.line, found.column, found.finding.code) == (2, "nom", "letters_mixed")
    assert (values["text"], values["place"], values["other"]) == (
        f"Dup{O_CYRILLIC}nt",
        4,
        O_CYRILLIC,
    )
    with writing(path) as session:
        seen = one_stored(session, Agent, matricule="B-1")
        kept = agent("B-1", last_name=name, first_name="E.")
        assert told(session, correct(seen, kept)) == []
        assert "letters_mixed" in [each.code for each in check_register(session).warnings]


def test_a_reference_is_no_text_of_its_own(path: Path) -> None:
    with writing(path) as session:
        code = f"{A_CYRILLIC}B"
        new = [create(agent(code, last_name="Zola")), create(position(code))]
        assert told(session, *new) == ["letters_mixed"]
        codes = [each.code for each in check_register(session).warnings]
        assert codes.count("letters_mixed") == 1
