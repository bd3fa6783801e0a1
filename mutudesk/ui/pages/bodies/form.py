"""The form of a body itself: a new one with its first identity, or a correction of its codes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mutudesk.domain.bodies import BodyKind, PublicBody
from mutudesk.domain.records import Kind
from mutudesk.ui.forms.record_form import RecordForm
from mutudesk.ui.forms.specs import FieldKind, FieldSpec
from mutudesk.ui.pages.bodies.facts import (
    IDENTITY_FIELDS,
    LEGAL_FORMS,
    identity_of,
    link_word_choices,
)
from mutudesk.ui.qt.marking import QT_TRANSLATE_NOOP
from mutudesk.ui.widgets.type_ahead import suggesting
from mutudesk.ui.words.common import choices_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from mutudesk.domain.bodies import LegalIdentity
    from mutudesk.domain.findings import Finding

_BODY_FIELDS = (
    FieldSpec(
        "kind", FieldKind.CHOICE, QT_TRANSLATE_NOOP("fields", "Type"), required=True, new_row=True
    ),
    FieldSpec("siren", FieldKind.SIREN, QT_TRANSLATE_NOOP("fields", "SIREN"), required=True),
    FieldSpec(
        "insee_code",
        FieldKind.INSEE,
        QT_TRANSLATE_NOOP("fields", "INSEE code"),
        hint=QT_TRANSLATE_NOOP("fields", "Of a commune: five characters, such as 63014."),
    ),
    FieldSpec(
        "departement",
        FieldKind.TEXT,
        QT_TRANSLATE_NOOP("fields", "Département"),
        hint=QT_TRANSLATE_NOOP("fields", "Empty: that of the INSEE code."),
    ),
)
_MEMBER = FieldSpec(
    "member",
    FieldKind.CHECK,
    QT_TRANSLATE_NOOP("fields", "Member of the agglomeration from the same day on"),
    span=12,
    new_row=True,
)


def body_form(today: Callable[[], date]) -> RecordForm:
    """The form, for both uses: see `start_new_body` and `start_body`."""
    form = RecordForm(
        "body",
        (*_BODY_FIELDS, *IDENTITY_FIELDS, _MEMBER),
        today=today,
        searches={"legal_form": suggesting(LEGAL_FORMS)},
        choices={"kind": choices_of(BodyKind), "link_word": link_word_choices()},
    )
    form.field_edited.connect(_Follower(form).on_edited)
    return form


class _Follower:
    """Shows "member" only for communes, and proposes their legal form."""

    def __init__(self, form: RecordForm) -> None:
        self._form = form
        form.setProperty("follower", self)  # a connection does not keep it alive

    def on_edited(self, name: str) -> None:
        """A field was changed."""
        if name != "kind" or self._form.field("name").property("withdrawn"):
            return
        values = self._form.values()
        commune = values.get("kind") is BodyKind.COMMUNE
        self._form.withdraw("member", not commune)
        if commune and not self._form.field("legal_form").editor.read():
            self._form.set_value("legal_form", "commune")


def start_new_body(form: RecordForm) -> None:
    """Enter a new body with its first identity."""
    for spec in IDENTITY_FIELDS:
        form.withdraw(spec.name, False)
    form.withdraw("member", True)
    form.load({})


def start_body(form: RecordForm, body: PublicBody) -> None:
    """Correct type and codes of a body; its identities have their own tab."""
    for spec in (*IDENTITY_FIELDS, _MEMBER):
        form.withdraw(spec.name, True)
    form.load(
        {
            "kind": body.kind,
            "siren": body.siren,
            "insee_code": body.insee_code,
            "departement": body.departement,
        }
    )


def body_of(values: Mapping[str, Any]) -> PublicBody:
    """The body of the values of the form."""
    return PublicBody(
        siren=values["siren"],
        kind=values["kind"],
        insee_code=values.get("insee_code") or "",
        departement=values.get("departement") or "",
    )


def first_identity_of(body: PublicBody, values: Mapping[str, Any]) -> LegalIdentity:
    """The first identity of the body. Raises RefusedError like `period_of`."""
    return identity_of(body.siren, values)


def is_member(values: Mapping[str, Any]) -> bool:
    """Tell whether the body is to belong to the agglomeration."""
    return bool(values.get("member"))


def placed_in_body_form(findings: Sequence[Finding]) -> list[Finding]:
    """A SIREN that is taken is shown at the SIREN."""
    return [
        replace(each, field="siren")
        if each.code == "already_recorded" and each.records[0].kind is Kind.BODY
        else each
        for each in findings
    ]
