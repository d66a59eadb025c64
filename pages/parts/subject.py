"""What a subject is to the rest of the product: its page, and what other pages show of it."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any, Protocol, TypeVar

import streamlit as st

from pages.parts.audit_topic import AuditTopic
from pages.parts.frame import Frame
from pages.parts.places import Place
from pages.parts.signal_words import SignalWords
from planning.attention.signal import Signal


def _nothing_else(_frame: Frame) -> Hashable:
    return None


@dataclass(frozen=True)
class Tile:
    """What the overview shows of a subject."""

    row: int  # from the top; tiles of one row stand side by side, in the order of the menu
    show: Callable[[Frame], None]
    depends_on: Callable[[Frame], Hashable] = _nothing_else  # beside the board's own data: what a circle of boards has


@dataclass(frozen=True)
class SchoolCard:
    """What the page of a school shows of a subject."""

    row: int  # as of a tile
    show: Callable[[Frame, str], None]  # the second is the school
    needs_inventory: bool = True  # whether there is nothing to show of a school without one


def _no_signals(_frame: Frame) -> Sequence[Signal]:
    return ()


def _no_news(_frame: Frame, _since: date) -> Sequence[str]:
    return ()


def _nothing() -> None: ...


def _nothing_yet(_frame: Frame) -> None: ...


@dataclass(frozen=True)
class Subject:
    """Something the product is about. Its folder makes it of its own parts; pages/subjects.py registers it."""

    place: Place
    tile: Tile | None = None
    school_card: SchoolCard | None = None
    beginning: Callable[[Frame], None] = _nothing_yet  # what the overview shows first while a board begins
    signals: Callable[[Frame], Sequence[Signal]] = _no_signals  # what of it needs this person now
    signal_words: Mapping[str, SignalWords[Any]] = field(default_factory=dict)  # by code of its signals
    news: Callable[[Frame, date], Sequence[str]] = _no_news  # what of it changed after a day, each in a few words
    topics: tuple[AuditTopic, ...] = ()  # its lines in the log
    leave: Callable[[], None] = _nothing  # forgets what of it waits for a decision


class _InRow(Protocol):
    @property
    def row(self) -> int: ...


C = TypeVar("C", bound=_InRow)


def show_in_rows(cards: Iterable[C], show: Callable[[C], None]) -> None:
    """Show cards from the top, those of one row side by side; one that draws nothing leaves no hole (screen.css)."""
    for row, together in groupby(sorted(cards, key=lambda card: card.row), key=lambda card: card.row):
        beside = list(together)
        if len(beside) == 1:
            show(beside[0])
            continue
        with st.container(key=f"row_of_cards_{row}"):
            columns = st.columns(len(beside))
        for column, card in zip(columns, beside, strict=True):
            with column:
                show(card)
