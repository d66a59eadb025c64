"""A slider: other budgets for the same board, answered from where the solver stands."""

from dataclasses import replace

from planning.rounds.solver.evaluate import evaluate, violations
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


def test_more_money_is_never_answered_with_a_worse_plan() -> None:
    session, board = Session(big(schools=6)), big(schools=6)
    worth = [session.plan((1_000_000 + 150_000 * step,) * 6).values.weighted(WEIGHTED) for step in range(6)]
    assert worth == sorted(worth, reverse=True)
    assert len(board.lines) == 12


def test_the_lines_of_the_answer_are_those_of_the_instance() -> None:
    board = big(schools=4)
    turned = replace(board, lines=board.lines[::-1])
    answer = Session(turned).plan(board.budgets)
    assert evaluate(turned, answer.purchases).values == answer.values
