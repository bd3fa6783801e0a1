"""What can be said of a folder after a fault: registers sound, seals whole, nothing left over."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import text

from mutudesk.domain.findings import RefusedError
from mutudesk.usecases.checking import check_register
from mutudesk.usecases.opening import open_to_read

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from pathlib import Path

    from mutudesk.domain.records import Fact

SEAL = ".json"
KEPT = "(avant restauration"  # of the names of what a restore keeps aside, journals too
# What is on its way to a place, or of use while a file is open.
_LEFT = re.compile(r"\..*\.(partial|former|holder)|.*-(journal|wal|shm)")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a register holds: its facts, its schema, how many lines its journal has."""

    facts: frozenset[Fact]
    revision: str
    lines: int


class UnsoundError(Exception):
    """A register that cannot be opened, or that `check` finds fault with."""


def seen(path: Path, *, but: frozenset[str] = frozenset()) -> Seen:
    """What a register holds; an interrupted write is rolled back.

    Raises UnsoundError for what `check` refuses, `but` these codes.
    """
    try:
        with open_to_read(path) as session:
            session.register.require_sound()
            refusals = check_register(session).refusals
            with session.register.read() as reading:
                facts = frozenset(each.fact for each in reading.facts())
            with session.register.as_it_lies() as connection:
                revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
                lines = connection.scalar(text("SELECT count(*) FROM journal"))
    except RefusedError as problem:
        refusals = list(problem.findings)
    if refusals := [each for each in refusals if each.code not in but]:
        raise UnsoundError(", ".join(sorted({each.code for each in refusals})))
    return Seen(facts, str(revision), int(lines or 0))


def registers_below(folder: Path) -> list[Path]:
    """The registers below a folder, copies and backups among them."""
    return sorted(each for each in folder.rglob("*.mutu") if not each.name.startswith("."))


def problems_of_seals(folder: Path) -> Iterator[str]:
    """What is wrong with the seals below a folder; every backup has one."""
    for seal in sorted(folder.rglob(f"*.mutu{SEAL}")):
        try:
            json.loads(seal.read_bytes())
        except ValueError:
            yield f"seal torn: {_plain(seal.name)}"
    for backup in [*registers_below(folder / "data"), *registers_below(folder / "cle")]:
        seal = backup.with_name(backup.name + SEAL)
        digest = hashlib.sha256(backup.read_bytes()).hexdigest()
        if not seal.exists():
            yield "a backup without a seal"
        elif digest not in seal.read_text(encoding="utf-8", errors="replace"):
            yield "a seal that is not that of its backup"


def left_over(folder: Path, before: Container[str] = ()) -> list[str]:
    """The names of what nobody needs any more, and was not there before."""
    return sorted(
        _plain(each.name)
        for each in folder.rglob("*")
        if str(each.relative_to(folder)) not in before
        if each.is_file()
        and KEPT not in each.name
        and (_LEFT.fullmatch(each.name) or _is_hollow(each))
    )


def _is_hollow(path: Path) -> bool:
    return path.stat().st_size == 0 and not path.name.endswith(".lock")


def _plain(name: str) -> str:
    """A name without moment and process, so that alike ones are counted together."""
    name = re.sub(r"[0-9]{8}T[0-9]{6}Z", "MOMENT", name)
    return re.sub(r"(?:[0-9a-f]{6}-)?[0-9]+-[0-9]+\.(?=partial|former)", "N.", name)
