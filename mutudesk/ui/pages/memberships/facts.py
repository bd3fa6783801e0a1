"""The fact of a membership: how it is listed and entered, with or without who joins what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mutudesk.domain.records import Kind
from mutudesk.domain.services import Level, Membership
from mutudesk.language.messages import choice_label
from mutudesk.language.typography import short_date
from mutudesk.ui.forms.specs import FieldKind, FieldSpec
from mutudesk.ui.qt.marking import QT_TRANSLATE_NOOP
from mutudesk.ui.records.common_fields import BEGINS_REQUIRED, ENDS_OPEN
from mutudesk.ui.records.counts import Counts
from mutudesk.ui.records.spec import RecordSpec, RecordWords
from mutudesk.ui.words.common import capitalized, choices_of, window_language

if TYPE_CHECKING:
    from mutudesk.ui.records.record_options import RecordOptions
    from mutudesk.ui.widgets.choice_field import Choice

_SIREN_LENGTH = 9
_WORDS = {
    "new": QT_TRANSLATE_NOOP("records", "New membership"),
    "amend": QT_TRANSLATE_NOOP("records", "Change of a membership"),
    "correct": QT_TRANSLATE_NOOP("records", "Correction of a membership"),
    "close": QT_TRANSLATE_NOOP("records", "End of a membership"),
    "none": QT_TRANSLATE_NOOP("records", "No membership is recorded"),
    "add": QT_TRANSLATE_NOOP("records", "&New membership"),
    "close_former": QT_TRANSLATE_NOOP("records", "Close the former membership on {day}"),
}
_WHO = (
    FieldSpec(
        "siren",
        FieldKind.RELATION,
        QT_TRANSLATE_NOOP("fields", "Body"),
        required=True,
        placeholder=QT_TRANSLATE_NOOP("fields", "Type a few letters of its name"),
    ),
    FieldSpec("service", FieldKind.RELATION, QT_TRANSLATE_NOOP("fields", "Service"), required=True),
)
_WHAT = (
    FieldSpec("level", FieldKind.CHOICE, QT_TRANSLATE_NOOP("fields", "Level"), required=True),
    FieldSpec(
        "decided_on",
        FieldKind.DATE,
        QT_TRANSLATE_NOOP("fields", "Deliberation of the body"),
        hint=QT_TRANSLATE_NOOP("fields", "Empty: a project, never counted as joined."),
        placeholder=QT_TRANSLATE_NOOP("fields", "project, not voted yet"),
    ),
    BEGINS_REQUIRED,
    ENDS_OPEN,
    FieldSpec(
        "duration",
        FieldKind.TEXT,
        QT_TRANSLATE_NOOP("fields", "Duration"),
        hint=QT_TRANSLATE_NOOP("fields", "Empty: what the service provides for all its members."),
        span=12,
    ),
    FieldSpec(
        "missions",
        FieldKind.CHECKS,
        QT_TRANSLATE_NOOP("fields", "Missions"),
        required=True,
        hint=QT_TRANSLATE_NOOP("fields", "Stored one by one: a body is bound to what it voted."),
        span=12,
        new_row=True,
    ),
)


def owner_of(service: str, siren: str) -> str:
    """Who joined what, as one key: "CODE SIREN"."""
    return f"{service} {siren}"


def split_owner(owner: str) -> tuple[str, str]:
    """Service and SIREN of such a key."""
    return owner[: -_SIREN_LENGTH - 1], owner[-_SIREN_LENGTH:]


def membership_spec(missions: list[Choice]) -> RecordSpec[Membership]:
    """Memberships of one body in one service; `missions` is filled when they are shown."""
    return RecordSpec(
        name="membership",
        kind=Kind.MEMBERSHIP,
        words=RecordWords(Counts().memberships, **_WORDS),
        fields=_WHAT,
        line=_line,
        choices={"level": choices_of(Level), "missions": missions},
        starts_with=lambda _on: {
            "level": Level.USER,
            "missions": frozenset(each.value for each in missions),
        },
        amends_without=("decided_on",),
        owner_values=lambda owner: dict(zip(("service", "siren"), split_owner(owner), strict=True)),
    )


def new_membership_spec(options: RecordOptions) -> RecordSpec[Membership]:
    """A first membership, of any body in any service."""
    return RecordSpec(
        name="new_membership",
        kind=Kind.MEMBERSHIP,
        words=RecordWords(Counts().memberships, **_WORDS),
        fields=(*_WHO, *_WHAT),
        line=_line,
        searches={"siren": options.bodies, "service": options.services},
        choices={"level": choices_of(Level)},
        owner_values=lambda _owner: {},
    )


def _line(fact: Membership) -> tuple[str, str]:
    translate = QCoreApplication.translate
    level = capitalized(choice_label(fact.level, window_language()))
    missions = Counts().missions(len(fact.missions))
    if fact.decided_on is None:
        return translate("records", "{level}, project").format(level=level), missions
    decided = translate("records", "voted {day}").format(day=short_date(fact.decided_on))
    return f"{level}, {missions}", decided
