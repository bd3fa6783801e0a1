"""The seals of backups: what the journal of a register ended with when each was made."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mutudesk.storage.backup import STAMP, backup_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEAL = ".mutu.json"


@dataclass(frozen=True, slots=True)
class Seal:
    """What one backup keeps of a register: the copy, when it was made (UTC), its journal's end."""

    backup: Path
    made_at: datetime
    head: str


def newest_seal(register: Path, identity: str) -> Seal | None:
    """The seal of the newest backup of a register, None where there is none.

    A seal that names a register is of that one, wherever it was then; but not of a copy of it that
    lies elsewhere beside it. One that names none is of what lies at the path. A backup itself, and
    what cannot be read as a seal, has none.
    """
    root = backup_folder(register).parent
    if register.resolve().is_relative_to(root.resolve()):
        return None
    found = [
        Seal(path.with_suffix(""), made_at, head)
        for path, made_at, said in _read(root)
        if isinstance(head := said.get("journal"), str)
        and head
        and _concerns(path, said, register, identity)
    ]
    return max(found, key=lambda each: each.made_at, default=None)


def _read(root: Path) -> Iterator[tuple[Path, datetime, dict[str, object]]]:
    try:
        paths = sorted(root.glob(f"*/*{_SEAL}"))
    except OSError:
        return
    for path in paths:
        try:
            stamp = path.name.removesuffix(_SEAL)
            made_at = datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
            said = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        if isinstance(said, dict):
            yield path, made_at, said


def _concerns(path: Path, said: dict[str, object], register: Path, identity: str) -> bool:
    named, place = said.get("identity"), said.get("path")
    if named is None:
        return path.parent == backup_folder(register)
    if named != identity:
        return False
    if not isinstance(place, str):
        return True
    # Two files of one identity: the one that was sealed, and a copy of it.
    sealed = Path(place)
    return not sealed.exists() or (register.exists() and sealed.samefile(register))
