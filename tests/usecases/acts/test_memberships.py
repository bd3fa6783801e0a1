"""Several bodies join a service in one act; those that cannot are told apart from the terms."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.findings import Finding, RefusedError, refusal
from mutudesk.domain.period import Period
from mutudesk.domain.records import Kind, RecordRef
from mutudesk.domain.services import Level, Membership
from mutudesk.usecases import queries
from mutudesk.usecases.acts.memberships import JoiningTerms, join_together, refusals_of_joining
from mutudesk.usecases.opening import open_to_write
from mutudesk.usecases.recording import record
from tests.builders import AUBIERE, BEAUMONT, ROYAT
from tests.demonstration import AULNAT, CHAMALIERES, demonstration

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mutudesk.usecases.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_to_write(demonstration(tmp_path)) as made:
        yield made


def _terms(first: date = date(2027, 1, 1)) -> JoiningTerms:
    return JoiningTerms(
        Level.USER, frozenset({"RESEAU"}), date(2026, 12, 10), "six ans", Period(first)
    )


def _joined(session: Session, service: str) -> dict[str, Membership]:
    stored = queries.service_record(session, service).of(Membership)
    return {each.fact.siren: each.fact for each in stored}


def test_several_join_in_one_act_on_the_same_terms(session: Session) -> None:
    changes = join_together("INFO", [AULNAT, CHAMALIERES, AULNAT], _terms())
    assert len(record(session, changes, "create").changes) == 2
    made = _joined(session, "INFO")
    for siren in (AULNAT, CHAMALIERES):
        assert made[siren].missions == {"RESEAU"}
        assert made[siren].decided_on == date(2026, 12, 10)
        assert made[siren].period == Period(date(2027, 1, 1))


@pytest.mark.parametrize("first", [date(2027, 1, 1), date(2016, 9, 1)])
def test_one_that_cannot_join_is_named_and_nothing_is_written(
    session: Session, first: date
) -> None:
    sirens = [AULNAT, BEAUMONT, CHAMALIERES]
    before = _joined(session, "INFO")
    with pytest.raises(RefusedError) as caught:
        record(session, join_together("INFO", sirens, _terms(first)), "create")
    refusals = refusals_of_joining(caught.value.findings, "INFO", sirens)
    assert refusals.common == ()
    assert list(refusals.by_body) == [BEAUMONT]
    assert refusals.others == (AULNAT, CHAMALIERES)
    assert _joined(session, "INFO") == before


def _refused(code: str, siren: str) -> Finding:
    return refusal(code, RecordRef(Kind.MEMBERSHIP, ("ADS", siren, date(2020, 1, 1))))


@pytest.mark.parametrize(
    ("findings", "common", "concerned", "others"),
    [
        # One of them: the others may go on.
        ([_refused("membership_overlap", AUBIERE)], [], [AUBIERE], (BEAUMONT, ROYAT)),
        # All of them, for what each already has: nobody is left.
        (
            [_refused("membership_overlap", each) for each in (AUBIERE, BEAUMONT, ROYAT)],
            [],
            [AUBIERE, BEAUMONT, ROYAT],
            (),
        ),
        # All of them for the same reason, which is not their own: the terms are wrong, said once.
        (
            [_refused("membership_outside_service", each) for each in (AUBIERE, BEAUMONT, ROYAT)],
            ["membership_outside_service"],
            [],
            (),
        ),
        # What names nobody stands against everybody.
        (
            [_refused("membership_overlap", AUBIERE), refusal("service_unknown")],
            ["service_unknown"],
            [AUBIERE],
            (),
        ),
    ],
)
def test_refusals_are_told_apart(
    findings: list[Finding], common: list[str], concerned: list[str], others: tuple[str, ...]
) -> None:
    found = refusals_of_joining(findings, "ADS", [AUBIERE, BEAUMONT, ROYAT])
    assert [each.code for each in found.common] == common
    assert list(found.by_body) == concerned
    assert found.others == others
