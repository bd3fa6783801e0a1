"""Marks texts of data for translation: what `QT_TRANSLATE_NOOP` does, with the type it has."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, source: str) -> str:  # noqa: N802 - the name lupdate looks for
    """The text itself; it is translated when it is shown."""
    return source
