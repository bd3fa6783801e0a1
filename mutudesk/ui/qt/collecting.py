"""Python's collector of reference cycles, in the window's thread alone.

CPython collects in whatever thread happens to allocate. The widgets of a page that was closed are
often part of a cycle; collected by the worker of an import, they are destroyed in its thread while
the window handles their events, and the process ends with a segmentation fault.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000  # milliseconds


class Collector(QObject):
    """Collects what CPython would collect by itself, from a timer of the window's thread.

    While it is running nothing is collected anywhere else.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Take the collection over."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Give it back to Python: no other thread runs any more."""
        self._timer.stop()
        gc.enable()

    def collect(self) -> None:
        """Collect the oldest generation that is due, unless a job asked to wait."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        if thresholds[0] == 0:
            return
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return
