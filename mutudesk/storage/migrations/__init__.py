"""The revisions of the schema, run by Alembic, which is only imported when one is due."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection


def configuration(connection: Connection) -> Config:
    """Alembic's settings for one open connection; no ini file is read."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", Path(__file__).parent.as_posix().replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Bring the schema behind the connection, inside its transaction, to a revision."""
    from alembic import command

    command.upgrade(configuration(connection), revision)


def head() -> str | None:
    """The newest revision among the migration scripts."""
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", Path(__file__).parent.as_posix().replace("%", "%%"))
    return ScriptDirectory.from_config(config).get_current_head()
