"""A head takes office: which record that is, and what it ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutudesk.domain.bodies import Mandate
from mutudesk.domain.period import ONE_DAY, Period
from mutudesk.domain.records import Stored
from mutudesk.usecases.acts.mandates import Succession, begin_mandate
from tests.builders import AUBIERE, day, during, mandate, since
from tests.usecases.acts.changing import after, told

RECORDED = mandate(
    AUBIERE,
    since("2014-04-05"),
    quality="Maire de Beaumont",
    last_name="Le Fèvre d'Ormesson",
    first_name="Hélène",
)
# The same person, as a list in capitals and without accents names her.
SHE = {"last_name": "Le Fevre d'Ormesson", "first_name": "Helene"}
OTHER = {"last_name": "Neuve", "first_name": "Anne"}


def stored(*mandates: Mandate) -> list[Stored[Mandate]]:
    return [Stored(number, 1, each) for number, each in enumerate(mandates, 1)]


def office(
    *recorded: Mandate, term: Mandate, close_previous: bool = False, is_past: bool = False
) -> Succession:
    return begin_mandate(stored(*recorded), term, close_previous=close_previous, is_past=is_past)


@pytest.mark.parametrize("close_previous", [False, True])
@pytest.mark.parametrize(
    ("recorded", "term", "right"),
    [
        # The same day and name: nothing of what is recorded is worse than the list.
        (RECORDED, mandate(period=since("2014-04-05"), **SHE), RECORDED),
        (
            replace(RECORDED, civility=""),
            mandate(period=since("2014-04-05"), **SHE),
            RECORDED,
        ),
        (
            replace(RECORDED, period=during("2014-04-05", "2020-05-24")),
            mandate(period=since("2014-04-05"), **SHE),
            replace(RECORDED, period=during("2014-04-05", "2020-05-24")),
        ),
        (
            RECORDED,
            mandate(period=during("2014-04-05", "2018-01-31"), **SHE),
            replace(RECORDED, period=during("2014-04-05", "2018-01-31")),
        ),
        # The same day and another name: it was wrong. The list says nothing of the quality.
        (
            RECORDED,
            mandate(period=since("2014-04-05"), civility="M.", **OTHER),
            replace(RECORDED, civility="M.", last_name="Neuve", first_name="Anne"),
        ),
        # Days apart within one election: the beginning was wrong.
        (
            RECORDED,
            mandate(period=since("2014-03-30"), **SHE),
            replace(RECORDED, period=since("2014-03-30")),
        ),
        (
            RECORDED,
            mandate(period=since("2014-05-06"), **SHE),
            replace(RECORDED, period=since("2014-05-06")),
        ),
    ],
)
def test_the_same_term_is_corrected(
    recorded: Mandate, term: Mandate, right: Mandate, close_previous: bool
) -> None:
    found = office(recorded, term=term, close_previous=close_previous)
    assert found.mandate == right
    assert told(found.changes) == ([] if right == recorded else [(recorded, right)])
    assert found.closed == ()


def test_one_day_more_is_another_term() -> None:
    term = mandate(period=since("2014-05-07"), **SHE)
    assert office(RECORDED, term=term) == Succession(None, running=RECORDED)
    ended = replace(RECORDED, period=during("2014-04-05", "2014-04-10"))
    assert told(office(ended, term=mandate(period=since("2014-04-11"), **SHE)).changes) == [
        (None, replace(RECORDED, period=since("2014-04-11")))
    ]


def test_who_is_elected_again() -> None:
    term = mandate(period=since("2020-05-25"), **SHE)
    assert office(RECORDED, term=term) == Succession(None, running=RECORDED)
    closed = replace(RECORDED, period=during("2014-04-05", "2020-05-24"))
    again = replace(RECORDED, period=since("2020-05-25"))
    found = office(RECORDED, term=term, close_previous=True)
    assert told(found.changes) == [(RECORDED, closed), (None, again)]
    assert (found.mandate, found.closed) == (again, (closed,))
    # An end that is recorded is the end of the new one: nobody said that she came back.
    ended = replace(RECORDED, period=during("2014-04-05", "2021-02-28"))
    found = office(ended, term=term, close_previous=True)
    assert found.mandate == replace(RECORDED, period=during("2020-05-25", "2021-02-28"))


@pytest.mark.parametrize(
    ("former", "last"),
    [
        (since("2014-04-05"), "2020-05-24"),
        (Period(None), "2020-05-24"),
        (during("2014-04-05", "2020-05-25"), "2020-05-24"),
        (during("2014-04-05", "2020-05-24"), None),
        (since("2020-05-26"), None),  # begins later: left alone
        (during("2020-05-26", "2020-12-31"), None),
    ],
)
@pytest.mark.parametrize("acting", [False, True])
def test_the_former_ones_end_the_day_before(former: Period, last: str | None, acting: bool) -> None:
    head = mandate(period=former, acting=acting)
    term = mandate(period=since("2020-05-25"), **OTHER)
    assert told(office(head, term=term).changes) == [(None, term)]
    found = office(head, term=term, close_previous=True)
    if last is None:
        assert (told(found.changes), found.closed) == ([(None, term)], ())
        return
    closed = replace(head, period=former.until(day(last) + ONE_DAY))
    assert told(found.changes) == [(head, closed), (None, term)]
    assert found.closed == (closed,)


def test_an_interim_that_begins_the_same_day_is_left() -> None:
    acting = mandate(period=since("2020-05-25"), acting=True)
    term = mandate(period=since("2020-05-25"), **OTHER)
    assert office(acting, term=term, close_previous=True).closed == ()


@pytest.mark.parametrize(
    ("ends", "is_past", "last", "is_cut"),
    [
        (None, True, "2020-05-24", True),
        ("2020-05-25", True, "2020-05-24", False),  # the day of the change
        ("2020-05-24", True, "2020-05-24", False),
        ("2018-01-31", True, "2018-01-31", False),
        ("2021-01-31", True, "2021-01-31", False),  # for the rules to refuse
        (None, False, None, False),
        ("2020-05-25", False, "2020-05-25", False),
    ],
)
def test_a_past_term_gives_way_to_the_next(
    ends: str | None, is_past: bool, last: str | None, is_cut: bool
) -> None:
    following = mandate(period=since("2020-05-25"), **OTHER)
    found = office(following, term=mandate(period=during("2014-04-05", ends)), is_past=is_past)
    assert found.mandate == mandate(period=during("2014-04-05", last))
    assert found.cut is is_cut


@pytest.mark.parametrize(
    ("ends", "last"),
    [(None, "2024-12-31"), ("2026-03-20", "2024-12-31"), ("2022-03-01", "2022-03-01")],
)
def test_nobody_is_in_office_after_the_commune(ends: str | None, last: str) -> None:
    term = mandate(period=during("2020-07-03", ends))
    found = begin_mandate([], term, latest=day("2025-01-01"))
    assert found.mandate == mandate(period=during("2020-07-03", last))


def test_a_better_spelling_is_taken_from_the_interim_but_not_its_quality() -> None:
    acting = replace(
        RECORDED, quality="1re adjointe", acting=True, period=during("2014-01-01", "2014-04-04")
    )
    term = mandate(period=since("2014-04-05"), civility="", **SHE)
    assert office(acting, term=term).mandate == replace(RECORDED, quality="Maire")


DAYS = st.dates(date(2014, 1, 1), date(2014, 3, 1))


@given(
    st.lists(st.tuples(DAYS, st.none() | DAYS, st.sampled_from("ab"), st.booleans()), max_size=5),
    DAYS,
)
def test_after_a_closing_nobody_of_before_is_left(
    heads: list[tuple[date, date | None, str, bool]], begins: date
) -> None:
    recorded = [
        mandate(period=Period(began, ended), last_name=name, acting=acting)
        for began, ended, name, acting in heads
        if ended is None or ended > began
    ]
    found = office(
        *recorded, term=mandate(period=Period(begins), last_name="a"), close_previous=True
    )
    left = [each for each in after(recorded, found.changes) if isinstance(each, Mandate)]
    assert found.mandate in left
    assert [
        each
        for each in left
        if each.period.start < begins < each.period.stop and each != found.mandate
    ] == []
    assert all(closed.period.valid_until == begins for closed in found.closed)
    later = [each for each in recorded if each.period.start > begins]
    assert all(each in left for each in later if each.last_name == "b" or each.acting)
