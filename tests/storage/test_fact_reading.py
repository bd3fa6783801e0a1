"""What the journal keeps of a fact is the fact: read back, nothing is lost or changed."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutudesk.domain.bodies import LinkWord
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.period import Period
from mutudesk.domain.records import FACT_TYPES, Kind
from mutudesk.domain.services import Settlement
from mutudesk.storage.fact_reading import before_and_after, fact_of
from mutudesk.storage.journal import fact_text
from tests.builders import assignment

_DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@st.composite
def _periods(draw: st.DrawFn) -> Period:
    first, last = draw(st.none() | _DAYS), draw(st.none() | _DAYS)
    if first is not None and last is not None and last < first:
        first, last = last, first
    return Period.inclusive(first, last)


_TEXTS = st.text(max_size=30)
# By the words of the annotation, as the modules of the domain write them.
_VALUES: dict[str, st.SearchStrategy[object]] = {
    "str": _TEXTS,
    "int": st.integers(-(2**40), 2**40),
    "bool": st.booleans(),
    "int | None": st.none() | st.integers(0, 10**9),
    "date | None": st.none() | _DAYS,
    "frozenset[str]": st.frozensets(_TEXTS, max_size=4),
    "HierarchicalSiren | None": st.none() | _TEXTS,
    "OperationalSiren | None": st.none() | _TEXTS,
    "LinkWord | None": st.none() | st.sampled_from(LinkWord),
    "Settlement | None": st.none() | st.sampled_from(Settlement),
    "Period": _periods(),
}


def _facts(kind: Kind) -> st.SearchStrategy[object]:
    from dataclasses import fields

    from mutudesk.domain import agents, assignments, bodies, services

    values = {}
    for each in fields(FACT_TYPES[kind]):
        name = str(each.type)
        if name not in _VALUES:
            homes = (assignments, services, agents, bodies)
            (choices,) = {getattr(home, name) for home in homes if hasattr(home, name)}
            values[each.name] = st.sampled_from(choices)
        else:
            values[each.name] = _VALUES[name]
    return st.builds(FACT_TYPES[kind], **values)


@pytest.mark.parametrize("kind", Kind)
@given(data=st.data())
def test_a_fact_read_back_is_the_fact_written(kind: Kind, data: st.DataObject) -> None:
    fact = data.draw(_facts(kind))
    read = fact_of(kind, json.loads(fact_text(fact)))  # type: ignore[arg-type] # a fact of any kind
    assert read == fact
    assert [type(getattr(read, name)) for name in fact.__slots__] == [
        type(getattr(fact, name)) for name in fact.__slots__
    ]


@pytest.mark.parametrize(
    "data", ["[null]", '[null,{"matricule":"1"}]', "nonsense", '[null,{"period":[1,2]}]', "{}"]
)
def test_data_that_are_no_facts_are_refused_in_words(data: str) -> None:
    with pytest.raises(RefusedError) as refused:
        before_and_after(Kind.POSITION, data)
    assert refused.value.findings[0].code == "journal_unreadable"


def test_a_line_is_silent_on_a_field_younger_than_it() -> None:
    fact = assignment()
    plain = json.loads(fact_text(fact))
    del plain["hierarchical_reason"], plain["hierarchical_siren"]
    assert fact_of(Kind.ASSIGNMENT, plain) == fact
    del plain["share"]
    with pytest.raises(LookupError):
        fact_of(Kind.ASSIGNMENT, plain)
