"""What a person answers and corrects: it changes the devices, and the question stays in sight."""

from datetime import date

from tests.inventory.lists import column, problem_places, read
from tests.making import Rows

ROWS: Rows = [
    ["Soort", "Merk", "Model", "S/N", "Aantal", "Aanschaf", "Opm"],
    ["laptop", "HP", "250 G5", "AAA1111", "28-33", "03/04/17", "waarvan 3 defect"],
    ["laptop", "HP", "250 G5", "aaa1111", 1, "45-3-2016", ""],
    ["ding", "Zebra", "Q", "", 2, "2016", ""],
]
COUNT = "Lijst!E2:count-unclear"
DATE = "Lijst!F2:date-ambiguous"
PART = "Lijst!G2:mixed-status-in-lot"
SERIAL = "Lijst!D3:serial-duplicate"
KIND = "Lijst!C4:kind-unknown"


def test_the_first_choice_holds_until_a_person_answers() -> None:
    reading = read(ROWS)
    assert [problem.key for problem in reading.open_problems][:3] == [COUNT, DATE, PART]
    assert column(reading, "kind") == ["other"]
    assert all(problem.choices for problem in reading.open_problems)


def test_an_answer_changes_the_device_and_the_question_stays_listed() -> None:
    reading = read(ROWS, answers={COUNT: "count_33", DATE: "month_first", PART: "all_same"})
    assert column(reading, "count") == [33, 2]
    assert column(reading, "purchased_earliest")[0] == date(2017, 3, 4)
    answered = {problem.key: problem.answer for problem in reading.problems if problem.answer}
    assert answered == {COUNT: "count_33", DATE: "month_first", PART: "all_same"}
    assert COUNT not in {problem.key for problem in reading.open_problems}


def test_a_part_leaves_whatever_count_is_chosen() -> None:
    reading = read(ROWS, answers={COUNT: "count_33", PART: "split"})
    assert column(reading, "count")[:2] == [30, 3]
    assert column(reading, "status")[:2] == ["in_use", "broken"]


def test_a_double_may_be_another_device() -> None:
    reading = read(ROWS, answers={COUNT: "count_28", SERIAL: "keep_without_serial"})
    assert column(reading, "row") == [2, 2, 3, 4]
    assert column(reading, "serial") == ["AAA1111", "AAA1111", None, None]


def test_a_kind_is_what_a_person_says() -> None:
    assert column(read(ROWS, answers={KIND: "kind_tablet"}), "kind") == ["tablet"]


def test_an_answer_that_is_no_choice_is_none() -> None:
    reading = read(ROWS, answers={KIND: "kind_spaceship", "Lijst!A1:nothing": "x"})
    assert column(reading, "kind") == ["other"]
    assert KIND in {problem.key for problem in reading.open_problems}


def test_dates_of_two_readings_are_asked_about_once_and_the_rows_say_so() -> None:
    rows = [["Soort", "Merk", "Serienummer", "Aanschaf"]]
    rows += [["laptop", "HP", f"5CD123456{n}", written] for n, written in enumerate(("03/04/17", "5/6/16", "2015"))]
    reading = read(rows)
    assert problem_places(reading) == [(2, "date-order")]
    assert problem_places(reading, "info") == [(2, "date-ambiguous"), (3, "date-ambiguous")]
    assert column(reading, "purchased_precision") == ["year", "year", "year"]
    answered = read(rows, answers={"Lijst!D2:date-order": "order_day_first"})
    assert column(answered, "purchased_earliest")[:2] == [date(2017, 4, 3), date(2016, 6, 5)]
    assert problem_places(answered, "info") == []


def test_a_total_is_held_against_what_a_person_answered() -> None:
    rows = [["Aantal", "Artikel"], ["28-33", "iPad Air"], [2, "iPad 2"], [35, "totaal"]]
    assert problem_places(read(rows)) == [(2, "count-unclear"), (4, "total-mismatch")]
    agreed = read(rows, answers={"Lijst!A2:count-unclear": "count_33"})
    assert agreed.open_problems == ()
    accepted = read(rows, answers={"Lijst!A2:count-unclear": "count_28", "Lijst!A4:total-mismatch": "counted"})
    assert accepted.open_problems == ()


def test_a_column_can_be_left_out() -> None:
    reading = read(ROWS, columns={("Lijst", "G"): None, ("Lijst", "D"): None})
    assert problem_places(reading) == [
        (2, "count-unclear"),
        (2, "date-ambiguous"),
        (3, "date-impossible"),
        (4, "kind-unknown"),
    ]
    assert [column.header for column in reading.left_out] == ["S/N", "Opm"]


def test_a_column_can_be_read_as_something_else() -> None:
    rows = [["Soort", "Merk", "Sticker"], ["laptop", "HP", "5CD4024VDG"]]
    assert column(read(rows), "serial") == [None]
    assert column(read(rows, columns={("Lijst", "C"): "serial"}), "serial") == ["5CD4024VDG"]


def test_a_correction_takes_a_field_from_another_column() -> None:
    rows = [["Soort", "Merk", "Serienummer", "Sticker"], ["laptop", "HP", "001", "5CD4024VDG"]]
    reading = read(rows, columns={("Lijst", "D"): "serial"})
    assert column(reading, "serial") == ["5CD4024VDG"]
    assert [(c.column, c.why_left_out) for c in reading.left_out] == [("C", "another_column")]


def test_a_sheet_without_headings_is_read_where_a_person_names_its_columns() -> None:
    rows = [["HP 250 G5", 5, 2016], ["Acer C720", 3, 2015]]
    mapping = {("Lijst", "A"): "brand_and_model", ("Lijst", "B"): "count", ("Lijst", "C"): "purchased"}
    reading = read(rows, columns=mapping)
    assert column(reading, "count") == [5, 3]
    assert column(reading, "kind") == ["laptop", "chromebook"]


def test_a_person_may_point_at_the_people() -> None:
    rows = [["Soort", "Merk", "Leerling"], ["laptop", "HP", "kar 1"]]
    assert column(read(rows, columns={("Lijst", "C"): "location"}), "location") == ["kar 1"]
