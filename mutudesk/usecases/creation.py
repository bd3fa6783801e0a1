"""Making a new register: of an agglomeration of the official list, or the demonstration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.findings import refused
from mutudesk.domain.records import Fact, Key, Kind, kind_of
from mutudesk.domain.register import new_register
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.reader import read_kind
from mutudesk.exchange.reference import VINTAGE, facts_of_epci
from mutudesk.resources import resource_path
from mutudesk.storage.journal import Act
from mutudesk.storage.lock import user_name
from mutudesk.storage.register_file import RegisterFile
from mutudesk.usecases.acts.records import enter_record
from mutudesk.usecases.session import utc_now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from pathlib import Path

DEMONSTRATION_SIREN = "246300701"  # Clermont Communauté, today Clermont Auvergne Métropole


def create_register(path: Path, epci_siren: str, *, now: Callable[[], datetime] = utc_now) -> None:
    """Create the register of one agglomeration with its communes; whole or not at all.

    Raises RefusedError("epci_unknown"), ("path_taken"), and those of the environment.
    """
    facts = facts_of_epci(epci_siren)
    if facts is None:
        raise refused("epci_unknown", field="siren", siren=epci_siren)
    _create(path, epci_siren, facts, Act(user_name(), now(), "init"))


def create_demonstration(path: Path, *, now: Callable[[], datetime] = utc_now) -> None:
    """Create the demonstration: Clermont Communauté and its four first shared services.

    Raises RefusedError("path_taken"), and those of the environment.
    """
    facts = demonstration_facts()
    _create(path, DEMONSTRATION_SIREN, facts, Act(user_name(), now(), "demo"))


def demonstration_facts() -> list[Fact]:
    """The official lists for Clermont, with the files of `resources/demo` laid over them by key."""
    found: dict[tuple[Kind, Key], Fact] = {}
    for fact in facts_of_epci(DEMONSTRATION_SIREN) or ():
        found[kind_of(fact), fact.key] = fact
    for kind in ExchangeKind:
        parsed = read_kind(kind, resource_path("demo", f"{kind.value}.csv").read_bytes())
        if parsed.problems:
            message = f"demonstration {kind.value}: {parsed.problems[0]}"
            raise ValueError(message)
        for line in parsed.lines:
            for fact in line.facts:
                found[kind_of(fact), fact.key] = fact
    return list(found.values())


def _create(path: Path, epci_siren: str, facts: Iterable[Fact], act: Act) -> None:
    own = new_register(epci_siren, VINTAGE, act.at)
    changes = [change for fact in (*facts, own) for change in enter_record(fact)]
    RegisterFile.create(path, changes, act)
