"""A new register: any agglomeration of the official list, or the demonstration."""

from __future__ import annotations

import csv
import gzip
import io
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.agents import Agent
from mutudesk.domain.assignments import Assignment, AssignmentGround, MissionShare
from mutudesk.domain.authority import head_of, position_on
from mutudesk.domain.bodies import (
    BodyKind,
    EpciMembership,
    LegalIdentity,
    Mandate,
    Population,
    PublicBody,
)
from mutudesk.domain.fact_base import FactBase
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.listings import ListQuery
from mutudesk.domain.period import ALWAYS, ONE_DAY
from mutudesk.domain.services import LegalGround, Level, ManagingPeriod, Membership, Origin
from mutudesk.exchange.reference import POPULATION_YEAR, VINTAGE
from mutudesk.resources import resource_path
from mutudesk.usecases import queries
from mutudesk.usecases.checking import check_register
from mutudesk.usecases.creation import create_demonstration, create_register
from mutudesk.usecases.register_name import is_demonstration, register_name
from tests.builders import CLERMONT, EPCI, NOW, day, during, facts_in, reading, since

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.domain.records import F

PAYS_BASQUE = "200067106"


def official(name: str) -> list[dict[str, str]]:
    data = gzip.decompress(resource_path("reference", f"{name}.csv.gz").read_bytes())
    return list(csv.DictReader(io.StringIO(data.decode())))


EPCI_LINES = official("epci")
MEMBERS: dict[str, set[str]] = defaultdict(set)
for _line in official("communes"):
    MEMBERS[_line["epci_siren"]].add(_line["siren"])


def of(path: Path, fact_type: type[F]) -> list[F]:
    return [fact for fact in facts_in(path) if isinstance(fact, fact_type)]


def over_departements() -> str:
    return next(each["siren"] for each in EPCI_LINES if len(each["departments"].split()) > 2)


def of_one_name() -> list[str]:
    names = Counter(each["name"] for each in EPCI_LINES)
    twice = next(name for name, count in names.items() if count > 1)
    return [each["siren"] for each in EPCI_LINES if each["name"] == twice]


@pytest.mark.slow
@pytest.mark.parametrize(
    "siren",
    [EPCI, PAYS_BASQUE, over_departements(), *of_one_name()],
    ids=lambda siren: f"epci {siren}",
)
def test_exactly_its_communes_since_always(tmp_path: Path, siren: str) -> None:
    path = tmp_path / "registre.mutu"
    create_register(path, siren, now=lambda: NOW)
    bodies = {each.siren: each for each in of(path, PublicBody)}
    assert bodies.keys() == {siren} | MEMBERS[siren]
    assert bodies[siren].kind is BodyKind.EPCI
    assert {each.kind for each in bodies.values() if each.siren != siren} == {BodyKind.COMMUNE}
    assert {(each.epci_siren, each.siren) for each in of(path, EpciMembership)} == {
        (siren, commune) for commune in MEMBERS[siren]
    }
    identities = of(path, LegalIdentity)
    assert {each.siren for each in identities} == bodies.keys()
    assert len(identities) == len(bodies)
    assert {each.period for each in identities} == {ALWAYS}
    assert {each.period for each in of(path, EpciMembership)} == {ALWAYS}
    populations = of(path, Population)
    assert {(each.siren, each.year) for each in populations} == {
        (each, POPULATION_YEAR) for each in bodies
    }
    assert all(each.municipal and each.total for each in populations)
    with reading(path) as session:
        assert check_register(session).findings == ()
        assert not is_demonstration(session)
        with session.register.read() as unit:
            assert (unit.epci_siren(), unit.reference_vintage()) == (siren, VINTAGE)


def test_legal_forms_are_spelled_out(tmp_path: Path) -> None:
    path = tmp_path / "pays-basque.mutu"
    create_register(path, PAYS_BASQUE)
    (found,) = [each for each in of(path, LegalIdentity) if each.siren == PAYS_BASQUE]
    assert found.legal_form == "communauté d'agglomération"
    assert "Pays Basque" in found.name
    assert not found.name.startswith("CA ")
    assert len(MEMBERS[PAYS_BASQUE]) == 158
    (bayonne,) = [each for each in of(path, PublicBody) if each.insee_code == "64102"]
    assert bayonne.departement == "64"


def test_an_agglomeration_over_several_departements(tmp_path: Path) -> None:
    path = tmp_path / "registre.mutu"
    create_register(path, over_departements())
    assert len({each.departement for each in of(path, PublicBody)}) > 2


@pytest.mark.parametrize("siren", [CLERMONT, "", "123", "999999999", "x'; --"])
def test_an_unknown_agglomeration(tmp_path: Path, siren: str) -> None:
    with pytest.raises(RefusedError) as refused:
        create_register(tmp_path / "registre.mutu", siren)
    assert [each.code for each in refused.value.findings] == ["epci_unknown"]
    assert list(tmp_path.iterdir()) == []


def test_an_existing_path_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "registre.mutu"
    path.write_text("à moi")
    with pytest.raises(RefusedError, match="path_taken"):
        create_register(path, EPCI)
    with pytest.raises(RefusedError, match="path_taken"):
        create_demonstration(path)
    assert path.read_text() == "à moi"


# The demonstration: Clermont Communauté as its own news told it on 29 February 2016 ---------------


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demonstration.mutu"
    create_demonstration(path, now=lambda: NOW)
    return path


@pytest.fixture(scope="module")
def base(demo: Path) -> FactBase:
    return FactBase(EPCI, facts_in(demo))


TOLD = day("2016-02-29")
OPENED = day("2016-09-01")


