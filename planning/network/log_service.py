"""What was changed in a network, for who leads it."""

from typing import Any, Final

import pandas as pd
import sqlalchemy as sa

from planning.circles.model import Sharing
from planning.circles.service import guiding
from planning.core.database import Database, audit_line
from planning.core.query import frame
from planning.core.rights import Person
from planning.core.service import AUDIT_COLUMNS

_MOST: Final = 2_000  # lines that are looked through


def network_log(person: Person, database: Database, network_id: str, limit: int) -> pd.DataFrame:
    """The latest changes, newest moment first; columns AUDIT_COLUMNS. The facilitator asks.

    What a board keeps to itself is not told: that it wrote something, and when, is its own as well.
    """
    guiding(person, database, network_id)
    query = (
        sa.select(*(audit_line.c[name] for name in AUDIT_COLUMNS))
        .where(audit_line.c.board_id == network_id)
        .order_by(audit_line.c.at.desc(), audit_line.c.version.desc(), audit_line.c.line)
        .limit(_MOST)
    )
    with database.read(network_id, network_id) as connection:
        found = frame(connection, query, AUDIT_COLUMNS)
    told = [_may_be_told(*sides) for sides in zip(found["what"], found["before"], found["after"], strict=True)]
    return found[told].head(limit).reset_index(drop=True)


def _may_be_told(what: str, before: Any, after: Any) -> bool:
    levels = {side["level"] for side in (before, after) if isinstance(side, dict) and "level" in side}
    return what != "contribution" or levels != {Sharing.OWN.value}
