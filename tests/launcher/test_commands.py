"""The commands of the launcher: what they start, in which words they refuse."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tools.launcher import commands, interpreter, words
from tools.launcher.places import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

LAUNCHER = [ROOT / "tools" / "setup.py", *(ROOT / "tools" / "launcher").glob("*.py")]


def test_an_older_python_hands_over_or_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    monkeypatch.setattr(interpreter, "newer_python", lambda: None)
    with pytest.raises(words.SetupError, match=r"3\.11 .*3\.9\.2"):
        interpreter.require_python(commands.SCRIPT)


def test_a_newer_python_is_found_by_its_name() -> None:
    names = {"python3.12": sys.executable, "python3.13": str(Path("nowhere") / "python")}
    assert interpreter.newer_python(names.get) == sys.executable
    assert interpreter.newer_python(lambda _name: None) is None


@pytest.mark.parametrize("arguments", [[], ["install"], ["lint", "mutudesk"], ["wheel", "x"]])
def test_what_is_not_there_says_the_usage(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.main(arguments) == 2
    assert "run|test|fast|mutants|faults|bench|screens|lint|lock|prepare" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("command", "module"),
    [(commands.bench, "tests.benchmarks"), (commands.faults, "tests.faults")],
    ids=["bench", "faults"],
)
def test_modules_of_the_tests_run_without_a_screen(
    monkeypatch: pytest.MonkeyPatch, command: Callable[[list[str]], int], module: str
) -> None:
    started: list[tuple[list[str], dict[str, str]]] = []

    def become(arguments: list[str], **extra: str) -> int:
        started.append((arguments, extra))
        return 0

    monkeypatch.setattr(commands, "develop", lambda: None)
    monkeypatch.setattr(commands, "become", become)
    assert command(["--quick"]) == 0
    ((arguments, extra),) = started
    assert arguments == ["-m", module, "--quick"]
    assert extra == {"QT_QPA_PLATFORM": "offscreen"}
    assert ROOT.joinpath(*module.split("."), "__main__.py").is_file()


@pytest.mark.parametrize(
    ("command", "said"), [("run", "n’a pas pu être créé"), ("test", "could not be made")]
)
def test_a_user_reads_french_and_a_developer_english(
    command: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_arguments: list[str]) -> int:
        raise words.SetupError("environment_failed", folder="x")

    monkeypatch.setitem(commands.COMMANDS, command, refuse)
    assert commands.main([command]) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("path", LAUNCHER, ids=lambda path: path.name)
def test_the_launcher_parses_on_older_pythons(path: Path) -> None:
    # It has to say that Python is too old, not to fail on its own syntax.
    assert ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 7)).body


def test_the_launcher_needs_nothing_but_the_standard_library() -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(commands.SCRIPT), "nothing"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2, done.stderr
    assert done.stderr == commands.USAGE + "\n"
