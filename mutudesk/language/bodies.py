"""Public bodies and their heads in running text: "la commune d’Aubière", "la présidente"."""

from __future__ import annotations

from mutudesk.domain.bodies import BodyName
from mutudesk.domain.codes import fold
from mutudesk.domain.persons import full_name
from mutudesk.language.elision import a_name, de_name, elides, printed_name, takes_d
from mutudesk.language.typography import NO_BREAK, typographic

# The first word of a legal form, or of a name that is its own form, with its gender.
_FEMININE = frozenset(
    """
    commune ville communaute metropole eurometropole agglomeration agglo intercommunalite interco
    intercom region regie collectivite agence association caisse societe province entente
    federation union cuisine
    """.split()  # noqa: SIM905 - a table to read, not a list to type
)
_MASCULINE = frozenset(
    """
    syndicat etablissement departement office groupement district conseil sivom sivu ccas cias epci
    sdis cdg petr organisme
    """.split()  # noqa: SIM905 - a table to read, not a list to type
)
# With the article, but with their capital: "l’Agglo du Pays de Dreux".
_SHORT = frozenset({"agglo", "interco", "intercom"})
# Not "Centre Morbihan Communauté".
_CENTRES = (
    "centre communal ",
    "centre intercommunal ",
    "centre hospitalier ",
    "centre de gestion ",
)
_TOWNS = frozenset({"commune", "commune nouvelle", "ville"})
# The heads whose office has a feminine form of its own; "maire" has one form for both.
_FEMININE_HEADS = frozenset({"presidente", "adjointe", "conseillere", "directrice", "deleguee"})


# What stands for the name of a body on a day on which none is recorded: never another day's.
UNKNOWN_IDENTITY = "identité non renseignée"


def known_name(name: str) -> str:
    """The name of a body on a day, or that nobody knows it."""
    return name or UNKNOWN_IDENTITY


def with_article(words: str) -> str:
    """The definite article before words: la commune, le syndicat, l’établissement."""
    shown = printed_name(words)
    if elides(words):
        return f"l’{shown}"
    return f"{'la' if _first(words) in _FEMININE else 'le'} {shown}"


def le_form(form: str) -> str:
    """A legal form with its article: "la communauté d’agglomération", "l’établissement public"."""
    return with_article(_lowered(form))


def designation(name: str, legal_form: str) -> str:
    """A body in running text.

    A commune is "la commune d’Aubière"; a name that begins with its own form, or with another
    common noun for a body, takes the article ("la communauté d’agglomération du Pays Basque"); any
    other name stands alone ("Clermont Auvergne Métropole").
    """
    first = _first(name)
    if fold(legal_form) in _TOWNS and first not in {"commune", "ville"}:
        return f"la {_lowered(typographic(legal_form))} {de_name(name)}"
    return _with_own_article(name, legal_form) or printed_name(name)


def short_designation(name: str) -> str:
    """A body where its form is known or does not matter: "Aubière", "le CCAS de Lille"."""
    return _with_own_article(name) or printed_name(name)


def de_designation(name: str, legal_form: str = "") -> str:
    """Put "de" before a body: "de la commune d’Aubière", "du syndicat …", "d’Arlysère"."""
    words = _needing_no_link_word(name, legal_form)
    if words.startswith("le "):
        return f"du {words[3:]}"
    return f"de {words}" if words else de_name(name)


def a_designation(name: str, legal_form: str = "") -> str:
    """Put "à" before a body: "à la commune d’Aubière", "au syndicat …", "à Arlysère"."""
    words = _needing_no_link_word(name, legal_form)
    if words.startswith("le "):
        return f"au {words[3:]}"
    return f"à {words}" if words else a_name(name)


def que_designation(name: str) -> str:
    """Put "que" before a body: "qu’Aubière", "que Le Cendre", "que le CCAS de Lille"."""
    words = short_designation(name)
    is_proper = words == printed_name(name)
    begins_with_vowel = takes_d(name) if is_proper else elides(words)
    return f"qu’{words}" if begins_with_vowel else f"que {words}"


def de_person(name: str) -> str:
    """Put "de" before a person: "d’Élise Martin", "de Paule Garnier", "de Mme Garnier"."""
    return ("d’" if elides(name) else "de ") + typographic(name)


def que_person(name: str) -> str:
    """Put "que" before a person: "qu’Élise Martin", "que Paule Garnier"."""
    return ("qu’" if elides(name) else "que ") + typographic(name)


def _needing_no_link_word(name: str, legal_form: str) -> str:
    """A designation that begins with an article of its own; empty for a proper name."""
    if legal_form:
        words = designation(name, legal_form)
        return words if words != printed_name(name) else ""
    return _with_own_article(name)


def _with_own_article(name: str, legal_form: str = "") -> str:
    """A name that is a common noun for a body, with its article; empty for a proper name."""
    if isinstance(name, BodyName) and fold(name.legal_form) in _TOWNS:
        return ""  # "Ville en Blaisois" is a name
    if not _is_common_noun(name) and not (
        legal_form and fold(name).startswith(f"{fold(legal_form)} ")
    ):
        return ""
    if _first(name) in _SHORT:
        return f"l’{printed_name(name)}"
    lowered = _lowered(name).replace("métropole Européenne", "métropole européenne")
    return with_article(lowered)


def head_title(quality: str) -> str:
    """The office of a head inside a sentence: "Maire" is "maire", "DGS" stays."""
    return _lowered(typographic(quality))


def held_quality(quality: str, acting_words: str, *, acting: bool) -> str:
    """A quality, and after a comma that it is held for a time, unless it says so itself.

    "1re adjointe, par intérim"; but "Maire par intérim" as it is.
    """
    return f"{quality}, {acting_words}" if acting and "interim" not in fold(quality) else quality


def le_head(quality: str, civility: str = "") -> str:
    """The office with its article: "la maire" for Mme, "le président", "l’adjointe"."""
    title = head_title(quality)
    if elides(title):
        return f"l’{title}"
    is_feminine = civility == "Mme" or (
        not civility and any(word in _FEMININE_HEADS for word in fold(quality).split())
    )
    return f"{'la' if is_feminine else 'le'} {title}"


def person(civility: str, first_name: str, last_name: str) -> str:
    """A person in running text: "Mme Lucie Montel", civility and first name kept together."""
    return with_civility(civility, full_name(first_name, last_name))


def with_civility(civility: str, name: str) -> str:
    """A name with its civility, which stay on one line; empty where the civility is not known."""
    shown = typographic(name)
    return f"{typographic(civility)}{NO_BREAK}{shown}" if civility else shown


def _is_common_noun(name: str) -> bool:
    """Whether a name begins with a noun for a body and goes on: "Métropole du Grand Paris".

    "Metz Métropole" does not begin with one; "Communauté Paris-Saclay" does.
    """
    if fold(name).startswith(_CENTRES):
        return True
    return len(name.split()) > 1 and _first(name) in _FEMININE | _MASCULINE


def _first(words: str) -> str:
    return fold(words).split(" ", 1)[0]


def _lowered(words: str) -> str:
    """The first letter small, unless the word is an acronym."""
    first = words.split(" ", 1)[0]
    return words if len(first) > 1 and first.isupper() else words[:1].lower() + words[1:]
