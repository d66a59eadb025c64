"""What a new inventory changes: lots matched with the last inventory on serial, then on what the lot is."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

OUTCOMES: Final = ("new", "changed", "unchanged", "gone")
COMPARED: Final = (
    "kind", "brand", "model", "purchased", "status", "audience", "location", "price_cents", "support_until",
)  # fmt: skip
DIFFERENCE_COLUMNS: Final = (
    "outcome", "kind", "model", "serial", "count", "count_before", "differ", "what",
)  # fmt: skip
"""One row a matched lot. `what` names the compared fields that differ, comma-separated; `differ` the devices of it."""
_SPREAD: Final = ("status", "audience")
"""What a lot may be spread over: of 30 devices 2 broken and then 3 is one that changed."""


def serial_key(serial: object) -> str | None:
    """A serial as it is matched: capitals and digits only; None where there is none."""
    key = "".join(ch for ch in str(serial).upper() if ch.isalnum()) if isinstance(serial, str) else ""
    return key or None


def compare(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Differences between two fleets (columns LOT_COLUMNS or Reading.devices); columns DIFFERENCE_COLUMNS.

    Devices with a serial match on it. The rest is summed per lot - kind, model and purchase - so that a list that
    counts "30 iPads" this year in two rows of 15 shows no change.
    """
    old, new = _fleet(before), _fleet(after)
    merged = old.merge(new, on="key", how="outer", suffixes=("_before", "_after"), indicator=True, sort=False)
    outcome = merged["_merge"].astype("str").map({"left_only": "gone", "right_only": "new", "both": "both"})
    going_over = {name: _going_over(before, after, name, merged["key"]) for name in _SPREAD}
    what = _what_differs(merged, going_over)
    most = pd.concat(going_over, axis=1).max(axis=1)
    both = merged[["count_before", "count_after"]].min(axis=1).fillna(0)
    only_spread = what.isin([",".join(_SPREAD), *_SPREAD])
    same = (what == "") & (merged["count_before"] == merged["count_after"])
    outcome = outcome.where(outcome != "both", same.map({True: "unchanged", False: "changed"}))
    seen = merged["_merge"] != "left_only"
    table = {
        "outcome": outcome,
        **{name: merged[f"{name}_after"].where(seen, merged[f"{name}_before"]) for name in ("kind", "model", "serial")},
        "count": merged["count_after"].fillna(0).astype("int64"),
        "count_before": merged["count_before"].fillna(0).astype("int64"),
        "differ": both.where(~only_spread, most).where(outcome == "changed", 0).astype("int64"),
        "what": what.where(outcome == "changed", ""),
    }
    return pd.DataFrame(table).sort_values("outcome", key=lambda s: s.map(OUTCOMES.index), kind="stable")


def totals(differences: pd.DataFrame) -> dict[str, int]:
    """Devices per outcome; a changed lot that grew counts its growth as new, one that shrank its loss as gone.

    Of a lot spread over states only the devices that went to another one are changed.
    """
    grown = (differences["count"] - differences["count_before"]).clip(lower=0)
    shrunk = (differences["count_before"] - differences["count"]).clip(lower=0)
    kept = differences[["count", "count_before"]].min(axis=1)
    return {
        "new": int(grown.sum()),
        "changed": int(differences["differ"].sum()),
        "unchanged": int(kept.sum() - differences["differ"].sum()),
        "gone": int(shrunk.sum()),
    }


def by_model(differences: pd.DataFrame) -> pd.DataFrame:
    """What changed, summed to what a person reads; columns outcome, kind, model, what, devices.

    A lot that grew or shrank counts the difference; one that is otherwise changed counts its devices that differ.
    """
    changed = differences[differences["outcome"] != "unchanged"]
    came_or_went = (changed["count"] - changed["count_before"]).abs()
    moved = changed.assign(devices=came_or_went.where(came_or_went > 0, changed["differ"]))
    keys = ["outcome", "kind", "model", "what"]
    return moved.groupby(keys, dropna=False, sort=False)["devices"].sum().reset_index()


def match_keys(lots: pd.DataFrame) -> pd.Series:
    """What each lot is matched on: its serial, else its kind, model and purchase."""
    serial = lots["serial"].map(serial_key)
    # map, not astype: pandas keeps None a gap, and a gap in the key would lose the lot
    parts = [lots[name].map(str) for name in ("kind", "model", "purchased_earliest", "purchased_latest")]
    lot = parts[0] + "|" + parts[1].str.lower() + "|" + parts[2] + "/" + parts[3]
    return ("s:" + serial.map(str)).where(serial.notna(), "l:" + lot)


def _fleet(lots: pd.DataFrame) -> pd.DataFrame:
    columns = [name for name in COMPARED if name != "purchased"]
    frame = lots[["serial", "count", *columns]].copy()
    bought = lots["purchased_earliest"].map(str) + "/" + lots["purchased_latest"].map(str)
    frame["purchased"] = bought.where(lots["purchased_earliest"].notna(), None)
    # What our own table says of a model changes no list.
    frame["support_until"] = frame["support_until"].where(lots["support_source"] != "table", None)
    frame["key"] = match_keys(lots)
    grouped = frame.groupby("key", sort=False)
    first = grouped[["serial", *COMPARED]].first()
    # a lot spread over rooms or statuses has no single one to compare
    for name in ("brand", "location", "price_cents", "support_until"):
        first[name] = first[name].where(grouped[name].nunique(dropna=False) == 1)
    first["count"] = grouped["count"].sum()
    return first.reset_index()


def _going_over(before: pd.DataFrame, after: pd.DataFrame, name: str, keys: pd.Series) -> pd.Series:
    """Of each key how many devices went from one value to another: those that came to it, and left another."""
    old, new = (
        lots.assign(key=match_keys(lots)).groupby(["key", name], sort=False)["count"].sum() for lots in (before, after)
    )
    change = new.sub(old, fill_value=0).astype("int64")
    came, left = (part.clip(lower=0).groupby(level=0, sort=False).sum() for part in (change, -change))
    return pd.concat([came, left], axis=1).min(axis=1).reindex(keys.array, fill_value=0).set_axis(keys.index)


def _what_differs(merged: pd.DataFrame, going_over: Mapping[str, pd.Series]) -> pd.Series:
    what = pd.Series("", index=merged.index, dtype="object")
    for name in COMPARED:
        old, new = merged[f"{name}_before"], merged[f"{name}_after"]
        differs = going_over[name] > 0 if name in going_over else ~((old == new) | (old.isna() & new.isna()))
        differs &= merged["_merge"] == "both"
        what = what.where(~differs, what + name + ",")
    return what.str.rstrip(",")
