"""The legal forms of the official list of EPCI, spelled out: "CA du Pays Basque" and its like."""

from __future__ import annotations

import re

from mutudesk.domain.codes import fold

_FORMS = {
    "CC": "communauté de communes",
    "CA": "communauté d'agglomération",
    "CU": "communauté urbaine",
    "METRO": "métropole",
    "MET69": "métropole",
}
# A name that says itself what kind of body it is needs no form in front of it.
_SAYS_ITS_KIND = re.compile(
    r"\b(communaute|agglomeration|agglo|agglopole|metropole|interco|intercom)\b"
)
_NEEDS_FORM = re.compile(r"(?:de|du|des)\s|d['’]", re.IGNORECASE)
_LAST_WORD = re.compile(r"\s+(?:-\s+)?(Communauté|Agglomération|Agglo)$")
_LONE_QUOTES = re.compile(r'"([^"]*)"')


def spelled_form(code: str) -> str:
    """The legal form behind a code of the official list; an unknown code unchanged."""
    return _FORMS.get(code, code)


def spelled_name(name: str, code: str) -> str:
    """The name of a body of the official list without its prefix CA, CC or CU.

    "CA du Pays Basque" becomes "Communauté d'agglomération du Pays Basque"; a name that says its
    kind stands alone ("Vitré Communauté"), and loses the word when the form says it already ("CA du
    Pays de Saint Malo Agglomération").
    """
    prefix = f"{code} "
    if not name.startswith(prefix):
        return name
    rest = " ".join(name.removeprefix(prefix).split()).replace("''", '"')
    # One misprint of the list, "Domme- Villefranche".
    rest = re.sub(r"(?<=\w)- (?=\w)", "-", rest)
    if alone := _LONE_QUOTES.fullmatch(rest):
        rest = alone.group(1)
    form = _FORMS[code][0].upper() + _FORMS[code][1:]
    if _NEEDS_FORM.match(rest):
        return f"{form} {_LAST_WORD.sub('', rest)}"
    if _SAYS_ITS_KIND.search(fold(rest)):
        return rest[0].upper() + rest[1:]
    return f"{form} {rest}"
