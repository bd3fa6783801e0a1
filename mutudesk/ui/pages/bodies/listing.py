"""The columns and filters of the list of public bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mutudesk.domain.bodies import BodyKind
from mutudesk.language.typography import number, siren_groups, typographic
from mutudesk.ui.qt.marking import QT_TRANSLATE_NOOP
from mutudesk.ui.records.list_filters import ListFilter, all_or
from mutudesk.ui.widgets.choice_field import CheckField, ChoiceField
from mutudesk.ui.widgets.columns import Align, Column
from mutudesk.ui.words.common import body_name, choices_of, quality_in_words

if TYPE_CHECKING:
    from mutudesk.domain.listings import BodyRow
    from mutudesk.ui.records.record_options import RecordOptions
    from mutudesk.ui.widgets.choice_field import Choice


def body_columns() -> tuple[Column, ...]:
    """Name and form, codes, populations, head of the date."""
    return (
        Column(
            "name",
            QT_TRANSLATE_NOOP("columns", "Name"),
            lambda row: body_name(row.name),
            lambda row: typographic(row.legal_form),
            width=230,
            stretch=True,
            strong=True,
        ),
        *_code_columns(),
        *_population_columns(),
        Column(
            "head",
            QT_TRANSLATE_NOOP("columns", "In office"),
            head_of,
            quality_of,
            width=240,
            sortable=False,
            icon=lambda row: "" if row.head else "alert-triangle",
            role=lambda row: "" if row.head else "warn",
        ),
    )


def _code_columns() -> tuple[Column, ...]:
    """Where it is filed: département, INSEE code, SIREN."""
    return (
        Column(
            "departement",
            QT_TRANSLATE_NOOP("columns", "Dept"),
            lambda row: row.departement,
            width=70,
        ),
        Column(
            "insee_code",
            QT_TRANSLATE_NOOP("columns", "INSEE"),
            lambda row: row.insee_code,
            width=76,
        ),
        Column(
            "siren",
            QT_TRANSLATE_NOOP("columns", "SIREN"),
            lambda row: siren_groups(row.siren),
            width=112,
        ),
    )


def _population_columns() -> tuple[Column, ...]:
    """The populations of the latest year known on the date."""
    return (
        Column(
            "municipal_population",
            QT_TRANSLATE_NOOP("columns", "Municipal pop."),
            _municipal,
            lambda row: "" if row.population_year is None else str(row.population_year),
            width=126,
            align=Align.RIGHT,
        ),
        Column(
            "total_population",
            QT_TRANSLATE_NOOP("columns", "Total pop."),
            _total,
            width=104,
            align=Align.RIGHT,
        ),
    )


def body_filters(options: RecordOptions) -> list[ListFilter]:
    """By type, by département, member communes only."""
    translate = QCoreApplication.translate
    kinds = ChoiceField(
        "bodies_filter_kind", all_or(translate("filters", "All types"), choices_of(BodyKind))
    )
    departements = ChoiceField("bodies_filter_departement")

    def offered() -> tuple[Choice, ...]:
        return all_or(translate("filters", "All départements"), options.departements())

    member = CheckField("bodies_filter_member", translate("filters", "&Member communes only"))
    kinds.write(None)
    return [
        ListFilter("kind", kinds, translate("filters", "Type"), 200),
        ListFilter("departement", departements, translate("filters", "Département"), 190, offered),
        ListFilter("member", member, translate("filters", "Member communes only"), 0),
    ]


def head_of(row: BodyRow) -> str:
    """The person in office, or that nobody is."""
    return typographic(row.head) or QCoreApplication.translate("columns", "Office vacant")


def quality_of(row: BodyRow) -> str:
    """The office held, and whether by an acting head."""
    return quality_in_words(row.quality, acting=row.acting) if row.head else ""


def _municipal(row: BodyRow) -> str:
    return "" if row.municipal_population is None else number(row.municipal_population)


def _total(row: BodyRow) -> str:
    return "" if row.total_population is None else number(row.total_population)
