"""The frame of every page: example ribbon, title, and one popover that holds and shows the filter state."""

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

import plotly.graph_objects as go
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts import state
from pages.parts.data import DataKey, kept_board, kept_chart, kept_schools
from pages.parts.places import ABOUT, MANUAL
from pages.parts.theme import Theme, current_theme
from pages.server.noting import once
from pages.server.replay import replay
from planning.core.boards import Board
from planning.core.clock import board_day, board_moment
from planning.core.clock import now as now
from planning.core.notation import day, number
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import in_this_language, language
from planning.organisation.service import School

_LINKED = re.compile(r"(https?(?=:)|www(?=\.)|mailto(?=:)|xmpp(?=:)|\w(?=@))", re.IGNORECASE)
DATE_FORMATS = {"nl": "DD-MM-YYYY", "en": "DD/MM/YYYY"}
_answer_place: ContextVar[DeltaGenerator | None] = ContextVar("answer_place", default=None)


@dataclass(frozen=True)
class Frame:
    """Where and for whom a page is shown, in one run; it knows no subject."""

    person: Person
    board: Board
    as_of: date
    theme: Theme
    key: DataKey

    @property
    def moment(self) -> datetime:
        """Where the board's clock stands: now, or noon of the day at which an example group stands still.

        What is drawn of it is drawn every time; of a day, `today`, it is kept.
        """
        return board_moment(self.board, now())

    @cached_property
    def today(self) -> date:
        """The board's own day, whatever date the figures hold for."""
        return _today(self.board)

    @cached_property
    def schools(self) -> tuple[School, ...]:
        """The schools within reach."""
        return kept_schools(self.key, self.person)

    def chart(self, name: str, make: Callable[[], go.Figure], subject: Hashable = None) -> go.Figure:
        """A figure, kept as long as data, screen, reference date and subject (a school) stay the same."""
        return kept_chart(self.key, self.theme, name, (self.as_of, subject), make)

    def card(self, name: str, draw: Callable[[], None], subject: Hashable = None) -> None:
        """A card without fields or buttons, kept like a figure; whoever holds other rights has their own.

        `subject`: what else it tells of, and the person where it tells them something of themselves.
        """
        replay((self.key, self.theme, name, self.as_of, self.today, self.person.role, subject), draw)

    def school_name(self, school_id: str) -> str:
        """The name of a school within reach; its number where it is not."""
        return next((s.name for s in self.schools if s.school_id == school_id), school_id)


def this_person() -> Person:
    """Who is signed in; main.py put them there before any page ran."""
    person: Person = st.session_state["person"]
    return person


def data_key(person: Person) -> DataKey:
    """The key of this run: main.py asked for the data version when it asked who this is."""
    version: int = st.session_state["data_version"]
    return DataKey(person.board_id, person.reach, version)


def surroundings() -> Frame:
    """Board, reference date and theme of this run."""
    person = this_person()
    key = data_key(person)
    board = kept_board(key, person)
    today = _today(board)
    chosen = state.as_of(today)
    if chosen < today and not state.hindsight():
        key = key._replace(known_on=chosen)
    return Frame(person, board, chosen, current_theme(language()), key)


def _today(board: Board) -> date:
    return once("today", lambda: board_day(board, now()))


def ribbon(board: Board) -> None:
    """Say on every screen of an example group that it is one."""
    if board.is_example:
        st.markdown(
            _(
                ":violet-badge[:material/science: Example data] :small[School names and pupil numbers: DUO, "
                "{day}. All other figures are invented.]"
            ).format(day=day(date(2016, 10, 1)))
        )


def heading(
    frame: Frame,
    title: str,
    *,
    schools: Sequence[str] | None = None,
    school: str | None = None,
    years: Sequence[int] = (),
    year: int | None = None,
    dated: bool = True,
) -> None:
    """Ribbon, title, filter (of one of `schools` and of `years`) and, on a past date, a bar that says so."""
    ribbon(frame.board)
    _head_of_paper(frame, dated=dated)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.title(title, anchor=False, width="content")
        with st.container(horizontal=True, width="content", vertical_alignment="center"):
            _help(frame)
            if dated or schools is not None:
                _filter(frame, schools, school, years, year, dated=dated)
    if dated and frame.as_of < frame.today:
        _past_bar(frame)


def _help(frame: Frame) -> None:
    """To what the manual says of this page."""
    address = st.session_state.get("shown_page")
    if MANUAL.is_for(frame.person) and address and address != MANUAL.address:
        st.page_link(MANUAL.file, label=_("Help"), icon=":material/help:", query_params={ABOUT: address})


def _past_bar(frame: Frame) -> None:
    """Across the page: this is another day than today, and whose knowledge its figures are."""
    then = frame.key.known_on is not None
    text = (
        _("You are looking at **{day}**, with what was known then: later inventories and changes do not count.")
        if then
        else _(
            "You are looking at **{day}**, with what is known now: inventories of then that were "
            "handed in later count as well."
        )
    )
    with st.container(
        border=True, horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="past_bar"
    ):
        badge = ":orange-badge[:material/history: " + _("earlier day") + "]"
        with st.container(width="stretch"):
            st.markdown(f"{badge} {text.format(day=day(frame.as_of))}")
        with st.container(horizontal=True, width="content"):
            st.button(
                _("With what is known now") if then else _("With what was known then"),
                type="tertiary",
                key="past_knowledge",
                on_click=state.remember_hindsight,
                args=(then,),
            )
            st.button(
                _("Back to today"),
                icon=":material/today:",
                key="past_back",
                on_click=_back_to_today,
                args=(frame.today,),
            )


