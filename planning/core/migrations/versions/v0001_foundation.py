"""The foundation: boards, people, schools, pupils, inventories, publications, audit."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

BOARD_TABLES = (
    "board", "data_version", "audit_line", "person", "person_school", "school", "pupil_count", "own_forecast",
    "kind_setting", "inventory", "lot", "cohort", "publication",
)  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "board",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("is_example", sa.Boolean(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("pupils_per_device", sa.Float(), nullable=False),
        sa.Column("nearly_share", sa.Float(), nullable=False),
        sa.Column("stale_after_days", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("board_id", name=op.f("pk_board")),
    )
    op.create_table(
        "audit_line",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("person_name", sa.String(length=120), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["board_id"], ["board.board_id"], name=op.f("fk_audit_line_board"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("board_id", "version", "line", name=op.f("pk_audit_line")),
    )
    op.create_table(
        "data_version",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["board_id"], ["board.board_id"], name=op.f("fk_data_version_board"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("board_id", name=op.f("pk_data_version")),
    )
    op.create_table(
        "kind_setting",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("life_years", sa.Integer(), nullable=False),
        sa.Column("price_cents", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["board_id"], ["board.board_id"], name=op.f("fk_kind_setting_board"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("board_id", "kind", name=op.f("pk_kind_setting")),
    )
    op.create_table(
        "person",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=True),
        sa.ForeignKeyConstraint(["board_id"], ["board.board_id"], name=op.f("fk_person_board"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("board_id", "person_id", name=op.f("pk_person")),
    )
    op.create_table(
        "publication",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("published_at", sa.DateTime(), nullable=False),
        sa.Column("published_by", sa.String(length=120), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["board_id"], ["board.board_id"], name=op.f("fk_publication_board"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("board_id", "version", name=op.f("pk_publication")),
    )
    op.create_table(
        "school",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("school_id", sa.String(length=6), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("place", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("street", sa.String(length=120), nullable=False),
        sa.Column("postcode", sa.String(length=10), nullable=False),
        sa.Column("website", sa.String(length=200), nullable=False),
        sa.Column("own_target", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["board_id"], ["board.board_id"], name=op.f("fk_school_board"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("board_id", "school_id", name=op.f("pk_school")),
    )
    op.create_table(
        "inventory",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("school_id", sa.String(length=6), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("holds_from", sa.Date(), nullable=False),
        sa.Column("counted_on", sa.Date(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(), nullable=False),
        sa.Column("confirmed_by", sa.String(length=120), nullable=False),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("file_sha256", sa.String(length=64), nullable=False),
        sa.Column("layout", sa.String(length=30), nullable=False),
        sa.Column("devices", sa.Integer(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("restored_from", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["board_id", "school_id"],
            ["school.board_id", "school.school_id"],
            name=op.f("fk_inventory_school"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("board_id", "school_id", "version", name=op.f("pk_inventory")),
    )
    op.create_table(
        "own_forecast",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("school_id", sa.String(length=6), nullable=False),
        sa.Column("count_date", sa.Date(), nullable=False),
        sa.Column("pupils", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["board_id", "school_id"],
            ["school.board_id", "school.school_id"],
            name=op.f("fk_own_forecast_school"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("board_id", "school_id", "count_date", name=op.f("pk_own_forecast")),
    )
    op.create_table(
        "person_school",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("school_id", sa.String(length=6), nullable=False),
        sa.ForeignKeyConstraint(
            ["board_id", "person_id"],
            ["person.board_id", "person.person_id"],
            name=op.f("fk_person_school_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("board_id", "person_id", "school_id", name=op.f("pk_person_school")),
    )
    op.create_table(
        "pupil_count",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("school_id", sa.String(length=6), nullable=False),
        sa.Column("count_date", sa.Date(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("lower", sa.Integer(), nullable=True),
        sa.Column("middle", sa.Integer(), nullable=True),
        sa.Column("upper", sa.Integer(), nullable=True),
        sa.Column("ages", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("source", sa.String(length=10), nullable=False),
        sa.Column("entered_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["board_id", "school_id"],
            ["school.board_id", "school.school_id"],
            name=op.f("fk_pupil_count_school"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("board_id", "school_id", "count_date", name=op.f("pk_pupil_count")),
    )
    op.create_table(
        "cohort",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("school_id", sa.String(length=6), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("cohort", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("purchased_earliest", sa.Date(), nullable=True),
        sa.Column("purchased_latest", sa.Date(), nullable=True),
        sa.Column("audience", sa.String(length=10), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("level", sa.String(length=10), nullable=False),
        sa.Column("support_until", sa.Date(), nullable=True),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("value_cents", sa.BigInteger(), nullable=False),
        sa.Column("priced", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["board_id", "school_id", "version"],
            ["inventory.board_id", "inventory.school_id", "inventory.version"],
            name=op.f("fk_cohort_inventory"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("board_id", "school_id", "version", "cohort", name=op.f("pk_cohort")),
    )
    op.create_table(
        "lot",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("school_id", sa.String(length=6), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("lot", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.String(length=40), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("column", sa.String(length=3), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("brand", sa.String(length=60), nullable=True),
        sa.Column("model", sa.String(length=120), nullable=True),
        sa.Column("model_as_written", sa.String(length=200), nullable=True),
        sa.Column("serial", sa.String(length=60), nullable=True),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("purchased_as_written", sa.String(length=60), nullable=True),
        sa.Column("purchased_precision", sa.String(length=12), nullable=False),
        sa.Column("purchased_earliest", sa.Date(), nullable=True),
        sa.Column("purchased_latest", sa.Date(), nullable=True),
        sa.Column("price_cents", sa.BigInteger(), nullable=True),
        sa.Column("price_vat", sa.String(length=10), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("audience", sa.String(length=10), nullable=False),
        sa.Column("location", sa.String(length=80), nullable=True),
        sa.Column("level", sa.String(length=10), nullable=False),
        sa.Column("support_until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["board_id", "school_id", "version"],
            ["inventory.board_id", "inventory.school_id", "inventory.version"],
            name=op.f("fk_lot_inventory"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("board_id", "school_id", "version", "lot", name=op.f("pk_lot")),
    )
    if op.get_bind().dialect.name == "postgresql":
        for table in BOARD_TABLES:
            guard_rows(table)


def guard_rows(table: str) -> None:
    """Let PostgreSQL itself keep every transaction inside the board it was bound to (Database.limit_to)."""
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(
        f"CREATE POLICY one_board ON {table} USING (current_setting('vlootplan.board', true) IN (board_id, '*'))"
    )
