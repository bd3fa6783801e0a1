"""What a page needs to know about one type of fact to list it and to enter it: data.

Guard rails as in `mutudesk.ui.forms.specs`: fields are data, named as those of the fact, by which
it is read and made; rules stay in the domain. A type that needs more derives its own `RecordPanel`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import Enum
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from PySide6.QtCore import QCoreApplication

from mutudesk.domain.findings import RefusedError, refusal
from mutudesk.domain.period import Period
from mutudesk.domain.records import FACT_TYPES, Fact, owner_field
from mutudesk.ui.qt.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from mutudesk.domain.records import Kind, Stored
    from mutudesk.ui.forms.editors import Search
    from mutudesk.ui.forms.specs import FieldSpec
    from mutudesk.ui.widgets.choice_field import Choice

F = TypeVar("F", bound=Fact)

BEGINS, ENDS, WHY = "valid_from", "valid_until", "why"
# What nothing entered means, by what a field of a fact is annotated with; else None.
_EMPTY: dict[str, object] = {"str": "", "bool": False, "frozenset[str]": frozenset()}


class ActKind(Enum):
    """What is done to a record; the value is what the journal calls it."""

    NEW = "create"
    AMEND = "amend"
    CORRECT = "correct"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class RecordWords:
    """What a type of fact is called; English sources of the context "records".

    Attributes:
        count: "3 terms of office" in the language of the window.
        new: Title of the form for a new one, and of its line in the list.
        amend: Title of the form for a change from a day on.
        correct: Title of the form for a correction.
        close: Title of the form for an end.
        none: Said when there is none, with what to do.
        add: Words of the button for a new one, with its mnemonic.
        close_former: Words of the repair that closes the one before ("… {day}").
    """

    count: Callable[[int], str]
    new: str
    amend: str
    correct: str
    close: str
    none: str
    add: str
    close_former: str = QT_TRANSLATE_NOOP("records", "Close the former one on {day}")


@dataclass(frozen=True, slots=True)
class RecordSpec(Generic[F]):
    """One type of fact, on the page of what it belongs to (a body, a service, an agent).

    Attributes:
        name: Prefix of the objectNames.
        kind: What its facts are.
        words: What it is called.
        fields: Of the form, in order. A dated type has `valid_from` and `valid_until`.
        line: Title and second line in the list; the period is put after the second one.
        searches: What relations and suggestions find, by field.
        choices: What choices offer, by field.
        newest_first: Order of the list; else by key.
        starts_with: Values of a new record on a date, beside its beginning.
        amends_without: Fields that a change from a day on does not take over.
        owner_values: The fields that the owner gives, where it is not the one of the kind.
    """

    name: str
    kind: Kind
    words: RecordWords
    fields: tuple[FieldSpec, ...]
    line: Callable[[F], tuple[str, str]]
    searches: Mapping[str, Search] = field(default_factory=dict)
    choices: Mapping[str, Sequence[Choice]] = field(default_factory=dict)
    newest_first: bool = True
    starts_with: Callable[[date], Mapping[str, object]] = lambda _on: {}
    amends_without: tuple[str, ...] = ()
    owner_values: Callable[[str], Mapping[str, object]] | None = None

    def to_values(self, fact: F) -> dict[str, object]:
        """The values of a fact by field of the form."""
        return {each.name: _value(fact, each.name) for each in self.fields}

    def to_fact(self, owner: str, values: Mapping[str, object]) -> F:
        """The fact of an owner (SIREN, code, matricule) with these values. Raises RefusedError."""
        owned = self.owner_values(owner) if self.owner_values else {owner_field(self.kind): owner}
        return cast("F", fact_of(FACT_TYPES[self.kind], {**values, **owned}))

    @property
    def is_dated(self) -> bool:
        """Tell whether its facts have a period."""
        return any(each.name == BEGINS for each in self.fields)

    def title_of(self, act: ActKind) -> str:
        """The title of the form for an act."""
        source = {
            ActKind.NEW: self.words.new,
            ActKind.AMEND: self.words.amend,
            ActKind.CORRECT: self.words.correct,
            ActKind.CLOSE: self.words.close,
        }[act]
        return record_words(source)

    def ordered(self, stored: Sequence[Stored[F]]) -> list[Stored[F]]:
        """The records as the list shows them."""
        return sorted(stored, key=_order, reverse=self.newest_first)


def record_words(source: str) -> str:
    """Words of a RecordWords in the language of the window."""
    return QCoreApplication.translate("records", source)


def fact_of(fact_type: type[F], values: Mapping[str, object]) -> F:
    """The fact whose fields have these values; what is not among them is empty.

    Raises RefusedError("period_upside_down").
    """
    made: dict[str, Any] = {}
    for each in fields(fact_type):
        if each.name == "period":
            made[each.name] = period_of(values)
        else:
            value = values.get(each.name)
            made[each.name] = _EMPTY.get(str(each.type)) if value is None else value
    return fact_type(**made)


def period_of(values: Mapping[str, Any]) -> Period:
    """The period of the two fields. Raises RefusedError("period_upside_down") at the end."""
    first, last = values.get(BEGINS), values.get(ENDS)
    try:
        return Period.inclusive(first, last)
    except ValueError:
        first, last = cast("date", first), cast("date", last)
        finding = refusal("period_upside_down", field=ENDS, first=first, last=last)
        raise RefusedError(finding) from None


def _value(fact: Fact, name: str) -> object:
    period: Period | None = getattr(fact, "period", None)
    if period is not None and name in {BEGINS, ENDS}:
        return period.valid_from if name == BEGINS else period.last_day
    return getattr(fact, name)


def _order(stored: Stored[Any]) -> tuple[str, str]:
    period = getattr(stored.fact, "period", None)
    first = "" if period is None else period.start.isoformat()
    return first, " ".join(str(part) for part in stored.fact.key)
