"""The best way to give each of several claimants at most one thing, and each thing to at most one of them."""

from collections.abc import Mapping
from typing import TypeVar

_C = TypeVar("_C")
_T = TypeVar("_T")


def best_matching(worth: Mapping[_C, Mapping[_T, float]]) -> dict[_C, _T]:
    """Claimant -> thing, so that what the pairs are worth together is most; only pairs that are named are made.

    `worth`: above 0, as a pair that is worth nothing is not made.
    """
    first = {one: max(claims, key=claims.__getitem__) for one, claims in worth.items() if claims}
    if len(set(first.values())) == len(first):
        return first  # nobody is in another's way, as in most lists
    import networkx  # 0.1 s, which a process that only opens the screens stays free of

    graph = networkx.Graph()
    for claimant, claims in worth.items():
        for thing, value in claims.items():
            graph.add_edge((0, claimant), (1, thing), weight=value)  # a claimant and a thing may be called the same
    pairs = map(sorted, networkx.max_weight_matching(graph))
    return {claimant: thing for (_, claimant), (_, thing) in pairs}
