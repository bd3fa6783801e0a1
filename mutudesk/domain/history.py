"""What the journal says when it is read again: acts, and what each did to each record."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from mutudesk.domain.records import Fact, Key, Kind

IMPORT, UNDO, REDO, RESTORE = "import", "undo", "redo", "restore"
# What a register begins with, and begins anew with: nothing before it is undone.
BEGINNINGS = ("init", "demo", "migration")
ACTIONS = (
    "create",
    "amend",
    "correct",
    "close",
    "delete",
    IMPORT,
    UNDO,
    REDO,
    RESTORE,
    *BEGINNINGS,
)


@dataclass(frozen=True, slots=True)
class Names:
    """What codes are called today, by SIREN, service, service and mission, matricule."""

    bodies: Mapping[str, str] = field(default_factory=dict)
    services: Mapping[str, str] = field(default_factory=dict)
    missions: Mapping[tuple[str, str], str] = field(default_factory=dict)
    agents: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One record before and after an act; `purged` = its data were taken out of the journal."""

    id: int
    kind: Kind
    record: str
    before: Fact | None
    after: Fact | None
    purged: bool = False

    @property
    def fact(self) -> Fact | None:
        """The record after the act, or before its deletion; None when purged."""
        return self.after or self.before


@dataclass(frozen=True, slots=True)
class JournalLine(HistoryLine):
    """The same with what seals it: its act, and which record it is whatever that is called.

    `at` is the moment in UTC as the journal has it (ISO), `number` that of the record within its
    kind, `seal` what the next line follows from.
    """

    act: int = 0
    at: str = ""
    who: str = ""
    action: str = ""
    why: str = ""
    number: int = 0
    seal: str = ""


@dataclass(frozen=True, slots=True)
class HistoryAct:
    """One act: who, when, what, why, how many records; `lead` is the line that names it."""

    id: int
    at: datetime
    who: str
    action: str
    why: str
    count: int
    lead: HistoryLine
    names: Names

    @property
    def target(self) -> int | None:
        """The act that this one undoes or does again, None for any other act."""
        return target_of(self.action, self.why)

    @property
    def reason(self) -> str:
        """What was said of the act, without the number of the act it refers to."""
        return self.why if self.target is None else self.why.partition(" ")[2]


def pointing_at(act: int, words: str) -> str:
    """The reason of an act that undoes another one: its number, then its name."""
    return f"#{act} {words}"


def target_of(action: str, why: str) -> int | None:
    """The number of the act that an undo or a redo points at."""
    number = why.partition(" ")[0].removeprefix("#")
    return int(number) if action in {UNDO, REDO} and number.isdecimal() else None


def record_text(key: Key) -> str:
    """The key of a record as the journal has it."""
    return " ".join("" if part is None else str(part) for part in key)
