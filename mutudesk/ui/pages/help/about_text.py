"""What the help page says, as simple rich text; everything that is not ours is escaped."""

from __future__ import annotations

import platform
import sqlite3
from html import escape
from typing import TYPE_CHECKING, Any

import PySide6
from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtGui import QGuiApplication, QKeySequence

from mutudesk import __version__
from mutudesk.language.typography import nonbreaking
from mutudesk.ui.commands import COMMANDS, KEYS_OF_WIDGETS
from mutudesk.ui.look.current import current_look

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Names and licences are shown as they are, in any language.
_BUNDLED = (
    ("Source Sans 3, Source Serif 4", "© Adobe", "SIL Open Font License 1.1"),
    ("Lucide", "© Lucide Icons and Contributors, © Cole Bemis", "ISC, MIT"),
    ("PySide6, Qt", "© The Qt Company", "LGPL-3.0"),
    ("PDFium (QtPdf)", "© The PDFium Authors", "BSD-3-Clause, Apache-2.0"),
    ("SQLAlchemy, Alembic", "© Michael Bayer and contributors", "MIT"),
    ("reportlab", "© ReportLab Inc.", "BSD-3-Clause"),
    ("Jinja2", "© Pallets", "BSD-3-Clause"),
    ("markdown-it-py, filelock, platformdirs", "", "MIT"),
    ("python-stdnum", "© Arthur de Jong", "LGPL-2.1-or-later"),
    ("pyphen", "© CourtBouillon and contributors", "LGPL-2.1-or-later"),
)


def diagnostics() -> str:
    """Versions of what the program stands on; no path, no name."""
    return "\n".join(
        (
            f"MutuDesk {__version__}",
            f"Python {platform.python_version()}",
            f"PySide6 {PySide6.__version__}, Qt {qVersion()} ({QGuiApplication.platformName()})",
            f"SQLite {sqlite3.sqlite_version}",
            f"{platform.system()} {platform.release()}, {platform.machine()}",
        )
    )


def help_html() -> str:
    """The whole page."""
    from mutudesk.usecases.reference import sources

    parts = [_keys(), _program(), _official(sources()), _licences(), _diagnostics()]
    return "".join(parts)


def _keys() -> str:
    translate = QCoreApplication.translate
    rows = [
        (
            ", ".join(_native(key) for key in each.keys),
            translate("commands", each.words).replace("&", "").rstrip("…"),
        )
        for each in COMMANDS
        if each.keys
    ]
    rows += [
        (translate("commands", keys), translate("commands", what)) for keys, what in KEYS_OF_WIDGETS
    ]
    return _heading(translate("about", "Keyboard shortcuts")) + _table(rows)


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _program() -> str:
    translate = QCoreApplication.translate
    text = translate(
        "about",
        "Who works for whom, under which authority, on which date: the register of the shared "
        "services of an agglomeration and its communes. Free software under the European Union "
        "Public Licence 1.2 (EUPL-1.2).",
    )
    return _heading(f"MutuDesk {__version__}") + f"<p>{escape(text)}</p>"


def _official(found: dict[str, Any]) -> str:
    translate = QCoreApplication.translate
    parts = [_heading(translate("about", "Official data"))]
    notice = nonbreaking(str(found.get("perimeter_notice", "")))
    edition = translate("about", "Edition {edition}.").format(edition=found.get("edition", ""))
    parts.append(f"<p>{escape(notice)} {escape(edition)}</p>")
    for table in found.get("table", ()):
        title = nonbreaking(str(table["title"]))
        parts.append(f"<p>{_strong(title)}<br/>{escape(nonbreaking(str(table['attribution'])))}")
        parts.append(f"<br/>{escape(nonbreaking(str(table['licence_name'])))}")
        left_out = nonbreaking(str(table.get("left_out", "")))
        if left_out:
            words = translate("about", "Not in it: {what}").format(what=left_out)
            parts.append(f"<br/>{escape(words)}")
        parts.append("</p>")
        columns = table.get("columns", {}).items()
        parts.append(_table([(name, nonbreaking(str(vintage))) for name, vintage in columns]))
    return "".join(parts)


def _licences() -> str:
    translate = QCoreApplication.translate
    return _heading(translate("about", "Licences of what comes with it")) + _table(_BUNDLED)


def _diagnostics() -> str:
    translate = QCoreApplication.translate
    lines = "<br/>".join(escape(line) for line in diagnostics().splitlines())
    return _heading(translate("about", "Diagnostics")) + f"<p>{lines}</p>"


def _heading(text: str) -> str:
    size = current_look().px(16)
    return (
        f'<p style="font-size:{size}px; font-weight:600; margin-top:18px; margin-bottom:6px">'
        f"{escape(text)}</p>"
    )


def _strong(text: str) -> str:
    return f'<span style="font-weight:600">{escape(text)}</span>'


def _table(rows: Iterable[Sequence[str]]) -> str:
    soft = current_look().c.text_soft
    lines = []
    for first, *others in rows:
        cells = "".join(f"<td>{escape(each)}</td>" for each in others)
        lines.append(
            f'<tr><td style="color:{soft}; padding-right:16px">{escape(first)}</td>{cells}</tr>'
        )
    return f'<table cellpadding="2">{"".join(lines)}</table>'
