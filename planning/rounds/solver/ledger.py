"""What can still be bought: budgets, schools' budgets and schools' own money, kept while a plan grows."""

import numpy as np

from planning.rounds.solver.arrays import NO_LIMIT, Arrays, Table
from planning.rounds.solver.evaluate import money_of


class Ledger:
    """A growing plan (sets by column) and what is left to spend beside it, at list price.

    List price is what a plan that is not yet complete can count on: a tier is only reached at the end.
    """

    def __init__(self, arrays: Arrays, sets: Table) -> None:
        a = self.arrays = arrays
        self.sets: Table = sets.copy()
        money = money_of(a, a.column_line, a.column_type, a.column_round, a.devices(sets))
        paid = np.cumsum(money.paid) if a.instance.carry_over else money.paid
        self._left = np.where(a.limit >= NO_LIMIT, NO_LIMIT, a.limit - paid).tolist()
        self._school_left = np.where(
            a.school_limit >= NO_LIMIT, NO_LIMIT, a.school_limit - money.school_list_spend
        ).tolist()
        self._own = (a.school_money - money.school_paid).tolist()
        self._bought = (money.quantity > 0).tolist()
        self._price = a.price.tolist()
        self._fixed = a.fixed_cost.tolist()
        self._size = a.set_size.tolist()
        self._school = a.school.tolist()
        self._most = a.column_most.tolist()
        self._carry_over = a.instance.carry_over
        keys = zip(a.column_line.tolist(), a.column_type.tolist(), a.column_round.tolist(), strict=True)
        self.place = {key: j for j, key in enumerate(keys)}

    def buy(self, line: int, kind: int, r: int, wanted: int) -> int:
        """Buy as many sets as are wanted and can be had; gives how many that is."""
        j = self.place.get((line, kind, r))
        if j is None or wanted <= 0:
            return 0
        school, price = self._school[line], self._price[kind][r] * self._size[line]
        fixed = 0 if self._bought[kind][r] else self._fixed[kind][r]
        left = min(self._left[r:]) if self._carry_over else self._left[r]
        count = min(wanted, int(self._most[j]) - int(self.sets[j]))
        if left < fixed:
            return 0
        if price > 0:
            count = min(count, (left - fixed + self._own[school][r]) // price, self._school_left[school][r] // price)
        if count <= 0:
            return 0
        self.sets[j] += count
        own = min(self._own[school][r], count * price)
        self._own[school][r] -= own
        self._school_left[school][r] -= count * price
        for t in range(r, len(self._left) if self._carry_over else r + 1):
            self._left[t] -= count * price - own + fixed
        self._bought[kind][r] = True
        return count
