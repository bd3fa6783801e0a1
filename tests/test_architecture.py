"""The map of the program and the guide to changing it name what there is."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest

from tests.defined_names import PACKAGE, ROOT, defined

MAP = "docs/architecture.md"
GUIDE = "CONTRIBUTING.md"
# What is written without its beginning: the folders that it may stand in.
BEGINNINGS = (ROOT, PACKAGE, ROOT / "tests")
# Made by a command, in no checkout.
MADE = {".venv/bin/python", "build/screens"}
PATH = re.compile(r"[\w.<>-]+(?:/[\w.<>-]+)+/?|[\w<>]+\.(?:py|toml|md|ts|qm)")
MODULE = re.compile(r"mutudesk(?:\.\w+)+")
MEMBER = re.compile(r"[A-Z]\w+\.[a-z_]\w*")


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def named(name: str) -> list[str]:
    """What stands in backticks, commands word by word."""
    prose = re.sub(r"^```.*?^```", "", text_of(name), flags=re.MULTILINE | re.DOTALL)
    return [word for quoted in re.findall(r"`([^`]+)`", prose) for word in quoted.split()]


def is_there(path: str) -> bool:
    """Tell whether a path exists; a module may lack its ending, <name> stands for any."""
    pattern = re.sub(r"<\w+>", "*", path.rstrip("/"))
    if "/" not in pattern:  # beside what was named before it
        pattern = f"**/{pattern}"
    folders = (ROOT / "docs", ROOT / "resources", *BEGINNINGS[1:], ROOT / "tools")
    if (ROOT / path).exists():
        return True
    places = folders if pattern.startswith("**") else BEGINNINGS
    return any(
        next(folder.glob(each), None) is not None
        for folder in places
        for each in (pattern, f"{pattern}.py")
    )


def contract(name: str) -> dict[str, Any]:
    settings = tomllib.loads(text_of("pyproject.toml"))["tool"]["importlinter"]
    found: dict[str, Any] = next(each for each in settings["contracts"] if each["id"] == name)
    return found


@pytest.mark.parametrize("name", [MAP, GUIDE])
def test_every_path_is_there(name: str) -> None:
    paths = {each for each in named(name) if PATH.fullmatch(each)} - MADE
    assert len(paths) > 30
    assert [each for each in sorted(paths) if not is_there(each)] == []


@pytest.mark.parametrize("name", [MAP, GUIDE])
def test_every_module_and_member_is_there(name: str) -> None:
    modules = set(MODULE.findall(text_of(name)))
    names = {each.removeprefix("mutudesk.").replace(".", "/") for each in modules}
    assert [each for each in sorted(names) if not is_there(each) and each not in defined()] == []
    members = {each for each in named(name) if MEMBER.fullmatch(each) and not PATH.fullmatch(each)}
    assert sorted(members - defined()) == []


def test_the_floors_are_those_that_are_checked() -> None:
    (line,) = re.findall(r"^qt < .*$", text_of(MAP), re.MULTILINE)
    assert line.split(" < ") == contract("window")["layers"][::-1]


def test_the_layers_are_those_that_are_checked() -> None:
    block = re.findall(r"^mutudesk\.\w+(?: \| mutudesk\.\w+)*", text_of(MAP), re.MULTILINE)
    assert block == contract("layers")["layers"]
