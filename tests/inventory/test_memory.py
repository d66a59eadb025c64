"""A list is known again by its headings, and only what a person chose is remembered of them."""

from datetime import date

from planning.inventory.guidance import (
    BOARD,
    MAPPING,
    UNGUIDED,
    Guidance,
    Shape,
    StandingChoice,
    shape_from_json,
    shape_to_json,
)
from planning.inventory.memory.shapes import chosen_shapes, recollection
from planning.inventory.read.reader import read_inventory
from planning.inventory.reading import ASIDE, Reading
from tests.conftest import NOW
from tests.inventory.lists import Rows, read, workbook

HEADER = ("Soort", "Model", "Serienummer", "Zoveel", "Ingekocht bij ons")
ROW = ("Chromebook", "Chromebook 11 G5", "5CD0000001", 1, "03/04/2017")
AMBIGUOUS = ("Soort", "Model", "Serienummer", "Aanschafdatum")
DATES = [("Chromebook", "Chromebook 11 G5", f"5CD000000{n}", f"0{n}/05/17") for n in (1, 2, 3)]


def mark_of(reading: Reading) -> str | None:
    return reading.sheets[0].mark


def guided(rows: Rows, guidance: Guidance) -> Reading:
    return read_inventory(workbook(rows), "lijst.xlsx", guidance)


def chosen(rows: Rows, guidance: Guidance = UNGUIDED) -> Shape:
    [shape] = chosen_shapes(guided(rows, guidance), guidance).values()
    return shape


def knowing(rows: Rows, shape: Shape) -> Guidance:
    """What was chosen for an earlier list with the same headings."""
    mark = mark_of(read(rows)) or ""
    return Guidance(earlier=(StandingChoice(BOARD, MAPPING, mark, shape_to_json(shape), NOW, "Iemand"),))


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
    shape = chosen([HEADER, ROW], Guidance(columns={("Lijst", "D"): "count"}))
    assert shape_to_json(shape) == {"columns": {"zoveel": "count"}, "answers": {}, "layout": None, "pointed_out": False}


def test_a_heading_that_is_a_name_is_not_remembered() -> None:
    named = ("Soort", "Model", "Serienummer", "Fenna de Vries")
    assert not chosen([named, ROW[:4]], Guidance(columns={("Lijst", "D"): None}))


def test_a_correction_finds_its_column_wherever_it_stands_next_year() -> None:
    turned = [tuple(reversed(HEADER)), tuple(reversed(ROW))]
    guidance = knowing([HEADER, ROW], Shape({"zoveel": "count"}))
    reading = guided(turned, guidance)
    assert next(column.field for column in reading.sheets[0].columns if column.column == "B") == "count"
    assert recollection(reading, guidance).columns == {("Lijst", "B"): "count"}


def test_a_correction_made_now_goes_before_that_of_an_earlier_list() -> None:
    guidance = knowing([HEADER, ROW], Shape({"zoveel": "price"})).with_column("Lijst", "D", "count")
    assert guided([HEADER, (*ROW[:3], 7, ROW[4])], guidance).devices["count"].tolist() == [7]
    assert chosen([HEADER, ROW], guidance).columns == {"zoveel": "count"}


def test_the_second_of_two_headings_alike_is_remembered_as_the_second() -> None:
    rows = [("Soort", "Model", "Nr", "Nr"), ("Laptop", "ThinkPad L450", "1", "2")]
    guidance = knowing(rows, chosen(rows, Guidance(columns={("Lijst", "D"): "serial"})))
    assert recollection(guided(rows, guidance), guidance).columns == {("Lijst", "D"): "serial"}


def test_the_order_of_day_and_month_is_remembered_and_answers_the_next_list() -> None:
    rows = [AMBIGUOUS, *DATES]
    [asked] = read(rows).open_problems
    shape = chosen(rows, Guidance(answers={asked.key: "order_month_first"}))
    assert shape.answers == {"date-order": "order_month_first"}
    guidance = knowing(rows, shape)
    answered = guided([AMBIGUOUS, *DATES[1:]], guidance)
    assert not answered.open_problems
    assert answered.devices["purchased_earliest"].tolist() == [date(2017, 2, 5), date(2017, 3, 5)]
    assert recollection(answered, guidance).answers == {"date-order"}


def test_an_answer_is_not_forgotten_by_a_list_that_did_not_ask_for_it() -> None:
    plain = [AMBIGUOUS, ("Chromebook", "Chromebook 11 G5", "5CD0000001", "2017")]
    known = Shape({}, {"date-order": "order_month_first"})
    assert chosen(plain, knowing(plain, known)) == known
    assert not chosen(plain)


def test_an_answer_about_one_row_is_not_remembered() -> None:
    rows = [AMBIGUOUS, ("Zakjapanner", "Q7", "5CD0000001", "2017")]
    [asked] = read(rows).open_problems
    assert not chosen(rows, Guidance(answers={asked.key: "kind_laptop"}))


def test_a_shape_is_the_same_after_it_was_kept_and_what_was_kept_before_is_still_read() -> None:
    shape = Shape({"zoveel": "count", "wat": None}, {"date-order": "order_month_first"}, "blocks", True)
    kept = {
        "columns": {"zoveel": "count", "wat": None},
        "answers": {"date-order": "order_month_first"},
        "layout": "blocks",
        "pointed_out": True,
    }
    assert (shape_to_json(shape), shape_from_json(kept)) == (kept, shape)


def test_a_field_that_no_longer_exists_is_passed_over() -> None:
    kept = {"columns": {"zoveel": "colour", "wat": None}, "widths": {"wat": 3}}
    assert shape_from_json(kept) == Shape({"wat": None})


def test_a_sheet_that_was_set_aside_has_no_memory() -> None:
    guidance = Guidance(columns={("Lijst", "D"): "count"}).with_layout("Lijst", ASIDE)
    assert chosen_shapes(guided([HEADER, ROW], guidance), guidance) == {}
