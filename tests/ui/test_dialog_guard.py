"""The guard of `conftest.py`: no dialog waits for ever in a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

if TYPE_CHECKING:
    from tests.conftest import Dialogs

pytestmark = pytest.mark.usefixtures("qapp")


def test_an_unexpected_dialog_fails(dialogs: Dialogs) -> None:
    for call in (
        lambda: QDialog().exec(),
        lambda: QMessageBox().exec(),
        lambda: QMessageBox.question(None, "title", "text"),
        lambda: QFileDialog.getOpenFileName(None, "title"),
    ):
        with pytest.raises(AssertionError, match=r"exec|title"):
            call()
    assert [name for name, _ in dialogs.asked] == [
        "QDialog.exec",
        "QMessageBox.exec",
        "QMessageBox.question",
        "QFileDialog.getOpenFileName",
    ]
    assert len(dialogs.unexpected) == 4
    dialogs.unexpected.clear()


def test_a_scripted_dialog_answers(dialogs: Dialogs) -> None:
    class OwnDialog(QDialog):
        def accept_it(self) -> int:
            self.accept()
            return self.result()

    dialogs.answer("QMessageBox.question", QMessageBox.StandardButton.Yes)
    dialogs.answer("QDialog.exec", OwnDialog.accept_it)
    assert QMessageBox.question(None, "title", "text") == QMessageBox.StandardButton.Yes
    assert OwnDialog().exec() == QDialog.DialogCode.Accepted
    assert dialogs.unused() == []


def test_an_answer_left_over_is_reported(dialogs: Dialogs) -> None:
    dialogs.answer("QMessageBox.warning", QMessageBox.StandardButton.Ok)
    assert dialogs.unused() == ["QMessageBox.warning"]
    QMessageBox.warning(None, "title", "text")
    assert dialogs.unused() == []
