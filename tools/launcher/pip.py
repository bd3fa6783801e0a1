"""Run pip: exactly what a lock names, whatever else is published or set on the machine."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from tools.launcher.interpreter import child_environment
from tools.launcher.sources import (
    SETTINGS,
    answering,
    as_environment,
    default_index,
    parse_settings,
)
from tools.launcher.words import SetupError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Pip:
    """The pip of one Python, in an environment cleaned of what would bend it.

    `python` is the interpreter to install into, `environment` that of the user.
    """

    def __init__(self, python: Path, environment: Mapping[str, str]) -> None:
        self._python = python
        self._bare = _without_pip(child_environment(environment))
        self._environment, self.silent_sources = self._settle(environment)

    def _settle(self, environment: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
        """Read the user's settings once and keep the sources that answer.

        Raises:
            SetupError: A file of settings cannot be read; pip says which.
        """
        status, listing = self._call("config", "list", environment=_reading(environment))
        if status != 0:
            raise SetupError("settings_unreadable", output=listing)
        _status, help_text = self._call(
            "download", "--help", environment={**self._bare, "COLUMNS": "1000"}
        )
        settings, silent = answering(parse_settings(listing), default_index(help_text))
        return {**self._bare, **as_environment(settings)}, silent

    def _call(self, *arguments: str, environment: Mapping[str, str]) -> tuple[int, str]:
        """Run pip; return its status and all it said."""
        done = subprocess.run(
            [str(self._python), "-m", "pip", *arguments],
            check=False,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        return done.returncode, done.stdout.strip()

    def run(self, *arguments: str) -> None:
        """Run one command of pip, in silence unless it fails.

        Raises:
            SetupError: It failed; the error carries all of pip's words.
        """
        status, output = self._call(*arguments, environment=self._environment)
        if status != 0:
            raise SetupError("packages_failed", output=output)

    def install_lock(self, lock: Path) -> None:
        """Install what a lock names and nothing else, from wheels whose hashes it knows.

        Without `--no-deps`, pip looks for the extras that a locked package asks of another one
        (`coverage[toml]`) in the newest version published, whose hash no lock can know. A lock is
        complete, so nothing has to be looked for; `check` tells if it is not.

        Raises:
            SetupError: pip failed, or a package lacks another one that it needs.
        """
        self.run(
            "install", "--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", str(lock)
        )
        self.check(lock)

    def install_project(self, *arguments: str) -> None:
        """Install one project or one file, with nothing from outside.

        Raises:
            SetupError: pip failed.
        """
        self.run("install", "--no-index", "--no-deps", "--no-build-isolation", *arguments)

    def check(self, lock: Path) -> None:
        """Make sure that every package installed has those it needs.

        Raises:
            SetupError: One lacks another; the error carries the complaint.
        """
        status, output = self._call("check", environment=self._environment)
        if status != 0:
            raise SetupError("packages_inconsistent", output=output, lock=lock.name)


def _reading(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment in which pip tells the user's settings, and all of them.

    `pip config` takes `user = true` of a file, which means something else there, as "only the
    user's own file"; zero takes that back.
    """
    named = {"PIP_" + name.upper().replace("-", "_") for name in SETTINGS} | {"PIP_CONFIG_FILE"}
    kept = {
        key: value
        for key, value in child_environment(environment).items()
        if not key.upper().startswith("PIP_") or key.upper() in named
    }
    return {**kept, "PIP_USER": "0", "PIP_GLOBAL": "0", "PIP_SITE": "0"}


def _without_pip(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment without any setting of pip but ours."""
    kept = {key: value for key, value in environment.items() if not key.upper().startswith("PIP_")}
    return {
        **kept,
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_INPUT": "1",
    }
