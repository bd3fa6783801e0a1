"""Export, init and the whole way from an empty folder to a convention."""

from __future__ import annotations

from pathlib import Path

import pytest

from mutudesk.app import main
from mutudesk.exchange.exchange_kind import ExchangeKind
from tests.builders import BEAUMONT, CLERMONT, EPCI, digest
from tests.e2e.command_runs import MANDATES, accepted, refused, refused_here, table
from tests.plain_text import plain


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
