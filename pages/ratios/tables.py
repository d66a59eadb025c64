"""Tables of the screens and their Excel: the same rows, in words a person reads."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from pages.parts.frame import plain
from pages.parts.show import show_table
from pages.ratios.charts import best_first
from pages.ratios.quality import quality_words
from pages.school.place import SCHOOL
from planning.core.boards import Board
from planning.core.notation import day, number, one_in, target_one_in
from planning.core.text import name_key
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.ratios.rules import GroupRatio, SchoolRatio
from planning.workbooks.board_table import board_excel, what_counts

PlannedRow = tuple[date, str, int, int, float | None, int]
"""Day, what, pupils, devices that count, pupils per device and devices short after a round of a plan."""


def status_word(school: SchoolRatio) -> str:
    """Status as mark and word; colour never speaks alone."""
    words = {
        "on_target": _("● on target"),
        "nearly": _("◇ nearly"),
        "short": _("▶ short"),
        "unknown": _("○ not known"),
    }
    return words[school.status] + (" · " + _("out of date") if school.is_stale else "")


def _ordered(schools: Sequence[SchoolRatio]) -> list[SchoolRatio]:
    known = best_first(schools)
    return known + [school for school in schools if school not in known]


def worst_first(schools: Sequence[SchoolRatio]) -> list[SchoolRatio]:
    """The schools that are short of most first; those of which nothing is known last."""

    def place(s: SchoolRatio) -> tuple[Any, ...]:
        return s.shortage is None, -(s.shortage or 0), -(s.pupils_per_device or 0), name_key(s.name)

    return sorted(schools, key=place)


def show_ratios(
    ratio: GroupRatio, *, brief: bool, schools: Sequence[SchoolRatio] | None = None, beside: bool = False
) -> None:
    """Every school, best first unless `schools` says another order; the name opens the school.

    `brief` keeps what a telephone has room for; `beside` it stands a workbook of its own (ratio_excel).
    """
    shown = _ordered(ratio.schools) if schools is None else schools
    counted = {s.count_date for s in shown}
    rows = [
        {
            _("School"): f"[{plain(s.name)}]({SCHOOL.url(school=s.school_id)})",
            _("Status"): _status_and_data(s) if brief else status_word(s),
            **({} if brief else _pupils(s, dated=len(counted) > 1)),
            _("Pupils per device"): "–" if s.countable is None else one_in(s.pupils_per_device),
            **({} if brief else {_("Target"): target_one_in(s.target)}),
            _("Short"): "–" if s.shortage is None else number(s.shortage),
            **({} if brief else {_("Past life span"): number(s.past_life) if s.counted_on else "–"}),
            **({} if brief else {_("Data quality"): quality_words(s.quality)}),
            **({} if brief else {_("Inventory of"): "–" if s.counted_on is None else day(s.counted_on)}),
        }
        for s in shown
    ]
    counts = (_("Pupils"), _("Devices that count"), _("Short"), _("Past life span"))
    figures = (*counts, _("Pupils per device"), _("Target"))
    show_table(rows, _("Ratios"), figures=figures, beside=beside)
    if not brief and len(counted) == 1 and (only := counted.pop()):
        st.caption(_("Pupils counted on {day}.").format(day=day(only)))


def _status_and_data(school: SchoolRatio) -> str:
    """Both in one cell: a telephone has no room for a column more."""
    known = [] if school.quality is None else [_("data {points}").format(points=number(school.quality))]
    return " · ".join([status_word(school), *known])


def _pupils(school: SchoolRatio, *, dated: bool) -> dict[str, str]:
    """The column of count dates only where schools differ in it."""
    when = {_("Count date"): "–" if school.count_date is None else day(school.count_date)}
    return {
        _("Pupils"): "–" if school.pupils is None else number(school.pupils),
        **(when if dated else {}),
        _("Devices that count"): "–" if school.countable is None else number(school.countable),
    }


def ratio_excel(ratio: GroupRatio, board: Board) -> bytes:
    """The same rows as numbers and dates."""
    rows = [
        {
            _("BRIN"): s.school_id,
            _("School"): s.name,
            _("Place"): s.place,
            _("Status"): status_word(s),
            _("Pupils"): s.pupils,
            _("Count date"): s.count_date,
            _("Devices"): s.devices,
            _("Devices that count"): s.countable,
            _("Pupils per device"): None if s.pupils_per_device is None else round(s.pupils_per_device, 2),
            _("Target"): s.target,
            _("Needed"): s.needed,
            _("Short"): s.shortage,
            _("Past life span"): s.past_life if s.counted_on else None,
            _("Inventory of"): s.counted_on,
            _("Data quality (0–100)"): s.quality,
        }
        for s in _ordered(ratio.schools)
    ]
    return board_excel(board, ratio.as_of, pd.DataFrame(rows), _("Pupils per device"), about=[what_counts()])


def time_table(trend: pd.DataFrame, ahead: pd.DataFrame, planned: Sequence[PlannedRow] = ()) -> pd.DataFrame:
    """The ratio in time as values: what was, what the approved plan brings, what comes when nothing is bought."""
    past = [
        (row["day"], _known(row["known"]), row["pupils"], row["countable"], row["pupils_per_device"], row["shortage"])
        for row in trend.to_dict("records")
    ]
    soon = [
        (
            row["count_date"],
            _("forecast, nothing bought"),
            row["pupils"],
            row["devices"],
            row["pupils_per_device"],
            row["shortage"],
        )
        for row in ahead.to_dict("records")
    ]
    columns = (_("Date"), _("What"), _("Pupils"), _("Devices that count"), _("Pupils per device"), _("Short"))
    return pd.DataFrame([*past, *planned, *soon], columns=columns)


def _known(schools: int) -> str:
    return ngettext("inventory", "inventories of {n} schools", schools).format(n=number(schools))


def show_time(table: pd.DataFrame) -> None:
    """The table of time_table, in words a person reads."""
    names = list(table.columns)
    rows = [
        dict(
            zip(
                names,
                (day(when), what, number(pupils), number(devices), one_in(ratio), number(short)),
                strict=True,
            )
        )
        for when, what, pupils, devices, ratio, short in table.itertuples(index=False)
    ]
    show_table(rows, _("Ratios"), figures=names[2:], beside=True)


def time_excel(table: pd.DataFrame, board: Board, as_of: date, school: str = "") -> bytes:
    """The same rows as numbers and dates."""
    of = f"{board.name} – {school}" if school else board.name
    return board_excel(board, as_of, table, _("Pupils per device in time"), of=of, about=[what_counts()])
