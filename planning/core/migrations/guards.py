"""What PostgreSQL itself keeps, a second time, beside the services. Migrations use it as it stands: never change it."""

from alembic import op

_BOARD = "current_setting('vlootplan.board', true)"
_VIEWER = "current_setting('vlootplan.viewer', true)"


def guard_shared(table: str, *, addressed: bool = False) -> None:
    """Rows of a circle of boards (columns board_id, owner, level): each sees the own, and what others share with it.

    What is `addressed` (column addressee) to a board it sees too, unless the owner keeps it to itself.
    Public rows are read from elsewhere too. Whoever sees a row of another can change nothing of it.
    """
    _force(table)
    takes_part = (
        f"EXISTS (SELECT 1 FROM circle_member m WHERE m.board_id = {table}.board_id AND m.member = {_VIEWER}"  # noqa: S608
        " AND m.standing = 'member')"
    )
    seen = (
        f"{_VIEWER} = '*' OR owner = {_VIEWER} OR level = 'public' OR ({_VIEWER} = board_id AND level <> 'own')"
        f" OR (level = 'circle' AND ({_VIEWER} = '.expert' OR {takes_part}))"
    )
    if addressed:
        seen += f" OR (addressee = {_VIEWER} AND level <> 'own')"
    own = f"{_VIEWER} IN (owner, '*')"
    op.execute(f"CREATE POLICY one_circle ON {table} USING ({_BOARD} IN (board_id, '*') OR level = 'public')")
    op.execute(f"CREATE POLICY as_shared ON {table} AS RESTRICTIVE FOR SELECT USING ({seen})")
    op.execute(f"CREATE POLICY own_added ON {table} AS RESTRICTIVE FOR INSERT WITH CHECK ({own})")
    op.execute(f"CREATE POLICY own_changed ON {table} AS RESTRICTIVE FOR UPDATE USING ({own})")
    op.execute(f"CREATE POLICY own_removed ON {table} AS RESTRICTIVE FOR DELETE USING ({own})")


def guard_members(table: str) -> None:
    """Who is in a circle: the circle sees all of it, a board its own line, to find the circles it has to do with."""
    _force(table)
    op.execute(f"CREATE POLICY one_circle ON {table} USING ({_BOARD} IN (board_id, '*'))")
    op.execute(f"CREATE POLICY own_line ON {table} FOR SELECT USING (member = {_BOARD})")


def guard_own(table: str, own: str, *seen_by: str) -> None:
    """Rows of a circle, under guard_rows already, that one board alone writes: that of column `own`.

    Seen by it and by `seen_by`: SQL that gives a viewer (another column, or a text).
    """
    mine = f"{_VIEWER} IN ({own}, '*')"
    seen = f"{_VIEWER} IN ({', '.join((own, *seen_by, repr('*')))})"
    op.execute(f"CREATE POLICY own_seen ON {table} AS RESTRICTIVE FOR SELECT USING ({seen})")
    op.execute(f"CREATE POLICY own_added ON {table} AS RESTRICTIVE FOR INSERT WITH CHECK ({mine})")
    op.execute(f"CREATE POLICY own_changed ON {table} AS RESTRICTIVE FOR UPDATE USING ({mine})")
    op.execute(f"CREATE POLICY own_removed ON {table} AS RESTRICTIVE FOR DELETE USING ({mine})")


def show_to_members(table: str) -> None:
    """Let a board read the rows of the circles it has to do with, beside its own."""
    lines = f"SELECT 1 FROM circle_member m WHERE m.board_id = {table}.board_id AND m.member = {_BOARD}"  # noqa: S608
    op.execute(f"CREATE POLICY of_member ON {table} FOR SELECT USING (EXISTS ({lines}))")


def guard_rows(table: str) -> None:
    """Let PostgreSQL itself keep every transaction inside the board it was bound to (Database.limit_to)."""
    _force(table)
    op.execute(f"CREATE POLICY one_board ON {table} USING ({_BOARD} IN (board_id, '*'))")


def _force(table: str) -> None:
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
