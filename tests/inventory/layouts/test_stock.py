"""Counts that a list tells by other columns: what came and went, and labels that follow each other."""

from datetime import date

import pytest

from planning.inventory.recognise.layouts.label_ranges import labelled
from tests.inventory.lists import column, problem_places, read
from tests.making import Rows

HEAD = ["Soort", "Merk en type", "Gekocht in", "Begin", "Erbij", "Eraf", "Eind", "Wat is er gebeurd?"]
ROWS = [
    ["Chromebook", "Acer C720", 2014, 14, "", 5, 9, "5 stuks verkocht aan ouders"],
    ["Chromebook", "HP 11 G6", 2018, 0, 24, "", 24, "nieuw"],
    ["Tablet", "iPad 2", 2012, 8, "", 8, 0, "naar de recycling"],
    ["Laptop", "HP ProBook 430", 2015, 9, "", 1, 8, "1 weggedaan"],
]


@pytest.mark.parametrize("words", [HEAD[3:7], ["Aug", "In", "Uit", "Juli"], ["Was", "+", "-", "Nu"]])
def test_the_number_there_is_now_counts_whatever_the_columns_are_called(words: list[str]) -> None:
    reading = read([[*HEAD[:3], *words, HEAD[7]], *ROWS])
    assert column(reading, "count") == [9, 24, 8]
    assert problem_places(reading) == []


def test_a_row_that_does_not_add_up_is_asked_about() -> None:
    reading = read([HEAD, *ROWS, ["Desktop", "Dell 3020", 2014, 12, "", 2, 9, ""]])
    assert problem_places(reading) == [(6, "count-unclear")]


@pytest.mark.parametrize(
    ("text", "devices"),
    [
        ("CB01 t/m CB24", 24), ("A16-A18", 3), ("P13 en P14", 2), ("CB47", 1), ("L-01 tot en met L-09", 9),
        ("CB-B 17 t/m 24", 8), ("CB-GR 1, 2, 3", 3), ("CB-R 13 t/m 20 (nr. 15 kapot)", 8),
        ("groep 3", None), ("3-4", None), ("A9-B12", None), ("A9 t/m A2", None),
    ],
)  # fmt: skip
def test_labels_are_counted(text: str, devices: int | None) -> None:
    assert labelled(text) == devices


def test_labels_fill_the_counts_that_are_blank_where_they_agree_with_the_others() -> None:
    head = ["stickers", "aantal", "welk type", "aangeschaft"]
    rows = [
        ["CB01 t/m CB24", 24, "HP 11 G6", 2019],
        ["CB25 t/m CB46", "", "HP 11 G6", 2019],
        ["A1", "", "Acer C732", 2018],
    ]
    assert column(read([head, *rows]), "count") == [24, 22, 1]
    wrong = [["CB01 t/m CB24", 20, "HP 11 G6", 2019], ["CB25 t/m CB46", "", "HP 11 G6", 2019]]
    assert problem_places(read([head, *wrong])) == [(3, "count-unclear")]


def test_labels_count_where_no_column_does() -> None:
    head = ["Apparaat", "Nummers", "Jaar"]
    rows = [["Chromebook Acer", "CB-001 t/m CB-020", 2017], ["Laptop HP 250", "L-01 t/m L-06", 2016]]
    assert column(read([head, *rows]), "count") == [20, 6]


def test_what_stands_behind_labels_in_brackets_is_heard_as_well() -> None:
    head = ["nummers", "model", "gekocht"]
    rows = [["CB-R 1 t/m 12", "HP 11 G5", 2016], ["CB-R 13 t/m 20 (nr. 15 en 18 kapot)", "HP 11 G5", 2016]]
    reading = read([head, *rows])
    assert column(reading, "count")[0] == 12
    assert [row for row, _ in problem_places(reading)] == [3]


@pytest.mark.parametrize(
    "heads",
    [
        ["Stand 1-8-2015", "erbij", "eraf", "Stand 1-8-2016", "erbij", "eraf", "Stand 1-8-2017"],
        ["begin", "+", "-", "eind 15/16", "+", "-", "eind 16/17"],
        ["aug 2015", "gekocht", "weg", "aug 2016", "gekocht", "weg", "aug 2017"],
    ],
)
@pytest.mark.parametrize("signed", [False, True])
@pytest.mark.parametrize("total", [False, True])
def test_of_a_running_balance_the_last_stand_counts(heads: list[str], signed: bool, total: bool) -> None:
    moves = [
        ("Chromebook Asus C202", 0, 20, 0, 20, 15, 1, 34),
        ("iPad 2", 12, 0, 3, 9, 0, 4, 5),
        ("Laptop Toshiba Satellite", 18, 0, 6, 12, 0, 5, 7),
        ("Desktop Dell Optiplex 390", 24, 0, 10, 14, 0, 14, 0),
    ]
    rows: Rows = [["Verloop"], ["Apparaat", *heads], *map(list, moves)]
    if total:
        rows.append(["Totaal", 54, 20, 19, 55, 15, 24, 46])
    if signed:  # what came and went in one column
        heads = [heads[0], "mutatie", heads[3], "mutatie", heads[6]]
        rows = [rows[0], ["Apparaat", *heads], *([r[0], r[1], r[2] - r[3], r[4], r[5] - r[6], r[7]] for r in rows[2:])]  # type: ignore[operator]
    reading = read(rows)
    assert column(reading, "count") == [34, 5, 7]
    assert problem_places(reading) == []
    assert [total.agrees for total in reading.stated_totals] == [True] * total


