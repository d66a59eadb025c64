"""A small block of labels and values for every device: stacked, as cards beside each other, or in one cell."""

import pytest

from tests.inventory.layouts.accounts import accounted, filled
from tests.inventory.lists import column, problem_places, read
from tests.making import Rows

STACKED: Rows = [
    ["Kaarten van onze ICT"],
    [],
    ["Lokaal 3"],
    ["Soort:", "laptop"],
    ["Merk:", "HP"],
    ["Aanschaf:", 2015],
    [],
    ["Lokaal 4"],
    ["Soort:", "iPad"],
    ["Merk:", "Apple"],
    ["Aanschaf:", "1-9-2016"],
    ["Serienummer:", "DMPXYZ123456"],
    ["Gebruiker:", "Emma Smit"],
    [],
    ["bijgewerkt door Emma Smit"],
]
ACROSS: Rows = [
    ["Device 1", "", "", "Device 2", "", "", "Device 3"],
    ["Merk", "HP", "", "Merk", "Acer", "", "Merk", "Apple"],
    ["Type", "ProBook 450 G3", "", "Type", "C720", "", "Type", "iPad Air"],
    ["Jaar", 2015, "", "Jaar", 2016, "", "Jaar", "2014?"],
    [],
    ["Device 4"],
    ["Merk", "HP"],
    ["Type", "250 G5"],
]
ONE_CELL: Rows = [
    ["Soort: laptop"],
    ["Merk: HP"],
    ["Aantal: 3"],
    ["Soort: iPad"],
    ["Merk: Apple"],
    ["Aantal: 8 stuks"],
    ["Totaal: 11"],
]
PAIRS_ACROSS: Rows = [
    ["Soort", "laptop", "Merk", "HP"],
    ["S/N", "5CD1234ABC", "Status", "defect"],
    [],
    ["Soort", "iPad", "Merk", "Apple"],
    ["S/N", "DMPXYZ123456", "Status", "ok"],
]
BELOW: Rows = [
    ["Soort"],
    ["laptop"],
    ["Merk"],
    ["HP"],
    [],
    ["Soort"],
    ["iPad"],
    ["Merk"],
    ["Apple"],
]
STRAY: Rows = [
    ["Soort", "laptop", "van de ouderraad"],
    ["zie ook map"],
    ["Merk", "HP"],
    ["Jaar", 2015],
    [],
    ["Soort", ""],
    ["Merk", ""],
    ["Jaar", ""],
    [],
    ["Jaar", 2016],
    ["Prijs", 399],
    ["Status", "goed"],
]


def test_every_block_is_a_device_and_its_title_tells_where_it_is() -> None:
    reading = read(STACKED)
    assert reading.layout == "blocks"
    assert column(reading, "row") == [4, 9]
    assert column(reading, "column") == [None, None]
    assert column(reading, "kind") == ["laptop", "tablet"]
    assert column(reading, "location") == ["Lokaal 3", "Lokaal 4"]
    assert column(reading, "serial") == [None, "DMPXYZ123456"]
    assert column(reading, "purchased_precision") == ["year", "day"]


def test_names_in_blocks_are_not_kept() -> None:
    reading = read(STACKED)
    assert "Emma" not in repr(reading)
    assert [column.why_left_out for column in reading.left_out] == ["names_people"]


def test_cards_beside_each_other_have_their_own_column() -> None:
    reading = read(ACROSS)
    places = list(zip(column(reading, "row"), column(reading, "column"), strict=True))
    assert places == [(2, "A"), (2, "D"), (2, "G"), (7, "A")]
    assert column(reading, "model") == ["ProBook 450 G3", "C720", "iPad Air", "250 G5"]
    assert [(problem.row, problem.column) for problem in reading.problems if problem.as_written] == [(4, "H")]


def test_label_and_value_may_share_a_cell_and_the_total_is_checked() -> None:
    reading = read(ONE_CELL)
    assert column(reading, "row") == [1, 4]
    assert column(reading, "count") == [3, 8]
    assert [(total.row, total.agrees) for total in reading.stated_totals] == [(7, True)]
    wrong = read([*ONE_CELL[:-1], ["Totaal", 12]])
    assert problem_places(wrong) == [(7, "total-mismatch")]


def test_a_whole_block_may_share_a_cell() -> None:
    rows = [["Soort: laptop\nMerk: HP\nAantal: 3", "Soort: iPad\nMerk: Apple\nAantal: 8"]]
    reading = read(rows)
    assert column(reading, "column") == ["A", "B"]
    assert column(reading, "count") == [3, 8]


def test_a_block_may_have_labels_beside_each_other() -> None:
    reading = read(PAIRS_ACROSS)
    assert column(reading, "row") == [1, 4]
    assert column(reading, "brand") == ["HP", "Apple"]
    assert column(reading, "status") == ["broken", "in_use"]


def test_a_value_may_stand_below_its_label() -> None:
    reading = read(BELOW)
    assert column(reading, "row") == [1, 6]
    assert column(reading, "kind") == ["laptop", "tablet"]


def test_a_block_may_lack_its_first_label() -> None:
    rows = [["Soort", "laptop"], ["Merk", "HP"], ["Jaar", 2015], [], ["Merk", "Acer"], ["Type", "C720"], ["Jaar", 2016]]
    reading = read(rows)
    assert column(reading, "row") == [1, 5]
    assert column(reading, "kind") == ["laptop", "chromebook"]


