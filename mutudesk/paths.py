"""Where things lie by default on this platform. Nothing is created here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from platformdirs import user_data_path, user_log_path

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".mutu"


def data_folder() -> Path:
    """The platform's data folder of the program."""
    return user_data_path("mutudesk", appauthor=False)


def log_folder() -> Path:
    """The platform's folder for logs."""
    return user_log_path("mutudesk", appauthor=False)


def default_register() -> Path:
    """The register that commands use when none is named."""
    return data_folder() / f"registre{SUFFIX}"


def default_demonstration() -> Path:
    """Where the demonstration is built when no path is named."""
    return data_folder() / f"demonstration{SUFFIX}"
