"""What a command says: results on standard output, refusals on standard error."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from mutudesk.cli.import_output import group_words, report_json
from mutudesk.language.messages import point_words, sentence
from mutudesk.usecases.import_reports import grouped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from mutudesk.domain.findings import Finding, FindingValue
    from mutudesk.usecases.import_reports import ImportReport, LineReport


_NAMED = 5  # of the things that one reason stopped


class Output:
    """The two streams of a command, in one language."""

    def __init__(self, out: IO[bytes], err: IO[str], language: str) -> None:
        self._out = out
        self._err = err
        self._language = language

    def data(self, data: bytes) -> None:
        """Bytes of a machine format, as they are.

        Raises OSError when nobody can take them: the disk is full, the reader has gone.
        """
        self._out.write(data)
        self._out.flush()

    def _line(self, words: object) -> None:
        # A path may hold bytes that are no text: they go out as they came in.
        self.data(f"{words}\n".encode("utf-8", "surrogateescape"))

    def say(self, code: str, **values: FindingValue) -> None:
        """A sentence on standard output."""
        self._line(sentence(code, values, self._language))

    def paths(self, paths: Iterable[Path]) -> None:
        """One path a line."""
        for path in paths:
            self._line(path)

    def fields(self, *fields: object) -> None:
        """One line of fields, parted by tabs."""
        self._line("\t".join(map(str, fields)))

    def line_to_stderr(self, code: str, **values: FindingValue) -> None:
        """A sentence on standard error."""
        self._error(sentence(code, values, self._language))

    def refusal(self, findings: Sequence[Finding]) -> None:
        """A summary line, then each reason; one reason alone is its own summary."""
        if len(findings) > 1:
            self.line_to_stderr("refused_summary", count=len(findings))
        self.reasons(findings)

    def reasons(self, findings: Iterable[Finding]) -> None:
        """Each reason on a line of standard error."""
        for finding in findings:
            self._error(sentence(finding, language=self._language))

    def refusals_of(self, refused: Iterable[tuple[str, Iterable[Finding]]]) -> None:
        """The reasons why some of several things were not made, each reason with what it stopped.

        One reason of many (nobody can sign for the agglomeration) is said once.
        """
        self._grouped(refused, sentence)

    def points_of(self, points: Iterable[tuple[str, Iterable[Finding]]]) -> None:
        """What is to be settled in some of several documents, in the same way, with its article."""
        self._grouped(points, point_words)

    def _grouped(
        self, found: Iterable[tuple[str, Iterable[Finding]]], words_of: Callable[..., str]
    ) -> None:
        stopped: dict[str, list[str]] = {}
        for subject, findings in found:
            for finding in findings:
                words = words_of(finding, language=self._language)
                stopped.setdefault(words, []).append(subject)
        for words, subjects in stopped.items():
            named = ", ".join(subjects[:_NAMED])
            more = f"… ({len(subjects)})" if len(subjects) > _NAMED else ""
            self._error(f"{named}{more}\u00a0: {words}")

    def findings(self, findings: Iterable[Finding]) -> None:
        """Warnings, one a line, on standard output."""
        for finding in findings:
            self._line(sentence(finding, language=self._language))

    def import_report(self, report: ImportReport, *, dry_run: bool) -> None:
        """What was taken, or a summary line and then every reason with the lines it concerns.

        What is to be known about whole files may be why lines of others are refused.
        """
        if report.is_refused:
            self.line_to_stderr("import_refused", count=report.refused_count)
            about_files = [
                each for each in report.warning_groups() if each.first.file and not each.first.line
            ]
            for group in (*report.refusal_groups(), *about_files):
                self._error(group_words(group, self._language))
            return
        self.say(
            "import_foreseen" if dry_run else "import_done",
            read=report.read,
            created=report.created,
            corrected=report.corrected,
        )
        if report.warnings:
            self.say("import_warnings", count=len(report.warnings))
        for group in report.warning_groups():
            self._line(group_words(group, self._language))

    def import_report_json(self, report: ImportReport, *, dry_run: bool) -> None:
        """The report for a machine, and nothing else."""
        self.data(report_json(report, self._language, dry_run=dry_run))

    def closings(self, closings: Sequence[LineReport], *, dry_run: bool) -> None:
        """What an import ends besides, one record a line."""
        if closings:
            code = "import_closings_foreseen" if dry_run else "import_closings"
            self.say(code, count=len(closings))
        for group in grouped(closings):
            self._line(group_words(group, self._language))

    def _error(self, line: str) -> None:
        self._err.write(f"{line}\n")
