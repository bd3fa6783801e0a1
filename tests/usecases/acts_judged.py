"""Acts recorded or refused, and the codes of what was found."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.findings import RefusedError
from mutudesk.usecases.recording import foresee, record
from tests.builders import (
    all_stored,
)

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.domain.changes import AnyChange
    from mutudesk.usecases.session import Session


def journal(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(
            "SELECT act, who, at, action, why, kind, record, data FROM journal ORDER BY seq"
        ).fetchall()


def refusals(session: Session, *changes: AnyChange) -> list[str]:
    """The codes of a refused act; nothing is written, and the trial says the same."""
    before = all_stored(session), journal(session.register.path), session.changed
    with pytest.raises(RefusedError) as refused:
        record(session, changes, "record")
    assert (all_stored(session), journal(session.register.path), session.changed) == before
    assert tuple(foresee(session, changes).refusals) == refused.value.findings
    return [each.code for each in refused.value.findings]


def warnings(session: Session, *changes: AnyChange) -> list[str]:
    """The codes of what an act that was written gives to know."""
    foreseen = foresee(session, changes)
    judged = record(session, changes, "record")
    assert judged == foreseen
    assert session.changed
    return [each.code for each in judged.warnings]
