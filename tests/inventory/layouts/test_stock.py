"""Counts that a list tells by other columns: what came and went, and labels that follow each other."""

import pytest

from planning.inventory.recognise.layouts.label_ranges import labelled
from tests.inventory.lists import column, problem_places, read

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
