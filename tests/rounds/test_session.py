"""A slider: other budgets for the same board, answered from where the solver stands."""

from dataclasses import replace
from random import Random

from planning.rounds.solver.evaluate import evaluate, violations
from planning.rounds.solver.greedy import oldest_first
from planning.rounds.solver.planner import plan
from planning.rounds.solver.session import Session
from tests.rounds.test_planner import WEIGHTED, big


def test_each_answer_keeps_to_the_budgets_asked_and_is_near_the_plan_made_anew() -> None:
    board = big(schools=10)
    session = Session(board)
    for budgets in ((4_200_000,) * 6, (2_000_000, *(4_200_000,) * 5), (4_200_000,) * 6, (0,) * 6, (None,) * 6):
        asked = replace(board, budgets=budgets)
        answer, anew = session.plan(budgets), plan(asked)
        assert violations(asked, answer.purchases) == []
        assert evaluate(asked, answer.purchases).values == answer.values
        assert answer.lower_bound == anew.lower_bound
        assert answer.values.weighted(WEIGHTED) <= 1.02 * anew.values.weighted(WEIGHTED)


def test_more_money_is_never_answered_with_a_worse_plan_than_the_boards_own_budgets() -> None:
    board = big(schools=6)
    session = Session(board)
    own = session.plan(board.budgets).values.weighted(WEIGHTED)
    for step in range(6):
        more = tuple(limit + 150_000 * step for limit in board.budgets if limit is not None)
        assert session.plan(more).values.weighted(WEIGHTED) <= own


def test_an_answer_is_no_worse_than_a_plan_to_start_from() -> None:
    board = big(schools=6)
    best, poor = plan(board), replace(board, budgets=(100_000,) * 6)
    answer = Session(poor).plan(board.budgets, best.purchases)
    assert answer.values.weighted(WEIGHTED) <= best.values.weighted(WEIGHTED)


def test_the_same_budgets_have_the_same_plan_whatever_was_asked_before() -> None:
    board, random = big(schools=10), Random(11)
    asked = [tuple(random.randrange(0, 6_000_000, 250_000) for _ in range(6)) for _ in range(5)]
    fresh = {budgets: Session(board).plan(budgets) for budgets in asked}
    session = Session(board)
    for _ in range(50):
        budgets = random.choice(asked)
        assert session.plan(budgets) == fresh[budgets]


def test_the_rule_of_thumb_is_the_same_in_a_session() -> None:
    board = big(schools=4)
    turned = replace(board, lines=board.lines[::-1])
    budgets = (2_000_000,) * 6
    assert Session(turned).oldest_first(budgets) == oldest_first(replace(turned, budgets=budgets))


def test_the_lines_of_the_answer_are_those_of_the_instance() -> None:
    board = big(schools=4)
    turned = replace(board, lines=board.lines[::-1])
    answer = Session(turned).plan(board.budgets)
    assert evaluate(turned, answer.purchases).values == answer.values
