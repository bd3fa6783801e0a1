"""Files that are no register, or no longer: refused in words and left as they are."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mutudesk.domain.changes import create
from mutudesk.domain.findings import RefusedError
from mutudesk.storage.backup import take_backup
from mutudesk.storage.header import APPLICATION_ID
from mutudesk.storage.register_file import RegisterFile
from tests.builders import act, agent, digest, facts_in, make_register, world, writing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.slow


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path, world())


def codes(refused: pytest.ExceptionInfo[RefusedError]) -> list[str]:
    return [each.code for each in refused.value.findings]


def overwritten(path: Path, start: int, data: bytes) -> None:
    with path.open("r+b") as stream:
        stream.seek(start)
        stream.write(data)


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE agent (id INTEGER)")


def hollow(path: Path) -> None:
    """A database that claims to be a register and holds nothing of one."""
    foreign(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")


def of_revision(text: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("UPDATE alembic_version SET version_num = ?", (text,))
            connection.commit()

    return change


DAMAGE: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    "empty": (lambda path: path.write_bytes(b""), {"file_empty"}),
    "text": (lambda path: path.write_text("matricule;nom\n"), {"file_foreign"}),
    "another database": (foreign, {"file_foreign"}),
    "a hollow one": (hollow, {"file_foreign"}),
    "cut in the header": (lambda path: os.truncate(path, 60), {"file_truncated"}),
    "cut in half": (lambda path: os.truncate(path, path.stat().st_size // 2), {"file_truncated"}),
    "a byte short": (lambda path: os.truncate(path, path.stat().st_size - 1), {"file_truncated"}),
    "zeros": (lambda path: overwritten(path, 100, bytes(20_000)), {"file_damaged", "file_foreign"}),
    "noise": (
        lambda path: overwritten(path, 100, b"\xa5" * 8_000),
        {"file_damaged", "file_foreign"},
    ),
    "newer": (of_revision("9999"), {"file_newer"}),
    "far newer": (of_revision("é" * 32), {"file_newer"}),
}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("opened", ["to read", "to write", "to check"])
def test_it_is_refused_and_not_touched(path: Path, damage: str, opened: str) -> None:
    do, expected = DAMAGE[damage]
    do(path)
    before = digest(path)
    opening = RegisterFile.open_to_read if opened != "to write" else RegisterFile.open_to_write
    options: dict[str, Any] = {"touch": False} if opened == "to check" else {}
    with pytest.raises(RefusedError) as refused:
        opening(path, **options)
    assert set(codes(refused)) <= expected
    assert refused.value.findings[0].values["path"] == str(path)
    assert digest(path) == before
    left = {each.name for each in path.parent.iterdir()} - {path.name, f".{path.name}.lock"}
    assert left == set()


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: path, "file_missing"),
        (lambda path: path / "sous-dossier" / "registre.mutu", "file_missing"),
        (lambda path: path.with_name("x" * 300), "file_unreachable"),
        (lambda path: path.with_name("nul\0.mutu"), "file_unreachable"),
        (lambda path: path.parent, "file_unreachable"),
    ],
    ids=["missing", "missing folder", "a name too long", "a NUL", "a folder"],
)
def test_what_is_no_file_is_refused(
    tmp_path: Path, make: Callable[[Path], Path], code: str
) -> None:
    target = make(tmp_path / "absent.mutu")
    for opening in (RegisterFile.open_to_read, RegisterFile.open_to_write):
        with pytest.raises(RefusedError) as refused:
            opening(target)
        assert codes(refused) == [code]
    assert list(tmp_path.iterdir()) == []


def test_a_file_under_a_file_is_refused(path: Path) -> None:
    with pytest.raises(RefusedError) as refused:
        RegisterFile.open_to_read(path / "registre.mutu")
    assert codes(refused) == ["file_unreachable"]


def test_a_link_to_nothing_is_missing(tmp_path: Path) -> None:
    link = tmp_path / "lien.mutu"
    link.symlink_to("absent.mutu")
    with pytest.raises(RefusedError) as refused:
        RegisterFile.open_to_write(link)
    assert codes(refused) == ["file_missing"]


@pytest.mark.parametrize(
    "name", ["dépôt n°1 (copie) #2?.mutu", "100%25.mutu", "a&b=c;mode=rwc.mutu", "'\".mutu"]
)
def test_any_name_of_a_file_will_do(tmp_path: Path, name: str) -> None:
    path = make_register(tmp_path, world(), name)
    assert [each.name for each in tmp_path.iterdir()] == [name]
    with writing(path) as session, session.register.write() as unit:
        unit.apply(act(), [create(agent("A-2"))])
    assert facts_in(path) == set(world(agent("A-2")))


def test_the_newest_backup_is_named_beside_the_damage(path: Path) -> None:
    take_backup(path, datetime(2016, 1, 1, tzinfo=UTC))
    newest = take_backup(path, datetime(2016, 1, 2, tzinfo=UTC))
    path.write_bytes(b"")
    for opening in (RegisterFile.open_to_read, RegisterFile.open_to_write):
        with pytest.raises(RefusedError) as refused:
            opening(path)
        assert codes(refused) == ["file_empty", "newest_backup"]
        assert refused.value.findings[1].values["path"] == str(newest.path)
    assert facts_in(newest.path) == set(world())


def test_no_backup_is_named_for_a_file_that_is_only_newer(path: Path) -> None:
    take_backup(path, datetime(2016, 1, 1, tzinfo=UTC))
    of_revision("9999")(path)
    with pytest.raises(RefusedError) as refused:
        RegisterFile.open_to_read(path)
    assert codes(refused) == ["file_newer"]
    assert refused.value.findings[0].values["found"] == "9999"


# Damage inside ------------------------------------------------------------------------------------


def pages_of(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        root, size = connection.execute(
            "SELECT rootpage, (SELECT page_size FROM pragma_page_size) "
            "FROM sqlite_schema WHERE name = ?",
            (table,),
        ).fetchone()
    return int((root - 1) * size)


@pytest.mark.parametrize("table", ["agent", "journal", "ix_agent_name_fold_id", "position"])
@pytest.mark.parametrize("noise", [b"\0" * 64, b"\xff" * 64, b"\x0d\x7f\xff\xff" * 16])
def test_a_damaged_page_is_found_by_the_check_in_words(
    path: Path, table: str, noise: bytes
) -> None:
    overwritten(path, pages_of(path, table), noise)
    before = digest(path)
    with RegisterFile.open_to_read(path, touch=False) as register:
        try:
            problems = register.integrity_problems()
        except RefusedError as refused:
            problems = [each.code for each in refused.findings]
            assert problems[0] == "file_damaged"
        with pytest.raises(RefusedError) as refusal:
            register.require_sound()
    assert problems
    assert codes(refusal) == ["file_damaged"]
    assert digest(path) == before


def test_an_orphan_is_found(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE position SET employer_id = 999")
        connection.commit()
    with RegisterFile.open_to_read(path) as register:
        assert register.integrity_problems() == ["foreign key: position 1 → public_body"]


def test_a_sound_file(path: Path) -> None:
    with RegisterFile.open_to_read(path) as register:
        register.require_sound()
        assert register.integrity_problems() == []


# Files that may only be read ----------------------------------------------------------------------

# Root may do everything: the rights are given up once all modules are read.
AS_SOMEBODY = """
import os
import sys
from pathlib import Path
from mutudesk.domain.findings import RefusedError
from mutudesk.storage.register_file import RegisterFile
path = Path(sys.argv[1])
RegisterFile.open_to_read(path).close()
if os.geteuid() == 0:
    os.setuid(65534)
