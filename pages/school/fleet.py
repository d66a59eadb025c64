"""A fleet by kind and year of purchase, as the chart and the table show it."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from planning.core.notation import day
from planning.core.translation import gettext as _
from planning.inventory.words.messages import counting_reason_name
from planning.organisation.kinds import DeviceKind

Bar = tuple[str, int, str, str, bool]  # label, devices, note, colour, counts


def bars(fleet: pd.DataFrame, kinds: Mapping[str, DeviceKind], *, brief: bool) -> list[Bar]:
    """One bar a kind and purchase year, newest first; devices that do not count have a bar of their own.

    `brief` leaves the reason to the table: on a telephone it does not fit behind a bar.
    """
    shown = fleet[(fleet["audience"] != "staff") & fleet["kind"].map(lambda kind: kinds[kind].counts_for_pupils)]
    rows: dict[tuple[str, int, str], list[int]] = {}
    for row in shown.to_dict("records"):
        year = row["purchased_latest"].year if row["purchased_latest"] else 0
        sums = rows.setdefault((row["kind"], year, row["reason"]), [0, 0])
        sums[0] += int(row["count"])
        sums[1] += int(row["count"]) if row["past_life"] else 0
    order = sorted(rows, key=lambda key: (-key[1], list(kinds).index(key[0]), key[2] != "counts", key[2]))
    unknown = _("year unknown")
    return [
        (
            # the same words twice would be one bar: what does not count ends in a space of its own
            f"{kinds[kind].name()} {year or unknown}" + ("" if reason == "counts" else "\u2002"),
            rows[kind, year, reason][0],
            _note(reason, *rows[kind, year, reason], brief=brief),
            kinds[kind].colour,
            reason == "counts",
        )
        for kind, year, reason in order
    ]


def _note(reason: str, devices: int, old: int, *, brief: bool) -> str:
    if reason != "counts" and brief:
        return _("does not count")
    if reason != "counts":
        return counting_reason_name(reason)  # the card says that hatched does not count
    if old:
        return _("past life span") if old == devices else _("{n} past life span").format(n=old)
    return ""


def table(fleet: pd.DataFrame, kinds: Mapping[str, DeviceKind]) -> pd.DataFrame:
    """The whole fleet, staff and boards included, cohort by cohort."""
    rows = [
        {
            _("Kind"): kinds[row["kind"]].name(),
            _("Bought"): _period(row),
            _("Due"): day(row["due"]) if row["due"] else "–",
            _("Devices"): int(row["count"]),
            _("Counts"): _("yes") if row["reason"] == "counts" else counting_reason_name(row["reason"]),
        }
        for row in fleet.sort_values(["kind", "reason"]).to_dict("records")
    ]
    return pd.DataFrame(rows)


def _period(row: Mapping[Hashable, Any]) -> str:
    first, last = row["purchased_earliest"], row["purchased_latest"]
    if first is None or last is None:
        return _("not known")
    return day(first) if first == last else f"{day(first)} – {day(last)}"
