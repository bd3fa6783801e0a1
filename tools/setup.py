"""Set MutuDesk up inside this clone and run it: the one entry point behind `make` and `.ci/run`.

    python3 tools/setup.py run [arguments of mutudesk]      (Windows: py tools/setup.py run)
    python3 tools/setup.py test [arguments of pytest]
    python3 tools/setup.py bench | screens | lint | lock | prepare

Only the standard library. What is missing on the machine is looked for first, all of it; then, as
root where apt-get exists, one apt-get line is printed and run; anywhere else that line is printed
and nothing happens. The rest stays in `.venv`: the locked packages, checked by their hashes, and
the project itself. A stamp written last says what is in there; without it, or when it does not
match, the set-up starts again.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "mutudesk-stamp.json"
LOCKS = {"run": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}
OLDEST_PYTHON = (3, 11)
APT_LISTS = Path("/var/lib/apt/lists")

# Shared libraries that the wheels of Qt need and do not bring, with the Debian package of each.
# Found by `objdump -p` on the Qt modules and plug-ins in use; check again when PySide6 moves.
OFFSCREEN_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
    "libstdc++.so.6": "libstdc++6",
    "libz.so.1": "zlib1g",
}
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}

# What may reach pip: how to find packages. Not where to put them, nor which: PIP_USER, PIP_TARGET,
# PIP_CONSTRAINT and the like stop here.
PIP_VARIABLES = frozenset(
    {
        "PIP_CACHE_DIR",
        "PIP_CERT",
        "PIP_CLIENT_CERT",
        "PIP_CONFIG_FILE",
        "PIP_DEFAULT_TIMEOUT",
        "PIP_EXTRA_INDEX_URL",
        "PIP_FIND_LINKS",
        "PIP_INDEX_URL",
        "PIP_KEYRING_PROVIDER",
        "PIP_NO_CACHE_DIR",
        "PIP_NO_INDEX",
        "PIP_PROXY",
        "PIP_RETRIES",
        "PIP_TIMEOUT",
        "PIP_TRUSTED_HOST",
    }
)


class SetupError(Exception):
    """The set-up cannot go on; the message is for the user, in French."""


def say(message: str) -> None:
    """Print a message for the user, apart from the output of the program."""
    sys.stderr.write(message + "\n")
    sys.stderr.flush()


# What is missing on the machine -------------------------------------------------------------------


def wanted_libraries(environment: Mapping[str, str], *, window: bool) -> dict[str, str]:
    """Return the libraries to look for: those of a screen only if a window opens on one."""
    wanted = dict(OFFSCREEN_LIBRARIES)
    if window and environment.get("DISPLAY"):
        wanted.update(X11_LIBRARIES)
    if window and environment.get("WAYLAND_DISPLAY"):
        wanted.update(WAYLAND_LIBRARIES)
    return wanted


def loads(library: str) -> bool:
    """Try to load a shared library, with all it needs."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(
    libraries: Mapping[str, str], found: Callable[[str], bool] = loads
) -> list[str]:
    """Return the Debian packages of the libraries that are not there, sorted, each once."""
    return sorted({package for library, package in libraries.items() if not found(library)})


def venv_package(found: Callable[[str], object] = importlib.util.find_spec) -> list[str]:
    """Return the Debian package that lets this Python make environments, if it cannot yet."""
    if found("venv") and found("ensurepip"):
        return []
    own = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    default = Path("/usr/bin/python3")
    is_default = default.exists() and default.resolve().name == own
    return ["python3-venv" if is_default else own + "-venv"]


def lists_are_empty(folder: Path = APT_LISTS) -> bool:
    """Say whether apt has no package list at all, as in a fresh container image."""
    return not any(folder.glob("*_Packages*"))


def apt_commands(packages: Sequence[str], *, update: bool) -> list[list[str]]:
    """Return the apt-get commands that install these packages and nothing more."""
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    return [["apt-get", "update"], install] if update else [install]


def apt_line(packages: Sequence[str], *, update: bool, sudo: bool) -> str:
    """Return the apt-get commands as one line to copy into a terminal."""
    prefix = ["sudo"] if sudo else []
    return " && ".join(
        shlex.join(prefix + command) for command in apt_commands(packages, update=update)
    )


