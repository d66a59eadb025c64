"""What happened to devices since the list was made, as a person says it of one lot; the other lots stay as they are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

import pandas as pd

from planning.core.refusal import Reason
from planning.inventory.guidance import MOST_COUNTED
from planning.inventory.reading import AUDIENCES, KINDS
from planning.inventory.values.devices import Description, identify
from planning.inventory.values.people import place_without_names, without_names
from planning.inventory.values.periods import year
from planning.inventory.values.places import level_of
from planning.inventory.values.support import support_of

STATES: Final = ("broken", "in_repair", "missing", "disposed", "spare", "in_use")
MOVED, COUNTED, CORRECTED = "moved", "counted", "corrected"
HAPPENED: Final = (*STATES, MOVED, COUNTED, CORRECTED)
"""Got a state, went to another school, was counted again, or was described wrong."""
_FIRST_YEAR: Final = 1990
_LONGEST: Final = {"brand": 60, "model": 120, "location": 80}  # as long as a lot keeps them


@dataclass(frozen=True)
class LotDescription:
    """What a lot is, as a person corrects it; None is not known."""

    kind: str
    brand: str | None
    model: str | None
    year: int | None  # of purchase
    audience: str
    location: str | None


@dataclass(frozen=True)
class LotChange:
    """What happened to one lot of an inventory."""

    lot: int  # its place in the inventory, from 0
    what: str  # one of HAPPENED
    day: date  # since when
    devices: int = 1  # how many of the lot; of COUNTED how many there are
    to_school: str | None = None  # of MOVED: None where that school says itself that it has them
    described: LotDescription | None = None  # of CORRECTED


def described(lot: Mapping[Any, Any]) -> LotDescription:
    """A lot as it is now."""
    bought = lot["purchased_latest"]
    return LotDescription(
        lot["kind"], lot["brand"], lot["model"], bought.year if bought else None, lot["audience"], lot["location"]
    )


def reasons(change: LotChange, lots: pd.DataFrame, today: date) -> Iterator[Reason]:
    """Why a change cannot be."""
    if change.what not in HAPPENED or not 0 <= change.lot < len(lots):
        yield Reason("lot_not_there", "lot")
        return
    most = MOST_COUNTED if change.what == COUNTED else int(lots["count"].iloc[change.lot])
    if change.what != CORRECTED and not 1 <= change.devices <= most:
        yield Reason("lot_devices_out_of_range", "devices", {"n": most})
    if change.day > today:
        yield Reason("lot_day_to_come", "day")
    if change.what == CORRECTED:
        yield from _of_description(change.described, today)


def _of_description(said: LotDescription | None, today: date) -> Iterator[Reason]:
    if said is None or said.kind not in KINDS or said.audience not in AUDIENCES:
        yield Reason("model_without_kind", "kind")
        return
    texts = {"brand": said.brand or "", "model": said.model or "", "location": said.location or ""}
    for name, text in texts.items():
        if len(text) > _LONGEST[name]:
            yield Reason("lot_text_too_long", name, {"n": _LONGEST[name]})
        if (place_without_names if name == "location" else without_names)(text) != text:
            yield Reason("lot_names_a_person", name)
    if said.year is not None and not _FIRST_YEAR <= said.year <= today.year:
        yield Reason("lot_year_out_of_range", "year")


def changed(lots: pd.DataFrame, change: LotChange) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The inventory after a change, and the lots that left it for another school; columns as they came."""
    before: dict[str, Any] = dict(zip(lots.columns, lots.iloc[change.lot].tolist(), strict=True))
    if change.what == COUNTED:
        return _with(lots, change.lot, before | {"count": change.devices}), lots.iloc[:0]
    if change.what == CORRECTED:
        assert change.described
        return _with(lots, change.lot, before | _redescribed(before, change.described, change.day)), lots.iloc[:0]
    part = before | {"count": change.devices}
    rest = before | {"count": int(before["count"]) - change.devices}
    if change.what == MOVED:
        gone = pd.DataFrame([part | {"location": None, "level": "shared"}], columns=lots.columns, dtype=object)
        return _with(lots, change.lot, rest), gone
    return _with(lots, change.lot, rest, part | {"status": change.what}), lots.iloc[:0]


def added(lots: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    """An inventory with lots of another school behind its own."""
    return pd.concat([lots, new], ignore_index=True)


def _with(lots: pd.DataFrame, place: int, *instead: Mapping[str, Any]) -> pd.DataFrame:
    """The inventory with these lots in the place of one; one of no devices is none."""
    kept = [dict(one) for one in instead if one["count"]]
    new = pd.DataFrame(kept, columns=lots.columns, dtype=object)
    parts = [part for part in (lots.iloc[:place], new, lots.iloc[place + 1 :]) if len(part)]
    return pd.concat(parts, ignore_index=True) if parts else lots.iloc[:0]


def _redescribed(lot: Mapping[str, Any], said: LotDescription, day: date) -> dict[str, Any]:
    """The columns that a description changes; what it leaves as it was stays as precise as it was."""
    was = described(lot)
    values: dict[str, Any] = {"kind": said.kind, "audience": said.audience}
    if said.year != was.year:
        bought = year(said.year) if said.year else None
        values |= {"purchased_as_written": str(said.year), **bought.change()} if bought else _NEVER_BOUGHT
    if said.location != was.location:
        values |= {"location": said.location, "level": level_of(said.location or "")}
    if replace(said, year=None, audience="", location=None) != replace(was, year=None, audience="", location=None):
        # as a list with these words would be read: the next one that holds them changes nothing
        read = identify(Description(brand=said.brand or "", model=said.model or ""))
        values |= {"brand": read.brand, "model": said.model and read.model, "model_as_written": said.model}
        if lot["support_source"] != "list":  # what the list says of its end does not hang on the model
            support = support_of(said.kind, read.brand, read.model, said.model, "", day)
            values |= {"support_until": support.until, "support_source": support.source}
    return values


_NEVER_BOUGHT: Final = {
    "purchased_as_written": None, "purchased_precision": "unknown", "purchased_earliest": None,
    "purchased_latest": None,
}  # fmt: skip
