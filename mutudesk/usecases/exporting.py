"""Giving files out: everything recorded, or what is in force on a day."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from mutudesk.domain.fact_base import FactBase
from mutudesk.domain.findings import refused
from mutudesk.domain.records import Fact, Kind, kind_of
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.kinds import record_kinds
from mutudesk.exchange.writer import write_kind
from mutudesk.storage import leftovers
from mutudesk.storage.places import free_place
from mutudesk.storage.placing import placing, put_bytes
from mutudesk.storage.write_errors import not_written
from mutudesk.usecases.exporting_on import SHARES_REST_ON, in_force_on

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from mutudesk.usecases.session import Session


def export_kind(session: Session, kind: ExchangeKind, path: Path, on: date | None = None) -> None:
    """Write one kind to a file, replacing it whole; `on` keeps the lines in force that day.

    Raises RefusedError("copy_onto_itself") for the path of the register, and those of `put_bytes`.
    """
    require_elsewhere(session, path)
    with session.register.read() as reading:
        facts = [each.fact for each in reading.facts(record_kinds(kind))]
        if on is not None:
            beside = reading.facts(SHARES_REST_ON) if kind is ExchangeKind.MISSION_SHARES else ()
            base = FactBase(reading.epci_siren(), (each.fact for each in beside))
            facts = in_force_on(base, facts, on)
    put_bytes(path, write_kind(kind, facts))


def export_folder(session: Session, folder: Path, on: date | None = None) -> list[Path]:
    """Write every kind to `<kind>.csv` in a folder, all from one state of the register.

    All are replaced, or none. Raises RefusedError, of the file that could not be written, like
    `placing`.
    """
    paths = [folder / f"{kind.value}.csv" for kind in ExchangeKind]
    for path in paths:
        free_place(path, folder)
    with session.register.read() as reading:
        facts = [each.fact for each in reading.facts()]
        if on is not None:
            facts = in_force_on(FactBase(reading.epci_siren(), facts), facts, on)
    by_kind: dict[Kind, list[Fact]] = {kind: [] for kind in Kind}
    for fact in facts:
        by_kind[kind_of(fact)].append(fact)
    with placing(*paths, inside=folder) as files:
        for kind, file in zip(ExchangeKind, files, strict=True):
            own = [fact for each in record_kinds(kind) for fact in by_kind[each]]
            file.write(write_kind(kind, own))
    return paths


def require_elsewhere(session: Session, path: Path) -> None:
    """Refuse to put a file in the place of the register it comes from.

    Raises RefusedError("copy_onto_itself").
    """
    with contextlib.suppress(OSError, ValueError):  # a NUL in the name: told when it is written
        if path.samefile(session.register.path):
            raise refused("copy_onto_itself", path=str(path))


def write_new(path: Path, data: bytes, *, replace: bool, inside: Path | None = None) -> None:
    """Put a document at its place; what lies there already is refused unless `replace`.

    The very same bytes are left as they are. Raises RefusedError("file_in_place"), and those of
    `put_bytes`.
    """
    real, known = free_place(path, inside)
    try:
        is_same = known is not None and known.st_size == len(data) and real.read_bytes() == data
    except OSError as problem:
        raise not_written(problem, path) from None
    if is_same:
        leftovers.sweep(real)  # nothing takes this place before the document changes
        return
    if known is not None and not replace:
        raise refused("file_in_place", path=str(path))
    put_bytes(path, data, inside=inside, replace=replace)
