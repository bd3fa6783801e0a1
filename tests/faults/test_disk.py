"""The model of a disk: what is settled is there after a cut, the rest may be."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.faults.calls import (
    CREATE,
    LINK,
    MAKE_FOLDER,
    REMOVE,
    RENAME,
    SETTLE,
    SYNC,
    TOLD,
    TRUNCATE,
    WRITE,
    DiskCall,
)
from tests.faults.disk import SECTOR, Disk, Names, Tree
from tests.faults.recordings import Recording, lay, tree_of

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = b"o" * 2_000, b"n" * 2_000
BEFORE = Tree({"a": OLD})


def write(path: str, data: bytes = NEW, offset: int = 0) -> DiskCall:
    return DiskCall(WRITE, path, offset=offset, data=data)


def files_left(*calls: DiskCall, names: Names = Names.UNORDERED) -> list[dict[str, bytes]]:
    """Everything that may be left, as far as two hundred cuts show it."""
    found = []
    for seed in range(200):
        disk = Disk(BEFORE, names)
        for each in calls:
            disk.do(each)
        files = disk.after_cut(random.Random(seed)).files  # noqa: S311
        if files not in found:
            found.append(files)
    return found


@pytest.mark.parametrize("names", Names)
def test_a_write_that_nobody_synced_is_there_or_not_or_torn_by_sectors(names: Names) -> None:
    contents = {each["a"] for each in files_left(write("a"), names=names)}
    assert {OLD, NEW} < contents
    for each in contents:
        for begin in range(0, len(OLD), SECTOR):
            assert len(set(each[begin : begin + SECTOR])) == 1


@pytest.mark.parametrize("names", Names)
def test_what_was_synced_is_there(names: Names) -> None:
    assert files_left(write("a"), DiskCall(SYNC, "a"), names=names) == [{"a": NEW}]


def test_a_truncation_is_there_or_not() -> None:
    contents = {each["a"] for each in files_left(DiskCall(TRUNCATE, "a", offset=10))}
    assert contents == {OLD, OLD[:10]}


CREATED = (DiskCall(CREATE, "b"), write("b"), DiskCall(SYNC, "b"))
# What was done with names: what may be left where they have no order, and where they have one.
NAMED: dict[str, tuple[tuple[DiskCall, ...], set[str], set[str]]] = {
    "created": (CREATED, {"a", "a b"}, {"a b"}),
    "created and settled": ((*CREATED, DiskCall(SETTLE)), {"a b"}, {"a b"}),
    "removed": ((DiskCall(REMOVE, "a"),), {"a", ""}, {"a", ""}),
    "removed and settled": ((DiskCall(REMOVE, "a"), DiskCall(SETTLE)), {""}, {""}),
    "settled elsewhere": ((DiskCall(REMOVE, "a"), DiskCall(SETTLE, "x")), {"a", ""}, {""}),
    "linked": ((DiskCall(LINK, "a", "c"),), {"a", "a c"}, {"a", "a c"}),
    "renamed": ((DiskCall(RENAME, "a", "c"),), {"a", "c"}, {"a", "c"}),
    "created, then renamed": (
        (*CREATED, DiskCall(RENAME, "b", "c")),
        {"a", "a b", "a c"},
        {"a b", "a c"},
    ),
}


@pytest.mark.parametrize("what", NAMED)
def test_names_are_settled_by_their_folder(what: str) -> None:
    calls, unordered, in_order = NAMED[what]
    for names, expected in ((Names.UNORDERED, unordered), (Names.IN_ORDER, in_order)):
        assert {" ".join(sorted(each)) for each in files_left(*calls, names=names)} == expected


def test_a_folder_without_its_own_name_takes_its_files_along() -> None:
    calls = (
        DiskCall(MAKE_FOLDER, "x"),
        DiskCall(CREATE, "x/b"),
        DiskCall(SYNC, "x/b"),
        DiskCall(SETTLE, "x"),
    )
    assert {" ".join(sorted(each)) for each in files_left(*calls)} == {"a", "a x/b"}
    assert [sorted(each) for each in files_left(*calls, DiskCall(SETTLE))] == [["a", "x/b"]]


@given(
    st.lists(st.tuples(st.integers(0, 5_000), st.binary(max_size=1_500)), max_size=8), st.randoms()
)
def test_after_sync_and_settling_a_cut_takes_nothing(
    writes: list[tuple[int, bytes]], chance: random.Random
) -> None:
    disk = Disk(BEFORE)
    disk.do(DiskCall(CREATE, "b"))
    expected = bytearray()
    for offset, data in writes:
        disk.do(write("b", data, offset))
        expected.extend(bytes(max(0, offset - len(expected))))
        expected[offset : offset + len(data)] = data
    disk.do(DiskCall(SYNC, "b"))
    disk.do(DiskCall(SETTLE))
    assert disk.seen() == Tree({"a": OLD, "b": bytes(expected)})
    assert disk.after_cut(chance) == disk.seen()


def test_two_names_of_one_file_stay_one_file(tmp_path: Path) -> None:
    disk = Disk(BEFORE)
    for each in (DiskCall(LINK, "a", "b"), write("b"), DiskCall(SYNC, "a"), DiskCall(SETTLE)):
        disk.do(each)
    assert disk.seen() == Tree({"a": NEW, "b": NEW}, links=frozenset({("a", "b")}))
    lay(disk.after_cut(random.Random(1)), tmp_path / "x")  # noqa: S311
    assert (tmp_path / "x" / "a").samefile(tmp_path / "x" / "b")
    assert tree_of(tmp_path / "x") == disk.seen() == Disk(disk.seen()).seen()


def test_a_cut_knows_what_was_told_by_then() -> None:
    calls = (*CREATED, DiskCall(TOLD), DiskCall(REMOVE, "a"), DiskCall(TOLD))
    recording = Recording(BEFORE, calls)
    assert [sorted(each.files) for each in recording.states()] == [["a"], ["a", "b"], ["b"]]
    assert sorted(recording.end().files) == ["b"]
    told = {at: recording.kill(at).told for at in range(len(calls) + 1)}
    assert told == {0: 0, 1: 0, 2: 0, 3: 0, 4: 1, 5: 1, 6: 2}
    for cut in recording.cuts(40, random.Random(1)):  # noqa: S311
        assert 0 <= cut.told <= 2
