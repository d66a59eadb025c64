"""Which inventory held when: of those that held by a date the latest, and of equals the last confirmed."""

from collections.abc import Iterable
from datetime import date

import pandas as pd

from planning.inventory.fleet.records import Version


def holding(versions: Iterable[Version], as_of: date) -> dict[str, Version]:
    """School -> the version that was its fleet on a date; a school without one is absent."""
    found: dict[str, Version] = {}
    for version in versions:
        known = found.get(version.school_id)
        if version.holds_from <= as_of and (known is None or _rank(version) > _rank(known)):
            found[version.school_id] = version
    return found


def cohorts_of(cohorts: pd.DataFrame, held: Iterable[Version]) -> pd.DataFrame:
    """The cohorts of these versions."""
    keys = pd.MultiIndex.from_tuples([(v.school_id, v.version) for v in held] or [("", 0)])
    return cohorts[pd.MultiIndex.from_frame(cohorts[["school_id", "version"]]).isin(keys)]


def _rank(version: Version) -> tuple[date, int]:
    return version.holds_from, version.version
