"""Makes the linear relaxation whole, round by round.

In a round most purchases are whole already. The others are rounded down, and what that leaves of the round's money is
spent on the changes that are worth most when later rounds' money is valued at its price in the relaxation. Then the
round is fixed and the relaxation solved again, which mends the later rounds.
"""

from typing import Final

import numpy as np

from planning.rounds.solver.arrays import NO_LIMIT, Arrays, Floats, Table
from planning.rounds.solver.changes import Changes, money, worth
from planning.rounds.solver.choosing import choose
from planning.rounds.solver.program import Program, SolverResult

_TRIED: Final = 200
_TIMES: Final = 4
_MOST_FREED: Final = 100
_WHOLE: Final = 1e-6


def round_by_round(
    program: Program,
    arrays: Arrays,
    changes: Changes,
    weights: Floats,
    unit: Table,
    solved: SolverResult,
    tries: int = 1,
) -> Table | None:
    """A whole plan from a solved relaxation at unit prices by type and round; None where a later round is in the way.

    Of several ways to round a round, `tries`, the one that leaves the best relaxation is kept. The program is given
    back with its bounds as they were.
    """
    model, a = program.model, arrays
    assert solved.solution is not None
    x, prices = model.fractional(solved.solution), program.money_prices()
    here = program.remember()
    try:
        for r in range(a.instance.rounds):
            columns = np.nonzero(a.column_round == r)[0]
            last = tries == 1 and r + 1 == a.instance.rounds  # there is nothing left to mend or to choose from
            best: tuple[float, Floats, Floats, Floats] | None = None
            banned = np.zeros(0, dtype=np.int64)
            for _ in range(tries):
                whole, first = _rounded(a, changes, weights, unit, x, columns, prices, banned)
                moved = bool((np.abs(whole - x[columns]) > _WHOLE).any())
                program.fix(columns, whole)
                if moved and not last:
                    again = program.minimise(weights)
                    if again.solution is None or not again.optimal:
                        break
                    if best is None or again.bound < best[0]:
                        best = again.bound, whole, model.fractional(again.solution), program.money_prices()
                if not moved or not len(first):
                    break
                banned = np.concatenate([banned, first])
            if best is not None:
                _, whole, x, prices = best
                program.fix(columns, whole)
            elif moved and not last:
                return None
            x[columns] = whole
        return np.rint(x).astype(np.int64)
    finally:
        program.free(here)


def _rounded(
    a: Arrays,
    changes: Changes,
    weights: Floats,
    unit: Table,
    x: Floats,
    columns: Table,
    prices: Floats,
    banned: Table,
) -> tuple[Floats, Table]:
    """Whole sets of one round without some changes, and the changes that did most."""
    nothing = np.zeros(0, dtype=np.int64)
    state = x.copy()
    state[columns] = np.maximum(np.floor(x[columns] + _WHOLE), a.column_least[columns])
    if not len(columns):
        return state[columns], nothing
    r = int(a.column_round[columns[0]])
    money_left = _left(a, unit, state, r)
    # money of this round has no price: it is here or lost, or is carried over to the next
    prices = prices.copy()
    prices[: r + 1] = prices[r + 1] if a.instance.carry_over and r + 1 < len(prices) else 0.0
    lost, gained = changes.lost_in, changes.gained_in
    here = ((lost == r) & ((gained < 0) | (gained >= r))) | ((gained == r) & ((lost < 0) | (lost >= r)))
    here[banned] = False
    free, first = np.nonzero(here)[0], nothing
    for _ in range(_MOST_FREED):  # the relaxation pays a fixed cost in part, a plan all of it
        some, cost, score = _scored(a, changes, weights, unit, state, prices, free, r)
        each = np.where(cost < 0, score / np.maximum(1.0, -cost), np.inf)
        if money_left >= 0 or not np.isfinite(each).any():
            break
        _apply(state, changes, some[[int(each.argmin())]], r, a)
        money_left = _left(a, unit, state, r)
    for _ in range(_TIMES):

        def accept(comes: list[int], goes: list[int], some: Table = some) -> bool:
            trial = state.copy()
            _apply(trial, changes, some[comes], r, a)
            _apply(trial, changes, some[goes], r, a, -1.0)
            if _left(a, unit, trial, r) < 0 or _over_school_budget(a, trial, r):
                return False
            state[:] = trial
            return True

        chosen = choose(score, cost[:, None], np.array([money_left]), changes.line[some], accept)
        if not chosen:
            break
        if not len(first):
            first = some[chosen[:2]]
        money_left = _left(a, unit, state, r)
        free = free[~np.isin(changes.line[free], changes.line[some[chosen]])]
        if not len(free):
            break
        some, cost, score = _scored(a, changes, weights, unit, state, prices, free, r)
    return np.rint(state[columns]), first


