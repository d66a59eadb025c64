"""Core competences: vision, levels, self-scans as counts."""

import sqlalchemy as sa
from alembic import op

from planning.core.migrations.versions.v0001_foundation import guard_rows

revision = "0007"
down_revision = "0006"

TABLES = (
    "vision_statement", "competence_idea", "competence", "competence_scale", "competence_set", "competence_offer",
    "self_scan", "self_scan_count",
)  # fmt: skip


def upgrade() -> None:
    _of_board(
        "vision_statement",
        [sa.Column("vision_id", sa.Integer(), autoincrement=False, nullable=False)],
        sa.Column("text", sa.String(length=400), nullable=False),
    )
    _of_board(
        "competence_idea",
        [sa.Column("idea_id", sa.Integer(), autoincrement=False, nullable=False)],
        sa.Column("text", sa.String(length=200), nullable=False),
        sa.Column("competence", sa.String(length=40), nullable=True),
    )
    _of_board(
        "competence",
        [sa.Column("key", sa.String(length=40), nullable=False)],
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("source", sa.String(length=20), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("wanted", sa.Integer(), nullable=True),
        sa.Column("visions", sa.JSON(), nullable=False),
    )
    _of_board("competence_scale", [], sa.Column("scale", sa.String(length=20), nullable=False))
    _of_board(
        "competence_set",
        [sa.Column("version", sa.Integer(), autoincrement=False, nullable=False)],
        sa.Column("adopted_on", sa.Date(), nullable=False),
        sa.Column("adopted_at", sa.DateTime(), nullable=False),
        sa.Column("adopted_by", sa.String(length=120), nullable=False),
        sa.Column("scale", sa.String(length=20), nullable=False),
        sa.Column("members", sa.JSON(), nullable=False),
    )
    _of_board(
        "competence_offer",
        [sa.Column("offer_id", sa.Integer(), autoincrement=False, nullable=False)],
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("competences", sa.JSON(), nullable=False),
    )
    op.create_table(
        "self_scan",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("school_id", sa.String(length=6), nullable=False),
        sa.Column("scanned_on", sa.Date(), nullable=False),
        sa.Column("scale", sa.String(length=20), nullable=False),
        sa.Column("asked", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["board_id", "school_id"],
            ["school.board_id", "school.school_id"],
            name=op.f("fk_self_scan_school"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("board_id", "school_id", "scanned_on", name=op.f("pk_self_scan")),
    )
    op.create_table(
        "self_scan_count",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("school_id", sa.String(length=6), nullable=False),
        sa.Column("scanned_on", sa.Date(), nullable=False),
        sa.Column("competence", sa.String(length=40), nullable=False),
        sa.Column("level", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("teachers", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["board_id", "school_id", "scanned_on"],
            ["self_scan.board_id", "self_scan.school_id", "self_scan.scanned_on"],
            name=op.f("fk_self_scan_count_self_scan"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "board_id", "school_id", "scanned_on", "competence", "level", name=op.f("pk_self_scan_count")
        ),
    )
    if op.get_bind().dialect.name == "postgresql":
        for table in TABLES:
            guard_rows(table)


def _of_board(table: str, key: list[sa.Column[object]], *columns: sa.Column[object]) -> None:
    """A table of the board's own: its key is the board and, where there is one, a key within it."""
    op.create_table(
        table,
        sa.Column("board_id", sa.String(length=5), nullable=False),
        *key,
        *columns,
        sa.ForeignKeyConstraint(["board_id"], ["board.board_id"], name=op.f(f"fk_{table}_board"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("board_id", *(column.name for column in key), name=op.f(f"pk_{table}")),
    )
