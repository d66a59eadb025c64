"""Pupil counts as people enter and read them: what agrees, and which count of a school is the last; pure."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import pandas as pd

from planning.core.query import rows
from planning.core.refusal import Reason, Refused, Word
from planning.organisation.levels import LEVEL_NAMES, LEVELS
from planning.organisation.records import PupilCount

MOST_PUPILS: Final = 5_000
"""More than any Dutch primary school has: a figure above it is a slip of the hand."""


def count_by_hand(school_id: str, count_date: date, total: int | None, levels: Mapping[str, int | None]) -> PupilCount:
    """The count a person filled in: all three levels, only a total, or both. Raises Refused for anything between."""
    known = {level: pupils for level, pupils in levels.items() if pupils is not None}
    if not known and total is None:
        raise Refused(Reason("count_empty", "total"))
    if known and len(known) < len(LEVELS):
        missing = [level for level in LEVELS if level not in known]
        values = {"levels": tuple(Word(LEVEL_NAMES[level]) for level in missing)}
        raise Refused(Reason("levels_missing", missing[0], values))
    whole = sum(known.values()) if total is None else total
    return PupilCount(school_id, count_date, whole, "hand", known.get("lower"), known.get("middle"), known.get("upper"))


def count_reasons(count: PupilCount, latest: date) -> list[Reason]:
    """Why this count cannot be kept; `latest` is the last day that has been."""
    reasons = []
    if count.count_date > latest:
        reasons.append(Reason("count_to_come", "count_date", {"day": count.count_date, "latest": latest}))
    levels = {level: pupils for level in LEVELS if (pupils := getattr(count, level)) is not None}
    reasons += _number_reasons({"total": count.total, **levels})
    if levels and sum(levels.values()) != count.total:
        reasons.append(Reason("levels_differ", "total", {"sum": sum(levels.values()), "total": count.total}))
    return reasons


def own_forecast_reasons(pupils: int | None) -> list[Reason]:
    """Why this cannot stand in the place of a forecast."""
    return [] if pupils is None else _number_reasons({"pupils": pupils})


def _number_reasons(numbers: Mapping[str, int]) -> list[Reason]:
    strange: dict[int, str] = {}
    for field, n in numbers.items():
        if not 0 <= n <= MOST_PUPILS:
            strange.setdefault(n, field)  # told once, at the first field that says it
    return [Reason("pupils_out_of_range", field, {"read": n, "most": MOST_PUPILS}) for n, field in strange.items()]


def count_of(row: Mapping[str, Any]) -> PupilCount:
    """A row of records.COUNT_COLUMNS as a PupilCount."""
    return PupilCount(**dict(row))


def latest_counts(counts: pd.DataFrame) -> dict[str, PupilCount]:
    """The last count of each school."""
    ordered = counts.sort_values("count_date", kind="stable")
    return {row["school_id"]: count_of(row) for row in rows(ordered)}


def counts_by_date(counts: pd.DataFrame) -> dict[date, dict[str, PupilCount]]:
    """Count date -> school -> count, oldest first."""
    by_date: dict[date, dict[str, PupilCount]] = {}
    for row in rows(counts.sort_values("count_date", kind="stable")):
        by_date.setdefault(row["count_date"], {})[row["school_id"]] = count_of(row)
    return by_date
