"""What an act affects beyond what it touches, in SQL and in the domain: the same."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from mutudesk.domain.commanding import over_agents
from mutudesk.domain.factbase import FactBase
from mutudesk.storage.queries.affected import commanding_agents
from tests.builders import EPCI, create_register, reading
from tests.usecases.commanding_registers import SIRENS, registers

if TYPE_CHECKING:
    from mutudesk.domain.records import Fact


@pytest.mark.slow
@settings(max_examples=40)
@given(registers())
def test_who_commands_when_is_what_the_facts_say(facts: list[Fact]) -> None:
    expected = over_agents(FactBase(EPCI, facts))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "registre.mutu"
        create_register(path, facts)
        with reading(path) as session, session.register.read() as read:
            found = commanding_agents(read.connection, SIRENS)
            some = commanding_agents(read.connection, SIRENS[:1])
            none = commanding_agents(read.connection, [])
    assert found == expected
    assert some == {key: count for key, count in expected.items() if key[0] == SIRENS[0]}
    assert not none
