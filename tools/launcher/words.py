"""What the launcher says: French to who runs the program, English to who develops it."""

from __future__ import annotations

import sys

FRENCH = "fr"
ENGLISH = "en"

_FRENCH_SENTENCES = {
    "system_refused": (
        "Il manque des paquets du système, que seul l’administrateur peut installer.\n"
        "Exécutez cette ligne, puis relancez la même commande\u00a0:\n\n"
        "    {line}\n"
    ),
    "system_unknown": (
        "Il manque des bibliothèques du système. Installez l’équivalent de ces paquets Debian,\n"
        "puis relancez la même commande\u00a0:\n\n"
        "    {packages}\n"
    ),
    "system_installing": ("Installation des paquets manquants du système\u00a0:\n\n    {line}\n"),
    "system_failed": (
        "La commande «\u00a0{command}\u00a0» a échoué.\n"
        "Vérifiez le réseau, exécutez «\u00a0apt-get update\u00a0», puis recommencez."
    ),
    "system_not_found": "Ces paquets sont installés mais restent introuvables\u00a0: {packages}.",
    "python_too_old": (
        "MutuDesk demande Python 3.11 ou plus récent\u00a0; la version trouvée est {version}.\n"
        "Installez un Python récent, puis relancez la même commande."
    ),
    "environment_failed": (
        "L’environnement Python «\u00a0{folder}\u00a0» n’a pas pu être créé (voir ci-dessus)."
    ),
    "packages_installing": (
        "Installation des composants de MutuDesk dans «\u00a0.venv\u00a0»\n"
        "(une seule fois, une minute ou deux)…"
    ),
    "packages_failed": (
        "{output}\n"
        "L’installation des composants a échoué (voir ci-dessus). Vérifiez le réseau\n"
        "et la place disponible (environ 1,2\u00a0Go), puis relancez la même commande."
    ),
    "packages_inconsistent": (
        "{output}\n"
        "Les composants installés ne vont pas ensemble (voir ci-dessus). Signalez-le\u00a0:\n"
        "la liste «\u00a0{lock}\u00a0» est à corriger."
    ),
    "settings_unreadable": (
        "{output}\nLa configuration de pip ne peut pas être lue (voir ci-dessus)."
    ),
    "sources_silent": "Sources de composants ignorées, faute de réponse\u00a0: {sources}",
    "ready": "Composants prêts en {seconds}\u00a0s.",
    "interrupted": "Interrompu.",
}
_ENGLISH_SENTENCES = {
    "system_refused": (
        "Packages of the system are missing that only the administrator can install.\n"
        "Run this line, then the same command again:\n\n"
        "    {line}\n"
    ),
    "system_unknown": (
        "Libraries of the system are missing. Install what corresponds to these packages of\n"
        "Debian, then run the same command again:\n\n"
        "    {packages}\n"
    ),
    "system_installing": ("Installing the missing packages of the system:\n\n    {line}\n"),
    "system_failed": (
        'The command "{command}" failed.\n'
        'Check the network, run "apt-get update", then start again.'
    ),
    "system_not_found": "These packages are installed but still not found: {packages}.",
    "python_too_old": (
        "MutuDesk needs Python 3.11 or newer; the version found is {version}.\n"
        "Install a recent Python, then run the same command again."
    ),
    "environment_failed": 'The Python environment "{folder}" could not be made (see above).',
    "packages_installing": (
        'Installing the components of MutuDesk into ".venv" (once, a minute or two)...'
    ),
    "packages_failed": (
        "{output}\n"
        "The components could not be installed (see above). Check the network and the free\n"
        "space (about 1.2 GB), then run the same command again."
    ),
    "packages_inconsistent": (
        "{output}\n"
        'The components installed do not fit together (see above): "{lock}" has to be made\n'
        "again (make lock)."
    ),
    "settings_unreadable": ("{output}\nThe configuration of pip cannot be read (see above)."),
    "sources_silent": "Sources of packages passed over, since they do not answer: {sources}",
    "ready": "Components ready in {seconds} s.",
    "interrupted": "Interrupted.",
}
_SENTENCES = {FRENCH: _FRENCH_SENTENCES, ENGLISH: _ENGLISH_SENTENCES}


class SetupError(Exception):
    """The set-up cannot go on; the code and its fields become a sentence where it is told."""

    def __init__(self, code: str, **fields: object) -> None:
        super().__init__(sentence(ENGLISH, code, **fields))
        self.code = code
        self.fields = fields


def sentence(language: str, code: str, **fields: object) -> str:
    """Return the sentence of a code in "fr" or "en"."""
    return _SENTENCES[language][code].format(**fields)


def say(message: str) -> None:
    """Print a message for the user, apart from the output of the program."""
    sys.stderr.write(message + "\n")
    sys.stderr.flush()
