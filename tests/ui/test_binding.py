"""The gate on the pair PySide6 and Python: does every call keep Python's references?

PySide6 6.12.0 on Python 3.11 gives back None, and True from a signal, without taking a reference.
Before Python 3.12 these objects are counted like others: after some five thousand calls the count
falls to zero and the process aborts. A short test suite may pass all the same, hence this count.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel

if TYPE_CHECKING:
    from collections.abc import Callable

CALLS = 200


class _Source(QObject):
    fired = Signal(int)


def lost_references(call: Callable[[], object], value: object) -> float:
    """Return how many references to a value one call takes away, on average."""
    call()
    before = sys.getrefcount(value)
    for _ in range(CALLS):
        call()
    return (before - sys.getrefcount(value)) / CALLS


@pytest.mark.usefixtures("qapp")
def test_calls_of_qt_keep_references() -> None:
    label = QLabel()
    source = _Source()
    source.fired.connect(lambda _value: None)
    calls: dict[str, tuple[Callable[[], object], object]] = {
        "processEvents() -> None": (QApplication.processEvents, None),
        "setText() -> None": (lambda: label.setText("x"), None),
        "isEnabled() -> True": (label.isEnabled, True),
        "isModal() -> False": (label.isModal, False),
        "emit() -> True": (lambda: source.fired.emit(1), True),
        "emit() -> None": (lambda: source.fired.emit(1), None),
        "data() -> None": (lambda: QModelIndex().data(), None),
    }
    losses = {name: lost_references(call, value) for name, (call, value) in calls.items()}
    assert {name: loss for name, loss in losses.items() if loss > 0.5} == {}
