"""The board's framework, norms, scores, measures and policy, as kept. Scores and measures are only ever added."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from planning.core.database import Change, Moment, metadata
from planning.core.query import within
from planning.core.store import add, board_key, number, put, remove, rows
from planning.privacy.frameworks import Norm, own_norm
from planning.privacy.measures import Measure
from planning.privacy.norms import Ambition, Score
from planning.privacy.policy import PolicyVersion


def entered() -> tuple[sa.Column[datetime], sa.Column[str]]:
    """When and by whom a line was entered."""
    return sa.Column("entered_at", Moment, nullable=False), sa.Column("entered_by", sa.String(120), nullable=False)


def by(change: Change) -> dict[str, Any]:
    """The values of `entered` for a line of this change."""
    return {"entered_at": change.at, "entered_by": change.person_name}


privacy_ambition = sa.Table(
    "privacy_ambition",
    metadata,
    board_key(),
    sa.Column("framework", sa.String(20), nullable=False),
    sa.Column("target_level", sa.Integer, nullable=False),
    sa.Column("deadline", sa.Date),
)

privacy_norm = sa.Table(
    "privacy_norm",
    metadata,
    board_key(),
    sa.Column("framework", sa.String(20), primary_key=True),
    sa.Column("code", sa.String(12), primary_key=True),
    sa.Column("domain", sa.String(8), nullable=False),
    sa.Column("title", sa.String(300), nullable=False),
    sa.Column("target", sa.Integer),
)

privacy_score = sa.Table(
    "privacy_score",
    metadata,
    board_key(),
    sa.Column("framework", sa.String(20), primary_key=True),
    sa.Column("code", sa.String(12), primary_key=True),
    number("version"),  # the data version that entered it
    sa.Column("level", sa.Integer, nullable=False),
    sa.Column("scored_on", sa.Date, nullable=False),
    sa.Column("evidence", sa.String(1000), nullable=False),
    sa.Column("owner", sa.String(120), nullable=False),
    *entered(),
)

privacy_measure = sa.Table(
    "privacy_measure",
    metadata,
    board_key(),
    number("measure_id"),  # the data version that began it
    number("version"),
    sa.Column("title", sa.String(300), nullable=False),
    sa.Column("owner", sa.String(120), nullable=False),
    sa.Column("due", sa.Date, nullable=False),
    sa.Column("state", sa.String(10), nullable=False),
    sa.Column("norm", sa.String(12)),
    sa.Column("on", sa.Date, nullable=False),
    *entered(),
)

privacy_policy = sa.Table(
    "privacy_policy",
    metadata,
    board_key(),
    number("number"),
    sa.Column("title", sa.String(200), nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("reference", sa.String(400), nullable=False),
    sa.Column("changed", sa.Text, nullable=False),
    sa.Column("drafted_on", sa.Date, nullable=False),
    sa.Column("planned_on", sa.Date),
    sa.Column("review_on", sa.Date),
    sa.Column("adopted_on", sa.Date),
    sa.Column("consent_on", sa.Date),
    *entered(),
)


def read_ambition(connection: sa.Connection, board_id: str) -> Ambition | None:
    """What the board chose, or None."""
    found = rows(connection, privacy_ambition, within(privacy_ambition, board_id, None))
    return Ambition(**found[0]) if found else None


def write_ambition(change: Change, new: Ambition) -> None:
    """Keep what the board chose in the place of what it chose before."""
    put(change, privacy_ambition, {}, asdict(new))


def read_norms(connection: sa.Connection, board_id: str, framework: str) -> tuple[Norm, ...]:
    """The board's own norms of a framework."""
    query = (
        sa.select(privacy_norm.c.code, privacy_norm.c.domain, privacy_norm.c.title, privacy_norm.c.target)
        .where(within(privacy_norm, board_id, None), privacy_norm.c.framework == framework)
        .order_by(privacy_norm.c.code)
    )
    return tuple(own_norm(*row) for row in connection.execute(query))


def write_norms(change: Change, framework: str, norms: Iterable[Norm]) -> int:
    """Add norms, or replace those of the same code; returns how many differ from what was kept."""
    known = {norm.code: norm for norm in read_norms(change.connection, change.board_id, framework)}
    changed = [norm for norm in norms if known.get(norm.code) != norm]
    for norm in changed:
        values = {"domain": norm.domain, "title": norm.name_nl, "target": norm.target}
        put(change, privacy_norm, {"framework": framework, "code": norm.code}, values)
    return len(changed)


def remove_norms(change: Change, framework: str, codes: Iterable[str]) -> None:
    """Take norms of the board's own out of its list; their scores stay."""
    for code in codes:
        remove(change, privacy_norm, {"framework": framework, "code": code})


def remove_scores(change: Change, framework: str, version: int) -> None:
    """Take the scores away that one change entered."""
    remove(change, privacy_score, {"framework": framework, "version": version})


def read_scores(connection: sa.Connection, board_id: str, framework: str) -> tuple[Score, ...]:
    """Every score ever given to a norm of a framework, oldest first."""
    names = ("code", "level", "scored_on", "evidence", "owner", "entered_by", "version")
    query = (
        sa.select(*(privacy_score.c[name] for name in names))
        .where(within(privacy_score, board_id, None), privacy_score.c.framework == framework)
        .order_by(privacy_score.c.scored_on, privacy_score.c.version)
    )
    return tuple(Score(*row) for row in connection.execute(query))


def add_score(change: Change, framework: str, new: Score) -> None:
    """Add a score; earlier ones stay."""
    add(change, privacy_score, asdict(new) | by(change) | {"framework": framework, "version": change.version})


def read_measures(connection: sa.Connection, board_id: str) -> tuple[Measure, ...]:
    """Every line of every measure, oldest first."""
    order = (privacy_measure.c.on, privacy_measure.c.version)
    return tuple(
        Measure(**row) for row in rows(connection, privacy_measure, within(privacy_measure, board_id, None), *order)
    )


def add_measure(change: Change, new: Measure) -> None:
    """Add a measure, or a line to one; earlier lines stay."""
    measure_id = change.version if new.measure_id is None else new.measure_id
    add(change, privacy_measure, asdict(new) | by(change) | {"measure_id": measure_id, "version": change.version})


def read_policy(connection: sa.Connection, board_id: str) -> tuple[PolicyVersion, ...]:
    """The versions of the policy, oldest first."""
    found = rows(connection, privacy_policy, within(privacy_policy, board_id, None), privacy_policy.c.number)
    return tuple(PolicyVersion(**row) for row in found)


def write_policy(change: Change, version: PolicyVersion) -> None:
    """Keep a version of the policy in the place of what was known of it."""
    put(change, privacy_policy, {"number": version.number}, asdict(version) | by(change))
