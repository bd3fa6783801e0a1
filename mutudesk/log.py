"""The log file of the program: what happened and where in the code, never about whom.

Registers hold names of people. A message may carry codes, numbers and SIREN; everything else that
was put into it is left out, and of an exception only its kind and the places in the code are kept.
"""

from __future__ import annotations

import logging
import logging.handlers
import re
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from mutudesk import paths
from mutudesk.folders import make_folders

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE_NAME = "mutudesk.log"
LARGEST, KEPT = 500_000, 3  # bytes a file, older files
LEFT_OUT = "…"
_CODE = re.compile(r"[a-z0-9_.:-]{1,60}", re.ASCII)
_PACKAGE = Path(__file__).resolve().parent
# Writes reports that were already freed of messages and values.
_TRUSTED = "mutudesk.ui.shell.errors"


class CodesOnly(logging.Filter):
    """Lets no text through but the message's own and codes."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Free the record of names."""
        if isinstance(record.args, tuple) and record.name != _TRUSTED:
            record.args = tuple(_shown(value) for value in record.args)
        elif record.args and record.name != _TRUSTED:
            record.args = ()
            record.msg = LEFT_OUT
        if record.exc_info is not None and record.exc_info[1] is not None:
            record.msg = f"{record.getMessage()}\n{places(record.exc_info[1])}"
            record.args = ()
        record.exc_info = record.exc_text = record.stack_info = None
        return True


def _shown(value: object) -> object:
    if isinstance(value, (int, float)):
        return value
    return value if isinstance(value, str) and _CODE.fullmatch(value) else LEFT_OUT


def places(problem: BaseException) -> str:
    """The kinds of an exception and of its causes, each with the places in the code."""
    return "\n".join(_lines(problem))


def _lines(problem: BaseException | None) -> Iterator[str]:
    while problem is not None:
        yield type(problem).__qualname__
        for frame in traceback.extract_tb(problem.__traceback__):
            yield f"  {_place(Path(frame.filename))}:{frame.lineno} {frame.name}"
        problem = problem.__cause__ or problem.__context__


def _place(path: Path) -> str:
    """A file of the program below the package, any other by its name alone."""
    if path.is_relative_to(_PACKAGE):
        return f"mutudesk/{path.relative_to(_PACKAGE).as_posix()}"
    return path.name


class QuietFileHandler(logging.handlers.RotatingFileHandler):
    """Where the file takes no line, the line is lost: the user can do nothing about it."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging names it
        """Say nothing; logging would write a traceback to the terminal."""


def set_up_logging(folder: Path | None = None) -> logging.Handler:
    """Write the program's warnings to a file that does not grow; without a place, write nothing.

    Returns the handler, for tests that take it away again.
    """
    logger = logging.getLogger("mutudesk")
    handler: logging.Handler
    try:
        place = folder or paths.log_folder()
        make_folders(place, private=True)
        handler = QuietFileHandler(
            place / FILE_NAME, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    handler.addFilter(CodesOnly())
    logger.addHandler(handler)
    logger.setLevel(logging.WARNING)
    # A full disk is no reason to trouble the user twice.
    logger.propagate = False
    return handler
