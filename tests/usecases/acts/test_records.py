"""The acts on one record of any kind, the day they begin with, and what a list shows after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.findings import RefusedError
from mutudesk.domain.records import Stored
from mutudesk.usecases.acts.records import (
    amend_record,
    close_record,
    correct_record,
    delete_records,
    enter_record,
    fact_left,
    starting_day,
    take_record,
)
from tests.builders import BEAUMONT, body, day, during, mandate, since
from tests.usecases.acts.changing import told

if TYPE_CHECKING:
    from datetime import date

ON = day("2020-06-01")
RUNNING = mandate(BEAUMONT, since("2020-01-01"))
OTHER = mandate(BEAUMONT, since("2020-01-01"), last_name="Faure")
STORED = Stored(1, 1, RUNNING)
CLOSED = mandate(BEAUMONT, during("2020-01-01", "2020-05-31"))
OPENED = mandate(BEAUMONT, since("2020-06-01"), last_name="Faure")


def test_each_act_says_what_it_changes() -> None:
    assert told(enter_record(OTHER)) == [(None, OTHER)]
    assert told(correct_record(STORED, OTHER)) == [(RUNNING, OTHER)]
    assert told(amend_record(STORED, ON, OTHER)) == [(RUNNING, CLOSED), (None, OPENED)]
    assert told(close_record(STORED, day("2020-05-31"))) == [(RUNNING, CLOSED)]
    assert told(delete_records([STORED])) == [(RUNNING, None)]
    assert told(take_record(None, OTHER)) == [(None, OTHER)]
    assert told(take_record(STORED, OTHER)) == [(RUNNING, OTHER)]


def test_an_act_without_its_day_is_refused_at_the_day() -> None:
    with pytest.raises(RefusedError) as amending:
        amend_record(STORED, None, OTHER)
    with pytest.raises(RefusedError) as closing:
        close_record(STORED, None)
    found = [*amending.value.findings, *closing.value.findings]
    assert [(each.code, each.field) for each in found] == [
        ("cell_required", "valid_from"),
        ("cell_required", "valid_until"),
    ]


def test_a_list_shows_the_last_fact_that_is_left() -> None:
    assert fact_left(amend_record(STORED, ON, OTHER)) == OPENED
    assert fact_left(close_record(STORED, day("2020-05-31"))) == CLOSED
    assert fact_left(delete_records([STORED])) is None


@pytest.mark.parametrize(
    ("on", "proposed"),
    [
        (day("2019-12-31"), None),
        (day("2020-01-01"), None),  # begins that very day
        (day("2020-01-02"), day("2020-01-02")),
        (day("2021-12-31"), day("2021-12-31")),
        (day("2022-01-01"), None),
    ],
)
def test_a_change_is_proposed_from_a_day_on_which_it_can_begin(
    on: date, proposed: date | None
) -> None:
    fact = mandate(BEAUMONT, during("2020-01-01", "2021-12-31"))
    assert starting_day(fact, on) == proposed


def test_what_has_no_days_does_not_change_from_one_on() -> None:
    assert starting_day(body(), ON) is None
