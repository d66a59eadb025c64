"""The milestones of a year on a timeline: one line a goal, today dotted, laws thin."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from pages.goals.view import GoalsView
from pages.parts.frame import Frame, plain, table_and_download
from pages.parts.show import show_table
from pages.parts.theme import CONFIG, GREEN, GREY, VERMILION, Theme, in_two_lines, layout
from pages.server.session import open_database
from planning.core.calendar_file import CALENDAR_TYPE
from planning.core.notation import NBSP, day, day_and_month
from planning.core.translation import gettext as _
from planning.core.translation import in_this_language
from planning.goals.plan import Milestone, Plan, State
from planning.goals.sentences import state_word
from planning.goals.service import calendar
from planning.workbooks.board_table import board_excel

PICKED: Final = "goals_milestone"
LAWS: Final = ((date(2018, 5, 25), "AVG"),)
"""Days on which a law begins that a goal has to do with: the GDPR applies from 25 May 2018 (art. 99)."""
LATE: Final = "late"
MARKS: Final = {
    State.DONE: {"symbol": "circle", "size": 13, "color": GREEN},
    State.UNDER_WAY: {"symbol": "circle-open-dot", "size": 12, "color": GREY},
    State.NOT_STARTED: {"symbol": "circle-open", "size": 12, "color": GREY},
    State.STOPPED: {"symbol": "x-thin-open", "size": 10, "color": GREY},
    LATE: {"symbol": "triangle-up", "size": 14, "color": VERMILION},
}
PIXELS: Final = 480  # that the year has in a window of 1366, roughly
LONG: Final = 12  # letters; a longer name stands in two lines, so that neighbours have room beside each other
LETTER: Final = 6.6  # pixels


def timeline_card(view: GoalsView) -> None:
    """The timeline with its legend, table, workbook and calendar file; a mark chooses its milestone below."""
    frame, plan = view.frame, view.plan

    def begin() -> None:
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.subheader(_("Milestones of {year}").format(year=plan.year), anchor=False, width="content")
            st.markdown(" ".join(_legend(plan, frame.as_of)), width="content")

    with st.container(border=True):
        frame.card("milestones_legend", begin, plan.year)
        st.plotly_chart(
            frame.chart("milestones", lambda: timeline(plan, frame.as_of, frame.theme), plan.year),
            theme=None,
            config=CONFIG,
            key="milestones",
            on_select=_pick,
            selection_mode="points",
            alt=_("Timeline: the milestones of {year} by goal, with a line for today").format(year=plan.year),
        )
        with st.container(horizontal=True):
            is_open = table_and_download(
                "milestones", lambda: milestone_excel(frame, plan), f"mijlpalen-{plan.year}.xlsx"
            )
            st.download_button(
                _("To your own calendar"),
                in_this_language(lambda: calendar(frame.person, open_database(), plan.year)),
                f"mijlpalen-{plan.year}.ics",
                CALENDAR_TYPE,
                key="milestones_calendar",
                type="tertiary",
                icon=":material/event:",
                on_click="ignore",
            )
        if is_open:
            table = milestone_table(plan, frame.as_of)
            show_table(table, _("Milestones of {year}").format(year=plan.year), beside=True)


def _pick() -> None:
    points = st.session_state["milestones"]["selection"]["points"]
    if points and points[0].get("customdata"):
        st.session_state[PICKED] = int(points[0]["customdata"][0])


def _mark(milestone: Milestone, day_of: date) -> State | str:
    return LATE if milestone.days_late(day_of) else milestone.state


def _legend(plan: Plan, day_of: date) -> Iterator[str]:
    marks = {_mark(milestone, day_of) for milestone in plan.milestones}
    words = (
        (State.DONE, "green", "●", _("reached")),
        (State.UNDER_WAY, "gray", "◉", state_word(State.UNDER_WAY)),
        (State.NOT_STARTED, "gray", "○", _("planned")),
        (LATE, "red", "▲", _("late")),
        (State.STOPPED, "gray", "✕", state_word(State.STOPPED)),
    )
    return (f":{color}-badge[{sign} {word}]" for mark, color, sign, word in words if mark in marks)


def timeline(plan: Plan, day_of: date, theme: Theme) -> go.Figure:
    """The figure; goals from top to bottom."""
    places = {goal.goal: n for n, goal in enumerate(plan.goals)}
    marks = [MARKS[_mark(milestone, day_of)] for milestone in plan.milestones]
    days = [milestone.due for milestone in plan.milestones]
    first = min([date(plan.year, 1, 1), *(d - timedelta(days=15) for d in days)])
    last = max([date(plan.year, 12, 31), *(d + timedelta(days=15) for d in days)])
    months = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13)]
    months = [month for month in months[:: 3 if theme.compact else 1] if first <= month <= last]
    lines = [(day_of, "<b>" + _("today {day}").format(day=day_and_month(day_of)) + "</b>", theme.text, "dot", "right")]
    lines += [(law, f"{name} {day_and_month(law)}", theme.second, "solid", "left") for law, name in LAWS]
    lines = [line for line in lines if first <= line[0] <= last]
    return go.Figure(
        [
            {
                "type": "scatter", "mode": "markers", "x": [d.isoformat() for d in days],
                "y": [places[m.goal] for m in plan.milestones], "cliponaxis": False,
                "customdata": [[m.milestone] for m in plan.milestones],
                "text": [_hover(m, day_of) for m in plan.milestones], "hovertemplate": "%{text}<extra></extra>",
                "marker": {
                    "opacity": 1,
                    "symbol": [mark["symbol"] for mark in marks], "size": [mark["size"] for mark in marks],
                    "color": [mark["color"] for mark in marks],
                    "line": {"width": 2, "color": [mark["color"] for mark in marks]},
                },
            }
        ],
        layout(
            theme,
            max(190, 82 * len(plan.goals) + 70),
            xaxis={
                "range": [first.isoformat(), last.isoformat()], "type": "date",
                "tickvals": [month.isoformat() for month in months], "ticktext": [_month(month) for month in months],
                "ticklabelposition": "outside right",
            },
            yaxis={
                "tickvals": list(places.values()), "range": [len(places) - 0.2, -0.45],
                "ticktext": [f"{g.goal} {g.short}" if not theme.compact else str(g.goal) for g in plan.goals],
                "tickfont": {"size": theme.size, "color": theme.text}, "gridwidth": 2,
            },
            margin={"l": 8, "r": 12, "t": 26, "b": 8, "pad": 4},
            shapes=[
                {
                    "type": "line", "x0": when.isoformat(), "x1": when.isoformat(), "yref": "paper", "y0": 0, "y1": 1,
                    "layer": "below", "line": {"color": colour, "width": 2 if dash == "dot" else 1, "dash": dash},
                }
                for when, _text, colour, dash, _anchor in lines
            ],
            annotations=[
                *(
                    {
                        "x": when.isoformat(), "yref": "paper", "y": 1, "yanchor": "bottom", "xanchor": anchor,
                        "showarrow": False, "text": text, "font": {"size": 13, "color": colour},
                    }
                    for when, text, colour, _dash, anchor in lines
                ),
                *_labels(plan, day_of, places, (last - first).days, theme),
            ],
        ),
    )  # fmt: skip


def _labels(plan: Plan, day_of: date, places: dict[int, int], span: int, theme: Theme) -> Iterator[dict[str, Any]]:
    """The day and short name under every mark; above it where it would stand on its neighbour's."""
    until: dict[tuple[int, bool], float] = {}
    coming = next((m for m in plan.milestones if m.is_open and not m.days_late(day_of)), None)
    for milestone in plan.milestones:
        if theme.compact and not milestone.days_late(day_of) and milestone != coming:
            continue  # a telephone has room for what is late and what comes next
        name = in_two_lines(milestone.short, LONG)
        half = LETTER * max(map(len, name)) / 2 * span / (PIXELS if not theme.compact else PIXELS / 3)
        at = (milestone.due - date(plan.year, 1, 1)).days
        above = until.get((milestone.goal, False), -1e9) > at - half
        until[milestone.goal, above] = at + half
        bold = ("<b>", "</b>") if milestone.days_late(day_of) else ("", "")
        yield {
            "x": milestone.due.isoformat(), "y": places[milestone.goal], "showarrow": False,
            "yanchor": "bottom" if above else "top", "yshift": 9 if above else -9, "bgcolor": theme.page,
            "borderpad": 1,
            "text": f"{bold[0]}{'<br>'.join([day_and_month(milestone.due), *map(_escaped, name)])}{bold[1]}",
            "font": {"size": 13, "color": theme.text if _is_told(milestone, day_of) else theme.second},
        }  # fmt: skip


