"""Facts with sensible defaults, and register files made of them.

Every builder takes the fields that matter to a test by name; the rest is the small, valid world of
`world()`: the agglomeration, three of its communes, one service with two missions, one agent.
"""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from enum import Enum
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from mutudesk.domain.agents import Agent, AgentStatus, Position
from mutudesk.domain.assignments import Assignment, AssignmentGround, MissionShare
from mutudesk.domain.bodies import (
    BodyKind,
    EpciMembership,
    LegalIdentity,
    Mandate,
    Population,
    PublicBody,
)
from mutudesk.domain.changes import create
from mutudesk.domain.fact_base import FactBase
from mutudesk.domain.period import ALWAYS, Period
from mutudesk.domain.register import new_register
from mutudesk.domain.services import (
    LegalGround,
    Level,
    ManagingPeriod,
    Membership,
    Mission,
    Origin,
    ServiceTerms,
    SharedService,
)
from mutudesk.storage.journal import Act
from mutudesk.storage.register_file import RegisterFile
from mutudesk.usecases.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mutudesk.domain.records import F, Fact, Stored


# Clermont Communauté and some of its communes: valid numbers of the official lists.
EPCI = "246300701"
AUBIERE = "216300145"
BEAUMONT = "216300327"
CLERMONT = "216301135"
ROYAT = "216303081"
COMMUNES = {
    AUBIERE: ("63014", "Aubière"),
    BEAUMONT: ("63032", "Beaumont"),
    CLERMONT: ("63113", "Clermont-Ferrand"),
    ROYAT: ("63308", "Royat"),
}

NOW = datetime(2016, 9, 1, 8, 30, tzinfo=UTC)
WHO = "s.maurel"


def day(text: str) -> date:
    """A day written in ISO."""
    return date.fromisoformat(text)


def since(first: str) -> Period:
    """From a day on, still running."""
    return Period(day(first))


def during(first: str | None, last: str | None) -> Period:
    """From a first to a last day, both included, as on paper; None is open."""
    return Period.inclusive(
        None if first is None else day(first), None if last is None else day(last)
    )


# What the builders take when a test does not say.
Field: TypeAlias = Any
EMPLOYED = since("2012-03-01")
ELECTED = since("2014-04-05")
OPENED = since("2015-07-01")


def body(siren: str = AUBIERE, **fields: Field) -> PublicBody:
    """A commune, or the agglomeration for its SIREN."""
    if siren == EPCI:
        return replace(PublicBody(EPCI, BodyKind.EPCI, "", "63"), **fields)
    insee = COMMUNES.get(siren, ("63999", ""))[0]
    return replace(PublicBody(siren, BodyKind.COMMUNE, insee, "63"), **fields)


def identity(siren: str = AUBIERE, period: Period = ALWAYS, **fields: Field) -> LegalIdentity:
    """The identity that a body has had since always."""
    name, form = COMMUNES.get(siren, ("", f"Commune {siren}"))[1], "commune"
    if siren == EPCI:
        name, form = "Clermont Communauté", "communauté d'agglomération"
    return replace(LegalIdentity(siren, name, form, "", None, "", "", period), **fields)


def member(siren: str = AUBIERE, period: Period = ALWAYS, epci: str = EPCI) -> EpciMembership:
    """A commune of the agglomeration."""
    return EpciMembership(epci, siren, period)


def population(siren: str = AUBIERE, year: int = 2022, **fields: Field) -> Population:
    """Inhabitants of one year."""
    return replace(Population(siren, year, 10_273, 10_417), **fields)


def mandate(siren: str = AUBIERE, period: Period = ELECTED, **fields: Field) -> Mandate:
    """A mayor in office."""
    return replace(Mandate(siren, "Maire", "Mme", "Sauret", "Sylvie", False, period), **fields)


def service(code: str = "ADS", **fields: Field) -> SharedService:
    """A shared service."""
    return replace(SharedService(code, f"Service {code}", LegalGround.SHARED_SERVICE), **fields)


def managing(code: str = "ADS", period: Period = OPENED, siren: str = EPCI) -> ManagingPeriod:
    """The agglomeration manages the service since it exists."""
    return ManagingPeriod(code, siren, period)


_CLAUSES = ("", "", "", "", None, "", "", "")


def terms(code: str = "ADS", period: Period = OPENED, **fields: Field) -> ServiceTerms:
    """What the convention says of duration and notice; its articles are those of the template."""
    made = ServiceTerms(code, "indéterminée", 12, "", "", *_CLAUSES, period)
    return replace(made, **fields)


def origin(code: str = "ADS", siren: str = CLERMONT, name: str = "Service instructeur") -> Origin:
    """A former service of a commune."""
    return Origin(code, siren, name)


def mission(code: str = "PC", service_code: str = "ADS", **fields: Field) -> Mission:
    """A task of the service."""
    return replace(Mission(service_code, code, f"Mission {code}"), **fields)


def membership(siren: str = AUBIERE, period: Period = OPENED, **fields: Field) -> Membership:
    """A commune joined the service for both its missions, by a vote of its own council."""
    default = Membership(
        "ADS", siren, Level.USER, frozenset({"PC", "DP"}), day("2015-05-21"), "", period
    )
    return replace(default, **fields)


