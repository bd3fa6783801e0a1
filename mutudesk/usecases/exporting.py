"""Giving files out: everything recorded, or what is in force on a day."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from mutudesk.domain.findings import RefusedError, refused
from mutudesk.domain.records import Fact, Kind, kind_of
from mutudesk.domain.territory import Population
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.kinds import record_kinds
from mutudesk.exchange.writer import write_kind
from mutudesk.storage.header import require_register

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from mutudesk.usecases.session import Session


def export_kind(session: Session, kind: ExchangeKind, path: Path, on: date | None = None) -> None:
    """Write one kind to a file, replacing it whole; `on` keeps the lines in force that day.

    Raises RefusedError("file_not_written"), ("copy_onto_itself") for the path of the register.
    """
    require_elsewhere(session, path)
    with session.register.read() as reading:
        facts = [each.fact for each in reading.facts(record_kinds(kind))]
    write_whole(path, write_kind(kind, _in_force(kind, facts, on)))


def export_folder(session: Session, folder: Path, on: date | None = None) -> list[Path]:
    """Write every kind to `<kind>.csv` in a folder, all from one state of the register.

    Raises RefusedError("register_in_place"), before any is written, and ("file_not_written").
    """
    paths = {kind: folder / f"{kind.value}.csv" for kind in ExchangeKind}
    for path in paths.values():
        require_no_register(path)
    with session.register.read() as reading:
        facts = [each.fact for each in reading.facts()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise refused("file_not_written", path=str(folder)) from None
    by_kind: dict[Kind, list[Fact]] = {kind: [] for kind in Kind}
    for fact in facts:
        by_kind[kind_of(fact)].append(fact)
    written = []
    for kind, path in paths.items():
        own = [fact for each in record_kinds(kind) for fact in by_kind[each]]
        write_whole(path, write_kind(kind, _in_force(kind, own, on)))
        written.append(path)
    return written


def require_elsewhere(session: Session, path: Path) -> None:
    """Refuse to put a file in the place of the register it comes from.

    Raises RefusedError("copy_onto_itself").
    """
    with contextlib.suppress(OSError):
        if path.samefile(session.register.path):
            raise refused("copy_onto_itself", path=str(path))


def require_no_register(path: Path) -> None:
    """Refuse to put a file in the place of any register, be it cut short.

    Raises RefusedError("register_in_place").
    """
    try:
        require_register(path)
    except RefusedError as problem:
        if problem.findings[0].code != "file_truncated":
            return
    raise refused("register_in_place", path=str(path))


def write_new(path: Path, data: bytes, *, replace: bool) -> None:
    """The same as `write_whole`, but an existing file is refused unless `replace`.

    One with the very same bytes is left as it is. Raises RefusedError("file_in_place",
    "file_not_written").
    """
    try:
        existing = path.read_bytes() if path.exists() else None
    except OSError:
        raise refused("file_not_written", path=str(path)) from None
    if existing == data:
        return
    if existing is not None and not replace:
        raise refused("file_in_place", path=str(path))
    write_whole(path, data)


def _in_force(kind: ExchangeKind, facts: Iterable[Fact], on: date | None) -> list[Fact]:
    if on is None:
        return list(facts)
    if kind is ExchangeKind.POPULATIONS:
        return list(_latest_populations(facts, on.year))
    return [
        fact
        for fact in facts
        if (period := getattr(fact, "period", None)) is None or period.holds(on)
    ]


def _latest_populations(facts: Iterable[Fact], year: int) -> Iterable[Fact]:
    """The populations of the last year known by then: they hold until new ones are published."""
    latest: dict[str, Population] = {}
    for fact in facts:
        if isinstance(fact, Population) and fact.year <= year:
            known = latest.get(fact.siren)
            if known is None or known.year < fact.year:
                latest[fact.siren] = fact
    return latest.values()


def write_whole(path: Path, data: bytes) -> None:
    """Put data at `path`, whole or not at all: written beside it, forced to disk, then renamed.

    A register is never replaced. Raises RefusedError("register_in_place", "file_not_written").
    """
    require_no_register(path)
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        with partial.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(path)
    except OSError:
        raise refused("file_not_written", path=str(path)) from None
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
