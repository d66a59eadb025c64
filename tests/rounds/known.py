"""Small planning problems whose best plan can be worked out on paper, each with what it is worth."""

import json
from dataclasses import replace
from typing import Any

from planning.rounds.solver import instance as product
from planning.rounds.solver.arrays import arrays_of
from planning.rounds.solver.by_name import by_name
from planning.rounds.solver.greedy import shortage_first_sets
from planning.rounds.solver.instance_json import read_instance
from tests.rounds.brute_force import Objective

Instance = dict[str, Any]
FLAT_BANDS = [[1, 1, 1]]


def kind(price: int | list[int] = 10, life: int = 3, max_age: int | None = None, **fields: Any) -> dict[str, Any]:
    """A type; as long in use as its life unless said."""
    return {"life": life, "max_age": max_age or life, "price": price} | fields


def line(target: list[int], school: str = "A", name: str = "pupil", **fields: Any) -> dict[str, Any]:
    """A line that buys chromebooks, with nothing yet."""
    return {
        "school": school, "line": name, "weight": 1, "types": ["cb"], "target": target, "legacy": []
    } | fields  # fmt: skip


def old(age: int, count: int, code: str = "cb", support_end: int | None = None) -> dict[str, Any]:
    """Devices there are."""
    return {"type": code, "age": age, "count": count, "support_end": support_end}


def instance(*lines: dict[str, Any], **fields: Any) -> Instance:
    """Lexicographic, one type "cb" and no limit on money unless said."""
    return {
        "rounds": len(lines[0]["target"]),
        "types": {"cb": kind()},
        "lines": list(lines),
        "budget": None,
        "carry_over": False,
        "bands": FLAT_BANDS,
        "objective": {"mode": "lex"},
    } | fields


def as_instance(problem: Instance) -> product.Instance:
    """The problem as the product knows it; what the contract does not know is added (see brute_force)."""
    lines = [
        {key: value for key, value in row.items() if key not in ("set_size", "bounds")} for row in problem["lines"]
    ]
    types = {
        code: {key: value for key, value in kind.items() if key != "joint"} for code, kind in problem["types"].items()
    }
    plain = {key: value for key, value in problem.items() if key != "school_money"}
    found, notices = read_instance(json.dumps(plain | {"lines": lines, "types": types}))
    assert notices == ()
    return replace(
        found,
        types={
            code: replace(kind, joint=tuple(problem["types"][code].get("joint", ())))
            for code, kind in found.types.items()
        },
        lines=tuple(
            replace(
                line, set_size=row.get("set_size", 1), bounds=tuple(product.Bound(*b) for b in row.get("bounds", ()))
            )
            for line, row in zip(found.lines, problem["lines"], strict=True)
        ),
        school_money={school: tuple(money) for school, money in (problem.get("school_money") or {}).items()},
    )


def with_bounds(board: product.Instance, place: int, *bounds: product.Bound) -> product.Instance:
    """The same with something fixed for one line."""
    lines = [replace(row, bounds=bounds) if at == place else row for at, row in enumerate(board.lines)]
    return replace(board, lines=tuple(lines))


