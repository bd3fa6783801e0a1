"""The language of the window: French whatever the system says, English for `--lang en`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from mutudesk.resources import resource_path

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

LANGUAGES = ("fr", "en")
DEFAULT = "fr"
_LOCALES = {"fr": "fr_FR", "en": "en_GB"}


def install_language(app: QCoreApplication, language: str = DEFAULT) -> list[QTranslator]:
    """Translate our words and those of Qt's own buttons; to be called before the first widget.

    Returns the translators installed, for tests that take them away again.

    Raises:
        ValueError: The window does not speak this language.
        FileNotFoundError: The translation is not in the resources.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no such language: {language!r}")
    QLocale.setDefault(QLocale(_LOCALES[language]))
    files = [str(resource_path("i18n", f"mutudesk_{language}.qm"))]  # of English, plurals alone
    if language != "en":  # which is what Qt itself is written in
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        files.insert(0, f"{folder}/qtbase_{language}.qm")  # the last one is asked first
    installed: list[QTranslator] = []
    for file in files:
        translator = QTranslator(app)
        if not translator.load(file):
            raise FileNotFoundError(file)
        app.installTranslator(translator)
        installed.append(translator)
    return installed
