"""All that is needed to write French about the register; see the modules it gathers."""

from mutudesk.language.bodies import (
    a_designation,
    de_designation,
    designation,
    head_title,
    le_form,
    le_head,
    person,
)
from mutudesk.language.elision import a_name, de_name, elides
from mutudesk.language.epci_names import spelled_form as spelled_epci_form
from mutudesk.language.epci_names import spelled_name as spelled_epci_name
from mutudesk.language.typography import (
    NARROW,
    NO_BREAK,
    listing,
    long_date,
    long_period,
    nonbreaking,
    number,
    percentage,
    printed,
    short_date,
    short_period,
    siren_groups,
    typographic,
)

__all__ = [
    "NARROW",
    "NO_BREAK",
    "a_designation",
    "a_name",
    "de_designation",
    "de_name",
    "designation",
    "elides",
    "head_title",
    "le_form",
    "le_head",
    "listing",
    "long_date",
    "long_period",
    "nonbreaking",
    "number",
    "percentage",
    "person",
    "printed",
    "short_date",
    "short_period",
    "siren_groups",
    "spelled_epci_form",
    "spelled_epci_name",
    "typographic",
]
