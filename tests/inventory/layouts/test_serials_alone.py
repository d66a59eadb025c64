"""Rows in which only a serial number stands below a device that is named."""

from planning.inventory.reading import Reading
from tests.inventory.lists import column, held, problem_places, read
from tests.making import Rows

HEADINGS = ["Soort", "Merk", "Type", "Serienummer", "Aangekocht", "Lokaal"]
ACER = ["Chromebook", "Acer", "C730", "NXMM8EH0015340C3", "nov 2014", "lokaal 3"]
IPAD = ["iPad", "Apple", "iPad 4", "DMPK1234F18P", "2013", "lokaal 1"]


def alone(serial: str) -> list[str | None]:
    return [None, None, None, serial, None, None]


def kinds(reading: Reading) -> list[object]:
    return column(reading, "kind")


def test_they_are_of_the_sort_above_them_and_bought_with_it() -> None:
    reading = read([HEADINGS, ACER, alone("NXMM8EH0025340C3"), IPAD, alone("DMPK1235F18P"), alone("DMPK1236F18P")])
    assert kinds(reading) == ["chromebook", "chromebook", "tablet", "tablet", "tablet"]
    assert held(reading, "model", "location")[1] == ("Chromebook 11 C730", "lokaal 3")
    assert [str(day) for day in column(reading, "purchased_latest")][-1] == "2013-12-31"
    assert problem_places(reading) == []
    assert problem_places(reading, "info") == [(3, "kind-as-above")], "told once, at the first of them"


def test_ditto_marks_and_blanks_may_both_stand_for_the_row_above() -> None:
    ditto = ['"', '"', '"', "NXMM8EH0025340C3", '"', '"']
    reading = read([HEADINGS, ACER, ditto, alone("NXMM8EH0035340C3")])
    assert kinds(reading) == ["chromebook"] * 3


def test_a_printed_page_between_them_changes_nothing() -> None:
    rows: Rows = [
        HEADINGS, IPAD, ["blad 1"], [], HEADINGS, alone("DMPK1235F18P"), ["pagina 2 van 2"], alone("DMPK1236F18P"),
    ]  # fmt: skip
    reading = read(rows)
    assert kinds(reading) == ["tablet"] * 3
    assert problem_places(reading) == []


def test_where_others_write_the_same_sort_out_again_a_row_without_is_asked() -> None:
    again = [*ACER[:3], "NXMM8EH0025340C3", *ACER[4:]]
    reading = read([HEADINGS, ACER, again, alone("NXMM8EH0035340C3")])
    assert kinds(reading) == ["chromebook"] * 2
    assert problem_places(reading) == [(4, "row-passed-over")]


def test_below_a_blank_row_a_number_is_of_nothing_that_is_named() -> None:
    reading = read([HEADINGS, ACER, IPAD, [], alone("NXMM8EH0035340C3")])
    assert kinds(reading) == ["chromebook", "tablet"]
    assert [row for row, _ in problem_places(reading)] == [5]
