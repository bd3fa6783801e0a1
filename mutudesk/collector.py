"""Python's collector of reference cycles: how work that makes none asks it to wait."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_THRESHOLDS = gc.get_threshold()


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the collector from walking again and again over many objects that all stay.

    A first threshold of zero is Python's own way of saying it, and what `ui/collecting.py` looks
    at: the window collects by itself, so that enabling the collector here would be wrong there.
    """
    gc.set_threshold(0)
    try:
        yield
    finally:
        gc.set_threshold(*_THRESHOLDS)
