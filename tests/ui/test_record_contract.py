"""What derives from the dated record editor keeps to what `mutudesk/ui/records` says of it."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import textwrap
from typing import TYPE_CHECKING

import pytest

from mutudesk.ui import pages
from mutudesk.ui.records.entry_form import EntryForm
from mutudesk.ui.records.page import RegisterPage
from mutudesk.ui.records.reading_pane import ReadingPane
from mutudesk.ui.records.record_panel import RecordPanel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

# Every page is imported, so that its classes are known.
for _found in pkgutil.walk_packages(pages.__path__, f"{pages.__name__}."):
    importlib.import_module(_found.name)


def _derived(base: type[QWidget]) -> Iterator[type[QWidget]]:
    for each in base.__subclasses__():
        yield each
        yield from _derived(each)


def _private_names(cls: type) -> set[str]:
    """What a class itself calls by a name of its own: its methods, and what it sets on itself."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(cls)))
    found = {each.name for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)}
    for each in ast.walk(tree):
        if isinstance(each, ast.Attribute) and isinstance(each.ctx, ast.Store):
            found.add(each.attr)
    return {name for name in found if name.startswith("_") and not name.startswith("__")}


@pytest.mark.parametrize(
    "derived",
    [
        each
        for base in (RegisterPage, RecordPanel, EntryForm, ReadingPane)
        for each in _derived(base)
    ],
)
def test_no_private_name_is_given_twice(derived: type) -> None:
    """Two methods `_follow` once were one: an act that met a change of another said nothing."""
    own = _private_names(derived)
    for base in derived.__mro__[1:]:
        if base.__module__.startswith("mutudesk."):
            assert not own & _private_names(base), base.__name__
