"""The libraries of the system that Qt needs: which are missing, and who installs them."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tools.launcher.words import SetupError, say, sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

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
# Of the plug-in that finds printers: only a window prints on paper.
PRINT_LIBRARIES = {"libcups.so.2": "libcups2"}


def wanted_libraries(environment: Mapping[str, str], *, window: bool) -> dict[str, str]:
    """Return the libraries to look for: those of a screen only if a window opens on one."""
    wanted = dict(OFFSCREEN_LIBRARIES)
    if window and environment.get("DISPLAY"):
        wanted.update(X11_LIBRARIES)
    if window and environment.get("WAYLAND_DISPLAY"):
        wanted.update(WAYLAND_LIBRARIES)
    if window and (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        wanted.update(PRINT_LIBRARIES)
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


def refusal(packages: Sequence[str], *, apt: bool, update: bool) -> SetupError:
    """Return what says what the user has to install himself, and how."""
    if apt:
        return SetupError("system_refused", line=apt_line(packages, update=update, sudo=True))
    return SetupError("system_unknown", packages=" ".join(packages))


def missing_here(*, window: bool) -> list[str]:
    """Return the Debian packages that this machine lacks."""
    libraries = wanted_libraries(os.environ, window=window) if sys.platform == "linux" else {}
    return sorted({*venv_package(), *missing_packages(libraries)})


def require_system(language: str, *, window: bool) -> None:
    """Install what the machine lacks if that is allowed here, otherwise say it and stop.

    Raises:
        SetupError: Something is missing and could not be installed.
    """
    packages = missing_here(window=window)
    if not packages:
        return
    apt = shutil.which("apt-get") is not None
    update = apt and lists_are_empty()
    if sys.platform == "win32" or not apt or os.geteuid() != 0:
        raise refusal(packages, apt=apt, update=update)
    line = apt_line(packages, update=update, sudo=False)
    say(sentence(language, "system_installing", line=line))
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in apt_commands(packages, update=update):
        status = subprocess.call(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr
        )
        if status != 0:
            raise SetupError("system_failed", command=shlex.join(command))
    importlib.invalidate_caches()
    still = missing_here(window=window)
    if still:
        raise SetupError("system_not_found", packages=" ".join(still))
