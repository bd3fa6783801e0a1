"""The types of facts on the page of a public body: how each is listed and entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mutudesk.domain.bodies import (
    EpciMembership,
    LegalIdentity,
    LinkWord,
    Mandate,
    Population,
)
from mutudesk.domain.records import Kind
from mutudesk.language.bodies import person
from mutudesk.language.typography import number, typographic
from mutudesk.ui.forms.specs import FieldKind, FieldSpec
from mutudesk.ui.qt.marking import QT_TRANSLATE_NOOP
from mutudesk.ui.records.common_fields import (
    BEGINS_REQUIRED,
    BEGINS_UNKNOWN,
    CIVILITIES,
    ENDS_OPEN,
)
from mutudesk.ui.records.counts import Counts
from mutudesk.ui.records.spec import RecordSpec, RecordWords, fact_of
from mutudesk.ui.widgets.choice_field import Choice
from mutudesk.ui.widgets.type_ahead import suggesting
from mutudesk.ui.words.common import quality_in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mutudesk.ui.records.record_options import RecordOptions

QUALITIES = (
    "Maire",
    "Présidente",
    "Président",
    "1re adjointe",
    "1er adjoint",
    "1re vice-présidente",
    "1er vice-président",
    "Maire déléguée",
    "Maire délégué",
)
LEGAL_FORMS = (
    "commune",
    "commune nouvelle",
    "communauté de communes",
    "communauté d'agglomération",
    "communauté urbaine",
    "métropole",
    "centre communal d'action sociale",
    "centre intercommunal d'action sociale",
    "syndicat intercommunal à vocation unique",
    "syndicat intercommunal à vocation multiple",
    "syndicat mixte",
    "établissement public administratif",
)

IDENTITY_FIELDS = (
    FieldSpec("name", FieldKind.TEXT, QT_TRANSLATE_NOOP("fields", "Name"), required=True),
    FieldSpec(
        "legal_form",
        FieldKind.SUGGEST,
        QT_TRANSLATE_NOOP("fields", "Legal form"),
        required=True,
        hint=QT_TRANSLATE_NOOP("fields", "As it will be printed."),
    ),
    FieldSpec("seat", FieldKind.TEXT, QT_TRANSLATE_NOOP("fields", "Seat")),
    FieldSpec(
        "link_word",
        FieldKind.CHOICE,
        QT_TRANSLATE_NOOP("fields", "Linking word"),
        hint=QT_TRANSLATE_NOOP(
            "fields", "Printed before the name, its article included: “d'”, “du”, “de la”."
        ),
    ),
    FieldSpec(
        "short_name",
        FieldKind.TEXT,
        QT_TRANSLATE_NOOP("fields", "Name in conventions"),
        hint=QT_TRANSLATE_NOOP("fields", "With its article. Empty: by the legal form."),
    ),
    FieldSpec(
        "council",
        FieldKind.TEXT,
        QT_TRANSLATE_NOOP("fields", "Assembly"),
        hint=QT_TRANSLATE_NOOP("fields", "Without its article. Empty: by the legal form."),
    ),
    BEGINS_UNKNOWN,
    ENDS_OPEN,
)


def link_word_choices() -> tuple[Choice, ...]:
    """The words before a name, the official one first."""
    official = QCoreApplication.translate("fields", "Official word")
    return (Choice(None, official), *(Choice(each, each.value) for each in LinkWord))


def identity_spec() -> RecordSpec[LegalIdentity]:
    """Names and legal forms of a body through time."""
    return RecordSpec(
        name="identities",
        kind=Kind.IDENTITY,
        words=RecordWords(
            Counts().identities,
            new=QT_TRANSLATE_NOOP("records", "New identity"),
            amend=QT_TRANSLATE_NOOP("records", "Change of identity"),
            correct=QT_TRANSLATE_NOOP("records", "Correction of an identity"),
            close=QT_TRANSLATE_NOOP("records", "End of an identity"),
            none=QT_TRANSLATE_NOOP("records", "No identity is recorded yet"),
            add=QT_TRANSLATE_NOOP("records", "New &identity"),
            close_former=QT_TRANSLATE_NOOP("records", "Close the former identity on {day}"),
        ),
        fields=IDENTITY_FIELDS,
        line=lambda fact: (typographic(fact.name), typographic(fact.legal_form)),
        searches={"legal_form": suggesting(LEGAL_FORMS)},
        choices={"link_word": link_word_choices()},
    )


def identity_of(siren: str, values: Mapping[str, object]) -> LegalIdentity:
    """The identity of the values of a form."""
    return fact_of(LegalIdentity, {**values, "siren": siren})


def epci_membership_spec(options: RecordOptions) -> RecordSpec[EpciMembership]:
    """To which intercommunal body a commune belongs through time."""
    return RecordSpec(
        name="epci_memberships",
        kind=Kind.EPCI_MEMBERSHIP,
        words=RecordWords(
            Counts().epci_memberships,
            new=QT_TRANSLATE_NOOP("records", "New belonging"),
            amend=QT_TRANSLATE_NOOP("records", "Change of belonging"),
            correct=QT_TRANSLATE_NOOP("records", "Correction of a belonging"),
            close=QT_TRANSLATE_NOOP("records", "End of a belonging"),
            none=QT_TRANSLATE_NOOP("records", "It belongs to no intercommunal body"),
            add=QT_TRANSLATE_NOOP("records", "New &belonging"),
            close_former=QT_TRANSLATE_NOOP("records", "Close the former belonging on {day}"),
        ),
        fields=(
            FieldSpec(
                "epci_siren",
                FieldKind.RELATION,
                QT_TRANSLATE_NOOP("fields", "Intercommunal body"),
                required=True,
                span=12,
            ),
            BEGINS_UNKNOWN,
            ENDS_OPEN,
        ),
        line=lambda fact: (options.body(fact.epci_siren), ""),
        searches={"epci_siren": options.epcis},
        starts_with=lambda _on: {"epci_siren": options.base.epci_siren},
    )


def mandate_spec() -> RecordSpec[Mandate]:
    """Who heads a body through time."""
    return RecordSpec(
        name="mandates",
        kind=Kind.MANDATE,
        words=RecordWords(
            Counts().mandates,
            new=QT_TRANSLATE_NOOP("records", "New term of office"),
            amend=QT_TRANSLATE_NOOP("records", "Change of a term of office"),
            correct=QT_TRANSLATE_NOOP("records", "Correction of a term of office"),
            close=QT_TRANSLATE_NOOP("records", "End of a term of office"),
            none=QT_TRANSLATE_NOOP("records", "Nobody is recorded in office"),
            add=QT_TRANSLATE_NOOP("records", "New &term of office"),
            close_former=QT_TRANSLATE_NOOP("records", "Close the former term on {day}"),
        ),
        fields=(
            FieldSpec("civility", FieldKind.CHOICE, QT_TRANSLATE_NOOP("fields", "Title"), span=3),
            FieldSpec(
                "first_name",
                FieldKind.TEXT,
                QT_TRANSLATE_NOOP("fields", "First name"),
                required=True,
                span=4,
            ),
            FieldSpec(
                "last_name",
                FieldKind.TEXT,
                QT_TRANSLATE_NOOP("fields", "Last name"),
                required=True,
                span=5,
            ),
            FieldSpec(
                "quality",
                FieldKind.SUGGEST,
                QT_TRANSLATE_NOOP("fields", "Office held"),
                required=True,
                hint=QT_TRANSLATE_NOOP("fields", "As it will be printed."),
                new_row=True,
            ),
            FieldSpec("acting", FieldKind.CHECK, QT_TRANSLATE_NOOP("fields", "Acting head")),
            BEGINS_REQUIRED,
            ENDS_OPEN,
        ),
        line=_mandate_line,
        searches={"quality": suggesting(QUALITIES)},
        choices={"civility": [Choice("", "–"), *(Choice(each, each) for each in CIVILITIES)]},
    )


def _mandate_line(fact: Mandate) -> tuple[str, str]:
    name = person(fact.civility, fact.first_name, fact.last_name)
    return name, quality_in_words(fact.quality, acting=fact.acting)


def population_spec() -> RecordSpec[Population]:
    """Legal populations by year."""
    return RecordSpec(
        name="populations",
        kind=Kind.POPULATION,
        words=RecordWords(
            Counts().populations,
            new=QT_TRANSLATE_NOOP("records", "New population"),
            amend="",
            correct=QT_TRANSLATE_NOOP("records", "Correction of a population"),
            close="",
            none=QT_TRANSLATE_NOOP("records", "No population is recorded"),
            add=QT_TRANSLATE_NOOP("records", "New &year"),
        ),
        fields=(
            FieldSpec(
                "year", FieldKind.YEAR, QT_TRANSLATE_NOOP("fields", "Year"), required=True, span=3
            ),
            FieldSpec(
                "municipal",
                FieldKind.COUNT,
                QT_TRANSLATE_NOOP("fields", "Municipal population"),
                span=4,
            ),
            FieldSpec(
                "total", FieldKind.COUNT, QT_TRANSLATE_NOOP("fields", "Total population"), span=4
            ),
        ),
        line=_population_line,
    )


def _population_line(fact: Population) -> tuple[str, str]:
    translate = QCoreApplication.translate
    parts = []
    if fact.municipal is not None:
        parts.append(translate("records", "municipal {count}").format(count=number(fact.municipal)))
    if fact.total is not None:
        parts.append(translate("records", "total {count}").format(count=number(fact.total)))
    return str(fact.year), " · ".join(parts)
