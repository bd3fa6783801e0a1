"""The seal of a copy: which register it holds, in what state, and the digest of its bytes.

It lies beside the copy, `NAME.mutu.json`. That of a backup has a `number`: each is one more than
any before, so that a clock that was wrong once does not decide for ever which is the newest.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

_NUMBERS = frozenset({"number"})


@dataclass(frozen=True, slots=True)
class Seal:
    """What is known of a copy without opening it.

    `journal` is the last seal of its journal, `identity` that of the register, `path` its real
    path, `who` the user who made the copy; "" where a former program did not say. `number` 0 = a
    copy that is no backup, or a backup of a former program.
    """

    sha256: str
    journal: str
    identity: str = ""
    path: str = ""
    who: str = ""
    number: int = 0

    def to_bytes(self) -> bytes:
        """The seal as it is written."""
        return json.dumps(asdict(self), ensure_ascii=False).encode("utf-8", "surrogateescape")


def seal_place(copy: Path) -> Path:
    """Where the seal of a copy lies: beside it."""
    return copy.with_name(f"{copy.name}.json")


def read_seal(copy: Path) -> Seal | None:
    """The seal of a copy, None where there is none or where it cannot be read as one."""
    try:
        text = seal_place(copy).read_text(encoding="utf-8", errors="surrogateescape")
        fields = json.loads(text)
    except (OSError, ValueError):
        return None
    if not isinstance(fields, dict):
        return None
    known = {name: fields[name] for name in Seal.__dataclass_fields__ if name in fields}
    if not {"sha256", "journal"} <= known.keys():
        return None
    is_whole = all(
        type(value) is (int if name in _NUMBERS else str) for name, value in known.items()
    )
    return Seal(**known) if is_whole else None


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def mark_of(connection: sqlite3.Connection) -> tuple[str, str]:
    """The identity of a register ("" in one of the first schema) and its journal's last seal."""
    last = connection.execute("SELECT hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    columns = connection.execute("SELECT name FROM pragma_table_info('register')").fetchall()
    identity = None
    if ("identity",) in columns:
        identity = connection.execute("SELECT identity FROM register").fetchone()
    return (str(identity[0]) if identity else "", str(last[0]) if last else "")
