"""The register whose lists are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mutudesk.domain.services import LegalGround, Level
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    CLERMONT,
    EPCI,
    ROYAT,
    agent,
    day,
    during,
    identity,
    managing,
    mandate,
    member,
    membership,
    mission,
    mission_share,
    population,
    position,
    service,
    since,
    world_with,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from mutudesk.domain.listings import ListQuery, ListSource
    from mutudesk.domain.records import Fact
    from mutudesk.usecases.session import Session

    Listing = Callable[[Session, ListQuery], ListSource[Any]]


ON = day("2018-03-01")


def facts() -> list[Fact]:
    """The small world with a second service, more agents, changes of name and of head."""
    return [
        *world_with(
            identity(EPCI, during(None, "2016-12-31")),
            identity(EPCI, since("2017-01-01"), name="Clermont Auvergne Métropole"),
            member(ROYAT, during(None, "2016-12-31")),
            mandate(BEAUMONT, during("2014-04-05", "2017-12-31"), last_name="Partie"),
            mandate(AUBIERE, last_name="Élue"),
            mandate(
                AUBIERE, during("2018-02-01", "2018-06-30"), acting=True, last_name="Intérimaire"
            ),
            membership(),
            membership(BEAUMONT, during("2016-01-01", "2017-12-31"), level=Level.INTEGRATED),
            membership(ROYAT, decided_on=None, missions=frozenset({"PC"})),
            mission_share(share=4_000),
            mission_share(share=3_000, mission="DP", beneficiary_siren=EPCI),
            mission_share(share=3_000, operational_siren=EPCI, mission="DP"),
        ),
        population(AUBIERE, 2015, municipal=10_000, total=10_100),
        population(AUBIERE, 2020, municipal=10_300, total=None),
        population(BEAUMONT, 2022, municipal=10_787, total=10_977),
        service("SIG", name="Œuvre cartographique", ground=LegalGround.SERVICE_PROVISION),
        managing("SIG", during("2016-09-01", "2017-12-31"), CLERMONT),
        mission("CARTES", "SIG"),
        agent("C-2", last_name="Œhler", first_name="Éric"),
        position("C-2", employer_siren=CLERMONT, category="A", grade="Ingénieur"),
        agent("100%", last_name="d'Arc_", first_name="Jeanne"),
        position("100%", during("2010-01-01", "2015-12-31"), working_time=5_000),
        agent("É-3", last_name="Saint-Genès", first_name="Zoé"),
    ]
