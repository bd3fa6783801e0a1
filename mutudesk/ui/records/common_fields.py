"""The fields that records of several subjects have alike."""

from __future__ import annotations

from mutudesk.ui.forms.specs import FieldKind, FieldSpec
from mutudesk.ui.qt.marking import QT_TRANSLATE_NOOP
from mutudesk.ui.records.spec import BEGINS, ENDS

CIVILITIES = ("Mme", "M.")

BEGINS_UNKNOWN = FieldSpec(
    BEGINS,
    FieldKind.DATE,
    QT_TRANSLATE_NOOP("fields", "Begins"),
    hint=QT_TRANSLATE_NOOP("fields", "Empty: since always."),
    placeholder=QT_TRANSLATE_NOOP("fields", "beginning not recorded"),
    new_row=True,
)
BEGINS_REQUIRED = FieldSpec(
    BEGINS, FieldKind.DATE, QT_TRANSLATE_NOOP("fields", "Begins"), required=True, new_row=True
)
ENDS_OPEN = FieldSpec(
    ENDS,
    FieldKind.LAST_DAY,
    QT_TRANSLATE_NOOP("fields", "Ends (last day)"),
    hint=QT_TRANSLATE_NOOP("fields", "Empty: still running."),
    placeholder=QT_TRANSLATE_NOOP("fields", "still running"),
)
