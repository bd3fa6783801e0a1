"""The fourth revision: the articles that an office writes itself come in, nothing else changes.

What holds of every former file is in `test_third_schema`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from mutudesk.domain.changes import correct
from mutudesk.domain.clauses import CLAUSES
from mutudesk.domain.services import ServiceTerms, Settlement
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.storage import schema_text
from mutudesk.storage.engine import connect
from mutudesk.usecases.checking import check_register
from mutudesk.usecases.exporting import export_folder
from mutudesk.usecases.importing import import_folder
from mutudesk.usecases.recording import record
from tests.builders import facts_in, one_stored, writing
from tests.storage.test_third_schema import DATA, copied, rows, upgraded

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

THIRD = "third_schema"


def test_the_frozen_file_is_what_the_third_revision_made(tmp_path: Path) -> None:
    engine = connect(copied(tmp_path, THIRD), "ro")
    with engine.connect() as connection:
        found = schema_text.texts_of(connection)
    engine.dispose()
    assert schema_text.deviations(found, "0003") == []


def test_the_journal_is_not_touched_and_the_articles_are_empty(tmp_path: Path) -> None:
    every = "SELECT * FROM journal ORDER BY seq"
    path = upgraded(tmp_path, THIRD)
    assert rows(path, every) == rows(DATA / f"{THIRD}.mutu", every)
    with writing(path) as session:
        terms = one_stored(session, ServiceTerms, service="ADS-2").fact
    written = {name for name in CLAUSES if getattr(terms, name)}
    assert (written, terms.settlement) == ({"financial_terms"}, None)
    assert terms.court == "tribunal administratif de Clermont-Ferrand"


def test_a_file_of_before_keeps_the_articles_recorded_since(tmp_path: Path) -> None:
    path = upgraded(tmp_path, THIRD)
    with writing(path) as session:
        export_folder(session, tmp_path / "older")
        for kind in ExchangeKind:
            frozen = (DATA / THIRD / f"{kind.value}.csv").read_bytes()
            (tmp_path / "older" / f"{kind.value}.csv").write_bytes(frozen)
        terms = one_stored(session, ServiceTerms, service="ADS-2")
        texts: dict[str, Any] = {
            name: f"Article de {{commune}} : {name}.\n– un ;" for name in CLAUSES
        }
        given = replace(terms.fact, settlement=Settlement.COMPENSATION, **texts)
        given = replace(given, financial_terms=terms.fact.financial_terms)
        record(session, [correct(terms, given)], "correct")
        assert check_register(session).refusals == []
    facts = facts_in(path)
    with writing(path) as session:
        import_folder(session, tmp_path / "older")
    assert facts_in(path) == facts
