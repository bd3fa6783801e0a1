"""Every code a fact refers to must be that of something recorded."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from mutudesk.domain.findings import refusal
from mutudesk.domain.records import BODY_FIELDS, FACT_TYPES, ref_to
from mutudesk.domain.services import SharedService
from mutudesk.domain.staff import Agent
from mutudesk.domain.territory import PublicBody

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from mutudesk.domain.factbase import FactBase
    from mutudesk.domain.findings import Finding
    from mutudesk.domain.records import Fact

_HEADERS = frozenset({PublicBody, SharedService, Agent})


def _references(fact_type: type[Fact]) -> tuple[str, ...]:
    """The fields of a kind of fact that hold the code of another one, bodies first."""
    if fact_type in _HEADERS:
        return ()
    names = {field.name for field in fields(fact_type)}
    return tuple(name for name in (*BODY_FIELDS, "service", "matricule") if name in names)


_REFERENCES = {fact_type: _references(fact_type) for fact_type in FACT_TYPES.values()}


def judge_references(base: FactBase, facts: Iterable[Fact]) -> Iterator[Finding]:
    """A refusal for each body, service or agent that a fact names and nobody recorded."""
    recorded: dict[str, Container[str]] = {
        **dict.fromkeys(BODY_FIELDS, base.bodies),
        "service": base.services,
        "matricule": base.agents,
    }
    for fact in facts:
        for name in _REFERENCES[type(fact)]:
            code = getattr(fact, name)
            if code is not None and code not in recorded[name]:
                yield _unknown(fact, name, code)


def _unknown(fact: Fact, name: str, code: str) -> Finding:
    match name:
        case "service":
            return refusal("service_unknown", ref_to(fact), field=name, service=code)
        case "matricule":
            return refusal("agent_unknown", ref_to(fact), field=name, matricule=code)
        case _:
            return refusal("body_unknown", ref_to(fact), field=name, siren=code)
