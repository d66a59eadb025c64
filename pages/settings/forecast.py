"""Settings: how many pupils are to come, how that was reckoned, and figures of one's own in its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from pages.parts import fields
from pages.parts.forms import Button, Form, Outcome, change, show_outcome
from pages.parts.frame import Frame, download, plain
from pages.parts.show import show_table
from pages.server.session import open_database
from planning.core.notation import day, number
from planning.core.query import rows
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.organisation.levels import LEVELS, level_name
from planning.organisation.service import (
    PupilCount,
    School,
    forecast_method,
    own_forecasts,
    pupil_forecast,
    set_own_forecast,
)
from planning.workbooks.board_table import board_excel

PLACE = "forecast"
OWN = " :material/edit:"


def show(frame: Frame, mine: Sequence[School], by_date: Mapping[date, Mapping[str, PupilCount]]) -> None:
    """The forecast of every school for five years, its method, and a figure of one's own."""
    expected = pupil_forecast(frame.person, open_database())
    if expected.empty:
        return
    with st.container(border=True):
        st.subheader(_("Pupils to come"), anchor=False)
        days = sorted(expected["count_date"].unique())
        by_iso = {d.isoformat(): d for d in days}
        chosen = st.selectbox(
            _("Show"),
            ["", *by_iso],
            format_func=lambda iso: _("levels on {day}").format(day=day(by_iso[iso])) if iso else _("all years"),
            key="forecast_shown",
            width=320,
        )
        on = by_iso.get(chosen)
        shown = [days[0], days[-1]] if frame.theme.compact else days
        table = years_table(mine, expected, by_date, shown) if on is None else levels_table(mine, expected, on)
        show_table(table, _("Pupils to come"), beside=True, figures=[str(name) for name in table.columns[1:]])
        if (expected["method"] == "own_figure").any():
            st.caption(_(":material/edit: a figure of your own."))
        st.caption(forecast_method(frame.person, open_database()))
        download(
            "forecast",
            lambda: forecast_excel(frame, mine, expected),
            _("forecast-{board}.xlsx").format(board=frame.board.board_id),
        )
    _own_figure(frame, mine, expected)


def years_table(
    mine: Sequence[School],
    expected: pd.DataFrame,
    by_date: Mapping[date, Mapping[str, PupilCount]],
    days: Sequence[date],
) -> pd.DataFrame:
    """A row a school: the last count, then each day to come (or counted already); below it the group."""
    last = {school_id: count.total for counted in by_date.values() for school_id, count in counted.items()}
    pupils = {(school_id, d): count.total for d in days for school_id, count in by_date.get(d, {}).items()}
    pupils |= {(row["school_id"], row["count_date"]): int(row["pupils"]) for row in rows(expected)}
    own = {(row["school_id"], row["count_date"]) for row in rows(expected) if row["method"] == "own_figure"}
    there = [s for s in mine if s.school_id in last]
    table = [
        {
            _("School"): plain(s.name),
            _("Counted last"): number(last[s.school_id]),
            **{day(d): _cell(pupils.get((s.school_id, d)), own=(s.school_id, d) in own) for d in days},
        }
        for s in there
    ]
    of_group = {d: [pupils.get((s.school_id, d)) for s in there] for d in days}
    group = {
        _("School"): _("Group"),
        _("Counted last"): number(sum(last[s.school_id] for s in there)),
        **{day(d): _cell(None if None in known else sum(n or 0 for n in known)) for d, known in of_group.items()},
    }
    return pd.DataFrame([*table, {name: f"**{text}**" for name, text in group.items()}])


def levels_table(mine: Sequence[School], expected: pd.DataFrame, on: date) -> pd.DataFrame:
    """A row a school: pupils expected on one day, per level."""
    cells = {row["school_id"]: row for row in rows(expected[expected["count_date"] == on])}
    return pd.DataFrame(
        [
            {
                _("School"): plain(s.name),
                _("Pupils"): _cell(cells[s.school_id]["pupils"], own=cells[s.school_id]["method"] == "own_figure"),
                **{level_name(level).capitalize(): number(cells[s.school_id][level]) for level in LEVELS},
            }
            for s in mine
            if s.school_id in cells
        ]
    )


