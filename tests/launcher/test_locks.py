"""The locks: complete on each system, so that installing them asks nobody."""

from __future__ import annotations

import importlib.metadata
from itertools import product
from typing import TYPE_CHECKING

import pytest
from packaging.markers import Marker, default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.launcher.places import LOCKS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SYSTEMS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    "macos": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
}
MACHINES = {
    "linux": ("x86_64", "aarch64"),
    "windows": ("AMD64", "ARM64"),
    "macos": ("x86_64", "arm64"),
}
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
# Wheels of one system only, which cannot be asked here: what they need, read in their metadata.
ELSEWHERE: dict[str, list[str]] = {"colorama": []}

Environment = dict[str, str]


def environments() -> Iterator[tuple[str, Environment]]:
    """Yield each system, machine and Python that the locks are for."""
    for system, facts in SYSTEMS.items():
        for machine, python in product(MACHINES[system], PYTHONS):
            name = f"{system}-{machine}-{python}"
            yield (
                name,
                {
                    **{key: str(value) for key, value in default_environment().items()},
                    **facts,
                    "platform_machine": machine,
                    "python_version": python,
                    "python_full_version": python + ".1",
                    "implementation_version": python + ".1",
                },
            )


def pinned(lock: Path, environment: Environment) -> dict[str, str]:
    """Return the packages of a lock that are installed there, with their versions."""
    found: dict[str, str] = {}
    for line in lock.read_text(encoding="utf-8").splitlines():
        if not line or line[0] in " #":
            continue
        requirement = Requirement(line.rstrip("\\ "))
        if requirement.marker is None or requirement.marker.evaluate(environment):
            (specifier,) = requirement.specifier
            found[canonicalize_name(requirement.name)] = specifier.version
    return found


def wants(name: str) -> list[Requirement]:
    """Return what a package asks for, whatever the system."""
    if name in ELSEWHERE:
        return [Requirement(each) for each in ELSEWHERE[name]]
    return [Requirement(each) for each in importlib.metadata.requires(name) or []]


def applies(marker: Marker | None, environment: Environment, extras: frozenset[str]) -> bool:
    """Say whether a requirement counts there, for a package asked with these extras."""
    if marker is None:
        return True
    return any(marker.evaluate({**environment, "extra": each}) for each in ("", *extras))


def lacking(lock: Path, environment: Environment) -> list[str]:
    """Return what the packages of a lock need and the lock does not give, there."""
    versions = pinned(lock, environment)
    extras: dict[str, set[str]] = {name: set() for name in versions}
    missing: set[str] = set()
    seen: set[tuple[str, frozenset[str]]] = set()
    waiting = list(versions)
    while waiting:
        name = waiting.pop()
        state = (name, frozenset(extras[name]))
        if state in seen:
            continue
        seen.add(state)
        for wanted in wants(name):
            if not applies(wanted.marker, environment, state[1]):
                continue
            other = canonicalize_name(wanted.name)
            if other not in versions or not wanted.specifier.contains(versions[other], True):
                missing.add(f"{name} wants {wanted}")
            elif not wanted.extras <= extras[other]:
                extras[other] |= wanted.extras
                waiting.append(other)
    return sorted(missing)


@pytest.mark.parametrize("kind", LOCKS)
@pytest.mark.parametrize(
    "environment", [pytest.param(facts, id=name) for name, facts in environments()]
)
def test_a_lock_lacks_nothing_of_its_own(kind: str, environment: Environment) -> None:
    assert lacking(LOCKS[kind], environment) == []


def test_a_package_taken_out_of_a_lock_is_missed(tmp_path: Path) -> None:
    text = LOCKS["run"].read_text(encoding="utf-8")
    assert "\npillow==" in text
    lock = tmp_path / "without-pillow.lock"
    environment = {key: str(value) for key, value in default_environment().items()}
    lines = text.splitlines(keepends=True)
    start = next(i for i, line in enumerate(lines) if line.startswith("pillow=="))
    end = next(i for i in range(start + 1, len(lines)) if lines[i][0] not in " \n")
    lock.write_text("".join(lines[:start] + lines[end:]), encoding="utf-8")
    assert any(each.startswith("reportlab wants pillow") for each in lacking(lock, environment))


@pytest.mark.parametrize("kind", LOCKS)
def test_what_the_project_asks_for_is_locked(kind: str) -> None:
    environment = {key: str(value) for key, value in default_environment().items()}
    versions = pinned(LOCKS[kind], environment)
    for wanted in wants("mutudesk"):
        if applies(wanted.marker, environment, frozenset()):
            assert wanted.specifier.contains(versions[canonicalize_name(wanted.name)]), wanted


def test_the_locks_carry_no_address() -> None:
    for lock in LOCKS.values():
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text
        assert "--index-url" not in text
