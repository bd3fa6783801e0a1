"""The command `import`: what it says to persons and to machines, encodings, reasons."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from mutudesk.app import main
from tests.builders import EPCI, digest, make_register, world
from tests.plain_text import plain

if TYPE_CHECKING:
    from pathlib import Path

HEADER = (
    "matricule;civilite;nom;prenom;statut;categorie;cadre_emplois;grade;temps_travail;"
    "employeur_siren;debut;fin"
)
LINE = f"A-2;Mme;Garnier;Zoé;titulaire;B;;;100;{EPCI};2012-03-01;"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return make_register(tmp_path, world())


def agents(db: Path, *lines: str, encoding: str = "utf-8") -> str:
    path = db.with_name("agents.csv")
    path.write_bytes("\n".join([HEADER, *lines, ""]).encode(encoding))
    return str(path)


def run(
    captured: pytest.CaptureFixture[bytes], db: Path, *arguments: str
) -> tuple[int, bytes, list[str]]:
    code = main(["--db", str(db), "import", *arguments])
    said = captured.readouterr()
    return code, said.out, plain(said.err.decode()).splitlines()


def run_json(
    captured: pytest.CaptureFixture[bytes], db: Path, *arguments: str
) -> tuple[int, dict[str, Any]]:
    code, out, errors = run(captured, db, *arguments, "--format", "json")
    assert errors == []
    said = json.loads(out)
    assert isinstance(said, dict)
    return code, said


# For machines -------------------------------------------------------------------------------------


def test_what_was_done(db: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    given = agents(db, LINE.replace(";100;", ";1;"))
    for option in (["--dry-run"], []):
        code, said = run_json(capsysbinary, db, "agents", given, *option)
        assert code == 0
        warnings = said.pop("warnings")
        assert said == {
            "done": True,
            "refused": False,
            "dry_run": bool(option),
            "read": 1,
            "created": 2,
            "corrected": 0,
            "closed": [],
            "refused_count": 0,
            "refusals": [],
            "unlisted": [],
        }
        assert [(each["line"], each["column"], each["code"]) for each in warnings] == [
            (0, "temps_travail", "shares_as_fractions")
        ]


def test_what_was_refused(db: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    before = digest(db)
    given = agents(db, LINE.replace(";100;", ";101;"), LINE)
    code, said = run_json(capsysbinary, db, "agents", given)
    assert (code, said["done"], said["refused"], said["created"]) == (1, False, True, 0)
    (refusal,) = said["refusals"]
    message = refusal.pop("message")
    assert "101" in message
    assert refusal == {
        "file": "agents.csv",
        "line": 2,
        "column": "temps_travail",
        "code": "share_text_out_of_range",
    }
    assert digest(db) == before


def test_what_could_not_even_be_tried(
    db: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    absent = str(tmp_path / "absent")
    for arguments, code in (
        (["agents", absent], "file_missing"),
        (["all", absent], "folder_missing"),
        (["rne-maires", absent], "file_missing"),
    ):
        exit_code, said = run_json(capsysbinary, db, *arguments)
        assert (exit_code, said["refused"], said["refused_count"]) == (1, True, 1)
        assert [(each["code"], each["line"]) for each in said["refusals"]] == [(code, 0)]
    missing = tmp_path / "rien.mutu"
    exit_code, said = run_json(capsysbinary, missing, "agents", agents(db, LINE))
    assert (exit_code, said["done"]) == (1, False)
    assert not missing.exists()


def test_all_bad_lines_are_counted_for_machines(
    db: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    lines = [f"x{number};Maire;M.;A;B;non;2016-01-01;" for number in range(1_500)]
    given = db.with_name("mandats.csv")
    header = "siren;qualite;civilite;prenom;nom;interim;debut;fin"
    given.write_text("\n".join([header, *lines]))
    _, said = run_json(capsysbinary, db, "mandates", str(given))
    assert said["refused_count"] == 1_500
    assert said["unlisted"] == [
        {"file": "mandats.csv", "column": "siren", "code": "siren_invalid", "count": 500}
    ]


# For persons --------------------------------------------------------------------------------------


def test_many_bad_lines_are_grouped(db: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    lines = [LINE.replace("A-2", f"B-{number}") for number in range(1_500)]
    lines = [each.replace(EPCI, "1") for each in lines]
    lines[7] = lines[7].replace(";100;", ";0;")
    code, out, errors = run(capsysbinary, db, "agents", agents(db, *lines))
    assert (code, out) == (1, b"")
    summary, frequent, alone = errors
    assert "1501" in summary.replace(" ", "")
    assert frequent.startswith("agents.csv, lignes 2, 3, 4, 5, 6… (1500 lignes), colonne employeur")
    assert alone.startswith("agents.csv, ligne 9, colonne temps_travail")


def test_a_file_that_was_passed_over_may_be_why(
    db: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    folder = db.with_name("lot")
    folder.mkdir()
    (folder / "Agents.csv").write_text(f"{HEADER}\n{LINE}\n", encoding="utf-8")
    header = "matricule;service;fondement;quotite;hierarchique_siren;debut;fin"
    line = "A-2;ADS;affectation_interne;100;;2015-07-01;"
    (folder / "assignments.csv").write_text(f"{header}\n{line}\n")
    code, out, errors = run(capsysbinary, db, "all", str(folder))
    assert (code, out) == (1, b"")
    assert "assignments.csv, ligne 2, colonne matricule" in errors[1]
    assert errors[-1].startswith("Agents.csv : « Agents.csv » n'a pas été repris")


def test_few_bad_lines_stand_one_by_one(
    db: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    lines = [LINE.replace("A-2", f"B-{number}").replace(EPCI, "1") for number in range(5)]
    _, _, errors = run(capsysbinary, db, "agents", agents(db, *lines))
    assert [each.split(",")[1] for each in errors[1:]] == [f" ligne {n}" for n in range(2, 7)]


def test_frequent_values_that_differ_are_an_example(
    db: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    lines = [LINE.replace("A-2", f"B-{number}").replace(EPCI, str(number)) for number in range(9)]
    _, _, errors = run(capsysbinary, db, "agents", agents(db, *lines))
    (line,) = errors[1:]
    assert "par exemple, « 0 »" in line


# Encodings and reasons ----------------------------------------------------------------------------


def test_a_file_of_an_old_spreadsheet(db: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    given = agents(db, LINE, encoding="cp850")
    code, _, errors = run(capsysbinary, db, "agents", given)
    assert code == 1
    assert "ligne 2" in errors[1]
    assert "« Zo‚ »" in errors[1]
    code, _, errors = run(
        capsysbinary, db, "agents", given, "--encoding", "CP850", "--reason", "reprise de la paie"
    )
    assert (code, errors) == (0, [])
    with closing(sqlite3.connect(db)) as connection:
        assert connection.execute(
            "SELECT DISTINCT why FROM journal WHERE action = 'import'"
        ).fetchall() == [("reprise de la paie",)]
        assert ("Zoé",) in connection.execute("SELECT first_name FROM agent").fetchall()


@pytest.mark.parametrize(
    "option",
    [
        ["--encoding", "klingon"],
        ["--encoding", "base64"],
        ["--encoding", "rot13"],
        ["--encoding"],
        ["--reason", "a\tb"],
        ["--reason", "x" * 2_001],
        ["--format", "xml"],
    ],
)
def test_usage(db: Path, option: list[str], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--db", str(db), "import", "agents", agents(db, LINE), *option])
    assert ended.value.code == 2
    said = capsysbinary.readouterr()
    assert said.out == b""
    assert said.err.decode().startswith("mutudesk")
    if option[1:] == ["klingon"]:
        assert "n’est pas un codage" in said.err.decode()


def test_a_list_of_mayors_of_an_old_spreadsheet(
    db: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    given = db.with_name("maires.csv")
    text = (
        "Titre : liste des maires\n\nCode de la commune;Nom de l'élu;Prénom de l'élu;Code sexe;"
        "Date de début de la fonction\n63014;DUPRÉ;Zoé;F;2026-03-28\n"
    )
    given.write_bytes(text.encode("cp850"))
    arguments = ["rne-maires", str(given), "--close-previous"]
    code, said = run_json(capsysbinary, db, *arguments)
    assert (code, [each["code"] for each in said["refusals"]]) == (1, ["word_misread"])
    options = ["--encoding", "cp850", "--reason", "élections de 2026"]
    code, said = run_json(capsysbinary, db, *arguments, *options)
    assert (code, said["created"], len(said["closed"])) == (0, 1, 1)
    with closing(sqlite3.connect(db)) as connection:
        assert ("Zoé",) in connection.execute("SELECT first_name FROM mandate").fetchall()
        assert ("élections de 2026",) in connection.execute("SELECT why FROM journal").fetchall()
