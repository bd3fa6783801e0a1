"""Where a register lies: on a disk of this machine, on a network, in a folder that is synchronised.

The lock is the system's, and many network file systems keep it from other machines; a program that
synchronises folders copies a file while it is written, and puts other people's copies over it.
"""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path, PurePath, PureWindowsPath
from typing import TYPE_CHECKING

from mutudesk.domain.findings import warning

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from mutudesk.domain.findings import Finding

_MOUNTS = "/proc/self/mountinfo"
_ESCAPED = re.compile(r"\\([0-7]{3})")
# Types of Linux; those of FUSE are named after the program that answers.
_NETWORK = frozenset(
    {"9p", "afp", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "gfs2", "glusterfs", "gpfs"}
    | {"lustre", "ncpfs", "nfs", "nfs3", "nfs4", "ocfs2", "orangefs", "prl_fs", "smb2", "smb3"}
    | {"smbfs", "vboxsf", "vmhgfs", "fuse.afpfs", "fuse.beegfs", "fuse.ceph", "fuse.cephfs"}
    | {"fuse.curlftpfs", "fuse.davfs", "fuse.davfs2", "fuse.gcsfuse", "fuse.glusterfs"}
    | {"fuse.google-drive-ocamlfuse", "fuse.gvfsd-fuse", "fuse.juicefs", "fuse.kio-fuse"}
    | {"fuse.onedriver", "fuse.rclone", "fuse.s3fs", "fuse.smbnetfs", "fuse.sshfs"}
    | {"fuse.vmhgfs-fuse"}
)
_REMOTE_DRIVE = 4  # GetDriveTypeW: DRIVE_REMOTE

# How the folders of programs that synchronise are called, and what these put there.
_FOLDERS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "mon drive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "kdrive": "kDrive",
    "pcloud drive": "pCloud",
    "pclouddrive": "pCloud",
    "seafile": "Seafile",
    "synologydrive": "Synology Drive",
}
_MARKERS = {
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
}
_NEXTCLOUD = re.compile(r"\._?sync_[0-9a-f]+\.db")  # its own records, beside what it synchronises
# "OneDrive - Ville de Riom", "GoogleDrive-jean@riom.fr".
_SUFFIX = re.compile(r" - .*|-.*", re.DOTALL)


def _drive_type(root: str) -> int:
    """What Windows says of a drive, by its root; 0 elsewhere."""
    import ctypes  # nothing else needs it

    windows = getattr(ctypes, "windll", None)
    return 0 if windows is None else int(windows.kernel32.GetDriveTypeW(root))


def _mounts() -> str:
    try:
        return Path(_MOUNTS).read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:  # a system that says it otherwise
        return ""


def _names_in(folder: str) -> list[str]:
    try:
        return [each.name for each in Path(folder).iterdir()]
    except OSError:  # one may be entered without being listed
        return []


@dataclass(frozen=True, slots=True)
class System:
    """What is asked of the system: mounts of Linux, drives of Windows, names in a folder."""

    mounts: Callable[[], str] = _mounts
    drive_type: Callable[[str], int] = _drive_type
    names_in: Callable[[str], Collection[str]] = _names_in
    is_windows: bool = field(default=sys.platform == "win32")


def judge_place(path: Path, system: System | None = None) -> Iterator[Finding]:
    """A warning where a file lies on a network or in a synchronised folder.

    `system` answers in its stead in tests. Nothing is raised: what cannot be told is not said.
    """
    asked = system or System()
    real = os.path.realpath(path)
    kind = _network_of_windows(real, asked) if asked.is_windows else _network_of_linux(real, asked)
    if kind:
        yield warning("place_on_network", path=str(path), detail=kind)
    elif program := _synchronised_by(real, asked):
        yield warning("place_synchronised", path=str(path), program=program)


def _network_of_linux(real: str, system: System) -> str:
    """The network file system on which a path lies; "" for a disk of this machine."""
    best, kind = "", ""
    for line in system.mounts().splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:  # noqa: PLR2004 - the fifth is the mount point
            continue
        point = _ESCAPED.sub(lambda octal: chr(int(octal.group(1), 8)), fields[4])
        inside = point if point.endswith("/") else f"{point}/"
        # Of two mounts at one point the later one is seen.
        if (real == point or real.startswith(inside)) and len(point) >= len(best):
            best, kind = point, after.split(" ", 1)[0]
    return kind if kind in _NETWORK else ""


def _network_of_windows(real: str, system: System) -> str:
    """How a path leads to another machine; "" for a drive of this one."""
    drive = PureWindowsPath(real).drive
    plain = drive.upper().removeprefix("\\\\?\\")
    if plain.startswith(("UNC\\", "\\\\")) and not plain.startswith("\\\\.\\"):
        return "SMB"
    return "SMB" if plain and system.drive_type(f"{plain}\\") == _REMOTE_DRIVE else ""


def _synchronised_by(real: str, system: System) -> str:
    """The program that synchronises a folder above a path; "" for none."""
    pure = PureWindowsPath(real) if system.is_windows else PurePath(real)
    for folder in pure.parents:
        name = folder.name.casefold()
        if found := _FOLDERS.get(name) or _FOLDERS.get(_SUFFIX.sub("", name)):
            return found
        if found := _marked_by(system.names_in(str(folder))):
            return found
    return ""


def _marked_by(names: Collection[str]) -> str:
    marker = next((each for each in _MARKERS if each in names), None)
    if marker is not None:
        return _MARKERS[marker]
    return "Nextcloud" if any(map(_NEXTCLOUD.fullmatch, names)) else ""
