"""By which account a person comes in, who is signed in now, who asked to be let in, and who is kept out."""

import sqlalchemy as sa
from alembic import op

from planning.core.database import Moment
from planning.core.migrations.guards import guard_rows

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    op.add_column("person", sa.Column("is_off", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_table(
        "person_link",
        sa.Column("board_id", sa.String(5), primary_key=True),
        sa.Column("person_id", sa.String(40), primary_key=True),
        sa.Column("identity", sa.String(64), nullable=False),
        sa.Column("since", Moment, nullable=False),
        _of_person(),
    )
    op.create_index(op.f("ix_person_link_identity"), "person_link", ["identity"])
    op.create_table(
        "login_session",
        sa.Column("board_id", sa.String(5), primary_key=True),
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("person_id", sa.String(40), nullable=False),
        sa.Column("identity", sa.String(64), nullable=False),
        sa.Column("begun_at", Moment, nullable=False),
        sa.Column("seen_at", Moment, nullable=False),
        sa.Column("device", sa.String(40), nullable=False),
        _of_person(),
    )
    op.create_index(op.f("ix_login_session_identity"), "login_session", ["identity"])
    op.create_table(
        "access_request",
        sa.Column("board_id", sa.String(5), sa.ForeignKey("board.board_id", ondelete="CASCADE"), primary_key=True),
        sa.Column("identity", sa.String(64), primary_key=True),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("is_verified", sa.Boolean, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("declined_at", Moment),
    )
    if op.get_bind().dialect.name == "postgresql":
        for table in ("person_link", "login_session", "access_request"):
            guard_rows(table)


def _of_person() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["board_id", "person_id"], ["person.board_id", "person.person_id"], ondelete="CASCADE"
    )
