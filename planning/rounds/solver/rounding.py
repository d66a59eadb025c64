"""Makes the linear relaxation whole, where money is all that lines share.

Each line is rounded so that it stays as good as it was at the prices of money; that passes some budgets and leaves
others unspent. Then round by round the best four chains that begin in it are changed, so that its money is spent as far
as it goes; what they do in later rounds is mended there.
"""

from functools import lru_cache
from typing import Final

import numpy as np

from planning.rounds.solver.arrays import NO_LIMIT, Arrays, Floats, Table
from planning.rounds.solver.chains import IMPOSSIBLE, Chains, LinesAlike, losses, purchases
from planning.rounds.solver.evaluate import money_of, over_budget, stock_of

ALIKE: Final = 2  # lines that are tried with one chain: two of them may go together
_LEAST: Final = -0.5
_TRIED: Final = 140
_FEW: Final = 10
_TIMES: Final = 8


def whole_plans(arrays: Arrays, chains: Chains, weights: Floats, x: Floats, prices: Floats, passes: int) -> list[Table]:
    """Plans in whole sets near the solution of a relaxation; none where none keeps to the budgets.

    `prices` is what money is worth by round; there are so many ways to round, and passes over the rounds in each.
    """
    if not chains.groups:
        return []
    rent = prices - np.append(prices[1:], 0.0) if arrays.instance.carry_over else prices
    found = []
    for part in (np.arange(passes) + 0.5) / passes:
        plan = _Plan(arrays, chains, weights, _rounded(arrays, x, part))
        found += [plan.sets.copy() for _ in range(passes) if plan.keeps_to_budgets(rent)]
    return found


class _Plan:
    """A plan while it changes."""

    def __init__(self, arrays: Arrays, chains: Chains, weights: Floats, sets: Table) -> None:
        a = self._arrays = arrays
        self._chains, self._weights = chains, weights
        self.sets = sets
        self._stock, self._young = stock_of(a, a.column_line, a.column_type, a.column_round, a.devices(sets))
        paid = money_of(a, a.column_line, a.column_type, a.column_round, a.devices(sets))
        self._slack = np.where(a.limit >= NO_LIMIT, NO_LIMIT, -over_budget(a, paid)).astype(float)

    def keeps_to_budgets(self, rent: Floats) -> bool:
        """Spend the money of every round as well as it goes, and no more; whether that was found."""
        for r in range(len(rent)):
            for _ in range(_TIMES):
                self._fit(r, rent)
                if self._slack[r] >= 0:
                    break
        return bool((self._slack >= 0).all())

    def _fit(self, r: int, rent: Floats) -> None:
        """Change the at most four chains that begin in a round which are best within its budget, or bring it nearest.

        A plan is off its bound by what its lines are off theirs at the prices of money (`rent`), and by what money that
        is left would be worth.
        """
        changes, line, cost, off = self._candidates(r, rent)
        none = len(changes)  # a pair with it is one chain alone, or none
        first, second = _pairs(none + 1)
        good = (line[first] != line[second]) | (first == none)
        first, second = first[good], second[good]
        need = cost[first] + cost[second]
        order = np.argsort(need, kind="stable")
        first, second, need = first[order], second[order], need[order]
        worth = off[first] + off[second] - rent[r] * need
        # of all pairs that need no more than what is left beside a pair, the one that is worth most
        fits = np.searchsorted(need, max(self._slack[r], need[0]) - need, "right")
        sums = np.where(fits > 0, worth + np.minimum.accumulate(worth)[fits - 1], np.inf)
        best, four = _LEAST if self._slack[r] >= 0 else np.inf, []
        for one in _least(sums, _FEW).tolist():
            if sums[one] >= best:
                break
            apart = [
                (ends != mine) | (mine < 0)
                for ends in (line[first[: fits[one]]], line[second[: fits[one]]])
                for mine in (line[first[one]], line[second[one]])
            ]
            others = np.where(np.logical_and.reduce(apart), worth[: fits[one]], np.inf)
            other = int(others.argmin())
            if worth[one] + others[other] < best:
                best, four = worth[one] + others[other], [first[one], second[one], first[other], second[other]]
        for at in four:
            if at < none:
                self._change(*changes[at])

    def _change(self, one: LinesAlike, chain: int, place: int) -> None:
        kind, r = np.nonzero(one.steps[chain])
        self.sets[one.columns[place, kind, r]] += one.steps[chain, kind, r]
        self._stock[one.lines[place]] += one.stock[chain]
        self._young[one.lines[place]] += one.young[chain]
        self._slack -= one.cost[chain]

    def _candidates(self, r: int, rent: Floats) -> tuple[list[tuple[LinesAlike, int, int]], Table, Floats, Floats]:
        """The chains that leave their lines least off, with line, cost in this round and how much; last, no change."""
        lost = losses(self._arrays, self._weights, self._stock, self._young)
        bought = purchases(self._arrays, self._weights, self.sets)
        places, lines, scores = [], [], []
        for one in self._chains.groups:
            score = one.scores(r, lost, bought)
            at = score.argpartition(min(ALIKE, len(score)) - 1, axis=0)[:ALIKE]
            places.append(at.ravel())
            lines.append(one.lines[places[-1]])
            scores.append(score[at, np.arange(score.shape[1])].ravel())
        here = self._chains.by_round[r]
        place, line, off = np.concatenate(places), np.concatenate(lines), np.concatenate(scores) + here.cost @ rent
        cost = here.cost[:, r]
        wanted = np.where((cost > 0) == (self._slack[r] > 0), off, off + IMPOSSIBLE)
        chosen = np.zeros(len(off), dtype=bool)
        chosen[_least(off, _TRIED // 2)] = chosen[_least(wanted, _TRIED // 2)] = True
        some = np.nonzero(chosen)[0]
        some = some[off[some] < IMPOSSIBLE / 2]
        each = zip(here.group[some].tolist(), here.chain[some].tolist(), place[some].tolist(), strict=True)
        changes = [(self._chains.groups[group], chain, at) for group, chain, at in each]
        return changes, np.append(line[some], -1), np.append(cost[some], 0.0), np.append(off[some], 0.0)


@lru_cache(_TRIED + 1)
def _pairs(count: int) -> tuple[Table, Table]:
    return np.tril_indices(count)


def _least(values: Floats, count: int) -> Table:
    """The places of the so many least values, the least first."""
    some = np.argpartition(values, count)[:count] if len(values) > count else np.arange(len(values))
    return some[np.argsort(values[some], kind="stable")]


def _rounded(a: Arrays, x: Floats, part: float) -> Table:
    """What is bought up to each round, line by line and type by type, in whole sets; more than a part of one is one."""
    table = np.zeros((len(a.target), len(a.types), a.instance.rounds))
    table[a.column_line, a.column_type, a.column_round] = x
    whole = np.diff(np.floor(np.cumsum(table, axis=2) + 1 - part), axis=2, prepend=0).astype(np.int64)
    found = whole[a.column_line, a.column_type, a.column_round]
    return np.clip(found, a.column_least, a.column_most)
