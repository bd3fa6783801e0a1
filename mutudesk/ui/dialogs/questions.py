"""The few questions and messages of the window itself: what could not be opened or kept."""

from __future__ import annotations

from contextlib import contextmanager
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from mutudesk.ui.words.common import sentence_for, sentences_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtWidgets import QPushButton, QWidget

    from mutudesk.domain.findings import RefusedError

A = TypeVar("A", bound=Enum)


# What a backup mends.
RESTORABLE = frozenset(
    {"file_damaged", "file_truncated", "file_foreign", "file_empty", "file_missing"}
    | {"schema_unreadable", "journal_foreign", "hot_journal"}
)


class Former(Enum):
    """What to do with a register of an older program."""

    UPGRADE = "upgrade"
    READ = "read"
    LEAVE = "leave"


class Elsewhere(Enum):
    """What to do with a register that somebody has open on another machine."""

    READ = "read"
    WRITE = "write"
    LEAVE = "leave"


class Standing(Enum):
    """What to do with files that stand where others are to be written."""

    REPLACE = "yes"
    KEEP = "no"
    CANCEL = "cancel"


@contextmanager
def waiting() -> Iterator[None]:
    """Show the pointer of a short wait."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()


def report_refusal(
    parent: QWidget,
    title: str,
    refused: RefusedError,
    *,
    restore: Callable[[], object] | None = None,
) -> QMessageBox:
    """Say why something could not be done, one reason a line; the dialog does not block.

    With `restore` a register that is damaged or gone can be restored from here.
    """
    box = message_box(parent, "refused_dialog", title)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setInformativeText("\n".join(sentence_for(each) for each in refused.findings))
    close = box.addButton(
        QCoreApplication.translate("window", "Close"), QMessageBox.ButtonRole.RejectRole
    )
    close.setObjectName("refused_close")
    if restore is not None and {each.code for each in refused.findings} & RESTORABLE:
        words = QCoreApplication.translate("window", "&Restore…")
        options = box.addButton(words, QMessageBox.ButtonRole.AcceptRole)
        options.setObjectName("refused_restore")
        options.clicked.connect(restore)
        box.setDefaultButton(options)
    box.setEscapeButton(close)
    box.open()
    return box


def ask_about_former(parent: QWidget, refused: RefusedError) -> Former:
    """Say that the register comes from an older program, and what an upgrade means; ask."""
    translate = QCoreApplication.translate
    title = translate("window", "This register comes from an older MutuDesk")
    box = message_box(parent, "former_register", title)
    reasons = sentences_for(refused.findings)
    safe = translate("window", "A backup is made before the upgrade.")
    box.setInformativeText(f"{reasons}\n{safe}")
    roles = QMessageBox.ButtonRole
    buttons = {
        Former.UPGRADE: box.addButton(translate("window", "&Upgrade"), roles.AcceptRole),
        Former.READ: box.addButton(translate("window", "Open to &read"), roles.AcceptRole),
        Former.LEAVE: box.addButton(translate("window", "Cancel"), roles.RejectRole),
    }
    return answered(box, "former", buttons, usual=Former.LEAVE, escape=Former.LEAVE)


def ask_about_holder(parent: QWidget, refused: RefusedError) -> Elsewhere:
    """Say who has the register open on another machine, and ask how to open it here."""
    translate = QCoreApplication.translate
    title = translate("window", "This register is open on another machine")
    box = message_box(parent, "held_register", title)
    reasons = sentences_for(refused.findings)
    lost = translate("window", "Whoever writes there could no longer record anything.")
    box.setInformativeText(f"{reasons}\n{lost}")
    roles = QMessageBox.ButtonRole
    buttons = {
        Elsewhere.READ: box.addButton(translate("window", "Open to &read"), roles.AcceptRole),
        Elsewhere.WRITE: box.addButton(
            translate("window", "Open to &write all the same"), roles.DestructiveRole
        ),
        Elsewhere.LEAVE: box.addButton(translate("window", "Cancel"), roles.RejectRole),
    }
    return answered(box, "held", buttons, usual=Elsewhere.READ, escape=Elsewhere.LEAVE)


def answered(
    box: QMessageBox, name: str, buttons: Mapping[A, QPushButton], *, usual: A, escape: A
) -> A:
    """Show a question and wait for the answer that one of its buttons gives."""
    for answer, button in buttons.items():
        button.setObjectName(f"{name}_{answer.value}")
    box.setDefaultButton(buttons[usual])
    box.setEscapeButton(buttons[escape])
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return next((each for each, button in buttons.items() if button is clicked), escape)


def message_box(parent: QWidget, name: str, title: str) -> QMessageBox:
    """A box of the window with a first line, ready for words and buttons."""
    box = QMessageBox(parent)
    box.setObjectName(name)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle("MutuDesk")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(title)
    return box
