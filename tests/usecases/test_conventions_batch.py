"""A batch writes what can be made, whole, and names the rest."""

from __future__ import annotations

import errno
import os
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutudesk.documents.convention.document import CONVENTION
from mutudesk.domain.fact_base import FactBase
from mutudesk.domain.findings import RefusedError
from mutudesk.domain.services import LegalGround
from mutudesk.usecases import printing
from mutudesk.usecases.conventions import build_convention, convention_jobs
from mutudesk.usecases.conventions.file_names import LONGEST_NAME, file_stem, safe_filename
from mutudesk.usecases.printing import preview_of
from tests.builders import (
    AUBIERE,
    BEAUMONT,
    CLERMONT,
    EPCI,
    ROYAT,
    day,
    during,
    mandate,
    membership,
    service,
    since,
    world,
    world_with,
)
from tests.disk_calls import DiskCalls, no_links

if TYPE_CHECKING:
    from pathlib import Path

ON = day("2016-02-29")
print_batch = partial(printing.print_batch, CONVENTION)
FILE_OF_AUBIERE = f"convention-ADS-aubiere-{AUBIERE}-effet-2015-07-01.pdf"
FILE_OF_CLERMONT = f"convention-ADS-clermont-ferrand-{CLERMONT}-effet-2016-09-01.pdf"


@pytest.fixture
def base() -> FactBase:
    """Four bodies joined; the mayor of Beaumont has no quality, Royat has left."""
    facts = world_with(mandate(BEAUMONT, quality=""))
    return FactBase(
        EPCI,
        [
            *facts,
            membership(BEAUMONT),
            membership(CLERMONT, since("2016-09-01"), decided_on=None),
            membership(ROYAT, during("2015-07-01", "2016-02-28")),
        ],
    )


def test_all_bodies_that_have_not_left_are_printed_and_the_rest_is_named(
    base: FactBase, tmp_path: Path
) -> None:
    seen: list[tuple[int, int]] = []
    result = print_batch(
        convention_jobs(base, "ADS", None, ON),
        tmp_path / "new" / "folder",
        lambda done, total: seen.append((done, total)),
    )
    assert [each.path.name for each in result.written] == [
        FILE_OF_AUBIERE,
        FILE_OF_CLERMONT,
    ]
    assert [(each.siren, each.name) for each in result.refused] == [(BEAUMONT, "Beaumont")]
    assert [each.code for each in result.refused[0].findings] == ["convention_quality_missing"]
    assert seen == [(1, 3), (2, 3), (3, 3)]
    assert not result.cancelled
    folder = tmp_path / "new" / "folder"
    assert sorted(path.name for path in folder.iterdir()) == [
        each.path.name for each in result.written
    ]


def test_the_preview_is_the_file(base: FactBase, tmp_path: Path) -> None:
    (job,) = convention_jobs(base, "ADS", [AUBIERE], ON)
    assert job.content is not None
    (written,) = print_batch([job], tmp_path).written
    assert written.path.read_bytes() == preview_of(CONVENTION, job).data
    assert job.content == build_convention(base, "ADS", AUBIERE, ON)


def test_bodies_named_are_printed_once_and_unknown_ones_refused(base: FactBase) -> None:
    jobs = convention_jobs(base, "ADS", [AUBIERE, "999999999", AUBIERE, ROYAT, EPCI], ON)
    assert [(job.siren, [each.code for each in job.findings]) for job in jobs] == [
        (AUBIERE, []),
        ("999999999", ["body_unknown"]),
        (ROYAT, ["convention_without_membership"]),
        (EPCI, ["convention_with_itself"]),
    ]


def test_a_body_with_two_memberships_ahead_has_one_convention() -> None:
    facts = world_with(
        membership(period=during("2015-07-01", "2016-12-31")),
        membership(period=since("2017-01-01")),
    )
    assert len(convention_jobs(FactBase(EPCI, facts), "ADS", None, ON)) == 1


def test_a_service_on_another_ground_is_refused_as_a_whole() -> None:
    other = FactBase(EPCI, world_with(service(ground=LegalGround.SERVICE_PROVISION)))
    with pytest.raises(RefusedError) as problem:
        convention_jobs(other, "ADS", None, ON)
    assert problem.value.findings[0].code == "convention_other_ground"


def test_a_file_is_replaced_whole(base: FactBase, tmp_path: Path) -> None:
    jobs = convention_jobs(base, "ADS", [AUBIERE], ON)
    (written,) = print_batch(jobs, tmp_path).written
    path = written.path
    first = path.read_bytes()
    assert print_batch(jobs, tmp_path).refused == []  # the very same bytes are done
    path.write_bytes(b"something longer" * 100_000)
    result = print_batch(jobs, tmp_path)
    assert [each.findings[0].code for each in result.refused] == ["file_in_place"]
    assert path.read_bytes() != first
    print_batch(jobs, tmp_path, replace=True)
    assert path.read_bytes() == first


def test_a_batch_can_be_cancelled_between_two_files(base: FactBase, tmp_path: Path) -> None:
    answers = iter([False, True])
    result = print_batch(
        convention_jobs(base, "ADS", None, ON), tmp_path, cancelled=lambda: next(answers)
    )
    assert result.cancelled
    assert len(result.written) == 1


