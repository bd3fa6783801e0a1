"""A register with a backup, and what is asked of it once it was restored."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mutudesk.domain.changes import create
from mutudesk.usecases.checking import check_register
from mutudesk.usecases.opening import close_register, open_to_read, open_to_write
from mutudesk.usecases.recording import record
from mutudesk.usecases.restoring import Restored, restore
from tests.builders import NOW, agent, make_register, position, world

if TYPE_CHECKING:
    from pathlib import Path

LATER = NOW + timedelta(hours=1)
ALL = set(world(agent("A-9"), position("A-9")))


def backed_up_register(folder: Path) -> Path:
    """A register with one act after its first, backed up."""
    made = make_register(folder, world())
    write(made, "A-9")
    return made


def write(path: Path, matricule: str) -> None:
    """Record one more agent, and close with a backup."""
    session = open_to_write(path)
    session.now = lambda: NOW
    record(session, [create(agent(matricule)), create(position(matricule))], "create")
    close_register(session)


def restored(path: Path, copy: Path | None = None) -> Restored:
    """Restore it an hour later."""
    return restore(path, copy, now=lambda: LATER)


def is_in_order(path: Path) -> bool:
    """Tell whether `check` refuses nothing, without a byte written."""
    with open_to_read(path, touch=False) as session:
        return not check_register(session).refusals
