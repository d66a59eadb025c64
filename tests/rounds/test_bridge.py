"""The sums on the screen add up: from the shortage of now to that after a round."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from planning.rounds.board_plan import BoardPlan
from planning.rounds.bridge import Bridge, bridges, total
from planning.rounds.model import Order, Round
from planning.rounds.scenario_plans import compute
from planning.rounds.view import RoundsView
from tests.rounds.boards import ANNA, LINDE, cohort, view

PAST = Round(9, date(2018, 3, 1), 3_000_00)
ROUNDS = (PAST, Round(1, date(2018, 9, 1), 900_00), Round(2, date(2019, 3, 1), 3_000_00))


def check(board: RoundsView, plan: BoardPlan) -> None:
    for place, one in enumerate(plan.rounds):
        found = bridges(board, plan, place)
        for bridge in [*found.values(), total(found.values())]:
            assert bridge.short_now + sum(bridge.changes) == bridge.short_then
            assert bridge.needed_now + bridge.wanted == bridge.needed_then
        assert all(bridge.stopping >= 0 for bridge in found.values())
        together = total(found.values())
        assert (together.short_now, together.short_then) == (board.group_ratio.shortage, one.short)


def test_each_term_of_a_bridge_is_what_it_says() -> None:
    order = Order(1, 1, 9, LINDE, "chromebook", "", 2, 300_00, date(2018, 3, 2))
    board = view(
        cohort(count=12),
        cohort(count=3, until="2018-08-01"),
        cohort(ANNA, 14),
        forecast=[(LINDE, "2018-10-01", 72)],
        rounds=ROUNDS,
        orders=(order,),
    )
    plan = compute(board).best
    found = bridges(board, plan, 0)
    # 80 pupils want 20, 15 count; 2 on their way, 4 bought; 3 without updates; 72 pupils want 18
    assert found[LINDE] == Bridge(5, -2, -4, 3, -2, 0, 0, 20, 18)
    assert found[ANNA].beyond == 0
    check(board, plan)


def test_what_one_school_has_too_many_does_not_help_another() -> None:
    board = view(cohort(count=12), cohort(ANNA, 14), forecast=[(ANNA, "2018-10-01", 52)], rounds=ROUNDS[1:])
    found = bridges(board, compute(board).best, 0)
    assert found[ANNA] == Bridge(0, 0, 0, 0, 3, -3, 0, 10, 13)


@settings(max_examples=30)
@given(
    st.lists(st.tuples(st.integers(0, 25), st.sampled_from(["2012-09-01", "2014-03-01", "2017-09-01"])), max_size=3),
    st.integers(0, 16),
    st.integers(20, 110),
    st.integers(0, 6),
)
def test_bridges_add_up_for_every_board(lists: list[tuple[int, str]], other: int, pupils: int, ordered: int) -> None:
    order = Order(1, 1, 9, ANNA, "chromebook", "", ordered, 300_00, date(2018, 3, 2))
    board = view(
        *(cohort(count=n, bought=bought) for n, bought in lists),
        cohort(ANNA, other),
        forecast=[(LINDE, "2018-10-01", pupils)],
        rounds=ROUNDS,
        orders=(order,) if ordered else (),
    )
    check(board, compute(board).best)
