"""Means, variants, own values of figures and what was taken over of a board's schools, as kept."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa

from planning.choices.figures import OwnValue
from planning.choices.model import SchoolMeans, Takeover, Variant
from planning.core.database import Change, Moment, metadata
from planning.core.query import within
from planning.core.store import add, board_column, board_key, number, part_of, put, remove, rows, school_column

school_means = sa.Table(
    "school_means",
    metadata,
    board_column(),
    school_column(),
    number("school_year"),
    sa.Column("per_pupil_cents", sa.BigInteger),
    sa.Column("fixed_cents", sa.BigInteger, nullable=False),
    sa.Column("formation", sa.Integer),
    sa.Column("note", sa.String(200), nullable=False),
    part_of("school", "school_id"),
)

means_variant = sa.Table(
    "means_variant",
    metadata,
    board_column(),
    school_column(),
    number("school_year"),
    number("number"),
    sa.Column("name", sa.String(40), nullable=False),
    sa.Column("fte", sa.Integer, nullable=False),
    sa.Column("yearly", sa.JSON, nullable=False),
    sa.Column("once", sa.JSON, nullable=False),
    sa.Column("target", sa.Float),
    sa.Column("kinds", sa.JSON(none_as_null=True)),
    sa.Column("vision_id", sa.Integer),
    sa.Column("shared_vision", sa.String(80)),
    sa.Column("vision", sa.String(400), nullable=False),
    sa.Column("explanation", sa.String(600), nullable=False),
    sa.Column("chosen_at", Moment),
    sa.Column("chosen_by", sa.String(120), nullable=False),
    part_of("school", "school_id"),
)

figure_value = sa.Table(
    "figure_value",
    metadata,
    board_key(),
    sa.Column("code", sa.String(40), primary_key=True),
    sa.Column("since", sa.Date, primary_key=True),
    sa.Column("hundredths", sa.BigInteger, nullable=False),
    sa.Column("reason", sa.String(200), nullable=False),
    sa.Column("by", sa.String(120), nullable=False),
)

choice_takeover = sa.Table(
    "choice_takeover",
    metadata,
    board_column(),
    school_column(),
    sa.Column("school_year", sa.Integer, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("name", sa.String(40), nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("by", sa.String(120), nullable=False),
    sa.Column("before", sa.JSON, nullable=False),
    part_of("school", "school_id"),
)


def read_means(connection: sa.Connection, board_id: str, reach: frozenset[str] | None) -> tuple[SchoolMeans, ...]:
    """The means of schools within reach, by school and year."""
    where = within(school_means, board_id, reach)
    found = rows(connection, school_means, where, school_means.c.school_id, school_means.c.school_year)
    return tuple(SchoolMeans(**row) for row in found)


def write_means(change: Change, means: SchoolMeans) -> None:
    """Keep the means of a school in a year."""
    values = asdict(means)
    key = {name: values.pop(name) for name in ("school_id", "school_year")}
    put(change, school_means, key, values)


def remove_means(change: Change, school_id: str, school_year: int) -> None:
    """Take the means of a school in a year away: those of the year before hold again."""
    remove(change, school_means, {"school_id": school_id, "school_year": school_year})


def read_variants(connection: sa.Connection, board_id: str, reach: frozenset[str] | None) -> tuple[Variant, ...]:
    """The variants of schools within reach, by school, year and number."""
    table = means_variant
    where = within(table, board_id, reach)
    found = rows(connection, table, where, table.c.school_id, table.c.school_year, table.c.number)
    return tuple(_variant(row) for row in found)


def write_variants(change: Change, school_id: str, school_year: int, variants: Iterable[Variant]) -> None:
    """Keep these variants of a school in a year, in the place of all it had."""
    remove(change, means_variant, {"school_id": school_id, "school_year": school_year})
    add(change, means_variant, *(_row(one) for one in variants))


def read_values(connection: sa.Connection, board_id: str) -> tuple[OwnValue, ...]:
    """The board's own values of figures, by code and day."""
    where = within(figure_value, board_id, None)
    found = rows(connection, figure_value, where, figure_value.c.code, figure_value.c.since)
    return tuple(OwnValue(**row) for row in found)


def write_value(change: Change, value: OwnValue) -> None:
    """Keep a value of the board's own."""
    values = asdict(value)
    key = {name: values.pop(name) for name in ("code", "since")}
    put(change, figure_value, key, values)


def remove_value(change: Change, value: OwnValue) -> None:
    """Take a value of the board's own away: the shipped one holds again."""
    remove(change, figure_value, {"code": value.code, "since": value.since})


def read_takeovers(connection: sa.Connection, board_id: str, reach: frozenset[str] | None) -> dict[str, Takeover]:
    """School -> what was taken over of it last."""
    found = rows(connection, choice_takeover, within(choice_takeover, board_id, reach))
    return {row["school_id"]: Takeover(**row) for row in found}


def write_takeover(change: Change, new: Takeover) -> None:
    """Keep what was taken over of a school."""
    values = {name: getattr(new, name) for name in ("school_year", "number", "name", "at", "by", "before")}
    put(change, choice_takeover, {"school_id": new.school_id}, values)


def remove_takeover(change: Change, school_id: str) -> None:
    """Nothing of the school is taken over any more."""
    remove(change, choice_takeover, {"school_id": school_id})


def _variant(row: dict[str, Any]) -> Variant:
    kinds = row.pop("kinds")
    return Variant(**row, kinds=None if kinds is None else tuple(kinds))


def _row(one: Variant) -> dict[str, Any]:
    kinds = None if one.kinds is None else list(one.kinds)
    return {**vars(one), "yearly": dict(one.yearly), "once": dict(one.once), "kinds": kinds}
