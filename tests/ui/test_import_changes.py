"""What an import will change, seen before it is recorded, and a file read in another encoding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QTabBar, QTableView, QWidget

from mutudesk.ui.pages.exchange.import_dialog import ImportDialog
from mutudesk.ui.widgets.choice_field import ChoiceField
from mutudesk.usecases.exporting import export_kind
from mutudesk.usecases.previewing import ExchangeKind
from tests.builders import EPCI
from tests.ui.finding import click, find
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


def chosen(qtbot: QtBot, shown: MainWindow, dialogs: Dialogs, path: Path) -> ImportDialog:
    dialogs.answer("QFileDialog.getOpenFileName", (str(path), ""))
    trigger(shown, "import")
    dialog: ImportDialog = find(shown, ImportDialog, "import_dialog")
    click(find(dialog, QAbstractButton, "import_choose_file"))
    checked(qtbot, dialog)
    return dialog


def checked(qtbot: QtBot, dialog: ImportDialog) -> None:
    qtbot.waitUntil(find(dialog, QWidget, "import_refused").isVisible)


def cells(table: QTableView) -> list[list[str]]:
    model = table.model()
    return [
        [
            str(model.index(row, column).data(Qt.ItemDataRole.DisplayRole) or "")
            for column in range(model.columnCount())
        ]
        for row in range(model.rowCount())
    ]


def test_each_record_is_seen_before_and_after(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs
) -> None:
    with opened(qtbot, tmp_path) as (shown, _frame):
        session = frame_of(shown).session
        assert session is not None
        path = tmp_path / "agents.csv"
        export_kind(session, ExchangeKind.AGENTS, path)
        lines = path.read_text("utf-8-sig").splitlines()
        last = lines[1].split(";")
        lines[1] = ";".join([*last[:7], "Grade corrigé", *last[8:]])
        lines.append(f"Z-1;Mme;Essai;Lucie;titulaire;B;;;100;{EPCI};2016-01-01;")
        path.write_text("\n".join(lines), "utf-8")
        dialog = chosen(qtbot, shown, dialogs, path)

        assert find(dialog, QTabBar, "import_tabs").currentIndex() == 1
        table = find(dialog, QTableView, "import_changes")
        assert table.isVisible()
        rows = cells(table)
        headings = [row[0] for row in rows if not row[1]]
        # A position is corrected; an agent and a position are new.
        assert len(headings) == 3
        assert last[3] in headings[0]
        assert "Essai" in headings[1] + headings[2]
        assert rows[1] == ["≠", rows[1][1], last[7], "Grade corrigé"]
        assert rows[2][1] == ""  # nothing else of the corrected one is shown
        assert [row[0] for row in rows if row[3] == "Lucie"] == ["+"]
        untouched = find(dialog, QWidget, "import_untouched")
        assert untouched.isVisible()
        dialog.reject()


def test_a_file_that_says_nothing_new_stays_on_its_lines(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs
) -> None:
    with opened(qtbot, tmp_path) as (shown, _frame):
        session = frame_of(shown).session
        assert session is not None
        path = tmp_path / "agents.csv"
        export_kind(session, ExchangeKind.AGENTS, path)
        dialog = chosen(qtbot, shown, dialogs, path)
        tabs = find(dialog, QTabBar, "import_tabs")
        assert tabs.currentIndex() == 0
        assert not tabs.isTabEnabled(1)
        assert find(dialog, QTableView, "import_changes").model().rowCount() == 0
        dialog.reject()


def test_a_file_is_read_in_the_encoding_chosen(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs
) -> None:
    with opened(qtbot, tmp_path) as (shown, _frame):
        path = tmp_path / "agents.csv"
        line = f"Z-1;Mme;Lefèvre;Zoé;titulaire;B;;;100;{EPCI};2016-01-01;"
        path.write_bytes(f"{HEADER}{line}\n".encode("cp850"))
        dialog = chosen(qtbot, shown, dialogs, path)
        assert find(dialog, QTableView, "import_findings").isVisible()
        assert not find(dialog, QTabBar, "import_tabs").isTabEnabled(1)

        encoding = find(dialog, ChoiceField, "import_encoding")
        encoding.setCurrentIndex(encoding.findText("MS-DOS (cp850)"))
        encoding.activated.emit(encoding.currentIndex())
        checked(qtbot, dialog)
        table = find(dialog, QTableView, "import_changes")
        qtbot.waitUntil(lambda: table.model().rowCount() > 0)
        assert any("Lefèvre" in row[3] for row in cells(table))

        # Another file is read by the rules again.
        other = tmp_path / "autres.csv"
        other.write_text(HEADER + line, "utf-8")
        dialogs.answer("QFileDialog.getOpenFileName", (str(other), ""))
        click(find(dialog, QAbstractButton, "import_other_file"))
        checked(qtbot, dialog)
        assert find(dialog, QComboBox, "import_encoding").currentIndex() == 0
        dialog.reject()