def refusal(packages: Sequence[str], *, apt: bool, update: bool) -> str:
    """Say what the user has to install himself, and how."""
    if apt:
        line = apt_line(packages, update=update, sudo=True)
        return (
            "Il manque des paquets du système, que seul l’administrateur peut installer.\n"
            f"Exécutez cette ligne, puis relancez la même commande\u00a0:\n\n    {line}\n"
        )
    return (
        "Il manque des bibliothèques du système. Installez l’équivalent de ces paquets Debian,\n"
        f"puis relancez la même commande\u00a0:\n\n    {' '.join(packages)}\n"
    )


def require_system(*, window: bool) -> None:
    """Install what the machine lacks if that is allowed here, otherwise say it and stop.

    Raises:
        SetupError: Something is missing and could not be installed.
    """

    def look() -> list[str]:
        libraries = wanted_libraries(os.environ, window=window) if sys.platform == "linux" else {}
        return sorted({*venv_package(), *missing_packages(libraries)})

    packages = look()
    if not packages:
        return
    apt = shutil.which("apt-get") is not None
    update = apt and lists_are_empty()
    if sys.platform == "win32" or not apt or os.geteuid() != 0:
        raise SetupError(refusal(packages, apt=apt, update=update))
    line = apt_line(packages, update=update, sudo=False)
    say(f"Installation des paquets manquants du système\u00a0:\n\n    {line}\n")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in apt_commands(packages, update=update):
        if (
            subprocess.call(command, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr)
            != 0
        ):
            message = (
                f"La commande «\u00a0{shlex.join(command)}\u00a0» a échoué.\n"
                "Vérifiez le réseau, exécutez «\u00a0apt-get update\u00a0», puis recommencez."
            )
            raise SetupError(message)
    importlib.invalidate_caches()
    still = look()
    if still:
        message = f"Ces paquets sont installés mais restent introuvables\u00a0: {' '.join(still)}."
        raise SetupError(message)


# The Python to use --------------------------------------------------------------------------------


def newer_python(which: Callable[[str], str | None] = shutil.which) -> str | None:
    """Return a Python of the search path that is recent enough, by its versioned name."""
    for minor in range(14, OLDEST_PYTHON[1] - 1, -1):
        path = which(f"python3.{minor}")
        if path and works(path):
            return path
    return None


def works(python: str) -> bool:
    """Say whether this interpreter starts; a shim of pyenv may stand for nothing."""
    try:
        done = subprocess.run([python, "-c", ""], check=False, capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def require_python() -> None:
    """Go on with a recent Python, this one or another one of the machine.

    Raises:
        SetupError: No recent Python is there.
    """
    if sys.version_info >= OLDEST_PYTHON:
        return
    other = newer_python()
    if other is not None:
        raise SystemExit(subprocess.call([other, str(Path(__file__).resolve()), *sys.argv[1:]]))
    version = ".".join(str(part) for part in sys.version_info[:3])
    message = (
        f"MutuDesk demande Python 3.11 ou plus récent\u00a0; la version trouvée est {version}.\n"
        "Installez un Python récent, puis relancez la même commande."
    )
    raise SetupError(message)


# The virtual environment --------------------------------------------------------------------------


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def venv_python(venv: Path = VENV) -> Path:
    """Return the interpreter of the virtual environment."""
    return venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def read_stamp(path: Path = STAMP) -> dict[str, str]:
    """Return what the virtual environment holds, or nothing if that is unknown."""
    try:
        stamp = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(key): str(value) for key, value in stamp.items()} if isinstance(stamp, dict) else {}


def wanted_stamp(kind: str) -> dict[str, str]:
    """Return the stamp of a complete set-up; the kind "dev" holds all of the kind "run"."""
    return {
        "kind": kind,
        "lock": sha256(LOCKS[kind]),
        "project": sha256(ROOT / "pyproject.toml"),
        "python": sys.version.split()[0],
        "folder": str(ROOT),
    }