def test_a_folder_that_is_a_file_is_refused_in_words(base: FactBase, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(RefusedError) as problem:
        print_batch(convention_jobs(base, "ADS", None, ON), tmp_path / "file")
    (finding,) = problem.value.findings
    assert finding.code == "not_a_folder"
    assert finding.values["path"] == str(tmp_path / "file")


def test_a_file_that_cannot_be_replaced_does_not_stop_the_others(
    base: FactBase, tmp_path: Path
) -> None:
    (tmp_path / FILE_OF_AUBIERE).mkdir()
    result = print_batch(convention_jobs(base, "ADS", [AUBIERE, CLERMONT], ON), tmp_path)
    assert [each.path.name for each in result.written] == [FILE_OF_CLERMONT]
    assert [each.findings[0].code for each in result.refused] == ["folder_in_place"]
    assert sorted(os.listdir(tmp_path)) == [  # noqa: PTH208 - names only
        FILE_OF_AUBIERE,
        FILE_OF_CLERMONT,
    ]


def test_a_layout_that_fails_does_not_stop_the_others(base: FactBase, tmp_path: Path) -> None:
    before_the_law = convention_jobs(
        FactBase(EPCI, world(membership(CLERMONT))), "ADS", None, day("2015-07-01")
    )
    assert all(job.content for job in before_the_law)
    assert print_batch(before_the_law, tmp_path).refused == []
    old = day("2012-01-01")
    facts = world_with(mandate(AUBIERE, since("2008-01-01")), mandate(EPCI, since("2008-01-01")))
    jobs = convention_jobs(FactBase(EPCI, facts), "ADS", [AUBIERE], old)
    jobs += convention_jobs(base, "ADS", [AUBIERE], ON)
    result = print_batch(jobs, tmp_path, replace=True)
    assert [each.findings[0].code for each in result.refused] == ["template_missing"]
    assert len(result.written) == 1


@pytest.mark.parametrize(
    ("code", "stem"),
    [
        ("ADS", "convention-ADS-1"),
        ("R&D", "convention-R&D-1"),
        ("CON", "convention-CON-1"),
        ("A/B", "convention-A-B-1-998d3e"),
        ("É 2", "convention-É 2-1"),
    ],
)
def test_file_names_hold_code_and_siren(code: str, stem: str) -> None:
    assert file_stem("convention", code, "1") == stem


def test_codes_that_look_alike_have_files_of_their_own() -> None:
    codes = ["A/B", "A-B", "A\\B", "A:B", "a-b", "ads", "ADS", "Ads", "..", "A B", "A\u00a0B", " "]
    stems = {file_stem("convention", code, "1").casefold() for code in codes}
    assert len(stems) == len(codes)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NUL ", "_NUL"),
        ("com¹.txt", "_com¹.txt"),
        ("-rf", "rf"),
        ("..", "document"),
        ("", "document"),
        ("a\u202eb", "ab"),
        ("../../etc", "etc"),
        ("\\\\srv\\x", "srv-x"),
    ],
)
def test_names_are_safe(text: str, name: str) -> None:
    assert safe_filename(text) == name


@given(st.text(max_size=300))
def test_any_text_names_a_file_inside_its_folder(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = tmp_path_factory.getbasetemp()
    for name in (safe_filename(text), file_stem("convention", text, "216300145")):
        assert 0 < len(name.encode()) <= LONGEST_NAME
        assert (folder / name).resolve().parent == folder.resolve()


@given(st.text(max_size=20), st.text(max_size=20))
def test_two_codes_never_share_a_file(one: str, other: str) -> None:
    same = file_stem("c", one, "1").casefold() == file_stem("c", other, "1").casefold()
    assert same is (one == other)


def test_a_link_out_of_the_folder_is_refused_and_the_others_printed(
    base: FactBase, tmp_path: Path
) -> None:
    folder, outside = tmp_path / "sortie", tmp_path / "dehors.pdf"
    folder.mkdir()
    outside.write_bytes(b"dehors")
    (folder / FILE_OF_AUBIERE).symlink_to(outside)
    jobs = convention_jobs(base, "ADS", [AUBIERE, CLERMONT], ON)
    result = print_batch(jobs, folder, replace=True)
    assert [each.findings[0].code for each in result.refused] == ["link_leads_out"]
    assert [each.path.name for each in result.written] == [FILE_OF_CLERMONT]
    assert outside.read_bytes() == b"dehors"


def test_a_folder_in_which_nothing_was_printed_goes_again(
    base: FactBase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs, disk = convention_jobs(base, "ADS", [AUBIERE], ON), DiskCalls()
    with monkeypatch.context() as patch:
        disk.watch(patch)
        disk.fail("write", errno.ENOSPC)
        result = print_batch(jobs, tmp_path / "un" / "deux")
    assert [each.findings[0].code for each in result.refused] == ["disk_full"]
    with monkeypatch.context() as patch:
        patch.setattr("tempfile.TemporaryFile", no_links)
        with pytest.raises(RefusedError, match="no_right_to_write"):
            print_batch(jobs, tmp_path / "un" / "deux")
    assert list(tmp_path.iterdir()) == []
