"""What comes after each round of a plan, beside what is now."""

from datetime import date

from planning.rounds.after_plan import PlannedRatio, SchoolToCome, place_of_target, ratios_after
from planning.rounds.board_plan import NOW
from planning.rounds.scenario_plans import compute
from tests.rounds.boards import ANNA, LINDE, TODAY, cohort, view


def test_after_a_round_a_school_has_what_it_buys_for_the_pupils_of_then() -> None:
    board = view(cohort(count=12), cohort(ANNA, 10), forecast=[(LINDE, "2018-10-01", 72)])
    found = ratios_after(compute(board).best, board.ratios.counts, board.ratios.forecast, TODAY)
    first = found[LINDE].rounds[0]
    assert first == PlannedRatio(1, date(2018, 9, 1), 72, 18, 0)
    assert first.pupils_per_device == 4.0
    assert (found[LINDE].reached, found[ANNA].reached) == (0, NOW)


def test_a_plan_is_shown_by_the_round_from_which_all_are_on_target_else_by_its_last() -> None:
    assert [place_of_target([SchoolToCome((), reached) for reached in places]) for places in ([NOW, 2, 0], [NOW])] == [
        2,
        0,
    ]
    assert place_of_target([SchoolToCome((), 1), SchoolToCome((), None)]) == place_of_target([]) == -1
