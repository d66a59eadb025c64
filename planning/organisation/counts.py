"""Pupil counts as people enter and read them: what agrees, and which count of a school is the last; pure."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import pandas as pd

from planning.core.notation import day, listed, number
from planning.core.query import rows
from planning.core.refusal import Refused
from planning.core.translation import gettext as _
from planning.organisation.levels import LEVELS, level_name
from planning.organisation.records import PupilCount

MOST_PUPILS: Final = 5_000
"""More than any Dutch primary school has: a figure above it is a slip of the hand."""


def count_by_hand(school_id: str, count_date: date, total: int | None, levels: Mapping[str, int | None]) -> PupilCount:
    """The count a person filled in: all three levels, only a total, or both. Raises Refused for anything between."""
    known = {level: pupils for level, pupils in levels.items() if pupils is not None}
    if not known and total is None:
        raise Refused(_("There is no number yet. Fill in the three levels, or only the total."))
    if known and len(known) < len(LEVELS):
        missing = [level_name(level) for level in LEVELS if level not in known]
        raise Refused(
            _("You did not fill in {levels}. Fill in all three levels, or only the total.").format(
                levels=listed(missing)
            )
        )
    whole = sum(known.values()) if total is None else total
    return PupilCount(school_id, count_date, whole, "hand", known.get("lower"), known.get("middle"), known.get("upper"))


def count_reasons(count: PupilCount, latest: date) -> list[str]:
    """Why this count cannot be kept; `latest` is the last day that has been."""
    reasons = []
    if count.count_date > latest:
        reasons.append(
            _("The count date is {day}, after {latest}. For what is still to come, use the forecast.").format(
                day=day(count.count_date), latest=day(latest)
            )
        )
    levels = [pupils for pupils in (count.lower, count.middle, count.upper) if pupils is not None]
    reasons += _number_reasons([count.total, *levels])
    if levels and sum(levels) != count.total:
        reasons.append(
            _("The levels add up to {sum}, but the total says {total}. Which of the two is right?").format(
                sum=number(sum(levels)), total=number(count.total)
            )
        )
    return reasons


def own_forecast_reasons(pupils: int | None) -> list[str]:
    """Why this cannot stand in the place of a forecast."""
    return [] if pupils is None else _number_reasons([pupils])


def _number_reasons(numbers: list[int]) -> list[str]:
    text = _("It says {read} pupils. A school has from 0 to {most}; look at the number once more.")
    strange = dict.fromkeys(n for n in numbers if not 0 <= n <= MOST_PUPILS)
    return [text.format(read=number(n), most=number(MOST_PUPILS)) for n in strange]


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
