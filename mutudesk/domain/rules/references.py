"""Every code a fact refers to must be that of something recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.findings import refusal
from mutudesk.domain.records import KINDS, REFERENCES, Kind, field_names, ref_to

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from mutudesk.domain.fact_base import FactBase
    from mutudesk.domain.findings import Finding
    from mutudesk.domain.records import Fact

# The missions that a fact names are judged with the days on which they may be named.
_REFERENCES = {
    each.fact_type: tuple(
        name
        for name, kind in REFERENCES.items()
        if name in field_names(each.kind) and kind not in {each.kind, Kind.MISSION}
    )
    for each in KINDS
}


def judge_references(base: FactBase, facts: Iterable[Fact]) -> Iterator[Finding]:
    """A refusal for each body, service or agent that a fact names and nobody recorded."""
    recorded: dict[Kind, Container[str]] = {
        Kind.BODY: base.bodies,
        Kind.SERVICE: base.services,
        Kind.AGENT: base.agents,
    }
    for fact in facts:
        for name in _REFERENCES[type(fact)]:
            code = getattr(fact, name)
            if code is not None and code not in recorded[REFERENCES[name]]:
                yield _unknown(fact, name, code)


def _unknown(fact: Fact, name: str, code: str) -> Finding:
    match name:
        case "service":
            return refusal("service_unknown", ref_to(fact), field=name, service=code)
        case "matricule":
            return refusal("agent_unknown", ref_to(fact), field=name, matricule=code)
        case _:
            return refusal("body_unknown", ref_to(fact), field=name, siren=code)
