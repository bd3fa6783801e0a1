"""Every code a fact refers to must be that of something recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.domain.findings import refusal
from mutudesk.domain.records import BODY_FIELDS, Kind, kind_of, ref_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mutudesk.domain.factbase import FactBase
    from mutudesk.domain.findings import Finding
    from mutudesk.domain.records import Fact

_HEADERS = {Kind.BODY: "siren", Kind.SERVICE: "code", Kind.AGENT: "matricule"}


def judge_references(base: FactBase, facts: Iterable[Fact]) -> Iterator[Finding]:
    """A refusal for each body, service or agent that a fact names and nobody recorded."""
    for fact in facts:
        kind = kind_of(fact)
        if kind in _HEADERS:
            continue
        for name in BODY_FIELDS:
            siren = getattr(fact, name, None)
            if siren is not None and siren not in base.bodies:
                yield refusal("body_unknown", ref_to(fact), field=name, siren=siren)
        service = getattr(fact, "service", None)
        if service is not None and service not in base.services:
            yield refusal("service_unknown", ref_to(fact), field="service", service=service)
        matricule = getattr(fact, "matricule", None)
        if matricule is not None and matricule not in base.agents:
            yield refusal("agent_unknown", ref_to(fact), field="matricule", matricule=matricule)
