"""What is written is read back, field by field, through a real file."""

from __future__ import annotations

import json
import tempfile
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mutudesk.domain.bodies import LinkWord
from mutudesk.domain.changes import correct, create, delete
from mutudesk.domain.period import Period
from mutudesk.domain.records import FACT_TYPES, RECORDED, Kind, kind_of
from mutudesk.domain.services import Settlement
from mutudesk.storage.loading import Scope
from mutudesk.storage.mappings import MAPPINGS
from mutudesk.storage.register_file import RegisterFile
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    EPCI,
    ROYAT,
    act,
    agent,
    assignment,
    body,
    journalled,
    make_register,
    managing,
    membership,
    mission,
    mission_share,
    position,
    service,
    world,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mutudesk.domain.records import Fact, Stored

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
# Codes that the small world does not use, and those that it does.
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "siren": st.sampled_from([BEAUMONT, ROYAT]),
    "epci_siren": st.just(EPCI),
    "employer_siren": st.sampled_from([EPCI, BEAUMONT]),
    "beneficiary_siren": st.sampled_from([EPCI, BEAUMONT]),
    "hierarchical_siren": st.none() | st.just(ROYAT),
    "operational_siren": st.none() | st.just(ROYAT),
    "service": st.just("SIG"),
    "mission": st.sampled_from(["CARTES", "R&D"]),
    "missions": st.frozensets(st.sampled_from(["CARTES", "R&D"])),
    "matricule": st.just("B-2"),
    "share": st.integers(1, 10_000),
    "working_time": st.integers(1, 10_000),
    "year": st.integers(1900, 2199),
    "municipal": st.none() | st.integers(0, 10**9),
    "total": st.none() | st.integers(0, 10**9),
    "notice_months": st.none() | st.integers(0, 99),
    "decided_on": st.none() | DAYS,
    "acting": st.booleans(),
    "link_word": st.none() | st.sampled_from(LinkWord),
    "settlement": st.none() | st.sampled_from(Settlement),
}
# A header gets a code of its own, so that it can be there beside those of the small world.
OWN_CODES: dict[Kind, dict[str, st.SearchStrategy[Any]]] = {
    Kind.BODY: {"siren": st.just("216303073")},
    Kind.SERVICE: {"code": TEXT.filter(lambda text: text not in {"ADS", "SIG"})},
    Kind.MISSION: {"code": TEXT.filter(lambda text: text not in {"CARTES", "R&D"})},
    Kind.AGENT: {"matricule": TEXT.filter(lambda text: text not in {"A-1", "B-2"})},
}


@st.composite
def periods(draw: st.DrawFn) -> Period:
    ends = sorted(draw(st.sets(DAYS, min_size=2, max_size=2)))
    return Period(draw(st.sampled_from([ends[0], None])), draw(st.sampled_from([ends[1], None])))


def strategy(kind: Kind) -> st.SearchStrategy[Fact]:
    values: dict[str, st.SearchStrategy[Any]] = {}
    for field in fields(FACT_TYPES[kind]):
        name = field.name
        if name in OWN_CODES.get(kind, {}):
            values[name] = OWN_CODES[kind][name]
        elif name in {"kind", "ground", "level", "status"}:
            column = MAPPINGS[kind].table.c[name].type
            values[name] = st.sampled_from(list(column.enum_class))  # type: ignore[attr-defined]
        elif name == "period":
            values[name] = periods()
        else:
            values[name] = FIELDS.get(name, TEXT)
    return st.builds(FACT_TYPES[kind], **values)


def base() -> list[Fact]:
    """The small world without heads and identities of two communes, and a second service."""
    facts = [
        fact
        for fact in world()
        if getattr(fact, "siren", "") not in {BEAUMONT, ROYAT} or kind_of(fact) is Kind.BODY
    ]
    return [*facts, service("SIG"), mission("CARTES", "SIG"), mission("R&D", "SIG"), agent("B-2")]


@pytest.fixture(scope="module")
def register() -> Iterator[RegisterFile]:
    with tempfile.TemporaryDirectory() as folder:
        path = make_register(Path(folder), base())
        with RegisterFile.open_to_write(path) as opened:
            yield opened


