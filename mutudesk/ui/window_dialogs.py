"""The few questions and messages of the window itself: what could not be opened or kept."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from mutudesk.ui.words import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from mutudesk.domain.findings import RefusedError


@contextmanager
def waiting() -> Iterator[None]:
    """Show the pointer of a short wait."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()


def tell_refused(parent: QWidget, title: str, refused: RefusedError) -> QMessageBox:
    """Say why something could not be done, one reason a line; the dialog does not block."""
    box = _box(parent, "refused_dialog", title)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setInformativeText("\n".join(said(each) for each in refused.findings))
    close = box.addButton(
        QCoreApplication.translate("window", "Close"), QMessageBox.ButtonRole.RejectRole
    )
    close.setObjectName("refused_close")
    box.setEscapeButton(close)
    box.open()
    return box


def ask_to_close_without_backup(parent: QWidget, refused: RefusedError) -> bool:
    """Say that the backup could not be made; True to close all the same."""
    translate = QCoreApplication.translate
    box = _box(parent, "backup_failed", translate("window", "The backup could not be made"))
    reasons = " ".join(said(each) for each in refused.findings)
    safe = translate("window", "What you recorded is safe in the register itself.")
    box.setInformativeText(f"{reasons}\n{safe}")
    close = box.addButton(
        translate("window", "Close without backup"), QMessageBox.ButtonRole.DestructiveRole
    )
    stay = box.addButton(translate("window", "Stay"), QMessageBox.ButtonRole.RejectRole)
    close.setObjectName("backup_close")
    stay.setObjectName("backup_stay")
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    pressed = box.clickedButton()
    box.deleteLater()
    return pressed is close


def _box(parent: QWidget, name: str, title: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setObjectName(name)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle("MutuDesk")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(title)
    return box
