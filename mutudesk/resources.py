"""Where the files of `resources/` are: fonts, icons, templates, translations, reference tables.

Resource paths are computed here and nowhere else. The folder is looked for in this order:

1. the environment variable `MUTUDESK_RESOURCES`, for packagers and tests;
2. `mutudesk/_resources`, where an installed wheel has it;
3. `resources` beside the package, in a checkout or an editable installation.

Nothing here reads or writes a file of the user.
"""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath, PureWindowsPath

ENVIRONMENT_VARIABLE = "MUTUDESK_RESOURCES"

_PACKAGE = Path(__file__).resolve().parent


def resource_root() -> Path:
    """Return the folder that holds all resources.

    Raises:
        FileNotFoundError: No such folder exists; the message names those tried.
    """
    override = os.environ.get(ENVIRONMENT_VARIABLE)
    if override:
        # Somebody chose this folder: falling back on another would hide the mistake.
        candidates = [Path(override)]
    else:
        candidates = [_PACKAGE / "_resources", _PACKAGE.parent / "resources"]
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    tried = ", ".join(str(candidate) for candidate in candidates)
    message = f"no resources folder, tried: {tried}"
    raise FileNotFoundError(message)


def resource_path(*parts: str) -> Path:
    """Return the path of an existing resource, file or folder.

    Args:
        *parts: Path components below the resources folder, such as `"fonts"` and the name of a
            file there.

    Raises:
        ValueError: A part is absolute, names a drive or contains `..`.
        FileNotFoundError: The resource does not exist; the message names it.
    """
    for part in parts:
        # Both flavours on every system: a mistake shows where it is made, not on another machine.
        windows = PureWindowsPath(part)
        if PurePosixPath(part).is_absolute() or windows.anchor or ".." in windows.parts:
            message = f"not a path inside the resources folder: {part!r}"
            raise ValueError(message)
    path = resource_root().joinpath(*parts)
    if not path.exists():
        message = f"missing resource: {'/'.join(parts)} (looked for {path})"
        raise FileNotFoundError(message)
    return path
