"""How systems were on an earlier day: from when until when a school had one, and what was known before a change."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planning.core.database import Database
from planning.core.service import audit
from planning.systems.history import lines_on
from planning.systems.model import PastLine, SystemLine
from planning.systems.rules import systems_matrix
from planning.systems.service import put_back, remove_lines, save_lines, systems_view
from planning.systems.words import differences_in_words
from tests.conftest import NOW, work_as_of_today
from tests.systems.made import AS_OF, LAS, LINDE, column, line
from tests.systems.test_service import GROUP, OF_LINDE, schools

assert schools  # a fixture
LATER = NOW + timedelta(days=31)
BEFORE, CHANGED = date(2018, 5, 31), date(2018, 6, 1)


@pytest.mark.parametrize(
    ("more", "lives"),
    [
        ({}, ["in_use", "in_use", "in_use", "in_use"]),
        ({"in_use_on": date(2016, 8, 1)}, [None, "in_use", "in_use", "in_use"]),
        ({"in_use_on": date(2016, 8, 1), "out_on": date(2018, 6, 1)}, [None, "in_use", "in_use", "out"]),
        ({"in_use_on": date(2012, 8, 1), "out_on": date(2017, 12, 31), "life": "out"},
         ["in_use", "in_use", "out", "out"]),
        ({"in_use_on": date(2018, 6, 1)}, [None, None, "plan", "in_use"]),
        ({"life": "plan"}, ["plan", "plan", "plan", "plan"]),
    ],
)  # fmt: skip
def test_a_school_has_a_system_from_its_first_day_until_its_last(
    more: dict[str, object], lives: list[str | None]
) -> None:
    one = replace(line(LINDE, "Berk", recorded_on=AS_OF), **more)
    days = (date(2015, 1, 1), date(2017, 1, 1), AS_OF, date(2018, 7, 1))
    found = [lines_on([one], [], day) for day in days]
    assert [lines[0].life if lines else None for lines in found] == lives


def test_before_a_change_a_line_is_as_it_was_known() -> None:
    now = line(LINDE, "Eik", line_id=1)
    first, second = line(LINDE, "Berk", line_id=1), line(LINDE, "Iep", line_id=1)
    past = [PastLine(CHANGED, second), PastLine(AS_OF, first)]
    days = (date(2018, 4, 30), AS_OF, BEFORE, CHANGED)
    assert [lines_on([now], past, day)[0].system for day in days] == ["Berk", "Iep", "Iep", "Eik"]


def test_the_matrix_of_an_earlier_day_has_the_system_of_then() -> None:
    lines = [line(LINDE, "Eik", out_on=date(2017, 7, 31), life="out"), line(LINDE, "Berk", in_use_on=date(2017, 8, 1))]
    numbered = [replace(one, line_id=place) for place, one in enumerate(lines, 1)]

    def systems(day: date) -> list[str]:
        found = systems_matrix([LAS], [column(LINDE, *lines_on(numbered, [], day))])
        return [share.name for row in found.rows for share in row.systems]

    assert (systems(date(2017, 7, 31)), systems(date(2017, 8, 1))) == (["Eik"], ["Berk"])


def test_a_change_counts_from_its_day_on_and_what_went_is_still_there_before(schools: Database) -> None:
    work_as_of_today(schools)
    (_none, kept), = save_lines(GROUP, schools, NOW, [line(LINDE, "Berk", per_pupil_cents=6_90)])  # fmt: skip
    assert kept is not None
    assert kept.recorded_on == AS_OF
    save_lines(GROUP, schools, LATER, [replace(kept, per_pupil_cents=7_50)])

    def known(day: date) -> list[int | None]:
        return [one.per_pupil_cents for one in systems_view(OF_LINDE, schools).known_on(day).on(day).lines]

    assert [one.system for one in systems_view(GROUP, schools).on(date(2018, 4, 30)).lines] == ["Berk"]  # in hindsight
    assert [known(day) for day in (date(2018, 4, 30), AS_OF, BEFORE, CHANGED)] == [[], [6_90], [6_90], [7_50]]
    view = systems_view(GROUP, schools)
    assert [differences_in_words(one.line, view.lines[0]) for one in view.past_of(1)] == [
        "Kosten per leerling per jaar: €\u00a06,90"
    ]
    remove_lines(GROUP, schools, LATER + timedelta(days=1), view.lines)
    assert (known(CHANGED), known(date(2018, 6, 2))) == ([7_50], [])
    assert {"per_pupil_cents": 7_50} in list(audit(GROUP, schools, what=["system_line"])["after"])


def test_what_is_undone_on_its_day_leaves_no_past_and_of_two_changes_the_morning_counts(schools: Database) -> None:
    work_as_of_today(schools)
    (_none, kept), = save_lines(GROUP, schools, NOW, [line(LINDE, "Berk")])  # fmt: skip
    assert kept is not None
    done = save_lines(GROUP, schools, LATER, [replace(kept, supplier="Leveranciers BV")])
    save_lines(GROUP, schools, LATER, [replace(kept, supplier="Anderen BV")])
    assert [one.line for one in systems_view(GROUP, schools).past] == [kept]
    put_back(GROUP, schools, LATER, done)
    removed = remove_lines(GROUP, schools, LATER, [kept])
    put_back(GROUP, schools, LATER, removed)
    view = systems_view(GROUP, schools)
    assert (view.past, view.lines) == ((), (kept,))


def test_what_was_added_and_undone_on_one_day_was_never_there(schools: Database) -> None:
    done = save_lines(GROUP, schools, NOW, [line(LINDE, "Berk", in_use_on=date(2016, 8, 1))])
    put_back(GROUP, schools, NOW, done)
    view = systems_view(GROUP, schools)
    assert view.past == view.lines == view.on(date(2017, 1, 1)).lines == ()


def test_what_was_known_of_a_school_is_for_who_reads_that_school_only(schools: Database) -> None:
    work_as_of_today(schools)
    (_none, kept), = save_lines(GROUP, schools, NOW, [SystemLine("00BB00", "las", "Berk")])  # fmt: skip
    assert kept is not None
    save_lines(GROUP, schools, LATER, [replace(kept, system="Eik")])
    assert systems_view(OF_LINDE, schools).past == ()
