"""What is recorded stays recorded: killed writers, full disks, interrupted writes."""

from __future__ import annotations

import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.engine.default import DefaultDialect

from mutudesk.domain.agents import Agent
from mutudesk.domain.changes import create
from mutudesk.domain.findings import RefusedError
from mutudesk.storage.register_file import RegisterFile
from mutudesk.usecases.checking import check_register
from mutudesk.usecases.session import Session
from tests.builders import act, agent, facts_in, make_register, position, reading, world, writing

if TYPE_CHECKING:
    from mutudesk.domain.records import Fact, Stored

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
# Writes agents two by two, and says so only once a pair is recorded.
WRITER = """
import sys
from itertools import count
from pathlib import Path
from mutudesk.domain.changes import create
from mutudesk.storage.register_file import RegisterFile
from tests.builders import act, agent
first = int(sys.argv[2])
with RegisterFile.open_to_write(Path(sys.argv[1])) as register:
    for number in count(first):
        with register.write() as unit:
            unit.apply(act(), [create(agent(f"P-{number}-{each}")) for each in "ab"])
        print(number, flush=True)
"""
# Fills the cache so that half a write lies in the file, then dies.
INTERRUPTED = """
import os, signal, sys
from pathlib import Path
from mutudesk.domain.changes import create
from mutudesk.storage.register_file import RegisterFile
from tests.builders import act, agent
with RegisterFile.open_to_write(Path(sys.argv[1])) as register:
    with register.write() as unit:
        unit.connection.exec_driver_sql("PRAGMA cache_size=5")
        unit.apply(act(), [create(agent(f"P-{number}")) for number in range(2000)])
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_register(tmp_path, world())


def start(script: str, *arguments: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)], stdout=subprocess.PIPE, cwd=ROOT
    )


def test_nothing_recorded_is_lost_when_the_writer_is_killed(path: Path) -> None:
    recorded = 0
    for delay in (0.0, 0.013, 0.037, 0.071, 0.113):
        writer = start(WRITER, path, recorded)
        assert writer.stdout is not None
        said = [writer.stdout.readline()]
        time.sleep(delay)  # for another moment of a write each time; nothing waits for it
        writer.send_signal(signal.SIGKILL)
        rest, _ = writer.communicate()
        acknowledged = {int(line) for line in b"".join([*said, rest]).split()}
        assert recorded in acknowledged
        with reading(path) as session:
            report = check_register(session)
        assert report.refusals == []
        found = {each.matricule for each in facts_in(path) if isinstance(each, Agent)}
        pairs = {number: {f"P-{number}-a", f"P-{number}-b"} for number in range(recorded, 9_999)}
        whole = {number for number, both in pairs.items() if both <= found}
        assert acknowledged <= whole
        assert not [number for number, both in pairs.items() if len(both & found) == 1]
        recorded = max(whole) + 1


@pytest.fixture
def interrupted(path: Path) -> Path:
    """A register in which a write was cut off midway."""
    done = subprocess.run([sys.executable, "-c", INTERRUPTED, str(path)], check=False, cwd=ROOT)
    assert done.returncode == -signal.SIGKILL
    assert journal_of(path).stat().st_size > 0
    return path


def journal_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def state(path: Path) -> list[str]:
    files = (path, journal_of(path))
    return [hashlib.sha256(each.read_bytes()).hexdigest() for each in files]


def test_an_interrupted_write_is_not_mended_by_a_check(interrupted: Path) -> None:
    before = state(interrupted)
    with pytest.raises(RefusedError) as refused:
        RegisterFile.open_to_read(interrupted, touch=False)
    assert [each.code for each in refused.value.findings] == ["hot_journal"]
    assert state(interrupted) == before


@pytest.mark.parametrize("opening", [RegisterFile.open_to_read, RegisterFile.open_to_write])
def test_an_interrupted_write_is_rolled_back_by_the_next_to_open(
    interrupted: Path, opening: type[RegisterFile]
) -> None:
    with opening(interrupted) as register:  # type: ignore[call-arg] # a way of opening
        assert check_register(Session(register)).refusals == []
    assert not journal_of(interrupted).exists()
    assert facts_in(interrupted) == set(world())


def test_a_write_going_on_beside_stops_no_reader(path: Path) -> None:
    """Its rollback journal lies there too, and is nobody's business."""
    with writing(path) as session, session.register.write() as unit:
        unit.apply(act(), [create(agent("A-2"))])
        assert journal_of(path).stat().st_size > 0
        before = state(path)
        for touch in (True, False):
            with RegisterFile.open_to_read(path, touch=touch) as register:
                assert check_register(Session(register)).refusals == []
        assert state(path) == before
    assert agent("A-2") in facts_in(path)


