"""The form of a service itself: a new one with manager and missions, or a correction of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPlainTextEdit

from mutudesk.domain.records import Kind
from mutudesk.domain.services import LegalGround, ManagingPeriod, SharedService
from mutudesk.ui.forms.record_form import RecordForm
from mutudesk.ui.forms.specs import FieldKind, FieldSpec
from mutudesk.ui.pages.services.facts import MANAGER
from mutudesk.ui.qt.marking import QT_TRANSLATE_NOOP
from mutudesk.ui.records.common_fields import BEGINS_REQUIRED
from mutudesk.ui.records.spec import BEGINS, period_of
from mutudesk.ui.words.common import choices_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from mutudesk.domain.findings import Finding
    from mutudesk.ui.records.record_options import RecordOptions

_FIELDS = (
    FieldSpec("code", FieldKind.CODE, QT_TRANSLATE_NOOP("fields", "Code"), required=True, span=3),
    FieldSpec("name", FieldKind.TEXT, QT_TRANSLATE_NOOP("fields", "Name"), required=True, span=9),
    FieldSpec(
        "ground",
        FieldKind.CHOICE,
        QT_TRANSLATE_NOOP("fields", "Legal ground"),
        required=True,
        hint=QT_TRANSLATE_NOOP(
            "fields", "Only a shared service (L. 5211-4-2) has a membership convention."
        ),
        span=12,
    ),
)
_MISSIONS = FieldSpec(
    "missions",
    FieldKind.LONG_TEXT,
    QT_TRANSLATE_NOOP("fields", "Missions"),
    hint=QT_TRANSLATE_NOOP(
        "fields", "One a line: code : label. Without a code, one is given. May be added later."
    ),
    span=12,
    new_row=True,
)
_OF_NEW = (MANAGER, BEGINS_REQUIRED, _MISSIONS)


def service_form(options: RecordOptions) -> RecordForm:
    """The form, for both uses: see `start_new_service` and `start_service`."""
    return RecordForm(
        "service",
        (*_FIELDS, *_OF_NEW),
        today=options.today,
        searches={"siren": options.bodies},
        choices={"ground": choices_of(LegalGround)},
    )


def start_new_service(form: RecordForm, options: RecordOptions, on: date) -> None:
    """Enter a new service with its first manager and its missions."""
    for spec in _OF_NEW:
        form.withdraw(spec.name, False)
    values = {
        "ground": LegalGround.SHARED_SERVICE,
        MANAGER.name: options.base.epci_siren,
        BEGINS: on,
    }
    form.load(values)


def start_service(form: RecordForm, service: SharedService) -> None:
    """Correct code, name and ground; the rest has its own tabs."""
    for spec in _OF_NEW:
        form.withdraw(spec.name, True)
    form.load({"code": service.code, "name": service.name, "ground": service.ground})


def service_of(values: Mapping[str, Any]) -> SharedService:
    """The service of the values of the form."""
    return SharedService(values["code"], values["name"], values["ground"])


def typed_missions(form: RecordForm) -> str:
    """The missions as typed, line by line, be they too long for a text."""
    editor = form.field(_MISSIONS.name).widget
    return editor.toPlainText() if isinstance(editor, QPlainTextEdit) else ""


def first_manager_of(service: SharedService, values: Mapping[str, Any]) -> ManagingPeriod:
    """The first managing period of the service. Raises RefusedError like `period_of`."""
    return ManagingPeriod(service.code, values[MANAGER.name], period_of(values))


def placed_in_service_form(findings: Sequence[Finding]) -> list[Finding]:
    """What concerns a mission typed is shown at the missions, a code that is taken at the code."""
    placed = []
    for each in findings:
        kind = each.records[0].kind if each.records else None
        if kind is Kind.MISSION:
            placed.append(replace(each, field=_MISSIONS.name))
        elif kind is Kind.SERVICE and each.code == "already_recorded":
            placed.append(replace(each, field="code"))
        else:
            placed.append(each)
    return placed
