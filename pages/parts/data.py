"""The services' answers, kept between reruns.

The key is (board, schools within reach, data version): a change raises the version, so nothing is ever stale, and the
reach is part of it, so no answer leaks to somebody who may not see it. Kept values are shared: never change them.
"""

from collections.abc import Callable, Hashable
from dataclasses import astuple, dataclass
from datetime import date
from typing import Any, Final

import plotly.graph_objects as go
import streamlit as st

from pages.parts.session import open_database
from pages.parts.theme import Theme
from planning.attention.service import Signal, signals_of
from planning.core.boards import Board
from planning.core.rights import Person
from planning.core.service import own_board
from planning.ratios.rules import GroupRatio
from planning.ratios.service import Facts, facts


@dataclass(frozen=True)
class DataKey:
    """What an answer depends on, whoever asks."""

    board_id: str
    reach: frozenset[str] | None
    version: int


def data_key(person: Person) -> DataKey:
    """The key of this moment: one small query."""
    return DataKey(person.board_id, person.reach, open_database().data_version(person.board_id))


def _parts(value: Any) -> str:
    # the fields themselves, not their hash(): two keys that collide would show one board to another
    return repr([sorted(part) if isinstance(part, frozenset) else part for part in astuple(value)])


_KEYS: Final[dict[str | type[Any], Callable[[Any], Any]]] = {DataKey: _parts, Theme: _parts}


@st.cache_resource(max_entries=50, show_spinner=False, hash_funcs=_KEYS)
def kept_board(key: DataKey, _person: Person) -> Board:
    """The person's board."""
    return own_board(_person, open_database())


@st.cache_resource(max_entries=50, show_spinner=False, hash_funcs=_KEYS)
def kept_facts(key: DataKey, _person: Person) -> Facts:
    """Everything the ratio screens need of the schools within reach."""
    return facts(_person, open_database())


@st.cache_resource(max_entries=200, show_spinner=False, hash_funcs=_KEYS)
def kept_ratio(key: DataKey, as_of: date, _person: Person) -> GroupRatio:
    """The ratios on a reference date."""
    return kept_facts(key, _person).on(as_of)


@st.cache_resource(max_entries=200, show_spinner=False, hash_funcs=_KEYS)
def kept_signals(key: DataKey, as_of: date, _person: Person) -> tuple[Signal, ...]:
    """What needs a person on a reference date."""
    return signals_of(kept_facts(key, _person), as_of)


@st.cache_resource(max_entries=400, show_spinner=False, hash_funcs=_KEYS)
def kept_chart(key: DataKey, theme: Theme, name: str, subject: Hashable, _make: Callable[[], go.Figure]) -> go.Figure:
    """A figure, for as long as the data, the screen and its subject stay the same."""
    figure = _make()
    plain = figure.to_dict()
    figure.to_dict = lambda: plain  # Streamlit asks for it at every rerun, and copying it is half of a chart's work
    return figure


@st.cache_resource(max_entries=400, show_spinner=False, hash_funcs=_KEYS)
def kept_card(key: DataKey, theme: Theme, name: str, subject: Hashable, _draw: Callable[[], None]) -> None:
    """A card without fields or buttons, for as long as the same holds: Streamlit shows again what was drawn once."""
    _draw()