def agent(matricule: str = "A-1", **fields: Field) -> Agent:
    """A person, of another name under each number."""
    last_name = "Garnier" if matricule == "A-1" else f"Garnier {matricule}"
    return replace(Agent(matricule, "Mme", last_name, "Paule"), **fields)


def position(matricule: str = "A-1", period: Period = EMPLOYED, **fields: Field) -> Position:
    """Full time at the agglomeration."""
    default = Position(
        matricule, AgentStatus.TENURED, "B", "Rédacteurs", "Rédacteur", 10_000, EPCI, period
    )
    return replace(default, **fields)


def assignment(matricule: str = "A-1", period: Period = OPENED, **fields: Field) -> Assignment:
    """Full time in the service."""
    default = Assignment(matricule, "ADS", AssignmentGround.INTERNAL, 10_000, None, "", period)
    return replace(default, **fields)


def mission_share(matricule: str = "A-1", period: Period = OPENED, **fields: Field) -> MissionShare:
    """All of it for one mission of one commune."""
    return replace(MissionShare(matricule, "ADS", "PC", AUBIERE, 10_000, None, period), **fields)


def territory() -> list[Fact]:
    """The agglomeration and its communes, each with a head."""
    facts: list[Fact] = [body(EPCI), identity(EPCI)]
    facts.append(mandate(EPCI, quality="Président", last_name="Bianchet", first_name="Olivier"))
    for siren, (_, name) in COMMUNES.items():
        facts += [body(siren), identity(siren), member(siren), mandate(siren, last_name=name)]
    return facts


def world(*more: Fact) -> list[Fact]:
    """A whole register without a single finding, and what a test adds to it."""
    return [
        *territory(),
        service(),
        managing(),
        mission("PC"),
        mission("DP"),
        membership(),
        agent(),
        position(),
        assignment(),
        mission_share(),
        *more,
    ]


def world_with(*facts: Fact) -> list[Fact]:
    """The small world with these facts in place of its own of the same kinds.

    What belongs to a body only takes the place of what belongs to that body.
    """

    def place(fact: Fact) -> object:
        of_body = isinstance(fact, PublicBody | LegalIdentity | EpciMembership | Mandate)
        return (
            (type(fact), fact.key[-2] if isinstance(fact, EpciMembership) else fact.key[0])
            if (of_body)
            else type(fact)
        )

    replaced = {place(fact) for fact in facts}
    return [*(fact for fact in world() if place(fact) not in replaced), *facts]


def base_of(*facts: Fact) -> FactBase:
    """Facts for rules to judge."""
    return FactBase(EPCI, facts)


def act(action: str = "test", why: str = "") -> Act:
    """An act of the one user at the one moment of the tests."""
    return Act(WHO, NOW, action, why)


def create_register(path: Path, facts: Iterable[Fact]) -> None:
    """Create a register file holding these facts, the agglomeration among them."""
    init = act("init")
    own = new_register(EPCI, "2025-01-01", init.at)
    RegisterFile.create(path, [create(fact) for fact in (*facts, own)], init)


def make_register(folder: Path, facts: Iterable[Fact], name: str = "registre.mutu") -> Path:
    """The same, quickly: a file that was made before from the same facts is copied."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(_made_of(tuple(facts)))
    return path


@lru_cache(maxsize=32)
def _made_of(facts: tuple[Fact, ...]) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "registre.mutu"
        create_register(path, facts)
        return path.read_bytes()


@contextmanager
def writing(path: Path) -> Iterator[Session]:
    """The register open to write, with a fixed clock and user."""
    with RegisterFile.open_to_write(path) as register:
        yield Session(register, WHO, lambda: NOW)


@contextmanager
def reading(path: Path) -> Iterator[Session]:
    """The register open to read, with a fixed clock and user."""
    with RegisterFile.open_to_read(path) as register:
        yield Session(register, WHO, lambda: NOW)


def all_stored(session: Session) -> list[Stored[Fact]]:
    """Everything recorded."""
    with session.register.read() as unit:
        return unit.facts()


def facts_in(path: Path) -> frozenset[Fact]:
    """Every fact of a register file."""
    with reading(path) as session:
        return frozenset(each.fact for each in all_stored(session))


def digest(path: Path) -> str:
    """What a file holds, in short."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def journalled(fact: Fact) -> dict[str, object]:
    """A fact as the journal is to keep it: ISO dates, codes of enumerations, sorted lists."""

    def text(value: object) -> object:
        match value:
            case Period():
                return [text(value.valid_from), text(value.valid_until)]
            case date():
                return value.isoformat()
            case Enum():
                return value.value
            case frozenset():
                return sorted(value)
            case _:
                return value

    return {field.name: text(getattr(fact, field.name)) for field in fields(fact)}


def one_stored(session: Session, fact_type: type[F], **fields: object) -> Stored[F]:
    """The one stored fact of a type with these fields."""
    found = [
        each
        for each in all_stored(session)
        if isinstance(each.fact, fact_type)
        and all(getattr(each.fact, name) == value for name, value in fields.items())
    ]
    assert len(found) == 1, f"{len(found)} found: {fact_type.__name__} {fields}"
    return cast("Stored[F]", found[0])
