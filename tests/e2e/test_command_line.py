"""The command line as an office uses it: one process a command."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import unicodedata
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from mutudesk.app import main
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.storage.register_file import RegisterFile
from tests.builders import BEAUMONT, CLERMONT, EPCI, digest
from tests.demonstration import LE_CENDRE
from tests.plain_text import plain

ROOT = Path(__file__).resolve().parents[2]
HEADER = (
    "matricule;nom;prenom;service;mission;beneficiaire_siren;beneficiaire;part;"
    "hierarchique_siren;hierarchique;hierarchique_titulaire;hierarchique_qualite;"
    "operationnelle_siren;operationnelle;operationnelle_titulaire;operationnelle_qualite"
)


def run(
    *arguments: object,
    db: Path | None = None,
    **options: Any,  # noqa: ANN401 - of subprocess
) -> subprocess.CompletedProcess[bytes]:
    """One command in a process of its own; never a traceback."""
    given = ["--db", db, *arguments] if db else [*arguments]
    options = {"capture_output": True, "cwd": ROOT, **options}
    done: subprocess.CompletedProcess[bytes] = subprocess.run(
        [sys.executable, "-m", "mutudesk", *map(os.fsencode, map(str, given))],
        check=False,
        **options,
    )
    assert b"Traceback" not in (done.stderr or b"")
    return done


def accepted(*arguments: object, db: Path | None = None) -> str:
    done = run(*arguments, db=db)
    assert done.returncode == 0 and (not done.stderr or "print" in arguments)  # noqa: PT018
    return done.stdout.decode()


def refused(*arguments: object, db: Path | None = None) -> list[str]:
    """The lines of standard error of a refused command; standard output stays empty."""
    done = run(*arguments, db=db)
    assert (done.returncode, done.stdout) == (1, b"")
    return done.stderr.decode().splitlines()


def refused_here(captured: pytest.CaptureFixture[bytes], db: Path, *arguments: str) -> list[str]:
    """The same in this process, where starting one more would show nothing new."""
    assert main(["--db", str(db), *arguments]) == 1
    said = captured.readouterr()
    assert said.out == b""
    return said.err.decode().splitlines()


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration; nobody writes in it."""
    path = tmp_path_factory.mktemp("demo") / "demonstration.mutu"
    assert str(path) in accepted("demo", db=path)
    return path


@pytest.fixture
def register(demo: Path, tmp_path: Path) -> Path:
    """A copy of the demonstration to write in."""
    return Path(shutil.copy(demo, tmp_path / "registre.mutu"))


# Who commands whom --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "agglomeration", "heads"),
    [
        (
            "2016-09-01",
            ("Clermont Communauté", "Olivier Chazal (exemple)", "Président"),
            {BEAUMONT: ("Alain Dumeil (exemple)", "Maire")},
        ),
        (
            "01/06/2017",
            ("Clermont Auvergne Métropole", "Olivier Chazal (exemple)", "Président"),
            {LE_CENDRE: ("Hervé Pronière (exemple)", "Maire")},
        ),
        (
            "2018-06-01",
            ("Clermont Auvergne Métropole", "Olivier Chazal (exemple)", "Président"),
            {LE_CENDRE: ("Lucie Montel (exemple)", "1re adjointe, par intérim")},
        ),
        (
            "2020-08-01",
            ("Clermont Auvergne Métropole", "Olivier Chazal (exemple)", "Président"),
            {BEAUMONT: ("Hélène Astier (exemple)", "Maire")},
        ),
    ],
)
def test_authorities(
    demo: Path,
    on: str,
    agglomeration: tuple[str, str, str],
    heads: dict[str, tuple[str, str]],
) -> None:
    done = run("authorities", "--on", on, db=demo)
    assert (done.returncode, done.stderr) == (0, b"")
    assert not done.stdout.startswith(b"\xef\xbb\xbf")
    text = done.stdout.decode()
    assert text.splitlines()[0] == HEADER
    lines = table(text)
    assert len(lines) >= 30
    own = [line for line in lines if line["beneficiaire_siren"] == EPCI]
    assert {
        (line["operationnelle"], line["operationnelle_titulaire"], line["operationnelle_qualite"])
        for line in own
    } == {agglomeration}
    assert {line["beneficiaire"] for line in own} == {agglomeration[0]}
    for siren, head in heads.items():
        found = {
            (line["operationnelle_titulaire"], line["operationnelle_qualite"])
            for line in lines
            if line["operationnelle_siren"] == siren
        }
        assert found == {head}
    assert {line["hierarchique_siren"] for line in lines} >= {EPCI, CLERMONT}
    key = ("matricule", "service", "mission", "beneficiaire_siren")
    assert lines == sorted(lines, key=lambda line: [line[name] for name in key])


def test_json_says_the_same(demo: Path) -> None:
    text = accepted("authorities", "--on", "2016-09-01", db=demo)
    data = accepted("authorities", "--on", "2016-09-01", "--format", "json", db=demo)
    assert json.loads(data) == table(text)


