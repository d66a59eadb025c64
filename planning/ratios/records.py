"""Published figures of a board: frozen as they were when they were published."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from planning.core.database import Change, Moment, metadata
from planning.core.query import within
from planning.core.store import add, board_key, number


@dataclass(frozen=True)
class Publication:
    """The figures that readers (RvT, GMR, network) may see."""

    as_of: date
    published_at: datetime
    published_by: str
    figures: dict[str, Any]  # GroupRatio as plain JSON values


publication = sa.Table(
    "publication",
    metadata,
    board_key(),
    number("version"),  # the data version that published it
    sa.Column("as_of", sa.Date, nullable=False),
    sa.Column("published_at", Moment, nullable=False),
    sa.Column("published_by", sa.String(120), nullable=False),
    sa.Column("figures", sa.JSON, nullable=False),
)


def write_publication(change: Change, new: Publication) -> None:
    """Add a publication; earlier ones stay."""
    add(change, publication, vars(new) | {"version": change.version})


def latest_publication(connection: sa.Connection, board_id: str) -> Publication | None:
    """What was published last, or None."""
    columns = [c for c in publication.c if c.name not in ("board_id", "version")]
    query = (
        sa.select(*columns).where(within(publication, board_id, None)).order_by(publication.c.version.desc()).limit(1)
    )
    row = connection.execute(query).mappings().one_or_none()
    return None if row is None else Publication(**row)
