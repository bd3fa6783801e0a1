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
from mutudesk.ui.pages.assignments.reading import (
    instructing_line,
    instructing_lines,
    superior_line,
)
from mutudesk.ui.words.agents import planned_words, share_words
from tests.builders import (
    AUBIERE,
    CLERMONT,
    EPCI,
    assignment,
    base_of,
    day,
    during,
    mandate,
    membership,
    mission_share,
    position,
    since,
    world_with,
)
from tests.plain_text import plain

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


FIRST, SECOND = during("2015-07-01", "2016-12-31"), since("2017-01-01")


@pytest.mark.parametrize(
    ("memberships", "on", "instructing", "marked"),
    [
        ((membership(),), "2016-12-31", "Bénéfice", ""),
        ((membership(decided_on=None),), "2016-12-31", "before the vote", "planned"),
        (
            (membership(period=FIRST), membership(period=SECOND, decided_on=None)),
            "2016-12-31",
            "Bénéfice",
            "planned: depuis le 01/01/2017",
        ),
        (
            (membership(period=FIRST), membership(period=SECOND, decided_on=None)),
            "2017-01-01",
            "before the vote",
            "planned: depuis le 01/01/2017",
        ),
    ],
)
def test_nobody_instructs_for_what_is_planned(
    memberships: tuple[Fact, ...], on: str, instructing: str, marked: str
) -> None:
    base = base_of(*world_with(*HEADS, *memberships))
    (share,) = base.shares["A-1"]
    (line,) = instructing_lines(base, [share], day(on))
    assert line.person.endswith(instructing)
    assert not line.is_vacant
    assert plain(planned_words(base, share)) == marked
    said = plain(share_words(base, share, day(on)))
    assert said == ", ".join(filter(None, ("Mission PC", "Aubière", "100 %", marked)))


def test_no_share_on_the_day_is_no_plan() -> None:
    (line,) = instructing_lines(base_of(*world_with()), [], day("2016-12-31"))
    assert line.is_vacant
