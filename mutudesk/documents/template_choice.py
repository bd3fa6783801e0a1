"""The templates that exist, and which one serves a convention of a given day."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from mutudesk.documents.template_loading import load_template
from mutudesk.domain.findings import refused
from mutudesk.resources import resource_path

if TYPE_CHECKING:
    from datetime import date

    from mutudesk.documents.templates import Template
    from mutudesk.domain.services import LegalGround


@lru_cache(maxsize=1)
def convention_templates() -> tuple[Template, ...]:
    """The templates of membership conventions, the oldest first. Compiled once."""
    folder = resource_path("templates")
    found = (load_template(path) for path in sorted(folder.glob("convention_adhesion*.toml")))
    return tuple(sorted(found, key=lambda each: (each.valid_from, each.version)))


def convention_template(on: date, ground: LegalGround) -> Template:
    """The template for a convention dated `on`.

    Raises RefusedError("convention_template_missing") before the first one's `valid_from`.
    """
    serving = [each for each in convention_templates() if each.legal_ground is ground]
    for template in reversed(serving):
        if template.valid_from <= on:
            return template
    first = serving[0].valid_from if serving else on
    raise refused("convention_template_missing", field="on", day=on, first=first)
