"""The known faults still fit the program, so that `make mutants` tries what it says it tries."""

from __future__ import annotations

import pytest

from tools import mutations

FAULTS = mutations.mutations()


@pytest.mark.parametrize("mutation", FAULTS, ids=lambda each: each.name)
def test_a_known_fault_fits(mutation: mutations.Mutation) -> None:
    assert mutations.misfit(mutation) == ""
    assert mutation.before != mutation.after


def test_names_are_told_apart() -> None:
    assert len({each.name for each in FAULTS}) == len(FAULTS)
