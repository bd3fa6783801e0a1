"""French by default, English when asked."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton

from mutudesk.domain.agents import AgentStatus
from mutudesk.domain.findings import refusal
from mutudesk.domain.parsing import ParseError
from mutudesk.ui.forms.record_form import RecordForm
from mutudesk.ui.forms.specs import FieldKind, FieldSpec
from mutudesk.ui.shell.date_bar import OtherDateBand
from mutudesk.ui.shell.file_status import FileState, FileStatus
from mutudesk.ui.shell.i18n import install_language
from mutudesk.ui.widgets.type_ahead import OPTION_UNKNOWN
from mutudesk.ui.words import common as words
from tests.ui.finding import find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QTranslator
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[list[QTranslator]]:
    before = QLocale()
    installed = install_language(qapp, request.param)
    yield installed
    for translator in installed:
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


french = pytest.mark.parametrize("language", ["fr"], indirect=True)
english = pytest.mark.parametrize("language", ["en"], indirect=True)


@french
@pytest.mark.usefixtures("language")
def test_french_whatever_the_system_says(qtbot: QtBot) -> None:
    assert words.window_language() == "fr"
    form = RecordForm("x", [FieldSpec("a", FieldKind.TEXT, "A", required=True)])
    qtbot.addWidget(form)
    save, cancel = find(form, QPushButton, "x_save"), find(form, QPushButton, "x_cancel")
    assert (save.text(), cancel.text()) == ("Enregistrer", "Annuler")
    save.click()
    title = find(form, QLabel, "x_summary_title")
    assert title.text() == "1 champ à corriger avant d’enregistrer"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Annuler"


@french
@pytest.mark.usefixtures("language")
def test_dates_and_moments_in_french(qtbot: QtBot) -> None:
    today = date(2016, 9, 15)
    assert words.day_in_words(date(2016, 9, 1)) == "1er\u00a0septembre\u00a02016"
    moment = datetime(2016, 9, 15, 8, 2)  # noqa: DTZ001 - shown as it is
    assert words.moment_in_words(moment, today) == "aujourd’hui à 8\u00a0h\u00a002"
    moment = datetime(2016, 11, 12, 17, 42)  # noqa: DTZ001
    assert words.moment_in_words(moment, today) == "le 12/11/2016 à 17\u00a0h\u00a042"
    band = OtherDateBand()
    qtbot.addWidget(band)
    band.show_day(date(2016, 9, 1))
    text = find(band, QLabel, "other_date_text")
    assert "1<sup>er</sup>" in text.text()
    assert text.accessibleName().startswith("Vous regardez la situation au 1er")


@french
@pytest.mark.usefixtures("language")
def test_the_file_in_french(qtbot: QtBot) -> None:
    status = FileStatus()
    qtbot.addWidget(status)
    label = find(status, QLabel, "file_state")
    said = []
    for state in (
        FileState("a"),
        FileState("a", 1),
        FileState("a", 3),
        FileState("a", read_only=True),
    ):
        status.show_state(state, date(2016, 9, 15))
        said.append(label.accessibleName())
    assert said == [
        "a · tout est enregistré",
        "a · une fiche non enregistrée",
        "a · 3 fiches non enregistrées",
        "a · lecture seule",
    ]


@french
@pytest.mark.usefixtures("language")
def test_rules_and_typing_mistakes_have_their_words() -> None:
    assert words.sentence_for(ParseError("cell_required")) != words.sentence_for(refusal("in_use"))
    assert words.sentence_for(ParseError(OPTION_UNKNOWN, text="xyz")).startswith(
        "«\u00a0xyz\u00a0»"
    )
    labels = [choice.label for choice in words.choices_of(AgentStatus)]
    assert labels[0] == "Titulaire"
    assert words.choices_of(AgentStatus)[0].value is AgentStatus.TENURED


@english
def test_english_when_asked(language: list[QTranslator]) -> None:
    assert len(language) == 1  # the plural forms alone
    assert words.window_language() == "en"
    assert words.day_in_words(date(2016, 9, 1)).replace("\u00a0", " ") == "1 September 2016"
    moment = datetime(2016, 9, 15, 8, 2)  # noqa: DTZ001
    assert words.moment_in_words(moment, date(2016, 9, 15)) == "today at 8:02"


@english
@pytest.mark.usefixtures("language")
@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "a · everything is saved"),
        (1, "a · 1 record not saved"),
        (3, "a · 3 records not saved"),
    ],
)
def test_english_plurals(qtbot: QtBot, count: int, said: str) -> None:
    status = FileStatus()
    qtbot.addWidget(status)
    status.show_state(FileState("a", count), date(2016, 9, 15))
    assert find(status, QLabel, "file_state").accessibleName() == said


def test_another_language_is_refused(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="xx"):
        install_language(qapp, "xx")
