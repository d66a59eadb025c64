"""How many devices a school wants in a round: pupils of that school year, its target by then, and a reserve. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import Any, Final

import pandas as pd

from planning.core.query import rows
from planning.organisation.levels import LEVELS
from planning.ratios.rules import devices_needed

AHEAD: Final = timedelta(days=62)
"""A round in August or September is for the school year that is counted on 1 October."""


@dataclass(frozen=True)
class Pupils:
    """Pupils of a school from a count date on, of now or forecast."""

    since: date
    total: int
    levels: Mapping[str, int]  # empty where they are not known


def pupils_to_come(counts: pd.DataFrame, forecast: pd.DataFrame, as_of: date) -> dict[str, tuple[Pupils, ...]]:
    """School -> its pupils from the last count on, oldest first; a school without a count is absent."""
    found: dict[str, list[Pupils]] = {}
    for row in rows(counts.sort_values("count_date") if len(counts) else counts):
        if row["count_date"] <= as_of:
            found[row["school_id"]] = [Pupils(row["count_date"], int(row["total"]), _levels(row))]
    for row in rows(forecast.sort_values("count_date") if len(forecast) else forecast):
        if row["count_date"] > as_of and row["school_id"] in found:
            found[row["school_id"]].append(Pupils(row["count_date"], int(row["pupils"]), _levels(row)))
    return {school_id: tuple(line) for school_id, line in found.items()}


def pupils_on(line: Sequence[Pupils], day: date) -> Pupils:
    """The pupils a round of this day buys for."""
    return next((pupils for pupils in reversed(line) if pupils.since <= day + AHEAD), line[0])


def target_on(target: float, ramp: Sequence[tuple[date, float]], day: date) -> float:
    """The target on a day: the last step of the ramp that was taken by then, else the target of now."""
    return next((step for since, step in sorted(ramp, reverse=True) if since <= day), target)


def devices_wanted(pupils: Pupils, target: float, level_targets: Mapping[str, float]) -> int:
    """Devices for these pupils; level by level where a school has a target for every level it chose one for."""
    if not level_targets or not pupils.levels:
        return devices_needed(pupils.total, target)
    return sum(devices_needed(heads, level_targets.get(level, target)) for level, heads in pupils.levels.items())


def with_reserve(needed: int, share: float, spares: int) -> int:
    """Devices needed and a reserve of this share of them, as far as spare devices are no reserve already."""
    return needed + max(0, ceil(share * needed) - spares)


def split(total: int, shares: Sequence[int]) -> list[int]:
    """A total over parts in proportion to `shares`, whole, by largest remainder; all to the first without shares."""
    whole = sum(shares)
    if not whole:
        return [total, *[0] * (len(shares) - 1)]
    parts = [total * share // whole for share in shares]
    by_rest = sorted(range(len(shares)), key=lambda i: (-(total * shares[i] % whole), i))
    for i in by_rest[: total - sum(parts)]:
        parts[i] += 1
    return parts


def _levels(row: Mapping[str, Any]) -> dict[str, int]:
    known = {level: row[level] for level in LEVELS}
    return {} if any(pd.isna(n) for n in known.values()) else {level: int(n) for level, n in known.items()}
