"""Make small wheels on the spot: packages to install without network, and decoys beside them.

    python3 tests/decoy_wheels.py FOLDER coverage==99 reportlab==99

prints the address of the folder as pip reads it. Standard library only.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def make_wheel(
    folder: Path, name: str, version: str, wants: Sequence[str] = (), extras: Sequence[str] = ()
) -> Path:
    """Write a wheel with one module; `wants` are its requirements, `extras` what it provides."""
    folder.mkdir(parents=True, exist_ok=True)
    info = f"{name}-{version}.dist-info"
    metadata = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}"]
    metadata += [f"Provides-Extra: {extra}" for extra in extras]
    metadata += [f"Requires-Dist: {requirement}" for requirement in wants]
    files = {
        f"{name}.py": f"VERSION = {version!r}\n",
        f"{info}/METADATA": "\n".join(metadata) + "\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},,\n" for path in [*files, f"{info}/RECORD"])
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for inside, text in {**files, f"{info}/RECORD": record}.items():
            wheel.writestr(inside, text)
    return path


def main(arguments: Sequence[str]) -> None:
    """Write one decoy for each `name==version`."""
    folder = Path(arguments[0]).resolve()
    for pin in arguments[1:]:
        name, version = pin.split("==")
        make_wheel(folder, name, version)
    sys.stdout.write(folder.as_uri() + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
