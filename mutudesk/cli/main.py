"""Run one command: exit code 0 done, 1 refused (nothing changed), 2 usage."""

from __future__ import annotations

import io
import logging
import os
import sys
from typing import IO, TYPE_CHECKING

from mutudesk.cli.commands import COMMANDS
from mutudesk.cli.output import Output
from mutudesk.domain.findings import RefusedError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

DONE, REFUSED = 0, 1


def run(arguments: argparse.Namespace) -> int:
    """Run the command of parsed arguments; returns the exit code."""
    return run_command(COMMANDS[arguments.command], arguments)


def run_command(
    command: Callable[[argparse.Namespace, Output], int], arguments: argparse.Namespace
) -> int:
    """Run one command; never lets a traceback out."""
    out, err = _streams()
    output = Output(out, err, arguments.lang)
    try:
        return command(arguments, output)
    except RefusedError as refused:
        output.refusal(refused.findings)
        return REFUSED
    except BrokenPipeError:
        _forget_output()
        return REFUSED
    except OSError:  # those of files are refusals by now: what is left is the output
        logging.getLogger("mutudesk").exception("output failed")
        _forget_output()
        output.line_to_stderr("file_not_written", path="stdout")
        return REFUSED
    except KeyboardInterrupt:
        output.line_to_stderr("interrupted")
        return REFUSED
    except Exception:
        logging.getLogger("mutudesk").exception("command failed")
        output.line_to_stderr("unexpected")
        return REFUSED


def _streams() -> tuple[IO[bytes], IO[str]]:
    """Standard output and error; a program may be started without them."""
    nowhere = io.BytesIO()
    out: IO[bytes] = nowhere if sys.stdout is None else sys.stdout.buffer
    return out, io.TextIOWrapper(nowhere) if sys.stderr is None else sys.stderr


def _forget_output() -> None:
    """Let what could not be written go: Python would try once more when it ends, and complain."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
