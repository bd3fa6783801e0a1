"""Names and heads of bodies on a date, and the list of bodies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, select

from mutudesk.domain.bodies import BodyKind, BodyName
from mutudesk.domain.codes import fold
from mutudesk.domain.listings import AuthorityHolder, BodyRow, ListQuery
from mutudesk.domain.persons import full_name
from mutudesk.domain.searching import Search
from mutudesk.storage.queries.paged import (
    DAYS_KEPT,
    IDS,
    SqlList,
    all_words,
    having,
    in_force,
    ordered_by,
)
from mutudesk.storage.tables import (
    EpciMembershipTable,
    LegalIdentityTable,
    MandateTable,
    PopulationTable,
    PublicBodyTable,
    RegisterTable,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sqlalchemy import ColumnElement, Connection, Row, ScalarSelect, Select

    from mutudesk.domain.searching import Word
    from mutudesk.storage.register_file import RegisterFile

_LAST = "\uffff"  # behind every name

# What a name of a body is made of, to be read with `named`.
NAMED = (
    PublicBodyTable.siren,
    PublicBodyTable.kind,
    PublicBodyTable.insee_code,
    LegalIdentityTable.name,
    LegalIdentityTable.legal_form,
    LegalIdentityTable.link_word,
)
NOBODY = AuthorityHolder(siren="", body="", civility="", person="", quality="", acting=False)


def name_on(body_id: ColumnElement[int] | Any, on: date) -> ColumnElement[str]:  # noqa: ANN401
    """The name of a body on the date; empty where none is recorded for that day."""
    return _identity_on(LegalIdentityTable.name, body_id, on, "")


def name_fold_on(body_id: ColumnElement[int] | Any, on: date) -> ColumnElement[str]:  # noqa: ANN401
    """The sorting key of that name: those that are not known come last."""
    return _identity_on(LegalIdentityTable.name_fold, body_id, on, _LAST)


def _identity_on(column: Any, body_id: Any, on: date, empty: str) -> ColumnElement[str]:  # noqa: ANN401
    known = (
        select(column)
        .where(LegalIdentityTable.body_id == body_id, in_force(LegalIdentityTable, on))
        .limit(1)
        .correlate_except(LegalIdentityTable)
        .scalar_subquery()
    )
    return func.coalesce(known, empty)


@dataclass(frozen=True, slots=True)
class Heads:
    """Who heads every body of the register on one date, by the body's id."""

    by_body: dict[int, AuthorityHolder]

    def of(self, body_id: int | None) -> AuthorityHolder:
        """The body with its head; `NOBODY` for no body."""
        return self.by_body.get(body_id, NOBODY) if body_id is not None else NOBODY

    def vacant(self) -> tuple[int, ...]:
        """The bodies that nobody heads."""
        return tuple(body_id for body_id, holder in self.by_body.items() if holder.is_vacant)


def heads_on(connection: Connection, on: date) -> Heads:
    """Every body with its head of the date; an acting head is the one shown."""
    holders = {
        row.id: AuthorityHolder(row.siren, named(row), "", "", "", acting=False)
        for row in connection.execute(_named(on)).all()
    }
    for body_id, civility, first_name, last_name, quality, acting in connection.execute(
        _heading(on)
    ).all():
        body = holders[body_id]
        name = full_name(first_name, last_name)
        holders[body_id] = AuthorityHolder(
            body.siren, body.body, civility, name, quality, acting=acting
        )
    return Heads(holders)


@lru_cache(maxsize=DAYS_KEPT)
def _named(on: date) -> Select[*tuple[Any, ...]]:
    identity = and_(
        LegalIdentityTable.body_id == PublicBodyTable.id, in_force(LegalIdentityTable, on)
    )
    return select(PublicBodyTable.id, *NAMED).join(LegalIdentityTable, identity, isouter=True)


def named(row: Row[*tuple[Any, ...]]) -> str:
    """The name in a row of the columns `NAMED`; empty where none is recorded."""
    if row.name is None:
        return ""
    code = row.insee_code if row.kind is BodyKind.COMMUNE else ""
    return BodyName(row.name, row.legal_form, row.link_word, code)


@lru_cache(maxsize=DAYS_KEPT)
def _heading(on: date) -> Select[*tuple[Any, ...]]:
    """Who heads bodies on the date, those who stand in last."""
    return (
        select(
            MandateTable.body_id,
            MandateTable.civility,
            MandateTable.first_name,
            MandateTable.last_name,
            MandateTable.quality,
            MandateTable.acting,
        )
        .where(in_force(MandateTable, on))
        .order_by(MandateTable.acting)
    )


