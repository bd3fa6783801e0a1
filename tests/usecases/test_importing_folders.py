"""Which files of a folder are taken, and which only look as if they should be."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from mutudesk.domain.findings import RefusedError
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.kinds import layout_of
from mutudesk.usecases import folder_files
from mutudesk.usecases.importing import import_folder
from mutudesk.usecases.previewing import look_into
from tests.builders import make_register, reading, world, writing
from tests.storage.test_migrating import DATA, FROZEN, upgraded

AGENTS = ";".join(layout_of(ExchangeKind.AGENTS).header) + "\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path, world())


def folder_of(tmp_path: Path, **files: str) -> Path:
    folder = tmp_path / "lot"
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes")
def test_what_bears_the_name_of_a_file_and_is_none_is_refused(tmp_path: Path, path: Path) -> None:
    folder = folder_of(tmp_path, **{"agents.csv": AGENTS})
    os.mkfifo(folder / "mandates.csv")
    os.mkfifo(folder / "other.csv")
    with writing(path) as session, pytest.raises(RefusedError, match="no_plain_file"):
        import_folder(session, folder)
    (folder / "mandates.csv").unlink()
    (folder / "members.csv").symlink_to("nowhere")
    with writing(path) as session, pytest.raises(RefusedError, match="file_missing"):
        import_folder(session, folder)


def test_files_that_look_like_a_kind_are_told(tmp_path: Path, path: Path) -> None:
    names = {
        "agents.csv": AGENTS,
        "Mandates.csv": "x\n",
        "mission_shares.csv": "",
        "Mission Shares.TXT": "",
        "copie des agents.csv": f"Liste des agents\n\n{AGENTS}A;b\n",
        "notes.csv": "date;remarque\n",
        "lisez-moi.txt": "Bonjour",
        "agents.csv.bak": AGENTS,
        "photo.csv": "\x00\x01",
    }
    folder = folder_of(tmp_path, **names)
    (folder / "members.csv").mkdir()
    with writing(path) as session:
        report = import_folder(session, folder)
    assert report.refusals == ()
    assert {
        (each.file, each.line, each.finding.code, each.finding.values["expected"])
        for each in report.warnings
    } == {
        ("Mandates.csv", 0, "file_passed_over", "mandates.csv"),
        ("mission_shares.csv", 0, "file_passed_over", "mission-shares.csv"),
        ("Mission Shares.TXT", 0, "file_passed_over", "mission-shares.csv"),
        ("copie des agents.csv", 0, "file_passed_over", "agents.csv"),
    }


def test_a_refused_folder_tells_them_too(tmp_path: Path, path: Path) -> None:
    folder = folder_of(tmp_path, **{"agents.csv": "x\n", "Origins.csv": ""})
    with reading(path) as session:
        report = import_folder(session, folder, dry_run=True)
    assert [each.finding.code for each in report.refusals] == ["header_missing"]
    assert [each.file for each in report.warnings] == ["Origins.csv"]


def test_a_folder_of_wrong_names_alone(tmp_path: Path, path: Path) -> None:
    folder = folder_of(tmp_path, **{"Agents.csv": AGENTS})
    for look in (lambda session: import_folder(session, folder), lambda _: look_into(folder)):
        with writing(path) as session, pytest.raises(RefusedError) as refused:
            look(session)
        assert [each.code for each in refused.value.findings] == [
            "folder_without_files",
            "file_passed_over",
        ]


def test_on_a_disk_that_ignores_case_it_is_the_file_itself(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, **{"Agents.csv": AGENTS})
    same = folder / "agents.csv"
    same.hardlink_to(folder / "Agents.csv")
    assert folder_files.passed_over(folder, {ExchangeKind.AGENTS: same}) == []


def test_exports_of_a_former_version_are_taken_as_ever(tmp_path: Path) -> None:
    old_file = Path(shutil.copy(FROZEN, tmp_path / "ancien.mutu"))
    with writing(upgraded(old_file)) as session:
        report = import_folder(session, DATA / "first_schema")
        assert not session.changed
    assert (report.refusals, report.created, report.corrected) == ((), 0, 0)
