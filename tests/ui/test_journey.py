"""The whole work of an office, once through the window and once by the command line: same result.

An agglomeration is chosen, heads take office, a service is founded, a commune joins it, an agent
works in it for two bodies: who commands him, and what the convention says.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QDialog, QLabel, QLineEdit

from mutudesk.domain.agents import AgentStatus
from mutudesk.domain.assignments import AssignmentGround
from mutudesk.domain.codes import fold
from mutudesk.domain.services import LegalGround, Level
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.ui.pages.conventions.bodies import BodyChecks
from mutudesk.ui.pages.memberships.matrix.table import MatrixTable
from mutudesk.ui.widgets.choice_field import ChoiceField
from mutudesk.ui.widgets.pdf_preview import PdfPreview
from mutudesk.ui.widgets.record_table import RecordTable
from tests.builders import EPCI
from tests.demonstration import CHAMALIERES, TODAY
from tests.ui.finding import click, find
from tests.ui.journey_steps import Person
from tests.ui.windows import window

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mutudesk.ui.shell.main_window import MainWindow
    from tests.conftest import Dialogs

ROOT = Path(__file__).resolve().parents[2]
EPCI_NAME = "Clermont Auvergne Métropole"
COMMUNE, COMMUNE_NAME = CHAMALIERES, "Chamalières"
PRESIDENT, MAYOR = "Sylvie Arnal", "Paul Tixier"
MANDATES, ASSIGNMENTS = 2, 1
CONVENTION = f"convention-ADS-chamalieres-{COMMUNE}-effet-2026-10-01.pdf"

# The same facts, as the command line takes them in.
FILES = {
    "mandates": f"""\
siren;qualite;civilite;prenom;nom;interim;debut;fin
{EPCI};Présidente;Mme;Sylvie;Arnal;non;2026-04-10;
{COMMUNE};Maire;M.;Paul;Tixier;non;2026-03-28;
""",
    "services": f"""\
code;nom;fondement;gestionnaire_siren;debut;fin
ADS;Instruction des autorisations;L5211-4-2;{EPCI};01/06/2026;
""",
    "missions": """\
service;code;libelle
ADS;PC;Permis de construire
ADS;DP;Travaux sans permis
ADS;CU;Certificats
""",
    "memberships": f"""\
service;siren;niveau;missions;decide_le;debut;fin
ADS;{COMMUNE};adherente;DP+PC;2026-09-17;2026-10-01;
""",
    "agents": f"""\
matricule;civilite;nom;prenom;statut;categorie;cadre_emplois;grade;temps_travail;employeur_siren;debut;fin
C-0417;Mme;Bonnet;Claire;titulaire;B;Rédacteurs territoriaux;Rédacteur;100;{COMMUNE};2026-01-05;
""",
    "assignments": """\
matricule;service;fondement;quotite;hierarchique_siren;debut;fin
C-0417;ADS;mise_a_disposition_plein_droit;80;;2026-10-01;
""",
    "mission-shares": f"""\