def body_list(register: RegisterFile, query: ListQuery) -> SqlList[BodyRow]:
    """The bodies of the register; filters: `kind`, `departement`, `member` (oui)."""
    on = query.on
    name = name_fold_on(PublicBodyTable.id, on)
    statement = select(PublicBodyTable.id)
    if query.search:
        statement = statement.where(_named_or_numbered(query.search))
    if kind := query.filters.get("kind"):
        statement = statement.where(PublicBodyTable.kind == BodyKind(kind))
    if departement := query.filters.get("departement"):
        statement = statement.where(PublicBodyTable.departement == departement)
    if query.filters.get("member"):
        statement = statement.where(_is_member(on))
    columns: dict[str, Callable[[], Any]] = {
        "siren": lambda: PublicBodyTable.siren,
        "insee_code": lambda: PublicBodyTable.insee_code,
        "kind": lambda: PublicBodyTable.kind,
        "departement": lambda: PublicBodyTable.departement,
        "municipal_population": lambda: _population_on(PopulationTable.municipal, on),
        "total_population": lambda: _population_on(PopulationTable.total, on),
    }
    found = statement
    # The agglomeration first: it is what the register is about.
    is_epci = (PublicBodyTable.id == select(RegisterTable.epci_id).scalar_subquery()).desc()
    if query.sort not in columns:  # by name
        order = name.desc() if query.descending else name.asc()
        statement = statement.order_by(is_epci, order, PublicBodyTable.id)
    else:
        statement = ordered_by(
            statement,
            columns,
            query.sort,
            (name, PublicBodyTable.id),
            descending=query.descending,
        )
    return SqlList(
        register,
        found,
        statement,
        _page(on),
        _row,
        lambda connection: heads_on(connection, on),
    )


def _named_or_numbered(search: str) -> ColumnElement[bool]:
    """The condition that a body's names, its SIREN and its INSEE code hold every word."""
    siren, insee = PublicBodyTable.siren, PublicBodyTable.insee_code
    words = all_words(
        Search(search),
        lambda word: (
            PublicBodyTable.id.in_(bodies_named(word))
            | siren.startswith(word.text, autoescape=True)
            | insee.startswith(word.text.upper(), autoescape=True)
        ),
    )
    # A SIREN may be typed in groups.
    return words | siren.startswith(fold(search).replace(" ", ""), autoescape=True)


def bodies_named(word: Word) -> Select[int]:
    """The ids of the bodies that ever had a name with a word in it."""
    return select(LegalIdentityTable.body_id).where(having(LegalIdentityTable.name_fold, word))


def _is_member(on: date) -> ColumnElement[bool]:
    return (
        select(EpciMembershipTable.id)
        .where(
            EpciMembershipTable.body_id == PublicBodyTable.id,
            EpciMembershipTable.epci_id == select(RegisterTable.epci_id).scalar_subquery(),
            in_force(EpciMembershipTable, on),
        )
        .exists()
    )


def _population_on(column: Any, on: date) -> ScalarSelect[Any]:  # noqa: ANN401
    """The population of the latest year up to the date, else of the first year known."""
    return (
        select(column)
        .where(PopulationTable.body_id == PublicBodyTable.id)
        .order_by(
            (PopulationTable.year <= on.year).desc(), func.abs(PopulationTable.year - on.year).asc()
        )
        .limit(1)
        .scalar_subquery()
    )


@lru_cache(maxsize=DAYS_KEPT)
def _page(on: date) -> Select[Any]:
    return _shown(on).where(PublicBodyTable.id.in_(IDS))


@lru_cache(maxsize=DAYS_KEPT)
def _shown(on: date) -> Select[Any]:
    identity = (
        select(LegalIdentityTable.id)
        .where(
            and_(LegalIdentityTable.body_id == PublicBodyTable.id, in_force(LegalIdentityTable, on))
        )
        .limit(1)
        .correlate(PublicBodyTable)
        .scalar_subquery()
    )
    return (
        select(
            PublicBodyTable.__table__,
            LegalIdentityTable.legal_form,
            _is_member(on).label("is_member"),
            _population_on(PopulationTable.municipal, on).label("municipal"),
            _population_on(PopulationTable.total, on).label("total"),
            _population_on(PopulationTable.year, on).label("population_year"),
        )
        .select_from(PublicBodyTable)
        .join(LegalIdentityTable, LegalIdentityTable.id == identity, isouter=True)
    )


def _row(row: Row[Any], heads: Heads) -> BodyRow:
    holder = heads.of(row.id)
    return BodyRow(
        id=row.id,
        siren=row.siren,
        kind=row.kind,
        insee_code=row.insee_code,
        departement=row.departement,
        name=holder.body,
        legal_form=row.legal_form or "",
        head=holder.person,
        quality=holder.quality,
        acting=holder.acting,
        is_member=bool(row.is_member),
        municipal_population=row.municipal,
        total_population=row.total,
        population_year=row.population_year,
    )


def all_bodies(connection: Connection, on: date) -> list[BodyRow]:
    """Every body of the register as it is on the date, in any order."""
    heads = heads_on(connection, on)
    return [_row(row, heads) for row in connection.execute(_shown(on))]
