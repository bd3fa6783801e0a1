"""Typical sizes for SQLite's planner: a page costs the same in a small and in a large register.

Without them SQLite may read a whole table to show its first fifty rows. They are written once, when
the tables are made: a plan must not depend on whether somebody ran ANALYZE.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

# index -> rows of the table, then rows for each value of the first column, of the first two, …
# Proportions of a large register: ten assignments an agent, a dozen services, fifty bodies.
_TYPICAL = {
    ("agent", "ix_agent_name_fold_id"): "100000 1 1",
    ("assignment", "ix_assignment_agent_id_service_id_valid_from_valid_until"): "1000000 10 2 1 1",
    ("assignment", "ix_assignment_service_id_valid_until"): "1000000 80000 12",
    ("assignment", "ix_assignment_hierarchical_body_id"): "1000000 100000",
    ("legal_identity", "ix_legal_identity_body_id_valid_from_valid_until"): "200 2 1 1",
    ("mandate", "ix_mandate_body_id_acting_valid_from_valid_until"): "400 4 4 1 1",
    ("membership", "ix_membership_service_id_body_id_valid_from_valid_until"): "2000 100 2 1 1",
    ("mission_share", "ix_mission_share_agent_id_valid_from_valid_until"): "1000000 10 1 1",
    ("mission_share", "ix_mission_share_beneficiary_id_valid_until"): "1000000 20000 7",
    ("mission_share", "ix_mission_share_mission_id_valid_until"): "1000000 16000 3",
    ("mission_share", "ix_mission_share_operational_body_id"): "1000000 100000",
    ("position", "ix_position_agent_id_valid_from_valid_until"): "120000 2 1 1",
    ("position", "ix_position_employer_id"): "120000 10000",
}


def install(connection: Connection) -> None:
    """Write the typical sizes (SQLite). Call it when the indexes exist."""
    connection.exec_driver_sql("ANALYZE sqlite_schema")
    connection.exec_driver_sql("DELETE FROM sqlite_stat1")
    for (table, index), sizes in _TYPICAL.items():
        connection.exec_driver_sql(
            "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)", (table, index, sizes)
        )
