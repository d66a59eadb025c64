"""IBP: registers and incidents."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from planning.core.migrations.versions.v0001_foundation import guard_rows

revision = "0009"
down_revision = "0008"

TABLES = ("processing", "processor", "dpia", "rights_request", "incident", "incident_step")


def upgrade() -> None:
    op.create_table(
        "processing",
        *_key("processing"),
        sa.Column("name", sa.String(length=200), nullable=False),
        *_texts("purpose"),
        sa.Column("legal_basis", sa.String(length=20), nullable=True),
        *_texts("subjects", "data", "recipients", "retention", "owner"),
        sa.Column("processors", sa.JSON(), nullable=False),
    )
    op.create_table(
        "processor",
        *_key("processor"),
        sa.Column("party", sa.String(length=200), nullable=False),
        *_texts("product"),
        sa.Column("model", sa.String(length=10), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
    )
    op.create_table(
        "dpia",
        *_key("dpia"),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("needed", sa.Boolean(), nullable=True),
        *_texts("why"),
        sa.Column("done_on", sa.Date(), nullable=True),
        *_texts("result"),
        sa.Column("review_on", sa.Date(), nullable=True),
    )
    op.create_table(
        "rights_request",
        *_key("rights_request"),
        sa.Column("school_id", sa.String(length=6), nullable=True),
        sa.Column("reference", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("extended_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        *_texts("outcome"),
        _of_school("rights_request"),
    )
    op.create_table(
        "incident",
        *_key("incident", "incident_id"),
        sa.Column("school_id", sa.String(length=6), nullable=True),
        _of_school("incident"),
    )
    op.create_table(
        "incident_step",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("incident_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("step", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("person_name", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["board_id", "incident_id"],
            ["incident.board_id", "incident.incident_id"],
            name=op.f("fk_incident_step_incident"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("board_id", "incident_id", "step", name=op.f("pk_incident_step")),
    )
    if op.get_bind().dialect.name == "postgresql":
        for table in TABLES:
            guard_rows(table)


def _key(table: str, number: str = "entry_id") -> list[sa.Column[Any] | sa.Constraint]:
    return [
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column(number, sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["board_id"], ["board.board_id"], name=op.f(f"fk_{table}_board"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("board_id", number, name=op.f(f"pk_{table}")),
    ]


def _texts(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _of_school(table: str) -> sa.Constraint:
    return sa.ForeignKeyConstraint(
        ["board_id", "school_id"],
        ["school.board_id", "school.school_id"],
        name=op.f(f"fk_{table}_school"),
        ondelete="CASCADE",
    )
