"""What the parties of a convention, their heads and the service are called in its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutudesk.documents.register_text import capital, shown
from mutudesk.domain.codes import fold
from mutudesk.domain.legal_forms import Family
from mutudesk.language.elision import elides
from mutudesk.language.typography import NO_BREAK

if TYPE_CHECKING:
    from mutudesk.documents.convention.content import ConventionContent, Party
    from mutudesk.documents.templates import Template

_SERVICE = "service commun"
_INTERIM = ", par interim"
_WHOSE = re.compile(r"\b(?:du|des|de la|de l’|(?:de |d’)(?=[^\W\d_a-zà-ÿœ]))")
_OF = {"le ": "du ", "les ": "des "}
_TO = {"le ": "au ", "les ": "aux "}


@dataclass(frozen=True, slots=True)
class Alias:
    """The short name of a party: plain, after "de", after "à", and at the head of a sentence."""

    the: str
    of: str
    to: str
    start: str


@dataclass(frozen=True, slots=True)
class Council:
    """An assembly: after "de", at the head of a sentence, and as that of a body just named."""

    of: str
    start: str
    own: str


def alias_from(the: str) -> Alias:
    """The forms of a short name that begins with its article."""
    return Alias(the, _joined(the, "de ", _OF), _joined(the, "à ", _TO), capital(the))


def _joined(the: str, word: str, contracted: dict[str, str]) -> str:
    for article, joined in contracted.items():
        if the.startswith(article):
            return joined + the.removeprefix(article)
    return word + the


def alias_of(content: ConventionContent, template: Template, party: Party) -> Alias:
    """The short name of a party, by its part in the convention and by its legal form."""
    family = party.family
    if party.short_name:
        return alias_from(_lowered_article(shown(party.short_name)))
    if party is not content.parties[0]:
        if party.siren == content.manager and party.siren != content.member:
            return alias_from(template.aliases["manager"])
        if family is content.parties[0].family:
            family = Family.OTHER
    return alias_from(template.aliases[family.value])


def council_of(template: Template, party: Party) -> Council:
    """The assembly of a party: its own word, else by its legal form."""
    name = shown(party.council) or template.councils[party.family.value]
    the = f"l’{name}" if elides(name) else f"le {name}"
    # "son conseil municipal", but "le conseil de la métropole", which says whose it is.
    own = the if _WHOSE.search(name) else f"son {name}"
    return Council(_joined(the, "de ", _OF), capital(the), own)


def _lowered_article(the: str) -> str:
    return f"{the[:1].lower()}{the[1:]}"


def service_words(name: str) -> str:
    """A service after its article: "service commun « X »", or its name where that says so."""
    if fold(name).startswith(f"{_SERVICE} "):
        words = shown(name)
        return f"{words[:1].lower()}{words[1:]}"
    return f"{_SERVICE} «{NO_BREAK}{shown(name)}{NO_BREAK}»"


def quality_of(quality: str, *, acting: bool) -> str:
    """The quality of a head, without the "par intérim" that one who replaces him was given."""
    folded = fold(quality)
    if acting and folded.endswith(_INTERIM):
        return shown(quality[: len(quality) - len(_INTERIM)])
    return shown(quality)


def replaced_head(quality: str, head: str, *, acting: bool) -> str:
    """Who is replaced ("le maire"), "" for a head in office or one whose quality says it all.

    "Maire par intérim" is a quality of its own; "Premier adjoint" is one that replaces.
    """
    if not acting or fold(quality).startswith(fold(head)):
        return ""
    return f"le {head}"
