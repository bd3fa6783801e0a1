"""Taking the mayors of the register's communes from the official list of elected officials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.changes import with_period
from mutudesk.domain.period import Period
from mutudesk.domain.records import Kind
from mutudesk.domain.territory import BodyKind, Mandate, PublicBody
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.reader import ParsedFile, ParsedLine
from mutudesk.exchange.rne import QUALITY, RneMayor, read_mayors
from mutudesk.progress import Progress, untold
from mutudesk.usecases.importing import (
    ImportReport,
    SourceFile,
    file_name,
    import_parsed,
    read_file,
)

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.usecases.session import Session

# Where to mend, in the words of the official file's header.
_COLUMNS = {"debut": "Date de début de la fonction", "siren": "Code de la commune"}


def import_mayors(
    session: Session, path: Path, *, dry_run: bool = False, progress: Progress = untold
) -> ImportReport:
    """Record the mayor of each commune as a mandate from the first day of the function on.

    Like every import it closes nothing: where another mandate still runs, the line is refused. The
    list says nothing of ends: one that is recorded is kept. Raises RefusedError like
    `importing.import_file`.
    """
    data = read_file(path)
    with session.register.read() as reading:
        facts = [each.fact for each in reading.facts((Kind.BODY, Kind.MANDATE))]
    communes = {
        fact.insee_code: fact.siren
        for fact in facts
        if isinstance(fact, PublicBody) and fact.kind is BodyKind.COMMUNE
    }
    ends = {fact.key: fact.period.valid_until for fact in facts if isinstance(fact, Mandate)}
    found = read_mayors(data, communes)
    mandates = [(mayor.line, _mandate(mayor)) for mayor in found.mayors]
    lines = [
        ParsedLine(line, (with_period(mandate, mandate.period.until(ends.get(mandate.key))),))
        for line, mandate in mandates
    ]
    parsed = ParsedFile(ExchangeKind.MANDATES, lines, found.problems)
    source = SourceFile(file_name(path), parsed, _COLUMNS)
    return import_parsed(session, [source], dry_run=dry_run, progress=progress)


def _mandate(mayor: RneMayor) -> Mandate:
    return Mandate(
        mayor.siren,
        QUALITY,
        mayor.civility,
        mayor.last_name,
        mayor.first_name,
        acting=False,
        period=Period(mayor.function_start),
    )
