"""Boards side by side: each gets the plan it would get alone."""

from planning.rounds.solver.instance import Bound
from planning.rounds.solver.planner import NoPlan, Plan, plan
from planning.rounds.solver.sector import plan_boards
from tests.rounds.planning_problems import line, problem
from tests.rounds.test_planner import big


def test_each_board_gets_its_own_plan_in_the_order_given() -> None:
    boards = [big(schools=9), problem(budgets=(900,) * 3), big(schools=10)]
    found = plan_boards(boards, processes=2)
    assert [result.purchases for result in found if isinstance(result, Plan)] == [
        plan(board, nodes=0).purchases for board in boards
    ]


def test_a_board_without_a_plan_does_not_keep_others_from_theirs() -> None:
    stuck = problem(line(bounds=(Bound("cb", 0, at_least=5),)), budgets=(0,) * 3)
    none, some = plan_boards([stuck, problem()], processes=1)
    assert isinstance(none, NoPlan)
    assert [found.code for found in none.problems] == ["over-budget"]
    assert isinstance(some, Plan)


def test_no_boards_are_no_plans() -> None:
    assert plan_boards([]) == []
