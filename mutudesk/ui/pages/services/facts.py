"""The types of facts on the page of a shared service: how each is listed and entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mutudesk.domain.clauses import CLAUSES
from mutudesk.domain.records import Kind
from mutudesk.domain.services import Settlement
from mutudesk.language.typography import typographic
from mutudesk.ui.forms.specs import FieldKind, FieldSpec
from mutudesk.ui.qt.marking import QT_TRANSLATE_NOOP
from mutudesk.ui.records.common_fields import BEGINS_REQUIRED, ENDS_OPEN
from mutudesk.ui.records.counts import Counts
from mutudesk.ui.records.spec import RecordSpec, RecordWords
from mutudesk.ui.widgets.choice_field import Choice
from mutudesk.ui.words.common import choices_of

if TYPE_CHECKING:
    from mutudesk.domain.services import ManagingPeriod, Mission, Origin, ServiceTerms
    from mutudesk.ui.records.record_options import RecordOptions

MANAGER = FieldSpec(
    "siren",
    FieldKind.RELATION,
    QT_TRANSLATE_NOOP("fields", "Managing body"),
    required=True,
    hint=QT_TRANSLATE_NOOP("fields", "The agglomeration, or a commune by derogation."),
    span=12,
    new_row=True,
)
_TO_COMPLETE = QT_TRANSLATE_NOOP("fields", "to be completed")
_PROPOSED = QT_TRANSLATE_NOOP("fields", "text proposed by the template")


def _clause(name: str, label: str) -> FieldSpec:
    return FieldSpec(name, FieldKind.LONG_TEXT, label, placeholder=_PROPOSED, span=12)


_TERMS = (
    FieldSpec(
        "duration",
        FieldKind.LONG_TEXT,
        QT_TRANSLATE_NOOP("fields", "Duration of the convention"),
        placeholder=_TO_COMPLETE,
        span=8,
    ),
    FieldSpec(
        "notice_months",
        FieldKind.COUNT,
        QT_TRANSLATE_NOOP("fields", "Notice, in months"),
        placeholder=_TO_COMPLETE,
        span=4,
    ),
    FieldSpec(
        "court",
        FieldKind.TEXT,
        QT_TRANSLATE_NOOP("fields", "Competent court"),
        placeholder=QT_TRANSLATE_NOOP("fields", "not named"),
        span=12,
    ),
    FieldSpec(
        "preamble",
        FieldKind.LONG_TEXT,
        QT_TRANSLATE_NOOP("fields", "Preamble"),
        placeholder=_PROPOSED,
        hint=QT_TRANSLATE_NOOP(
            "fields",
            "{commune}, {service}, {agglomeration}, {gestionnaire} and {effet} are put in; a line "
            "that begins with a dash is an item.",
        ),
        span=12,
    ),
    _clause("premises", QT_TRANSLATE_NOOP("fields", "Article 3, premises")),
    _clause("assets", QT_TRANSLATE_NOOP("fields", "Article 4, goods, equipment and software")),
    _clause("contracts", QT_TRANSLATE_NOOP("fields", "Article 5, running contracts")),
    _clause("financial_terms", QT_TRANSLATE_NOOP("fields", "Article 7, sharing of the costs")),
    FieldSpec(
        "settlement",
        FieldKind.CHOICE,
        QT_TRANSLATE_NOOP("fields", "Article 7, payment of the costs"),
        span=12,
    ),
    _clause("committee", QT_TRANSLATE_NOOP("fields", "Article 9, follow-up committee")),
    _clause("liability", QT_TRANSLATE_NOOP("fields", "Article 13, insurance and liability")),
    _clause("data_protection", QT_TRANSLATE_NOOP("fields", "Article 14, data protection")),
)


def managing_spec(options: RecordOptions) -> RecordSpec[ManagingPeriod]:
    """Who manages the service through time."""

    def line(fact: ManagingPeriod) -> tuple[str, str]:
        agglomeration = fact.siren == options.base.epci_siren
        translate = QCoreApplication.translate
        return options.body(fact.siren), "" if agglomeration else translate(
            "records", "by derogation"
        )

    return RecordSpec(
        name="managing",
        kind=Kind.MANAGING,
        words=RecordWords(
            Counts().managing,
            new=QT_TRANSLATE_NOOP("records", "New managing body"),
            amend=QT_TRANSLATE_NOOP("records", "Change of managing body"),
            correct=QT_TRANSLATE_NOOP("records", "Correction of the managing body"),
            close=QT_TRANSLATE_NOOP("records", "End of the management"),
            none=QT_TRANSLATE_NOOP("records", "Nobody manages this service"),
            add=QT_TRANSLATE_NOOP("records", "New ma&naging body"),
            close_former=QT_TRANSLATE_NOOP("records", "Close the former management on {day}"),
        ),
        fields=(MANAGER, BEGINS_REQUIRED, ENDS_OPEN),
        line=line,
        searches={"siren": options.bodies},
        starts_with=lambda _on: {"siren": options.base.epci_siren},
    )


def mission_spec() -> RecordSpec[Mission]:
    """What the service does."""
    return RecordSpec(
        name="missions",
        kind=Kind.MISSION,
        words=RecordWords(
            Counts().missions,
            new=QT_TRANSLATE_NOOP("records", "New mission"),
            amend="",
            correct=QT_TRANSLATE_NOOP("records", "Correction of a mission"),
            close="",
            none=QT_TRANSLATE_NOOP("records", "This service has no mission yet"),
            add=QT_TRANSLATE_NOOP("records", "&New mission"),
        ),
        fields=(
            FieldSpec(
                "code", FieldKind.CODE, QT_TRANSLATE_NOOP("fields", "Code"), required=True, span=4
            ),
            FieldSpec(
                "label",
                FieldKind.TEXT,
                QT_TRANSLATE_NOOP("fields", "Label"),
                required=True,
                span=12,
                hint=QT_TRANSLATE_NOOP("fields", "As it will be printed."),
                new_row=True,
            ),
        ),
        line=lambda fact: (typographic(fact.label or fact.code), fact.code),
        newest_first=False,
    )


def terms_spec() -> RecordSpec[ServiceTerms]:
    """What the convention says on duration, withdrawal, money and court."""
    return RecordSpec(
        name="terms",
        kind=Kind.TERMS,
        words=RecordWords(
            Counts().terms,
            new=QT_TRANSLATE_NOOP("records", "New terms"),
            amend=QT_TRANSLATE_NOOP("records", "Change of terms"),
            correct=QT_TRANSLATE_NOOP("records", "Correction of the terms"),
            close=QT_TRANSLATE_NOOP("records", "End of the terms"),
            none=QT_TRANSLATE_NOOP(
                "records", "No terms are recorded: the convention takes the texts proposed"
            ),
            add=QT_TRANSLATE_NOOP("records", "&New terms"),
            close_former=QT_TRANSLATE_NOOP("records", "Close the former terms on {day}"),
        ),
        fields=(*_TERMS, BEGINS_REQUIRED, ENDS_OPEN),
        line=_terms_line,
        choices={"settlement": _settlement_choices()},
    )


def _settlement_choices() -> tuple[Choice, ...]:
    later = QCoreApplication.translate("fields", "To be completed in each convention")
    return (Choice(None, later), *choices_of(Settlement))


def _terms_line(fact: ServiceTerms) -> tuple[str, str]:
    """The duration, and how many articles are in the words of the service."""
    duration = typographic(fact.duration.replace("\n", " "))
    title = duration or QCoreApplication.translate("records", "Terms of the service")
    written = sum(bool(getattr(fact, name)) for name in CLAUSES)
    return title, Counts().clauses(written) if written else ""


def origin_spec(options: RecordOptions) -> RecordSpec[Origin]:
    """The former services that were merged into it."""
    return RecordSpec(
        name="origins",
        kind=Kind.ORIGIN,
        words=RecordWords(
            Counts().origins,
            new=QT_TRANSLATE_NOOP("records", "New former service"),
            amend="",
            correct=QT_TRANSLATE_NOOP("records", "Correction of a former service"),
            close="",
            none=QT_TRANSLATE_NOOP("records", "No former service was merged into it"),
            add=QT_TRANSLATE_NOOP("records", "&New former service"),
        ),
        fields=(
            FieldSpec(
                "siren",
                FieldKind.RELATION,
                QT_TRANSLATE_NOOP("fields", "Body it belonged to"),
                required=True,
                span=12,
            ),
            FieldSpec(
                "name",
                FieldKind.TEXT,
                QT_TRANSLATE_NOOP("fields", "Name of the former service"),
                required=True,
                span=12,
            ),
        ),
        line=lambda fact: (typographic(fact.name), options.body(fact.siren)),
        searches={"siren": options.bodies},
        newest_first=False,
    )
