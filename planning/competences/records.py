"""Vision, ideas, competences, adopted sets, self-scans as counts, and offers of a board, as kept."""

from collections.abc import Collection, Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

import sqlalchemy as sa

from planning.competences.disclosure import Scan
from planning.competences.frameworks import FIRST_SCALE
from planning.competences.offers import Offer
from planning.competences.picture import CompetenceSet, CoreCompetence
from planning.competences.workshop import Competence, Idea, Vision
from planning.core.database import Change, Moment, metadata
from planning.core.query import within
from planning.core.store import add, board_column, board_key, number, part_of, put, remove, school_column

vision_statement = sa.Table(
    "vision_statement",
    metadata,
    board_key(),
    number("vision_id"),
    sa.Column("text", sa.String(400), nullable=False),
)

competence_idea = sa.Table(
    "competence_idea",
    metadata,
    board_key(),
    number("idea_id"),
    sa.Column("text", sa.String(200), nullable=False),
    sa.Column("competence", sa.String(40)),
)

competence = sa.Table(
    "competence",
    metadata,
    board_key(),
    sa.Column("key", sa.String(40), primary_key=True),
    sa.Column("name", sa.String(120), nullable=False),
    sa.Column("source", sa.String(20), nullable=False),
    sa.Column("points", sa.Integer, nullable=False),
    sa.Column("wanted", sa.Integer),
    sa.Column("visions", sa.JSON, nullable=False),
)

competence_scale = sa.Table(
    "competence_scale",
    metadata,
    board_key(),
    sa.Column("scale", sa.String(20), nullable=False),
)

competence_set = sa.Table(
    "competence_set",
    metadata,
    board_key(),
    number("version"),  # the data version that adopted it
    sa.Column("adopted_on", sa.Date, nullable=False),
    sa.Column("adopted_at", Moment, nullable=False),
    sa.Column("adopted_by", sa.String(120), nullable=False),
    sa.Column("scale", sa.String(20), nullable=False),
    sa.Column("members", sa.JSON, nullable=False),
)

self_scan = sa.Table(
    "self_scan",
    metadata,
    board_column(),
    school_column(),
    sa.Column("scanned_on", sa.Date, primary_key=True),
    sa.Column("scale", sa.String(20), nullable=False),
    sa.Column("asked", sa.JSON, nullable=False),
    part_of("school", "school_id"),
)

self_scan_count = sa.Table(
    "self_scan_count",
    metadata,
    board_column(),
    school_column(),
    sa.Column("scanned_on", sa.Date, primary_key=True),
    sa.Column("competence", sa.String(40), primary_key=True),
    number("level"),
    sa.Column("teachers", sa.Integer, nullable=False),
    part_of("self_scan", "school_id", "scanned_on"),
)

competence_offer = sa.Table(
    "competence_offer",
    metadata,
    board_key(),
    number("offer_id"),
    sa.Column("title", sa.String(160), nullable=False),
    sa.Column("hours", sa.Integer, nullable=False),
    sa.Column("state", sa.String(10), nullable=False),
    sa.Column("starts_on", sa.Date),
    sa.Column("competences", sa.JSON, nullable=False),
)


def read_visions(connection: sa.Connection, board_id: str) -> tuple[Vision, ...]:
    """The vision statements, oldest first."""
    return tuple(Vision(row.vision_id, row.text) for row in _all(connection, vision_statement, board_id))


def read_ideas(connection: sa.Connection, board_id: str) -> tuple[Idea, ...]:
    """The ideas in the order they came."""
    return tuple(Idea(row.idea_id, row.text, row.competence) for row in _all(connection, competence_idea, board_id))


def read_competences(connection: sa.Connection, board_id: str) -> tuple[Competence, ...]:
    """The competences under discussion, by key."""
    return tuple(
        Competence(row.key, row.name, row.source, row.points, row.wanted, tuple(row.visions))
        for row in _all(connection, competence, board_id)
    )


def read_scale(connection: sa.Connection, board_id: str) -> str:
    """The scale of levels the board works with."""
    rows = _all(connection, competence_scale, board_id)
    return str(rows[0].scale) if rows else FIRST_SCALE


def read_sets(connection: sa.Connection, board_id: str) -> tuple[CompetenceSet, ...]:
    """The adopted sets, oldest first."""
    return tuple(
        CompetenceSet(
            row.version,
            row.adopted_on,
            row.adopted_at,
            row.adopted_by,
            row.scale,
            tuple(CoreCompetence(**one | {"visions": tuple(one["visions"])}) for one in row.members),
        )
        for row in _all(connection, competence_set, board_id)
    )


