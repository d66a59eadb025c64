"""The services' answers, kept between reruns.

The key is (board, schools within reach, data version): a change raises the version, so nothing is ever stale, and the
reach is part of it, so no answer leaks to somebody who may not see it. Kept values are shared: never change them.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from typing import Final

import plotly.graph_objects as go
import streamlit as st

from pages.parts.kept import Kept, forget_every_answer
from pages.parts.session import open_database
from pages.parts.theme import Theme
from planning.attention.goals import goal_signals
from planning.attention.privacy import Watched, watched
from planning.attention.service import Signal, in_order, signals_of
from planning.attention.teams import team_signals
from planning.competences.service import Competences, competences
from planning.core.boards import Board
from planning.core.rights import Person, Right, require
from planning.core.service import own_board
from planning.goals import service as goals
from planning.goals.measures import Measured, measured
from planning.goals.plan import Plan, year_in_force
from planning.goals.sources import Sources
from planning.privacy.attitude_service import AttitudeFacts, attitude
from planning.privacy.facts import PrivacyFacts
from planning.privacy.service import facts as privacy_facts
from planning.quality_teams import service as quality_teams
from planning.ratios.records import Publication
from planning.ratios.rules import GroupRatio
from planning.ratios.service import Facts, facts, published


@dataclass(frozen=True)
class DataKey:
    """What an answer depends on, whoever asks."""

    board_id: str
    reach: frozenset[str] | None
    version: int


_boards: Final = Kept[Board](50)
_facts: Final = Kept[Facts](50)
_teams: Final = Kept[quality_teams.Facts](50)
_publications: Final = Kept[Publication | None](50)
_ratios: Final = Kept[GroupRatio](200)
_signals: Final = Kept[tuple[Signal, ...]](200)
_watched: Final = Kept[Watched](200)
_competences: Final = Kept[Competences](50)
_charts: Final = Kept[go.Figure](400)
_privacy: Final = Kept[PrivacyFacts](50)
_attitude: Final = Kept[AttitudeFacts](50)
_plan_years: Final = Kept[tuple[int, ...]](50)
_plans: Final = Kept[Plan | None](50)
_sources: Final = Kept[Sources](50)
_measured: Final = Kept[Measured](100)


def forget() -> None:
    """Keep nothing any more: for a test, whose database is another one with the same boards."""
    forget_every_answer()
    kept_card.clear()


def kept_board(key: DataKey, person: Person) -> Board:
    """The person's board."""
    return _boards.get(key, lambda: own_board(person, open_database()))


def kept_facts(key: DataKey, person: Person) -> Facts:
    """Everything the ratio screens need of the schools within reach."""
    require(person, Right.READ)
    return _facts.get(key, lambda: facts(person, open_database()))


def kept_teams(key: DataKey, person: Person) -> quality_teams.Facts:
    """The quality teams, and the visits and requests of the schools within reach."""
    require(person, Right.READ)
    return _teams.get(key, lambda: quality_teams.facts(person, open_database()))


def kept_publication(key: DataKey, person: Person) -> Publication | None:
    """The figures published last."""
    require(person, Right.READ_PUBLISHED)
    return _publications.get(key, lambda: published(person, open_database()))


def kept_ratio(key: DataKey, as_of: date, person: Person) -> GroupRatio:
    """The ratios on a reference date."""
    found = kept_facts(key, person)
    return _ratios.get((key, as_of), lambda: found.on(as_of))


def kept_signals(key: DataKey, as_of: date, person: Person) -> tuple[Signal, ...]:
    """What needs a person on a reference date."""
    found, teams = kept_facts(key, person), kept_teams(key, person)
    year = year_in_force(kept_plan_years(key, person), as_of)
    # whoever sees to some schools of the board does not see to its goals
    plan = kept_plan(key, year, person) if year is not None and key.reach is None else None
    return _signals.get(
        (key, as_of),
        lambda: in_order((*signals_of(found, as_of), *goal_signals(plan, as_of), *team_signals(teams, as_of))),
    )


def kept_privacy(key: DataKey, person: Person) -> PrivacyFacts:
    """Policy, norms and measures of the board."""
    require(person, Right.READ)
    return _privacy.get(key, lambda: privacy_facts(person, open_database()))


def kept_attitude(key: DataKey, person: Person) -> AttitudeFacts:
    """Awareness of the schools within reach."""
    require(person, Right.READ)
    return _attitude.get(key, lambda: attitude(person, open_database()))


def kept_plan_years(key: DataKey, person: Person) -> tuple[int, ...]:
    """The years that have a plan."""
    require(person, Right.READ)
    return _plan_years.get(key, lambda: goals.years(person, open_database()))


def kept_plan(key: DataKey, year: int, person: Person) -> Plan | None:
    """A plan year as it is now; None where there is none."""
    require(person, Right.READ)
    return _plans.get((key, year), lambda: goals.plan(person, open_database(), year))


def kept_measured(key: DataKey, year: int, day: date, until: date, person: Person) -> Measured:
    """What is measured of the goals of a year on a day, which is not after `until`, the reference date."""
    found = kept_facts(key, person)
    return _measured.get(
        (key, year, day, until),
        lambda: measured(_sources_of(key, found, until, person), lambda on: kept_ratio(key, on, person), year, day),
    )


def _sources_of(key: DataKey, found: Facts, until: date, person: Person) -> Sources:
    return _sources.get((key, until), lambda: goals.sources(person, open_database(), found, until))


def kept_watched(key: DataKey, person: Person) -> Watched:
    """What of IBP this person watches; roles differ in what they may know."""
    return _watched.get((key, person.role), lambda: watched(person, open_database()))


def kept_competences(key: DataKey, person: Person) -> Competences:
    """Vision, workshop, sets, and what may be shown of the self-scans within reach."""
    require(person, Right.READ)
    return _competences.get(key, lambda: competences(person, open_database()))


def kept_chart(key: DataKey, theme: Theme, name: str, subject: Hashable, make: Callable[[], go.Figure]) -> go.Figure:
    """A figure, for as long as the data, the screen and its subject stay the same."""

    def make_plain() -> go.Figure:
        figure = make()
        plain = figure.to_dict()
        figure.to_dict = lambda: plain  # Streamlit asks for it at every rerun, and copying it is half of a chart's work
        return figure

    return _charts.get((key, theme, name, subject), make_plain)


@st.cache_resource(max_entries=400, show_spinner=False)
def kept_card(key: str, _draw: Callable[[], None]) -> None:
    """A card without fields or buttons, for as long as its key: Streamlit shows again what was drawn once.

    The key is one text: Streamlit looks at the signature and the class of everything else, at every rerun.
    """
    _draw()


def card_key(key: DataKey, theme: Theme, *subject: Hashable) -> str:
    """All that a card depends on as one text; two that differ never read the same."""
    reach = None if key.reach is None else sorted(key.reach)
    return repr((key.board_id, reach, key.version, theme, subject))
