"""Asking for the file of a register: one that is there, or where a new one is to lie."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from mutudesk import paths

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def ask_for_register(parent: QWidget, title: str, beside: Path | None) -> Path | None:
    """Ask for a register that is there; the dialog begins beside a file, None to begin at home."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(_folder(beside)), _file_filter())
    return Path(chosen) if chosen else None


def ask_where(parent: QWidget, title: str, name: str, beside: Path | None) -> Path | None:
    """Ask for a new file; whether it replaces what lies there is asked, or refused, elsewhere."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent,
        title,
        str(_folder(beside) / f"{_file_name(name)}{paths.SUFFIX}"),
        _file_filter(),
        options=QFileDialog.Option.DontConfirmOverwrite,
    )
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix == paths.SUFFIX else Path(f"{chosen}{paths.SUFFIX}")


def _folder(beside: Path | None) -> Path:
    """Where a dialog begins: beside a register, where its folder is there, else the documents."""
    if beside is not None and beside.parent.is_dir():
        return beside.parent
    place = QStandardPaths.StandardLocation.DocumentsLocation
    documents = Path(QStandardPaths.writableLocation(place))
    return documents if documents.is_dir() else Path.home()


def _file_filter() -> str:
    words = QCoreApplication.translate("window", "Registers (*{suffix});;All files (*)")
    return words.format(suffix=paths.SUFFIX)


def _file_name(name: str) -> str:
    """A name without the signs that file systems refuse."""
    return "".join(" " if sign in '<>:"/\\|?*' else sign for sign in name).strip()
