"""Two records that overlap: the one that is there ends, or the one entered does."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.findings import refusal
from mutudesk.domain.records import Stored, ref_to
from mutudesk.usecases.acts.records import correct_record, enter_record
from mutudesk.usecases.acts.repairs import Repair, repair_of
from tests.builders import BEAUMONT, during, mandate, since
from tests.usecases.acts.changing import told

if TYPE_CHECKING:
    from mutudesk.domain.bodies import Mandate
    from mutudesk.domain.findings import Finding

RUNNING = Stored(1, 1, mandate(BEAUMONT, since("2020-01-01")))


def _overlap(entered: Mandate) -> Finding:
    """As the rule says it: the later record, then the earlier one."""
    later, earlier = sorted((entered, RUNNING.fact), key=lambda f: f.period.start, reverse=True)
    return refusal("mandate_overlap", ref_to(later), ref_to(earlier))


def test_the_former_one_ends_the_day_before_the_new_one_begins() -> None:
    entered = mandate(BEAUMONT, since("2022-01-01"), last_name="Faure")
    repair = repair_of(_overlap(entered), enter_record(entered), [RUNNING])
    assert repair is not None
    assert repair.last_day == date(2021, 12, 31)
    closed = mandate(BEAUMONT, during("2020-01-01", "2021-12-31"))
    assert told(repair.closing) == [(RUNNING.fact, closed)]


def test_one_that_begins_before_ends_the_day_before_the_other() -> None:
    entered = mandate(BEAUMONT, since("2018-01-01"))
    repair = repair_of(_overlap(entered), enter_record(entered), [RUNNING])
    assert repair == Repair(date(2019, 12, 31))


@pytest.mark.parametrize("first", ["2020-01-01"])
def test_what_begins_on_one_day_has_no_repair(first: str) -> None:
    entered = mandate(BEAUMONT, since(first))
    assert repair_of(_overlap(entered), enter_record(entered), [RUNNING]) is None


def test_other_refusals_have_none() -> None:
    entered = mandate(BEAUMONT, since("2022-01-01"))
    changes = enter_record(entered)
    assert repair_of(refusal("in_use", ref_to(entered)), changes, [RUNNING]) is None
    alone = refusal("mandate_overlap", ref_to(entered))
    assert repair_of(alone, changes, [RUNNING]) is None
    # The record that is corrected is no record beside the act.
    corrected = correct_record(RUNNING, entered)
    assert repair_of(_overlap(entered), corrected, [RUNNING]) is None