def steps(stamp: Mapping[str, str], wanted: Mapping[str, str], *, usable: bool) -> list[str]:
    """Say what is left to do: make the environment, install the lock, install the project."""
    if not usable or any(stamp.get(key) != wanted[key] for key in ("python", "folder")):
        return ["venv", "lock", "project"]
    if any(stamp.get(key) != wanted[key] for key in ("kind", "lock")):
        return ["lock", "project"]
    return [] if stamp.get("project") == wanted["project"] else ["project"]


def child_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment for our Python, without what would bend its search path."""
    dropped = {"PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__"}
    return {
        **{key: value for key, value in environment.items() if key not in dropped},
        "PYTHONNOUSERSITE": "1",
    }


def pip_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment for pip: it may say where packages come from, not where they go."""
    kept = {
        key: value
        for key, value in child_environment(environment).items()
        if not key.upper().startswith("PIP_") or key.upper() in PIP_VARIABLES
    }
    # Zero, not absent: a configuration file may say otherwise.
    return {
        **kept,
        "PIP_USER": "0",
        "PIP_REQUIRE_HASHES": "0",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_INPUT": "1",
    }


def pip_install(*arguments: str) -> None:
    """Install into the virtual environment.

    Raises:
        SetupError: pip failed; it has said why.
    """
    command = [str(venv_python()), "-m", "pip", "install", "--quiet", *arguments]
    if (
        subprocess.call(
            command, cwd=ROOT, env=pip_environment(os.environ), stdin=subprocess.DEVNULL
        )
        != 0
    ):
        message = (
            "L’installation des composants a échoué (voir ci-dessus). Vérifiez le réseau\n"
            "et la place disponible (environ 1,2\u00a0Go), puis relancez la même commande."
        )
        raise SetupError(message)


