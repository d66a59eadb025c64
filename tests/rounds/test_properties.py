"""What holds for every plan, whatever the problem: some of it for the best plan, some of it for any.

Tiny problems are solved to the end, so that their values can be compared; for middling ones a plan is given to start
from.
"""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from planning.rounds.solver.evaluate import evaluate, violations
from planning.rounds.solver.greedy import oldest_first
from planning.rounds.solver.instance import Instance, Purchases, Values
from planning.rounds.solver.planner import Solution, plan
from tests.rounds.brute_force import value_of
from tests.rounds.instances import middling_instances, tiny_instances
from tests.rounds.known import as_instance, line, old, shortage_first

Problem = dict[str, Any]
tiny_examples = settings(max_examples=40)
middling_examples = settings(max_examples=12)
weights_or_order = st.sampled_from([{"mode": "lex"}, {"mode": "weighted", "weights": [15_000, 3_000, 1, 0]}])


def solved(problem: Problem) -> Solution:
    found = plan(as_instance(problem))
    assert violations(as_instance(problem), found.purchases) == []
    return found


def key(instance: Instance, values: Values) -> tuple[int, ...]:
    """What plans are compared by."""
    if instance.weights is None:
        return (values.short, values.unserved, values.cost, values.peak)
    return (values.weighted(instance.weights),)


def best(problem: Problem) -> tuple[int, ...]:
    return key(as_instance(problem), solved(problem).values)


def changed(problem: Problem, change: Callable[[Problem], None]) -> Problem:
    other = deepcopy(problem)
    change(other)
    return other


def plain(problem: Problem) -> Problem:
    """The same without tiers, support ends of what is bought, and schools' budgets."""
    types = {
        code: {name: value for name, value in kind.items() if name not in ("tiers", "support_end")}
        for code, kind in problem["types"].items()
    }
    return problem | {"types": types, "school_budget": None}


def by_name(problem: Problem, purchases: Purchases) -> dict[tuple[str, str, str, int], int]:
    lines = problem["lines"]
    return {(lines[place]["school"], lines[place]["line"], code, now): n for (place, code, now), n in purchases.items()}


def of_school(problem: Problem, purchases: Purchases, school: str) -> int:
    return sum(count for (place, _, _), count in purchases.items() if problem["lines"][place]["school"] == school)


@given(middling_instances)
@middling_examples
def test_no_budget_is_passed_and_no_plan_is_under_its_bound(problem: Problem) -> None:
    found = solved(problem)
    if found.lower_bound is not None:
        assert found.lower_bound <= key(as_instance(problem), found.values)[0]


@given(middling_instances)
@middling_examples
def test_devices_are_no_more_than_what_there_was_and_what_came(problem: Problem) -> None:
    instance = as_instance(problem)
    figures = evaluate(instance, oldest_first(instance))
    for place, row in enumerate(problem["lines"]):
        have = sum(group["count"] for group in row["legacy"])
        for now in range(problem["rounds"]):
            have += int(figures.bought[place, now])
            assert 0 <= figures.young[place, now] <= figures.stock[place, now] <= have
            have = int(figures.stock[place, now])


@given(middling_instances, st.randoms(use_true_random=False))
@middling_examples
def test_figures_are_those_of_the_contract(problem: Problem, draw: Any) -> None:
    instance = as_instance(problem)
    purchases = {
        (place, code, now): draw.randint(0, 9)
        for place, row in enumerate(problem["lines"])
        for code in row["types"]
        for now in range(problem["rounds"])
    }
    values = evaluate(instance, purchases).values
    assert (values.short, values.unserved, values.cost, values.peak) == value_of(problem, purchases)


@given(tiny_instances, weights_or_order, st.integers(1, 400), st.integers(0, 4))
@tiny_examples
def test_more_money_is_never_worse(problem: Problem, objective: Problem, more: int, now: int) -> None:
    problem = problem | {"objective": objective, "budget": [100] * problem["rounds"]}

    def add(other: Problem) -> None:
        other["budget"][now % problem["rounds"]] += more

    assert best(changed(problem, add)) <= best(problem)


@given(middling_instances)
@middling_examples
def test_more_money_is_never_worse_for_a_plan_to_start_from(problem: Problem) -> None:
    first, instance = solved(problem), as_instance(problem)
    richer = as_instance(
        problem | {"budget": [None if n is None else n + 500 for n in problem["budget"] or []] or None}
    )
    assert key(instance, plan(richer, start=first.purchases).values) <= key(instance, first.values)


