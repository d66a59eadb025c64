"""What visits and requests add up to, on literal facts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planning.quality_teams.model import TeamState, VisitState
from planning.quality_teams.rules import (
    asked_most,
    coverage,
    days_without,
    hours,
    not_yet,
    open_requests,
    quiet_schools,
    recently,
    request_state,
    school_year_of,
    served,
    this_school_year,
    unfinished,
    waiting_requests,
)
from tests.quality_teams.visits import AS_OF, COACH, OTHER, TEAM, A, B, C, done, planned, request


@pytest.mark.parametrize(
    ("day", "year"), [(date(2017, 7, 31), 2016), (date(2017, 8, 1), 2017), (date(2018, 5, 1), 2017)]
)
def test_a_school_year_begins_on_the_first_of_august(day: date, year: int) -> None:
    assert school_year_of(day) == year


def test_a_school_visited_last_school_year_only_was_not_visited_yet() -> None:
    visits = [done(A, date(2017, 6, 30)), done(B, date(2017, 9, 1)), done(C, date(2018, 5, 2)), planned(C, AS_OF)]
    assert not_yet((A, B, C), visits, AS_OF) == [A, C]


def test_a_visit_on_the_reference_date_counts_and_one_the_day_after_does_not() -> None:
    assert len(this_school_year([done(A, AS_OF), done(A, AS_OF + timedelta(days=1))], AS_OF)) == 1


@pytest.mark.parametrize(
    ("last", "as_of", "days"),
    [
        (date(2018, 4, 24), date(2018, 5, 1), 7),
        (date(2018, 6, 30), date(2018, 9, 1), 1),
        (date(2018, 6, 20), date(2018, 9, 10), 20),
        (date(2018, 7, 4), date(2018, 8, 20), 0),
        (date(2016, 6, 30), date(2017, 9, 1), 304),
        (date(2018, 5, 1), date(2018, 5, 1), 0),
    ],
)
def test_july_and_august_are_no_days_without_a_visit(last: date, as_of: date, days: int) -> None:
    assert days_without(last, as_of) == days


def test_a_school_is_quiet_from_the_fifty_sixth_day_without_a_visit() -> None:
    visits = [done(A, AS_OF - timedelta(days=56)), done(B, AS_OF - timedelta(days=55))]
    assert [(quiet.school_id, quiet.weeks) for quiet in quiet_schools((A, B), [TEAM], visits, AS_OF)] == [(A, 8)]


def test_the_longest_without_a_visit_comes_first_and_says_when_one_is_planned() -> None:
    visits = [done(A, date(2018, 2, 1)), done(B, date(2018, 1, 8)), planned(B, date(2018, 5, 17))]
    found = quiet_schools((A, B), [TEAM], visits, AS_OF)
    assert [(quiet.school_id, quiet.last, quiet.planned) for quiet in found] == [
        (B, date(2018, 1, 8), date(2018, 5, 17)),
        (A, date(2018, 2, 1), None),
    ]


def test_a_school_never_visited_counts_from_the_day_on_which_the_first_team_started() -> None:
    young = replace(TEAM, started_on=AS_OF - timedelta(days=30))
    assert quiet_schools((A,), [young], [], AS_OF) == ()
    assert [quiet.last for quiet in quiet_schools((A,), [TEAM], [], AS_OF)] == [None]


def test_without_a_team_that_works_no_school_is_quiet() -> None:
    assert quiet_schools((A,), [], [], AS_OF) == ()
    assert quiet_schools((A,), [replace(TEAM, state=TeamState.SETTING_UP)], [], AS_OF) == ()


def test_the_coverage_has_twelve_months_from_august_with_visits_made_and_to_come() -> None:
    visits = [
        done(A, date(2017, 9, 5)), done(A, date(2017, 9, 20)), done(A, AS_OF), planned(A, date(2018, 5, 17)),
        planned(A, date(2018, 6, 1), state=VisitState.CANCELLED), done(B, date(2017, 7, 1)),
    ]  # fmt: skip
    found = coverage((A, B), visits, AS_OF)
    assert (found.months[0], found.months[-1]) == (date(2017, 8, 1), date(2018, 7, 1))
    assert found.done == {A: (0, 2, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0), B: (0,) * 12}
    assert found.planned[A] == (0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0)


def test_a_date_in_the_past_shows_later_visits_as_still_to_come() -> None:
    found = coverage((A,), [done(A, date(2018, 4, 3))], date(2018, 3, 1))
    assert (sum(found.done[A]), sum(found.planned[A])) == (0, 1)


def test_hours_are_those_of_the_school_year_used_in_minutes_of_visits_made() -> None:
    visits = [
        done(A, date(2018, 1, 10), 90), done(B, date(2018, 2, 10), 45), done(A, date(2017, 6, 1), 600),
        planned(A, date(2018, 5, 20), minutes=60), planned(A, date(2018, 9, 20), minutes=60),
        done(A, date(2018, 2, 1), 30, member_id=2),
    ]  # fmt: skip
    found = hours([COACH, OTHER], visits, AS_OF)
    assert [(line.available, line.used, line.planned) for line in found] == [(40, 2.25, 1), (20, 0.5, 0)]


def test_who_left_stays_in_the_hours_as_long_as_they_used_any() -> None:
    left = [replace(COACH, is_active=False), replace(OTHER, is_active=False)]
    assert [line.member.name for line in hours(left, [done(A, AS_OF)], AS_OF)] == ["i-Coach 1"]


def test_a_visit_that_answers_a_request_is_asked_once() -> None:
    requests = [request(7, A, date(2018, 1, 1), kind="trouble"), request(8, A, date(2017, 6, 1), kind="trouble")]
    visits = [done(A, date(2018, 2, 1), kind="trouble", request_id=7), done(B, date(2018, 2, 1), kind="in_class")] * 2
    assert [(asked.kind, asked.times) for asked in asked_most(visits, requests, AS_OF)] == [
        ("in_class", 2),
        ("trouble", 1),
    ]


def test_the_competence_that_most_visits_served_comes_first() -> None:
    visits = [
        done(A, date(2018, 2, 1), competence="own-1"), done(A, date(2018, 3, 1), competence="own-2"),
        done(B, date(2018, 3, 1), competence="own-2"), done(B, date(2018, 3, 2)),
        done(A, date(2017, 6, 1), competence="own-3"),
    ]  # fmt: skip
    assert list(served(visits, AS_OF).items()) == [("own-2", 2), ("own-1", 1)]


def test_a_request_follows_the_visit_that_answers_it() -> None:
    asked = request(7, A, date(2018, 4, 1))
    coming = planned(A, date(2018, 4, 20), request_id=7)
    assert request_state(asked, [], AS_OF) == "new"
    assert request_state(asked, [coming], AS_OF) == "planned"
    assert request_state(asked, [replace(coming, state=VisitState.DONE)], AS_OF) == "done"
    assert request_state(asked, [replace(coming, state=VisitState.CANCELLED)], AS_OF) == "new"
    assert request_state(asked, [replace(coming, request_id=8)], AS_OF) == "new"


def test_a_request_declined_later_was_still_waiting() -> None:
    asked = request(7, A, date(2018, 4, 1), declined_on=date(2018, 4, 20), reason="Vol.")
    assert request_state(asked, [], date(2018, 4, 19)) == "new"
    assert request_state(asked, [], AS_OF) == "declined"


def test_only_requests_of_longer_than_two_weeks_wait_too_long() -> None:
    requests = [request(1, A, date(2018, 4, 17)), request(2, A, date(2018, 4, 16)), request(3, A, date(2018, 5, 2))]
    assert [one.request_id for one in open_requests(requests, [], AS_OF)] == [2, 1]
    assert [one.request_id for one in waiting_requests(requests, [], AS_OF)] == [2]


def test_a_planned_visit_of_yesterday_is_unfinished_and_one_of_today_is_not() -> None:
    visits = [planned(A, AS_OF - timedelta(days=1)), planned(B, AS_OF), done(C, AS_OF - timedelta(days=1))]
    assert [visit.school_id for visit in unfinished(visits, AS_OF)] == [A]


def test_the_last_eight_weeks_are_fifty_six_days_with_today() -> None:
    assert (AS_OF - recently(AS_OF)).days == 55
