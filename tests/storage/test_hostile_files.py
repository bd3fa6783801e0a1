"""A file that a stranger gave: what lies beside it hurts nobody, and nothing is waited for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mutudesk.app import main
from mutudesk.domain.findings import RefusedError
from mutudesk.storage.backup import save_copy, take_backup
from mutudesk.storage.register_file import RegisterFile
from mutudesk.usecases.opening import open_register, open_to_read, open_to_write
from tests.builders import NOW, digest, facts_in, make_register, world

if TYPE_CHECKING:
    from collections.abc import Callable

MAGIC = bytes.fromhex("d9d505f920a163d7")
SECTOR = 512


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path / "registres", world())


def journal_naming(path: Path, victim: Path) -> bytes:
    """Return a rollback journal of a file, without a page, that names the one of several files."""
    header = path.read_bytes()[:100]
    page_size, pages = int.from_bytes(header[16:18]), int.from_bytes(header[28:32])
    numbers = (0, 7, pages, SECTOR, page_size)
    begin = MAGIC + b"".join(each.to_bytes(4) for each in numbers)
    name = os.fsencode(victim)
    locked_page = 0x40000000 // page_size + 1
    record = locked_page.to_bytes(4) + name + len(name).to_bytes(4) + sum(name).to_bytes(4) + MAGIC
    return begin.ljust(SECTOR, b"\0") + record


WAYS: dict[str, Callable[[Path], object]] = {
    "window": open_register,
    "export": open_to_read,
    "import": open_to_write,
    "check": lambda path: open_to_read(path, touch=False),
    "copy": lambda path: save_copy(path, path.with_name("copie.mutu")),
    "backup": lambda path: take_backup(path, NOW),
    "upgrade": lambda path: RegisterFile.open_to_write(path, upgrade_at=NOW),
}


def refused_codes(way: str, path: Path) -> list[str]:
    with pytest.raises(RefusedError) as refused:
        WAYS[way](path)
    return [each.code for each in refused.value.findings]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("by_link", [False, True])
def test_a_journal_that_names_another_file_is_refused(
    path: Path, tmp_path: Path, way: str, *, by_link: bool
) -> None:
    victim = tmp_path / "lettre.odt"
    victim.write_text("x")
    journal = path.with_name(f"{path.name}-journal")
    journal.write_bytes(journal_naming(path, victim))
    before = digest(path), digest(journal)
    given = path
    if by_link:
        given = tmp_path / "lien.mutu"
        given.symlink_to(path)
    assert refused_codes(way, given) == ["journal_foreign"]
    assert victim.read_text() == "x"
    assert (digest(path), digest(journal)) == before
    journal.unlink()
    assert facts_in(path) == set(world())


@pytest.mark.parametrize(
    "command", [["export", "all"], ["import", "agents"], ["check"], ["history"]]
)
def test_no_command_opens_it(
    path: Path, tmp_path: Path, command: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    victim = tmp_path / "lettre.odt"
    victim.write_text("x")
    path.with_name(f"{path.name}-journal").write_bytes(journal_naming(path, victim))
    file = tmp_path / "agents.csv"
    file.write_text("matricule\n")
    more = {"export": [str(tmp_path / "sortie")], "import": [str(file)]}.get(command[0], [])
    assert main(["--db", str(path), *command, *more]) == 1
    assert f"{path.name}-journal" in capfd.readouterr().err
    assert victim.read_text() == "x"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir, lambda path: path.symlink_to("/dev/zero")])
def test_what_is_no_plain_file_beside_it_is_refused(
    path: Path, way: str, ending: str, make: Callable[[Path], None]
) -> None:
    make(path.with_name(path.name + ending))
    assert refused_codes(way, path) == ["journal_foreign"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
def test_only_a_plain_file_is_opened(
    tmp_path: Path, way: str, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "tube.mutu")
    assert refused_codes(way, tmp_path / "tube.mutu") == ["file_unreachable"]


@pytest.mark.parametrize("way", WAYS)
def test_an_empty_journal_beside_it_is_nobodys_business(path: Path, way: str) -> None:
    path.with_name(f"{path.name}-journal").write_bytes(b"")
    opened = WAYS[way](path)
    close = getattr(getattr(opened, "session", opened), "register", opened)
    if isinstance(close, RegisterFile):
        close.close()
