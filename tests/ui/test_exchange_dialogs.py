"""Taking files in after a look at them, and giving files out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QProgressBar,
    QRadioButton,
    QTableView,
    QWidget,
)

from mutudesk.domain.agents import Agent
from mutudesk.domain.bodies import Mandate
from mutudesk.language.messages import sentence
from mutudesk.resources import resource_path
from mutudesk.ui.pages.exchange.export_dialog import ExportDialog
from mutudesk.ui.pages.exchange.import_dialog import ImportDialog
from mutudesk.ui.widgets.message_band import MessageBand
from mutudesk.usecases.exporting import export_folder
from mutudesk.usecases.previewing import MAYORS, ExchangeKind, guess_kind, look_into
from mutudesk.usecases.queries import agent_record, body_record
from tests.builders import BEAUMONT, EPCI
from tests.ui.finding import click, find
from tests.ui.held_worker import held_worker
from tests.ui.windows import frame_of, opened, trigger

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mutudesk.ui.shell.main_window import MainWindow
    from tests.conftest import Dialogs

HEADER = (
    "matricule;civilite;nom;prenom;statut;categorie;cadre_emplois;grade;temps_travail;"
    "employeur_siren;debut;fin\n"
)
GOOD = "Z-1;Mme;Essai;Lucie;titulaire;B;Rédacteurs territoriaux;Rédacteur;100;{siren};2016-01-01;\n"
BAD = "Z-2;M.;Essai;Paul;titulaire;B;Rédacteurs territoriaux;Rédacteur;120;{siren};2016-13-01;\n"


def _file(folder: Path, *lines: str, name: str = "liste.csv") -> Path:
    path = folder / name
    text = HEADER + "".join(line.format(siren=EPCI) for line in lines)
    path.write_text(text, encoding="utf-8")
    return path


def _choose(qtbot: QtBot, shown: MainWindow, dialogs: Dialogs, path: Path) -> ImportDialog:
    call = "getExistingDirectory" if path.is_dir() else "getOpenFileName"
    dialogs.answer(f"QFileDialog.{call}", str(path) if path.is_dir() else (str(path), ""))
    trigger(shown, "import")
    dialog = find(shown, ImportDialog, "import_dialog")
    click(find(dialog, QAbstractButton, f"import_choose_{'folder' if path.is_dir() else 'file'}"))
    _wait(qtbot, dialog)
    return dialog


def _wait(qtbot: QtBot, dialog: ImportDialog) -> None:
    qtbot.waitUntil(lambda: not find(dialog, QLabel, "import_progress").text())


def _band(dialog: QWidget, name: str = "import_band") -> QWidget:
    return find(dialog, QWidget, name)


def _cell(table: QTableView, row: int, column: int) -> str:
    return str(table.model().index(row, column).data())


def _knows(shown: MainWindow, matricule: str) -> bool:
    session = frame_of(shown).session
    assert session is not None
    return bool(agent_record(session, matricule).of(Agent))


def _heads(shown: MainWindow, siren: str) -> list[tuple[str, date | None]]:
    """Who heads a body, each with the last day."""
    session = frame_of(shown).session
    assert session is not None
    mandates = [each.fact for each in body_record(session, siren).of(Mandate)]
    ordered = sorted(mandates, key=lambda each: each.period.start)
    return [(each.full_name, each.period.last_day) for each in ordered if not each.acting]


def test_a_file_is_seen_before_it_is_taken_in(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs
) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        dialog = _choose(qtbot, shown, dialogs, _file(tmp_path, GOOD))
        table = find(dialog, QTableView, "import_preview")
        assert [_cell(table, 0, column) for column in range(4)] == ["2", "Z-1", "Mme", "Essai"]
        assert find(dialog, QComboBox, "import_kind").currentText()
        assert find(dialog, QWidget, "import_new").isVisible()
        assert not _knows(shown, "Z-1")
        take = find(dialog, QAbstractButton, "import_take")
        assert take.hasFocus()
        QTest.keyClick(take, Qt.Key.Key_Space)
        qtbot.waitUntil(frame.band.isVisible)
        assert _knows(shown, "Z-1")
        assert frame.session is not None
        assert frame.session.changed


def test_nothing_is_recorded_while_a_line_is_refused(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs
) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        path = _file(tmp_path, GOOD, BAD)
        dialog = _choose(qtbot, shown, dialogs, path)
        findings = find(dialog, QTableView, "import_findings")
        assert findings.model().rowCount() == 2
        assert "3" in _cell(findings, 0, 0)
        assert "temps_travail" in _cell(findings, 0, 0)
        assert "120" in _cell(findings, 0, 1)
        take = find(dialog, QAbstractButton, "import_take")
        assert take.isEnabled()
        click(take)
        assert _band(dialog).isVisible()
        assert not _knows(shown, "Z-1")
        # Mended, then read again through the button of the message.
        _file(tmp_path, GOOD, GOOD.replace("Z-1", "Z-2"))
        click(find(dialog, QAbstractButton, "import_band_read_again"))
        _wait(qtbot, dialog)
        assert not _band(dialog).isVisible()
        click(take)
        qtbot.waitUntil(frame.band.isVisible)
        assert _knows(shown, "Z-2")


def test_a_file_that_changes_meanwhile_is_shown_again(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs
) -> None:
    with opened(qtbot, tmp_path) as (shown, _frame):
        path = _file(tmp_path, GOOD)
        dialog = _choose(qtbot, shown, dialogs, path)
        _file(tmp_path, GOOD, GOOD.replace("Z-1", "Z-2"))
        click(find(dialog, QAbstractButton, "import_take"))
        qtbot.waitUntil(_band(dialog).isVisible)
        _wait(qtbot, dialog)
        assert find(dialog, QTableView, "import_preview").model().rowCount() == 2
        assert not _knows(shown, "Z-1")
        dialog.reject()


def test_a_kind_that_cannot_be_guessed_is_chosen(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs
) -> None:
    path = tmp_path / "divers.csv"
    path.write_text("a;b\n1;2\n", encoding="utf-8")
    with opened(qtbot, tmp_path) as (shown, _frame):
        dialog = _choose(qtbot, shown, dialogs, path)
        kind = find(dialog, QComboBox, "import_kind")
        assert kind.currentIndex() == -1
        click(find(dialog, QAbstractButton, "import_take"))
        assert _band(dialog).isVisible()
        assert kind.hasFocus()
        QTest.keyClick(kind, Qt.Key.Key_Down)
        kind.activated.emit(kind.currentIndex())
        _wait(qtbot, dialog)
        assert find(dialog, QTableView, "import_findings").model().rowCount() > 0
        dialog.reject()


def test_a_file_that_is_no_table_is_refused_in_words(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs
) -> None:
    path = tmp_path / "image.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    with opened(qtbot, tmp_path) as (shown, _frame):
        dialog = _choose(qtbot, shown, dialogs, path)
        assert _band(dialog).isVisible()
        click(find(dialog, QAbstractButton, "import_take"))
        assert dialog.isVisible()
        dialog.reject()


def test_a_folder_is_taken_in_as_one(qtbot: QtBot, tmp_path: Path, dialogs: Dialogs) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        dialog = _choose(qtbot, shown, dialogs, resource_path("demo"))
        assert find(dialog, QTableView, "import_preview").model().rowCount() == 12
        assert find(dialog, QLabel, "import_folder_kind").isVisible()
        click(find(dialog, QAbstractButton, "import_take"))
        qtbot.waitUntil(frame.band.isVisible)


def test_nothing_chosen_and_read_only_are_explained(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        assert frame.session is not None
        trigger(shown, "import")
        dialog = find(shown, ImportDialog, "import_dialog")
        click(find(dialog, QAbstractButton, "import_take"))
        assert _band(dialog).isVisible()
        dialog.look_at(_file(tmp_path, GOOD))
        _wait(qtbot, dialog)
        frame.session.register.is_writable = False
        click(find(dialog, QAbstractButton, "import_take"))
        assert _band(dialog).isVisible()
        frame.session.register.is_writable = True
        assert not _knows(shown, "Z-1")
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()


def test_recording_can_be_stopped_and_then_leaves_nothing(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs
) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        lines = [GOOD.replace("Z-1", f"Z-{number}") for number in range(6_000)]
        dialog = _choose(qtbot, shown, dialogs, _file(tmp_path, *lines))
        words = find(dialog, QLabel, "import_progress")
        bar, take = (
            find(dialog, QProgressBar, "import_bar"),
            find(dialog, QAbstractButton, "import_take"),
        )
        with held_worker() as go_on:
            click(take)
            qtbot.waitUntil(lambda: bar.value() > 0)
            assert words.text().endswith("\N{NO-BREAK SPACE}%")
            click(find(dialog, QAbstractButton, "import_cancel"))
            assert words.text() == "Stopping…"
            go_on.set()
            _wait(qtbot, dialog)
        assert dialog.isVisible()
        assert find(dialog, MessageBand, "import_band").text == "Stopped: nothing was recorded."
        assert not _knows(shown, "Z-1")
        click(take)
        qtbot.waitUntil(frame.band.isVisible)
        assert _knows(shown, "Z-5999")


def test_closing_while_a_file_is_checked_is_harmless(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (shown, frame):
        trigger(shown, "import")
        dialog = find(shown, ImportDialog, "import_dialog")
        dialog.look_at(resource_path("demo"))
        dialog.reject()
        qtbot.waitUntil(lambda: not frame.runner.is_busy)


MAYORS_FILE = (
    "Code du département;Libellé du département;Code de la commune;Libellé de la commune;"
    "Nom de l'élu;Prénom de l'élu;Code sexe;Date de début du mandat;Date de début de la fonction\n"
)


def test_the_former_mayors_are_closed_when_ticked(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs
) -> None:
    path = tmp_path / "elus-maires.csv"
    line = "63;X;63032;Beaumont;NEUVE;Anne;F;2026-03-22;2026-03-27\n"
    path.write_text(MAYORS_FILE + line, encoding="utf-8")
    with opened(qtbot, tmp_path) as (shown, frame):
        dialog = _choose(qtbot, shown, dialogs, path)
        tick = find(dialog, QCheckBox, "import_close_previous")
        assert tick.isVisible()
        assert not tick.isChecked()
        findings = find(dialog, QTableView, "import_findings")
        assert "--close-previous" in _cell(findings, 0, 1)
        assert not find(dialog, QWidget, "import_closed").isVisible()
        # Ticked and unticked before the first answer: that answer is no longer asked for.
        for _ in range(2):
            QTest.keyClick(tick, Qt.Key.Key_Space)
        _wait(qtbot, dialog)
        assert not find(dialog, QWidget, "import_closed").isVisible()
        assert "--close-previous" in _cell(findings, 0, 1)
        # Looked at again before anything is recorded, and without it once more.
        for wished in (True, False, True):
            QTest.keyClick(tick, Qt.Key.Key_Space)
            assert tick.isChecked() is wished
            _wait(qtbot, dialog)
            assert find(dialog, QWidget, "import_closed").isVisible() is wished
        assert "Hélène Astier (exemple)" in _cell(findings, 0, 1)
        assert "26/03/2026" in _cell(findings, 0, 1)
        assert _heads(shown, BEAUMONT)[-1] == ("Hélène Astier (exemple)", None)
        click(find(dialog, QAbstractButton, "import_take"))
        qtbot.waitUntil(frame.band.isVisible)
        assert "1\N{NO-BREAK SPACE}mandat clos" in frame.band.text
        assert _heads(shown, BEAUMONT)[-2:] == [
            ("Hélène Astier (exemple)", date(2026, 3, 26)),
            ("Anne Neuve", None),
        ]


def test_what_is_refused_names_the_tick_as_it_is_labelled() -> None:
    words = "Clore les précédents la veille"
    labels = resource_path("i18n", "mutudesk_fr.ts").read_text(encoding="utf-8")
    assert f"<translation>&amp;{words}</translation>" in labels
    for code in ("mandate_overlap_closable", "mayor_in_office"):
        assert words in sentence(code)


def test_only_a_list_of_mayors_has_the_tick(qtbot: QtBot, tmp_path: Path, dialogs: Dialogs) -> None:
    with opened(qtbot, tmp_path) as (shown, _frame):
        dialog = _choose(qtbot, shown, dialogs, _file(tmp_path, GOOD))
        assert not find(dialog, QCheckBox, "import_close_previous").isVisible()
        dialog.reject()


def test_kinds_are_guessed_from_the_header() -> None:
    assert guess_kind(MAYORS_FILE.strip().split(";")) == MAYORS
    assert guess_kind(["nom", "prenom"]) is None
    assert guess_kind([]) is None
    for kind in ExchangeKind:
        path = resource_path("demo", f"{kind.value}.csv")
        request = look_into(path).request
        assert request is not None
        assert request.kind is kind


@pytest.mark.parametrize("situation", [False, True])
def test_one_kind_is_given_out(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs, situation: bool
) -> None:
    target = tmp_path / "agents.csv"
    target.write_text("old", encoding="utf-8")
    dialogs.answer("QFileDialog.getSaveFileName", (str(target.with_suffix("")), ""))
    with opened(qtbot, tmp_path) as (shown, frame):
        trigger(shown, "export")
        dialog = find(shown, ExportDialog, "export_dialog")
        kind = find(dialog, QComboBox, "export_kind")
        kind.setCurrentText("Agents")
        if situation:
            click(find(dialog, QRadioButton, "export_situation"))
            assert find(dialog, QRadioButton, "export_situation").isChecked()
        click(find(dialog, QAbstractButton, "export_write"))
        qtbot.waitUntil(frame.band.isVisible)
        assert str(target) in frame.band.text
    proposed = dialogs.asked[0][1][2]
    assert proposed == ("agents-2026-11-23.csv" if situation else "agents.csv")
    assert target.read_bytes().startswith(b"\xef\xbb\xbfmatricule;")


def test_every_kind_is_given_out_as_the_use_case_does(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs
) -> None:
    target, expected = tmp_path / "sortie", tmp_path / "attendu"
    target.mkdir()
    dialogs.answer("QFileDialog.getExistingDirectory", str(target))
    with opened(qtbot, tmp_path) as (shown, frame):
        assert frame.session is not None
        export_folder(frame.session, expected)
        trigger(shown, "export")
        dialog = find(shown, ExportDialog, "export_dialog")
        click(find(dialog, QAbstractButton, "export_write"))
        qtbot.waitUntil(frame.band.isVisible)
    names = sorted(path.name for path in expected.iterdir())
    assert len(names) == len(ExchangeKind)
    for name in names:
        assert (target / name).read_bytes() == (expected / name).read_bytes()


def test_a_place_that_cannot_be_written_is_told(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs
) -> None:
    dialogs.answer("QFileDialog.getExistingDirectory", str(tmp_path / "clermont.mutu"))
    with opened(qtbot, tmp_path) as (shown, _frame):
        trigger(shown, "export")
        dialog = find(shown, ExportDialog, "export_dialog")
        click(find(dialog, QAbstractButton, "export_write"))
        band = _band(dialog, "export_band")
        qtbot.waitUntil(lambda: "clermont.mutu" in band.accessibleName())
        dialog.reject()
