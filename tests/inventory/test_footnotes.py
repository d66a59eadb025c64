"""Signs in a list that stand for what is said of them elsewhere on the sheet: notes below it, codes above it."""

import pytest

from tests.inventory.lists import column, problem_places, read


@pytest.mark.parametrize(
    ("sign", "line"), [("*", "* stuk"), ("¹", "¹ stuk, loont niet"), ("(1)", "(1) = stuk"), ("1)", "1) stuk")]
)
def test_a_note_below_the_list_holds_for_what_refers_to_it(sign: str, line: str) -> None:
    rows = [
        ["Apparaat", "Aantal", "Jaar"],
        ["iPad mini 2", 7, 2014],
        [f"iPad mini 2 {sign}", 1, 2014],
        ["laptop HP", 3, 2016],
        [],
        [line],
    ]
    reading = read(rows)
    assert column(reading, "status")[1] == "broken"
    assert "broken" not in (column(reading, "status")[0], column(reading, "status")[2])
    assert column(reading, "model")[0] == column(reading, "model")[1]
    assert problem_places(reading) == []


def test_a_note_on_another_device_is_no_row_of_the_list() -> None:
    rows = [
        ["Apparaat", "Aantal", "Jaar", "Opmerking"],
        ["digibord SMART", 1, 2012, "1)"],
        ["laptop HP", 3, 2016, ""],
        ["1) beamer hangt er apart bij"],
    ]
    reading = read(rows)
    assert column(reading, "kind") == ["interactive_board", "laptop"]
    assert problem_places(reading) == []


@pytest.mark.parametrize(
    "above",
    [
        ["srt: CB = chromebook / NB = notebook / DB = digibord"],
        ["CB = chromebook; NB = notebook; DB = digibord"],
        ["CB = chromebook  NB = notebook DB = digibord"],
        ["CB = chromebook", "NB = notebook", "DB = digibord"],
    ],
)
def test_codes_that_a_sheet_explains_are_read_as_what_they_stand_for(above: list[str]) -> None:
    rows = [
        *([line] for line in above),
        ["srt", "Merk en type", "Serienummer"],
        ["CB", "Acer C731", "NXGVF1234"],
        ["CB", "Acer C731", "NXGVF1235"],
        ["NB", "HP 250 G5", "5CD6148VVM"],
        ["DB", "Prowise 65", "PW05210843"],
    ]
    assert column(read(rows), "kind") == ["chromebook", "chromebook", "laptop", "interactive_board"]
