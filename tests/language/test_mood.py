"""One mood: what a user is told to do is said in the « vous » of the screens."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from mutudesk.language.catalogue import catalogue
from mutudesk.resources import resource_path

# What a piece of advice begins with, or goes on with; a pronoun may stand before its verb.
ADVICE = re.compile(
    r"(?:^|[.;:?]\s|,? (?:ou|puis|et) )"
    r"(?:(?:ne pas|le|la|les|lui|en|y|l’y|les y|n’en|n’y) |[ln]’)?"
    r"([^\W\d_]+(?:er|ir|(?<!è)re))\b",
    re.IGNORECASE,
)
# Words of the sentences that end like an infinitive and are none.
NO_VERBS = {
    *("autre", "dernier", "dossier", "enregistre", "fenêtre", "fichier", "gestionnaire"),
    *("ouvre", "premier", "propre", "registre", "structure", "votre"),
}
TRANSLATIONS = resource_path("i18n", "mutudesk_fr.ts")


def infinitives(text: str) -> list[str]:
    """The verbs that tell a user what to do without speaking to him."""
    return [verb for verb in ADVICE.findall(text) if verb.lower() not in NO_VERBS]


def screen_sentences() -> list[str]:
    """What screens say in whole sentences; a label or a button names an act, in the infinitive."""
    root = ET.parse(TRANSLATIONS).getroot()  # noqa: S314 - a file of the repository
    texts = ("".join(form.itertext()).strip() for form in root.iter("translation"))
    return [text for text in texts if text.endswith(".")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("« X » n’est pas un SIREN. Vérifier le numéro.", ["Vérifier"]),
        ("Enregistrez l’adhésion, ou revoir la part.", ["revoir"]),
        (
            "Le fichier est vide. L’enregistrer de nouveau, puis l’ouvrir.",
            ["enregistrer", "ouvrir"],
        ),
        ("Elle est ailleurs. N’en garder qu’une et ne pas la perdre.", ["garder"]),
        ("Aucun service n’a ce code. Enregistrez-le d’abord, ou corrigez le code.", []),
        ("Il peut être consulté. Fichier trop long, ou registre vide.", []),
    ],
)
def test_what_an_infinitive_is(text: str, found: list[str]) -> None:
    assert infinitives(text) == found


def test_messages_speak_to_the_user() -> None:
    sentences = catalogue("fr").sentences
    assert {code: found for code, text in sentences.items() if (found := infinitives(text))} == {}


def test_screens_speak_to_the_user() -> None:
    sentences = screen_sentences()
    assert len(sentences) > 50
    assert [text for text in sentences if infinitives(text)] == []
