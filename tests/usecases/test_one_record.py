"""One record with all that hangs on it, and what a filter is named after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mutudesk.domain.agents import Agent, Position
from mutudesk.domain.bodies import LegalIdentity, Mandate
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.listings import ListQuery
from mutudesk.usecases import queries
from tests.builders import (
    AUBIERE,
    EPCI,
    agent,
    assignment,
    day,
    during,
    make_register,
    managing,
    position,
    reading,
    service,
    since,
    world_with,
)
from tests.usecases.listed_register import ON, facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from mutudesk.domain.listings import ListSource
    from mutudesk.usecases.session import Session

    Listing = Callable[[Session, ListQuery], ListSource[Any]]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_register(tmp_path_factory.mktemp("listes"), facts())


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    with reading(path) as opened:
        yield opened


def test_a_record_with_all_that_hangs_on_it(session: Session) -> None:
    found = queries.body_record(session, EPCI)
    assert [each.fact.period for each in found.of(LegalIdentity)] == [
        during(None, "2016-12-31"),
        since("2017-01-01"),
    ]
    assert found.base.name(EPCI, ON) == "Clermont Auvergne Métropole"
    assert len(queries.body_record(session, AUBIERE).of(Mandate)) == 2
    of_agent = queries.agent_record(session, "A-1")
    assert [each.fact for each in of_agent.of(Agent)] == [agent()]
    assert [each.fact for each in of_agent.of(Position)] == [position()]
    assert of_agent.base.service_name("ADS") == "Service ADS"
    assert queries.agent_record(session, "nobody").of(Agent) == []


def test_all_but_the_agents(session: Session) -> None:
    offered = queries.bodies_and_services(session)
    assert offered.epci_siren == EPCI
    assert not offered.agents
    assert set(offered.services) == {"ADS", "SIG"}


@pytest.mark.parametrize(
    ("filters", "code"),
    [
        ({"service": "XX"}, "service_unknown"),
        ({"service": "ads"}, "service_unknown"),
        ({"service": ""}, "service_unknown"),
        ({"commune": "216302547"}, "body_unknown"),
        ({"agent": "XX"}, "agent_unknown"),
        ({"agent": ""}, "agent_unknown"),
        ({"service": "ADS", "agent": "XX"}, "agent_unknown"),
    ],
)
def test_a_filter_names_something_recorded(
    session: Session, filters: dict[str, str], code: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        queries.require_known(session, filters)
    assert [each.code for each in refused.value.findings] == [code]


def test_filters_that_are_known(session: Session) -> None:
    queries.require_known(session, {})
    queries.require_known(session, {"service": "SIG", "commune": EPCI, "agent": "É-3"})


def test_services_of_an_agent_in_two(tmp_path: Path) -> None:
    path = make_register(
        tmp_path,
        [
            *world_with(assignment(share=5_000)),
            service("SIG"),
            managing("SIG"),
            assignment(service="SIG", share=5_000, period=during("2016-01-01", "2018-03-01")),
        ],
    )
    with reading(path) as session:
        found = {
            on: set(queries.agents(session, ListQuery(day(on))).first(1)[0].services.split(", "))
            for on in ("2018-03-01", "2018-03-02")
        }
    assert found == {"2018-03-01": {"Service ADS", "Service SIG"}, "2018-03-02": {"Service ADS"}}
