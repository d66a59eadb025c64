"""What an export tells of a device's life: when it was seen last, and how often it was repaired."""

from datetime import date, timedelta
from typing import Final

import pandas as pd

from planning.inventory.fleet.counting import COUNTS, counting_reasons

SILENT_AFTER: Final = timedelta(days=90)
"""Longer than any holiday: a device in use reports itself."""


def silent(lots: pd.DataFrame, counted_on: date) -> pd.DataFrame:
    """The lots that count and were not seen for SILENT_AFTER when the list was made, longest silent first.

    Of lots that no list says of when they were seen nothing is known, and none is silent.
    """
    known = lots[lots["last_seen"].notna()]
    long_ago = known["last_seen"].map(lambda seen: counted_on - seen > SILENT_AFTER).astype(bool)
    found = known[long_ago & counting_reasons(known, counted_on).eq(COUNTS)]
    return found.sort_values("last_seen", kind="stable")


def repairs_by_model(lots: pd.DataFrame) -> pd.DataFrame:
    """Repairs of each model of which a list tells them, most for each device first.

    Columns brand, model, devices and repairs.
    """
    known = lots[lots["repairs"].notna()]
    sums = known.assign(devices=known["count"].astype("int64"), repairs=known["repairs"].astype("int64"))
    found = sums.groupby(["brand", "model"], dropna=False)[["devices", "repairs"]].sum().reset_index()
    order = (found["repairs"] / found["devices"]).sort_values(ascending=False, kind="stable").index
    return found.loc[order].query("repairs > 0").reset_index(drop=True)
