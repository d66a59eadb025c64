"""The planning problem read from contracts.md once more, in plain Python: every plan of a tiny instance, and its best.

Shares no line with the product, so that both can be wrong only in different ways. Two lines meet in one round's money
alone, and that depends on how many of each type are bought in it: so plans with equal totals are kept once.

What the contract does not know of the product's problems is read as well, from keys of its own: `set_size` and `bounds`
([type, round, at least, at most]) of a line, `joint` of a type (what partners order along), and `school_money`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from itertools import accumulate, product
from math import inf, prod
from typing import Any, NamedTuple

Instance = Mapping[str, Any]
Purchases = Mapping[tuple[int, str, int], int]
"""(place of the line, type, round) -> how many."""

Totals = tuple[int, ...]
"""How many the board buys, by (type, round)."""


class Objective(NamedTuple):
    """The four criteria; as a tuple it compares as `lex` does."""

    short: int
    unserved: int
    cost: int
    peak: int


def by_round(instance: Instance, value: Any) -> list[Any]:
    """A value for each round, where one for all may be given."""
    return list(value) if isinstance(value, list) else [value] * instance["rounds"]


def counts(age: int, most: int, now: int, end: int | None) -> bool:
    """Whether a device of this age is under an age limit, and not past its support."""
    return age < most and (end is None or now < end)


def shortage_weight(short: int, target: int, bands: list[list[int]]) -> int:
    """Shortage, each device of it at the weight of its band."""
    tops = [target * numerator // denominator for numerator, denominator, _ in bands[:-1]] + [target]
    weighted, below = 0, 0
    for top, (_, _, weight) in zip(tops, bands, strict=True):
        weighted += weight * max(0, min(short, top) - below)
        below = max(below, top)
    return weighted


def line_state(instance: Instance, place: int, purchases: Purchases, now: int) -> tuple[int, int]:
    """Devices of a line that count in a round, and those of them within their life."""
    line, types = instance["lines"][place], instance["types"]
    groups = [(old["type"], old["age"] + now, old["count"], old.get("support_end")) for old in line["legacy"]]
    for (where, code, bought), count in purchases.items():
        if where == place and bought <= now:
            end = by_round(instance, types[code].get("support_end"))[bought]
            groups.append((code, now - bought, count, end))
    stock = sum(n for code, age, n, end in groups if counts(age, types[code]["max_age"], now, end))
    young = sum(n for code, age, n, end in groups if counts(age, types[code]["life"], now, end))
    return stock, young


def line_values(instance: Instance, place: int, purchases: Purchases) -> tuple[int, int]:
    """`short` and `unserved` of one line over all rounds."""
    line, short, unserved = instance["lines"][place], 0, 0
    for now, target in enumerate(line["target"]):
        stock, young = line_state(instance, place, purchases, now)
        short += line["weight"] * shortage_weight(max(0, target - stock), target, instance["bands"])
        unserved += max(0, target - young)
    return short, unserved


def unit_price(instance: Instance, code: str, now: int, count: int) -> int:
    """What each one costs where this many are bought: of the highest tier reached, or the list price."""
    kind = instance["types"][code]
    ordered = count + by_round(instance, kind.get("joint") or 0)[now]
    tiers = sorted(kind.get("tiers") or [], key=lambda tier: tier[0])
    reached = [prices for quantity, prices in tiers if ordered >= quantity]
    return int(by_round(instance, reached[-1] if reached else kind["price"])[now])


def spending(instance: Instance, totals: Mapping[tuple[str, int], int]) -> list[int]:
    """What is spent in each round: all at the unit price of the tier reached, and fixed costs."""
    spent = [0] * instance["rounds"]
    for (code, now), count in totals.items():
        if count:
            fixed = by_round(instance, instance["types"][code].get("fixed_cost") or 0)[now]
            spent[now] += count * unit_price(instance, code, now, count) + fixed
    return spent


def own_payments(instance: Instance, totals: Mapping[str, Mapping[tuple[str, int], int]]) -> list[int]:
    """What schools pay in each round from their own money: their own devices, as far as it goes."""
    together: dict[tuple[str, int], int] = defaultdict(int)
    for bought in totals.values():
        for key, count in bought.items():
            together[key] += count
    paid = [0] * instance["rounds"]
    for school, money in (instance.get("school_money") or {}).items():
        spent = [0] * instance["rounds"]
        for (code, now), count in totals.get(school, {}).items():
            spent[now] += count * unit_price(instance, code, now, together[code, now])
        paid = [sum(row) for row in zip(paid, map(min, spent, by_round(instance, money)), strict=True)]
    return paid


def board_overspends(instance: Instance, spent: list[int]) -> bool:
    """Whether a round passes what it has: its own budget, or with carry-over all there was until then."""
    limits = [inf if limit is None else limit for limit in by_round(instance, instance.get("budget"))]
    if instance.get("carry_over"):
        limits, spent = list(accumulate(limits)), list(accumulate(spent))
    return any(paid > limit for paid, limit in zip(spent, limits, strict=True))


def school_overspends(instance: Instance, school: str, purchases: Purchases) -> bool:
    """Whether a school passes its own budget of a round, counted at list price."""
    limits = by_round(instance, (instance.get("school_budget") or {}).get(school))
    listed = [0] * instance["rounds"]
    for (place, code, now), count in purchases.items():
        if instance["lines"][place]["school"] == school:
            listed[now] += count * by_round(instance, instance["types"][code]["price"])[now]
    return any(limit is not None and paid > limit for paid, limit in zip(listed, limits, strict=True))


def totals_of(purchases: Purchases) -> dict[tuple[str, int], int]:
    """How many of each type are bought in each round."""
    totals: dict[tuple[str, int], int] = defaultdict(int)
    for (_, code, now), count in purchases.items():
        totals[code, now] += count
    return totals


def totals_by_school(instance: Instance, purchases: Purchases) -> dict[str, dict[tuple[str, int], int]]:
    """The same for each school."""
    schools = {line["school"] for line in instance["lines"]}
    of = {
        school: {key: n for key, n in purchases.items() if instance["lines"][key[0]]["school"] == school}
        for school in schools
    }
    return {school: totals_of(bought) for school, bought in of.items()}


def allowed(line: Mapping[str, Any], code: str, now: int) -> list[int]:
    """How many may be bought: whole sets, up to the largest target from that round on, within what is fixed."""
    size = line.get("set_size", 1)
    highest = -(-max(line["target"][now:]) // size) * size
    least, most = 0, highest
    for kind, then, at_least, at_most in line.get("bounds") or []:
        if (kind, then) == (code, now):
            least, most = at_least, max(highest, -(-at_least // size) * size)
            most = most if at_most is None else min(most, at_most)
    return [count for count in range(0, most + 1, size) if count >= least]


def choices(instance: Instance, place: int) -> Iterator[dict[tuple[int, str, int], int]]:
    """Every purchase vector of one line."""
    line = instance["lines"][place]
    keys = [(place, code, now) for code in line["types"] for now in range(instance["rounds"])]
    for counted in product(*(allowed(line, code, now) for _, code, now in keys)):
        yield {key: count for key, count in zip(keys, counted, strict=True) if count}


def vectors(instance: Instance) -> int:
    """How many plans there are."""
    return prod(
        len(allowed(line, code, now))
        for line in instance["lines"]
        for code in line["types"]
        for now in range(instance["rounds"])
    )


Outcomes = set[tuple[Totals, int, int]]
"""Each way it can go for some lines: totals, short, unserved."""


def _side_by_side(one: Outcomes, other: Outcomes) -> Outcomes:
    return {
        (tuple(map(sum, zip(a, b, strict=True))), short + more_short, unserved + more_unserved)
        for a, short, unserved in one
        for b, more_short, more_unserved in other
    }


def _school_outcomes(instance: Instance, school: str, keys: list[tuple[str, int]]) -> Outcomes:
    places = [place for place, line in enumerate(instance["lines"]) if line["school"] == school]
    found: Outcomes = set()
    per_line = [
        [(chosen, *line_values(instance, place, chosen)) for chosen in choices(instance, place)] for place in places
    ]
    for together in product(*per_line):
        purchases = {key: count for chosen, _, _ in together for key, count in chosen.items()}
        if not school_overspends(instance, school, purchases):
            totals = totals_of(purchases)
            found.add((tuple(totals[key] for key in keys), sum(t[1] for t in together), sum(t[2] for t in together)))
    return found


def objectives(instance: Instance) -> set[Objective]:
    """What every plan that keeps to the budgets is worth; empty where none does."""
    keys = [(code, now) for code in instance["types"] for now in range(instance["rounds"])]
    schools = list(dict.fromkeys(line["school"] for line in instance["lines"]))
    per_school = [_school_outcomes(instance, school, keys) for school in schools]
    if instance.get("school_money"):
        return set(_with_own_money(instance, schools, per_school, keys))
    outcomes = reduce(_side_by_side, per_school)
    found, paid = set(), {totals: spending(instance, dict(zip(keys, totals, strict=True))) for totals, _, _ in outcomes}
    for totals, short, unserved in outcomes:
        if not board_overspends(instance, paid[totals]):
            found.add(Objective(short, unserved, sum(paid[totals]), max(paid[totals])))
    return found


def _with_own_money(
    instance: Instance, schools: list[str], per_school: list[Outcomes], keys: list[tuple[str, int]]
) -> Iterator[Objective]:
    """Every plan apart: who buys what makes out who pays."""
    for together in product(*per_school):
        by_school = {s: dict(zip(keys, one[0], strict=True)) for s, one in zip(schools, together, strict=True)}
        spent = spending(
            instance, dict(zip(keys, map(sum, zip(*(one[0] for one in together), strict=True)), strict=True))
        )
        own = own_payments(instance, by_school)
        if not board_overspends(instance, [all_ - mine for all_, mine in zip(spent, own, strict=True)]):
            yield Objective(sum(one[1] for one in together), sum(one[2] for one in together), sum(spent), max(spent))


def worth(objective: Iterable[int], weights: Iterable[int]) -> int:
    """The weighted sum of the four criteria."""
    return sum(weight * value for weight, value in zip(weights, objective, strict=True))


def value_of(instance: Instance, purchases: Purchases) -> Objective:
    """What one plan is worth."""
    lines = [line_values(instance, place, purchases) for place in range(len(instance["lines"]))]
    spent = spending(instance, totals_of(purchases))
    return Objective(sum(short for short, _ in lines), sum(unserved for _, unserved in lines), sum(spent), max(spent))


def read_buys(instance: Instance, output: Mapping[str, Any]) -> dict[tuple[int, str, int], int]:
    """The purchases of an answer; two lines of a school never share a name."""
    places = {(line["school"], line["line"]): place for place, line in enumerate(instance["lines"])}
    return {(places[buy["school"], buy["line"]], buy["type"], buy["round"]): buy["count"] for buy in output["buys"]}


def complaints(instance: Instance, output: Mapping[str, Any]) -> list[str]:
    """What is wrong with an answer of `rounds solve`, without looking for a better one; empty when it can be done."""
    purchases = read_buys(instance, output)
    wrong = [] if len(purchases) == len(output["buys"]) else ["a purchase is listed twice"]
    for place, code, now in purchases:
        if code not in instance["lines"][place]["types"] or not 0 <= now < instance["rounds"]:
            return [f"line {place} may not buy {code} in round {now}"]
    for (place, code, now), count in purchases.items():
        may = allowed(instance["lines"][place], code, now)
        if type(count) is not int or count <= 0 or count not in may:
            wrong.append(f"line {place} buys {count} of {code} in round {now}, at most {max(may, default=0)}")
    for place, line in enumerate(instance["lines"]):
        for code, now, at_least, _ in line.get("bounds") or []:
            if purchases.get((place, code, now), 0) < at_least:
                wrong.append(f"line {place} buys less of {code} in round {now} than is ordered")
    own = own_payments(instance, totals_by_school(instance, purchases))
    spent = spending(instance, totals_of(purchases))
    if board_overspends(instance, [all_ - mine for all_, mine in zip(spent, own, strict=True)]):
        wrong.append("the board passes its budget")
    wrong += [
        f"school {school} passes its budget"
        for school in instance.get("school_budget") or {}
        if school_overspends(instance, school, purchases)
    ]
    if (mine := value_of(instance, purchases)._asdict()) != dict(output["objective"]):
        wrong.append(f"says {output['objective']}, is {mine}")
    return wrong
