"""Tables of the screens and their Excel: the same rows, in words a person reads."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from pages.parts.exports import facts_of
from pages.parts.frame import plain
from pages.parts.show import show_table
from pages.ratios.charts import best_first
from pages.school.place import SCHOOL
from planning.core.boards import Board
from planning.core.notation import day, number, one_in, target_one_in
from planning.core.translation import gettext as _
from planning.ratios.rules import GroupRatio, SchoolRatio
from planning.workbooks.writing import table_to_excel


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
    """The schools that are short of most first, else in the order they have; those of which nothing is known last."""
    return sorted(schools, key=lambda s: (s.shortage is None, -(s.shortage or 0), -(s.pupils_per_device or 0)))


def show_ratios(ratio: GroupRatio, *, brief: bool, schools: Sequence[SchoolRatio] | None = None) -> None:
    """Every school, best first unless `schools` says another order; the name opens the school.

    `brief` keeps what a telephone has room for.
    """
    rows = [
        {
            _("School"): f"[{plain(s.name)}]({SCHOOL.url(school=s.school_id)})",
            _("Status"): status_word(s),
            **({} if brief else _pupils(s)),
            _("Pupils per device"): "–" if s.countable is None else one_in(s.pupils_per_device),
            **({} if brief else {_("Target"): target_one_in(s.target)}),
            _("Short"): "–" if s.shortage is None else number(s.shortage),
            **({} if brief else {_("Inventory of"): "–" if s.counted_on is None else day(s.counted_on)}),
        }
        for s in (_ordered(ratio.schools) if schools is None else schools)
    ]
    figures = (_("Pupils"), _("Devices that count"), _("Pupils per device"), _("Target"), _("Short"))
    show_table(rows, figures=figures)


def _pupils(school: SchoolRatio) -> dict[str, str]:
    return {
        _("Pupils"): "–" if school.pupils is None else number(school.pupils),
        _("Count date"): "–" if school.count_date is None else day(school.count_date),
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
            _("Inventory of"): s.counted_on,
        }
        for s in _ordered(ratio.schools)
    ]
    return table_to_excel(
        pd.DataFrame(rows),
        sheet=_("Ratios"),
        title=_("{board} – pupils per device").format(board=board.name),
        facts=facts_of(board, ratio.as_of),
    )


def show_time(trend: pd.DataFrame, ahead: pd.DataFrame) -> None:
    """The ratio in time: what was, then what comes when nothing is bought."""
    past = [
        {
            _("Date"): day(row["day"]),
            _("What"): _("inventories of {n} schools").format(n=number(row["known"])),
            _("Pupils"): number(row["pupils"]),
            _("Devices that count"): number(row["countable"]),
            _("Pupils per device"): one_in(row["pupils_per_device"]),
            _("Short"): number(row["shortage"]),
        }
        for row in trend.to_dict("records")
    ]
    soon = [
        {
            _("Date"): day(row["count_date"]),
            _("What"): _("forecast, nothing bought"),
            _("Pupils"): number(row["pupils"]),
            _("Devices that count"): number(row["devices"]),
            _("Pupils per device"): one_in(row["pupils_per_device"]),
            _("Short"): number(row["shortage"]),
        }
        for row in ahead.to_dict("records")
    ]
    figures = (_("Pupils"), _("Devices that count"), _("Pupils per device"), _("Short"))
    show_table(past + soon, figures=figures)


def time_excel(trend: pd.DataFrame, ahead: pd.DataFrame, board: Board, as_of: date) -> bytes:
    """The same rows as numbers and dates."""
    past = trend.rename(columns={"countable": "devices"}).assign(what=_("inventories"))
    soon = ahead.rename(columns={"count_date": "day"}).assign(what=_("forecast, nothing bought"))
    columns = {
        "day": _("Date"),
        "what": _("What"),
        "pupils": _("Pupils"),
        "devices": _("Devices that count"),
        "pupils_per_device": _("Pupils per device"),
        "shortage": _("Short"),
    }
    frame = pd.concat([past[list(columns)], soon[list(columns)]] if len(soon) else [past[list(columns)]])
    return table_to_excel(
        frame.rename(columns=columns),
        sheet=_("Ratios"),
        title=_("{board} – pupils per device").format(board=board.name),
        facts=facts_of(board, as_of),
    )
