"""What is public is read from everywhere, and changed in its own circle only, by its owner too."""

from alembic import op

revision = "0027"
down_revision = "0026"

_HERE = "current_setting('vlootplan.board', true) IN (board_id, '*')"
_OWN = "current_setting('vlootplan.viewer', true) IN (owner, '*')"


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"ALTER POLICY own_added ON contribution WITH CHECK ({_OWN} AND {_HERE})")
        op.execute(f"ALTER POLICY own_changed ON contribution USING ({_OWN} AND {_HERE})")
        op.execute(f"ALTER POLICY own_removed ON contribution USING ({_OWN} AND {_HERE})")
