"""What holds for the whole repository: locks, licences, nothing of one machine in the files."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from mutudesk import __version__

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
# Folders of one person or one machine, written so that this file does not hold one.
MACHINE_PATH = re.compile("/(?:home|root|Users|work)/" + r"\w")


@cache
def locked(name: str) -> dict[str, tuple[Version, list[str]]]:
    """Read a lock: each package with its version and its hashes."""
    packages: dict[str, tuple[Version, list[str]]] = {}
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    for line in filter(None, map(str.strip, text.splitlines())):
        requirement, *hashes = line.split("--hash=")
        parsed = Requirement(requirement)
        (specifier,) = parsed.specifier
        assert specifier.operator == "=="
        assert parsed.url is None
        packages[canonicalize_name(parsed.name)] = (
            Version(specifier.version),
            [each.strip() for each in hashes],
        )
    return packages


@cache
def project() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def direct(*groups: str) -> list[Requirement]:
    """Return the requirements of the project and of some of its groups."""
    table = project()["project"]
    assert isinstance(table, dict)
    found = [Requirement(line) for line in table["dependencies"]]
    dependency_groups = project()["dependency-groups"]
    assert isinstance(dependency_groups, dict)
    lines = chain.from_iterable(dependency_groups[group] for group in groups)
    return found + [Requirement(line) for line in lines if isinstance(line, str)]


@cache
def tracked_texts() -> dict[str, str]:
    """Read every text file that git knows of."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"],  # noqa: S607 - from the search path
        cwd=ROOT,
        check=True,
        capture_output=True,
    ).stdout.decode()
    texts = {}
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        try:
            texts[name] = path.read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue
    return texts


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_address(name: str) -> None:
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")
    assert "--index" not in (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_hashes(name: str) -> None:
    packages = locked(name)
    assert packages
    for package, (_version, hashes) in packages.items():
        assert hashes, package
        assert all(re.fullmatch("sha256:[0-9a-f]{64}", each) for each in hashes), package


@pytest.mark.parametrize(
    ("name", "groups"),
    [("requirements.lock", ("build",)), ("requirements-dev.lock", ("build", "dev"))],
)
def test_every_direct_dependency_is_locked(name: str, groups: tuple[str, ...]) -> None:
    packages = locked(name)
    for requirement in direct(*groups):
        version, _hashes = packages[canonicalize_name(requirement.name)]
        assert version in requirement.specifier, requirement


def test_the_development_lock_holds_the_other_one() -> None:
    development = locked("requirements-dev.lock")
    assert {name: development[name] for name in locked("requirements.lock")} == locked(
        "requirements.lock"
    )


def test_pyside_keeps_its_references() -> None:
    # See tests/ui/test_binding.py.
    assert Version("6.11.3") <= locked("requirements.lock")["pyside6"][0] < Version("6.12")


def test_the_build_requirements_are_locked() -> None:
    table = project()["build-system"]
    assert isinstance(table, dict)
    for line in table["requires"]:
        assert canonicalize_name(Requirement(line).name) in locked("requirements.lock")


def test_no_file_holds_a_path_of_this_machine() -> None:
    own = {str(ROOT), str(Path.home())} - {"/"}
    for name, text in tracked_texts().items():
        assert not any(path in text for path in own if len(path) > len("/x")), name
        if not name.startswith("tests/"):  # there, made-up paths test what hides paths
            assert MACHINE_PATH.search(text) is None, name


def test_the_version_is_in_the_changelog() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## \[Unreleased\]$", changelog, re.MULTILINE)
    assert __version__ == "0.1.0" or f"## [{__version__}]" in changelog


def test_every_bundled_folder_has_its_licence() -> None:
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    for name in ("fonts/LICENSE-SourceSans3.md", "fonts/LICENSE-SourceSerif4.md", "icons/LICENSE"):
        assert (ROOT / "resources" / name).is_file()
        assert f"resources/{name}" in (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
