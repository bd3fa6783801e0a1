"""`mutudesk print` as an office writes it: its words, what it writes, how it refuses."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mutudesk.app import main
from mutudesk.usecases.creation import create_demonstration
from tests.documents.contents import text_of
from tests.documents.places import rows_of
from tests.documents.test_authorities import AGENT, HEADS, HIERARCHICAL, OPERATIONAL

ROOT = Path(__file__).resolve().parents[2]
ON = ("--on", "2016-09-01")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.mutu"
    create_demonstration(path)
    return path


def done(db: Path, *words: object) -> int:
    return main(["--db", str(db), "print", *map(str, words)])


def test_a_list_by_service_and_one_by_mayor(
    demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    by_service, by_mayor = tmp_path / "services.pdf", tmp_path / "maires.pdf"
    assert done(demo, "authorities", *ON, "--out", by_service) == 0
    assert (
        done(demo, "authorities", "--on", "01/09/2016", "--group", "mayor", "--out", by_mayor) == 0
    )
    assert capsys.readouterr().out.splitlines() == [str(by_service), str(by_mayor)]
    rows = rows_of(by_service.read_bytes(), HEADS)
    assert rows[0][AGENT] == "ADS – Autorisations du droit des sols"
    assert rows[1][HIERARCHICAL] == "Clermont Communauté M. Olivier Chazal (exemple), Président"
    assert rows[1][OPERATIONAL] == "Cournon-d’Auvergne M. Bertrand Pasquiou (exemple), Maire"
    assert rows_of(by_mayor.read_bytes(), HEADS)[0][AGENT].startswith("Aubière – M. Christian")


def test_the_name_of_the_agglomeration_is_that_of_the_date(demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "liste.pdf"
    assert done(demo, "authorities", "--on", "2018-06-01", "--out", out) == 0
    text = text_of(out.read_bytes())
    assert "Clermont Auvergne Métropole Qui commande qui" in text
    assert "Clermont Communauté" not in text


def test_an_existing_file_is_refused_unless_it_is_to_be_replaced(
    demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "liste.pdf"
    words = ("authorities", *ON, "--service", "SIG", "--out", out)
    assert done(demo, *words) == 0
    assert done(demo, *words) == 0
    out.write_bytes(b"ours")
    capsys.readouterr()
    assert done(demo, *words) == 1
    said = capsys.readouterr()
    assert (said.out, out.read_bytes()) == ("", b"ours")
    assert "--replace" in said.err
    assert len(said.err.splitlines()) == 1
    assert done(demo, *words, "--replace") == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_the_register_is_never_replaced(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = demo.read_bytes()
    assert done(demo, "authorities", *ON, "--out", demo, "--replace") == 1
    assert "registre" in capsys.readouterr().err
    assert demo.read_bytes() == before


def test_an_unknown_service_is_refused_in_words(
    demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "liste.pdf"
    assert done(demo, "authorities", *ON, "--service", "XX", "--out", out) == 1
    assert capsys.readouterr().err.startswith("Aucun service de ce registre n’a le code «\u00a0XX")
    assert not out.exists()


def test_a_missing_register_is_refused_and_nothing_made(tmp_path: Path) -> None:
    assert done(tmp_path / "absent.mutu", "authorities", *ON, "--out", tmp_path / "l.pdf") == 1
    assert list(tmp_path.iterdir()) == []


def test_conventions_need_no_word_and_print_the_same_with_it(demo: Path, tmp_path: Path) -> None:
    words = ("--service", "SIG", *ON, "--out")
    assert done(demo, *words, tmp_path / "old") == 0
    assert done(demo, "convention", *words, tmp_path / "new") == 0
    printed = [
        {path.name: path.read_bytes() for path in (tmp_path / each).iterdir()}
        for each in ("old", "new")
    ]
    assert printed[0] == printed[1]
    assert len(printed[0]) == 5


@pytest.mark.parametrize("zone", ["UTC", "Asia/Tokyo"])
def test_another_process_writes_the_same_bytes(demo: Path, tmp_path: Path, zone: str) -> None:
    here, there = tmp_path / "here.pdf", tmp_path / "there.pdf"
    assert done(demo, "authorities", *ON, "--out", here) == 0
    subprocess.run(
        [
            sys.executable,
            "-m",
            "mutudesk",
            "--db",
            str(demo),
            "print",
            "authorities",
            *ON,
            "--out",
            str(there),
        ],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": "77", "TZ": zone, "LC_ALL": "C"},
        check=True,
        capture_output=True,
    )
    assert there.read_bytes() == here.read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "il manque --service, --on, --out"),
        ("authorities", "il manque --on, --out"),
        ("authorities --on 2016-09-01", "il manque --out"),
        ("authorities --on hier --out x", "--on :"),
        ("authorities --on 2016-09-01 --out x --group agent", "écrire service, mayor"),
        ("authorities --on 2016-09-01 --out x --commune 216300145", "de trop : --commune"),
        ("--service ADS --on 2016-09-01 --out x --group mayor", "de trop : --group"),
        ("--service ADS --on 2016-09-01 --out x authorities", "de trop : authorities"),
        ("fleurs --on 2016-09-01 --out x", "écrire convention, authorities"),
    ],
)
def test_usage(
    demo: Path,
    tmp_path: Path,
    words: str,
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        done(demo, *words.split())
    assert ended.value.code == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert said in shown.err.replace("\u00a0", " ").replace("\u202f", " ")
    assert "usage" in shown.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", ["-h", "convention -h", "authorities --help"])
def test_help(demo: Path, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        done(demo, *words.split())
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("usage")
