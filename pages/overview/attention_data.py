"""The signals of every subject; what a running clock does not move is kept between reruns (see data.py)."""

from datetime import date
from typing import Final

from pages.goals.data import kept_plan, kept_plan_years
from pages.parts.data import DataKey, kept_facts
from pages.parts.frame import Frame
from pages.parts.kept import Kept
from pages.privacy.data import urgent_signals
from pages.quality_teams.data import kept_teams
from planning.attention.devices import device_signals
from planning.attention.goals import goal_signals
from planning.attention.signal import Signal, in_order
from planning.attention.teams import team_signals
from planning.core.rights import Person
from planning.goals.plan import year_in_force

_signals: Final = Kept[tuple[Signal, ...]](200)


def signals_of(frame: Frame) -> tuple[Signal, ...]:
    """What needs a person: of IBP at the moment where the board's clock stands, the rest on the reference date."""
    return (*urgent_signals(frame), *_kept_signals(frame.key, frame.as_of, frame.person))


def _kept_signals(key: DataKey, as_of: date, person: Person) -> tuple[Signal, ...]:
    found, teams = kept_facts(key, person), kept_teams(key, person)
    year = year_in_force(kept_plan_years(key, person), as_of)
    # whoever sees to some schools of the board does not see to its goals
    plan = kept_plan(key, year, person) if year is not None and key.reach is None else None
    return _signals.get(
        (key, as_of),
        lambda: in_order((*device_signals(found, as_of), *goal_signals(plan, as_of), *team_signals(teams, as_of))),
    )
