"""Replacement rounds: budgets, scenarios, plans, orders and deliveries."""

import sqlalchemy as sa
from alembic import op

from planning.core.migrations.versions.v0001_foundation import guard_rows

revision = "0004"
down_revision = "0003"

BOARD_TABLES = (
    "purchase_round", "round_price", "planning_rules", "school_choice", "scenario", "plan_version", "purchase_order",
    "delivery",
)  # fmt: skip


def _of_board(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["board_id"], ["board.board_id"], name=op.f(f"fk_{table}_board"), ondelete="CASCADE")


def _of_round(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["board_id", "round_id"],
        ["purchase_round.board_id", "purchase_round.round_id"],
        name=op.f(f"fk_{table}_purchase_round"),
        ondelete="CASCADE",
    )


def _of_school(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["board_id", "school_id"],
        ["school.board_id", "school.school_id"],
        name=op.f(f"fk_{table}_school"),
        ondelete="CASCADE",
    )


def upgrade() -> None:
    op.create_table(
        "purchase_round",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("budget_cents", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        _of_board("purchase_round"),
        sa.PrimaryKeyConstraint("board_id", "round_id", name=op.f("pk_purchase_round")),
    )
    op.create_table(
        "round_price",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("price_cents", sa.Integer(), nullable=False),
        _of_round("round_price"),
        sa.PrimaryKeyConstraint("board_id", "round_id", "kind", name=op.f("pk_round_price")),
    )
    op.create_table(
        "planning_rules",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("chosen", sa.JSON(), nullable=False),
        _of_board("planning_rules"),
        sa.PrimaryKeyConstraint("board_id", name=op.f("pk_planning_rules")),
    )
    op.create_table(
        "school_choice",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("school_id", sa.String(length=6), nullable=False),
        sa.Column("chosen", sa.JSON(), nullable=False),
        _of_school("school_choice"),
        sa.PrimaryKeyConstraint("board_id", "school_id", name=op.f("pk_school_choice")),
    )
    op.create_table(
        "scenario",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("scenario_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("budgets", sa.JSON(), nullable=False),
        sa.Column("wishes", sa.JSON(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("changed_by", sa.String(length=120), nullable=False),
        _of_board("scenario"),
        sa.PrimaryKeyConstraint("board_id", "scenario_id", name=op.f("pk_scenario")),
    )
    op.create_table(
        "plan_version",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("approved_at", sa.DateTime(), nullable=False),
        sa.Column("approved_by", sa.String(length=120), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        _of_board("plan_version"),
        sa.PrimaryKeyConstraint("board_id", "version", name=op.f("pk_plan_version")),
    )
    op.create_table(
        "purchase_order",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("plan_version", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("school_id", sa.String(length=6), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("supplier", sa.String(length=80), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("price_cents", sa.BigInteger(), nullable=False),
        sa.Column("ordered_on", sa.Date(), nullable=False),
        sa.Column("not_coming", sa.Integer(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closed_because", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["board_id", "plan_version"],
            ["plan_version.board_id", "plan_version.version"],
            name=op.f("fk_purchase_order_plan_version"),
            ondelete="CASCADE",
        ),
        _of_school("purchase_order"),
        sa.PrimaryKeyConstraint("board_id", "order_id", name=op.f("pk_purchase_order")),
    )
    op.create_table(
        "delivery",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("delivered_on", sa.Date(), nullable=False),
        sa.Column("price_cents", sa.BigInteger(), nullable=False),
        sa.Column("booked_by", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(
            ["board_id", "order_id"],
            ["purchase_order.board_id", "purchase_order.order_id"],
            name=op.f("fk_delivery_purchase_order"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("board_id", "delivery_id", name=op.f("pk_delivery")),
    )
    if op.get_bind().dialect.name == "postgresql":
        for table in BOARD_TABLES:
            guard_rows(table)
