"""Where everything starts and the only place that puts the layers together."""

from __future__ import annotations

import os
import sys

from mutudesk.cli.parser import build_parser
from mutudesk.log import set_up_logging


def main(argv: list[str] | None = None) -> int:
    """Run a command, or open the window when there is none; returns the exit code."""
    parser = build_parser()
    arguments = parser.parse_args(argv)
    set_up_logging()
    if arguments.command is not None:
        from mutudesk.cli.main import run

        return run(arguments)
    if not has_display():
        from mutudesk.cli.without_window import run_without_window

        return run_without_window(arguments)
    from mutudesk.ui.shell.start import open_window

    return open_window(arguments.db, demonstration=arguments.demo, language=arguments.lang)


def has_display() -> bool:
    """Tell whether a window can be shown: Qt ends the whole program where it cannot."""
    if sys.platform in {"win32", "darwin"}:
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


if __name__ == "__main__":
    sys.exit(main())
