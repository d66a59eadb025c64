"""From the shortage of now to that after a round, term by term: the changes add up to the outcome. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import astuple, dataclass

from planning.rounds.board_plan import BoardPlan
from planning.rounds.view import RoundsView


@dataclass(frozen=True)
class Bridge:
    """Devices. `short_now` and the five changes after it add up to `short_then`, also for schools taken together."""

    short_now: int
    coming: int  # minus what is delivered or on its way and in no inventory yet
    bought: int  # minus what the plan buys up to and with the round
    stopping: int  # plus what counts no longer by then: without updates, or too old
    wanted: int  # more (or fewer) devices needed: pupils, target, reserve
    beyond: int  # what a school has beyond its target helps no other: how much more (or less) that is than now
    short_then: int
    needed_now: int
    needed_then: int

    @property
    def changes(self) -> tuple[int, ...]:
        """The changes, in the order they are told."""
        return self.coming, self.bought, self.stopping, self.wanted, self.beyond


def bridges(view: RoundsView, plan: BoardPlan, place: int) -> dict[str, Bridge]:
    """School -> its bridge from the reference date to after the round of this place."""
    to_come = {r.round_id for r in view.to_come}
    coming: Counter[str] = Counter()
    for progress in view.progress.values():
        if progress.order.round_id not in to_come:
            coming[progress.order.school_id] += progress.coming
    bought: Counter[str] = Counter()
    reached = {r.round_id for r in plan.rounds[: place + 1]}
    for purchase in plan.purchases:
        if purchase.round_id in reached:
            bought[purchase.school_id] += purchase.count
    now = {school.school_id: school for school in view.group_ratio.schools}
    found = {}
    for school in plan.schools:
        ratio = now[school.school_id]
        needed, there, short = ratio.needed or 0, ratio.countable or 0, ratio.shortage or 0
        wanted, stock, short_then = school.wanted[place], school.stock[place], school.short[place]
        arrives = coming[school.school_id] + bought[school.school_id]
        found[school.school_id] = Bridge(
            short_now=short,
            coming=-coming[school.school_id],
            bought=-bought[school.school_id],
            stopping=there + arrives - stock,
            wanted=wanted - needed,
            beyond=(short_then - (wanted - stock)) - (short - (needed - there)),
            short_then=short_then,
            needed_now=needed,
            needed_then=wanted,
        )
    return found


def total(found: Iterable[Bridge]) -> Bridge:
    """The bridge of schools taken together."""
    rows = [astuple(one) for one in found]
    return Bridge(*(sum(column) for column in zip(*rows, strict=True))) if rows else Bridge(*[0] * 9)
