"""Schools, pupil counts, own forecasts and kinds of a board, as kept."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Final

import pandas as pd
import sqlalchemy as sa
from pydantic import TypeAdapter

from planning.core.database import Change, Moment, metadata
from planning.core.past import NOTHING_PAST, Past, keep_past
from planning.core.query import frame, within
from planning.core.query import rows as query_rows
from planning.core.store import add, board_column, board_key, part_of, put, remove, rows, school_column, update
from planning.core.text import name_key


@dataclass(frozen=True)
class School:
    """One location, identified by BRIN and location number."""

    school_id: str
    name: str
    place: str
    kind: str  # DUO's: Bo, Sbo, So, Vso
    street: str = ""
    postcode: str = ""
    website: str = ""
    own_target: float | None = None  # pupils per device this school chose; None follows the board


@dataclass(frozen=True)
class PupilCount:
    """Pupils of a school on a count date; levels and ages where the source tells them."""

    school_id: str
    count_date: date
    total: int
    source: str  # "duo" or "hand"
    lower: int | None = None
    middle: int | None = None
    upper: int | None = None
    ages: Mapping[str, int] | None = None


TARGET: Final = "target"
COUNT: Final = "count"
FORECAST: Final = "forecast"
KIND: Final = "kind"
"""Sorts of past facts (planning.core.past): by school, by school and day, the same, by kind of device."""
_FACTS: Final = TypeAdapter(PupilCount)

school = sa.Table(
    "school",
    metadata,
    board_key(),
    school_column(),
    sa.Column("name", sa.String(120), nullable=False),
    sa.Column("place", sa.String(80), nullable=False),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("street", sa.String(120), nullable=False, default=""),
    sa.Column("postcode", sa.String(10), nullable=False, default=""),
    sa.Column("website", sa.String(200), nullable=False, default=""),
    sa.Column("own_target", sa.Float),
)

pupil_count = sa.Table(
    "pupil_count",
    metadata,
    board_column(),
    school_column(),
    sa.Column("count_date", sa.Date, primary_key=True),
    sa.Column("total", sa.Integer, nullable=False),
    sa.Column("lower", sa.Integer),
    sa.Column("middle", sa.Integer),
    sa.Column("upper", sa.Integer),
    sa.Column("ages", sa.JSON(none_as_null=True)),
    sa.Column("source", sa.String(10), nullable=False),
    sa.Column("entered_at", Moment, nullable=False),
    part_of("school", "school_id"),
)

own_forecast = sa.Table(
    "own_forecast",
    metadata,
    board_column(),
    school_column(),
    sa.Column("count_date", sa.Date, primary_key=True),
    sa.Column("pupils", sa.Integer, nullable=False),
    part_of("school", "school_id"),
)

kind_setting = sa.Table(
    "kind_setting",
    metadata,
    board_key(),
    sa.Column("kind", sa.String(20), primary_key=True),
    sa.Column("life_years", sa.Integer, nullable=False),
    sa.Column("price_cents", sa.Integer, nullable=False),
)


def read_schools(
    connection: sa.Connection, board_id: str, reach: frozenset[str] | None, past: Past = NOTHING_PAST
) -> tuple[School, ...]:
    """The schools within reach, by name: sorted here, for every engine sorts texts its own way.

    Of what was known in the `past` a school has the target of then, and the name of now.
    """
    found = (School(**row) for row in rows(connection, school, within(school, board_id, reach)))
    then = (replace(one, **past.get((TARGET, one.school_id)) or {}) for one in found)
    return tuple(sorted(then, key=lambda one: (name_key(one.name), one.school_id)))


def write_schools(change: Change, schools: Iterable[School]) -> list[tuple[School | None, School]]:
    """Add or update schools; what a school chose itself (its target) stays. Returns what changed: before, after."""
    known = {s.school_id: s for s in read_schools(change.connection, change.board_id, None)}
    changed: list[tuple[School | None, School]] = []
    for new in schools:
        before = known.get(new.school_id)
        if before is None:
            add(change, school, asdict(new))
        else:
            new = School(**{**asdict(before), **{k: v for k, v in asdict(new).items() if v not in ("", None)}})
            if new == before:
                continue
            update(change, school, {"school_id": new.school_id}, asdict(new))
        changed.append((before, new))
    return changed


def remove_school(change: Change, school_id: str) -> None:
    """Take a school away, with all that is part of it."""
    remove(change, school, {"school_id": school_id})


def write_own_target(change: Change, school_id: str, pupils_per_device: float | None) -> None:
    """Set the target a school chose; None follows the board again."""
    (before,) = read_schools(change.connection, change.board_id, frozenset({school_id}))
    keep_past(change, TARGET, {school_id: {"own_target": before.own_target}}, school_id)
    update(change, school, {"school_id": school_id}, {"own_target": pupils_per_device})


COUNT_COLUMNS = ("school_id", "count_date", "total", "lower", "middle", "upper", "ages", "source")


def read_counts(
    connection: sa.Connection, board_id: str, reach: frozenset[str] | None, past: Past = NOTHING_PAST
) -> pd.DataFrame:
    """Pupil counts within reach, oldest first, with what was known of them in the `past`; columns COUNT_COLUMNS."""
    query = (
        sa.select(*(pupil_count.c[name] for name in COUNT_COLUMNS))
        .where(within(pupil_count, board_id, reach))
        .order_by(pupil_count.c.count_date, pupil_count.c.school_id)
    )
    now = frame(connection, query, COUNT_COLUMNS)
    changed = {key: facts for (sort, key), facts in past.items() if sort == COUNT}
    if not changed:
        return now
    known = [row for row in query_rows(now) if _count_key(row["school_id"], row["count_date"]) not in changed]
    then = (_FACTS.validate_python(facts) for facts in changed.values() if facts)
    known += [{name: getattr(count, name) for name in COUNT_COLUMNS} for count in then if _is_in(reach, count)]
    known.sort(key=lambda row: (row["count_date"], row["school_id"]))
    return pd.DataFrame(known, columns=list(COUNT_COLUMNS), dtype=object)


def _is_in(reach: frozenset[str] | None, count: PupilCount) -> bool:
    return reach is None or count.school_id in reach


def _count_key(school_id: str, count_date: date) -> str:
    return f"{school_id} {count_date}"


def _keep_past_count(change: Change, key: tuple[str, date], before: PupilCount | None) -> None:
    facts = None if before is None else _FACTS.dump_python(before, mode="json")
    keep_past(change, COUNT, {_count_key(*key): facts}, key[0])


def write_counts(change: Change, counts: Iterable[PupilCount]) -> list[tuple[PupilCount | None, PupilCount]]:
    """Add counts; a count of the same school and date is replaced. Returns what changed: before, after."""
    known = {
        (row.school_id, row.count_date): PupilCount(**row._mapping)
        for row in change.connection.execute(
            sa.select(*(pupil_count.c[name] for name in COUNT_COLUMNS)).where(pupil_count.c.board_id == change.board_id)
        )
    }
    new = [count for count in counts if known.get((count.school_id, count.count_date)) != count]
    for count in new:
        key = count.school_id, count.count_date
        # what DUO counted was public from its day on, whenever a board took it over
        if key in known or count.source != "duo":
            _keep_past_count(change, key, known.get(key))
        remove(change, pupil_count, {"school_id": count.school_id, "count_date": count.count_date})
    add(change, pupil_count, *({"entered_at": change.at, **asdict(count)} for count in new))
    return [(known.get((count.school_id, count.count_date)), count) for count in new]


def remove_count(change: Change, school_id: str, count_date: date) -> None:
    """Take a count away."""
    counts = read_counts(change.connection, change.board_id, frozenset({school_id}))
    for row in query_rows(counts[counts["count_date"] == count_date]):
        _keep_past_count(change, (school_id, count_date), PupilCount(**row))
    remove(change, pupil_count, {"school_id": school_id, "count_date": count_date})


OWN_FORECAST_COLUMNS = ("school_id", "count_date", "pupils")


def read_own_forecasts(
    connection: sa.Connection, board_id: str, reach: frozenset[str] | None, past: Past = NOTHING_PAST
) -> pd.DataFrame:
    """Figures that people put in the place of the forecast, or had in the `past`; columns OWN_FORECAST_COLUMNS."""
    query = sa.select(*(own_forecast.c[name] for name in OWN_FORECAST_COLUMNS)).where(
        within(own_forecast, board_id, reach)
    )
    now = frame(connection, query, OWN_FORECAST_COLUMNS)
    figures = {(row["school_id"], row["count_date"]): row["pupils"] for row in query_rows(now)}
    for (sort, key), facts in past.items():
        school_id, _, day = key.partition(" ")
        if sort == FORECAST and (reach is None or school_id in reach):
            figures[school_id, date.fromisoformat(day)] = (facts or {}).get("pupils")
    known = [(*key, pupils) for key, pupils in figures.items() if pupils is not None]
    return pd.DataFrame(known, columns=list(OWN_FORECAST_COLUMNS), dtype=object)


def write_own_forecast(change: Change, school_id: str, count_date: date, pupils: int | None) -> None:
    """Put a person's figure in the place of the forecast; None takes it away again."""
    key = {"school_id": school_id, "count_date": count_date}
    known = read_own_forecasts(change.connection, change.board_id, frozenset({school_id}))
    before = known.loc[known["count_date"] == count_date, "pupils"]
    facts = None if before.empty else {"pupils": int(before.iloc[0])}
    keep_past(change, FORECAST, {_count_key(school_id, count_date): facts}, school_id)
    if pupils is None:
        remove(change, own_forecast, key)
    else:
        put(change, own_forecast, key, {"pupils": pupils})


def read_kind_settings(
    connection: sa.Connection, board_id: str, past: Past = NOTHING_PAST
) -> dict[str, tuple[int, int]]:
    """Kind -> (life years, price in cents) where the board chose, or had in the `past`, other than the reference."""
    query = sa.select(kind_setting).where(kind_setting.c.board_id == board_id)
    found = {row.kind: (row.life_years, row.price_cents) for row in connection.execute(query)}
    then = {key: facts for (sort, key), facts in past.items() if sort == KIND}
    known = {kind: values for kind, values in found.items() if kind not in then}
    return known | {kind: (facts["life_years"], facts["price_cents"]) for kind, facts in then.items() if facts}


def write_kind_setting(change: Change, kind: str, life_years: int, price_cents: int) -> None:
    """Set what a kind lives and costs for this board."""
    before = read_kind_settings(change.connection, change.board_id).get(kind)
    facts = None if before is None else {"life_years": before[0], "price_cents": before[1]}
    keep_past(change, KIND, {kind: facts})
    put(change, kind_setting, {"kind": kind}, {"life_years": life_years, "price_cents": price_cents})
