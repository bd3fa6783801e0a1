"""The register gets an identity, its journal numbers of records, and can forget what it says.

Frozen: what it needs to know of facts and of the former seals is written here and in
`migrations/journal_0002.py`, whatever becomes of them elsewhere.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING

from alembic import op

from mutudesk.storage import statistics, triggers
from mutudesk.storage.migrations.journal_0002 import renewed_lines

if TYPE_CHECKING:
    from sqlalchemy import Connection

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# To the letter what a new register is made with: a migrated file shall not differ from it.
_REGISTER = """
CREATE TABLE register (
	id INTEGER NOT NULL, 
	epci_id INTEGER NOT NULL, 
	reference_vintage TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	identity TEXT NOT NULL, 
	CONSTRAINT pk_register PRIMARY KEY (id), 
	CONSTRAINT ck_register_single CHECK (id = 1), 
	CONSTRAINT fk_register_epci_id FOREIGN KEY(epci_id) REFERENCES public_body (id)
)
 STRICT

"""  # noqa: W291 - SQLAlchemy's own spaces
_JOURNAL = """
CREATE TABLE journal (
	seq INTEGER NOT NULL, 
	act INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	action TEXT NOT NULL, 
	why TEXT, 
	kind TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	record TEXT, 
	salt TEXT, 
	data TEXT, 
	digest TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_journal PRIMARY KEY (seq)
)
 STRICT

"""  # noqa: W291
_INDEXES = (
    "CREATE INDEX ix_journal_kind_record ON journal (kind, record)",
    "CREATE INDEX ix_journal_kind_number ON journal (kind, number)",
)
_INSERT = (
    "INSERT INTO journal"
    " (seq, act, at, who, action, why, kind, number, record, salt, data, digest, hash)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_LINES_AT_ONCE = 2_000


def upgrade() -> None:
    """Make register and journal anew, with all they held."""
    bind = op.get_bind()
    for event in ("update", "delete"):
        bind.exec_driver_sql(f"DROP TRIGGER IF EXISTS journal_append_only_{event}")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    own = _renew_register(bind)
    bind.exec_driver_sql("CREATE TABLE former_journal AS SELECT * FROM journal")
    bind.exec_driver_sql("DROP TABLE journal")
    bind.exec_driver_sql(_JOURNAL)
    lines = renewed_lines(bind, own, now) if own else iter(())
    while some := list(islice(lines, _LINES_AT_ONCE)):
        bind.exec_driver_sql(_INSERT, some)
    for statement in _INDEXES:
        bind.exec_driver_sql(statement)
    bind.exec_driver_sql("DROP TABLE former_journal")
    triggers.install(bind)
    statistics.install(bind)


def _renew_register(bind: Connection) -> dict[str, str]:
    """Make the register's table anew; return its line as a fact, nothing where there is none."""
    row = bind.exec_driver_sql(
        "SELECT r.id, r.epci_id, r.reference_vintage, r.created_at, b.siren"
        " FROM register r JOIN public_body b ON b.id = r.epci_id"
    ).first()
    bind.exec_driver_sql("DROP TABLE register")
    bind.exec_driver_sql(_REGISTER)
    if row is None:
        return {}
    identity = secrets.token_hex(16)
    bind.exec_driver_sql("INSERT INTO register VALUES (?, ?, ?, ?, ?)", (*row[:4], identity))
    return {
        "epci_siren": row.siren,
        "reference_vintage": row.reference_vintage,
        "created_at": row.created_at,
        "identity": identity,
    }


def downgrade() -> None:
    """Backups of the former schema stay what they were; a register does not go back."""
    message = "a register is never taken back to a former schema"
    raise NotImplementedError(message)
