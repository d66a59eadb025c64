"""Of every school the devices that may count, of its newest inventory: what a view of all boards adds up."""

import sqlalchemy as sa
from alembic import op

from planning.core.migrations.guards import guard_rows

revision = "0033"
down_revision = "0032"

_FILL = """
WITH newest AS (
    SELECT board_id, school_id, version, row_number() OVER (
        PARTITION BY board_id, school_id ORDER BY holds_from DESC, version DESC
    ) AS place
    FROM inventory WHERE taken_back_at IS NULL
), counted AS (
    SELECT n.board_id, n.school_id, c.support_until, c.count
    FROM newest n JOIN cohort c USING (board_id, school_id, version)
    WHERE n.place = 1
      AND c.kind IN ('chromebook', 'desktop', 'laptop', 'tablet')
      AND c.audience <> 'staff'
      AND c.status NOT IN ('disposed', 'missing', 'ordered', 'broken', 'in_repair', 'spare')
    UNION ALL SELECT board_id, school_id, NULL, 0 FROM newest WHERE place = 1
)
INSERT INTO counted_fleet (board_id, school_id, support_until, devices)
SELECT board_id, school_id, coalesce(support_until, '9999-12-31'), sum(count) FROM counted GROUP BY 1, 2, 3
"""


def upgrade() -> None:
    op.create_table(
        "counted_fleet",
        sa.Column("board_id", sa.String(5), primary_key=True),
        sa.Column("school_id", sa.String(6), primary_key=True),
        sa.Column("support_until", sa.Date, primary_key=True),
        sa.Column("devices", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["board_id", "school_id"], ["school.board_id", "school.school_id"], ondelete="CASCADE"),
    )
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("SELECT set_config('vlootplan.board', '*', true)"))
        connection.execute(sa.text("SELECT set_config('vlootplan.viewer', '*', true)"))
    connection.exec_driver_sql(_FILL)
    if connection.dialect.name == "postgresql":
        guard_rows("counted_fleet")