def stored_of(register: RegisterFile, kind: Kind) -> list[Stored[Fact]]:
    known = set(base())
    with register.read() as unit:
        return [each for each in unit.facts((kind,)) if each.fact not in known]


def kept_by_the_journal(register: RegisterFile) -> list[object]:
    """What the last three lines of the journal keep."""
    with register.read() as unit:
        lines = unit.connection.exec_driver_sql(
            "SELECT data FROM journal ORDER BY seq DESC LIMIT 3"
        )
        return [json.loads(data) for (data,) in lines][::-1]


@pytest.mark.parametrize("kind", RECORDED)
@pytest.mark.slow
@settings(max_examples=10)
@given(data=st.data())
def test_every_kind_comes_back(register: RegisterFile, kind: Kind, data: st.DataObject) -> None:
    fact, other = data.draw(strategy(kind)), data.draw(strategy(kind))
    with register.write() as unit:
        unit.apply(act(), [create(fact)])
    (stored,) = stored_of(register, kind)
    assert stored.fact == fact
    assert stored.row_version == 1
    with register.write() as unit:
        unit.apply(act(), [correct(stored, other)])
    (corrected,) = stored_of(register, kind)
    assert (corrected.id, corrected.row_version, corrected.fact) == (stored.id, 2, other)
    with register.write() as unit:
        unit.apply(act(), [delete(corrected)])
    assert stored_of(register, kind) == []
    assert kept_by_the_journal(register) == [
        [None, journalled(fact)],
        [journalled(fact), journalled(other)],
        [journalled(other), None],
    ]


# A part of the register, with what its rules need -------------------------------------------------


def scoped(tmp_path: Path, scope: Scope) -> set[Fact]:
    path = make_register(
        tmp_path,
        world(
            service("SIG"),
            managing("SIG", siren=ROYAT),
            mission("CARTES", "SIG"),
            agent("A-2"),
            position("A-2", employer_siren=BEAUMONT),
            assignment("A-2", service="SIG"),
        ),
    )
    with RegisterFile.open_to_read(path) as register, register.read() as unit:
        found = unit.scoped(scope)
    assert len({(kind_of(each.fact), each.id) for each in found}) == len(found)
    return {each.fact for each in found}


def test_an_agent_comes_with_his_services_and_their_bodies(tmp_path: Path) -> None:
    found = scoped(tmp_path, Scope(matricules=frozenset({"A-2"})))
    assert {agent("A-2"), position("A-2", employer_siren=BEAUMONT)} <= found
    assert {service("SIG"), managing("SIG", siren=ROYAT), mission("CARTES", "SIG")} <= found
    assert {body(ROYAT), body(BEAUMONT)} <= found
    assert not found & {agent(), service(), mission_share(), body(AUBIERE)}


def test_a_changed_service_comes_with_all_its_agents(tmp_path: Path) -> None:
    found = scoped(tmp_path, Scope(services=frozenset({"ADS"})))
    assert {service(), agent(), position(), assignment(), mission_share(), membership()} <= found
    assert {body(EPCI), body(AUBIERE)} <= found
    assert not found & {agent("A-2"), service("SIG")}


def test_a_service_that_is_only_seen_comes_without_agents(tmp_path: Path) -> None:
    found = scoped(tmp_path, Scope(services_seen=frozenset({"ADS"})))
    assert {service(), managing(), membership(), body(AUBIERE)} <= found
    assert not found & {agent(), assignment(), mission_share()}


def test_a_body_comes_alone(tmp_path: Path) -> None:
    found = scoped(tmp_path, Scope(sirens=frozenset({AUBIERE})))
    assert {type(fact).__name__ for fact in found} == {
        "PublicBody",
        "LegalIdentity",
        "EpciMembership",
        "Mandate",
    }
    assert {fact.siren for fact in found if hasattr(fact, "siren")} == {AUBIERE}


def test_nothing_asked_is_nothing_read(tmp_path: Path) -> None:
    assert scoped(tmp_path, Scope()) == set()


def test_more_keys_than_sqlite_takes_at_once(tmp_path: Path) -> None:
    many = frozenset(f"X-{number}" for number in range(40_000))
    found = scoped(tmp_path, Scope(matricules=many | {"A-2"}))
    assert replace(agent("A-2")) in found
