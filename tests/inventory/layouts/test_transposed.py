"""Tables on their side: labels down a column, a device or lot in every column right of it."""

from datetime import date

from tests.inventory.layouts.accounts import accounted, filled
from tests.inventory.lists import column, problem_places, read
from tests.making import Rows

LOTS: Rows = [
    ["ICT-overzicht, bijgewerkt 12-10-2018"],
    [],
    ["Soort", "Chromebook", "laptop", "iPad", "Totaal"],
    ["Merk", "Acer", "HP", "Apple", ""],
    ["Type", "C720", "250 G5", "Air", ""],
    ["Aantal", "12", "3x", 8, 23],
    ["Aanschaf", "2016", "2015-03", "sj 2014-2015", ""],
    ["Lokaal", "Groep 5", "Teamkamer", "kar 1", ""],
    ["Leverancier", "Heutink", "Heutink", "Coolblue", ""],
    [],
    ["NB: de iPads moeten nog gelabeld worden"],
]


def test_every_column_is_a_lot_and_the_total_is_checked() -> None:
    reading = read(LOTS)
    assert reading.layout == "transposed"
    assert column(reading, "row") == [3, 3, 3]
    assert column(reading, "column") == ["B", "C", "D"]
    assert column(reading, "count") == [12, 3, 8]
    assert column(reading, "kind") == ["chromebook", "laptop", "tablet"]
    assert column(reading, "audience") == ["pupils", "staff", "pupils"]
    assert column(reading, "purchased_precision") == ["year", "month", "school_year"]
    assert [(total.row, total.agrees) for total in reading.stated_totals] == [(6, True)]
    assert reading.stated_date == date(2018, 10, 12)
    assert problem_places(reading) == []


def test_every_row_ends_up_somewhere() -> None:
    reading = read(LOTS)
    assert accounted(reading) == sorted(filled(LOTS))
    others = [(row.row, row.why) for row in reading.ignored_rows if row.why != "part"]
    assert others == [(1, "title"), (11, "note")]


def test_a_total_that_does_not_add_up_is_asked_about_at_its_cell() -> None:
    rows = [*LOTS[:5], ["Aantal", "12", "3x", 8, 25], *LOTS[6:]]
    problem = read(rows).open_problems[0]
    assert (problem.row, problem.column, problem.code, problem.as_written) == (6, "E", "total-mismatch", "Totaal 25")


def test_a_question_points_at_its_cell() -> None:
    rows = [["Soort", "iPad", "laptop"], ["Aantal", 8, "5?"], ["Jaar", 2016, "2015 of 2016"]]
    places = [(problem.row, problem.column) for problem in read(rows).problems]
    assert places == [(2, "C"), (3, "C")]


def test_labels_may_stand_in_the_second_column_and_numbers_over_the_devices() -> None:
    rows: Rows = [
        ["", "", "Nr 1", "Nr 2"],
        ["Apparaat", "Soort:", "Chromebook", "laptop"],
        ["", "Merk:", "Acer", "HP"],
        ["", "Serienummer:", "NXEF2EH00112233445500", "5CD1234ABC"],
        ["Inkoop", "Aanschafdatum:", "1-2-2016", "?"],
        ["", "Gebruiker:", "Emma Smit", "juf Esra"],
    ]
    reading = read(rows)
    assert column(reading, "serial") == ["NXEF2EH00112233445500", "5CD1234ABC"]
    assert reading.sheets[0].header_rows == (1,)
    assert [left.why_left_out for left in reading.left_out] == ["names_people"]
    assert "Emma" not in repr(reading)
    assert accounted(reading) == sorted(filled(rows))


def test_models_may_stand_over_the_numbers_without_a_label() -> None:
    rows = [["", "Acer C720", "HP ProBook 450"], ["Aantal", 12, 4], ["Jaar", 2015, 2016], ["Waar", "kar 1", "directie"]]
    reading = read(rows)
    assert column(reading, "kind") == ["chromebook", "laptop"]
    assert column(reading, "count") == [12, 4]


def test_where_the_labels_come_again_another_table_starts() -> None:
    rows = [
        ["Soort", "Chromebook", "iPad"],
        ["Aantal", 12, 8],
        ["Jaar", 2015, 2016],
        [],
        ["Soort", "laptop"],
        ["Aantal", 3],
        ["Jaar", 2015],
    ]
    reading = read(rows)
    assert column(reading, "row") == [1, 1, 5]
    assert column(reading, "count") == [12, 8, 3]


def test_a_cell_beside_or_below_the_table_is_asked_about() -> None:
    rows = [
        ["Soort", "Chromebook", "laptop", ""],
        ["Merk", "Acer", "HP", ""],
        ["Aantal", 5, 3, ""],
        ["Jaar", 2016, 2017, "schatting"],
        ["", 1, 2, ""],
    ]
    reading = read(rows)
    assert column(reading, "count") == [5, 3]
    assert problem_places(reading) == [(4, "row-unclear"), (5, "row-unclear")]


def test_a_row_can_be_read_as_something_else_or_left_out() -> None:
    rows = [["Soort", "iPad", "laptop"], ["Aantal", 8, 5], ["Kenmerk", "DMPXYZ123456", "5CD1234ABC"], ["Jaar", 2016, 2]]
    assert column(read(rows), "serial") == [None, None]
    corrected = read(rows, columns={("Lijst", "3"): "serial", ("Lijst", "4"): None})
    assert column(corrected, "serial") == ["DMPXYZ123456", "5CD1234ABC"]
    assert column(corrected, "purchased_as_written") == [None, None]


def test_a_list_with_headings_in_a_row_is_no_table_on_its_side() -> None:
    rows = [["Soort", "Merk", "Aantal", "Jaar"], ["laptop", "HP", 3, 2016], ["iPad", "Apple", 8, 2015]]
    assert read(rows).layout == "lots"


def test_devices_that_are_numbered_are_not_as_many() -> None:
    rows: Rows = [
        ["Naam", "pc 1", "pc 2", "pc 3"],
        ["Merk", "HP", "HP", "Dell"],
        ["Model", "Compaq 8200", "Compaq 8200", "OptiPlex 390"],
    ]
    reading = read(rows)
    assert column(reading, "count") == [1, 1, 1]
    assert column(reading, "brand") == ["HP", "HP", "Dell"]
