"""What a trial of an import shows before anything is recorded: each record before and after."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from mutudesk.domain.agents import Agent
from mutudesk.domain.bodies import LegalIdentity
from mutudesk.domain.history import Names
from mutudesk.domain.records import ref_to
from mutudesk.domain.services import Mission, SharedService
from mutudesk.storage.queries.journal import names_today
from mutudesk.usecases.import_reports import Foreseen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mutudesk.domain.records import Fact, Stored
    from mutudesk.storage.unit_of_work import ReadTransaction
    from mutudesk.usecases.import_reports import ImportReport
    from mutudesk.usecases.importing import SourceFile
    from mutudesk.usecases.recording import Judged

MOST = 200  # records; whoever wants to see more looks into the file


def foreseen_in(
    reading: ReadTransaction, report: ImportReport, sources: Iterable[SourceFile], judged: Judged
) -> ImportReport:
    """The report of a trial, with what it would change."""
    corrected = (each for each in judged.changes if each.before is not None)
    created = (each for each in judged.changes if each.before is None)
    changes = (*islice(corrected, MOST), *islice(created, MOST))[:MOST]
    facts = [fact for each in changes for fact in (_before(each.before), each.after) if fact]
    touched = {change.ref for change in judged.changes}
    lines = (line for source in sources for line in source.parsed.lines)
    untouched = sum(touched.isdisjoint(map(ref_to, line.facts)) for line in lines)
    names = _with_new(
        names_today(reading.connection, facts), [each.after for each in judged.changes]
    )
    return replace(report, foreseen=Foreseen(changes, len(judged.changes), untouched, names))


def _before(stored: Stored[Fact] | None) -> Fact | None:
    return None if stored is None else stored.fact


def _with_new(names: Names, facts: Sequence[Fact | None]) -> Names:
    """The names of today, and those that the import itself brings."""
    bodies, services = dict(names.bodies), dict(names.services)
    missions, agents = dict(names.missions), dict(names.agents)
    for fact in facts:
        match fact:
            case LegalIdentity():
                bodies.setdefault(fact.siren, fact.name)
            case SharedService():
                services.setdefault(fact.code, fact.name)
            case Mission():
                missions.setdefault((fact.service, fact.code), fact.label)
            case Agent():
                agents.setdefault(fact.matricule, f"{fact.civility} {fact.full_name}".strip())
    return Names(bodies, services, missions, agents)
