"""Improves a plan in whole sets, change by change."""

from typing import Final

import numpy as np

from planning.rounds.solver.arrays import NO_LIMIT, Arrays, Floats, Table
from planning.rounds.solver.changes import Changes, money, worth
from planning.rounds.solver.choosing import choose
from planning.rounds.solver.evaluate import fits, money_of, over_budget, values_of

_TRIED: Final = 300
"""How many changes, the best at the prices of each round's money, are tried two by two."""


def improve(arrays: Arrays, changes: Changes, weights: Floats, money_prices: Floats, sets: Table, steps: int) -> Table:
    """The plan after at most this many steps, each of which makes it better.

    `money_prices` is what money is worth by round. A plan that passes a limit stays as it is.
    """
    a = arrays
    if not len(changes.line) or not fits(a, sets):
        return sets
    # where prices stay as they are, a change costs what it says, and only its own line's changes alter with it
    plain = is_plain(a, weights)
    everything = np.arange(len(changes.line))
    paid = money_of(a, a.column_line, a.column_type, a.column_round, a.devices(sets))
    best, value = sets, value_of(a, weights, sets)
    gain, cost = worth(a, changes, weights, best, everything), money(a, changes, best, paid.unit, everything)
    for _ in range(steps):
        score = gain + weights[2] * cost.sum(axis=1)
        priced = np.where(changes.possible(a, best, everything), score + cost @ money_prices, np.inf)
        tried = np.argpartition(priced, _TRIED)[:_TRIED] if len(priced) > _TRIED else everything
        tried = np.sort(tried[np.isfinite(priced[tried])])
        used = np.cumsum(cost[tried], axis=1) if a.instance.carry_over else cost[tried]
        slack = np.where(a.limit >= NO_LIMIT, np.inf, -over_budget(a, paid))
        after = [best, value]

        def accept(comes: list[int], goes: list[int], tried: Table = tried, after: list[object] = after) -> bool:
            assert isinstance(after[0], np.ndarray)
            assert isinstance(after[1], float)
            trial = changes.apply(changes.apply(after[0], tried[comes]), tried[goes], -1)
            now = value_of(a, weights, trial)
            if not fits(a, trial) or now >= after[1]:
                return False
            after[:] = [trial, now]
            return True

        chosen = tried[choose(score[tried], used, slack, changes.line[tried], None if plain else accept)]
        if not len(chosen):
            break
        best = changes.apply(best, chosen)
        value = value_of(a, weights, best)
        paid = money_of(a, a.column_line, a.column_type, a.column_round, a.devices(best))
        touched = changes.of(np.unique(changes.line[chosen]))
        gain[touched] = worth(a, changes, weights, best, touched)
        if not plain:
            cost = money(a, changes, best, paid.unit, everything)
    return best


def is_plain(arrays: Arrays, weights: Floats) -> bool:
    """Whether money of the board is all that lines share, at prices that stay as they are."""
    a = arrays
    return not (
        any(kind.tiers for kind in a.instance.types.values())
        or a.fixed_cost.any()
        or a.school_money.any()
        or (a.school_limit < NO_LIMIT).any()
        or weights[3]
    )


def value_of(arrays: Arrays, weights: Floats, sets: Table) -> float:
    """The weighted sum of the criteria of a plan."""
    v = values_of(arrays, sets)
    return float(weights @ np.array([v.short, v.unserved, v.cost, v.peak], dtype=float))
