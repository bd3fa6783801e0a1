"""Giving the list of who commands whom out, for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.exchange.authorities import authorities_csv_with_bom
from mutudesk.storage.placing import put_bytes
from mutudesk.usecases.exporting import require_elsewhere
from mutudesk.usecases.queries import authority_lines

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.domain.listings import ListQuery
    from mutudesk.usecases.session import Session


def export_authorities(session: Session, query: ListQuery, path: Path) -> int:
    """Write what is listed to a CSV file for a spreadsheet, replacing it whole; how many lines.

    Raises RefusedError("copy_onto_itself") for the path of the register, and those of `put_bytes`.
    """
    require_elsewhere(session, path)
    rows = authority_lines(session, query)
    put_bytes(path, authorities_csv_with_bom(rows))
    return len(rows)
