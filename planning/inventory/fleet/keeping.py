"""The one way an inventory is kept: a new version, its lots, and the cohorts that every figure is made of."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pandas as pd

from planning.core.database import Change
from planning.inventory.fleet import records
from planning.inventory.fleet.cohorts import cohorts
from planning.inventory.fleet.compare import compare, totals
from planning.inventory.fleet.quality import known
from planning.inventory.fleet.records import Version
from planning.inventory.fleet.timeline import holding


def keep(change: Change, version: Version, fleet: pd.DataFrame) -> Version:
    """Add a version of an inventory; it gets its number here."""
    fleet = fleet.astype("object").where(fleet.notna(), None)
    number = records.next_version(change.connection, change.board_id, version.school_id)
    kept = replace(version, version=number, entered=change.version, known=known(fleet))
    records.write_version(change, kept, fleet, cohorts(fleet))
    return kept


def keep_after(
    change: Change, before: Version, old: pd.DataFrame, new: pd.DataFrame, how: str, day: date, *, counted: bool = False
) -> Version:
    """Keep what became of an inventory without a list (`how`: records.BY_HAND), from a day on.

    Never from a day before the one it comes after: what held then is not rewritten. `counted`: the whole list was
    looked at that day; otherwise it stays as old as it was.
    """
    return keep(
        change,
        replace(
            before,
            holds_from=max(before.holds_from, day),
            counted_on=max(before.counted_on, day) if counted else before.counted_on,
            confirmed_at=change.at,
            confirmed_by=change.person_name,
            layout=how,
            devices=int(new["count"].sum()),
            changes=totals(compare(old, new)),
            restored_from=None,
        ),
        new,
    )


def in_force(change: Change, school_id: str) -> tuple[Version, pd.DataFrame] | None:
    """The inventory that holds now and its lots; None where a school has none."""
    versions = records.read_versions(change.connection, change.board_id, frozenset({school_id}))
    newest = holding(versions, date.max).get(school_id)
    if newest is None:
        return None
    return newest, records.read_lots(change.connection, change.board_id, school_id, newest.version)


def logged(kept: Version, **more: object) -> tuple[Mapping[str, object] | None, dict[str, object]]:
    """Before and after, for the audit line of a version."""
    before = {"version": kept.version - 1} if kept.version > 1 else None
    return before, {"version": kept.version, "devices": kept.devices, **kept.changes, **more}