def _back_to_today(today: date) -> None:
    st.session_state.pop("filter_as_of", None)
    state.remember_hindsight(chosen=False)
    state.remember_as_of(today, today)


def _head_of_paper(frame: Frame, *, dated: bool) -> None:
    """Board and day on top of every sheet that is printed: the reference date where figures hold for one."""
    of_date = " · " + (_("Reference date") + " " + day(frame.as_of) if dated else day(frame.today))
    # a name is a person's: in CSS every sign of it is written as its number
    text = "".join(sign if sign.isalnum() else f"\\{ord(sign):x} " for sign in frame.board.name + of_date)
    st.html(f'<style>@page {{ @top-left {{ content: "{text}"; font: 9pt sans-serif }} }}</style>')


def answer(sentence: str) -> None:
    """The one sentence that answers the page's question; its bold part alone is true and enough.

    It stands below the title: of a part of a page above the choice of parts, wherever in the part it is said.
    """
    place = _answer_place.get()
    (st if place is None else place).header(sentence, anchor=False)


@contextmanager
def answering_in(place: DeltaGenerator) -> Iterator[None]:
    """Have what is drawn give its answer there."""
    token = _answer_place.set(place)
    try:
        yield
    finally:
        _answer_place.reset(token)


def _filter(
    frame: Frame,
    schools: Sequence[str] | None,
    school: str | None,
    years: Sequence[int],
    year: int | None,
    *,
    dated: bool,
) -> None:
    shown = [day(frame.as_of)] if dated else []
    if year:
        shown.append(_("plan year {year}").format(year=year))
    if schools is not None:
        shown.append(frame.school_name(school) if school else _("choose a school"))
    with st.popover(" · ".join(shown), icon=":material/tune:"):
        if dated:
            st.date_input(
                _("Reference date"),
                frame.as_of,
                max_value=frame.today,
                format=DATE_FORMATS[language()],
                key="filter_as_of",
                on_change=_date_chosen,
                args=(frame.today,),
                help=_("All figures on the screen hold for this date, and on an earlier one for what was known then."),
            )
        if year is not None:
            st.selectbox(
                _("Plan year"),
                years,
                index=list(years).index(year),
                key="filter_year",
                on_change=_year_chosen,
                args=(frame.as_of.year,),
            )
        if schools is not None:
            options = list(schools)
            st.selectbox(
                _("School"),
                options,
                index=options.index(school) if school in options else None,
                format_func=frame.school_name,
                placeholder=_("choose a school"),
                key="filter_school",
                on_change=_school_chosen,
            )


def _date_chosen(default: date) -> None:
    chosen = st.session_state["filter_as_of"]
    state.remember_as_of(chosen or default, default)


def _year_chosen(default: int) -> None:
    state.remember_year(st.session_state["filter_year"], default)


def _school_chosen() -> None:
    state.remember_school(st.session_state["filter_school"])


def more(name: str, *, closed: str, opened: str, icon: str) -> bool:
    """A quiet button that opens and closes something; returns whether it is open."""
    key = f"open_{name}"
    is_open = bool(st.session_state.get(key))
    st.button(
        opened if is_open else closed,
        type="tertiary",
        icon=icon,
        key=f"toggle_{name}",
        on_click=lambda: st.session_state.update({key: not is_open}),
    )
    return is_open


def table_and_download(name: str, make_excel: Callable[[], bytes], file_name: str) -> bool:
    """The two quiet buttons under a chart; returns whether the table is open."""
    with st.container(horizontal=True):
        is_open = more(name, closed=_("Show as table"), opened=_("Hide table"), icon=":material/table:")
        download(name, make_excel, file_name)
    return is_open


def download(name: str, make_excel: Callable[[], bytes], file_name: str, label: str | None = None) -> None:
    """The quiet button that hands out a table as Excel, made when it is clicked."""
    st.download_button(
        label or _("Download Excel"),
        in_this_language(make_excel),
        file_name,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        key=f"download_{name}",
        type="tertiary",
        icon=":material/download:",
        on_click="ignore",
    )


def plain(text: object) -> str:
    """Text from a workbook or a person, shown as it is: nothing in it works as markdown, an address is no link."""
    marks = "\\`*_{}[]<>()#+-.!|~$:"
    unlinked = _LINKED.sub("\\1\u2060", str(text))  # escapes alone do not keep an address from becoming a link
    unlinked = unlinked.replace(":material/", ":\u2060material/")  # nor do they keep a code from becoming a picture
    return "".join(f"\\{ch}" if ch in marks else ch for ch in unlinked)


def devices(n: int) -> str:
    """'1 device', '214 devices'."""
    return f"{number(n)}\u00a0" + (_("device") if n == 1 else _("devices"))
