"""The launcher: what it finds missing, what it says, what it would run. Nothing is installed."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import setup

LINE = "apt-get install -y --no-install-recommends libegl1 python3-venv"
WANTED = {"kind": "run", "lock": "1", "project": "2", "python": "3.11.7", "folder": "here"}


def test_only_what_is_missing_is_named() -> None:
    there = {"libGL.so.1"}
    libraries = {"libGL.so.1": "libgl1", "libEGL.so.1": "libegl1", "libX.so": "libegl1"}
    assert setup.missing_packages(libraries, there.__contains__) == ["libegl1"]
    assert setup.missing_packages(libraries, lambda _name: True) == []


def test_a_library_that_does_not_load_is_missing() -> None:
    assert not setup.loads("libmutudesk-nowhere.so.0")


def test_libraries_of_a_screen_are_wanted_on_a_screen_only() -> None:
    bare = setup.wanted_libraries({}, window=True)
    assert "libxcb-cursor.so.0" not in bare
    assert "libEGL.so.1" in bare
    x11 = {"DISPLAY": ":0"}
    assert "libxcb-cursor.so.0" in setup.wanted_libraries(x11, window=True)
    assert setup.wanted_libraries(x11, window=False) == bare
    wayland = setup.wanted_libraries({"WAYLAND_DISPLAY": "wayland-0"}, window=True)
    assert "libwayland-cursor.so.0" in wayland
    assert "libxcb-cursor.so.0" not in wayland


def test_debian_needs_a_package_for_environments() -> None:
    assert setup.venv_package(lambda _name: object()) == []
    (package,) = setup.venv_package(lambda name: None if name == "ensurepip" else object())
    assert re.fullmatch(r"python3(\.\d+)?-venv", package)


def test_one_line_installs_and_updates_only_if_asked() -> None:
    packages = ["libegl1", "python3-venv"]
    assert setup.apt_line(packages, update=False, sudo=False) == LINE
    assert setup.apt_line(packages, update=True, sudo=True) == (
        f"sudo apt-get update && sudo {LINE}"
    )
    assert len(setup.apt_commands(packages, update=False)) == 1


def test_update_is_for_empty_lists(tmp_path: Path) -> None:
    assert setup.lists_are_empty(tmp_path / "absent")
    (tmp_path / "partial").mkdir()
    (tmp_path / "lock").touch()
    assert setup.lists_are_empty(tmp_path)
    (tmp_path / "deb.example_dists_stable_main_binary-amd64_Packages.lz4").touch()
    assert not setup.lists_are_empty(tmp_path)


def test_without_rights_the_line_is_given() -> None:
    message = setup.refusal(["libegl1", "python3-venv"], apt=True, update=False)
    assert f"    sudo {LINE}\n" in message
    assert "administrateur" in message


def test_without_apt_the_packages_are_named() -> None:
    message = setup.refusal(["libegl1"], apt=False, update=False)
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

    def missing(_libraries: object) -> list[str]:
        return [] if commands else ["libegl1"]

    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "call", call)
    monkeypatch.setattr(setup, "missing_packages", missing)
    monkeypatch.setattr(setup, "venv_package", list)
    monkeypatch.setattr(setup, "lists_are_empty", lambda: False)
    if runs:
        setup.require_system(window=False)
        assert commands == setup.apt_commands(["libegl1"], update=False)
        assert "apt-get install -y --no-install-recommends libegl1" in capsys.readouterr().err
    else:
        with pytest.raises(setup.SetupError, match="sudo apt-get install"):
            setup.require_system(window=False)
        assert commands == []


def test_nothing_is_done_when_the_stamp_matches() -> None:
    assert setup.steps(WANTED, WANTED, usable=True) == []


@pytest.mark.parametrize("stamp", [{}, {**WANTED, "python": "3.12.1"}, {**WANTED, "folder": "x"}])
def test_an_unknown_environment_is_made_anew(stamp: dict[str, str]) -> None:
    assert setup.steps(stamp, WANTED, usable=True) == ["venv", "lock", "project"]


def test_a_broken_environment_is_made_anew() -> None:
    assert setup.steps(WANTED, WANTED, usable=False) == ["venv", "lock", "project"]


def test_a_new_lock_is_installed_over_the_old_one() -> None:
    assert setup.steps({**WANTED, "lock": "0"}, WANTED, usable=True) == ["lock", "project"]
    assert setup.steps(WANTED, {**WANTED, "kind": "dev"}, usable=True) == ["lock", "project"]


def test_a_new_project_file_installs_the_project_only() -> None:
    assert setup.steps({**WANTED, "project": "0"}, WANTED, usable=True) == ["project"]


def test_a_stamp_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    assert setup.read_stamp(tmp_path / "absent") == {}
    for text in ("", "{", "[]", "3"):
        (tmp_path / "stamp").write_text(text, encoding="utf-8")
        assert setup.read_stamp(tmp_path / "stamp") == {}


def test_pip_hears_where_packages_are_and_not_where_they_go() -> None:
    environment = setup.pip_environment(
        {
            "PATH": "p",
            "PIP_INDEX_URL": "i",
            "PIP_CERT": "c",
            "PIP_TARGET": "t",
            "PIP_USER": "1",
            "PIP_CONSTRAINT": "c",
            "PIP_NO_BINARY": ":all:",
            "PYTHONPATH": "x",
            "PYTHONHOME": "x",
        }
    )
    assert environment["PIP_INDEX_URL"] == "i"
    assert environment["PIP_CERT"] == "c"
    assert environment["PIP_USER"] == "0"
    assert environment["PATH"] == "p"
    assert not {"PIP_TARGET", "PIP_CONSTRAINT", "PIP_NO_BINARY"} & set(environment)
    assert not {"PYTHONPATH", "PYTHONHOME"} & set(environment)


def test_an_older_python_hands_over_or_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    monkeypatch.setattr(setup, "newer_python", lambda: None)
    with pytest.raises(setup.SetupError, match=r"3\.11 .*3\.9\.2"):
        setup.require_python()


def test_a_newer_python_is_found_by_its_name() -> None:
    names = {"python3.12": sys.executable, "python3.13": str(Path("nowhere") / "python")}
    assert setup.newer_python(names.get) == sys.executable
    assert setup.newer_python(lambda _name: None) is None


def test_an_unknown_command_says_the_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert setup.main([]) == 2
    assert setup.main(["install"]) == 2
    assert "run|test|bench|screens|lint|lock|prepare" in capsys.readouterr().err


def test_benchmarks_are_a_module_that_runs_without_a_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[tuple[list[str], dict[str, str]]] = []

    def become(arguments: list[str], **extra: str) -> int:
        started.append((arguments, extra))
        return 0

    monkeypatch.setattr(setup, "require_system", lambda **_wanted: None)
    monkeypatch.setattr(setup, "prepare", lambda _kind: None)
    monkeypatch.setattr(setup, "become", become)
    assert setup.bench(["--quick"]) == 0
    ((arguments, extra),) = started
    assert arguments == ["-m", "tests.benchmarks", "--quick"]
    assert extra == {"QT_QPA_PLATFORM": "offscreen"}
    assert (setup.ROOT / "tests" / "benchmarks" / "__main__.py").is_file()


def test_the_script_parses_on_older_pythons() -> None:
    # It has to say in French that Python is too old, not to fail on its own syntax.
    source = Path(setup.__file__).read_text(encoding="utf-8")
    assert ast.parse(source, feature_version=(3, 7)).body
