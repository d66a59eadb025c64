"""What a new inventory changes: lots matched with the last inventory on serial, then on what the lot is."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

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
_NO_SINGLE: Final = ("brand", "location", "price_cents", "support_until")
"""Of a lot that is spread over rooms or prices there is no single one to compare."""


def serial_key(serial: object) -> str | None:
    """A serial as it is matched: capitals and digits only; None where there is none."""
    key = "".join(ch for ch in str(serial).upper() if ch.isalnum()) if isinstance(serial, str) else ""
    return key or None


class _LotRow(NamedTuple):
    """What a list says in one row."""

    serial: Any
    devices: int
    said: tuple[Any, ...]  # of COMPARED; None where nothing is


def compare(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Differences between two fleets (columns LOT_COLUMNS or Reading.devices); columns DIFFERENCE_COLUMNS.

    Devices with a serial match on it. The rest is summed per lot - kind, model and purchase - so that a list that
    counts "30 iPads" this year in two rows of 15 shows no change.
    """
    old, new = _fleet(before), _fleet(after)
    rows = [_difference(old.get(key, []), new.get(key, [])) for key in {**old, **new}]
    rows.sort(key=lambda row: OUTCOMES.index(row[0]))
    table = pd.DataFrame(rows, columns=list(DIFFERENCE_COLUMNS), dtype="object")
    return table.astype(dict.fromkeys(("count", "count_before", "differ"), "int64"))


def _difference(old: Sequence[_LotRow], new: Sequence[_LotRow]) -> tuple[Any, ...]:
    """One row of DIFFERENCE_COLUMNS, of all rows of one lot in either list."""
    count_before, count = (sum(row.devices for row in rows) for rows in (old, new))
    went_over = {name: _going_over(name, old, new) for name in _SPREAD} if old and new and old != new else {}
    what = [
        name
        for name in (COMPARED if went_over else ())
        if (went_over[name] if name in went_over else _single(name, old) != _single(name, new))
    ]
    if not (old and new):
        outcome = "gone" if old else "new"
    else:
        outcome = "changed" if what or count_before != count else "unchanged"
    only_spread = what and set(what) <= set(_SPREAD)
    differ = max(went_over.values()) if only_spread else min(count_before, count)
    shown = new or old
    kind, model = (_first(name, shown) for name in ("kind", "model"))
    serial = next((row.serial for row in shown if row.serial is not None), None)
    return outcome, kind, model, serial, count, count_before, differ if outcome == "changed" else 0, ",".join(what)


def _first(name: str, rows: Sequence[_LotRow]) -> Any:
    """The first that is said of a lot."""
    place = COMPARED.index(name)
    return next((row.said[place] for row in rows if row.said[place] is not None), None)


def _single(name: str, rows: Sequence[_LotRow]) -> Any:
    """What is said of a lot; None where that is not one."""
    is_one = name not in _NO_SINGLE or len({row.said[COMPARED.index(name)] for row in rows}) == 1
    return _first(name, rows) if is_one else None


def _going_over(name: str, old: Sequence[_LotRow], new: Sequence[_LotRow]) -> int:
    """How many devices of a lot went from one value to another: those that came to it, and left another."""
    place = COMPARED.index(name)
    before, after = Counter[Any](), Counter[Any]()
    for rows, held in ((old, before), (new, after)):
        for row in rows:
            if row.said[place] is not None:
                held[row.said[place]] += row.devices
    return min((after - before).total(), (before - after).total())


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
    named = ("serial", "kind", "model", "purchased_earliest", "purchased_latest")
    keys = [
        f"s:{own}" if (own := serial_key(serial)) else f"l:{kind}|{str(model).lower()}|{earliest}/{latest}"
        for serial, kind, model, earliest, latest in zip(*(_values(lots[name]) for name in named), strict=True)
    ]
    return pd.Series(keys, index=lots.index, dtype="object")


def _values(column: pd.Series) -> list[Any]:
    """What a column holds, with None for what it does not."""
    held = column.astype("object")
    return held.where(held.notna(), None).tolist()


def _fleet(lots: pd.DataFrame) -> dict[str, list[_LotRow]]:
    """Its rows, in order, by what they are matched on."""
    columns = {name: _values(lots[name]) for name in COMPARED if name != "purchased"}
    bought = zip(_values(lots["purchased_earliest"]), _values(lots["purchased_latest"]), strict=True)
    columns["purchased"] = [f"{earliest}/{latest}" if earliest is not None else None for earliest, latest in bought]
    # what our own table says of a model changes no list
    sources = zip(columns["support_until"], _values(lots["support_source"]), strict=True)
    columns["support_until"] = [None if source == "table" else until for until, source in sources]
    said = zip(*(columns[name] for name in COMPARED), strict=True)
    found = dict[str, list[_LotRow]]()
    rows = map(_LotRow, _values(lots["serial"]), lots["count"].tolist(), said)
    for key, row in zip(match_keys(lots), rows, strict=True):
        found.setdefault(key, []).append(row)
    return found
