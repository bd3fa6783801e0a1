"""Giving files out, so that they can be taken in again."""

from __future__ import annotations

import csv
import errno
import io
import os
import stat
from typing import TYPE_CHECKING

import pytest

from mutudesk.domain.findings import RefusedError
from mutudesk.domain.period import ALWAYS
from mutudesk.domain.records import kind_of
from mutudesk.exchange.exchange_kind import ExchangeKind
from mutudesk.exchange.kinds import record_kinds
from mutudesk.storage.placing import put_bytes
from mutudesk.storage.register_file import RegisterFile
from mutudesk.usecases.creation import create_register
from mutudesk.usecases.exporting import export_folder, export_kind
from mutudesk.usecases.importing import import_file, import_folder
from mutudesk.usecases.session import Session
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    EPCI,
    ROYAT,
    agent,
    day,
    during,
    facts_in,
    make_register,
    mandate,
    member,
    membership,
    origin,
    population,
    position,
    reading,
    since,
    terms,
    world,
    world_with,
    writing,
)
from tests.demonstration import demonstration
from tests.disk_calls import CALLS, FAULTS, DiskCalls, all_in, code_of

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.domain.records import Fact


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demonstration(tmp_path_factory.mktemp("demo"))


def exported(register: Path, folder: Path) -> dict[str, bytes]:
    with reading(register) as session:
        written = export_folder(session, folder)
    assert [path.name for path in written] == [f"{kind.value}.csv" for kind in ExchangeKind]
    return {path.name: path.read_bytes() for path in written}


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def test_a_folder_holds_every_kind_and_nothing_else(demo: Path, tmp_path: Path) -> None:
    files = exported(demo, tmp_path / "un" / "export")
    assert {each.name for each in (tmp_path / "un" / "export").iterdir()} == set(files)
    assert all(table(data) for data in files.values())


def test_importing_an_export_changes_nothing(demo: Path, tmp_path: Path) -> None:
    register = tmp_path / "copie.mutu"
    register.write_bytes(demo.read_bytes())
    exported(register, tmp_path / "export")
    before = register.read_bytes()
    with writing(register) as session:
        report = import_folder(session, tmp_path / "export")
        for kind in ExchangeKind:
            alone = import_file(session, kind, tmp_path / "export" / f"{kind.value}.csv")
            assert (alone.refusals, alone.created, alone.corrected) == ((), 0, 0)
        assert not session.changed
    assert (report.refusals, report.created, report.corrected) == ((), 0, 0)
    assert register.read_bytes() == before


def test_an_export_into_a_new_register_gives_the_same_exports(demo: Path, tmp_path: Path) -> None:
    files = exported(demo, tmp_path / "export")
    create_register(tmp_path / "neuf.mutu", EPCI)
    with RegisterFile.open_to_write(tmp_path / "neuf.mutu") as register:
        report = import_folder(Session(register), tmp_path / "export")
    assert report.refusals == ()
    assert exported(tmp_path / "neuf.mutu", tmp_path / "encore") == files


AWKWARD: list[Fact] = [
    *world_with(
        agent(last_name="<b>&\"'", first_name="=cmd()", civility="-5"),
        mandate(ROYAT, quality="1er adjoint ; par intérim", acting=True, last_name="D'Œil"),
        mandate(ROYAT, first_name="@SUM(A1)", last_name="+33"),
        member(ROYAT, during(None, "2016-12-31")),
        member(ROYAT, since("2018-01-01")),
        membership(period=during("2015-07-01", "2016-12-31")),
        membership(period=since("2017-01-01")),
        membership(BEAUMONT, decided_on=None),
    ),
    population(municipal=None, total=None),
    terms(financial_terms="10 % ; « au prorata »", notice_months=None),
    origin(name="'=guillemets"),
]


def test_awkward_texts_and_open_ends_come_back(tmp_path: Path) -> None:
    register = make_register(tmp_path, AWKWARD)
    files = exported(register, tmp_path / "export")
    empty = [fact for fact in AWKWARD if type(fact).__name__ in {"PublicBody", "LegalIdentity"}]
    other = make_register(tmp_path, empty, "autre.mutu")
    with writing(other) as session:
        assert import_folder(session, tmp_path / "export").refusals == ()
    assert facts_in(other) == set(AWKWARD)
    assert exported(other, tmp_path / "encore") == files


