"""A measured number on its way from where it began to where it should end. Pure."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class StillToCome:
    """Devices of a round that are ordered and not delivered, where some of it came."""

    number: int  # of the round, by date
    name: str  # its own; "" goes by its number
    devices: int


@dataclass(frozen=True)
class Figure:
    """One measured number of a sub-goal on a day. None is not known, or not to be compared."""

    code: str  # what is measured; pages say it in words
    day: date
    now: float | None
    goal: float
    base: float | None = None  # on 1 January of the plan year
    less_is_better: bool = False  # pupils per device: its way leads down, from `base`; what is counted starts at none
    still: tuple[StillToCome, ...] = ()  # why what is nearly there does not count yet

    @property
    def share(self) -> float | None:
        """The part of the way that is behind us, 0 to 1; None where no way can be drawn."""
        start = self.base if self.less_is_better else 0.0
        if self.now is None or (not self.less_is_better and not self.goal):
            return None
        if self.is_reached:
            return 1.0
        if start is None:
            return None
        way = self.goal - start
        # whoever began the year at the goal and is not there any more has the whole way to go
        return 0.0 if (way >= 0) is self.less_is_better else min(1.0, max(0.0, (self.now - start) / way))

    @property
    def is_reached(self) -> bool:
        """Whether the goal is there."""
        if self.now is None:
            return False
        return self.now <= self.goal if self.less_is_better else self.now >= self.goal > 0

    def moved(self, earlier: "Figure | None") -> int:
        """1 better than before, -1 worse, 0 the same or not to be compared."""
        if earlier is None or earlier.now is None or self.now is None:
            return 0
        # of a whole that grew or shrank, the part of it is what tells
        now, was = (
            value if self.less_is_better or not figure.goal else value / figure.goal
            for figure, value in ((self, self.now), (earlier, earlier.now))
        )
        better = (now > was) - (now < was)
        return -better if self.less_is_better else better


def counted(code: str, day: date, now: int, whole: int, base: int | None = None) -> Figure:
    """`now` of `whole`."""
    return Figure(code, day, now, whole, base)