with RegisterFile.open_to_read(path) as register, register.read() as unit:
    print(len(unit.facts()))
try:
    RegisterFile.open_to_write(path)
except RefusedError as refused:
    print(*(each.code for each in refused.findings))
"""


@pytest.fixture
def protected() -> Iterator[Path]:
    """A register in a folder that other users can look into and not write."""
    folder = Path(tempfile.mkdtemp(prefix="mutudesk-lecture-"))
    folder.chmod(0o755)
    path = make_register(folder, world())
    path.chmod(0o644)
    yield path
    folder.chmod(0o755)
    shutil.rmtree(folder)


def as_somebody_else(path: Path) -> list[str]:
    """What a user without rights gets; the owner when the tests are not run by root."""
    # Coverage cannot be written by somebody without rights either.
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")
    }
    done = subprocess.run(
        [sys.executable, "-c", AS_SOMEBODY, str(path)],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_a_protected_folder_and_file_are_read_and_not_written(protected: Path) -> None:
    if os.geteuid():
        protected.chmod(0o444)
        protected.parent.chmod(0o555)
    before = digest(protected)
    assert as_somebody_else(protected) == [str(len(world())), "file_read_only"]
    assert digest(protected) == before
    assert [each.name for each in protected.parent.iterdir()] == [protected.name]


def test_a_writable_file_in_a_protected_folder_is_not_written(protected: Path) -> None:
    """Neither lock nor rollback journal could be put beside it."""
    protected.chmod(0o666)
    protected.parent.chmod(0o555)
    assert as_somebody_else(protected) == [str(len(world())), "file_read_only"]


def test_a_connection_to_read_cannot_write(path: Path) -> None:
    register = RegisterFile(path, mode="ro")
    register.is_writable = True
    with register, pytest.raises(RefusedError) as refused, register.write() as unit:
        unit.apply(act(), [create(agent("A-2"))])
    assert codes(refused) == ["file_read_only"]
    assert facts_in(path) == set(world())
