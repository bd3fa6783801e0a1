"""The département of a commune follows from its INSEE code where a file does not say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.bodies import PublicBody
from mutudesk.exchange.exchange_kind import ExchangeKind
from tests.builders import AUBIERE, EPCI, facts_in, make_register, world
from tests.usecases.taking import counts, take

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path / "registre", world())


@pytest.mark.parametrize(("cell", "departement"), [("", "63"), ("63", "63"), ("03", "03")])
def test_an_empty_departement_follows_from_the_insee_code(
    path: Path, cell: str, departement: str
) -> None:
    line = f"commune;{AUBIERE};63014;Aubière;commune;;{cell};;"
    report = take(path, ExchangeKind.BODIES, line)
    assert counts(report) == (1, 0, departement != "63")
    (found,) = [
        each for each in facts_in(path) if isinstance(each, PublicBody) and each.siren == AUBIERE
    ]
    assert found.departement == departement


def test_the_departement_of_a_body_without_insee_code_is_what_the_file_says(path: Path) -> None:
    line = f"epci;{EPCI};;Clermont Communauté;communauté d'agglomération;;;;"
    assert counts(take(path, ExchangeKind.BODIES, line)) == (1, 0, 1)
    (found,) = [
        each for each in facts_in(path) if isinstance(each, PublicBody) and each.siren == EPCI
    ]
    assert found.departement == ""
