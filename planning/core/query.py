"""The one place that keeps a query inside a person's board and schools, and makes frames of its rows."""

from collections.abc import Iterable
from typing import Any

import pandas as pd
import sqlalchemy as sa


def within(table: sa.Table, board_id: str, reach: frozenset[str] | None) -> sa.ColumnElement[bool]:
    """Rows of this board and, where `reach` is not None, of these schools only."""
    mine = table.c.board_id == board_id
    return mine if reach is None else sa.and_(mine, table.c.school_id.in_(sorted(reach)))


def frame(connection: sa.Connection, query: sa.Select[Any], columns: Iterable[str]) -> pd.DataFrame:
    """The rows of a query as a frame that has its columns also when there are no rows."""
    rows = connection.execute(query).all()
    # dtype object keeps None and dates what they are; pandas would make NaN and Timestamp of them
    return pd.DataFrame([tuple(row) for row in rows], columns=list(columns), dtype=object)


def rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame, each by column name."""
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]
