"""Makes the linear relaxation whole, round by round.

In a round most purchases are whole already. The others are rounded down, and what that leaves of the round's money is
spent on the changes that are worth most when later rounds' money is valued at its price in the relaxation. Then the
round is fixed and the relaxation solved again, which mends the later rounds.
"""

from typing import Final

import numpy as np

from planning.rounds.changes import Changes, money, worth
from planning.rounds.choosing import choose
from planning.rounds.model import Floats
from planning.rounds.prepared import NO_LIMIT, Prepared, Table
from planning.rounds.program import Program, Solved

_TRIED: Final = 200
_TIMES: Final = 4
_WHOLE: Final = 1e-6


def round_by_round(
    program: Program, prepared: Prepared, changes: Changes, weights: Floats, unit: Table, solved: Solved
) -> Table | None:
    """A whole plan from a solved relaxation at unit prices by type and round; None where a later round is in the way.

    The program is given back with its bounds as they were.
    """
    model, p = program.model, prepared
    assert solved.solution is not None
    x = model.fractional(solved.solution)
    here = program.remember()
    try:
        for r in range(p.instance.rounds):
            columns = np.nonzero(p.column_round == r)[0]
            whole = _rounded(p, changes, weights, unit, x, columns, program.money_prices())
            moved = bool((np.abs(whole - x[columns]) > _WHOLE).any())
            x[columns] = whole
            program.fix(columns, whole.astype(float))
            if moved and r + 1 < p.instance.rounds:
                again = program.minimise(weights)
                if again.solution is None or not again.optimal:
                    return None
                x = model.fractional(again.solution)
                x[p.column_round <= r] = np.rint(x[p.column_round <= r])
        return np.rint(x).astype(np.int64)
    finally:
        program.free(here)


def _rounded(
    p: Prepared, changes: Changes, weights: Floats, unit: Table, x: Floats, columns: Table, prices: Floats
) -> Table:
    """Whole sets of one round."""
    state = x.copy()
    state[columns] = np.maximum(np.floor(x[columns] + _WHOLE), p.column_least[columns])
    if not len(columns):
        return state[columns].astype(np.int64)
    r = int(p.column_round[columns[0]])
    money_left = _left(p, unit, state, r)
    # money of this round has no price: it is here or lost, or is carried over to the next
    prices = prices.copy()
    prices[: r + 1] = prices[r + 1] if p.instance.carry_over and r + 1 < len(prices) else 0.0
    lost, gained = changes.lost_in, changes.gained_in
    here = ((lost == r) & ((gained < 0) | (gained >= r))) | ((gained == r) & ((lost < 0) | (lost >= r)))
    free = np.nonzero(here)[0]
    for _ in range(_TIMES):
        some = free[changes.possible(p, state, free)]
        cost = money(p, changes, state, unit, some)
        score = worth(p, changes, weights, state, some) + weights[2] * cost.sum(axis=1) + cost @ prices
        best = _best_of_each(changes.line[some], cost[:, r], score)
        best = best[np.argsort(score[best], kind="stable")[:_TRIED]]
        some = some[best]

        def accept(pair: list[int], some: Table = some) -> bool:
            trial = state.copy()
            _apply(trial, changes, some[pair], r, p)
            if _left(p, unit, trial, r) < 0 or _over_school_budget(p, trial, r):
                return False
            state[:] = trial
            return True

        chosen = choose(score[best], cost[best][:, [r]], np.array([money_left]), changes.line[some], accept)
        if not chosen:
            break
        money_left = _left(p, unit, state, r)
        free = free[~np.isin(changes.line[free], changes.line[some[chosen]])]
        if not len(free):
            break
    return np.rint(state[columns]).astype(np.int64)


def _apply(state: Floats, changes: Changes, some: Table, r: int, p: Prepared) -> None:
    """Only what a change does in this round: the relaxation says what follows later."""
    for columns, step in ((changes.gains[some], 1.0), (changes.loses[some], -1.0)):
        now = columns[(columns >= 0) & (p.column_round[columns] == r)]
        np.add.at(state, now, step)


def _best_of_each(line: Table, cost: Floats, score: Floats) -> Table:
    """Of the changes of one line that cost the same, the best."""
    order = np.lexsort((score, cost, line))
    first = np.ones(len(order), dtype=bool)
    first[1:] = (line[order][1:] != line[order][:-1]) | (cost[order][1:] != cost[order][:-1])
    return np.asarray(order[first])


def _left(p: Prepared, unit: Table, state: Floats, r: int) -> float:
    """What the board can still pay in a round, with what is ordered already for later rounds set apart."""
    if p.limit[r] >= NO_LIMIT:
        return float("inf")
    if not p.instance.carry_over:
        return float(p.limit[r]) - _paid(p, unit, state, r)
    so_far = sum(_paid(p, unit, state, t) for t in range(r + 1))
    left = float(p.limit[r]) - so_far
    for t in range(r + 1, p.instance.rounds):
        if p.limit[t] >= NO_LIMIT:
            break
        so_far += _paid(p, unit, p.column_least, t)
        left = min(left, float(p.limit[t]) - so_far)
    return left


def _paid(p: Prepared, unit: Table, state: Floats | Table, r: int) -> float:
    columns = np.nonzero((p.column_round == r) & (state > 0))[0]
    kind, line = p.column_type[columns], p.column_line[columns]
    spend = state[columns] * p.set_size[line] * unit[kind, r]
    own = np.minimum(np.bincount(p.school[line], spend, len(p.schools)), p.school_money[:, r]).sum()
    return float(spend.sum() + p.fixed_cost[np.unique(kind), r].sum() - own)


def _over_school_budget(p: Prepared, state: Floats, r: int) -> bool:
    if (p.school_limit[:, r] >= NO_LIMIT).all():
        return False
    columns = np.nonzero(p.column_round == r)[0]
    kind, line = p.column_type[columns], p.column_line[columns]
    spend = np.bincount(p.school[line], state[columns] * p.set_size[line] * p.price[kind, r], len(p.schools))
    return bool((spend > p.school_limit[:, r]).any())
