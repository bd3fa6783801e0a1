"""The command line as an office uses it: one process a command."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from mutudesk.app import main
from tests.builders import BEAUMONT, EPCI, digest
from tests.e2e.command_runs import MANDATES, ROOT, accepted, refused, refused_here, run
from tests.plain_text import plain

# Import -------------------------------------------------------------------------------------------


def test_a_refused_import_says_file_line_column_and_reason(register: Path) -> None:
    given = register.with_name("mandats.csv")
    given.write_text(
        MANDATES
        + f"{BEAUMONT};Maire;M.;Alain;Dumeil;non;30/02/2014;\n"
        + "123;Maire;M.;Alain;Dumeil;non;2014-03-30;\n"
        + f"{BEAUMONT};Maire;M.;Alain;Dumeil;peut-être;2014-03-30;\n",
        encoding="cp1252",
    )
    before = digest(register)
    for options in ([], ["--dry-run"]):
        summary, *lines = refused("import", "mandates", given, *options, db=register)
        assert "3" in summary
        places = [
            re.match(r"mandats\.csv, ligne (\d+), colonne (\w+) : (.+)", plain(line))
            for line in lines
        ]
        assert [(each[1], each[2]) for each in places if each] == [
            ("2", "debut"),
            ("3", "siren"),
            ("4", "interim"),
        ]
        assert "30/02/2014" in lines[0]
        assert digest(register) == before


def test_a_rule_is_refused_at_its_line_too(register: Path) -> None:
    given = register.with_name("mandats.csv")
    given.write_text(MANDATES + f"{BEAUMONT};Maire;M.;Jean;Neuf;non;2021-01-01;2021-12-31\n")
    summary, line = refused("import", "mandates", given, db=register)
    assert "1" in summary
    assert plain(line).startswith("mandats.csv, ligne 2, colonne debut : ")
    assert "Jean Neuf" in plain(line)


def test_an_import_is_told_tried_and_done_once(register: Path) -> None:
    given = register.with_name("agents.csv")
    given.write_text(
        "matricule;civilite;nom;prenom;statut;categorie;cadre_emplois;grade;temps_travail;"
        "employeur_siren;debut;fin\n"
        f"É+1;M.;Neuf;Jean;cdi;B;;;100;{EPCI};2016-01-01;\n".replace("+", "-"),
        encoding="utf-8",
    )
    before = digest(register)
    foreseen = accepted("import", "agents", given, "--dry-run", db=register)
    assert digest(register) == before
    done = accepted("import", "agents", given, db=register)
    assert digest(register) != before
    assert len(foreseen.splitlines()) == len(done.splitlines()) == 1
    after = digest(register)
    accepted("import", "agents", given, db=register)
    assert digest(register) == after
    # A terminal may give the accent apart.
    apart = unicodedata.normalize("NFD", "É-1")
    accepted("authorities", "--on", "2016-09-01", "--agent", apart, db=register)


def test_a_name_of_a_file_that_is_no_text(register: Path) -> None:
    given = register.with_name("mandats \udce9.csv")
    given.write_text(MANDATES)
    accepted("import", "mandates", given, db=register)
    target = register.with_name("export \udce9.csv")
    done = run("export", "mandates", target, db=register)
    assert (done.returncode, done.stdout) == (0, os.fsencode(f"{target}\n"))
    assert target.exists()


# Usage and odd surroundings -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ["authorities"],
        ["authorities", "--on", "30/02/2016"],
        ["authorities", "--on", "2016-09-01", "--format", "xml"],
        ["authorities", "--on", "2016-09-01", "--commune", "123"],
        ["init"],
        ["init", "--epci", "246300702"],
        ["import", "fleurs", "x.csv"],
        ["import", "agents"],
        ["export", "rne-maires", "x.csv"],
        ["export", "agents", "x.csv", "--on", "hier"],
        ["print", "--service", "ADS"],
        ["check", "trop"],
        ["--lang", "de", "check"],
        ["--db"],
        ["effacer"],
    ],
)
def test_usage(arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--db", str(tmp_path / "x.mutu"), *arguments])
    assert ended.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("mutudesk")
    assert list(tmp_path.iterdir()) == []


def test_usage_and_version_from_outside(tmp_path: Path) -> None:
    assert run("check", "trop", db=tmp_path / "x").returncode == 2
    assert re.fullmatch(r"MutuDesk \d+\.\d+\S*\n", accepted("--version"))


@pytest.mark.parametrize(
    "command",
    [
        ["import", "agents", "x.csv"],
        ["import", "all", "x"],
        ["export", "agents", "x.csv"],
        ["export", "all", "x"],
        ["authorities", "--on", "2016-09-01"],
        ["print", "--service", "ADS", "--on", "2016-09-01", "--out", "pdf"],
        ["check"],
    ],
)
def test_a_missing_register_is_refused_and_nothing_made(
    tmp_path: Path,
    command: list[str],
    capsysbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(refused_here(capsysbinary, tmp_path / "absent.mutu", *command)) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_leaves(demo: Path) -> None:
    command = f"'{sys.executable}' -m mutudesk --db '{demo}' authorities --on 2016-09-01"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command} | true"],  # noqa: S607 - the shell of the path
        capture_output=True,
        check=False,
        cwd=ROOT,
    )
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
def test_a_full_disk_behind_the_output(demo: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run(
            "authorities", "--on", "2016-09-01", db=demo, capture_output=False,
            stdout=full, stderr=subprocess.PIPE,
        )  # fmt: skip
    assert done.returncode == 1
    assert len(done.stderr.decode().splitlines()) == 1


def test_without_any_stream(register: Path) -> None:
    command = f"'{sys.executable}' -m mutudesk --db '{register}' check <&- >&- 2>&-"
    done = subprocess.run(["bash", "-c", command], check=False, cwd=ROOT)  # noqa: S607 - the shell
    assert done.returncode == 0
