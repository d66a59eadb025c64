"""What is said of a workbook, in one value."""

import pytest

from planning.inventory.guidance import UNGUIDED, Guidance
from planning.inventory.read.reader import read_inventory
from planning.workbooks.model import Choice, Problem
from tests.making import workbook

ASKED = Problem("Lijst", 2, "C", "must", "date-order", "", choices=(Choice("order_unknown"), Choice("order_day_first")))


def test_an_answer_that_a_problem_does_not_offer_is_none() -> None:
    assert UNGUIDED.with_answers({ASKED.key: "order_of_the_day"}).answered(ASKED).is_open
    assert UNGUIDED.with_answers({ASKED.key: "order_day_first"}).answered(ASKED).answer == "order_day_first"


def test_an_answer_given_now_goes_before_how_lists_like_it_are_written() -> None:
    written = Guidance(notation={("Lijst", "date-order"): "order_unknown"})
    assert (written.answer_to(ASKED), written.said_once("date-order")) == ("order_unknown", "order_unknown")
    answered = written.with_answers({ASKED.key: "order_day_first"})
    assert (answered.answer_to(ASKED), answered.said_once("date-order")) == ("order_day_first", "order_day_first")


def test_headings_pointed_out_and_a_layout_take_each_others_place() -> None:
    pointed = UNGUIDED.with_layout("Lijst", "lots").with_headings("Lijst", 3)
    assert (pointed.layouts, pointed.headers) == ({}, {"Lijst": 3})
    assert pointed.with_layout("Lijst", "lots") == UNGUIDED.with_layout("Lijst", "lots")


def test_an_answer_makes_another_guidance_and_leaves_the_first_as_it_was() -> None:
    first = Guidance(answers={"a": "b"})
    assert first.with_answers({"c": "d"}) != first
    assert first.answers == {"a": "b"}


@pytest.mark.parametrize(
    ("answer", "devices"), [("count_30", 30), ("count_0", 3), ("count_5000", 3), ("count_x", 3), ("count_28", 28)]
)
def test_a_question_about_a_count_takes_a_number_of_devices_and_nothing_else(answer: str, devices: int) -> None:
    content = workbook([("Soort", "Model", "Aantal"), ("laptop", "L450", "28-33"), ("laptop", "L460", 3)])
    asked = read_inventory(content, "lijst.xlsx").open_problems[0]
    answered = read_inventory(content, "lijst.xlsx", Guidance(answers={asked.key: answer}))
    assert answered.devices["count"].tolist() == ([devices, 3] if devices != 3 else [3])
    assert bool(answered.open_problems) is (devices == 3)
