"""The services' answers, kept between reruns.

The key is (board, schools within reach, data version): a change raises the version, so nothing is ever stale, and the
reach is part of it, so no answer leaks to somebody who may not see it. Kept values are shared: never change them.
"""

from collections.abc import Callable, Hashable
from datetime import date

import plotly.graph_objects as go
import streamlit as st

from pages.parts.session import open_database
from pages.parts.theme import Theme
from planning.attention.service import Signal, signals_of
from planning.core.rights import Person
from planning.ratios.rules import GroupRatio
from planning.ratios.service import Facts, facts

Reach = tuple[str, ...] | None


def facts_of(person: Person) -> Facts:
    """Everything the ratio screens need of the schools within reach."""
    return _facts(*_key(person), person)


def ratio_of(person: Person, as_of: date) -> GroupRatio:
    """The ratios on a reference date."""
    return _ratio(*_key(person), as_of, person)


def signals_for(person: Person, as_of: date) -> tuple[Signal, ...]:
    """What needs a person now."""
    return _signals(*_key(person), as_of, person)


def _key(person: Person) -> tuple[str, Reach, int]:
    reach = None if person.reach is None else tuple(sorted(person.reach))
    return person.board_id, reach, open_database().data_version(person.board_id)


@st.cache_resource(max_entries=50, show_spinner=False)
def _facts(board_id: str, reach: Reach, version: int, _person: Person) -> Facts:
    return facts(_person, open_database())


@st.cache_resource(max_entries=200, show_spinner=False)
def _ratio(board_id: str, reach: Reach, version: int, as_of: date, _person: Person) -> GroupRatio:
    return _facts(board_id, reach, version, _person).on(as_of)


@st.cache_resource(max_entries=200, show_spinner=False)
def _signals(board_id: str, reach: Reach, version: int, as_of: date, _person: Person) -> tuple[Signal, ...]:
    return signals_of(_facts(board_id, reach, version, _person), as_of)


def kept_chart(person: Person, theme: Theme, name: str, subject: Hashable, make: Callable[[], go.Figure]) -> go.Figure:
    """A figure kept for as long as the data, the screen and its subject stay the same."""
    return _chart(*_key(person), name, subject, theme, make)


@st.cache_resource(max_entries=400, show_spinner=False)
def _chart(
    board_id: str,
    reach: Reach,
    version: int,
    name: str,
    subject: Hashable,
    theme: Theme,
    _make: Callable[[], go.Figure],
) -> go.Figure:
    return _make()