def make_venv() -> None:
    """Make the virtual environment anew, whatever is left of an older one.

    Raises:
        SetupError: It could not be made.
    """
    if VENV.exists():
        shutil.rmtree(VENV)
    # The interpreter behind: this script may itself run in the environment that was just removed.
    base = getattr(sys, "_base_executable", None) or sys.executable
    if (
        subprocess.call(
            [base, "-m", "venv", str(VENV)],
            env=child_environment(os.environ),
            stdin=subprocess.DEVNULL,
        )
        != 0
    ):
        message = (
            f"L’environnement Python «\u00a0{VENV}\u00a0» n’a pas pu être créé (voir ci-dessus)."
        )
        raise SetupError(message)


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Hold the set-up of this clone: two commands started together must not undo each other."""
    path = ROOT / ".venv.lock"
    with path.open("a+b") as stream:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(stream.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(stream, fcntl.LOCK_EX)
        # Closing the file gives the lock back.
        yield


def steps_left(kind: str) -> tuple[list[str], dict[str, str]]:
    """Return what is left to do for this kind of set-up, and the stamp to write then."""
    stamp = read_stamp()
    wanted = wanted_stamp("dev" if stamp.get("kind") == "dev" else kind)
    return steps(stamp, wanted, usable=venv_python().exists()), wanted


def prepare(kind: str) -> None:
    """Bring `.venv` to the state that the lock asks for; do nothing if it is in that state."""
    if not steps_left(kind)[0]:
        return
    with one_at_a_time():
        left, wanted = steps_left(kind)
        if not left:
            return
        begun = time.monotonic()
        STAMP.unlink(missing_ok=True)
        if "venv" in left:
            make_venv()
        if "lock" in left:
            say(
                "Installation des composants de MutuDesk dans «\u00a0.venv\u00a0»\n"
                "(une seule fois, une minute ou deux)…"
            )
            pip_install(
                "--require-hashes", "--only-binary", ":all:", "-r", str(LOCKS[wanted["kind"]])
            )
        pip_install("--no-index", "--no-deps", "--no-build-isolation", "-e", str(ROOT))
        temporary = STAMP.with_suffix(".part")
        temporary.write_text(json.dumps(wanted, indent=1) + "\n", encoding="utf-8")
        temporary.replace(STAMP)
        say(f"Composants prêts en {time.monotonic() - begun:.0f}\u00a0s.")


# Commands -----------------------------------------------------------------------------------------


def become(arguments: Iterable[str], **extra: str) -> int:
    """Run the Python of the clone from its root, in the place of this process if possible."""
    command = [str(venv_python()), *arguments]
    environment = {**child_environment(os.environ), **extra}
    os.chdir(ROOT)
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        os.execve(command[0], command, environment)  # noqa: S606 - our own interpreter, no shell
    return subprocess.call(command, env=environment)


def run(arguments: list[str]) -> int:
    """Start the program, on the demonstration unless told otherwise."""
    require_system(window=True)
    prepare("run")
    return become(["-m", "mutudesk", *(arguments or ["--demo"])])


def test(arguments: list[str]) -> int:
    """Run the tests, without a screen, on all cores."""
    require_system(window=False)
    prepare("dev")
    return become(["-m", "pytest", "-n", "auto", *arguments], QT_QPA_PLATFORM="offscreen")


def bench(arguments: list[str]) -> int:
    """Run the benchmarks, without a screen."""
    require_system(window=False)
    prepare("dev")
    return become(["-m", "tests.benchmarks", *arguments], QT_QPA_PLATFORM="offscreen")


def screens(arguments: list[str]) -> int:
    """Draw every page into pictures, without a screen."""
    require_system(window=False)
    prepare("dev")
    return become([str(ROOT / "tools" / "screens.py"), *arguments], QT_QPA_PLATFORM="offscreen")


def prepare_only(arguments: list[str]) -> int:
    """Set up for development and run nothing."""
    if arguments:
        raise SetupError(USAGE)
    require_system(window=False)
    prepare("dev")
    return 0


LINT = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("importlinter",),
)


def lint(arguments: list[str]) -> int:
    """Run every static check and report all that fail."""
    prepare_only(arguments)
    failed = 0
    for module, *rest in LINT:
        say(f"--- {module} {' '.join(rest)}".rstrip())
        command = [str(venv_python()), "-m", module, *rest]
        if module == "importlinter":  # has no __main__
            command = [
                str(venv_python()),
                "-c",
                "from importlinter.cli import lint_imports_command; lint_imports_command()",
            ]
        failed |= subprocess.call(command, cwd=ROOT, env=child_environment(os.environ)) != 0
    return int(failed)


def lock(arguments: list[str]) -> int:
    """Compile both lock files anew, with the newest versions if `--upgrade` is given.

    uv is installed into `build/uv`, outside `.venv`: nothing else needs it. It does not read the
    settings of pip, so an index given to pip is handed over. The files name no index.
    """
    require_system(window=False)
    tool = ROOT / "build" / "uv"
    if not venv_python(tool).exists():
        base = getattr(sys, "_base_executable", None) or sys.executable
        subprocess.check_call([base, "-m", "venv", str(tool)])
        subprocess.check_call(
            [str(venv_python(tool)), "-m", "pip", "install", "--quiet", "uv>=0.13,<0.14"]
        )
    environment = dict(os.environ)
    if environment.get("PIP_INDEX_URL"):
        environment.setdefault("UV_DEFAULT_INDEX", environment["PIP_INDEX_URL"])
    # The build back-end is in both, so that the project installs without network afterwards.
    for kind, group in (("run", "build"), ("dev", "dev")):
        options = ["--universal", "--python-version", "3.11", "--generate-hashes"]
        options += ["--no-header", "--no-annotate", "--no-emit-index-url", "--quiet"]
        constraint = ["--constraint", LOCKS["run"].name] if kind == "dev" else []
        command = [
            str(venv_python(tool)),
            "-m",
            "uv",
            "pip",
            "compile",
            "pyproject.toml",
            "--group",
            group,
        ]
        command += [*options, *constraint, "-o", LOCKS[kind].name, *arguments]
        subprocess.check_call(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "bench": bench,
    "screens": screens,
    "lint": lint,
    "lock": lock,
    "prepare": prepare_only,
}
USAGE = f"Usage\u00a0: python3 tools/setup.py {{{'|'.join(COMMANDS)}}} [arguments]"


def main(argv: Sequence[str]) -> int:
    """Run one command; return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr] # a terminal without our accents
    if not argv or argv[0] not in COMMANDS:
        say(USAGE)
        return 2
    try:
        require_python()
        return COMMANDS[argv[0]](list(argv[1:]))
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("Interrompu.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
