"""A list is known again by its headings, and only what a person chose is remembered of them."""

from dataclasses import replace
from datetime import date

from planning.inventory.memory.records import BOARD, MAPPING, Remembered
from planning.inventory.memory.shapes import (
    Recalled,
    Shape,
    chosen_shapes,
    marks_of,
    recall_answers,
    recall_columns,
    used,
)
from planning.inventory.reading import Reading
from tests.conftest import NOW
from tests.inventory.lists import read

HEADER = ("Soort", "Model", "Serienummer", "Zoveel", "Ingekocht bij ons")
ROW = ("Chromebook", "Chromebook 11 G5", "5CD0000001", 1, "03/04/2017")
AMBIGUOUS = ("Soort", "Model", "Serienummer", "Aanschafdatum")
DATES = [("Chromebook", "Chromebook 11 G5", f"5CD000000{n}", f"0{n}/05/17") for n in (1, 2, 3)]


def mark_of(reading: Reading) -> str | None:
    return marks_of(reading).get(reading.sheets[0].sheet)


def chosen(reading: Reading) -> dict[str, Shape]:
    return chosen_shapes(reading, Recalled(marks_of(reading)), {}, {}, {})


def known(reading: Reading, shape: Shape) -> dict[str, Remembered]:
    mark = mark_of(reading) or ""
    return {mark: Remembered(BOARD, MAPPING, mark, shape.to_json(), NOW, "Iemand")}


def test_order_capitals_and_spaces_make_no_other_shape() -> None:
    turned = [tuple(reversed(row)) for row in (HEADER, ROW)]
    shouted = [tuple(f" {text.upper()} " for text in HEADER), ROW]
    assert mark_of(read([HEADER, ROW])) == mark_of(read(turned)) == mark_of(read(shouted))


def test_another_heading_makes_another_shape() -> None:
    assert mark_of(read([HEADER, ROW])) != mark_of(read([(*HEADER[:4], "Prijs"), ROW]))


def test_of_two_headings_alike_the_order_counts() -> None:
    one = read([("Soort", "Model", "Nr", "Nr"), ("Laptop", "ThinkPad L450", "1", "2")])
    other = read([("Nr", "Nr", "Soort", "Model"), ("1", "2", "Laptop", "ThinkPad L450")])
    assert mark_of(one) != mark_of(other)


def test_only_corrected_headings_are_remembered_in_words() -> None:
    reading = read([HEADER, ROW], mapping={("Lijst", "D"): "count"})
    [shape] = chosen_shapes(reading, Recalled(marks_of(reading)), {("Lijst", "D"): "count"}, {}, {}).values()
    assert shape.to_json() == {"columns": {"zoveel": "count"}, "answers": {}, "layout": None, "pointed_out": False}


def test_a_heading_that_is_a_name_is_not_remembered() -> None:
    named = ("Soort", "Model", "Serienummer", "Fenna de Vries")
    reading = read([named, ROW[:4]])
    [shape] = chosen_shapes(reading, Recalled(marks_of(reading)), {("Lijst", "D"): None}, {}, {}).values()
    assert not shape


def test_a_correction_finds_its_column_wherever_it_stands_next_year() -> None:
    shape = Shape({"zoveel": "count"})
    turned = read([tuple(reversed(HEADER)), tuple(reversed(ROW))])
    assert recall_columns(turned, marks_of(turned), known(turned, shape)) == {("Lijst", "B"): "count"}


def test_the_second_of_two_headings_alike_is_remembered_as_the_second() -> None:
    rows = [("Soort", "Model", "Nr", "Nr"), ("Laptop", "ThinkPad L450", "1", "2")]
    reading = read(rows, mapping={("Lijst", "D"): "serial"})
    [shape] = chosen_shapes(reading, Recalled(marks_of(reading)), {("Lijst", "D"): "serial"}, {}, {}).values()
    assert recall_columns(reading, marks_of(reading), known(reading, shape)) == {("Lijst", "D"): "serial"}


def test_the_order_of_day_and_month_is_remembered_and_answers_the_next_list() -> None:
    [asked] = read([AMBIGUOUS, *DATES]).open_problems
    [shape] = chosen(read([AMBIGUOUS, *DATES], answers={asked.key: "order_month_first"})).values()
    assert shape.answers == {"date-order": "order_month_first"}
    next_list = read([AMBIGUOUS, *DATES[1:]])
    answers = recall_answers(next_list, marks_of(next_list), known(next_list, shape))
    answered = read([AMBIGUOUS, *DATES[1:]], answers=answers)
    assert not answered.open_problems
    assert answered.devices["purchased_earliest"].tolist() == [date(2017, 2, 5), date(2017, 3, 5)]


def test_an_answer_is_not_forgotten_by_a_list_that_did_not_ask_for_it() -> None:
    plain = read([AMBIGUOUS, ("Chromebook", "Chromebook 11 G5", "5CD0000001", "2017")])
    kept = known(plain, Shape({}, {"date-order": "order_month_first"}))
    marks = marks_of(plain)
    [shape] = chosen_shapes(plain, Recalled(marks, used=used(marks, kept)), {}, {}, {}).values()
    assert shape.answers == {"date-order": "order_month_first"}
    [shape] = chosen_shapes(plain, Recalled(marks), {}, {}, {}).values()
    assert not shape


def test_an_answer_about_one_row_is_not_remembered() -> None:
    rows = [AMBIGUOUS, ("Zakjapanner", "Q7", "5CD0000001", "2017")]
    [asked] = read(rows).open_problems
    [shape] = chosen(read(rows, answers={asked.key: "kind_laptop"})).values()
    assert not shape


def test_a_field_that_no_longer_exists_is_passed_over() -> None:
    assert Shape.from_json({"columns": {"zoveel": "colour", "wat": None}}) == Shape({"wat": None})


def test_a_sheet_that_was_set_aside_has_no_memory() -> None:
    reading = read([HEADER, ROW])
    aside = replace(reading, sheets=tuple(replace(sheet, used=False) for sheet in reading.sheets))
    assert chosen_shapes(aside, Recalled(marks_of(reading)), {("Lijst", "D"): "count"}, {}, {}) == {}