def test_twenty_one_communes_and_clermont_communaute(base: FactBase) -> None:
    members = {
        siren
        for siren, each in base.epci_memberships.items()
        if any(one.period.holds(OPENED) for one in each)
    }
    assert members == MEMBERS[EPCI]
    assert len(members) == 21
    assert {
        siren for siren, each in base.bodies.items() if each.kind is BodyKind.COMMUNE
    } == members


def test_the_agglomeration_changes_name_and_form(base: FactBase) -> None:
    found = {
        on: (each.name, each.legal_form)
        for on in ("2016-12-31", "2017-01-01", "2017-12-31", "2018-01-01")
        if (each := base.identity(EPCI, day(on)))
    }
    assert found == {
        "2016-12-31": ("Clermont Communauté", "communauté d'agglomération"),
        "2017-01-01": ("Clermont Auvergne Métropole", "communauté urbaine"),
        "2017-12-31": ("Clermont Auvergne Métropole", "communauté urbaine"),
        "2018-01-01": ("Clermont Auvergne Métropole", "métropole"),
    }


def test_four_services_with_one_managing_period_each(base: FactBase) -> None:
    managed = {code: [each.period for each in found] for code, found in base.managing.items()}
    assert managed.pop("ADS") == [since("2015-07-01")]
    assert list(managed.values()) == [[since("2016-09-01")]] * 3
    assert set(base.managing) == set(base.services)
    assert {each.siren for found in base.managing.values() for each in found} == {EPCI}
    assert {each.ground for each in base.services.values()} == {LegalGround.SHARED_SERVICE}


def test_the_three_new_ones_merge_services_of_the_agglomeration_and_of_the_city(
    base: FactBase,
) -> None:
    merged = {code: {each.siren for each in found} for code, found in base.origins.items()}
    assert merged.pop("ADS") == {CLERMONT}  # permits are no business of the agglomeration
    assert merged == {code: {EPCI, CLERMONT} for code in base.services if code != "ADS"}


def test_permits_are_done_for_communes_alone(base: FactBase) -> None:
    shares = [each for found in base.shares.values() for each in found if each.service == "ADS"]
    assert shares
    assert EPCI not in {each.beneficiary_siren for each in shares}


def test_staff_of_the_integrated_city_is_transferred_to_every_service(base: FactBase) -> None:
    for code in base.services:
        transferred = [
            each
            for found in base.assignments.values()
            for each in found
            if each.service == code and each.ground is AssignmentGround.TRANSFER_BY_LAW
        ]
        assert transferred, code
        for each in transferred:
            before = position_on(base, each.matricule, each.period.start - ONE_DAY)
            after = position_on(base, each.matricule, each.period.start)
            assert before is not None
            assert after is not None
            assert (before.employer_siren, after.employer_siren) == (CLERMONT, EPCI)


def test_fourteen_communes_had_decided_and_clermont_ferrand_is_integrated(base: FactBase) -> None:
    everything = [each for found in base.memberships.values() for each in found]
    decided = {
        each.siren
        for each in everything
        if each.decided_on is not None and each.decided_on <= TOLD and each.siren != EPCI
    }
    assert len(decided) == 14
    assert decided <= MEMBERS[EPCI]
    integrated = {each.siren for each in everything if each.level is Level.INTEGRATED}
    assert integrated == {CLERMONT}
    assert CLERMONT in decided


def test_every_head_is_in_office_when_the_services_open(base: FactBase) -> None:
    assert not [siren for siren in base.bodies if head_of(base, siren, OPENED) is None]


def test_mandates_cross_two_elections(base: FactBase) -> None:
    for siren in MEMBERS[EPCI]:
        mandates = [each for each in base.mandates[siren] if not each.acting]
        began = {each.period.start.year for each in mandates}
        assert {2014, 2020} <= began or len(mandates) > 1, siren


def test_enough_agents_and_lines_some_for_the_agglomeration_itself(demo: Path) -> None:
    with reading(demo) as session:
        rows = queries.authority_lines(session, ListQuery(OPENED))
    assert len({row.matricule for row in rows}) >= 12
    assert len(rows) >= 30
    assert [row for row in rows if row.beneficiary_siren == EPCI]
    assert [row for row in rows if row.hierarchical.siren != EPCI]
    assert not [row for row in rows if row.hierarchical.is_vacant or row.operational.is_vacant]


def test_whatever_the_source_does_not_give_is_called_an_example(base: FactBase) -> None:
    invented = [
        *(each.last_name for each in base.agents.values()),
        *(each.last_name for found in base.mandates.values() for each in found),
        *(each.name for each in base.services.values() if each.code != "ADS"),
        *(each.label for found in base.missions.values() for each in found.values()),
        *(each.name for found in base.origins.values() for each in found),
    ]
    assert invented
    assert [text for text in invented if "(exemple)" not in text] == []


def test_it_shows_an_acting_head(base: FactBase) -> None:
    (acting,) = [each for found in base.mandates.values() for each in found if each.acting]
    on = acting.period.start
    assert head_of(base, acting.siren, on) == acting


def test_nothing_is_wrong_with_it(demo: Path) -> None:
    with reading(demo) as session:
        report = check_register(session)
        assert register_name(session, OPENED) == "Clermont Communauté"
        assert register_name(session, day("2018-01-01")) == "Clermont Auvergne Métropole"
        assert is_demonstration(session)
    assert report.refusals == []
    assert {each.code for each in report.warnings} <= {"membership_project"}


def test_every_kind_is_shown(demo: Path) -> None:
    for fact_type in (ManagingPeriod, Membership, Origin, Agent, Assignment, MissionShare, Mandate):
        assert of(demo, fact_type), fact_type
    ended = during("2016-09-01", "2019-08-31")
    assert ended in {each.period for each in of(demo, Assignment)}
