"""The whole by the shim, where there is a compiler; where there is none, words."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.faults import shim

if TYPE_CHECKING:
    from pathlib import Path

ROOT = shim.ROOT


def faults(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.faults", *arguments],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )


@pytest.mark.slow
@pytest.mark.skipif(
    not sys.platform.startswith("linux") or not any(map(shutil.which, shim.COMPILERS)),
    reason="needs Linux and a C compiler",
)
def test_a_save_survives_some_of_each() -> None:
    done = faults("save", "--cuts", "12", "--calls", "4", "--processes", "1")
    lines = [line.split() for line in done.stdout.splitlines()]
    assert [line[:5] for line in lines if line[2:3] == ["save"]] == [
        ["power", "cut:", "save", "12", "12"],
        ["call", "failed:", "save", "20", "20"],
    ]
    assert (done.returncode, done.stderr) == (0, "")


def test_without_a_compiler_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(shim.NoShimError, match="C compiler"):
        shim.compiled()


def test_elsewhere_than_on_linux_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(shim.NoShimError, match="Linux"):
        shim.compiled()


def test_a_shim_that_does_not_compile_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not sys.platform.startswith("linux") or not any(map(shutil.which, shim.COMPILERS)):
        pytest.skip("needs Linux and a C compiler")
    monkeypatch.setattr(shim, "SOURCE", tmp_path / "nothing.c")
    monkeypatch.setattr(shim, "LIBRARY", tmp_path / "shim.so")
    with pytest.raises(shim.NoShimError, match=r"nothing\.c"):
        shim.compiled()
    assert list(tmp_path.iterdir()) == []
