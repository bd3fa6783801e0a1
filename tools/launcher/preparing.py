"""Bring `.venv` to the state that the locks ask for: the locked packages and the project itself.

A stamp written last says what is in there; without it, or when it does not match, the set-up
starts again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import time
from typing import TYPE_CHECKING

from tools.launcher.interpreter import make_venv, venv_python
from tools.launcher.pip import Pip
from tools.launcher.places import GUARD, LOCKS, ROOT, STAMP, VENV
from tools.launcher.words import SetupError, say, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_stamp(path: Path = STAMP) -> dict[str, str]:
    """Return what the virtual environment holds, or nothing if that is unknown."""
    try:
        stamp = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(key): str(value) for key, value in stamp.items()} if isinstance(stamp, dict) else {}


def wanted_stamp(kind: str) -> dict[str, str]:
    """Return the stamp of a complete set-up; the kind "dev" holds all of the kind "run"."""
    return {
        "kind": kind,
        "lock": sha256(LOCKS[kind]),
        "project": sha256(ROOT / "pyproject.toml"),
        "python": sys.version.split()[0],
        "folder": str(ROOT),
    }


def steps(stamp: Mapping[str, str], wanted: Mapping[str, str], *, usable: bool) -> list[str]:
    """Say what is left to do: make the environment, install the lock, install the project."""
    if not usable or any(stamp.get(key) != wanted[key] for key in ("python", "folder")):
        return ["venv", "lock", "project"]
    if any(stamp.get(key) != wanted[key] for key in ("kind", "lock")):
        return ["lock", "project"]
    return [] if stamp.get("project") == wanted["project"] else ["project"]


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Hold the set-up of this clone: two commands started together must not undo each other."""
    with GUARD.open("a+b") as stream:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(stream.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(stream, fcntl.LOCK_EX)
        # Closing the file gives the lock back.
        yield


def steps_left(kind: str) -> tuple[list[str], dict[str, str]]:
    """Return what is left to do for this kind of set-up, and the stamp to write then."""
    stamp = read_stamp()
    wanted = wanted_stamp("dev" if stamp.get("kind") == "dev" else kind)
    return steps(stamp, wanted, usable=venv_python(VENV).exists()), wanted


def prepare(language: str, kind: str) -> None:
    """Bring `.venv` to the state that the lock asks for; do nothing if it is in that state.

    Raises:
        SetupError: The environment could not be made, or pip failed.
    """
    if not steps_left(kind)[0]:
        return
    with one_at_a_time():
        left, wanted = steps_left(kind)
        if not left:
            return
        begun = time.monotonic()
        STAMP.unlink(missing_ok=True)
        if "venv" in left:
            make_venv(VENV, os.environ)
        if "lock" in left:
            say(sentence(language, "packages_installing"))
        install(language, left, LOCKS[wanted["kind"]])
        temporary = STAMP.with_suffix(".part")
        temporary.write_text(json.dumps(wanted, indent=1) + "\n", encoding="utf-8")
        temporary.replace(STAMP)
        say(sentence(language, "ready", seconds=round(time.monotonic() - begun)))


def install(language: str, left: Sequence[str], lock: Path) -> None:
    """Install the lock, if that is left to do, and the project.

    Raises:
        SetupError: pip failed; the sources that did not answer are named before.
    """
    pip = Pip(venv_python(VENV), os.environ)
    try:
        if "lock" in left:
            pip.install_lock(lock)
        pip.install_project("-e", str(ROOT))
        pip.check(lock)
    except SetupError:
        if pip.silent_sources:
            say(sentence(language, "sources_silent", sources=" ".join(pip.silent_sources)))
        raise