def test_a_running_balance_that_does_not_come_to_its_last_stand_is_asked_about() -> None:
    rows: Rows = [
        ["Apparaat", "Stand 2015", "bij", "af", "Stand 2016", "bij", "af", "Stand 2017"],
        ["Chromebook Asus C202", 0, 20, 0, 20, 15, 1, 34], ["iPad 2", 12, 0, 3, 9, 0, 4, 5],
        ["Laptop Toshiba Satellite", 18, 0, 6, 12, 0, 5, 7], ["Laptop HP 250 G5", 8, 4, 1, 11, 0, 1, 10],
        ["Desktop Dell Optiplex 390", 24, 0, 10, 14, 0, 8, 7],
    ]  # fmt: skip
    assert problem_places(read(rows)) == [(6, "count-unclear")]


def test_two_columns_and_their_sum_are_no_running_balance() -> None:
    rows: Rows = [["Apparaat", "boven", "beneden", "totaal", "jaar"], ["iPad 2", 1, 2, 3, 2014]]
    rows += [["Laptop HP 250 G5", 4, 4, 8, 2016], ["Acer C740", 10, 2, 12, 2015], ["Lenovo N22", 5, 5, 10, 2017]]
    assert sum(column(read(rows), "count")) == 33  # type: ignore[arg-type]


@pytest.mark.parametrize("heads", [["Apparaat"], ["Soort", "Merk"]])
@pytest.mark.parametrize(
    "stands",
    [["Stand 1-8-2015", "Stand 1-8-2016", "Stand 1-8-2017"], ["Telling 2015", "Telling 2016", "Telling 2017"]],
)
def test_of_several_stands_alone_the_last_counts(heads: list[str], stands: list[str]) -> None:
    rows: Rows = [[*heads, *stands]]
    rows += [[*own[: len(heads)], *n] for *own, n in [
        ("Chromebook", "Asus", (0, 20, 34)), ("iPad", "Apple", (12, 9, 5)), ("Laptop", "HP", (18, 12, 7)),
    ]]  # fmt: skip
    reading = read(rows)
    assert column(reading, "count") == [34, 5, 7]
    assert problem_places(reading) == []


BARE = [["chromebook", "Acer", 20, 18], ["tablet", "Apple", 10, 12], ["laptop", "HP", 5, 5]]


@pytest.mark.parametrize(
    "days",
    [
        ("aug 2015", "aug 2016"),
        ("1-8-2015", "1-8-2016"),
        (date(2015, 8, 1), date(2016, 8, 1)),
        ("okt. 2015", "mrt 2016"),
    ],
)
def test_numbers_under_nothing_but_moments_are_a_stand_of_which_the_last_counts_and_that_is_asked(
    days: tuple[object, object],
) -> None:
    rows = [["Soort", "Merk", *days], *BARE]
    reading = read(rows)
    assert column(reading, "count") == [18, 12, 5]
    assert problem_places(reading) == [(None, "sheet-moments")]
    together = read(rows, answers={reading.open_problems[0].key: "moments_all"})
    assert column(together, "count") == [38, 22, 10]


def test_the_last_moment_counts_wherever_it_stands_and_beside_one_other_heading_alone() -> None:
    rows = [["Apparaat", "aug 2017", "aug 2015"], ["Acer C740", 18, 20], ["iPad Air", 12, 10], ["HP 250 G5", 5, 5]]
    assert column(read(rows), "count") == [18, 12, 5]


def test_beside_a_count_or_serial_numbers_moments_count_nothing() -> None:
    counted = [["Soort", "Merk", "Aantal", "aug 2015", "aug 2016"], *([*row[:2], 7, *row[2:]] for row in BARE)]
    assert column(read(counted), "count") == [7, 7, 7]
    one_by_one = [["Serienummer", "Merk en type", "aug 2015", "aug 2016"]]
    one_by_one += [[f"5CD123456{n}", "HP 250 G5", n, n] for n in range(1, 4)]
    assert column(read(one_by_one), "count") == [1, 1, 1]
