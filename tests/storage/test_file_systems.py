"""Where a register lies, as the system tells it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from mutudesk.storage.file_systems import System, judge_place
from mutudesk.usecases.opening import open_register, place_notes
from tests.builders import make_register, world

MOUNTS = r"""
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:26 / /mnt/ville rw,relatime shared:2 master:3 - cifs //srv/ville rw,vers=3.1.1
31 22 0:27 / /home rw - nfs4 srv:/home rw
32 31 0:28 / /home/jean/disque\040dur rw - ext4 /dev/sdb1 rw
33 22 0:29 / /media/cl\303\251 rw - vfat /dev/sdc1 rw
34 22 0:30 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
35 22 0:31 / /mnt/ssh rw - fuse.sshfs riom: rw
36 22 0:32 / /mnt/ntfs rw - fuseblk /dev/sdd1 rw
37 22 0:33 / /srv rw - nfs srv:/srv rw
38 22 0:33 / /srv rw - xfs /dev/sde1 rw
39 22 0:34 / /mnt/coffre rw - fuse.gocryptfs /home rw
une ligne qui ne dit rien
"""


LINUX = System(mounts=lambda: MOUNTS, names_in=lambda _: [], is_windows=False)


def found(path: str, system: System = LINUX) -> list[tuple[str, object]]:
    return [
        (each.code, each.values.get("detail") or each.values.get("program"))
        for each in judge_place(Path(path), system)
    ]


@pytest.mark.skipif(os.name == "nt", reason="paths of Linux")
@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/registre.mutu", ""),
        ("/mnt/ville/rh/registre.mutu", "cifs"),
        ("/mnt/ville2/registre.mutu", ""),
        ("/home/jean/registre.mutu", "nfs4"),
        ("/home/jean/disque dur/registre.mutu", ""),
        ("/home/jean/disque/registre.mutu", "nfs4"),
        ("/run/user/1000/gvfs/smb-share:server=srv/registre.mutu", "fuse.gvfsd-fuse"),
        ("/mnt/ssh/registre.mutu", "fuse.sshfs"),
        ("/mnt/ntfs/registre.mutu", ""),
        ("/mnt/coffre/registre.mutu", ""),
        ("/srv/registre.mutu", ""),
    ],
)
def test_network_file_systems_of_linux(path: str, kind: str) -> None:
    assert found(path) == ([("place_on_network", kind)] if kind else [])


@pytest.mark.parametrize("mounts", ["", "\0", "1 2 3\n - nfs\n", "a b c d e f - "])
def test_what_the_system_does_not_tell_is_not_said(mounts: str) -> None:
    assert found("/mnt/ville/registre.mutu", replace(LINUX, mounts=lambda: mounts)) == []


@pytest.mark.skipif(os.name == "nt", reason="real paths are asked of the system there")
@pytest.mark.parametrize(
    ("path", "remote", "expected"),
    [
        (r"\\srv\ville\registre.mutu", "", True),
        (r"\\?\UNC\srv\ville\registre.mutu", "", True),
        (r"C:\Users\jean\registre.mutu", "N:\\", False),
        (r"\\?\C:\Users\jean\registre.mutu", "N:\\", False),
        (r"N:\rh\registre.mutu", "N:\\", True),
        (r"n:\rh\registre.mutu", "N:\\", True),
    ],
)
def test_network_drives_of_windows(
    monkeypatch: pytest.MonkeyPatch, path: str, remote: str, expected: bool
) -> None:
    monkeypatch.setattr(os.path, "realpath", str)
    system = replace(
        LINUX, is_windows=True, drive_type=lambda root: 4 if root.upper() == remote else 3
    )
    answer = found(path, system)
    assert answer == ([("place_on_network", "SMB")] if expected else [])


@pytest.mark.skipif(os.name == "nt", reason="paths of Linux")
@pytest.mark.parametrize(
    ("path", "program"),
    [
        ("/u/OneDrive/r.mutu", "OneDrive"),
        ("/u/OneDrive - Ville de Riom/RH/r.mutu", "OneDrive"),
        ("/Users/j/Library/CloudStorage/GoogleDrive-j@riom.fr/Mon Drive/r.mutu", "Google Drive"),
        ("/Users/j/Library/Mobile Documents/com~apple~CloudDocs/r.mutu", "iCloud Drive"),
        ("/u/nextcloud/r.mutu", "Nextcloud"),
        ("/u/Dropbox/r.mutu", "Dropbox"),
        ("/u/Dropbox.mutu", ""),
        ("/u/Nextclouds/r.mutu", ""),
        ("/u/Documents/r.mutu", ""),
    ],
)
def test_synchronised_folders_by_their_names(path: str, program: str) -> None:
    assert found(path) == ([("place_synchronised", program)] if program else [])


@pytest.mark.skipif(os.name == "nt", reason="paths of Linux")
@pytest.mark.parametrize(
    ("name", "program"),
    [
        (".dropbox.cache", "Dropbox"),
        (".sync_0123abc.db", "Nextcloud"),
        ("._sync_0123abc.db", "Nextcloud"),
        (".stfolder", "Syncthing"),
        (".dropbox", ""),  # in every home of a user of Dropbox
        ("sync_0123abc.db", ""),
    ],
)
@pytest.mark.parametrize("folder", ["/u/partage", "/u"])
def test_synchronised_folders_by_what_lies_there(folder: str, name: str, program: str) -> None:
    system = replace(LINUX, names_in=lambda each: [name] if each == folder else [])
    answer = found("/u/partage/rh/r.mutu", system)
    assert answer == ([("place_synchronised", program)] if program else [])


def test_the_network_is_said_alone() -> None:
    assert found("/mnt/ville/OneDrive/r.mutu") == [("place_on_network", "cifs")]


def test_a_register_in_a_synchronised_folder(tmp_path: Path) -> None:
    folder = tmp_path / "Nextcloud"
    folder.mkdir()
    path = make_register(folder, world())
    opened = open_register(path)
    opened.session.register.close()
    assert [each.code for each in opened.notes] == ["place_synchronised"]
    # A link is judged by the place that it leads to.
    link = tmp_path / "lien.mutu"
    link.symlink_to(path)
    assert [each.code for each in place_notes(link)] == ["place_synchronised"]
    assert place_notes(tmp_path / "ailleurs.mutu") == ()
