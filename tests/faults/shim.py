"""The shim between program and disk: compiled, preloaded into a Python, told what to do."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.faults.failures import Fault

ROOT = Path(__file__).resolve().parents[2]
SOURCE = Path(__file__).with_name("shim.c")
LIBRARY = ROOT / "build" / "faults" / "shim.so"
COMPILERS = ("cc", "gcc", "clang")


class NoShimError(Exception):
    """The shim cannot be had here; the words say why."""


def compiled() -> Path:
    """Compile the shim. Raises NoShimError."""
    if not sys.platform.startswith("linux"):
        raise NoShimError("This needs Linux: the shim is preloaded into the program there.")
    compiler = next(filter(None, map(shutil.which, COMPILERS)), None)
    if compiler is None:
        raise NoShimError(
            "There is no C compiler (cc). Install one (Debian: apt-get install gcc libc6-dev), "
            "then run the same command again."
        )
    LIBRARY.parent.mkdir(parents=True, exist_ok=True)
    ours = LIBRARY.with_suffix(f".{os.getpid()}")
    options = ("-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", str(ours))
    done = subprocess.run(
        [compiler, *options, str(SOURCE), "-ldl", "-lpthread"],
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        raise NoShimError(f"The shim could not be compiled:\n{done.stderr}")
    return ours.replace(LIBRARY)


def is_loaded() -> bool:
    """Tell whether this Python was started with the shim."""
    return hasattr(ctypes.CDLL(None), "faults_watch")


class Shim:
    """The shim of this process."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None)
        self._library.faults_counted.restype = ctypes.c_long

    def watch(self, folder: Path, log: Path | None = None) -> None:
        """Look at what changes below a folder from now on, and log it."""
        self._library.faults_watch(os.fsencode(folder), None if log is None else os.fsencode(log))

    def fail(self, fault: Fault, at: int) -> None:
        """Let the `at`th call that a fault is about fail; 0 only counts them."""
        self._library.faults_fail(
            fault.kinds.encode(),
            ctypes.c_long(at),
            fault.number,
            int(fault.for_good),
            int(fault.is_short),
        )

    def told(self) -> None:
        """Log that an act was told done."""
        self._library.faults_told()

    def counted(self) -> int:
        """How many calls the fault was about."""
        return int(self._library.faults_counted())

    def failed(self) -> str:
        """The kind of the call that failed last, empty if none did."""
        return chr(self._library.faults_failed()).strip("\0")

    def rest(self) -> None:
        """Look at nothing any more."""
        self._library.faults_rest()