def _is_told(milestone: Milestone, day_of: date) -> bool:
    return milestone.state is State.DONE or milestone.days_late(day_of) > 0


def _hover(milestone: Milestone, day_of: date) -> str:
    state = _("late") if milestone.days_late(day_of) else state_word(milestone.state)
    return f"{_escaped(milestone.title)}<br>{day(milestone.due)} · {state} · {_escaped(milestone.owner)}"


def _escaped(text: str) -> str:
    """What a person wrote, for Plotly, which reads tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("%{", "%\u200b{")


def _month(first: date) -> str:
    names = _("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()
    return names[first.month - 1]


def milestone_rows(plan: Plan, day_of: date) -> Iterator[tuple[Milestone, dict[str, str]]]:
    """Every milestone with its texts."""
    for milestone in plan.milestones:
        goal = plan.goal(milestone.goal)
        late = milestone.days_late(day_of) > 0
        yield (
            milestone,
            {
                _("Goal"): f"{goal.goal}.{NBSP}{goal.short}",
                _("Milestone"): milestone.title,
                _("Owner"): milestone.owner,
                _("State"): _("late") if late else state_word(milestone.state),
                _("Evidence"): milestone.evidence,
            },
        )


def milestone_table(plan: Plan, day_of: date) -> Sequence[dict[str, str]]:
    """The milestones as texts."""
    return [
        {_("Date"): day(milestone.due), **{name: plain(text) for name, text in row.items()}}
        for milestone, row in milestone_rows(plan, day_of)
    ]


def milestone_excel(frame: Frame, plan: Plan) -> bytes:
    """The same rows, with real dates and the addresses of the evidence."""
    rows = [
        {_("Date"): milestone.due, **row, _("Link"): milestone.link}
        for milestone, row in milestone_rows(plan, frame.as_of)
    ]
    columns = [_("Date"), _("Goal"), _("Milestone"), _("Owner"), _("State"), _("Evidence"), _("Link")]
    what = _("Milestones of {year}").format(year=plan.year)
    return board_excel(frame.board, frame.as_of, pd.DataFrame(rows, columns=columns), what)