matricule;service;mission;beneficiaire_siren;part;debut;fin
C-0417;ADS;PC;{COMMUNE};52,5;2026-10-01;
C-0417;ADS;DP;{EPCI};27,5;2026-10-01;
""",
}


# Through the window -------------------------------------------------------------------------------


def _create(person: Person, target: Path) -> None:
    shown = person.shown
    field = find(shown, QLineEdit, "epci_search")
    person.qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "chamal")
    person.qtbot.waitUntil(lambda: bool(find(shown, QLabel, "epci_found").text()))
    results = shown.welcome.chooser.results
    for _line in range(results.model().rowCount()):
        if results.choice is not None and results.choice.siren == EPCI:
            break
        QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert shown.registers.path == target
    assert find(shown, QLabel, "register_name").text() == EPCI_NAME


def _mandate(person: Person, search: str, body: str, head: tuple[str, str, str, str, str]) -> None:
    civility, first_name, last_name, quality, begins = head
    person.go_to("bodies")
    person.open_line("bodies", search, body)
    person.show_tab("body_tabs", MANDATES)
    person.press("mandates_first")
    person.choose("mandates_civility", civility)
    person.type("mandates_first_name", first_name)
    person.type("mandates_last_name", last_name)
    person.pick("mandates_quality", fold(quality)[:4], quality)
    person.type("mandates_valid_from", begins)
    person.save("mandates")
    person.press("bodies_back")
    field = person.see(QLineEdit, "bodies_search")
    click(field)
    QTest.keyClick(field, Qt.Key.Key_Escape)


def _service(person: Person) -> None:
    person.go_to("services")
    person.press("services_first")
    person.type("service_code", "ADS")
    person.type("service_name", "Instruction des autorisations")
    assert person.see(ChoiceField, "service_ground").read() is LegalGround.SHARED_SERVICE
    person.pick("service_siren", "clermont auv", EPCI_NAME)
    person.type("service_valid_from", "1/6/26")
    lines = ("PC : Permis de construire", "DP : Travaux sans permis", "CU : Certificats")
    person.type_lines("service_missions", *lines)
    person.press_save("service")
    assert person.reads("services_title") == "Instruction des autorisations"


def _membership(person: Person) -> None:
    person.go_to("memberships")
    table = person.see(MatrixTable, "matrix_table")
    field = person.see(QLineEdit, "matrix_search")
    click(field)
    QTest.keyClicks(field, "chamal")
    person.qtbot.waitUntil(lambda: table.matrix_model.rowCount() == 1)
    place = table.visualRect(table.matrix_model.place_of(COMMUNE, "ADS")).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert person.reads("matrix_panel_title") == COMMUNE_NAME
    person.press("cell_first")
    person.choose("cell_level", Level.USER)
    person.type("cell_decided_on", "17/9/2026")
    person.type("cell_valid_from", "1/10/2026")
    box = person.see(QCheckBox, "cell_missions_CU")
    assert box.isChecked()
    QTest.keyClick(box, Qt.Key.Key_Space)
    person.press_save("cell")
    assert person.reads("matrix_panel_state") != ""


def _agent(person: Person) -> None:
    person.go_to("agents")
    person.press("agents_first")
    person.type("agent_matricule", "C-0417")
    person.pick("agent_civility", "mm", "Mme")
    person.type("agent_first_name", "Claire")
    person.type("agent_last_name", "Bonnet")
    person.pick("agent_employer_siren", "chamal", COMMUNE_NAME)
    person.type("agent_working_time", "100")
    person.choose("agent_status", AgentStatus.TENURED)
    person.pick("agent_cadre_emplois", "redac", "Rédacteurs territoriaux")
    assert person.see(QLineEdit, "agent_category").text() == "B"
    person.pick("agent_grade", "redac", "Rédacteur")
    person.type("agent_valid_from", "05/01/2026")
    person.save("agent")
    assert person.reads("agents_title") == "Claire Bonnet"


def _assignment(person: Person) -> None:
    person.show_tab("agent_tabs", ASSIGNMENTS)
    person.press("assignments_first")
    person.pick("assignments_service", "instr", "Instruction des autorisations")
    person.type("assignments_share", "80")
    person.choose("assignments_ground", AssignmentGround.PROVISION_BY_LAW)
    person.type("assignments_valid_from", "01/10/2026")
    assert person.reads("assignments_hierarchical_0") == f"M. {MAYOR}"
    person.press("shares_add")
    person.pick("shares_0_mission", "permis", "Permis de construire")
    person.pick("shares_0_beneficiary", "chamal", COMMUNE_NAME)
    person.type("shares_0_share", "52,5")
    person.press("shares_add")
    assert person.see(QLineEdit, "shares_1_share").text() == "27,5"
    person.pick("shares_1_mission", "trav", "Travaux sans permis")
    person.pick("shares_1_beneficiary", "clerm", EPCI_NAME)
    assert person.reads("assignments_operational_0") == f"M. {MAYOR}"
    assert person.reads("assignments_operational_1") == f"Mme {PRESIDENT}"
    person.press_save("assignments")
    assert person.reads("assignments_hierarchical_shown_0") == f"M. {MAYOR}"


def _authorities(person: Person) -> None:
    person.go_to("authorities")
    rows = person.cells("authorities_table")
    assert len(rows) == 2
    for row in rows:
        agent, mission, beneficiary, share, hierarchical, operational = row
        of_commune = beneficiary == COMMUNE_NAME
        assert "Bonnet Claire" in agent
        assert ("Permis de construire" if of_commune else "Travaux sans permis") in mission
        assert share == ("52,5 %" if of_commune else "27,5 %")
        assert f"M. {MAYOR}" in hierarchical
        assert COMMUNE_NAME in hierarchical
        assert (f"M. {MAYOR}" if of_commune else f"Mme {PRESIDENT}") in operational
        assert (COMMUNE_NAME if of_commune else EPCI_NAME) in operational
    # Before the assignment nobody commands.
    _look_at(person, "30/9/26")
    person.qtbot.waitUntil(lambda: not _has_rows(person))
    _look_at(person, "=")
    person.qtbot.waitUntil(lambda: _has_rows(person))


def _has_rows(person: Person) -> bool:
    return find(person.page, RecordTable, "authorities_table").paged_model.count > 0


def _look_at(person: Person, day: str) -> None:
    field = find(person.shown, QLineEdit, "situation_date")
    click(field)
    field.selectAll()
    QTest.keyClicks(field, day)
    QTest.keyClick(field, Qt.Key.Key_Return)


def _convention(person: Person, out: Path) -> bytes:
    """Look at the convention and print it; gives back what the preview holds."""
    person.go_to("conventions")
    listed = person.see(BodyChecks, "conventions_bodies")
    assert [listed.item(row).text() for row in range(listed.count())] == [COMMUNE_NAME]
    paper = person.see(PdfPreview, "conventions_preview")
    assert paper.page_count > 3
    person.press("conventions_preview_next")
    assert person.reads("conventions_preview_page").startswith("2 /")
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Space)
    assert listed.checked == [COMMUNE]
    person.press("conventions_print")
    result = person.see(QDialog, "conventions_result")
    assert [path.name for path in out.iterdir()] == [CONVENTION]
    click(find(result, QAbstractButton, "result_close"))
    return paper.data


def _through_the_window(qtbot: QtBot, shown: MainWindow, register: Path, out: Path) -> bytes:
    person = Person(qtbot, shown)
    _create(person, register)
    president = ("Mme", "Sylvie", "Arnal", "Présidente", "10/04/2026")
    _mandate(person, "metropole", EPCI_NAME, president)
    _mandate(person, "chamalieres", COMMUNE_NAME, ("M.", "Paul", "Tixier", "Maire", "28/03/2026"))
    _service(person)
    _membership(person)
    _agent(person)
    _assignment(person)
    _authorities(person)
    return _convention(person, out)


# By the command line ------------------------------------------------------------------------------


def _run(register: Path, *arguments: object) -> bytes:
    """One command in a process of its own, which must succeed; gives back what it says."""
    done = subprocess.run(
        [sys.executable, "-m", "mutudesk", "--db", register, *map(str, arguments)],
        capture_output=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, (arguments, done.stderr.decode())
    assert not done.stderr or "print" in arguments  # which tells points to settle
    return done.stdout


def _by_command_line(register: Path, folder: Path, out: Path) -> None:
    folder.mkdir()
    _run(register, "init", "--epci", EPCI)
    for kind, text in FILES.items():
        path = folder / f"{kind}.csv"
        path.write_text(text, encoding="utf-8")
        _run(register, "import", kind, path)
    _run(register, "print", "--service", "ADS", "--on", TODAY, "--out", out)


def _exports(register: Path, folder: Path) -> dict[str, bytes]:
    _run(register, "export", "all", folder)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


# A list of options asks the platform for the keyboard, which offscreen cannot give.
@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_window_and_command_line_lead_to_the_same(
    qtbot: QtBot, tmp_path: Path, dialogs: Dialogs
) -> None:
    by_hand, by_command = tmp_path / "fenetre.mutu", tmp_path / "commande.mutu"
    out_of_window, out_of_command = tmp_path / "imprime", tmp_path / "ecrit"
    out_of_window.mkdir()
    dialogs.answer("QFileDialog.getSaveFileName", (str(by_hand.with_suffix("")), ""))
    dialogs.answer("QFileDialog.getExistingDirectory", str(out_of_window))
    with window(qtbot, tmp_path) as shown:
        seen = _through_the_window(qtbot, shown, by_hand, out_of_window)
    _by_command_line(by_command, tmp_path / "csv", out_of_command)

    listed = _run(by_hand, "authorities", "--on", TODAY)
    assert listed == _run(by_command, "authorities", "--on", TODAY)
    lines = listed.decode().splitlines()
    assert len(lines) == 3
    assert all(f"{COMMUNE_NAME};{MAYOR};Maire" in line for line in lines[1:])
    assert sum(f"{EPCI_NAME};{PRESIDENT};Présidente" in line for line in lines) == 1

    exports = _exports(by_hand, tmp_path / "de-fenetre")
    assert len(exports) == len(ExchangeKind)
    assert exports == _exports(by_command, tmp_path / "de-commande")

    printed = (out_of_window / CONVENTION).read_bytes()
    assert printed == seen
    assert printed == (out_of_command / CONVENTION).read_bytes()
    _run(by_hand, "check")
