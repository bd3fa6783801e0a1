"""An identity gets the words of its conventions, a membership the duration of its own.

Frozen: every statement it needs is written here, whatever becomes of the tables elsewhere.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

from alembic import op

from mutudesk.storage import statistics, triggers

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# To the letter what a new register is made with: a column added by ALTER TABLE would stand last.
_LEGAL_IDENTITY = """
CREATE TABLE legal_identity (
	body_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	name_fold TEXT NOT NULL, 
	legal_form TEXT NOT NULL, 
	seat TEXT NOT NULL, 
	link_word TEXT, 
	short_name TEXT NOT NULL, 
	council TEXT NOT NULL, 
	valid_from TEXT NOT NULL, 
	valid_until TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_legal_identity PRIMARY KEY (id), 
	CONSTRAINT ck_legal_identity_period_upright CHECK (valid_from < valid_until), 
	CONSTRAINT ck_legal_identity_valid_from_iso CHECK (valid_from IS NULL OR date(valid_from, '+0 days') IS valid_from), 
	CONSTRAINT ck_legal_identity_valid_until_iso CHECK (valid_until IS NULL OR date(valid_until, '+0 days') IS valid_until), 
	CONSTRAINT fk_legal_identity_body_id FOREIGN KEY(body_id) REFERENCES public_body (id), 
	CONSTRAINT ck_legal_identity_link_word CHECK (link_word IN ('de', 'd''', 'du', 'de la', 'de l''', 'des'))
)
 STRICT

"""  # noqa: E501, W291 - SQLAlchemy's own lines and spaces
_MEMBERSHIP = """
CREATE TABLE membership (
	service_id INTEGER NOT NULL, 
	body_id INTEGER NOT NULL, 
	level TEXT NOT NULL, 
	decided_on TEXT, 
	duration TEXT NOT NULL, 
	valid_from TEXT NOT NULL, 
	valid_until TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_membership PRIMARY KEY (id), 
	CONSTRAINT ck_membership_decided_on_iso CHECK (decided_on IS NULL OR date(decided_on, '+0 days') IS decided_on), 
	CONSTRAINT ck_membership_period_upright CHECK (valid_from < valid_until), 
	CONSTRAINT ck_membership_valid_from_iso CHECK (valid_from IS NULL OR date(valid_from, '+0 days') IS valid_from), 
	CONSTRAINT ck_membership_valid_until_iso CHECK (valid_until IS NULL OR date(valid_until, '+0 days') IS valid_until), 
	CONSTRAINT fk_membership_service_id FOREIGN KEY(service_id) REFERENCES shared_service (id), 
	CONSTRAINT fk_membership_body_id FOREIGN KEY(body_id) REFERENCES public_body (id), 
	CONSTRAINT ck_membership_level CHECK (level IN ('adherente', 'integree'))
)
 STRICT

"""  # noqa: E501, W291
# table -> how it is made, its columns of before, and what the new ones hold in each row
_RENEWED = {
    "legal_identity": (
        _LEGAL_IDENTITY,
        "body_id, name, name_fold, legal_form, seat, valid_from, valid_until, id, row_version",
        ("link_word, short_name, council", "NULL, '', ''"),
    ),
    "membership": (
        _MEMBERSHIP,
        "service_id, body_id, level, decided_on, valid_from, valid_until, id, row_version",
        ("duration", "''"),
    ),
}
_INDEXES = (
    """CREATE INDEX ix_legal_identity_body_id_valid_from_valid_until \
ON legal_identity (body_id, valid_from, valid_until)""",
    "CREATE INDEX ix_membership_body_id ON membership (body_id)",
    """CREATE INDEX ix_membership_service_id_body_id_valid_from_valid_until \
ON membership (service_id, body_id, valid_from, valid_until)""",
)


def upgrade() -> None:
    """Make both tables anew, with all they held; the journal stays as it is."""
    bind = op.get_bind()
    for table, (statement, columns, (new, values)) in _RENEWED.items():
        former = f"former_{table}"
        # Every name is one of those above.
        bind.exec_driver_sql(f"CREATE TABLE {former} AS SELECT * FROM {table}")
        bind.exec_driver_sql(f"DROP TABLE {table}")
        bind.exec_driver_sql(statement)
        bind.exec_driver_sql(
            f"INSERT INTO {table} ({columns}, {new}) SELECT {columns}, {values} FROM {former}"
        )
        bind.exec_driver_sql(f"DROP TABLE {former}")
    for statement in _INDEXES:
        bind.exec_driver_sql(statement)
    triggers.install(bind)
    statistics.install(bind)


def downgrade() -> None:
    """Backups of the former schema stay what they were; a register does not go back."""
    message = "a register is never taken back to a former schema"
    raise NotImplementedError(message)