KNOWN: dict[str, tuple[Instance, Objective]] = {
    "nothing wanted is nothing bought": (instance(line([0, 0])), Objective(0, 0, 0, 0)),
    "no money is nothing bought": (instance(line([3, 3]), budget=[0, 0]), Objective(6, 6, 0, 0)),
    "a steady budget fills up a round's share at a time": (
        instance(line([4] * 5), types={"cb": kind(life=2)}, budget=[20] * 5), Objective(4 * (2 - 1) // 2, 2, 100, 20)
    ),
    "what is young and enough is left alone": (instance(line([4, 4], legacy=[old(0, 4)])), Objective(0, 0, 0, 0)),
    "over-age devices count, and are renewed only for that": (
        instance(line([2], legacy=[old(3, 2)]), types={"cb": kind(max_age=5)}), Objective(0, 0, 20, 20)
    ),
    "shortage goes before age": (
        # one device can be bought: for B, which has none, and not for the over-age one of A
        instance(line([1], legacy=[old(3, 1)]), line([1], "B"), types={"cb": kind(max_age=5)}, budget=[10]),
        Objective(0, 1, 10, 10),
    ),
    "without support a device is gone however young": (
        instance(line([2, 2], legacy=[old(0, 2, support_end=1)])), Objective(0, 0, 20, 10)
    ),
    "what lives one round is bought each round": (
        instance(line([1, 2]), types={"cb": kind(life=1)}), Objective(0, 0, 30, 20)
    ),
    "the cheapest round that still serves": (
        # bought in round 0 it serves both rounds; a falling price does not make up for two purchases
        instance(line([1, 1]), types={"cb": kind(price=[10, 6])}), Objective(0, 0, 10, 10)
    ),
    "unspent money is lost": (instance(line([2, 2]), budget=[15, 5]), Objective(2, 2, 10, 10)),
    "unspent money moves on": (instance(line([2, 2]), budget=[15, 5], carry_over=True), Objective(1, 1, 20, 10)),
    "a school's own limit is at list price": (
        instance(line([3]), types={"cb": kind(tiers=[[2, 5]])}, school_budget={"A": [20]}), Objective(1, 1, 10, 10)
    ),
    "the board pays the price of the tier": (
        instance(line([2]), types={"cb": kind(tiers=[[2, 5]])}, budget=[10]), Objective(0, 0, 10, 10)
    ),
    "no more is bought than is ever wanted, however cheap a tier": (
        instance(line([2]), types={"cb": kind(tiers=[[3, 2]])}), Objective(0, 0, 20, 20)
    ),
    "a tier can make more devices cheaper than fewer": (
        # wanted is one now and three next round: three at once for 6, and not one for 10
        instance(line([1, 3]), types={"cb": kind(life=2, tiers=[[3, 2]])}), Objective(0, 0, 6, 6)
    ),
    "one fixed cost for a round's whole order": (
        instance(line([1]), line([1], "B"), types={"cb": kind(fixed_cost=7)}), Objective(0, 0, 27, 27)
    ),
    "the first tenth weighs one, up to a quarter two, the rest four": (
        instance(line([20], weight=3), bands=[[1, 10, 1], [1, 4, 2], [1, 1, 4]], budget=[0]),
        Objective(3 * (2 * 1 + 3 * 2 + 15 * 4), 20, 0, 0),
    ),
    "bands share a shortage out": (
        # four devices for two schools that want four: alone it is no matter who, in bands it is two each
        instance(line([4]), line([4], "B"), bands=[[1, 2, 1], [1, 1, 3]], budget=[40]), Objective(4, 4, 40, 40)
    ),
    "who serves more pupils goes first": (
        instance(line([1], weight=4), line([1], "B", weight=26), budget=[10]), Objective(4, 1, 10, 10)
    ),
    "a knapsack of one round": (
        # 24 buys weight 7 + 7 for 12 each, not 10 for 18
        instance(
            line([1], weight=10, types=["x"]), line([1], name="q", weight=7, types=["y"]),
            line([1], name="r", weight=7, types=["y"]),
            types={"x": kind(18), "y": kind(12)}, budget=[24],
        ), Objective(10, 1, 24, 24),
    ),
    "even spending is the last wish": (
        # wanted in round 1 only, two lives long: cost is the same when one is bought a round earlier, the peak lower
        instance(line([0, 2, 2]), types={"cb": kind()}), Objective(0, 0, 20, 10)
    ),
    "a dearer type that lasts is the cheaper one": (
        instance(line([1] * 4, types=["cb", "long"]), types={"cb": kind(10, 1), "long": kind(30, 4)}),
        Objective(0, 0, 30, 30),
    ),
    "weighted, age may cost more than it is worth": (
        instance(
            line([2], legacy=[old(3, 2)]), types={"cb": kind(max_age=5)},
            objective={"mode": "weighted", "weights": [100, 9, 1, 0]},
        ), Objective(0, 2, 0, 0),
    ),
    "weighted, a peak may cost more than a shortage": (
        instance(line([1, 1]), objective={"mode": "weighted", "weights": [2, 0, 1, 9]}), Objective(2, 2, 0, 0)
    ),
}  # fmt: skip


def shortage_first(problem: product.Instance) -> dict[product.Key, int]:
    """What the rule that the planner starts from buys, by the names of the problem."""
    named = by_name(problem)
    arrays = arrays_of(named.instance)
    return named.as_given(arrays.purchases(shortage_first_sets(arrays)))
