"""Which Python runs: one that is recent enough, here or elsewhere on the machine."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from tools.launcher.words import SetupError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

OLDEST_PYTHON = (3, 11)


def newer_python(which: Callable[[str], str | None] = shutil.which) -> str | None:
    """Return a Python of the search path that is recent enough, by its versioned name."""
    for minor in range(14, OLDEST_PYTHON[1] - 1, -1):
        path = which(f"python3.{minor}")
        if path and works(path):
            return path
    return None


def works(python: str) -> bool:
    """Say whether this interpreter starts; a shim of pyenv may stand for nothing."""
    try:
        done = subprocess.run([python, "-c", ""], check=False, capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def require_python(script: Path) -> None:
    """Go on with a recent Python: this one, or another one that is given the same script.

    Raises:
        SetupError: No recent Python is there.
    """
    if sys.version_info >= OLDEST_PYTHON:
        return
    other = newer_python()
    if other is not None:
        raise SystemExit(subprocess.call([other, str(script), *sys.argv[1:]]))
    version = ".".join(str(part) for part in sys.version_info[:3])
    raise SetupError("python_too_old", version=version)


def base_python() -> str:
    """Return the interpreter behind: this script may itself run in an environment to replace."""
    return getattr(sys, "_base_executable", None) or sys.executable


def venv_python(venv: Path) -> Path:
    """Return the interpreter of a virtual environment."""
    return venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def child_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment for our Python, without what would bend its search path."""
    dropped = {"PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__"}
    return {
        **{key: value for key, value in environment.items() if key not in dropped},
        "PYTHONNOUSERSITE": "1",
    }


def make_venv(folder: Path, environment: Mapping[str, str]) -> None:
    """Make a virtual environment anew, whatever is left of an older one.

    Raises:
        SetupError: It could not be made.
    """
    if folder.exists():
        shutil.rmtree(folder)
    status = subprocess.call(
        [base_python(), "-m", "venv", str(folder)],
        env=child_environment(environment),
        stdin=subprocess.DEVNULL,
    )
    if status != 0:
        raise SetupError("environment_failed", folder=folder)
