"""The commands behind `make`: each prepares what it needs, then runs one thing."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tools.launcher.interpreter import child_environment, require_python, venv_python
from tools.launcher.locking import compile_locks
from tools.launcher.places import ROOT, VENV
from tools.launcher.preparing import prepare
from tools.launcher.system import require_system
from tools.launcher.wheel import try_wheel
from tools.launcher.words import ENGLISH, FRENCH, SetupError, say, sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

SCRIPT = ROOT / "tools" / "setup.py"


class UsageError(Exception):
    """The command line asks for what is not there."""


def become(arguments: Iterable[str], **extra: str) -> int:
    """Run the Python of the clone from its root, in the place of this process if possible."""
    command = [str(venv_python(VENV)), *arguments]
    environment = {**child_environment(os.environ), **extra}
    os.chdir(ROOT)
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        os.execve(command[0], command, environment)  # noqa: S606 - our own interpreter, no shell
    return subprocess.call(command, env=environment)


def develop() -> None:
    """Set up for development, without a screen."""
    require_system(ENGLISH, window=False)
    prepare(ENGLISH, "dev")


def without_arguments(arguments: list[str]) -> None:
    """Refuse arguments that nobody would read."""
    if arguments:
        raise UsageError


def unknown(_arguments: list[str]) -> int:
    """Refuse what is no command."""
    raise UsageError


def run(arguments: list[str]) -> int:
    """Start the program, on the demonstration unless told otherwise."""
    require_system(FRENCH, window=True)
    prepare(FRENCH, "run")
    return become(["-m", "mutudesk", *(arguments or ["--demo"])])


def test(arguments: list[str]) -> int:
    """Run the tests, without a screen, on all cores."""
    develop()
    return become(["-m", "pytest", "-n", "auto", *arguments], QT_QPA_PLATFORM="offscreen")


# Windows, and what is tried on environments, on printed pages or on whole registers.
_NOT_FAST = (
    "tests/ui",
    "tests/launcher",
    "tests/documents",
    "tests/storage/tampered",
    "tests/storage/test_backup.py",
    "tests/storage/test_create.py",
    "tests/usecases/acts/test_undoing.py",
    "tests/usecases/test_creation.py",
    "tests/usecases/test_exporting.py",
    "tests/usecases/test_history.py",
    "tests/usecases/test_importing.py",
    "tests/usecases/test_journal_reading.py",
    "tests/usecases/test_rebuilding.py",
    "tests/usecases/test_reference.py",
)


def fast(arguments: list[str]) -> int:
    """Run the tests that need no window and no other process: rules, wording, files."""
    develop()
    left_out = [f"--ignore={each}" for each in _NOT_FAST]
    chosen = [*left_out, "-m", "not slow", "--hypothesis-profile=fast"]
    shared = ["-n", "auto", "--dist", "worksteal"]
    return become(["-m", "pytest", "-q", *shared, *chosen, *arguments])


def mutants(arguments: list[str]) -> int:
    """Bring known faults in, one at a time, and name those that no test notices."""
    develop()
    return become([str(ROOT / "tools" / "mutations.py"), *arguments])


def faults(arguments: list[str]) -> int:
    """Cut the power, fail the disk, kill and flip bits, all of it; a table of what survived."""
    develop()
    return become(["-m", "tests.faults", *arguments], QT_QPA_PLATFORM="offscreen")


def bench(arguments: list[str]) -> int:
    """Run the benchmarks, without a screen."""
    develop()
    return become(["-m", "tests.benchmarks", *arguments], QT_QPA_PLATFORM="offscreen")


def screens(arguments: list[str]) -> int:
    """Draw every page into pictures, without a screen."""
    develop()
    return become([str(ROOT / "tools" / "screens.py"), *arguments], QT_QPA_PLATFORM="offscreen")


def prepare_only(arguments: list[str]) -> int:
    """Set up for development and run nothing."""
    without_arguments(arguments)
    develop()
    return 0


LINT = {
    "formatting": ("-m", "ruff", "format", "--check", "."),
    "rules": ("-m", "ruff", "check", "."),
    "types": ("-m", "mypy"),
    # import-linter has no __main__
    "layers": ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"),
    "translations": ("tools/translations.py", "--check"),
    "limits": ("tools/limits.py",),
}


def lint(arguments: list[str]) -> int:
    """Run every static check and report all that fail."""
    without_arguments(arguments)
    develop()
    failed = []
    for name, check in LINT.items():
        say(f"--- {name}")
        command = [str(venv_python(VENV)), *check]
        if subprocess.call(command, cwd=ROOT, env=child_environment(os.environ)) != 0:
            failed.append(name)
    if failed:
        say(f"Failed: {', '.join(failed)}")
    return int(bool(failed))


def lock(arguments: list[str]) -> int:
    """Compile both lock files anew."""
    require_system(ENGLISH, window=False)
    compile_locks(arguments)
    return 0


def wheel(arguments: list[str]) -> int:
    """Build the wheel and try it in an environment of its own."""
    without_arguments(arguments)
    develop()
    return try_wheel()


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "fast": fast,
    "mutants": mutants,
    "faults": faults,
    "bench": bench,
    "screens": screens,
    "lint": lint,
    "lock": lock,
    "prepare": prepare_only,
    "wheel": wheel,
}
USAGE = f"Usage: python3 tools/setup.py {{{'|'.join(COMMANDS)}}} [arguments]"


def main(argv: Sequence[str]) -> int:
    """Run one command; return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr] # a terminal without our accents
    language = FRENCH if argv[:1] == ["run"] else ENGLISH
    try:
        require_python(SCRIPT)
        command = COMMANDS.get(argv[0], unknown) if argv else unknown
        return command(list(argv[1:]))
    except UsageError:
        say(USAGE)
        return 2
    except SetupError as error:
        say(sentence(language, error.code, **error.fields).strip())
        return 1
    except KeyboardInterrupt:
        say(sentence(language, "interrupted"))
        return 130
