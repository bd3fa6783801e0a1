"""Files on public bodies: identities, members, populations, heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.codes import departement_of
from mutudesk.domain.parsing import (
    ParseError,
    parse_choice,
    parse_insee,
    parse_year,
    parse_yes_no,
)
from mutudesk.domain.records import Kind
from mutudesk.domain.territory import (
    BodyKind,
    EpciMembership,
    LegalIdentity,
    Mandate,
    Population,
    PublicBody,
)
from mutudesk.exchange.layouts.cells import (
    COUNT_OR_NONE,
    DAY_OR_NONE,
    FIRST_DAY,
    NAME,
    SIREN,
    TEXT,
    UNTIL,
    count_text,
    optional,
    period_of,
    period_texts,
    required,
    yes_no_text,
)
from mutudesk.exchange.layouts.layout import DATED, Column, Layout
from mutudesk.exchange.problems import LineError

if TYPE_CHECKING:
    from datetime import date


def _body_kind(text: str) -> BodyKind:
    return parse_choice(text, BodyKind)


def _body_line(  # noqa: PLR0913, PLR0917 - one argument a column
    kind: BodyKind,
    siren: str,
    insee_code: str,
    name: str,
    legal_form: str,
    seat: str,
    departement: str,
    first: date | None,
    end: date | None,
) -> tuple[PublicBody, LegalIdentity]:
    if kind is BodyKind.COMMUNE and not insee_code:
        raise LineError("code_insee", ParseError("cell_required"))
    return (
        PublicBody(siren, kind, insee_code, departement or departement_of(insee_code)),
        LegalIdentity(siren, name, legal_form, seat, period_of(first, end)),
    )


def _body_cells(body: PublicBody, identity: LegalIdentity) -> tuple[str, ...]:
    return (
        body.kind.value,
        body.siren,
        body.insee_code,
        identity.name,
        identity.legal_form,
        identity.seat,
        body.departement,
        *period_texts(identity.period),
    )


# An identity without a known beginning has held since always: debut may be empty.
BODIES = Layout(
    columns=(
        Column("type", required(_body_kind)),
        Column("siren", SIREN),
        Column("code_insee", optional(parse_insee, "")),
        Column("nom", NAME),
        Column("forme_juridique", NAME),
        Column("siege", TEXT),
        Column("departement", TEXT),
        Column("debut", DAY_OR_NONE),
        Column("fin", UNTIL),
    ),
    build=_body_line,
    cells=_body_cells,
    places={
        Kind.BODY: {
            "kind": "type",
            "siren": "siren",
            "insee_code": "code_insee",
            "departement": "departement",
        },
        Kind.IDENTITY: {
            "siren": "siren",
            "name": "nom",
            "legal_form": "forme_juridique",
            "seat": "siege",
            **DATED,
        },
    },
)


def _member_line(
    epci_siren: str, siren: str, first: date | None, end: date | None
) -> tuple[EpciMembership]:
    return (EpciMembership(epci_siren, siren, period_of(first, end)),)


def _member_cells(member: EpciMembership) -> tuple[str, ...]:
    return (member.epci_siren, member.siren, *period_texts(member.period))


MEMBERS = Layout(
    columns=(
        Column("epci_siren", SIREN),
        Column("siren", SIREN),
        Column("debut", DAY_OR_NONE),
        Column("fin", UNTIL),
    ),
    build=_member_line,
    cells=_member_cells,
    places={
        Kind.EPCI_MEMBERSHIP: {"epci_siren": "epci_siren", "siren": "siren", **DATED},
    },
)


def _population_line(
    siren: str, year: int, municipal: int | None, total: int | None
) -> tuple[Population]:
    return (Population(siren, year, municipal, total),)


def _population_cells(population: Population) -> tuple[str, ...]:
    return (
        population.siren,
        str(population.year),
        count_text(population.municipal),
        count_text(population.total),
    )


POPULATIONS = Layout(
    columns=(
        Column("siren", SIREN),
        Column("annee", required(parse_year)),
        Column("municipale", COUNT_OR_NONE),
        Column("totale", COUNT_OR_NONE),
    ),
    build=_population_line,
    cells=_population_cells,
    places={
        Kind.POPULATION: {
            "siren": "siren",
            "year": "annee",
            "municipal": "municipale",
            "total": "totale",
        },
    },
)


def _mandate_line(  # noqa: PLR0913, PLR0917 - one argument a column
    siren: str,
    quality: str,
    civility: str,
    first_name: str,
    last_name: str,
    acting: bool,  # noqa: FBT001 - cells come in the order of the columns
    first: date,
    end: date | None,
) -> tuple[Mandate]:
    period = period_of(first, end)
    return (Mandate(siren, quality, civility, last_name, first_name, acting, period),)


def _mandate_cells(mandate: Mandate) -> tuple[str, ...]:
    return (
        mandate.siren,
        mandate.quality,
        mandate.civility,
        mandate.first_name,
        mandate.last_name,
        yes_no_text(yes=mandate.acting),
        *period_texts(mandate.period),
    )


MANDATES = Layout(
    columns=(
        Column("siren", SIREN),
        Column("qualite", NAME),
        Column("civilite", TEXT),
        Column("prenom", NAME),
        Column("nom", NAME),
        Column("interim", parse_yes_no),
        Column("debut", FIRST_DAY),
        Column("fin", UNTIL),
    ),
    build=_mandate_line,
    cells=_mandate_cells,
    places={
        Kind.MANDATE: {
            "siren": "siren",
            "quality": "qualite",
            "civility": "civilite",
            "first_name": "prenom",
            "last_name": "nom",
            "acting": "interim",
            **DATED,
        },
    },
)
