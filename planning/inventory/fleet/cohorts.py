"""Lots summed to cohorts: a dashboard's cost grows with schools, not with devices."""

import pandas as pd

from planning.inventory.fleet.records import COHORT_KEY


def cohorts(lots: pd.DataFrame) -> pd.DataFrame:
    """Columns COHORT_KEY, count, value_cents (sum of known prices) and priced (devices with a known price)."""
    frame = lots[[*COHORT_KEY, "count", "price_cents"]].copy()
    known = frame["price_cents"].notna()
    frame["count"] = frame["count"].astype("int64")
    frame["priced"] = frame["count"].where(known, 0)
    frame["value_cents"] = (frame["price_cents"].fillna(0).astype("int64") * frame["priced"]).astype("int64")
    summed = frame.groupby(list(COHORT_KEY), dropna=False, sort=True)[["count", "value_cents", "priced"]].sum()
    result = summed.reset_index()
    result[list(COHORT_KEY)] = result[list(COHORT_KEY)].astype("object").where(result[list(COHORT_KEY)].notna(), None)
    return result
