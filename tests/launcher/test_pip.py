"""Packages installed by the set-up's own function, without network: the lock decides, alone."""

from __future__ import annotations

import hashlib
import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.decoy_wheels import make_wheel
from tools.launcher.interpreter import make_venv, venv_python
from tools.launcher.pip import Pip
from tools.launcher.words import SetupError

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with nothing but pip."""
    folder = tmp_path_factory.mktemp("environment")
    make_venv(folder, os.environ)
    return venv_python(folder)


@pytest.fixture(autouse=True)
def _empty_again(python: Path) -> None:
    names = ["wanting", "wanted", "other"]
    subprocess.run(
        [str(python), "-m", "pip", "uninstall", "-q", "-y", *names], check=True, capture_output=True
    )


def write_lock(folder: Path, *wheels: Path) -> Path:
    """Lock these wheels by version and hash."""
    lines = []
    for wheel in wheels:
        name, version = wheel.name.split("-")[:2]
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        lines.append(f"{name}=={version} --hash=sha256:{digest}\n")
    lock = folder / "small.lock"
    lock.write_text("".join(lines), encoding="utf-8")
    return lock


def without_network(links: Path, **more: str) -> dict[str, str]:
    """Return the environment of a user whose only good source is one folder."""
    plain = {key: value for key, value in os.environ.items() if not key.startswith("PIP_")}
    return {**plain, "PIP_CONFIG_FILE": os.devnull, "PIP_FIND_LINKS": links.as_uri(), **more}


def installed(python: Path, module: str) -> str:
    """Return the version of a module in the environment, or nothing."""
    code = f"import {module}; print({module}.VERSION)"
    return subprocess.run(
        [str(python), "-I", "-c", code], check=False, capture_output=True, text=True
    ).stdout.strip()


def test_a_newer_version_beside_changes_nothing(
    python: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    links = tmp_path / "wheels"
    wanting = make_wheel(links, "wanting", "1", ["wanted[x]>=1", "other; extra == 'y'"], ["y"])
    wanted = make_wheel(links, "wanted", "1", ["other; extra == 'x'"], ["x"])
    other = make_wheel(links, "other", "1")
    lock = write_lock(tmp_path, wanting, wanted, other)
    for name in ("wanting", "wanted", "other"):
        make_wheel(links, name, "99")
    Pip(python, without_network(links, PIP_NO_INDEX="1")).install_lock(lock)
    assert [installed(python, each) for each in ("wanting", "wanted", "other")] == ["1", "1", "1"]
    assert capfd.readouterr() == ("", "")


def test_what_bends_pip_elsewhere_does_not_here(
    python: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    links = tmp_path / "wheels"
    lock = write_lock(tmp_path, make_wheel(links, "other", "1"))
    settings = tmp_path / "pip.conf"
    settings.write_text(
        f"[global]\nextra-index-url = {(tmp_path / 'gone').as_uri()}\n"
        f"index-url = http://127.0.0.1:1/simple\nconstraint = {tmp_path}/none.txt\n"
        f"target = {tmp_path}/elsewhere\nno-binary = :all:\nuser = true\nrequire-hashes = 0\n",
        encoding="utf-8",
    )
    nonsense = {
        "PIP_CONFIG_FILE": str(settings),
        "PIP_CONSTRAINT": str(tmp_path / "nothing.txt"),
        "PIP_TARGET": str(tmp_path / "elsewhere"),
        "PIP_REQUIRE_HASHES": "0",
        "PIP_LOG": str(tmp_path),
        "PYTHONPATH": str(tmp_path / "nothing"),
        "PYTHONHOME": str(tmp_path / "nothing"),
    }
    pip = Pip(python, without_network(links, **nonsense))
    pip.install_lock(lock)
    assert installed(python, "other") == "1"
    assert not (tmp_path / "elsewhere").exists()
    assert pip.silent_sources == ["http://127.0.0.1:1/simple", (tmp_path / "gone").as_uri()]
    assert capfd.readouterr() == ("", "")


def test_a_wrong_hash_stops_with_the_words_of_pip(python: Path, tmp_path: Path) -> None:
    links = tmp_path / "wheels"
    lock = write_lock(tmp_path, make_wheel(links, "other", "1"))
    make_wheel(links, "other", "1", ["something"])
    with pytest.raises(SetupError, match="DO NOT MATCH THE HASHES") as refused:
        Pip(python, without_network(links, PIP_NO_INDEX="1")).install_lock(lock)
    assert refused.value.code == "packages_failed"
    assert installed(python, "other") == ""


def test_a_lock_that_lacks_a_package_stops_with_the_complaint(python: Path, tmp_path: Path) -> None:
    links = tmp_path / "wheels"
    lock = write_lock(tmp_path, make_wheel(links, "wanting", "1", ["wanted>=1"]))
    with pytest.raises(SetupError, match="wanting 1 requires wanted") as refused:
        Pip(python, without_network(links, PIP_NO_INDEX="1")).install_lock(lock)
    assert refused.value.code == "packages_inconsistent"


def test_settings_that_cannot_be_read_are_named(python: Path, tmp_path: Path) -> None:
    settings = tmp_path / "broken.conf"
    settings.write_text("no section\n", encoding="utf-8")
    with pytest.raises(SetupError, match=r"broken\.conf") as refused:
        Pip(python, {**os.environ, "PIP_CONFIG_FILE": str(settings)})
    assert refused.value.code == "settings_unreadable"
