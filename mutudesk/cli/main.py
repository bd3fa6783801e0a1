"""Run one command: exit code 0 done, 1 refused (nothing changed), 2 usage."""

from __future__ import annotations

import logging
import os
import sys
from typing import TYPE_CHECKING

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
    output = Output(sys.stdout.buffer, sys.stderr, arguments.lang)
    try:
        return command(arguments, output)
    except RefusedError as refused:
        output.refusal(refused.findings)
        return REFUSED
    except BrokenPipeError:
        # The reader (head, less) has gone: nothing more to say to it, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    except KeyboardInterrupt:
        output.line_to_stderr("interrupted")
        return REFUSED
    except Exception:
        logging.getLogger("mutudesk").exception("command failed")
        output.line_to_stderr("unexpected")
        return REFUSED