def test_what_is_in_force_on_a_day(tmp_path: Path) -> None:
    facts = world_with(
        position(period=during("2012-03-01", "2016-12-31")),
        position(period=since("2017-01-01"), grade="Principal"),
        mandate(ROYAT, during("2014-04-05", "2020-05-24"), last_name="Une"),
        mandate(ROYAT, since("2020-05-25"), last_name="Deux"),
    )
    register = make_register(
        tmp_path, [*facts, population(year=2015, total=1), population(year=2020, total=2)]
    )

    def lines(kind: ExchangeKind, on: str) -> list[dict[str, str]]:
        with reading(register) as session:
            export_kind(session, kind, tmp_path / "export.csv", day(on))
        return table((tmp_path / "export.csv").read_bytes())

    grades = {on: [each["grade"] for each in lines(ExchangeKind.AGENTS, on)] for on in BOUNDARY}
    assert grades == dict(
        zip(BOUNDARY, [[], ["Rédacteur"], ["Rédacteur"], ["Principal"]], strict=True)
    )
    heads = {
        on: [each["nom"] for each in lines(ExchangeKind.MANDATES, on) if each["siren"] == ROYAT]
        for on in ("2020-05-24", "2020-05-25")
    }
    assert heads == {"2020-05-24": ["Une"], "2020-05-25": ["Deux"]}
    totals = {
        on: [each["totale"] for each in lines(ExchangeKind.POPULATIONS, on)]
        for on in ("2014-12-31", "2015-01-01", "2019-12-31", "2020-01-01", "2030-01-01")
    }
    assert list(totals.values()) == [[], ["1"], ["1"], ["2"], ["2"]]
    assert len(lines(ExchangeKind.MISSIONS, "1950-01-01")) == 2
    assert lines(ExchangeKind.SERVICES, "2015-06-30") == []
    assert len(lines(ExchangeKind.SERVICES, "2015-07-01")) == 1


BOUNDARY = ("2012-02-29", "2012-03-01", "2016-12-31", "2017-01-01")


def test_a_day_keeps_only_lines_that_hold_that_day(demo: Path, tmp_path: Path) -> None:
    on = day("2016-09-01")
    with reading(demo) as session:
        export_folder(session, tmp_path / "jour", on)
    held = {
        kind: sum(
            getattr(fact, "period", ALWAYS).holds(on)
            for fact in facts_in(demo)
            if kind_of(fact) is record_kinds(kind)[-1]
        )
        for kind in ExchangeKind
        if kind is not ExchangeKind.POPULATIONS
    }
    found = {
        kind: len(table((tmp_path / "jour" / f"{kind.value}.csv").read_bytes())) for kind in held
    }
    assert found == held


def refused_code(register: Path, target: Path) -> str:
    with reading(register) as session, pytest.raises(RefusedError) as refused:
        export_kind(session, ExchangeKind.AGENTS, target)
    (finding,) = refused.value.findings
    assert str(target).startswith(str(finding.values["path"]))
    return finding.code


def test_the_register_is_not_replaced_by_its_export(tmp_path: Path) -> None:
    register = make_register(tmp_path, world())
    (tmp_path / "lien.csv").symlink_to(register)
    before = register.read_bytes()
    for target in (
        register,
        tmp_path / ".." / tmp_path.name / register.name,
        tmp_path / "lien.csv",
    ):
        assert refused_code(register, target) == "copy_onto_itself"
    assert register.read_bytes() == before


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    register = make_register(tmp_path / "r", world())
    (tmp_path / "fichier").write_text("x")
    for target, code in {
        tmp_path / "absent" / "agents.csv": "folder_missing",
        tmp_path / "fichier" / "agents.csv": "not_a_folder",
        tmp_path / "r": "folder_in_place",
        tmp_path / ("x" * 300): "name_too_long",
        tmp_path / "a\0b": "file_not_written",
    }.items():
        assert refused_code(register, target) == code
    with reading(register) as session, pytest.raises(RefusedError, match="not_a_folder"):
        export_folder(session, tmp_path / "fichier")
    assert {each.name for each in tmp_path.iterdir()} == {"r", "fichier"}


