"""The terms of a service get the articles that an office writes itself.

Frozen: every statement it needs is written here, whatever becomes of the tables elsewhere.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

from alembic import op

from mutudesk.storage import statistics, triggers

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# To the letter what a new register is made with: a column added by ALTER TABLE would stand last.
_SERVICE_TERMS = """
CREATE TABLE service_terms (
	service_id INTEGER NOT NULL, 
	duration TEXT NOT NULL, 
	notice_months INTEGER, 
	financial_terms TEXT NOT NULL, 
	court TEXT NOT NULL, 
	preamble TEXT NOT NULL, 
	premises TEXT NOT NULL, 
	assets TEXT NOT NULL, 
	contracts TEXT NOT NULL, 
	settlement TEXT, 
	committee TEXT NOT NULL, 
	liability TEXT NOT NULL, 
	data_protection TEXT NOT NULL, 
	valid_from TEXT NOT NULL, 
	valid_until TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	row_version INTEGER NOT NULL, 
	CONSTRAINT pk_service_terms PRIMARY KEY (id), 
	CONSTRAINT ck_service_terms_period_upright CHECK (valid_from < valid_until), 
	CONSTRAINT ck_service_terms_valid_from_iso CHECK (valid_from IS NULL OR date(valid_from, '+0 days') IS valid_from), 
	CONSTRAINT ck_service_terms_valid_until_iso CHECK (valid_until IS NULL OR date(valid_until, '+0 days') IS valid_until), 
	CONSTRAINT fk_service_terms_service_id FOREIGN KEY(service_id) REFERENCES shared_service (id), 
	CONSTRAINT ck_service_terms_settlement CHECK (settlement IN ('facturation', 'imputation'))
)
 STRICT

"""  # noqa: E501, W291 - SQLAlchemy's own lines and spaces
_FORMER = """service_id, duration, notice_months, financial_terms, court, valid_from, valid_until, \
id, row_version"""
_INDEX = """CREATE INDEX ix_service_terms_service_id_valid_from_valid_until \
ON service_terms (service_id, valid_from, valid_until)"""


def upgrade() -> None:
    """Make the table anew, with all it held; the journal stays as it is."""
    bind = op.get_bind()
    bind.exec_driver_sql("CREATE TABLE former_service_terms AS SELECT * FROM service_terms")
    bind.exec_driver_sql("DROP TABLE service_terms")
    bind.exec_driver_sql(_SERVICE_TERMS)
    # Every name is one of those above.
    bind.exec_driver_sql(
        f"INSERT INTO service_terms ({_FORMER}, preamble, premises, assets, contracts, committee, "
        f"liability, data_protection) SELECT {_FORMER}, '', '', '', '', '', '', '' "
        "FROM former_service_terms"
    )
    bind.exec_driver_sql("DROP TABLE former_service_terms")
    bind.exec_driver_sql(_INDEX)
    triggers.install(bind)
    statistics.install(bind)


def downgrade() -> None:
    """Backups of the former schema stay what they were; a register does not go back."""
    message = "a register is never taken back to a former schema"
    raise NotImplementedError(message)
