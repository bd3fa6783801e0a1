"""Alembic's entry point; `mutudesk.storage.migrations.upgrade` gives it the connection."""

from __future__ import annotations

from alembic import context

from mutudesk.storage.tables import Base

# A batch rebuild needs foreign keys off, which must be set before the transaction: see `upgrade`.
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
