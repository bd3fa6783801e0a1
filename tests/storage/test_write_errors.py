"""What is said of a file that could not be written is what happened."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from mutudesk.storage.write_errors import not_written

if TYPE_CHECKING:
    from pathlib import Path

    from mutudesk.domain.findings import Finding


def said(problem: OSError, path: Path, *, replacing: bool = False) -> Finding:
    (finding,) = not_written(problem, path, replacing=replacing).findings
    return finding


def of_windows(number: int, folded: int) -> OSError:
    """An error as Windows gives it: its own number, and the errno that Python makes of it."""
    problem = OSError(folded, "")
    setattr(problem, "winerror", number)  # noqa: B010 - known on Windows alone
    return problem


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EACCES, "no_right_to_write"),
        (errno.EPERM, "no_right_to_write"),
        (errno.EROFS, "place_read_only"),
        (errno.EIO, "disk_error"),
        (errno.ENODEV, "disk_error"),
        (errno.ESTALE, "disk_error"),
        (errno.ENAMETOOLONG, "name_too_long"),
        (errno.EISDIR, "folder_in_place"),
        (errno.EBUSY, "file_busy"),
        (errno.ELIBBAD, "file_not_written"),
    ],
)
def test_each_answer_of_the_system_has_its_words(tmp_path: Path, number: int, code: str) -> None:
    path = tmp_path / "liste.csv"
    for replacing in (False, True):
        finding = said(OSError(number, ""), path, replacing=replacing)
        assert (finding.code, finding.values) == (code, {"path": str(path)})


@pytest.mark.parametrize(
    ("number", "folded", "replacing", "code"),
    [
        (5, errno.EACCES, False, "no_right_to_write"),
        (5, errno.EACCES, True, "open_elsewhere"),  # a PDF that is open in its reader
        (32, errno.EACCES, False, "open_elsewhere"),
        (32, errno.EACCES, True, "open_elsewhere"),
        (33, errno.EACCES, True, "open_elsewhere"),
        (19, errno.EACCES, False, "place_read_only"),
        (21, errno.EACCES, False, "disk_error"),
        (53, errno.ENOENT, False, "disk_error"),
        (64, errno.EINVAL, True, "disk_error"),
        (112, errno.ENOSPC, False, "disk_full"),
        (206, errno.ENOENT, False, "name_too_long"),
        (9999, errno.EINVAL, False, "file_not_written"),
    ],
)
def test_windows_says_more_by_its_own_number(
    tmp_path: Path, number: int, folded: int, replacing: bool, code: str
) -> None:
    path = tmp_path / "liste.pdf"
    assert said(of_windows(number, folded), path, replacing=replacing).code == code


def test_a_folder_that_is_missing_or_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("x")
    odd = said(OSError(errno.ENOENT, ""), tmp_path / "a.csv")
    assert odd.code == "file_not_written"
    missing = said(OSError(errno.ENOENT, ""), tmp_path / "absent" / "a.csv")
    assert (missing.code, missing.values["path"]) == ("folder_missing", str(tmp_path / "absent"))
    for below in ("a.csv", "un/deux/a.csv"):
        none = said(OSError(errno.ENOTDIR, ""), tmp_path / "fichier" / below)
        assert (none.code, none.values["path"]) == ("not_a_folder", str(tmp_path / "fichier"))