def _cell(pupils: int | None, *, own: bool = False) -> str:
    return "–" if pupils is None else number(pupils) + OWN * own


def forecast_excel(frame: Frame, mine: Sequence[School], expected: pd.DataFrame) -> bytes:
    """A row for every school and year, with levels."""
    names = {s.school_id: s.name for s in mine}
    words = {"forecast": _("forecast"), "own_figure": _("own figure")}
    table = [
        {
            _("BRIN"): row["school_id"],
            _("School"): names[row["school_id"]],
            _("Count date"): row["count_date"],
            _("Pupils"): row["pupils"],
            **{level_name(level).capitalize(): row[level] for level in LEVELS},
            _("Source"): words[row["method"]],
        }
        for row in rows(expected)
    ]
    how = forecast_method(frame.person, open_database())
    return board_excel(frame.board, frame.as_of, pd.DataFrame(table), _("Pupils to come"), about=[how])


@dataclass(frozen=True)
class OwnFigure:
    """The school and day of an own figure, and what stands there now."""

    school_id: str
    school: str
    on: date
    own: int | None
    expected: int


def _own_figure(frame: Frame, mine: Sequence[School], expected: pd.DataFrame) -> None:
    """Choose a school and a year; put a figure in the place of the forecast, or take it away again."""
    with st.container(border=True):
        st.subheader(_("Do you know better?"), anchor=False)
        st.markdown(
            _("New houses, or a merger? Your own figure takes precedence over the forecast; later years follow it.")
        )
        choice = _choice(frame, {s.school_id: s.name for s in mine}, expected)
        label = _("The forecast says {n}") if choice.own is None else _("Your own figure")
        follow = Button(_("Follow the forecast again"), partial(_set, choice, None), icon=":material/undo:")
        pupils = fields.number(
            "pupils", label.format(n=number(choice.expected)), choice.own, missing="forecast_empty", width=220
        )
        form = Form(
            PLACE,
            (pupils,),
            lambda person, said: _set(choice, said["pupils"], person),
            _("Keep the figure"),
            about=f"{choice.school_id}_{choice.on}",
            others=() if choice.own is None else (follow,),
            look={},
        )
        with (
            st.form(PLACE, border=False, enter_to_submit=False),
            st.container(horizontal=True, vertical_alignment="bottom"),
        ):
            form.draw(pupils)
            form.buttons()
        show_outcome(PLACE)


def _choice(frame: Frame, names: Mapping[str, str], expected: pd.DataFrame) -> OwnFigure:
    left, right = st.columns(2)
    with left:
        school_id = st.selectbox(
            _("School"),
            list(dict.fromkeys(s for s in names if s in set(expected["school_id"]))),
            format_func=names.__getitem__,
            key="forecast_school",
        )
    with right:
        its = {row["count_date"]: int(row["pupils"]) for row in rows(expected) if row["school_id"] == school_id}
        on = st.selectbox(_("Count date"), list(its), format_func=day, key="forecast_day")
    own = {
        (row["school_id"], row["count_date"]): int(row["pupils"])
        for row in rows(own_forecasts(frame.person, open_database()))
    }
    return OwnFigure(school_id, names[school_id], on, own.get((school_id, on)), its[on])


def _set(choice: OwnFigure, pupils: int | None, person: Person) -> Outcome:
    change(set_own_forecast, choice.school_id, choice.on, pupils)(person)
    if pupils is None:
        text = _("{school} follows the forecast again on {day}.")
    else:
        text = ngettext(
            "For {school} you expect {n} pupil on {day}.", "For {school} you expect {n} pupils on {day}.", pupils or 0
        )
    sentence = text.format(school=choice.school, day=day(choice.on), n=number(pupils or 0))
    return sentence, change(set_own_forecast, choice.school_id, choice.on, choice.own)
