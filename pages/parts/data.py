"""The services' answers, kept between reruns.

The key is (board, schools within reach, data version): a change raises the version, so nothing is ever stale, and the
reach is part of it, so no answer leaks to somebody who may not see it; where roles differ in what they may know, the
role is part of it too. Kept values are shared: never change them. Every subject keeps its own (pages/goals/data.py, …).
"""

from collections.abc import Callable, Hashable, Mapping
from datetime import date
from typing import Final, NamedTuple

import plotly.graph_objects as go

from pages.parts.kept import CACHES, AnswerCache
from pages.parts.theme import Theme
from pages.server.session import open_database
from planning.circles.service import elsewhere
from planning.core.boards import Board
from planning.core.rights import Person, Right, require
from planning.core.service import own_board
from planning.core.settings import settings
from planning.organisation.service import School, schools


class DataKey(NamedTuple):
    """What an answer depends on, whoever asks; a tuple, because it is hashed at every question."""

    board_id: str
    reach: frozenset[str] | None
    version: int
    known_on: date | None = None  # only what was known by the end of this day; None: all that is known now


_boards: Final = AnswerCache[Board](50)
_elsewhere: Final = AnswerCache[Mapping[Person, str]](50)
_schools: Final = AnswerCache[tuple[School, ...]](50)
_charts: Final = AnswerCache[go.Figure](400)


def forget() -> None:
    """Keep nothing any more: for a test, whose database is another one with the same boards."""
    for cache in CACHES:
        cache.clear()


def kept_board(key: DataKey, person: Person) -> Board:
    """The person's board."""
    return _boards.answer(key, lambda: own_board(person, open_database()))


def kept_elsewhere(key: DataKey, person: Person) -> Mapping[Person, str]:
    """The same person at other boards and in networks, with what that is called.

    As of the last change of the own board: what was added elsewhere shows after it, or at the next sign-in.
    """
    if person.account is None and settings().is_local:
        return {}
    return _elsewhere.answer((key, person), lambda: elsewhere(person, open_database()))


def kept_schools(key: DataKey, person: Person) -> tuple[School, ...]:
    """The schools within reach."""
    require(person, Right.READ)
    return _schools.answer(key, lambda: schools(person, open_database()))


def kept_chart(key: DataKey, theme: Theme, name: str, subject: Hashable, make: Callable[[], go.Figure]) -> go.Figure:
    """A figure, for as long as the data, the screen and its subject stay the same."""

    def make_plain() -> go.Figure:
        figure = make()
        plain = figure.to_dict()
        figure.to_dict = lambda: plain  # Streamlit asks for it at every rerun, and copying it is half of a chart's work
        return figure

    return _charts.answer((key, theme, name, subject), make_plain)
