"""Bodies to choose from, found as they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk.ui.widgets.type_ahead import (
    Option,
    suggesting,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


BODIES = (
    Option("216300144", "Aubière", "Commune · SIREN 216 300 144"),
    Option("216300326", "Beaumont", "Commune · SIREN 216 300 326"),
    Option("216300699", "Le Cendre", "Commune · SIREN 216 300 699"),
)
NO_GRAB = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def matching(text: str) -> Sequence[Option]:
    names = suggesting([body.title for body in BODIES])(text)
    return [body for name in names for body in BODIES if body.title == name.title]