def test_a_reader_sees_one_state_while_others_write(path: Path) -> None:
    with reading(path) as seeing, writing(path) as session:
        with seeing.register.read() as unit:
            before = len(unit.facts())
        with session.register.write() as unit:
            unit.apply(act(), [create(agent("A-2"))])
        with seeing.register.read() as unit:
            assert len(unit.facts()) == before + 1


def record(session: Session, *facts: Fact, pages: int = 0, fail: str = "") -> None:
    """One act, perhaps on a disk with room for so many more pages, perhaps failing at its end."""
    with session.register.write() as unit:
        if pages:
            used = unit.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            unit.connection.exec_driver_sql(f"PRAGMA max_page_count={used + pages}")
        unit.apply(act(), [create(fact) for fact in facts])
        if fail:
            raise ValueError(fail)


def stored(session: Session) -> set[Fact]:
    found: list[Stored[Fact]]
    with session.register.read() as unit:
        found = unit.facts()
    return {each.fact for each in found}


def test_a_full_disk_is_refused_in_words_and_changes_nothing(path: Path) -> None:
    with writing(path) as session:
        many = [agent(f"P-{number}") for number in range(5_000)]
        with pytest.raises(RefusedError) as refused:
            record(session, *many, pages=2)
        (finding,) = refused.value.findings
        assert (finding.code, finding.values) == ("disk_full", {"path": str(path)})
        assert stored(session) == set(world())
        record(session, agent("A-2"))
    assert facts_in(path) == set(world(agent("A-2")))
    with reading(path) as session:
        assert check_register(session).refusals == []


def test_where_no_journal_can_be_made_the_file_is_not_said_unreadable(path: Path) -> None:
    """Without room for it, or without the right: what is recorded can still be read."""
    resource = pytest.importorskip("resource")
    most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with writing(path) as session:
        stored(session)
        free = os.dup(0)
        os.close(free)
        resource.setrlimit(resource.RLIMIT_NOFILE, (free, most[1]))
        try:
            with pytest.raises(RefusedError) as refused:
                record(session, agent("A-2"))
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, most)
        (finding,) = refused.value.findings
        assert (finding.code, finding.values) == ("file_not_written", {"path": str(path)})
        record(session, agent("A-2"))
    assert facts_in(path) == set(world(agent("A-2")))


@pytest.mark.parametrize("is_written", [True, False])
def test_a_disk_that_fails_at_the_end_of_an_act_tells_what_is_there(
    path: Path, monkeypatch: pytest.MonkeyPatch, *, is_written: bool
) -> None:
    """Its journal may be gone already: the act is in the file then, and never said not to be."""

    def commit(_dialect: DefaultDialect, connection: sqlite3.Connection) -> None:
        if is_written:
            connection.commit()
        problem = sqlite3.OperationalError("disk I/O error")
        problem.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise problem

    with writing(path) as session:
        with monkeypatch.context() as patch:
            patch.setattr(DefaultDialect, "do_commit", commit)
            with pytest.raises(RefusedError) as refused:
                record(session, agent("A-2"))
        assert [each.code for each in refused.value.findings] == [
            "act_unsettled" if is_written else "disk_error"
        ]
        there = {agent("A-2")} if is_written else set()
        assert stored(session) == {*world(), *there}
        record(session, agent("A-3"))
    assert facts_in(path) == {*world(), agent("A-3"), *there}


def test_a_bit_flipped_in_the_schema_is_damage(path: Path) -> None:
    """SQLite quotes the words that it cannot read, which are no text any more."""
    data = bytearray(path.read_bytes())
    data[data.index(b"CREATE TABLE agent") + len(b"CREATE T")] ^= 1 << 7
    path.write_bytes(data)
    with pytest.raises(RefusedError) as refused:
        RegisterFile.open_to_read(path)
    assert refused.value.findings[0].code == "file_damaged"


def test_a_bit_flipped_in_a_text_is_damage(path: Path) -> None:
    data = path.read_bytes().replace("Président".encode(), "Présiden".encode() + b"\xf4")
    path.write_bytes(data)
    with pytest.raises(RefusedError) as refused:
        facts_in(path)
    assert refused.value.findings[0].code == "file_damaged"


def test_what_is_raised_midway_undoes_the_whole_act(path: Path) -> None:
    with writing(path) as session, pytest.raises(ValueError, match="midway"):
        record(session, agent("A-2"), position("A-2"), fail="midway")
    assert facts_in(path) == set(world())


def test_a_mistake_of_ours_is_not_taken_for_one_of_the_machine(path: Path) -> None:
    with writing(path) as session, pytest.raises(KeyError):
        record(session, position("nobody"))
    assert facts_in(path) == set(world())
