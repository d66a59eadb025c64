"""From the devices short now to those short after a round, as one line of sums, a chart and a table by school."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from pages.parts.frame import Frame, download, plain
from pages.parts.show import show_table
from pages.parts.theme import BLUE, CONFIG, GREY, OCHRE, Theme, layout
from pages.rounds.words import called, short_name
from pages.school.place import SCHOOL
from planning.core.notation import number
from planning.core.text import name_key
from planning.core.translation import gettext as _
from planning.rounds.bridge import Bridge, bridges, total
from planning.rounds.scenario_plans import ScenarioPlans
from planning.rounds.view import RoundsView
from planning.workbooks.board_table import board_excel, what_counts

MINUS = "−"


def signed(n: int) -> str:
    """ "+12", "−3", and "–" where nothing differs."""
    return "–" if not n else f"+{number(n)}" if n > 0 else f"{MINUS}{number(-n)}"


def sum_line(view: RoundsView, plans: ScenarioPlans) -> None:
    """Below the figures: how the shortage of now becomes that after the first round."""
    found = total(bridges(view, plans.best, 0).values())
    st.caption(_("Devices short: {sum}").format(sum=in_words(found, short_name(view, 0))))


def in_words(one: Bridge, then: str) -> str:
    """A bridge as one line of sums: "166 nu − 128 gekocht = **38 na R2**"."""
    words = (
        _("delivered or on its way, not counted yet"),
        _("bought"),
        _("count no longer"),
        _("needed, by pupils and target"),
        _("spare at schools with enough"),
    )
    parts = [_("{n} now").format(n=number(one.short_now))]
    parts += [
        f"{MINUS if n < 0 else '+'} {number(abs(n))} {text}" for n, text in zip(one.changes, words, strict=True) if n
    ]
    after = _("{n} after {round}").format(n=number(one.short_then), round=then)
    return f"{' '.join(parts)} = **{after}**"


def card(frame: Frame, view: RoundsView, plans: ScenarioPlans) -> None:
    """The bridge of the group as a chart and of every school as a row; each row adds up."""
    places = list(range(plans.case.shown))
    with st.container(border=True):
        st.subheader(_("From short now to short then"), anchor=False)
        place = st.selectbox(
            _("Up to and including"),
            places,
            format_func=lambda at: called(view.to_come[at], view),
            key="rounds_bridge",
            width=300,
        )
        found = bridges(view, plans.best, place)
        left, right = st.columns([1, 1.5])
        with left:
            st.plotly_chart(
                waterfall(total(found.values()), short_name(view, place), frame.theme),
                theme=None,
                config=CONFIG,
                key="rounds_waterfall",
                alt=_("Waterfall: from the devices short now, step by step, to those short after the round"),
            )
        with right:
            if frame.theme.compact:
                st.markdown("  \n".join(_lines(view, found, short_name(view, place))))
            else:
                show_table(
                    _rows(view, found),
                    _("From short now to short then"),
                    beside=True,
                    figures=list(_figures(total(found.values()))),
                )
            st.caption(
                _("A row adds up from left to right. What a school has beyond its target helps no other school.")
            )
            download(
                "rounds_bridge",
                lambda: board_excel(
                    frame.board,
                    frame.as_of,
                    _excel(view, found),
                    _("From short now to short then"),
                    about=[called(view.to_come[place], view), what_counts()],
                ),
                f"van-tekort-naar-tekort-{frame.as_of.isoformat()}.xlsx",
            )


def _figures(one: Bridge) -> dict[str, int]:
    names = (_("On its way"), _("Bought"), _("Counts no longer"), _("Needed more"), _("Spare"))
    return {
        _("Short now"): one.short_now,
        **dict(zip(names, one.changes, strict=True)),
        _("Short then"): one.short_then,
    }


def _told(one: Bridge) -> dict[str, str]:
    figures = list(_figures(one).items())
    ends = {figures[0][0]: number(figures[0][1])}, {figures[-1][0]: number(figures[-1][1])}
    return ends[0] | {name: signed(n) for name, n in figures[1:-1]} | ends[1]


def _worst_first(view: RoundsView, found: Mapping[str, Bridge]) -> list[tuple[str, Bridge]]:
    """(Link to the school, its bridge)."""
    order = sorted(found.items(), key=lambda item: (-item[1].short_now, name_key(view.school_name(item[0]))))
    return [(f"[{plain(view.school_name(key))}]({SCHOOL.url(school=key)})", one) for key, one in order]


def _lines(view: RoundsView, found: Mapping[str, Bridge], then: str) -> list[str]:
    """A school as a line of sums, where eight columns do not fit."""
    return [f"{name}: {in_words(one, then)}" for name, one in _worst_first(view, found)]


def _rows(view: RoundsView, found: Mapping[str, Bridge]) -> list[dict[str, str]]:
    rows = [{_("School"): name, **_told(one)} for name, one in _worst_first(view, found)]
    together = {name: f"**{text}**" for name, text in _told(total(found.values())).items()}
    return [*rows, {_("School"): _("**Together**"), **together}]


def _excel(view: RoundsView, found: Mapping[str, Bridge]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("School"): view.school_name(school_id),
                **_figures(one),
                _("Needed now"): one.needed_now,
                _("Needed then"): one.needed_then,
            }
            for school_id, one in found.items()
        ]
    )


def waterfall(one: Bridge, then: str, theme: Theme) -> go.Figure:
    """Bars from now downwards and upwards to then, each with its figure; the first change is on top."""
    names = [*_figures(one)]
    names[-1] = _("Short after {round}").format(round=then)
    sizes = [one.short_now, *one.changes, one.short_then]
    starts, at = [0], one.short_now
    for n in one.changes:
        starts.append(min(at, at + n))
        at += n
    starts.append(0)
    highest = max([*(start + abs(n) for start, n in zip(starts, sizes, strict=True)), 1])
    colours = [GREY, *(BLUE if n < 0 else OCHRE for n in one.changes), GREY]
    texts = [number(one.short_now), *(signed(n) for n in one.changes), number(one.short_then)]
    return go.Figure(
        [
            {
                "type": "bar", "orientation": "h", "y": names, "x": [abs(n) for n in sizes], "base": starts,
                "marker": {"color": colours}, "text": [f"<b>{text}</b>" for text in texts], "textposition": "outside",
                "textfont": {"size": theme.size, "color": theme.text}, "cliponaxis": False, "hoverinfo": "skip",
            }
        ],
        layout(
            theme,
            300,
            bargap=0.35,
            margin={"l": 8, "r": 44, "t": 8, "b": 8, "pad": 6},
            xaxis={"showticklabels": False, "showgrid": False, "zeroline": False, "range": [0, highest * 1.12]},
            yaxis={"autorange": "reversed", "automargin": True, "tickfont": {"size": 13, "color": theme.text}},
        ),
    )  # fmt: skip
