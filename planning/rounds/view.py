"""Everything a plan is made of, as it is kept and known on a reference date."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from planning.core.text import name_key
from planning.ratios.rules import GroupRatio
from planning.ratios.service import RatioView
from planning.rounds.model import Delivery, Order, PlanningRules, Round, Scenario, SchoolChoice
from planning.rounds.reality import OrderProgress, progress_of
from planning.rounds.records import PlanVersion


@dataclass(frozen=True)
class RoundsView:
    """A board's inventories and pupils, what it chose for its rounds, what it approved, ordered and received."""

    ratios: RatioView
    as_of: date
    rounds: tuple[Round, ...]  # by date
    prices: Mapping[tuple[int, str], int]
    rules: PlanningRules
    choices: Mapping[str, SchoolChoice]
    scenarios: tuple[Scenario, ...]
    plans: tuple[PlanVersion, ...]  # oldest first
    orders: tuple[Order, ...]
    deliveries: tuple[Delivery, ...]
    withdrawn: tuple[PlanVersion, ...] = ()  # approved once, and taken back

    @property
    def to_come(self) -> tuple[Round, ...]:
        """The rounds a plan can still buy in."""
        return tuple(r for r in self.rounds if r.on >= self.as_of)

    @property
    def approved(self) -> PlanVersion | None:
        """The plan that holds: the one approved last."""
        return self.plans[-1] if self.plans else None

    @cached_property
    def fleet(self) -> pd.DataFrame:
        """The cohorts held on the reference date (RatioView.fleet)."""
        return self.ratios.fleet(self.as_of)

    @cached_property
    def group_ratio(self) -> GroupRatio:
        """The ratios on the reference date."""
        return self.ratios.on(self.as_of)

    @cached_property
    def progress(self) -> dict[int, OrderProgress]:
        """Order -> what came of it, by the bookings and by the inventories; in the order of the schools' names."""
        found = progress_of(self.orders, self.deliveries, self.ratios.fleets, self.as_of)
        place = {school_id: name_key(self.school_name(school_id)) for school_id in {o.school_id for o in self.orders}}
        return dict(sorted(found.items(), key=lambda item: (place[item[1].order.school_id], item[0])))

    def school_name(self, school_id: str) -> str:
        """The name of a school; its number where the board no longer has it."""
        return next((s.name for s in self.ratios.schools if s.school_id == school_id), school_id)