def read_scans(connection: sa.Connection, board_id: str, reach: frozenset[str] | None) -> tuple[Scan, ...]:
    """The self-scans within reach, as kept: for `disclosure.release` only."""
    counts: dict[tuple[str, date], dict[str, dict[int, int]]] = {}
    for row in connection.execute(sa.select(self_scan_count).where(within(self_scan_count, board_id, reach))):
        of_scan = counts.setdefault((row.school_id, row.scanned_on), {})
        of_scan.setdefault(row.competence, {})[row.level] = row.teachers
    query = (
        sa.select(self_scan)
        .where(within(self_scan, board_id, reach))
        .order_by(self_scan.c.scanned_on, self_scan.c.school_id)
    )
    return tuple(
        Scan(
            row.school_id,
            row.scanned_on,
            row.scale,
            frozenset(row.asked),
            counts.get((row.school_id, row.scanned_on), {}),
        )
        for row in connection.execute(query)
    )


def read_offers(connection: sa.Connection, board_id: str) -> tuple[Offer, ...]:
    """The offers, oldest first."""
    return tuple(
        Offer(row.offer_id, row.title, row.hours, row.state, row.starts_on, tuple(row.competences))
        for row in _all(connection, competence_offer, board_id)
    )


def write_vision(change: Change, vision_id: int, text: str | None) -> None:
    """Keep a vision statement; None takes it away."""
    if text is None:
        remove(change, vision_statement, {"vision_id": vision_id})
    else:
        put(change, vision_statement, {"vision_id": vision_id}, {"text": text})


def write_ideas(change: Change, ideas: Iterable[Idea]) -> None:
    """Keep ideas, in the place of what they were."""
    for idea in ideas:
        values = asdict(idea)
        put(change, competence_idea, {"idea_id": values.pop("idea_id")}, values)


def remove_ideas(change: Change, idea_ids: Iterable[int]) -> None:
    """Take ideas away."""
    for idea_id in idea_ids:
        remove(change, competence_idea, {"idea_id": idea_id})


def write_competence(change: Change, one: Competence) -> None:
    """Keep a competence, in the place of what it was."""
    values = asdict(one) | {"visions": list(one.visions)}
    put(change, competence, {"key": values.pop("key")}, values)


def remove_competence(change: Change, key: str) -> None:
    """Take a competence out of the discussion; adopted sets and counts keep it."""
    remove(change, competence, {"key": key})


def write_scale(change: Change, scale: str) -> None:
    """Set the scale of levels."""
    put(change, competence_scale, {}, {"scale": scale})


def write_set(change: Change, adopted: CompetenceSet) -> None:
    """Add an adopted set; earlier ones stay."""
    values = {name: getattr(adopted, name) for name in ("adopted_on", "adopted_at", "adopted_by", "scale")}
    members = [asdict(member) | {"visions": list(member.visions)} for member in adopted.members]
    put(change, competence_set, {"version": adopted.version}, values | {"members": members})


def write_scan(change: Change, scan: Scan) -> None:
    """Keep the counts of a scan, in the place of an earlier one of the same school and date."""
    key = {"school_id": scan.school_id, "scanned_on": scan.scanned_on}
    remove_scan(change, scan.school_id, scan.scanned_on)
    add(change, self_scan, key | {"scale": scan.scale, "asked": sorted(scan.asked)})
    counts = (
        key | {"competence": competence_key, "level": level, "teachers": teachers}
        for competence_key, levels in scan.counts.items()
        for level, teachers in levels.items()
    )
    add(change, self_scan_count, *counts)


def remove_scan(change: Change, school_id: str, scanned_on: date) -> None:
    """Take a scan away, with its counts."""
    remove(change, self_scan, {"school_id": school_id, "scanned_on": scanned_on})


def write_offer(change: Change, one: Offer) -> None:
    """Keep an offer, in the place of what it was."""
    values = asdict(one) | {"competences": list(one.competences)}
    put(change, competence_offer, {"offer_id": values.pop("offer_id")}, values)


def remove_offer(change: Change, offer_id: int) -> None:
    """Take an offer away."""
    remove(change, competence_offer, {"offer_id": offer_id})


def next_number(numbers: Collection[int]) -> int:
    """A number after all others."""
    return max(numbers, default=0) + 1


def _all(connection: sa.Connection, table: sa.Table, board_id: str) -> list[Any]:
    key = list(table.primary_key.columns)[-1]
    return list(connection.execute(sa.select(table).where(within(table, board_id, None)).order_by(key)))
