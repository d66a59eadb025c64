"""Nobody is at two schools at once, and who is busy is told when they are free."""

from datetime import date, time

from planning.core.refusal import Reason
from planning.quality_teams.checks import visit_reasons
from planning.quality_teams.model import Visit, VisitState
from planning.quality_teams.slots import clash, free_days, free_slots
from planning.refusals import sentence
from tests.quality_teams.visits import AS_OF, COACH, A, B, done, planned
from tests.refusals import assert_reasons

DAY = date(2018, 5, 17)
AT_B = planned(B, DAY, time(13, 0), 60, visit_id=5)
NAMES = {A: "De Brink", B: "Sint Anna"}


def reasons(visit: Visit, *own: Visit) -> list[Reason]:
    return visit_reasons(visit, COACH, own, AS_OF, NAMES.__getitem__)


def test_visits_that_touch_do_not_overlap_and_visits_that_share_a_minute_do() -> None:
    assert clash([AT_B], planned(A, DAY, time(14, 0))) is None
    assert clash([AT_B], planned(A, DAY, time(12, 0))) is None
    assert clash([AT_B], planned(A, DAY, time(12, 1))) is AT_B
    assert clash([AT_B], planned(A, DAY, time(13, 59))) is AT_B


def test_another_day_a_cancelled_visit_no_hour_and_the_visit_itself_take_nothing() -> None:
    assert clash([AT_B], planned(A, date(2018, 5, 18), time(13, 0))) is None
    assert clash([AT_B], planned(A, DAY, time(13, 0), state=VisitState.CANCELLED)) is None
    assert clash([AT_B], planned(A, DAY)) is None
    assert clash([AT_B], planned(B, DAY, time(13, 30), visit_id=5)) is None


def test_a_taken_hour_is_refused_with_the_hours_that_are_free() -> None:
    morning = planned(A, DAY, time(9, 0), 60, visit_id=6)
    (taken,) = reasons(planned(A, DAY, time(13, 0)), AT_B, morning)
    assert_reasons([taken], ("hour_taken", "at"))
    assert taken.values["hours"] == (time(10, 30), time(14, 45))
    assert sentence(taken).replace("\u2011", "-") == (
        "Op 17-5 om 13.00 uur is i-Coach 1 al bij Sint Anna. Vrij zijn 10.30 en 14.45 uur."
    )


def test_a_full_day_asks_for_another() -> None:
    whole = planned(B, DAY, time(8, 0), 480, visit_id=7)
    assert_reasons(reasons(planned(A, DAY, time(13, 0)), whole), ("day_taken", "day"))


def test_a_long_visit_has_fewer_free_hours_than_a_short_one() -> None:
    assert free_slots([AT_B], planned(A, DAY, minutes=60)) == (time(9, 0), time(10, 30), time(14, 45))
    assert free_slots([AT_B], planned(A, DAY, minutes=180)) == (time(9, 0), time(14, 45))


def test_free_days_are_on_the_day_of_the_week_on_which_the_coach_usually_visits() -> None:
    thursdays = [done(A, date(2018, 4, 12)), done(A, date(2018, 4, 19)), done(A, date(2018, 4, 17))]
    assert free_days(thursdays, AS_OF) == (date(2018, 5, 3), date(2018, 5, 17))  # 10-5 is Ascension Day


def test_without_a_habit_the_next_working_days_are_free_but_no_full_day() -> None:
    full = planned(A, date(2018, 5, 2), time(8, 0), 480, visit_id=7)
    assert free_days([full], AS_OF) == (date(2018, 5, 3), date(2018, 5, 4))


def test_no_day_in_july_or_august_is_proposed() -> None:
    assert free_days([], date(2018, 6, 29)) == (date(2018, 9, 3), date(2018, 9, 4))


def test_every_reason_is_told_at_once() -> None:
    odd = done(A, date(2018, 5, 2), 0, kind="other", follow_up_on=DAY, competence="x" * 41)
    assert_reasons(
        reasons(odd),
        ("other_help_without_word", "asked"),
        ("minutes_out_of_range", "minutes"),
        ("competence_code_too_long", "competence"),
        ("follow_up_empty", "follow_up"),
        ("visit_to_come", "day"),
    )
    assert_reasons(reasons(done(A, date(2015, 1, 1))), ("visit_far_away", "day"))


def test_a_visit_of_nobody_is_refused() -> None:
    found = visit_reasons(planned(A, DAY), None, (), AS_OF, NAMES.__getitem__)
    assert_reasons(found, ("visit_of_nobody", "member_id"))
