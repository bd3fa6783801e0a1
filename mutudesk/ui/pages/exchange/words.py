"""What the kinds of files are called, and where in a file something stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mutudesk.language.messages import choice_label, sentence
from mutudesk.ui.widgets.choice_field import Choice
from mutudesk.ui.words.common import capitalized, choices_of, sentence_for, window_language
from mutudesk.usecases.previewing import FOLDER, MAYORS, ExchangeKind

if TYPE_CHECKING:
    from mutudesk.domain.findings import FindingValue
    from mutudesk.usecases.previewing import ImportReport, ReportGroup


def kind_words(kind: ExchangeKind | str) -> str:
    """The kind of a file, in words."""
    if isinstance(kind, ExchangeKind):
        return capitalized(choice_label(kind, window_language()))
    if kind == MAYORS:
        return QCoreApplication.translate("exchange", "Official list of mayors (RNE)")
    return QCoreApplication.translate("exchange", "Every kind, one file each")


def import_choices() -> tuple[Choice, ...]:
    """The kinds that one file can be."""
    return (*choices_of(ExchangeKind), Choice(MAYORS, kind_words(MAYORS)))


def encoding_choices() -> tuple[Choice, ...]:
    """How a file may be written, by the name that Python has for it; "" = by the rules of files."""
    translate = QCoreApplication.translate
    return (
        Choice("", translate("exchange", "automatic")),
        Choice("utf-8", "UTF-8"),
        Choice("cp1252", "Windows (cp1252)"),
        Choice("cp850", "MS-DOS (cp850)"),
        Choice("mac-roman", "Macintosh"),
        Choice("utf-16", "UTF-16"),
    )


def export_choices() -> tuple[Choice, ...]:
    """Everything, or one kind."""
    return (Choice(FOLDER, kind_words(FOLDER)), *choices_of(ExchangeKind))


def done_words(report: ImportReport) -> str:
    """What was recorded."""
    done: dict[str, FindingValue] = {
        "read": report.read,
        "created": report.created,
        "corrected": report.corrected,
    }
    sentences = [sentence("import_done", done, window_language())]
    if report.closings:
        closed: dict[str, FindingValue] = {"count": len(report.closings)}
        sentences.append(sentence("import_closed", closed, window_language()))
    return " ".join(sentences)


def finding_words(group: ReportGroup) -> str:
    """What is wrong, or to be known."""
    words = sentence_for(group.first.finding)
    if not group.is_varied:
        return words
    return sentence("for_example", {"detail": words}, window_language())


def place_words(group: ReportGroup, *, with_file: bool) -> str:
    """Where, and in which file if asked; empty for the import as a whole."""
    report, translate = group.first, QCoreApplication.translate
    if not report.line:
        return report.file
    lines = ", ".join(map(str, group.lines))
    if group.count > 1:
        words = (
            translate("exchange", "lines {lines}… ({count} in all), column {column}")
            if report.column
            else translate("exchange", "lines {lines}… ({count} in all)")
        ).format(lines=lines, count=group.count, column=report.column)
    elif report.column:
        words = translate("exchange", "line {line}, column {column}").format(
            line=lines, column=report.column
        )
    else:
        words = translate("exchange", "line {line}").format(line=lines)
    return f"{report.file}, {words}" if with_file else words
