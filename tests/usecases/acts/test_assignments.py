"""An assignment and its mission shares are one act, whatever the act is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.assignments import Assignment, MissionShare
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.records import Fact, Stored
from mutudesk.usecases.acts.assignments import (
    ShareLine,
    amend_assignment,
    close_assignment,
    correct_assignment,
    create_assignment,
    days_following,
    ending_with,
    running_on,
    shares_of,
)
from tests.builders import assignment, day, during, mission_share, since
from tests.usecases.acts.changing import record_of, told

if TYPE_CHECKING:
    from mutudesk.domain.period import Period

ON, LAST = day("2017-01-01"), day("2017-06-30")
ASSIGNED = Stored(1, 1, assignment(period=since("2016-01-01"), share=10_000))
FIRST = Stored(2, 1, mission_share(mission="PC", period=since("2016-01-01"), share=6_000))
SECOND = Stored(3, 1, mission_share(mission="DP", period=since("2017-01-01"), share=4_000))


def lines(*stored: Stored[MissionShare]) -> list[ShareLine]:
    return [ShareLine(each, each.fact) for each in stored]


def test_the_shares_of_an_assignment_are_those_of_its_service_and_days() -> None:
    elsewhere = mission_share(service="SIG", mission="CARTES", period=since("2016-01-01"))
    before = mission_share(mission="PC", period=during("2014-01-01", "2015-12-31"))
    facts: list[Fact] = [ASSIGNED.fact, FIRST.fact, SECOND.fact, elsewhere, before]
    record = record_of(*facts)
    found = [each.fact for each in shares_of(record, ASSIGNED.fact)]
    assert found == [FIRST.fact, SECOND.fact]
    assert [each.fact for each in running_on(shares_of(record, ASSIGNED.fact), LAST)] == found
    assert running_on([SECOND], day("2016-12-31")) == []


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (during("2016-01-01", "2019-12-31"), during("2016-02-01", "2018-12-31")),
        (during("2016-01-02", "2019-12-31"), during("2016-01-02", "2018-12-31")),
        (during("2016-01-01", "2019-12-30"), during("2016-02-01", "2019-12-30")),
        (during("2015-07-01", None), during("2015-07-01", None)),
    ],
)
def test_a_share_follows_its_assignment_on_the_days_that_are_not_its_own(
    share: Period, expected: Period
) -> None:
    assigned = during("2016-01-01", "2019-12-31")
    found = days_following(share, assigned, day("2016-02-01"), day("2018-12-31"))
    assert found == expected


def test_a_share_that_is_over_before_its_assignment_begins_has_no_days() -> None:
    assigned, share = during("2016-01-01", "2019-12-31"), during("2016-01-01", "2016-06-30")
    with pytest.raises(ValueError, match="upside down"):
        days_following(share, assigned, day("2016-07-01"), day("2018-12-31"))


def test_a_new_assignment_brings_its_shares() -> None:
    new = create_assignment(ASSIGNED.fact, [ShareLine(None, FIRST.fact)])
    assert told(new) == [(None, ASSIGNED.fact), (None, FIRST.fact)]


def test_a_correction_touches_only_what_is_other() -> None:
    other = replace(FIRST.fact, share=5_000)
    changes = correct_assignment(
        ASSIGNED, ASSIGNED.fact, [FIRST, SECOND], [ShareLine(FIRST, other)]
    )
    assert told(changes) == [(FIRST.fact, other), (SECOND.fact, None)]


def test_a_change_of_shares_alone_leaves_the_assignment() -> None:
    other = replace(FIRST.fact, share=5_000)
    changes = amend_assignment(ASSIGNED, ON, ASSIGNED.fact, [FIRST], [ShareLine(FIRST, other)])
    assert told(changes) == [
        (FIRST.fact, replace(FIRST.fact, period=during("2016-01-01", "2016-12-31"))),
        (None, replace(other, period=since("2017-01-01"))),
    ]


def test_a_share_that_begins_on_the_day_is_corrected_or_deleted() -> None:
    other = replace(SECOND.fact, share=3_000)
    changed = amend_assignment(ASSIGNED, ON, ASSIGNED.fact, [SECOND], [ShareLine(SECOND, other)])
    assert told(changed) == [(SECOND.fact, other)]
    left_out = amend_assignment(ASSIGNED, ON, ASSIGNED.fact, [SECOND], [])
    assert told(left_out) == [(SECOND.fact, None)]


def test_a_share_left_out_ends_the_day_before_and_a_new_one_begins_that_day() -> None:
    ending = Stored(1, 1, replace(ASSIGNED.fact, period=during("2016-01-01", "2018-12-31")))
    new = replace(SECOND.fact, period=since("2016-01-01"))
    changes = amend_assignment(ending, ON, ending.fact, [FIRST], [ShareLine(None, new)])
    assert told(changes) == [
        (None, replace(new, period=during("2017-01-01", "2018-12-31"))),
        (FIRST.fact, replace(FIRST.fact, period=during("2016-01-01", "2016-12-31"))),
    ]


def test_nothing_other_is_no_change() -> None:
    assert amend_assignment(ASSIGNED, ON, ASSIGNED.fact, [FIRST], lines(FIRST)) == []


def test_a_change_outside_the_assignment_is_refused() -> None:
    with pytest.raises(RefusedError, match="amend_outside"):
        amend_assignment(ASSIGNED, day("2015-01-01"), ASSIGNED.fact, [], [])
    with pytest.raises(RefusedError, match="cell_required"):
        amend_assignment(ASSIGNED, None, ASSIGNED.fact, [], [])


def test_a_share_that_does_not_run_on_the_day_is_left_alone() -> None:
    changes = amend_assignment(ASSIGNED, day("2016-12-31"), ASSIGNED.fact, [SECOND], [])
    assert changes == []


def test_an_end_is_that_of_the_shares_chosen() -> None:
    ended = Stored(4, 1, replace(FIRST.fact, period=during("2016-01-01", "2017-06-30")))
    assert ending_with([FIRST, SECOND, ended], LAST) == [FIRST, SECOND]
    changes = close_assignment(ASSIGNED, LAST, [FIRST])
    facts = [each.after for each in changes]
    dated = [fact for fact in facts if isinstance(fact, Assignment | MissionShare)]
    assert [fact.period.last_day for fact in dated] == [LAST, LAST]
