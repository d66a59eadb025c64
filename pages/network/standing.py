"""Leernetwerk, part "stand": how we stand, what we think of it, our question and the five meetings, on one screen."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from pages.circles.data import AtCircle
from pages.circles.joining import agreement
from pages.circles.sharing import seen_by
from pages.goals.place import GOALS
from pages.network import chart, reaction
from pages.network.meetings_data import meetings_of
from pages.network.place import NETWORK
from pages.network.words import (
    before,
    board_name,
    figures_line,
    question_badges,
    standing_answer,
    theme_name,
    to_do,
)
from pages.parts.frame import Frame, answer, download, more, plain
from pages.parts.places import show_link
from pages.parts.show import show_table
from pages.parts.theme import CONFIG
from planning.circles.model import MemberState
from planning.core.notation import day, day_and_month, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.network import cycle_contents as cycle
from planning.network.cycle import MEETINGS, CyclePart, CycleState, cycle_parts, dates_of, days_of, state_of
from planning.network.cycle_contents import WHOLE, LearningQuestion, ThemeSketch
from planning.network.figures import figure_words
from planning.network.meetings import Meeting, next_meeting
from planning.network.others import theme_scores
from planning.network.themes import ABOUT_NAMES, NetworkTheme
from planning.workbooks.board_table import board_excel


def show(at: AtCircle, frame: Frame) -> None:
    """The answer, the scores beside reaction and question, and the meetings; what has no field is kept as it is."""

    def kept(part: str, draw: Callable[[], None]) -> None:
        frame.card(f"network_{part} {at.card_key} {frame.today}", draw)

    answer(standing_answer(at, cycle_of(frame, at)[0]))
    agreement(at)
    left, right = st.columns([1.36, 1])
    with left, st.container(border=True, height="stretch"):
        kept("scores", lambda: _scores(frame, at))
        # the download comes with the table: every click on this screen pays for each of its buttons
        if more("network_scores", closed=_("Show as table"), opened=_("Hide table"), icon=":material/table:"):
            show_table(scores_rows(at), _("Self-evaluation"), beside=True)
            download("network_scores", partial(scores_excel, frame, at), f"zelfevaluatie-{frame.today}.xlsx")
    with right:
        with st.container(border=True):
            st.subheader(_("What do I think of it?"), anchor=False)
            reaction.write(at, WHOLE, placeholder=reaction.asked())
            kept("reaction", lambda: _reaction_below(at))
        kept("question", lambda: _question(frame, at))
    kept("meetings", lambda: _meetings(frame, at))


def cycle_of(frame: Frame, at: AtCircle) -> tuple[CycleState, tuple[CyclePart, ...]]:
    """What the own board brought in, and its phases."""
    state = state_of(at.contributions, at.seat.viewer)
    days = days_of(meetings_of(frame, at).meetings)
    return state, cycle_parts(state, dates_of(at.contributions, days), days, frame.today)


def _scores(frame: Frame, at: AtCircle) -> None:
    scores = theme_scores(at.contributions, at.seat.viewer)
    known = _sketches(at)
    st.subheader(_("How do we stand?"), anchor=False)
    others = max((len(one.others) for one in scores), default=0)
    legend = [":blue-badge[● " + board_name(at) + "]"]
    if others:
        count = ngettext("{n} other board", "{n} other boards", others).format(n=number(others))
        legend += [":gray-badge[○ " + count + "]", ":gray-badge[▎ " + _("their mean") + "]"]
    st.markdown(_("Self-evaluation by theme") + " " + " ".join(legend))
    longest = 30 if frame.theme.compact else 64
    lines = {theme: figures_line(sketch, longest) for theme, sketch in known.items()}
    st.plotly_chart(
        chart.scores_chart(scores, lines, frame.theme), theme=None, config=CONFIG, alt=chart.in_words(scores)
    )
    st.caption(_below(at, others, {sketch.as_of for sketch in known.values() if sketch.as_of}))


def _below(at: AtCircle, others: int, dates: set[date]) -> str:
    parts = []
    if dates:
        text = _("The lines below come from your own data of {day}. The score you gave yourselves.")
        parts.append(text.format(day=day(max(dates))))
    if not others and any(one.standing is MemberState.MEMBER for one in at.members):
        parts.append(_("The others show as soon as three of them share their scores."))
    return ":material/database: " + " ".join(parts) if parts else ""


def scores_rows(at: AtCircle) -> list[dict[str, str]]:
    """The scores and the figures of the chart, theme by theme."""
    figures = {theme: sketch.figures for theme, sketch in _sketches(at).items()}
    return [
        {
            _("Theme"): theme_name(one.theme),
            _("Own score"): "–" if one.own is None else number(one.own, 1),
            _("Mean of the others"): "–" if one.mean is None else number(one.mean, 1),
            _("Other boards"): number(len(one.others)) if one.others else _("fewer than 3"),
            _("Own figures"): " · ".join(map(figure_words, figures.get(one.theme, ()))) or "–",
        }
        for one in theme_scores(at.contributions, at.seat.viewer)
    ]


def scores_excel(frame: Frame, at: AtCircle) -> bytes:
    """The same as a workbook."""
    of = f"{at.seat.circle.name} – {at.seat.on_behalf_of}"
    return board_excel(frame.board, frame.today, pd.DataFrame(scores_rows(at)), _("Self-evaluation"), of=of)


def _sketches(at: AtCircle) -> dict[NetworkTheme, ThemeSketch]:
    found = {NetworkTheme(one.key): one.content for one in at.of(cycle.SKETCH, at.seat.viewer)}
    return {theme: sketch for theme, sketch in found.items() if isinstance(sketch, ThemeSketch)}


def _reaction_below(at: AtCircle) -> None:
    st.caption(seen_by(at.own(cycle.REACTION, WHOLE)))
    show_link(NETWORK, _("By theme, and who sees it"), icon_position="right", deel="reactie")


def _question(frame: Frame, at: AtCircle) -> None:
    state, _parts = cycle_of(frame, at)
    mine = at.own(cycle.QUESTION)
    question = mine.content if mine and isinstance(mine.content, LearningQuestion) else None
    with st.container(border=True, height="stretch"):
        st.subheader(_("My learning question"), anchor=False)
        if question is None:
            st.markdown(_("Nothing is worded yet. Four examples stand ready to begin from."))
        else:
            about = [f":blue-badge[{_(ABOUT_NAMES[key])}]" for key in question.about]
            badges = " ".join([*about, *question_badges(at, state)])
            st.markdown(f"**{plain(question.text)}**\n\n{badges}  \n:small[:gray[{seen_by(mine)}]]")
        if question and question.goal:
            year, goal = question.goal
            label = _("Belongs to goal {n} of {year}").format(n=goal, year=year)
            show_link(GOALS, label, icon_position="right", jaar=str(year))
        show_link(NETWORK, _("To the learning question"), icon_position="right", deel="leervraag")


def _meetings(frame: Frame, at: AtCircle) -> None:
    state, parts = cycle_of(frame, at)
    found = {one.number: one for one in meetings_of(frame, at).meetings}
    coming = next_meeting(found.values(), frame.today)
    with st.container(border=True):
        st.subheader(_("Five meetings"), anchor=False)
        if not found:
            st.markdown(_("The facilitator sets the days; they then stand here."))
            return
        with st.grid(len(MEETINGS), min_column_width=150):
            for place in MEETINGS:
                st.markdown(_meeting(frame, place, found.get(place), coming))
        if coming:
            st.markdown(before_it(coming, parts, state))
        with st.container(horizontal=True, key="network_next"):
            if not state.is_sketched:
                with st.container(width="content", key="network_first"):
                    label = _("Go on with the situation sketch")
                    show_link(NETWORK, label, icon=":material/edit_note:", deel="schets")
            show_link(NETWORK, _("To the meetings"), icon=":material/event:", deel="bijeenkomsten")


def _meeting(frame: Frame, place: int, meeting: Meeting | None, coming: Meeting | None) -> str:
    if meeting is None:
        return f":gray-badge[:material/event: {_follows()}]  \n**{place}.**"
    if meeting is coming:
        badge = ":blue-badge[:material/event_upcoming: " + _("next") + "]"
    else:
        held = meeting.day < frame.today
        color, icon = ("green", "check") if held else ("gray", "event")
        badge = f":{color}-badge[:material/{icon}: {_short(frame, meeting.day)}]"
    where = plain(meeting.place) or _follows()
    line = f"{_short(frame, meeting.day)} · {where}" if meeting is coming else where
    return f"{badge}  \n**{place}. {plain(meeting.theme)}**  \n:gray[{line}]"


def _short(frame: Frame, on: date) -> str:
    return day_and_month(on) if on.year == frame.today.year else day(on)


def _follows() -> str:
    return _("follows")


def before_it(coming: Meeting, parts: tuple[CyclePart, ...], state: CycleState) -> str:
    """What is to be done before a meeting."""
    todo = [to_do(part, state) for part in before(parts, coming.day)]
    text = ", ".join(todo) if todo else _("nothing more: all that comes before is there")
    label = _("Before {day}:").format(day=day_and_month(coming.day))
    return f":material/checklist: **{label}** {text}."
