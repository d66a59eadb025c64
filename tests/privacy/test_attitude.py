"""Awareness: terms of a school year, and questionnaires of which no group under five is ever kept or shown."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planning.privacy.answer_list import answer_template, read_answer_list
from planning.privacy.attitude import (
    FEWEST,
    Activity,
    StatementAnswers,
    active_schools,
    activity_reasons,
    answers_reasons,
    by_term,
    good_share,
    questions_for,
    school_year,
    shares_in_time,
    terms,
)
from tests.own_board import BOARD
from tests.refusals import assert_reasons

DAY = date(2018, 5, 1)


def answers(*counts: int, question: str = "S1", school: str = "03QE00", on: date = DAY) -> StatementAnswers:
    return StatementAnswers(school, "staff", on, question, counts)


def activity(on: date, school: str = "03QE00") -> Activity:
    return Activity(school, 1, "meeting", "Puzzelstuk 1", on, ("staff",), "IBP-coördinator")


@pytest.mark.parametrize(
    ("day", "first"),
    [(date(2018, 7, 31), date(2017, 8, 1)), (date(2018, 8, 1), date(2018, 8, 1)), (DAY, date(2017, 8, 1))],
)
def test_a_school_year_starts_on_1_august(day: date, first: date) -> None:
    assert school_year(day) == first


def test_a_school_year_has_four_terms() -> None:
    assert terms(date(2017, 9, 1), date(2018, 7, 31)) == (
        date(2017, 8, 1), date(2017, 11, 1), date(2018, 2, 1), date(2018, 5, 1),
    )  # fmt: skip


def test_an_activity_stands_in_the_term_of_its_day() -> None:
    shown = terms(DAY, DAY)
    found = by_term([activity(date(2018, 1, 31)), activity(date(2018, 2, 1)), activity(date(2016, 1, 1))], shown)
    assert {term: len(held) for (_school, term), held in found.items()} == {date(2017, 11, 1): 1, date(2018, 2, 1): 1}


def test_a_school_is_active_by_what_it_did_this_school_year_and_not_later() -> None:
    held = [activity(date(2017, 7, 31), "A"), activity(date(2017, 8, 1), "B"), activity(date(2018, 5, 2), "C")]
    assert active_schools(held, DAY) == {"B"}


def test_a_group_under_five_has_no_share() -> None:
    assert good_share([answers(0, 0, 2, 2)]) is None
    assert good_share([answers(1, 0, 2, 2)]) == 0.8
    assert good_share([]) is None


def test_one_question_with_fewer_than_five_answers_hides_the_group() -> None:
    assert good_share([answers(0, 0, 0, 20), answers(0, 0, 0, 4, question="S2")]) is None


def test_shares_in_time_are_of_all_schools_together_by_term() -> None:
    lines = [
        answers(5, 0, 0, 5, on=date(2017, 9, 1)),
        answers(0, 0, 10, 0, on=date(2017, 10, 1), school="B"),
        answers(0, 0, 0, 9),
    ]
    assert shares_in_time(lines, DAY)["staff"] == [(date(2017, 8, 1), 0.75), (date(2018, 5, 1), 1.0)]
    assert shares_in_time(lines, date(2018, 4, 30))["staff"] == [(date(2017, 8, 1), 0.75)]


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(*[st.integers(0, 4)] * 4), min_size=1, max_size=6))
def test_no_difference_between_two_views_is_a_group_under_five(counts: list[tuple[int, int, int, int]]) -> None:
    """Whatever schools are looked at together, what two such views differ by is nobody or at least five people."""
    lines = [answers(*c, school=str(n)) for n, c in enumerate(counts)]
    kept = [line for line in lines if not answers_reasons([line], DAY)]
    for size in range(len(kept) + 1):
        for view in combinations(kept, size):
            rest = sum(line.respondents for line in kept) - sum(line.respondents for line in view)
            assert rest == 0 or rest >= FEWEST


def test_counts_are_refused_with_all_reasons_at_once() -> None:
    reasons = answers_reasons([answers(1, 1, 1, 1), answers(0, 0, 0, 9_999, question="S2", on=date(2018, 5, 2))], DAY)
    assert_reasons(reasons, ("too_few_answers", "S1"), ("answers_out_of_range", None), ("answers_to_come", "held_on"))
    assert_reasons(answers_reasons([answers(0, 0, 0, 0)], DAY), ("answers_empty", None))
    assert_reasons(answers_reasons([answers(5, 0, 0, 0, question="K1")], DAY), ("other_questionnaire", None))


def test_an_activity_is_refused_with_all_reasons_at_once() -> None:
    assert_reasons(
        activity_reasons(Activity("A", 0, "film", " ", date(2018, 5, 2), (), ""), DAY),
        ("activity_without_name", "title"),
        ("activity_without_audience", "audiences"),
        ("activity_to_come", "held_on"),
    )


def filled(audience: str, *rows: tuple[object, ...]) -> bytes:
    from io import BytesIO

    from openpyxl import load_workbook

    book = load_workbook(BytesIO(answer_template(audience, "De Twister", BOARD, date(2018, 5, 1))))
    sheet = book.active
    first = next(row for row in range(1, 20) if sheet.cell(row, 1).value == "Code") + 1
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet.cell(first + number, 3 + column, value)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def test_a_filled_in_template_is_read_back_as_counts() -> None:
    found = read_answer_list(filled("staff", (1, 2, 3, 4), (None, None, None, 12)), "vragen.xlsx", "staff")
    codes = [question.code for question in questions_for("staff")]
    assert found.problems == ()
    assert {code: found.counts[code] for code in codes[:2]} == {"S1": (1, 2, 3, 4), "S2": (0, 0, 0, 12)}


def test_too_few_respondents_and_unreadable_counts_are_told_by_row() -> None:
    found = read_answer_list(filled("pupils", (1, 0, 0, 1), ("veel", 0, 0, 9)), "vragen.xlsx", "pupils")
    assert [(p.code, p.column) for p in found.problems] == [("too_few", "A"), ("count_unread", "C")]


def test_the_template_of_other_people_is_recognised_as_such() -> None:
    found = read_answer_list(filled("staff", (5, 0, 0, 0)), "vragen.xlsx", "parents")
    assert {p.code for p in found.problems} == {"question_unknown"}
