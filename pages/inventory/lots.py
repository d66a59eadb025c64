"""A list of devices, lot by lot, fifty at a time."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from pages.parts.frame import more, plain
from pages.parts.show import show_table
from planning.core.notation import day, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.inventory.words import messages

PAGE = 50
NOTHING = "–"


def lots_table(name: str, lots: pd.DataFrame) -> None:
    """A quiet button that shows the lots as they were read."""
    label = ngettext("Show the list as we read it ({n} row)", "Show the list as we read it ({n} rows)", len(lots))
    label = label.format(n=number(len(lots)))
    if not more(f"lots_{name}", closed=label, opened=_("Hide the list"), icon=":material/list:"):
        return
    pages = -(-len(lots) // PAGE)
    page = st.pagination(pages, key=f"page_{name}") if pages > 1 else 1
    part = lots.iloc[(page - 1) * PAGE : page * PAGE]
    figures = [_("Row"), _("Number")]
    sheets = lots["sheet"].nunique() > 1
    rows, whole = _rows(part, sheets=sheets), partial(_rows, lots, sheets=sheets)
    show_table(rows, _("Devices"), figures=figures, whole=whole, key=f"lots_{name}")
    if not part["support_source"].isin(["list", "unknown"]).all():
        text = _("Updates until, where the list does not say it: as known in {sources}.")
        st.caption(text.format(sources=messages.support_sources()))


def _rows(lots: pd.DataFrame, *, sheets: bool) -> list[dict[str, str]]:
    """The lots in words; what no lot has takes no column, for a telephone shows few.

    `sheets`: the list has several, so that a row is told with the name of its sheet.
    """
    rows = [
        {
            **({_("Sheet"): plain(row["sheet"])} if sheets else {}),
            _("Row"): str(row["row"]),
            _("Kind"): messages.kind_name(row["kind"]),
            _("Brand and model"): plain(messages.device_name(row["brand"], row["model"]) or NOTHING),
            _("Number"): number(row["count"]),
            _("Serial number"): plain(row["serial"] or NOTHING),
            _("Bought"): _period(row["purchased_earliest"], row["purchased_latest"]),
            _("Updates until"): _updates(row["support_until"], row["support_source"]),
            _("Status"): messages.status_name(row["status"]),
            _("For whom"): messages.audience_name(row["audience"]),
            _("Place"): plain(row["location"] or NOTHING),
        }
        for row in lots.to_dict("records")
    ]
    said = {name for row in rows for name, text in row.items() if text != NOTHING}
    return [{name: text for name, text in row.items() if name in said} for row in rows]


def lot_name(lot: Mapping[Any, Any]) -> str:
    """A lot by which a person finds it: what it is, its number, its room, how many there are, its state."""
    parts = [
        messages.device_name(lot["brand"], lot["model"]) or messages.kind_name(lot["kind"]),
        lot["serial"] or "",
        lot["location"] or "",
        _("{n} of them").format(n=number(lot["count"])) if lot["count"] > 1 else "",
        messages.status_name(lot["status"]) if lot["status"] not in ("in_use", "unknown") else "",
    ]
    return " · ".join(part for part in parts if part)


def _period(first: object, last: object) -> str:
    if not first or not last:
        return _("not known")
    return day(first) if first == last else f"{day(first)} – {day(last)}"  # type: ignore[arg-type]


def _updates(last: object, source: str) -> str:
    """The last day of updates and who says so; without one, whether none was announced or nobody knows."""
    said = messages.support_source_name(source)
    return f"{day(last)} ({said})" if last else said  # type: ignore[arg-type]
