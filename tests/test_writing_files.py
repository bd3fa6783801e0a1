"""Files are put at their paths in one place of the program."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import mutudesk

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(mutudesk.__file__).parent
# Calls that make, fill or name a file or a folder, by their name alone or with their module.
WRITING = frozenset(
    {"write_bytes", "write_text", "mkdir", "makedirs", "mkstemp", "truncate"}
    | {"hardlink_to", "symlink_to", "os.open", "os.link", "os.replace", "os.rename"}
    | {"shutil.copy", "shutil.copy2", "shutil.copyfile", "shutil.move"}
)
OURS = {
    "folders.py": {"mkdir", "os.open"},  # opened to be settled
    "storage/placing.py": {"write_bytes", "os.open", "hardlink_to", "shutil.copy2", "open"},
    "storage/putting_back.py": {"open", "hardlink_to", "shutil.copy2"},  # within `placing`
    "storage/settled.py": {"shutil.copyfile"},  # a private copy, gone when it was looked at
    "storage/lock.py": {"write_bytes"},  # who holds a file, gone with the lock
    "exchange/plain_files.py": {"os.open"},  # to be read, without waiting for a pipe
    "cli/main.py": {"os.open"},  # of the null device
}


def written_by(path: Path) -> Iterator[str]:
    """The calls of a module that write files."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func)
        name = called.rpartition(".")[2]
        yield from {called, name} & WRITING
        if name == "open" and called != "os.open":
            texts = [each.value for each in node.args if isinstance(each, ast.Constant)]
            if any(set(str(each)) & set("wxa+") for each in texts):
                yield "open"


def test_nothing_else_writes_files() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix(): names
        for path in sorted(PACKAGE.rglob("*.py"))
        if (names := set(written_by(path)))
    }
    assert found == OURS