@given(middling_instances, st.randoms(use_true_random=False))
@middling_examples
def test_the_order_of_schools_kinds_and_legacy_changes_nothing(problem: Problem, draw: Any) -> None:
    def shuffle(other: Problem) -> None:
        draw.shuffle(other["lines"])
        other["types"] = dict(draw.sample(list(other["types"].items()), len(other["types"])))
        for row in other["lines"]:
            draw.shuffle(row["types"])
            draw.shuffle(row["legacy"])

    other = changed(problem, shuffle)
    assert by_name(other, solved(other).purchases) == by_name(problem, solved(problem).purchases)


@given(middling_instances)
@middling_examples
def test_a_legacy_row_split_in_two_changes_nothing(problem: Problem) -> None:
    def split(other: Problem) -> None:
        for row in other["lines"]:
            row["legacy"] = [group | {"count": n} for group in row["legacy"] for n in (1, group["count"] - 1)]

    assert solved(changed(problem, split)) == solved(problem)


@given(tiny_instances, weights_or_order)
@tiny_examples
def test_a_hundredfold_of_all_money_is_a_hundredfold_of_cost(problem: Problem, objective: Problem) -> None:
    def times(value: Any) -> Any:
        return [times(one) for one in value] if isinstance(value, list) else value and value * 100

    def in_cents(other: Problem) -> None:
        other["budget"] = times(other["budget"])
        other["school_budget"] = {school: times(row) for school, row in (other.get("school_budget") or {}).items()}
        for kind in other["types"].values():
            kind["price"], kind["fixed_cost"] = times(kind["price"]), times(kind.get("fixed_cost") or 0)
            kind["tiers"] = [[at, times(price)] for at, price in kind.get("tiers") or []]
        if other["objective"]["mode"] == "weighted":
            short, unserved, cost, peak = other["objective"]["weights"]
            other["objective"] = {"mode": "weighted", "weights": [short * 100, unserved * 100, cost, peak]}

    problem = problem | {"objective": objective}
    euros, cents = best(problem), best(changed(problem, in_cents))
    scaled = (euros[0] * 100,) if len(euros) == 1 else (*euros[:2], euros[2] * 100, euros[3] * 100)
    assert cents == scaled


@given(middling_instances)
@middling_examples
def test_a_school_on_target_and_young_gets_nothing(problem: Problem) -> None:
    problem, rounds = plain(problem), problem["rounds"]
    problem["types"]["cb"] = {"life": rounds + 1, "max_age": rounds + 1, "price": 1}
    problem["lines"].append(line([7] * rounds, "on target", legacy=[old(0, 7)]))
    assert of_school(problem, solved(problem).purchases, "on target") == 0


@given(middling_instances)
@middling_examples
def test_a_school_without_pupils_gets_nothing(problem: Problem) -> None:
    problem = problem | {"lines": [row | {"target": [0] * problem["rounds"]} for row in problem["lines"]]}
    assert solved(problem).purchases == {}


@given(middling_instances)
@middling_examples
def test_without_money_nothing_is_bought(problem: Problem) -> None:
    assert solved(problem | {"budget": [0] * problem["rounds"]}).purchases == {}


@given(tiny_instances, weights_or_order)
@tiny_examples
def test_money_that_may_be_kept_is_never_worse(problem: Problem, objective: Problem) -> None:
    problem = problem | {"objective": objective}
    assert best(problem | {"carry_over": True}) <= best(problem | {"carry_over": False})


@given(middling_instances)
@middling_examples
def test_money_without_limit_leaves_nobody_short(problem: Problem) -> None:
    weights = {"mode": "weighted", "weights": [1_000_000, 0, 1, 0]}  # dearer than any device and its fixed cost
    assert solved(plain(problem) | {"budget": None, "objective": weights}).values.short == 0


@given(middling_instances)
@middling_examples
def test_no_plan_is_worse_than_either_simple_rule(problem: Problem) -> None:
    instance = as_instance(problem)
    found = key(instance, solved(problem).values)
    for rule in (oldest_first, shortage_first):
        purchases = rule(instance)
        assert violations(instance, purchases) == []
        assert found <= key(instance, evaluate(instance, purchases).values)


@given(middling_instances)
@middling_examples
def test_a_plan_is_the_same_the_second_time(problem: Problem) -> None:
    assert solved(problem) == solved(problem)
