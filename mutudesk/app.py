"""Where everything starts and the only place that puts the layers together."""

from __future__ import annotations

import sys

from mutudesk.cli.main import run
from mutudesk.cli.parser import build_parser


def main(argv: list[str] | None = None) -> int:
    """Run a command, or open the window when there is none; returns the exit code."""
    parser = build_parser()
    arguments = parser.parse_args(argv)
    if arguments.command is not None:
        return run(arguments)
    from mutudesk.ui.start import open_window

    return open_window(arguments.db, demonstration=arguments.demo, language=arguments.lang)


if __name__ == "__main__":
    sys.exit(main())
