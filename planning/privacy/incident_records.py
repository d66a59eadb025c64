"""Incidents and their steps as kept. Steps are only ever added."""

from itertools import groupby

import sqlalchemy as sa

from planning.core.database import Change, Moment, metadata
from planning.core.query import within
from planning.core.store import add, board_column, board_key, next_key, number, part_of
from planning.privacy.incident_steps import DatedStep, IncidentReport, IncidentStep, from_json, kind_of, to_json

incident = sa.Table(
    "incident",
    metadata,
    board_key(),
    number("incident_id"),
    sa.Column("school_id", sa.String(6)),  # None: the whole board
    part_of("school", "school_id"),
)

incident_step = sa.Table(
    "incident_step",
    metadata,
    board_column(),
    number("incident_id"),
    number("step"),
    sa.Column("at", Moment, nullable=False),
    sa.Column("person_id", sa.String(40), nullable=False),
    sa.Column("person_name", sa.String(120), nullable=False),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("facts", sa.JSON, nullable=False),
    part_of("incident", "incident_id"),
)


def read_steps(
    connection: sa.Connection, board_id: str, reach: frozenset[str] | None, incident_id: int | None = None
) -> dict[int, tuple[DatedStep, ...]]:
    """The steps of the incidents within reach (of one where named), by incident; those of a board have no reach."""
    same = sa.and_(
        incident.c.board_id == incident_step.c.board_id, incident.c.incident_id == incident_step.c.incident_id
    )
    query = (
        sa.select(incident_step)
        .join(incident, same)
        .where(within(incident, board_id, reach))
        .order_by(incident_step.c.incident_id, incident_step.c.step)
    )
    if incident_id is not None:
        query = query.where(incident.c.incident_id == incident_id)
    rows = connection.execute(query).all()
    return {
        key: tuple(DatedStep(row.at, row.person_name, from_json(row.kind, row.facts)) for row in of_incident)
        for key, of_incident in groupby(rows, key=lambda row: int(row.incident_id))
    }


def add_incident(change: Change, first: IncidentReport, dated: DatedStep) -> int:
    """Add an incident with its first step; returns its number."""
    incident_id = next_key(change.connection, incident.c.incident_id, change.board_id)
    add(change, incident, {"incident_id": incident_id, "school_id": first.school_id})
    add_step(change, incident_id, dated)
    return incident_id


def add_step(change: Change, incident_id: int, dated: DatedStep) -> None:
    """Add a step behind those that are there."""
    step: IncidentStep = dated.step
    row = {
        "incident_id": incident_id,
        "step": next_key(change.connection, incident_step.c.step, change.board_id, incident_id=incident_id),
        "at": dated.at,
        "person_id": change.person_id,
        "person_name": change.person_name,
        "kind": kind_of(step),
        "facts": to_json(step),
    }
    add(change, incident_step, row)