def test_a_file_is_replaced_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "agents.csv"
    target.write_bytes(b"ancien")
    put_bytes(target, b"nouveau")
    assert target.read_bytes() == b"nouveau"

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(RefusedError) as refused:
        put_bytes(target, b"encore")
    assert [each.code for each in refused.value.findings] == ["disk_full"]
    assert target.read_bytes() == b"nouveau"
    assert [each.name for each in tmp_path.iterdir()] == ["agents.csv"]


def test_an_export_of_an_empty_kind_is_its_header(tmp_path: Path) -> None:
    register = make_register(tmp_path, world())
    with reading(register) as session:
        export_kind(session, ExchangeKind.ORIGINS, tmp_path / "origins.csv")
    assert (tmp_path / "origins.csv").read_bytes() == "\ufeffservice;siren;nom\r\n".encode()
    assert AUBIERE not in (tmp_path / "origins.csv").read_text(encoding="utf-8")


# All or none --------------------------------------------------------------------------------------


@pytest.fixture
def former(tmp_path: Path) -> Path:
    """A folder with a former export, one of its files missing."""
    folder = tmp_path / "sortie"
    folder.mkdir()
    for kind in ExchangeKind:
        (folder / f"{kind.value}.csv").write_bytes(b"ancien")
    (folder / "agents.csv").unlink()
    return folder


@pytest.mark.parametrize("number", FAULTS)
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("at", [1, 2, 7])
def test_an_export_of_everything_that_fails_leaves_no_mix(
    tmp_path: Path,
    former: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    number: int,
    at: int,
) -> None:
    register = make_register(tmp_path, world())
    before, disk, named = all_in(former), DiskCalls(), ""
    with monkeypatch.context() as patch, reading(register) as session:
        disk.watch(patch)
        disk.fail(call, number, at)
        try:
            export_folder(session, former)
        except RefusedError as problem:
            (finding,) = problem.findings
            assert finding.code == FAULTS[number]
            named = str(finding.values["path"])
    if named:
        assert all_in(former) == before
        assert named in {str(former / f"{kind.value}.csv") for kind in ExchangeKind}
    else:
        assert b"ancien" not in all_in(former).values()
        assert len(all_in(former)) == len(ExchangeKind)
        assert not disk.has_failed or call in {"link", "settle"}


def test_a_folder_made_for_an_export_that_fails_goes_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register, disk = make_register(tmp_path / "r", world()), DiskCalls()
    with monkeypatch.context() as patch, reading(register) as session:
        disk.watch(patch)
        disk.fail("write", errno.ENOSPC, 3)
        assert code_of(lambda: export_folder(session, tmp_path / "un" / "deux")) == "disk_full"
    assert [each.name for each in tmp_path.iterdir()] == ["r"]


def test_a_link_out_of_the_folder_stops_the_export_before_it_begins(
    tmp_path: Path, former: Path
) -> None:
    outside = tmp_path / "dehors.csv"
    outside.write_bytes(b"dehors")
    (former / "agents.csv").symlink_to(outside)
    before = all_in(former)
    with reading(make_register(tmp_path, world())) as session:
        assert code_of(lambda: export_folder(session, former)) == "link_leads_out"
    assert all_in(former) == before
    assert outside.read_bytes() == b"dehors"


@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
def test_an_export_follows_the_umask(tmp_path: Path, mask: int) -> None:
    """It is made to be handed on; the register is not."""
    register = make_register(tmp_path, world())
    usual = os.umask(mask)
    try:
        with reading(register) as session:
            written = export_folder(session, tmp_path / "sortie")
            export_kind(session, ExchangeKind.AGENTS, tmp_path / "a.csv")
    finally:
        os.umask(usual)
    for path in (*written, tmp_path / "a.csv"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~mask
    assert stat.S_IMODE((tmp_path / "sortie").stat().st_mode) == 0o777 & ~mask
