"""The two rules of a spreadsheet, on boards small enough to follow by hand."""

from planning.rounds.solver.evaluate import evaluate, violations
from planning.rounds.solver.greedy import oldest_first
from planning.rounds.solver.instance import Bound
from tests.rounds.known import shortage_first
from tests.rounds.planning_problems import device_type, had, line, problem


def test_oldest_first_renews_what_still_works_while_another_school_is_short() -> None:
    board = problem(line("A", targets=(2,) * 3, legacy=had(2, age=2)), line("B", targets=(2,) * 3), budgets=(600, 0, 0))
    assert oldest_first(board) == {(0, "cb", 0): 2}
    assert shortage_first(board) == {(1, "cb", 0): 2}


def test_oldest_first_takes_the_oldest_of_all_schools() -> None:
    kind = device_type(life=1, max_age=9)
    lines = line("A", legacy=had(10, age=2)), line("B", legacy=had(10, age=4))
    assert oldest_first(problem(*lines, types=(kind,), budgets=(300, 0, 0))) == {(1, "cb", 0): 1}


def test_shortage_first_levels_the_schools_by_share_of_their_target() -> None:
    board = problem(line("A", targets=(10,) * 3), line("B", targets=(20,) * 3), budgets=(9 * 300, 0, 0))
    assert shortage_first(board) == {(0, "cb", 0): 3, (1, "cb", 0): 6}


def test_a_rule_buys_the_type_that_is_cheapest_per_round_of_life() -> None:
    kinds = device_type("cb", life=3), device_type("short", life=1, prices=(200,) * 3)
    board = problem(line(types=("short", "cb"), targets=(1,) * 3), types=kinds, budgets=(300, 0, 0))
    assert shortage_first(board) == {(0, "cb", 0): 1}


def test_a_rule_keeps_to_every_limit_and_to_what_is_ordered() -> None:
    board = problem(
        line("A", bounds=(Bound("cb", 2, at_least=3),)),
        line("B", set_size=4),
        budgets=(1_500, 1_500, 1_500),
        carry_over=True,
        school_budgets={"B": (None, 1_200, None)},
        school_money={"A": (0, 300, 0)},
    )
    for rule in (oldest_first, shortage_first):
        bought = rule(board)
        assert violations(board, bought) == []
        assert bought[0, "cb", 2] >= 3


def test_the_order_of_the_lines_changes_nothing() -> None:
    lines = line("A", "x"), line("A", "y"), line("B", "x")
    for rule in (oldest_first, shortage_first):
        one, other = problem(*lines, budgets=(2_000,) * 3), problem(*lines[::-1], budgets=(2_000,) * 3)
        assert evaluate(one, rule(one)).values == evaluate(other, rule(other)).values
