"""Hypothesis strategies for the facts of each kind of file."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from stdnum import luhn

from mutudesk.domain.agents import Agent, AgentStatus, Position
from mutudesk.domain.assignments import (
    Assignment,
    AssignmentGround,
    HierarchicalSiren,
    MissionShare,
    OperationalSiren,
)
from mutudesk.domain.bodies import (
    BodyKind,
    EpciMembership,
    LegalIdentity,
    LinkWord,
    Mandate,
    Population,
    PublicBody,
)
from mutudesk.domain.codes import clean, departement_of, is_code
from mutudesk.domain.period import Period
from mutudesk.domain.services import (
    LegalGround,
    Level,
    ManagingPeriod,
    Membership,
    Mission,
    Origin,
    ServiceTerms,
    Settlement,
    SharedService,
)
from mutudesk.exchange.exchange_kind import ExchangeKind

if TYPE_CHECKING:
    from mutudesk.domain.records import Fact

Line = tuple["Fact", ...]


def _siren(number: int) -> str:
    digits = f"{number:08}"
    return digits + str(luhn.calc_check_digit(digits))


SIRENS = st.integers(0, 99_999_999).map(_siren)
_SIGNS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp"])
_CODE_SIGNS = st.characters(
    codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn", "Z"], exclude_characters="+;"
)
_AWKWARD = st.sampled_from(["=1+1", "'=1", "-5", "@x", "a;b", 'un "mot"', "l'été", "'", "''="])
NAMES = (st.text(_SIGNS, min_size=1, max_size=20).map(clean) | _AWKWARD).filter(bool)
TEXTS = st.just("") | NAMES
DEPARTEMENTS = TEXTS.filter(lambda text: len(text) != 1)  # "1" is 01 without its zero
LONG_TEXTS = TEXTS | st.lists(TEXTS, max_size=4).map("\n".join).map(lambda text: text.strip("\n"))
CODES = (
    st.text(_CODE_SIGNS, min_size=1, max_size=8).map(clean)
    | st.sampled_from(["R&D", "-1", "=A", "'=A", "1", "ADS"])
).filter(is_code)
SHARES = st.integers(1, 10_000)
COUNTS = st.none() | st.integers(0, 999_999_999)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 30))


@st.composite
def periods(draw: st.DrawFn, *, known: bool = True) -> Period:
    """Periods a file can hold."""
    first = draw(DAYS if known else st.none() | DAYS)
    last = draw(st.none() | st.dates(first or date(1900, 1, 1), date(2199, 12, 31)))
    return Period(first, None if last is None else last + timedelta(days=1))


@st.composite
def body_lines(draw: st.DrawFn) -> Line:
    siren = draw(SIRENS)
    kind = draw(st.sampled_from(BodyKind))
    codes = st.sampled_from(["63113", "2A004", "97411", "01001"])
    insee = draw(codes if kind is BodyKind.COMMUNE else st.just("") | codes)
    return (
        PublicBody(siren, kind, insee, draw(DEPARTEMENTS) or departement_of(insee)),
        LegalIdentity(
            siren,
            draw(NAMES),
            draw(NAMES),
            draw(TEXTS),
            draw(st.none() | st.sampled_from(LinkWord)),
            draw(TEXTS),
            draw(TEXTS),
            draw(periods(known=False)),
        ),
    )


@st.composite
def service_lines(draw: st.DrawFn) -> Line:
    code = draw(CODES)
    return (
        SharedService(code, draw(NAMES), draw(st.sampled_from(LegalGround))),
        ManagingPeriod(code, draw(SIRENS), draw(periods())),
    )


@st.composite
def agent_lines(draw: st.DrawFn) -> Line:
    matricule = draw(CODES)
    return (
        Agent(matricule, draw(TEXTS), draw(NAMES), draw(NAMES)),
        Position(
            matricule,
            draw(st.sampled_from(AgentStatus)),
            draw(TEXTS),
            draw(TEXTS),
            draw(TEXTS),
            draw(SHARES),
            draw(SIRENS),
            draw(periods()),
        ),
    )


def _one(fact: st.SearchStrategy[Fact]) -> st.SearchStrategy[Line]:
    return fact.map(lambda each: (each,))


LINES: dict[ExchangeKind, st.SearchStrategy[Line]] = {
    ExchangeKind.BODIES: body_lines(),
    ExchangeKind.EPCI_MEMBERSHIPS: _one(
        st.builds(EpciMembership, SIRENS, SIRENS, periods(known=False))
    ),
    ExchangeKind.POPULATIONS: _one(
        st.builds(Population, SIRENS, st.integers(1900, 2199), COUNTS, COUNTS)
    ),
    ExchangeKind.MANDATES: _one(
        st.builds(Mandate, SIRENS, NAMES, TEXTS, NAMES, NAMES, st.booleans(), periods())
    ),
    ExchangeKind.SERVICES: service_lines(),
    ExchangeKind.ORIGINS: _one(st.builds(Origin, CODES, SIRENS, NAMES)),
    ExchangeKind.MISSIONS: _one(st.builds(Mission, CODES, CODES, NAMES)),
    ExchangeKind.TERMS: _one(
        st.builds(
            ServiceTerms,
            CODES,
            LONG_TEXTS,
            COUNTS,
            LONG_TEXTS,
            TEXTS,
            *[LONG_TEXTS] * 4,
            st.none() | st.sampled_from(Settlement),
            *[LONG_TEXTS] * 3,
            periods(),
        )
    ),
    ExchangeKind.MEMBERSHIPS: _one(
        st.builds(
            Membership,
            CODES,
            SIRENS,
            st.sampled_from(Level),
            st.frozensets(CODES, max_size=4),
            st.none() | DAYS,
            TEXTS,
            periods(),
        )
    ),
    ExchangeKind.AGENTS: agent_lines(),
    ExchangeKind.ASSIGNMENTS: _one(
        st.builds(
            Assignment,
            CODES,
            CODES,
            st.sampled_from(AssignmentGround),
            SHARES,
            st.none() | SIRENS.map(HierarchicalSiren),
            TEXTS,
            periods(),
        )
    ),
    ExchangeKind.MISSION_SHARES: _one(
        st.builds(
            MissionShare,
            CODES,
            CODES,
            CODES,
            SIRENS,
            SHARES,
            st.none() | SIRENS.map(OperationalSiren),
            periods(),
        )
    ),
}
