"""Taking the mayors of the register's communes from the official list of elected officials."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from mutudesk.domain.bodies import BodyKind, Mandate
from mutudesk.domain.codes import fold
from mutudesk.domain.communes import bearer_of, life_of
from mutudesk.domain.fact_base import FactBase
from mutudesk.domain.findings import refusal, warning
from mutudesk.domain.period import Period
from mutudesk.domain.records import Kind, Stored, ref_to
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.plain_files import read_plain
from mutudesk.exchange.problems import LineProblem, line_problem
from mutudesk.exchange.reader import ParsedFile, ParsedLine
from mutudesk.exchange.rne import QUALITY, MayorsFile, RneMayor, read_mayors
from mutudesk.progress import Progress, no_progress
from mutudesk.usecases.acts.mandates import Succession, begin_mandate
from mutudesk.usecases.importing import (
    ImportReport,
    LineReport,
    SourceFile,
    file_name,
    held_words,
    import_parsed,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from mutudesk.domain.bodies import PublicBody
    from mutudesk.domain.changes import AnyChange
    from mutudesk.domain.findings import FindingValue
    from mutudesk.domain.records import Fact, RecordRef
    from mutudesk.usecases.session import Session

# Where to mend, in the words of the official file's header.
_COLUMNS = {
    "debut": "Date de début de la fonction",
    "fin": "Date de fin de la fonction",
    "siren": "Code de la commune",
}
_MOST_DEPARTEMENTS = 12  # named in one sentence


def import_mayors(
    session: Session,
    path: Path,
    *,
    close_previous: bool = False,
    dry_run: bool = False,
    encoding: str | None = None,
    why: str = "",
    progress: Progress = no_progress,
) -> ImportReport:
    """Record each term that the file gives as a mandate of the commune that then bore the code.

    With `close_previous`, mandates and interims that began before a term and still run when it
    begins end the day before; `closings` of the report lists them. Without it nothing is closed,
    like at every import: where another mandate still runs, the line is refused. Communes without a
    mayor in the file are named in a warning; a file that names none of them is refused. `encoding`
    and `why` are those of `importing.import_file`, which raises what this does.
    """
    data = read_plain(path)
    with session.register.read() as reading:
        stored = reading.facts((Kind.BODY, Kind.IDENTITY, Kind.MANDATE))
        base = FactBase(reading.epci_siren(), [each.fact for each in stored])
    codes = {body.insee_code for body in _communes(base)} - {""}
    found = read_mayors(data, codes, encoding=encoding, held=held_words(session))
    taking = _Taking(file_name(path), base, stored, found, close_previous=close_previous)
    problems = found.problems or taking.take()
    parsed = ParsedFile(ExchangeKind.MANDATES, taking.lines, problems, found.unlisted)
    source = SourceFile(taking.file, parsed, _COLUMNS, tuple(taking.changes))
    report = import_parsed(session, [source], dry_run=dry_run, why=why, progress=progress)
    return taking.with_notes(report)


def _communes(base: FactBase) -> list[PublicBody]:
    return [body for body in base.bodies.values() if body.kind is BodyKind.COMMUNE]


@dataclass(slots=True)
class _Taking:
    """The terms of one file, taken one after the other, and what there is to say of them."""

    file: str
    base: FactBase
    stored: Iterable[Stored[Fact]]
    found: MayorsFile
    close_previous: bool
    lines: list[ParsedLine] = field(default_factory=list)
    changes: list[AnyChange] = field(default_factory=list)
    closings: list[LineReport] = field(default_factory=list)
    notes: list[LineReport] = field(default_factory=list)
    headed: set[str] = field(default_factory=set)

    def take(self) -> list[LineProblem]:
        """Take every term; what is wrong with the file as a whole."""
        recorded = self._recorded()
        for mayor in self.found.mayors:
            body = bearer_of(self.base, mayor.insee_code, mayor.function_start)
            if body is None:
                self._note(
                    mayor,
                    "mayor_without_commune",
                    person=mayor.full_name,
                    day=mayor.function_start,
                    text=mayor.insee_code,
                )
                continue
            self.headed.add(body.siren)
            self._take(mayor, body.siren, recorded[body.siren])
        if not self.headed:
            return self._nothing()
        self._note_missing()
        return []

    def with_notes(self, report: ImportReport) -> ImportReport:
        """The report of the import, with what only the list of mayors has to say."""
        if report.is_refused:
            own = {ref_to(fact) for line in self.lines for fact in line.facts}
            refusals = tuple(self._offering(each, own) for each in report.refusals)
            return replace(report, refusals=refusals, warnings=(*self.notes, *report.warnings))
        return replace(
            report,
            corrected=report.corrected - len(self.closings),
            warnings=(*self.notes, *report.warnings),
            closings=tuple(self.closings),
        )

    def _offering(self, report: LineReport, own: set[RecordRef]) -> LineReport:
        """The refusal with the way out, where closing what was recorded before would mend it."""
        finding = report.finding
        of_the_file = [ref in own for ref in finding.records]
        if (
            self.close_previous
            or finding.code != "mandate_overlap"
            or of_the_file != [True, False]  # the later one, then the earlier one
        ):
            return report
        values = finding.values
        offering = refusal(
            "mandate_overlap_closable",
            *finding.records,
            field=finding.field,
            body=values["body"],
            person=values["person"],
            other_person=values["other_person"],
            period=values["period"],
            other=values["other"],
        )
        return replace(report, finding=offering)

    def _recorded(self) -> dict[str, list[Stored[Mandate]]]:
        recorded: dict[str, list[Stored[Mandate]]] = defaultdict(list)
        for each in self.stored:
            if isinstance(each.fact, Mandate):
                recorded[each.fact.siren].append(Stored(each.id, each.row_version, each.fact))
        return recorded

    def _take(self, mayor: RneMayor, siren: str, recorded: list[Stored[Mandate]]) -> None:
        term = Mandate(
            siren,
            QUALITY,
            mayor.civility,
            mayor.last_name,
            mayor.first_name,
            acting=False,
            period=Period.inclusive(mayor.function_start, mayor.last_day),
        )
        life = life_of(self.base, siren)
        succession = begin_mandate(
            recorded,
            term,
            close_previous=self.close_previous,
            is_past=self.found.is_historical,
            latest=None if life is None else life.valid_until,
        )
        # What a term ended does not run any more when the next one of the same file begins.
        after = {each.before.id: each for each in succession.changes if each.before is not None}
        for number, each in enumerate(recorded):
            if each.id in after and isinstance(fact := after[each.id].after, Mandate):
                recorded[number] = Stored(each.id, each.row_version, fact)
        self.changes += succession.changes
        self.lines.append(
            ParsedLine(mayor.line, () if succession.mandate is None else (succession.mandate,))
        )
        self._note_succession(mayor, term, succession)

    def _note_succession(self, mayor: RneMayor, term: Mandate, succession: Succession) -> None:
        person, body = mayor.full_name, self.base.name(term.siren, mayor.function_start)
        if succession.running is not None:
            self._note(
                mayor,
                "mayor_in_office",
                person=person,
                body=body,
                day=mayor.function_start,
                period=succession.running.period,
            )
        mandate = succession.mandate
        if mandate is None or not succession.changes:
            return
        last = mandate.period.last_day
        life = life_of(self.base, term.siren)
        if last is not None and last != term.period.last_day:
            if life is not None and last == life.last_day:
                self._note(mayor, "mayor_ends_with_commune", person=person, body=body, day=last)
            elif succession.cut:
                self._note(mayor, "mayor_end_cut", person=person, body=body, day=last)
        if mayor.line in self.found.shortened and last is not None:
            self._note(mayor, "mayor_end_cut", person=person, body=body, day=last)
        for closed in succession.closed:
            self.closings.append(self._closing(mayor, closed))

    def _closing(self, mayor: RneMayor, closed: Mandate) -> LineReport:
        last = closed.period.last_day
        code = "interim_closed" if closed.acting else "mandate_closed"
        body = self.base.name(closed.siren, last)
        finding = warning(
            code,
            ref_to(closed),
            body=body,
            person=closed.full_name,
            day=last or mayor.function_start,
        )
        return LineReport(self.file, mayor.line, "", finding)

    def _note_missing(self) -> None:
        """Name the communes that still exist and have no mayor in the file, in one warning."""
        missing = [
            f"{self.base.name(body.siren)} ({body.insee_code})"
            for body in _communes(self.base)
            if body.siren not in self.headed
            if (life := life_of(self.base, body.siren)) is not None and life.valid_until is None
        ]
        if missing:
            named = tuple(sorted(missing, key=fold))
            finding = warning("mayors_missing", count=len(named), communes=named)
            self.notes.append(LineReport(self.file, 0, "", finding))

    def _nothing(self) -> list[LineProblem]:
        """Why nothing can be taken: the file is about others, about nobody, or about other days."""
        if self.notes:
            notes, self.notes = self.notes, []
            return [
                LineProblem(each.line, each.column, each.finding.code, each.finding.values)
                for each in notes
            ]
        departements = self.found.departements
        if not departements:
            return [line_problem(0, "", "mayors_none")]
        named = departements[:_MOST_DEPARTEMENTS]
        more = ("…",) if len(departements) > len(named) else ()
        return [line_problem(0, "", "mayors_of_others", departements=(*named, *more))]

    def _note(self, mayor: RneMayor, code: str, /, **values: FindingValue) -> None:
        self.notes.append(LineReport(self.file, mayor.line, "", warning(code, field="", **values)))
