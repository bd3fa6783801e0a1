"""An assignment read: who commands on the date, recorded or by employment, mission by mission."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.assignments import (
    Assignment,
    HierarchicalSiren,
    MissionShare,
    OperationalSiren,
)
from mutudesk.ui.pages.assignment_reading import instructing_line, superior_line
from tests.builders import (
    AUBIERE,
    CLERMONT,
    EPCI,
    assignment,
    base_of,
    day,
    during,
    mandate,
    mission_share,
    position,
    since,
    world_with,
)

if TYPE_CHECKING:
    from mutudesk.domain.records import Fact

LENT = (
    position(period=during("2012-03-01", "2016-12-31"), employer_siren=CLERMONT),
    position(period=since("2017-03-01")),
)
HEADS = (
    mandate(EPCI, last_name="Présidence"),
    mandate(CLERMONT, last_name="Mairie"),
    mandate(AUBIERE, last_name="Bénéfice"),
)
RECORDED = assignment(hierarchical_siren=HierarchicalSiren(CLERMONT), hierarchical_reason="arrêté")
UNSAID = assignment(hierarchical_siren=HierarchicalSiren(CLERMONT))
INSTRUCTED = mission_share(operational_siren=OperationalSiren(EPCI))


@pytest.mark.parametrize(
    ("facts", "on", "superior", "scope", "instructing"),
    [
        (LENT, "2016-12-31", "Mairie", "the employer", "Bénéfice"),
        (LENT, "2017-01-01", "No employer on this date", "", "Bénéfice"),
        (LENT, "2017-03-01", "Présidence", "the employer", "Bénéfice"),
        ((*LENT, RECORDED), "2017-03-01", "Mairie", "arrêté", "Bénéfice"),
        ((*LENT, RECORDED), "2017-01-01", "Mairie", "arrêté", "Bénéfice"),
        ((*LENT, UNSAID), "2017-03-01", "Mairie", "recorded without a reason", "Bénéfice"),
        ((*LENT, INSTRUCTED), "2016-12-31", "Mairie", "the employer", "Présidence"),
    ],
)
def test_both_authorities_of_the_date(
    facts: tuple[Fact, ...], on: str, superior: str, scope: str, instructing: str
) -> None:
    recorded = world_with(*HEADS, *facts)
    base = base_of(*recorded)
    (fact,) = (each for each in recorded if isinstance(each, Assignment))
    (share,) = (each for each in recorded if isinstance(each, MissionShare))
    line = superior_line(base, fact, day(on))
    assert line.person.endswith(superior)
    assert line.scope == scope
    assert line.is_vacant is (not scope)
    assert instructing_line(base, share, day(on)).person.endswith(instructing)
    assert instructing_line(base, share, day(on)).scope == "Mission PC"
