"""What the kinds of files are called, and where in a file something stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mutudesk.language.messages import choice_label, sentence
from mutudesk.ui.widgets.choice_field import Choice
from mutudesk.ui.words import capitalized, choices_of, window_language
from mutudesk.usecases.previewing import FOLDER, MAYORS, ExchangeKind

if TYPE_CHECKING:
    from mutudesk.domain.findings import FindingValue
    from mutudesk.usecases.previewing import ImportReport, LineReport


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
    said = [sentence("import_done", done, window_language())]
    if report.closings:
        closed: dict[str, FindingValue] = {"count": len(report.closings)}
        said.append(sentence("import_closed", closed, window_language()))
    return " ".join(said)


def place_words(report: LineReport, *, with_file: bool) -> str:
    """Where, and in which file if asked; empty for the import as a whole."""
    if not report.line:
        return report.file
    if not with_file:
        translate = QCoreApplication.translate
        if not report.column:
            return translate("exchange", "line {line}").format(line=report.line)
        words = translate("exchange", "line {line}, column {column}")
        return words.format(line=report.line, column=report.column)
    values: dict[str, FindingValue] = {
        "file": report.file,
        "line": report.line,
        "column": report.column,
    }
    code = "line_and_column" if report.column else "line_alone"
    return sentence(code, values, window_language())
