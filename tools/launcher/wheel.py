"""Build the wheel, install it away from the checkout and start it: what a user gets."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from tools.launcher.interpreter import child_environment, make_venv, venv_python
from tools.launcher.pip import Pip
from tools.launcher.places import BUILD, LOCKS, ROOT, VENV

if TYPE_CHECKING:
    from pathlib import Path

_RESOURCES_ARE_THERE = """
from mutudesk.resources import resource_path, resource_root
assert resource_root().name == "_resources", resource_root()
for parts in (("fonts", "SourceSans3-Regular.ttf"), ("icons", "mutudesk.svg"),
              ("reference", "communes.csv.gz"), ("i18n", "mutudesk_fr.qm"),
              ("i18n", "mutudesk_en.qm"), ("templates",)):
    resource_path(*parts)
"""


def build_wheel(folder: Path) -> Path:
    """Build the wheel of this clone into an empty folder, without network.

    Raises:
        SetupError: pip failed.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    options = ("--no-index", "--no-deps", "--no-build-isolation")
    Pip(venv_python(VENV), os.environ).run("wheel", *options, "-w", str(folder), str(ROOT))
    (wheel,) = folder.glob("mutudesk-*.whl")
    return wheel


def try_wheel() -> int:
    """Install the wheel and the lock into an environment of their own; start what they give.

    Raises:
        SetupError: pip failed.
    """
    folder = BUILD / "wheel"
    wheel = build_wheel(folder)
    venv = folder / "venv"
    make_venv(venv, os.environ)
    python = venv_python(venv)
    pip = Pip(python, os.environ)
    pip.install_lock(LOCKS["run"])
    pip.install_project(str(wheel))
    pip.check(LOCKS["run"])
    command = python.with_name("mutudesk.exe" if python.suffix == ".exe" else "mutudesk")
    for call in ([str(command), "--version"], [str(python), "-I", "-c", _RESOURCES_ARE_THERE]):
        status = subprocess.call(
            call, cwd=folder, env=child_environment(os.environ), stdin=subprocess.DEVNULL
        )
        if status != 0:
            return status
    shutil.rmtree(venv)
    return 0
