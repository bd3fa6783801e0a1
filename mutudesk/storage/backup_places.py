"""Where backups lie: the program's own folder, and a second one that the user may choose.

In each root every register has a folder of its own, named after it and after its real path. The
choice of the second folder is one small file of the data folder, read by window and command line.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from mutudesk import paths
from mutudesk.domain.findings import refused
from mutudesk.folders import make_folders
from mutudesk.storage.placing import placing
from mutudesk.storage.write_errors import not_written

if TYPE_CHECKING:
    from collections.abc import Iterable

_SETTINGS = "backups.json"
_SECOND = "second_folder"
# What the program makes in the folder that the user chose.
SUB_FOLDER = "Sauvegardes MutuDesk"


def own_root() -> Path:
    """The folder of the program that holds the backups of all registers."""
    return paths.data_folder() / "backups"


def second_folder() -> Path | None:
    """The folder that the user chose for a second copy of each backup, None without one."""
    try:
        settings = json.loads((paths.data_folder() / _SETTINGS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    chosen = settings.get(_SECOND) if isinstance(settings, dict) else None
    return Path(chosen) if isinstance(chosen, str) and chosen else None


def second_root() -> Path | None:
    """The sub-folder of the program in that folder."""
    chosen = second_folder()
    return None if chosen is None else chosen / SUB_FOLDER


def choose_second_folder(folder: Path | None) -> None:
    """Keep the choice of a second folder, None for no second one.

    Raises RefusedError("second_folder_own") for a place among the first backups, and those of
    `not_written` where nothing can be written there.
    """
    if folder is not None:
        folder = folder.absolute()
        if is_within(folder, [own_root()]):
            raise refused("second_folder_own", path=str(folder))
        try:
            make_folders(folder / SUB_FOLDER, private=True)
        except OSError as problem:
            raise not_written(problem, folder) from None
    settings = {} if folder is None else {_SECOND: str(folder)}
    with placing(paths.data_folder() / _SETTINGS, private=True) as (file,):
        file.write(json.dumps(settings, ensure_ascii=False).encode("utf-8", "surrogateescape"))


def roots() -> list[Path]:
    """The folders in which backups are looked for."""
    second = second_root()
    return [own_root()] if second is None else [own_root(), second]


def is_first(backup: Path) -> bool:
    """Tell whether a backup lies in the program's own folder, not in the second one."""
    return is_within(backup, [own_root()])


def folder_name(register: Path) -> str:
    """The name of the folder of a register, the same by whatever link it is reached."""
    return _named(register, real_path(register))


def folder_names(register: Path) -> set[str]:
    """The names that its folder may have: former programs named it after the path as typed."""
    return {_named(register, register.absolute()), folder_name(register)}


def _named(register: Path, place: Path) -> str:
    digest = hashlib.sha256(str(place).encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return f"{register.stem}-{digest}"


def is_within(path: Path, folders: Iterable[Path]) -> bool:
    """Tell whether a path lies in one of these folders, through links too."""
    real = real_path(path)
    return any(real.is_relative_to(real_path(each)) for each in folders)


def real_path(path: Path) -> Path:
    """A path without links; one that leads in a circle stays as it is."""
    return Path(os.path.realpath(path))
