"""Compile the lock files: versions and hashes for Linux, Windows and macOS, and no address."""

from __future__ import annotations

import os
import subprocess

from tools.launcher.interpreter import child_environment, make_venv, venv_python
from tools.launcher.pip import Pip
from tools.launcher.places import BUILD, LOCKS, ROOT

_OPTIONS = (
    "--universal",
    "--python-version",
    "3.11",
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
    "--no-emit-index-url",
    "--quiet",
)


def compile_locks(arguments: list[str]) -> None:
    """Compile both lock files anew, with the newest versions if `--upgrade` is given.

    uv is installed into `build/uv`, outside `.venv`: nothing else needs it. It does not read the
    settings of pip, so an index given to pip is handed over.
    """
    tool = BUILD / "uv"
    python = venv_python(tool)
    if not python.exists():
        make_venv(tool, os.environ)
        Pip(python, os.environ).run("install", "uv>=0.13,<0.14")
    environment = child_environment(os.environ)
    if environment.get("PIP_INDEX_URL"):
        environment.setdefault("UV_DEFAULT_INDEX", environment["PIP_INDEX_URL"])
    # The build back-end is in both, so that the project installs without network afterwards.
    for kind, group in (("run", "build"), ("dev", "dev")):
        constraint = ["--constraint", LOCKS["run"].name] if kind == "dev" else []
        command = [str(python), "-m", "uv", "pip", "compile", "pyproject.toml", "--group", group]
        command += [*_OPTIONS, *constraint, "-o", LOCKS[kind].name, *arguments]
        subprocess.check_call(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
