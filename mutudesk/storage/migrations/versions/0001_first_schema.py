"""The first schema: public bodies, services, agents, assignments, journal.

Revision ID: 0001
Revises:
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from mutudesk.storage import statistics, triggers

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _iso(column: str, name: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(
        f"{column} IS NULL OR date({column}, '+0 days') IS {column}", name=op.f(name)
    ).ddl_if(dialect="sqlite")


def upgrade() -> None:
    """Create every table."""
    op.create_table(
        "agent",
        sa.Column("matricule", sa.String(), nullable=False),
        sa.Column("civility", sa.String(), nullable=False),
        sa.Column("last_name", sa.String(), nullable=False),
        sa.Column("first_name", sa.String(), nullable=False),
        sa.Column("name_fold", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agent")),
        sa.UniqueConstraint("matricule", name=op.f("uq_agent_matricule")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_agent_name_fold_id"), "agent", ["name_fold", "id"], unique=False)
    op.create_table(
        "journal",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("act", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("salt", sa.String(), nullable=True),
        sa.Column("data", sa.String(), nullable=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_journal")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_journal_kind_record"), "journal", ["kind", "record"], unique=False)
    op.create_table(
        "public_body",
        sa.Column("siren", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "commune",
                "epci",
                "ccas",
                "autre",
                name="kind",
                native_enum=False,
                create_constraint=True,
            ),
            nullable=False,
        ),
        sa.Column("insee_code", sa.String(), nullable=False),
        sa.Column("departement", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_public_body")),
        sa.UniqueConstraint("siren", name=op.f("uq_public_body_siren")),
        sqlite_strict=True,
    )
    op.create_table(
        "shared_service",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_fold", sa.String(), nullable=False),
        sa.Column(
            "ground",
            sa.Enum(
                "L5211-4-2",
                "L5211-4-1",
                "autre",
                name="ground",
                native_enum=False,
                create_constraint=True,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shared_service")),
        sa.UniqueConstraint("code", name=op.f("uq_shared_service_code")),
        sqlite_strict=True,
    )
    op.create_table(
        "assignment",
        sa.Column("agent_id", sa.Integer(), nullable=False),
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column(
            "ground",
            sa.Enum(
                "transfert_plein_droit",
                "mise_a_disposition_plein_droit",
                "mise_a_disposition_individuelle",
                "mutation",
                "detachement",
                "reprise_contrat",
                "recrutement",
                "affectation_interne",
                name="ground",
                native_enum=False,
                create_constraint=True,
            ),
            nullable=False,
        ),
        sa.Column("share", sa.Integer(), nullable=False),
        sa.Column("hierarchical_body_id", sa.Integer(), nullable=True),
        sa.Column("hierarchical_reason", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        _iso("valid_from", "ck_assignment_valid_from_iso"),
        _iso("valid_until", "ck_assignment_valid_until_iso"),
        sa.CheckConstraint("share BETWEEN 1 AND 10000", name=op.f("ck_assignment_share_range")),
        sa.CheckConstraint("valid_from < valid_until", name=op.f("ck_assignment_period_upright")),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.id"], name=op.f("fk_assignment_agent_id")),
        sa.ForeignKeyConstraint(
            ["hierarchical_body_id"],
            ["public_body.id"],
            name=op.f("fk_assignment_hierarchical_body_id"),
        ),
        sa.ForeignKeyConstraint(
            ["service_id"], ["shared_service.id"], name=op.f("fk_assignment_service_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_assignment_agent_id_service_id_valid_from_valid_until"),
        "assignment",
        ["agent_id", "service_id", "valid_from", "valid_until"],
        unique=False,
    )
    op.create_index(
        op.f("ix_assignment_hierarchical_body_id"),
        "assignment",
        ["hierarchical_body_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_assignment_service_id_valid_until"),
        "assignment",
        ["service_id", "valid_until"],
        unique=False,
    )
    op.create_table(
        "epci_membership",
        sa.Column("epci_id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        _iso("valid_from", "ck_epci_membership_valid_from_iso"),
        _iso("valid_until", "ck_epci_membership_valid_until_iso"),
        sa.CheckConstraint(
            "valid_from < valid_until", name=op.f("ck_epci_membership_period_upright")
        ),
        sa.ForeignKeyConstraint(
            ["body_id"], ["public_body.id"], name=op.f("fk_epci_membership_body_id")
        ),
        sa.ForeignKeyConstraint(
            ["epci_id"], ["public_body.id"], name=op.f("fk_epci_membership_epci_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_epci_membership")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_epci_membership_body_id_epci_id_valid_from_valid_until"),
        "epci_membership",
        ["body_id", "epci_id", "valid_from", "valid_until"],
        unique=False,
    )
    op.create_index(
        op.f("ix_epci_membership_epci_id"), "epci_membership", ["epci_id"], unique=False
    )
    op.create_table(
        "legal_identity",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_fold", sa.String(), nullable=False),
        sa.Column("legal_form", sa.String(), nullable=False),
        sa.Column("seat", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        _iso("valid_from", "ck_legal_identity_valid_from_iso"),
        _iso("valid_until", "ck_legal_identity_valid_until_iso"),
        sa.CheckConstraint(
            "valid_from < valid_until", name=op.f("ck_legal_identity_period_upright")
        ),
        sa.ForeignKeyConstraint(
            ["body_id"], ["public_body.id"], name=op.f("fk_legal_identity_body_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_identity")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_legal_identity_body_id_valid_from_valid_until"),
        "legal_identity",
        ["body_id", "valid_from", "valid_until"],
        unique=False,
    )
    op.create_table(
        "managing_period",
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        _iso("valid_from", "ck_managing_period_valid_from_iso"),
        _iso("valid_until", "ck_managing_period_valid_until_iso"),
        sa.CheckConstraint(
            "valid_from < valid_until", name=op.f("ck_managing_period_period_upright")
        ),
        sa.ForeignKeyConstraint(
            ["body_id"], ["public_body.id"], name=op.f("fk_managing_period_body_id")
        ),
        sa.ForeignKeyConstraint(
            ["service_id"], ["shared_service.id"], name=op.f("fk_managing_period_service_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_managing_period")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_managing_period_body_id"), "managing_period", ["body_id"], unique=False
    )
    op.create_index(
        op.f("ix_managing_period_service_id_valid_from_valid_until"),
        "managing_period",
        ["service_id", "valid_from", "valid_until"],
        unique=False,
    )
    op.create_table(
        "mandate",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("quality", sa.String(), nullable=False),
        sa.Column("civility", sa.String(), nullable=False),
        sa.Column("last_name", sa.String(), nullable=False),
        sa.Column("first_name", sa.String(), nullable=False),
        sa.Column("acting", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        _iso("valid_from", "ck_mandate_valid_from_iso"),
        _iso("valid_until", "ck_mandate_valid_until_iso"),
        sa.CheckConstraint("valid_from < valid_until", name=op.f("ck_mandate_period_upright")),
        sa.ForeignKeyConstraint(["body_id"], ["public_body.id"], name=op.f("fk_mandate_body_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mandate")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_mandate_body_id_acting_valid_from_valid_until"),
        "mandate",
        ["body_id", "acting", "valid_from", "valid_until"],
        unique=False,
    )
    op.create_table(
        "membership",
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column(
            "level",
            sa.Enum(
                "adherente", "integree", name="level", native_enum=False, create_constraint=True
            ),
            nullable=False,
        ),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        _iso("decided_on", "ck_membership_decided_on_iso"),
        _iso("valid_from", "ck_membership_valid_from_iso"),
        _iso("valid_until", "ck_membership_valid_until_iso"),
        sa.CheckConstraint("valid_from < valid_until", name=op.f("ck_membership_period_upright")),
        sa.ForeignKeyConstraint(
            ["body_id"], ["public_body.id"], name=op.f("fk_membership_body_id")
        ),
        sa.ForeignKeyConstraint(
            ["service_id"], ["shared_service.id"], name=op.f("fk_membership_service_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_membership_body_id"), "membership", ["body_id"], unique=False)
    op.create_index(
        op.f("ix_membership_service_id_body_id_valid_from_valid_until"),
        "membership",
        ["service_id", "body_id", "valid_from", "valid_until"],
        unique=False,
    )
    op.create_table(
        "mission",
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["service_id"], ["shared_service.id"], name=op.f("fk_mission_service_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mission")),
        sa.UniqueConstraint("service_id", "code", name=op.f("uq_mission_service_id_code")),
        sqlite_strict=True,
    )
    op.create_table(
        "population",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("municipal", sa.Integer(), nullable=True),
        sa.Column("total", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["body_id"], ["public_body.id"], name=op.f("fk_population_body_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_population")),
        sa.UniqueConstraint("body_id", "year", name=op.f("uq_population_body_id_year")),
        sqlite_strict=True,
    )
    op.create_table(
        "position",
        sa.Column("agent_id", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "titulaire",
                "stagiaire",
                "cdi",
                "cdd",
                "apprenti",
                "vacataire",
                "prive",
                name="status",
                native_enum=False,
                create_constraint=True,
            ),
            nullable=False,
        ),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("cadre_emplois", sa.String(), nullable=False),
        sa.Column("grade", sa.String(), nullable=False),
        sa.Column("working_time", sa.Integer(), nullable=False),
        sa.Column("employer_id", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        _iso("valid_from", "ck_position_valid_from_iso"),
        _iso("valid_until", "ck_position_valid_until_iso"),
        sa.CheckConstraint("valid_from < valid_until", name=op.f("ck_position_period_upright")),
        sa.CheckConstraint(
            "working_time BETWEEN 1 AND 10000", name=op.f("ck_position_working_time_range")
        ),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.id"], name=op.f("fk_position_agent_id")),
        sa.ForeignKeyConstraint(
            ["employer_id"], ["public_body.id"], name=op.f("fk_position_employer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_position")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_position_agent_id_valid_from_valid_until"),
        "position",
        ["agent_id", "valid_from", "valid_until"],
        unique=False,
    )
    op.create_index(op.f("ix_position_employer_id"), "position", ["employer_id"], unique=False)
    op.create_table(
        "register",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("epci_id", sa.Integer(), nullable=False),
        sa.Column("reference_vintage", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_register_single")),
        sa.ForeignKeyConstraint(["epci_id"], ["public_body.id"], name=op.f("fk_register_epci_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_register")),
        sqlite_strict=True,
    )
    op.create_table(
        "service_origin",
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["body_id"], ["public_body.id"], name=op.f("fk_service_origin_body_id")
        ),
        sa.ForeignKeyConstraint(
            ["service_id"], ["shared_service.id"], name=op.f("fk_service_origin_service_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_origin")),
        sa.UniqueConstraint(
            "service_id", "body_id", "name", name=op.f("uq_service_origin_service_id_body_id_name")
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "service_terms",
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("duration", sa.String(), nullable=False),
        sa.Column("notice_months", sa.Integer(), nullable=True),
        sa.Column("financial_terms", sa.String(), nullable=False),
        sa.Column("court", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        _iso("valid_from", "ck_service_terms_valid_from_iso"),
        _iso("valid_until", "ck_service_terms_valid_until_iso"),
        sa.CheckConstraint(
            "valid_from < valid_until", name=op.f("ck_service_terms_period_upright")
        ),
        sa.ForeignKeyConstraint(
            ["service_id"], ["shared_service.id"], name=op.f("fk_service_terms_service_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_terms")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_service_terms_service_id_valid_from_valid_until"),
        "service_terms",
        ["service_id", "valid_from", "valid_until"],
        unique=False,
    )
    op.create_table(
        "membership_mission",
        sa.Column("membership_id", sa.Integer(), nullable=False),
        sa.Column("mission_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["membership_id"], ["membership.id"], name=op.f("fk_membership_mission_membership_id")
        ),
        sa.ForeignKeyConstraint(
            ["mission_id"], ["mission.id"], name=op.f("fk_membership_mission_mission_id")
        ),
        sa.PrimaryKeyConstraint("membership_id", "mission_id", name=op.f("pk_membership_mission")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_membership_mission_mission_id"), "membership_mission", ["mission_id"], unique=False
    )
    op.create_table(
        "mission_share",
        sa.Column("agent_id", sa.Integer(), nullable=False),
        sa.Column("mission_id", sa.Integer(), nullable=False),
        sa.Column("beneficiary_id", sa.Integer(), nullable=False),
        sa.Column("share", sa.Integer(), nullable=False),
        sa.Column("operational_body_id", sa.Integer(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        _iso("valid_from", "ck_mission_share_valid_from_iso"),
        _iso("valid_until", "ck_mission_share_valid_until_iso"),
        sa.CheckConstraint("share BETWEEN 1 AND 10000", name=op.f("ck_mission_share_share_range")),
        sa.CheckConstraint(
            "valid_from < valid_until", name=op.f("ck_mission_share_period_upright")
        ),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.id"], name=op.f("fk_mission_share_agent_id")),
        sa.ForeignKeyConstraint(
            ["beneficiary_id"], ["public_body.id"], name=op.f("fk_mission_share_beneficiary_id")
        ),
        sa.ForeignKeyConstraint(
            ["mission_id"], ["mission.id"], name=op.f("fk_mission_share_mission_id")
        ),
        sa.ForeignKeyConstraint(
            ["operational_body_id"],
            ["public_body.id"],
            name=op.f("fk_mission_share_operational_body_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mission_share")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_mission_share_agent_id_valid_from_valid_until"),
        "mission_share",
        ["agent_id", "valid_from", "valid_until"],
        unique=False,
    )
    op.create_index(
        op.f("ix_mission_share_beneficiary_id_valid_until"),
        "mission_share",
        ["beneficiary_id", "valid_until"],
        unique=False,
    )
    op.create_index(
        op.f("ix_mission_share_mission_id_valid_until"),
        "mission_share",
        ["mission_id", "valid_until"],
        unique=False,
    )
    op.create_index(
        op.f("ix_mission_share_operational_body_id"),
        "mission_share",
        ["operational_body_id"],
        unique=False,
    )
    triggers.install(op.get_bind())
    statistics.install(op.get_bind())


def downgrade() -> None:
    """A register is never taken back to nothing."""
    message = "there is no schema before the first one"
    raise NotImplementedError(message)
