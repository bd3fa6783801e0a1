from __future__ import annotations

import pytest

from mutudesk.domain.changes import Change, amend_from, close, correct, create, delete
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.records import Kind, RecordRef, Stored
from tests.builders import AUBIERE, agent, day, during, mandate, position, since

HALF = 5_000


def test_amend_from_closes_the_day_before_and_opens_on_the_day() -> None:
    stored = Stored(7, 3, position(period=during("2012-03-01", "2020-12-31")))
    closed, opened = amend_from(stored, day("2017-01-01"), position(working_time=HALF))
    assert closed == Change(stored, position(period=during("2012-03-01", "2016-12-31")))
    assert opened == Change(
        None, position(period=during("2017-01-01", "2020-12-31"), working_time=HALF)
    )


@pytest.mark.parametrize(
    ("on", "code"),
    [
        ("2012-02-29", "amend_outside"),
        ("2012-03-01", "amend_same_day"),
        ("2021-01-01", "amend_outside"),
    ],
)
def test_amend_from_is_refused(on: str, code: str) -> None:
    stored = Stored(7, 3, position(period=during("2012-03-01", "2020-12-31")))
    with pytest.raises(RefusedError) as refused:
        amend_from(stored, day(on), position(working_time=HALF))
    (finding,) = refused.value.findings
    assert finding.code == code
    assert finding.field == "valid_from"
    assert finding.records == (RecordRef(Kind.POSITION, ("A-1", day("2012-03-01"))),)
    assert finding.values == {"day": day(on), "period": stored.fact.period}


def test_close_keeps_the_last_day() -> None:
    stored = Stored(7, 3, mandate(period=since("2014-04-05")))
    assert close(stored, day("2020-05-24")).after == mandate(
        period=during("2014-04-05", "2020-05-24")
    )
    assert close(stored, day("2014-04-05")).after == mandate(
        period=during("2014-04-05", "2014-04-05")
    )


@pytest.mark.parametrize("last", ["2014-04-04", "2020-05-25"])
def test_close_outside_is_refused(last: str) -> None:
    stored = Stored(7, 3, mandate(period=during("2014-04-05", "2020-05-24")))
    with pytest.raises(RefusedError) as refused:
        close(stored, day(last))
    (finding,) = refused.value.findings
    assert (finding.code, finding.field) == ("close_outside", "valid_until")


def test_a_change_points_at_what_it_leaves_behind() -> None:
    stored = Stored(1, 1, agent("A-1"))
    renamed = correct(stored, agent("A-2"))
    assert renamed.ref == RecordRef(Kind.AGENT, ("A-2",))
    assert delete(stored).ref == RecordRef(Kind.AGENT, ("A-1",))
    assert create(mandate()).ref == RecordRef(Kind.MANDATE, (AUBIERE, False, day("2014-04-05")))
    with pytest.raises(ValueError, match="before or after"):
        _ = Change(None, None).ref