def test_a_title_may_be_the_device_itself() -> None:
    rows = [["HP ProBook 450 G3"], ["S/N", "5CD1234ABC"], ["Jaar", 2015], [], ["iPad Air"], ["S/N", "DMPXYZ123456"]]
    reading = read([*rows, ["Jaar", 2016]])
    assert column(reading, "model") == ["ProBook 450 G3", "iPad Air"]


def test_what_no_label_explains_is_asked_about_and_an_empty_block_is_none() -> None:
    reading = read(STRAY)
    assert column(reading, "row") == [1]
    asked = [(problem.row, problem.column) for problem in reading.open_problems]
    assert asked == [(1, "C"), (2, "A"), (10, "A"), (11, "A"), (12, "A")]
    assert [(row.row, row.why) for row in reading.ignored_rows if row.why == "none"] == [
        (6, "none"),
        (7, "none"),
        (8, "none"),
    ]
    assert "ouderraad" not in repr(reading)


@pytest.mark.parametrize("rows", [STACKED, ACROSS, ONE_CELL, PAIRS_ACROSS, BELOW, STRAY])
def test_every_row_ends_up_in_one_place(rows: Rows) -> None:
    assert accounted(read(rows)) == sorted(filled(rows))


def test_a_label_can_be_read_as_something_else_in_every_block() -> None:
    rows = [["Soort", "laptop"], ["Kenmerk:", "5CD1234ABC"], ["Jaar", 2015], [], ["Soort", "iPad"]]
    rows += [["Kenmerk:", "DMPXYZ123456"], ["Jaar", 2016]]
    assert column(read(rows), "serial") == [None, None]
    corrected = read(rows, columns={("Lijst", "A2"): "serial", ("Lijst", "A3"): None})
    assert column(corrected, "serial") == ["5CD1234ABC", "DMPXYZ123456"]
    assert column(corrected, "purchased_as_written") == [None, None]


def test_a_list_whose_headings_come_again_is_no_sheet_of_blocks() -> None:
    rows = [["Soort", "Merk", "Aantal"], ["laptop", "HP", 3], [], ["Soort", "Merk", "Aantal"], ["iPad", "Apple", 4]]
    assert read(rows).layout != "blocks"


def test_what_stands_over_the_blocks_is_no_device_but_may_name_the_school() -> None:
    rows = [["School:", "OBS De Ark"], ["Contactpersoon:", "Emma Smit"], ["Datum:", "1-10-2018"], [], *STACKED[3:7]]
    reading = read([*rows, *STACKED[8:12]])
    assert column(reading, "row") == [5, 9]
    assert column(reading, "school") == ["OBS De Ark", "OBS De Ark"]
    assert problem_places(reading) == []
    assert "Emma" not in repr(reading)


def test_a_card_with_other_words_for_the_same_begins_another_device() -> None:
    rows = [
        ["KAART 1"],
        ["Soort apparaat", "tablet"],
        ["Merk en model", "Apple iPad Air 2"],
        ["Serienr.", "DM8HYGLLRHFP"],
        [],
        ["KAART 2"],
        ["Wat", "chromebook"],
        ["Merk & type", "Dell Chromebook 3120"],
        ["S/N", "10BZAE5"],
        ["Plek", "lokaal 5"],
    ]
    reading = read(rows)
    assert column(reading, "serial") == ["DM8HYGLLRHFP", "10BZAE5"]
    assert column(reading, "location") == [None, "lokaal 5"]


def test_forms_with_every_value_below_its_label_stand_two_beside_each_other() -> None:
    form: Rows = [
        ["Soort apparaat", None, "Merk", None, None, "Soort apparaat", None, "Merk"],
        ["Laptop", None, "HP", None, None, "Chromebook", None, "Acer"],
        ["Type", None, "Serienummer", None, None, "Type", None, "Serienummer"],
        ["ProBook 430 G4", None, "5CD73Q13CM", None, None, "C731", None, "NXGM8EH0017278H09Z7600"],
        ["Stand van zaken", None, "Ruimte", None, None, "Stand van zaken", None, "Ruimte"],
        ["defect", None, "lokaal 2", None, None, "in gebruik", None, "lokaal 6"],
        [],
        ["Soort apparaat", None, "Merk", None, None, "Soort apparaat", None, "Merk"],
        ["Tablet", None, "Apple", None, None, "Laptop", None, "Dell"],
        ["Type", None, "Serienummer", None, None, "Type", None, "Serienummer"],
        ["iPad Air 2", None, "DMPYW01MG5VJ", None, None, "Latitude 3480", None, "6ZS5HK2"],
        ["Stand van zaken", None, "Ruimte", None, None, "Stand van zaken", None, "Ruimte"],
        ["in gebruik", None, "lokaal 1", None, None, "defect", None, "directie"],
    ]
    reading = read([["Formulier ICT-middelen"], [], *form])
    found = dict(zip(column(reading, "serial"), column(reading, "status"), strict=True))
    assert found == {
        "5CD73Q13CM": "broken",
        "NXGM8EH0017278H09Z7600": "in_use",
        "DMPYW01MG5VJ": "in_use",
        "6ZS5HK2": "broken",
    }