def _scored(
    a: Arrays,
    changes: Changes,
    weights: Floats,
    unit: Table,
    state: Floats,
    prices: Floats,
    free: Table,
    r: int,
) -> tuple[Table, Floats, Floats]:
    """Of these changes the best: each with what it costs in this round and what it is worth with the rest priced."""
    some = free[changes.possible(a, state, free)]
    cost = money(a, changes, state, unit, some)
    score = worth(a, changes, weights, state, some) + weights[2] * cost.sum(axis=1) + cost @ prices
    best = _best_of_each(changes.line[some], cost[:, r], score)
    best = best[np.argsort(score[best], kind="stable")[:_TRIED]]
    return some[best], cost[best, r], score[best]


def _apply(state: Floats, changes: Changes, some: Table, r: int, a: Arrays, times: float = 1.0) -> None:
    """Only what a change does in this round: the relaxation says what follows later."""
    for columns, step in ((changes.gains[some], times), (changes.loses[some], -times)):
        now = columns[(columns >= 0) & (a.column_round[columns] == r)]
        np.add.at(state, now, step)


def _best_of_each(line: Table, cost: Floats, score: Floats) -> Table:
    """Of the changes of one line that cost the same, the best."""
    order = np.lexsort((score, cost, line))
    first = np.ones(len(order), dtype=bool)
    first[1:] = (line[order][1:] != line[order][:-1]) | (cost[order][1:] != cost[order][:-1])
    return np.asarray(order[first])


def _left(a: Arrays, unit: Table, state: Floats, r: int) -> float:
    """What the board can still pay in a round, with what is ordered already for later rounds set apart."""
    if a.limit[r] >= NO_LIMIT:
        return float("inf")
    if not a.instance.carry_over:
        return float(a.limit[r]) - _paid(a, unit, state, r)
    so_far = sum(_paid(a, unit, state, t) for t in range(r + 1))
    left = float(a.limit[r]) - so_far
    for t in range(r + 1, a.instance.rounds):
        if a.limit[t] >= NO_LIMIT:
            break
        so_far += _paid(a, unit, a.column_least, t)
        left = min(left, float(a.limit[t]) - so_far)
    return left


def _paid(a: Arrays, unit: Table, state: Floats | Table, r: int) -> float:
    columns = np.nonzero((a.column_round == r) & (state > 0))[0]
    kind, line = a.column_type[columns], a.column_line[columns]
    spend = state[columns] * a.set_size[line] * unit[kind, r]
    own = np.minimum(np.bincount(a.school[line], spend, len(a.schools)), a.school_money[:, r]).sum()
    return float(spend.sum() + a.fixed_cost[np.bincount(kind, minlength=len(a.types)) > 0, r].sum() - own)


def _over_school_budget(a: Arrays, state: Floats, r: int) -> bool:
    if (a.school_limit[:, r] >= NO_LIMIT).all():
        return False
    columns = np.nonzero(a.column_round == r)[0]
    kind, line = a.column_type[columns], a.column_line[columns]
    spend = np.bincount(a.school[line], state[columns] * a.set_size[line] * a.price[kind, r], len(a.schools))
    return bool((spend > a.school_limit[:, r]).any())
