"""Commands on a register that others may write in, from other machines or through copies."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, NamedTuple

import pytest

from mutudesk.app import main
from tests.builders import EPCI, digest, make_register, world

if TYPE_CHECKING:
    from pathlib import Path

NOTE = {"who": "l.montel", "host": "poste-rh-2", "since": "2026-03-02T08:15+01:00"}
AGENT = f"B-1;M.;Zola;Émile;titulaire;B;;;50;{EPCI};2015-01-01;\n"
COLUMNS = (
    "matricule;civilite;nom;prenom;statut;categorie;cadre_emplois;grade;temps_travail;"
    "employeur_siren;debut;fin\n"
)


class Said(NamedTuple):
    """What a command answered."""

    code: int
    out: str
    err: list[str]


class Command:
    """Runs commands on one register."""

    def __init__(self, db: Path, captured: pytest.CaptureFixture[bytes]) -> None:
        self.db = db
        self._captured = captured

    def __call__(self, *arguments: str) -> Said:
        code = main(["--db", str(self.db), *arguments])
        out, err = self._captured.readouterr()
        return Said(code, out.decode(), err.decode().splitlines())


@pytest.fixture
def given(tmp_path: Path) -> str:
    path = tmp_path / "agents.csv"
    path.write_text(COLUMNS + AGENT, encoding="utf-8")
    return str(path)


def test_a_writing_command_is_refused_while_another_machine_holds_the_file(
    tmp_path: Path, given: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    command = Command(make_register(tmp_path, world()), capsysbinary)
    note = command.db.with_name(f".{command.db.name}.holder")
    note.write_text(json.dumps(NOTE), encoding="utf-8")
    before = digest(command.db)
    done = command("import", "agents", given)
    (line,) = done.err
    assert (done.code, done.out) == (1, "")
    assert all(each in line for each in ("l.montel", "poste-rh-2", "02/03/2026", "--take-lock"))
    assert command("restore").code == 1
    for reading in (["import", "agents", given, "--dry-run"], ["check"], ["history"], ["backups"]):
        done = command(*reading)
        assert (done.code, done.err) == (0, []), reading
    assert digest(command.db) == before
    assert json.loads(note.read_text()) == NOTE
    done = command("--take-lock", "import", "agents", given)
    assert (done.code, done.err) == (0, [])
    assert digest(command.db) != before
    assert not note.exists()


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_writing_command_warns_of_a_synchronised_folder(
    tmp_path: Path, given: str, form: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    folder = tmp_path / "OneDrive - Ville de Riom"
    folder.mkdir()
    command = Command(make_register(folder, world()), capsysbinary)
    done = command("import", "agents", given, "--format", form)
    (line,) = done.err
    assert (done.code, "OneDrive" in line) == (0, True)
    if form == "json":
        assert json.loads(done.out)["done"]
    for reading in (["check"], ["export", "agents", str(tmp_path / "sortie.csv")]):
        assert command(*reading).err == []
    made = Command(folder / "neuf.mutu", capsysbinary)("init", "--epci", EPCI)
    (line,) = made.err
    assert (made.code, "OneDrive" in line) == (0, True)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes")
@pytest.mark.parametrize("kind", ["agents", "rne-maires", "all"])
def test_a_pipe_is_refused_and_not_waited_for(
    tmp_path: Path, kind: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    command = Command(make_register(tmp_path, world()), capsysbinary)
    folder = tmp_path / "lot"
    folder.mkdir()
    pipe = folder / "agents.csv"
    os.mkfifo(pipe)
    done = command("import", kind, str(folder if kind == "all" else pipe))
    (line,) = done.err
    assert (done.code, "agents.csv" in line) == (1, True)
