"""The lines of « who commands whom » as a file for other programs: CSV or JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mutudesk.exchange.layouts.cells import share_text
from mutudesk.exchange.table import write_table
from mutudesk.language.bodies import known_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mutudesk.domain.listings import AuthorityHolder, AuthorityRow

HEADER = (
    "matricule",
    "nom",
    "prenom",
    "service",
    "mission",
    "beneficiaire_siren",
    "beneficiaire",
    "part",
    "hierarchique_siren",
    "hierarchique",
    "hierarchique_titulaire",
    "hierarchique_qualite",
    "operationnelle_siren",
    "operationnelle",
    "operationnelle_titulaire",
    "operationnelle_qualite",
)
VACANT = "mandat vacant"
_BOM = "\ufeff".encode()


def authorities_csv(rows: Iterable[AuthorityRow]) -> bytes:
    """The header and one line a row, separated by ";", UTF-8 without BOM."""
    return write_table(HEADER, (_cells(row) for row in rows)).removeprefix(_BOM)


def authorities_csv_with_bom(rows: Iterable[AuthorityRow]) -> bytes:
    """The same for a spreadsheet, which needs the BOM to see UTF-8."""
    return write_table(HEADER, (_cells(row) for row in rows))


def authorities_json(rows: Iterable[AuthorityRow]) -> bytes:
    """A list of objects with the columns of the CSV as names."""
    lines = [dict(zip(HEADER, _cells(row), strict=True)) for row in rows]
    return (json.dumps(lines, ensure_ascii=False, indent=1) + "\n").encode()


def _cells(row: AuthorityRow) -> tuple[str, ...]:
    return (
        row.matricule,
        row.last_name,
        row.first_name,
        row.service,
        row.mission,
        row.beneficiary_siren,
        known_name(row.beneficiary),
        share_text(row.share),
        *_holder_cells(row.hierarchical),
        *_holder_cells(row.operational),
    )


def _holder_cells(holder: AuthorityHolder) -> tuple[str, str, str, str]:
    quality = VACANT if holder.is_vacant else holder.quality
    body = known_name(holder.body) if holder.siren else ""
    return (holder.siren, body, holder.person, quality)
