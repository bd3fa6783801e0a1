"""What an act affects beyond what it touches, in SQL and in the domain: the same."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from mutudesk.domain.commanding import over_agents
from mutudesk.domain.fact_base import FactBase
from mutudesk.domain.period import ALWAYS, Period, merged
from mutudesk.storage.queries.affected import commanding_agents
from tests.builders import EPCI, create_register, reading
from tests.usecases.commanding_registers import DAYS, SIRENS, registers

if TYPE_CHECKING:
    from mutudesk.domain.commanding import Commanding
    from mutudesk.domain.records import Fact


DAYS_ASKED = [Period(None, DAYS[1]), Period(DAYS[1], DAYS[3]), Period(DAYS[4])]


def merged_within(commanding: Commanding, siren: str, within: Period) -> list[Period]:
    """The days of a body within a period, as few periods as possible."""
    shared = [days.intersection(within) for other, days in commanding if other == siren]
    return merged(each for each in shared if each is not None)


@pytest.mark.slow
@settings(max_examples=40)
@given(registers())
def test_who_commands_when_is_what_the_facts_say(facts: list[Fact]) -> None:
    everybody = over_agents(FactBase(EPCI, facts))
    but_one = [each for each in facts if getattr(each, "matricule", "") != "A-1"]
    others = over_agents(FactBase(EPCI, but_one))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "registre.mutu"
        create_register(path, facts)
        with reading(path) as session, session.register.read() as read:
            asked = dict.fromkeys(SIRENS, DAYS_ASKED)
            found = commanding_agents(read.connection, asked)
            found_others = commanding_agents(read.connection, asked, {"A-1"})
            some = commanding_agents(read.connection, {SIRENS[0]: [ALWAYS], SIRENS[1]: []})
    for siren in SIRENS:
        for days in DAYS_ASKED:
            assert merged_within(found, siren, days) == merged_within(everybody, siren, days)
            assert merged_within(found_others, siren, days) == merged_within(others, siren, days)
    assert some == {(siren, days) for siren, days in everybody if siren == SIRENS[0]}
    outside = Period(DAYS[3], DAYS[4])
    assert not any(days.overlaps(outside) for _, days in found)
