"""A register in which a write was interrupted, looked at as it will be when that is undone."""

from __future__ import annotations

import shutil
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from mutudesk.domain.findings import RefusedError
from mutudesk.storage.backup_places import real_path
from mutudesk.storage.header import JOURNAL, hot_journal
from mutudesk.storage.register_file import RegisterFile
from mutudesk.storage.write_errors import not_written

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def settled(path: Path) -> Iterator[Path]:
    """The file to judge: itself, or where a write was interrupted a copy in which it is undone.

    What lies at the path is left as it is. Raises RefusedError where no copy can be made.
    """
    if not path.exists() or not hot_journal(path):  # a journal alone undoes nothing
        yield path
        return
    with TemporaryDirectory(prefix="mutudesk-") as folder:
        copy = Path(folder) / path.name
        try:
            for ending in ("", JOURNAL):
                shutil.copyfile(f"{real_path(path)}{ending}", f"{copy}{ending}")
        except OSError as problem:
            raise not_written(problem, copy) from None
        with suppress(RefusedError):  # one that cannot be mended is judged as it is
            RegisterFile.open_to_read(copy).close()
        yield copy
