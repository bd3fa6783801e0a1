"""`mutudesk history` as an office writes it: the journal read back, and how it refuses."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from mutudesk.app import main
from mutudesk.storage.register_file import RegisterFile
from mutudesk.usecases.creation import create_demonstration
from tests.builders import AUBIERE, digest
from tests.plain_text import plain
from tests.storage.test_crash import INTERRUPTED, ROOT, state

NEVER = (
    "Le journal n'a rien, ni aujourd'hui ni autrefois, sous la clé « inconnu » du type de liste "
    "agents. Vérifiez la clé."
)
SHAPE = (
    f"« {AUBIERE} » n'est pas une clé du type de liste mandates."
    " Écrivez-la ainsi : siren+interim+debut."
)
FROZEN = Path(__file__).resolve().parents[1] / "data" / "first_schema.mutu"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.mutu"
    create_demonstration(path)
    return path


@pytest.fixture
def register(demo: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(demo, tmp_path / "registre.mutu"))


def done(db: Path, *words: object) -> int:
    return main(["--db", str(db), *map(str, words)])


def rows(captured: pytest.CaptureFixture[bytes], db: Path, *words: object) -> list[dict[str, str]]:
    """What `history` writes to standard output."""
    captured.readouterr()
    assert done(db, "history", *words) == 0
    said = captured.readouterr()
    assert said.err == b""
    assert not said.out.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(said.out.decode(), newline=""), delimiter=";"))


def test_a_correction_taken_in_is_read_back(
    register: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    given = register.with_name("agents.csv")
    assert done(register, "export", "agents", given) == 0
    lines = given.read_text(encoding="utf-8-sig").splitlines()
    agent = next(csv.DictReader(lines, delimiter=";"))
    assert agent["prenom"] != "Léa"
    given.write_text(
        "\n".join(lines[:1] + [each.replace(f";{agent['prenom']};", ";Léa;")
                               for each in lines if each.startswith(f"{agent['matricule']};")]),
        encoding="utf-8",
    )  # fmt: skip
    assert done(register, "import", "agents", given) == 0
    (row,) = [
        each
        for each in rows(capsysbinary, register, "--kind", "agents", "--key", agent["matricule"])
        if each["action"] == "import"
    ]
    assert (row["champ"], row["avant"], row["apres"]) == ("prenom", agent["prenom"], "Léa")
    assert (row["nature"], row["enregistrement"], row["cle"]) == (
        "agents",
        "agent",
        agent["matricule"],
    )
    assert row["horodatage"].endswith("+00:00")
    with closing(sqlite3.connect(register)) as connection:
        newest = connection.execute("SELECT seq, hash FROM journal ORDER BY seq DESC").fetchone()
    assert (int(row["ligne"]), row["empreinte"]) == newest

    assert done(register, "history", "--kind", "agents", "--format", "json") == 0
    data = json.loads(capsysbinary.readouterr().out)
    assert data["head"] == newest[1]
    assert data["lines"][-1] == row


def test_it_reads_beside_a_window_and_writes_nothing(
    register: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    before = digest(register)
    assert rows(capsysbinary, register)
    assert [each.name for each in register.parent.iterdir()] == [register.name]
    with RegisterFile.open_to_write(register):
        assert rows(capsysbinary, register, "--since", "1/1/2020")
    assert rows(capsysbinary, register, "--since", "2199-01-01") == []
    assert digest(register) == before


def test_an_interrupted_write_is_not_mended(
    register: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    subprocess.run([sys.executable, "-c", INTERRUPTED, str(register)], check=False, cwd=ROOT)
    before = state(register)
    assert done(register, "history") == 1
    captured = capsysbinary.readouterr()
    assert (captured.out, captured.err.count(b"\n")) == (b"", 1)
    assert state(register) == before


def test_a_register_of_the_former_schema(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = Path(shutil.copy(FROZEN, tmp_path / "ancien.mutu"))
    before = digest(path)
    found = rows(capsysbinary, path)
    assert len({each["ligne"] for each in found}) > 10
    assert rows(capsysbinary, path, "--kind", "services")
    assert digest(path) == before


@pytest.mark.parametrize(
    ("kind", "key", "said"),
    [
        ("agents", "inconnu", NEVER),
        ("mandates", AUBIERE, SHAPE),
        ("agents", "A+hier", "« hier » n'est pas une date. Écrivez-la 01/09/2016 ou 2016-09-01."),
    ],
)
def test_a_key_that_is_refused(
    demo: Path, kind: str, key: str, said: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert done(demo, "history", "--kind", kind, "--key", key) == 1
    captured = capsysbinary.readouterr()
    assert captured.out == b""
    assert plain(captured.err.decode()) == f"{said}\n"


@pytest.mark.parametrize(
    "words",
    [
        ("--kind", "fleurs"),
        ("--kind", "all"),
        ("--key", "A-1"),
        ("--since", "hier"),
        ("--format", "xml"),
        ("agents",),
    ],
)
def test_usage(demo: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        done(demo, "history", *words)
    assert ended.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("mutudesk")


def test_a_missing_register(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert done(tmp_path / "absent.mutu", "history") == 1
    assert capsysbinary.readouterr().out == b""
    assert list(tmp_path.iterdir()) == []