def test_filters(demo: Path) -> None:
    def lines(*filters: str) -> list[dict[str, str]]:
        return table(accepted("authorities", "--on", "2016-09-01", *filters, db=demo))

    whole = lines()
    assert lines("--service", "ADS") == [each for each in whole if each["service"] == "ADS"]
    assert lines("--commune", "216 300 327") == [
        each for each in whole if each["beneficiaire_siren"] == BEAUMONT
    ]
    both = lines("--agent", "A-0377", "--service", "ADS")
    assert both == [each for each in whole if each["matricule"] == "A-0377"]
    assert both


def test_a_known_agent_without_lines(demo: Path) -> None:
    text = accepted("authorities", "--on", "1950-01-01", "--agent", "A-0377", db=demo)
    assert text.splitlines() == [HEADER]
    data = accepted(
        "authorities", "--on", "1950-01-01", "--agent", "A-0377", "--format", "json", db=demo
    )
    assert json.loads(data) == []


@pytest.mark.parametrize(
    "wanted",
    [
        ("--agent", "Z-9999"),
        ("--agent", ""),
        ("--service", "ads"),
        ("--commune", "216302208"),
    ],
)
def test_an_unknown_name_is_refused(
    demo: Path, wanted: tuple[str, str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    lines = refused_here(capsysbinary, demo, "authorities", "--on", "2016-09-01", *wanted)
    assert len(lines) == 1
    assert wanted[1].replace(" ", "") in plain(lines[0]).replace(" ", "")


# Import -------------------------------------------------------------------------------------------

MANDATES = "siren;qualite;civilite;prenom;nom;interim;debut;fin\n"


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


# Export, init, and the whole way round ------------------------------------------------------------


def test_an_export_goes_into_a_new_register_and_comes_out_the_same(
    demo: Path, tmp_path: Path
) -> None:
    written = accepted("export", "all", tmp_path / "un", db=demo).splitlines()
    assert written == [str(tmp_path / "un" / f"{kind.value}.csv") for kind in ExchangeKind]
    new = tmp_path / "neuf.mutu"
    accepted("init", "--epci", EPCI, db=new)
    accepted("import", "all", tmp_path / "un", db=new)
    accepted("export", "all", tmp_path / "deux", db=new)
    for name in written:
        path = Path(name)
        assert path.read_bytes() == (tmp_path / "deux" / path.name).read_bytes()
    before = digest(new)
    accepted("import", "all", tmp_path / "deux", db=new)
    assert digest(new) == before
    accepted("export", "agents", tmp_path / "jour.csv", "--on", "2016-08-31", db=new)
    employers = {
        line["matricule"]: line["employeur_siren"]
        for line in table((tmp_path / "jour.csv").read_text(encoding="utf-8-sig"))
    }
    assert employers["C-1310"] == CLERMONT


def test_the_register_is_never_replaced_by_an_export(register: Path) -> None:
    before = digest(register)
    assert len(refused("export", "agents", register, db=register)) == 1
    assert digest(register) == before


def test_a_whole_journey(tmp_path: Path) -> None:
    """From nothing to a convention, with the files an office would write."""
    db, folder = tmp_path / "registre.mutu", tmp_path / "fichiers"
    folder.mkdir()
    accepted("init", "--epci", EPCI, db=db)
    files = {
        "mandates": [
            f"{EPCI};Président;M.;Paul;Présidant;non;2014-04-25;",
            f"{BEAUMONT};Maire;Mme;Anne;Élue;non;2014-03-30;",
        ],
        "services": [f"R&D;Recherche;L5211-4-2;{EPCI};01/07/2015;"],
        "missions": ["R&D;PC;Permis de construire"],
        "memberships": [f"R&D;{BEAUMONT};adhérente;;2015-06-01;2015-07-01;"],
        "agents": [f"A 1;M.;Œil;Jean;titulaire;B;Rédacteurs;Rédacteur;80;{EPCI};2010-01-01;"],
        "assignments": ["A 1;R&D;affectation_interne;80;;2015-07-01;"],
        "mission-shares": [
            f"A 1;R&D;PC;{BEAUMONT};37,5;2015-07-01;",
            f"A 1;R&D;PC;{EPCI};42,5;2015-07-01;",
        ],
    }
    headers = {
        "mandates": MANDATES.strip(),
        "services": "code;nom;fondement;gestionnaire_siren;debut;fin",
        "missions": "service;code;libelle",
        "memberships": "service;siren;niveau;missions;decide_le;debut;fin",
        "agents": "matricule;civilite;nom;prenom;statut;categorie;cadre_emplois;grade;"
        "temps_travail;employeur_siren;debut;fin",
        "assignments": "matricule;service;fondement;quotite;hierarchique_siren;debut;fin",
        "mission-shares": "matricule;service;mission;beneficiaire_siren;part;debut;fin",
    }
    for kind, lines in files.items():
        path = folder / f"{kind}.csv"
        path.write_text("\n".join([headers[kind], *lines, ""]), encoding="utf-8")
    accepted("import", "mandates", folder / "mandates.csv", db=db)
    accepted("import", "all", folder, db=db)
    found = table(accepted("authorities", "--on", "2016-09-01", db=db))
    assert [
        (line["part"], line["hierarchique_titulaire"], line["operationnelle_titulaire"])
        for line in found
    ] == [
        ("37.5", "Paul Présidant", "Anne Élue"),
        ("42.5", "Paul Présidant", "Paul Présidant"),
    ]
    printed = accepted(
        "print", "--service", "R&D", "--on", "2016-09-01", "--out", tmp_path / "pdf", db=db
    )
    name, effect = printed.strip().split("\t")
    assert Path(name).read_bytes().startswith(b"%PDF-")
    assert (BEAUMONT in name, effect) == (True, "2015-07-01")
    accepted("check", db=db)


def test_conventions_that_cannot_be_made_are_named(
    register: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    given = tmp_path / "services.csv"
    given.write_text(
        f"code;nom;fondement;gestionnaire_siren;debut;fin\nMAD;Service;L5211-4-1;{EPCI};2016-01-01;\n"
    )
    accepted("import", "services", given, db=register)
    command = ["print", "--on", "2016-09-01", "--out", str(tmp_path / "pdf"), "--service"]
    for code in ("MAD", "XX"):
        (line,) = refused_here(capsysbinary, register, *command, code)
        assert code in line or "Service" in line
    stranger = ["--commune", "216302547", "--commune", BEAUMONT]
    assert main(["--db", str(register), *command, "ADS", *stranger]) == 1
    said = capsysbinary.readouterr()
    assert len(said.out.splitlines()) == 1
    assert len(said.err.splitlines()) >= 2
    assert len(list((tmp_path / "pdf").iterdir())) == 1


def test_the_official_list_of_mayors(
    register: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    given = tmp_path / "elus-maires.csv"
    given.write_text(
        "Code du département;Code de la commune;Nom de l'élu;Prénom de l'élu;Code sexe;"
        "Date de début de la fonction\n63;63032;NEUVE;Anne;F;2020-05-25\n75;75056;X;Y;F;2020-01-01",
        encoding="utf-8",
    )
    assert main(["--db", str(register), "import", "rne-maires", str(given)]) == 0
    capsysbinary.readouterr()
    lines = table(accepted("authorities", "--on", "2020-08-01", db=register))
    assert {
        line["operationnelle_titulaire"]
        for line in lines
        if line["operationnelle_siren"] == BEAUMONT
    } == {"Anne Neuve"}


@pytest.mark.parametrize("command", [("init", "--epci", EPCI), ("demo",)])
def test_an_existing_path_is_never_replaced(tmp_path: Path, command: tuple[str, ...]) -> None:
    path = tmp_path / "registre.mutu"
    path.write_bytes(b"")
    assert len(refused(*command, db=path)) == 1
    assert path.read_bytes() == b""


def test_an_unknown_agglomeration(tmp_path: Path) -> None:
    assert CLERMONT in plain(
        refused("init", "--epci", CLERMONT, db=tmp_path / "x.mutu")[0]
    ).replace(" ", "")
    assert list(tmp_path.iterdir()) == []


# Check --------------------------------------------------------------------------------------------


def test_check_lists_warnings_and_changes_nothing(demo: Path) -> None:
    before = digest(demo), demo.stat().st_mtime_ns
    done = run("check", db=demo)
    assert done.returncode == 0
    assert len(done.stdout.decode().splitlines()) >= 1
    assert (digest(demo), demo.stat().st_mtime_ns) == before
    assert [each.name for each in demo.parent.iterdir()] == [demo.name]


def test_check_finds_a_broken_rule_and_a_changed_journal(register: Path) -> None:
    with closing(sqlite3.connect(register)) as connection:
        connection.execute("UPDATE position SET working_time = 1 WHERE id = 1")
        connection.execute("DROP TRIGGER journal_append_only_update")
        connection.execute("UPDATE journal SET who = 'x' WHERE seq = 3")
        connection.commit()
    before = digest(register)
    done = run("check", db=register)
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert len(lines) >= 3
    assert digest(register) == before


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + bytes(200), b"\xff" * 5_000])
def test_check_writes_not_even_to_a_file_that_is_no_register(
    tmp_path: Path, content: bytes, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "registre.mutu"
    path.write_bytes(content)
    assert len(refused_here(capsysbinary, path, "check")) == 1
    assert path.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_writing_command_is_refused_while_a_window_holds_the_file(register: Path) -> None:
    given = register.with_name("mandats.csv")
    given.write_text(MANDATES)
    with RegisterFile.open_to_write(register):
        (line,) = refused("import", "mandates", given, db=register)
        accepted("import", "mandates", given, "--dry-run", db=register)
        accepted("authorities", "--on", "2016-09-01", db=register)
        assert run("check", db=register).returncode == 0
    assert os.uname().nodename in line


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
