"""What the launcher finds missing on the machine, and who may install it. Nothing is installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tools.launcher import system
from tools.launcher.words import ENGLISH, FRENCH, SetupError, sentence

if TYPE_CHECKING:
    from pathlib import Path

LINE = "apt-get install -y --no-install-recommends libegl1 python3-venv"


def test_only_what_is_missing_is_named() -> None:
    there = {"libGL.so.1"}
    libraries = {"libGL.so.1": "libgl1", "libEGL.so.1": "libegl1", "libX.so": "libegl1"}
    assert system.missing_packages(libraries, there.__contains__) == ["libegl1"]
    assert system.missing_packages(libraries, lambda _name: True) == []


def test_a_library_that_does_not_load_is_missing() -> None:
    assert not system.loads("libmutudesk-nowhere.so.0")


def test_libraries_of_a_screen_are_wanted_on_a_screen_only() -> None:
    bare = system.wanted_libraries({}, window=True)
    assert "libxcb-cursor.so.0" not in bare
    assert "libEGL.so.1" in bare
    x11 = {"DISPLAY": ":0"}
    assert "libxcb-cursor.so.0" in system.wanted_libraries(x11, window=True)
    assert system.wanted_libraries(x11, window=False) == bare
    wayland = system.wanted_libraries({"WAYLAND_DISPLAY": "wayland-0"}, window=True)
    assert "libwayland-cursor.so.0" in wayland
    assert "libxcb-cursor.so.0" not in wayland


def test_what_finds_printers_is_wanted_with_a_window_on_a_screen_only() -> None:
    for screen in ({"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}):
        assert system.wanted_libraries(screen, window=True)["libcups.so.2"] == "libcups2"
        assert "libcups.so.2" not in system.wanted_libraries(screen, window=False)
    assert "libcups.so.2" not in system.wanted_libraries({}, window=True)


def test_debian_needs_a_package_for_environments() -> None:
    assert system.venv_package(lambda _name: object()) == []
    (package,) = system.venv_package(lambda name: None if name == "ensurepip" else object())
    assert re.fullmatch(r"python3(\.\d+)?-venv", package)


def test_one_line_installs_and_updates_only_if_asked() -> None:
    packages = ["libegl1", "python3-venv"]
    assert system.apt_line(packages, update=False, sudo=False) == LINE
    assert system.apt_line(packages, update=True, sudo=True) == (
        f"sudo apt-get update && sudo {LINE}"
    )
    assert len(system.apt_commands(packages, update=False)) == 1


def test_update_is_for_empty_lists(tmp_path: Path) -> None:
    assert system.lists_are_empty(tmp_path / "absent")
    (tmp_path / "partial").mkdir()
    (tmp_path / "lock").touch()
    assert system.lists_are_empty(tmp_path)
    (tmp_path / "deb.example_dists_stable_main_binary-amd64_Packages.lz4").touch()
    assert not system.lists_are_empty(tmp_path)


def test_without_rights_the_line_is_given_in_the_language_of_the_reader() -> None:
    error = system.refusal(["libegl1", "python3-venv"], apt=True, update=False)
    french = sentence(FRENCH, error.code, **error.fields)
    assert f"    sudo {LINE}\n" in french
    assert "administrateur" in french
    english = sentence(ENGLISH, error.code, **error.fields)
    assert f"    sudo {LINE}\n" in english
    assert "administrator" in english


def test_without_apt_the_packages_are_named() -> None:
    message = str(system.refusal(["libegl1"], apt=False, update=False))
    assert "libegl1" in message
    assert "apt-get" not in message


@pytest.mark.skipif(sys.platform == "win32", reason="no user number there")
@pytest.mark.parametrize(("user", "runs"), [(1000, False), (0, True)])
def test_only_the_administrator_installs(
    user: int, runs: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands: list[list[str]] = []

    def call(command: list[str], **_options: object) -> int:
        commands.append(command)
        return 0

    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "call", call)
    monkeypatch.setattr(system, "missing_here", lambda **_options: [] if commands else ["libegl1"])
    monkeypatch.setattr(system, "lists_are_empty", lambda: False)
    if runs:
        system.require_system(FRENCH, window=False)
        assert commands == system.apt_commands(["libegl1"], update=False)
        assert "apt-get install -y --no-install-recommends libegl1" in capsys.readouterr().err
    else:
        with pytest.raises(SetupError, match="sudo apt-get install"):
            system.require_system(FRENCH, window=False)
        assert commands == []
