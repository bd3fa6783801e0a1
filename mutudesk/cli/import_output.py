"""What an import says: in sentences for a person, or as one JSON object for a machine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mutudesk.language.messages import sentence
from mutudesk.usecases.import_reports import ImportReport, LineReport

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mutudesk.domain.findings import Finding
    from mutudesk.usecases.import_reports import ReportGroup


def group_words(group: ReportGroup, language: str) -> str:
    """One line: where, and what is wrong there."""
    first = group.first
    words = sentence(first.finding, language=language)
    if group.is_varied:
        words = sentence("for_example", {"detail": words}, language)
    place = _place(group, language)
    return f"{place}\u00a0: {words}" if place else words


def _place(group: ReportGroup, language: str) -> str:
    first = group.first
    if not first.line:
        return first.file
    if group.count > 1:
        return sentence(
            "lines_and_column" if first.column else "lines_alone",
            {
                "file": first.file,
                "lines": ", ".join(map(str, group.lines)),
                "count": group.count,
                "column": first.column,
            },
            language,
        )
    return sentence(
        "line_and_column" if first.column else "line_alone",
        {"file": first.file, "line": first.line, "column": first.column},
        language,
    )


def report_json(report: ImportReport, language: str, *, dry_run: bool) -> bytes:
    """The whole report: every refusal and warning with file, line, column, code and message.

    `unlisted` counts the refusals beyond those listed, by reason.
    """
    unlisted = [
        {"file": file, "column": column, "code": code, "count": count}
        for (file, column, code), count in report.unlisted.items()
    ]
    content = {
        "done": not report.is_refused,
        "refused": report.is_refused,
        "dry_run": dry_run,
        "read": report.read,
        "created": report.created,
        "corrected": report.corrected,
        "closed": [_entry(each, language) for each in report.closings],
        "refused_count": report.refused_count,
        "refusals": [_entry(each, language) for each in report.refusals],
        "warnings": [_entry(each, language) for each in report.warnings],
        "unlisted": unlisted,
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def report_of(refusals: Iterable[Finding]) -> ImportReport:
    """The report of an import that could not even be tried."""
    return ImportReport(0, 0, 0, tuple(LineReport("", 0, "", each) for each in refusals), ())


def _entry(report: LineReport, language: str) -> dict[str, object]:
    return {
        "file": report.file,
        "line": report.line,
        "column": report.column,
        "code": report.finding.code,
        "message": sentence(report.finding, language=language),
    }
