"""The templates that exist of a document, and which one serves a given day."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from mutudesk.documents.template_loading import load_template
from mutudesk.domain.findings import refused
from mutudesk.resources import resource_path

if TYPE_CHECKING:
    from datetime import date

    from mutudesk.documents.template_checks import TemplateShape
    from mutudesk.documents.templates import Template
    from mutudesk.domain.services import LegalGround


@dataclass(frozen=True, slots=True)
class TemplateFamily:
    """The templates of one document: files whose names begin with `stem`, of the same shape."""

    stem: str
    shape: TemplateShape


@cache
def templates_of(family: TemplateFamily) -> tuple[Template, ...]:
    """The templates of a document, the oldest first. Compiled once."""
    paths = sorted(resource_path("templates").glob(f"{family.stem}*.toml"))
    found = (load_template(path, family.shape) for path in paths)
    return tuple(sorted(found, key=lambda each: (each.valid_from, each.version)))


def template_for(family: TemplateFamily, on: date, ground: LegalGround | None = None) -> Template:
    """The template for a document dated `on`, about a service of that legal ground if any.

    Raises RefusedError("template_missing") before the first one's `valid_from`.
    """
    known = templates_of(family)
    serving = [each for each in known if each.legal_ground is ground]
    for template in reversed(serving):
        if template.valid_from <= on:
            return template
    first = serving[0].valid_from if serving else on
    raise refused("template_missing", field="on", document=known[0].noun, day=on, first=first)
