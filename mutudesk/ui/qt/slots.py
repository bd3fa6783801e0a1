"""Connecting without leaking: the one module for tricks with signals.

A lambda or partial that captures a widget and is connected to that widget's child keeps both alive
for the life of the process. Connect bound methods; where an argument is needed, use `weak_slot`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import WeakMethod

import shiboken6

if TYPE_CHECKING:
    from collections.abc import Callable


def weak_slot(method: Callable[..., Any], *arguments: object) -> Callable[..., None]:
    """A slot that calls a bound method with fixed arguments and holds its object weakly.

    What the signal sends is ignored.
    """
    reference = WeakMethod(method)

    def slot(*_sent: object) -> None:
        bound = reference()
        if bound is not None and shiboken6.isValid(getattr(bound, "__self__", None)):
            bound(*arguments)

    return slot
