"""How schools keep lists: rooms with numbers and names, carts with their slots, a plan of what is to be replaced."""

import pytest

from planning.inventory.read.marks import Meaning, with_colours_apart
from tests.inventory.lists import column, held, problem_places, read
from tests.making import Rows


def test_numbers_before_names_count_the_devices_of_a_room_and_dashes_are_none() -> None:
    rows: Rows = [
        ["groep 1", "-", "-", "2 x HP Compaq 6000", "4 iPad 2"],
        ["groep 3", "Smartboard 680", "Epson EB-410W", "3 x HP Compaq 6000", ""],
        ["groep 4", "Prowise 65", "n.v.t.", "2 Dell Optiplex 380", "-"],
        ["groep 5", "Prowise 65", "-", "-", "iPads"],
    ]
    reading = read([["Lokaal", "Digibord", "Beamer", "Computers", "Tablets"], *rows])
    assert column(reading, "count")[:2] == [2, 4]
    assert sum(column(reading, "count")) >= 15
    assert problem_places(reading) == [(5, "count-unclear")]  # of "iPads" nobody knows how many


def test_a_cart_says_over_its_slots_what_is_in_it_where_it_stands_and_since_when() -> None:
    rows: Rows = [["KAR A (gang boven) – Lenovo N22 Chromebook – sept 2016"], ["vak", "label", "serienr.", "bijz."]]
    rows += [[1, "A01", "LR05A0L9", ""], [2, "A02", "LR05078C", "defect"], [3, "", "leeg", ""]]
    reading = read(rows, sheet="Laadkarren")
    assert held(reading, "kind", "location", "status") == [
        ("chromebook", "KAR A (gang boven)", "in_use"),
        ("chromebook", "KAR A (gang boven)", "broken"),
    ]
    assert set(column(reading, "purchased_as_written")) == {"sept 2016"}


def test_a_list_of_serial_numbers_is_of_the_model_in_its_title_and_hears_the_lines_below() -> None:
    rows: Rows = [["Laptops leerlingen KBS Sint Jozef (Lenovo ThinkPad 11e)"], ["nr", "serienr", "aanschaf"]]
    rows += [[n, f"LR00KCF{n}", "27-08-2015"] for n in range(1, 5)]
    reading = read([*rows, [], ["nr 3 is stuk (scherm)"], ["alle laptops hebben een nieuwe accu gehad in 2017"]])
    assert held(reading, "brand", "audience", "status") == [
        ("Lenovo", "pupils", state) for state in ("unknown", "unknown", "broken", "unknown")
    ]
    assert problem_places(reading) == []


def test_sheets_called_as_schools_are_of_those_schools() -> None:
    own: Rows = [["wat", "aantal"], ["laptops HP 250", 6]]
    reading = read(own, sheet="De Bolster", **{"Het Anker": [["wat", "aantal"], ["iPad 2", 5]]})
    assert column(reading, "school") == ["De Bolster", "Het Anker"]
    assert column(read(own, sheet="De Bolster"), "school") == [None]


def test_a_plan_of_what_is_to_be_replaced_lists_what_is_there_and_asks_of_what_is_still_to_be_bought() -> None:
    rows: Rows = [
        ["HP Chromebook 11 G4", 15, 2015, 2019],
        ["Lenovo V110", 8, 2017, 2021],
        ["Ricoh MP C3003", 1, 2014, 2019],
    ]
    rows += [["Acer C740", 9, 2015, 2019], ["iPads (nieuw, nog kopen)", 6, "", 2018]]
    reading = read([["Middel", "Aantal", "Aanschaf", "Vervangen in"], *rows], sheet="Vervangingsplan 2018")
    assert column(reading, "count") == [15, 8, 1, 9, 6]
    assert problem_places(reading) == [(6, "note-questions-count")]


@pytest.mark.parametrize("name", ["laptops lln", "Chromebooks leerlingen"])
def test_the_name_of_a_sheet_says_that_devices_are_for_pupils(name: str) -> None:
    reading = read([["merk/type", "serienr"], ["HP 250 G5", "5CD1234567"], ["HP 250 G5", "5CD1234568"]], sheet=name)
    assert column(reading, "audience") == ["pupils", "pupils"]


def test_orange_beside_a_yellow_that_the_legend_explains_is_another_colour() -> None:
    legend = {"yellow": Meaning(status="spare")}
    assert not with_colours_apart(legend, {"FFFF00", "FFA500"})["orange"].is_known
    assert "orange" not in with_colours_apart(legend, {"FFA500"})  # it may be what somebody calls yellow


def test_a_number_that_stands_twice_is_asked_once_and_told_at_the_other_row() -> None:
    rows: Rows = [["HP 250 G5", "5CD1234567"], ["HP 250 G5", "5CD1234568"], ["HP 430 G3", "5CD1234567"]]
    reading = read([["Model", "Serienummer"], *rows])
    assert problem_places(reading) == [(4, "serial-duplicate")]
    assert (2, "serial-stands-again") in problem_places(reading, "info")
