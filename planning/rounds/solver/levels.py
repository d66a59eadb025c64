"""At which prices a type can be bought in a round, and how much of it the money can pay."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planning.rounds.solver.arrays import NO_LIMIT, Arrays, Table


@dataclass(frozen=True, slots=True)
class Levels:
    """Prices at which a type can be bought in a round: one entry for each type, round and price."""

    kind: Table
    round: Table
    price: Table
    fixed: Table
    least: Table  # own devices that must be bought to pay this price
    most: Table
    switched: NDArray[np.bool_]  # has a binary


def levels(arrays: Arrays, tiers: Table | None = None) -> Levels:
    """All prices of every type and round; with `tiers` only that of the tier given (type x round)."""
    sizes = arrays.set_size[arrays.column_line]
    most_bought = np.zeros_like(arrays.price)
    np.add.at(most_bought, (arrays.column_type, arrays.column_round), arrays.column_most * sizes)
    rows = []
    for k, r in np.argwhere(most_bought > 0).tolist():
        most, joint, fixed = int(most_bought[k, r]), int(arrays.joint[k, r]), int(arrays.fixed_cost[k, r])
        steps = [(0, int(arrays.price[k, r]))] + [(least, int(prices[r])) for least, prices in arrays.tiers[k]]
        if tiers is not None:
            rows.append((k, r, steps[tiers[k, r]][1], fixed, 0, most, fixed > 0))
            continue
        ends = [quantity - 1 - joint for quantity, _ in steps[1:]] + [most]
        reachable = [
            (max(0, quantity - joint), min(end, most), price)
            for (quantity, price), end in zip(steps, ends, strict=True)
            if max(1, quantity - joint) <= min(end, most)
        ]
        switched = fixed > 0 or len(reachable) > 1
        rows += [(k, r, price, fixed, least, end, switched) for least, end, price in reachable]
    table = np.array(rows, dtype=np.int64).reshape(-1, 7)
    kinds, in_rounds, prices, costs, lows, highs, on = table.T
    return Levels(kinds, in_rounds, prices, costs, lows, highs, switched=on.astype(bool))


def affordable(a: Arrays, column: Table, level: Levels, at: Table) -> Table:
    """The most sets of a column that the money of its round can pay at this level; half a set is none."""
    line, r = a.column_line[column], a.column_round[column]
    money = np.where(a.limit[r] >= NO_LIMIT, NO_LIMIT, a.limit[r] + a.school_money[a.school[line], r])
    most = a.column_most[column]
    for left, price in (
        (money - level.fixed[at], level.price[at]),
        (a.school_limit[a.school[line], r], a.price[a.column_type[column], r]),
    ):
        each = np.maximum(1, price * a.set_size[line])
        most = np.minimum(most, np.where(price > 0, left // each, np.where(left < 0, 0, most)))
    return np.maximum(most, a.column_least[column])


def repeated(level: Levels) -> NDArray[np.bool_]:
    """Which levels share their type and round with another."""
    _, place, count = np.unique(
        np.stack([level.kind, level.round], axis=1), axis=0, return_inverse=True, return_counts=True
    )
    return np.asarray(count[place.ravel()] > 1, dtype=bool)
