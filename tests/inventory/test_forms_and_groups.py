"""Forms that ask how many there are, class lists under "Chromebook nr", and tables in which kinds have columns."""

import pytest

from tests.inventory.lists import column, held, problem_places, read
from tests.making import Rows


def test_the_answers_of_a_form_count_what_was_asked() -> None:
    asked: Rows = [
        ["Aantal leerlingen", 198],
        ["Aantal chromebooks (leerlingen)", 40],
        ["Aantal laptops leerkrachten", 14],
    ]
    reading = read([["Naam school", "De Ark"], [], *asked, ["Hoeveel digiborden?", 8]])
    assert held(reading, "count", "kind") == [(40, "chromebook"), (14, "laptop"), (8, "interactive_board")]
    assert problem_places(reading) == []


@pytest.mark.parametrize(
    "heads",
    [("Chromebook nr", "Serienummer"), ("chromebooknummer", "SN"), ("Label", "Serienummer chromebook")],
)
def test_a_heading_for_their_numbers_says_of_what_kind_devices_are(heads: tuple[str, str]) -> None:
    rows: Rows = [["", "CB-01", "5CD7210ABC"], ["", "CB-02", "5CD7210ABD"], ["", "CB-03", "5CD7210ABE"]]
    reading = read([["Leerling", *heads], *rows])
    assert column(reading, "kind") == ["chromebook"] * 3
    assert problem_places(reading) == []


def test_pupils_in_the_first_row_of_a_table_of_kinds_are_no_devices() -> None:
    rows: Rows = [["", "groep 3", "groep 4"], ["Leerlingen", 25, 28], ["Chromebooks", 10, 12], ["Tablets", 2, 4]]
    reading = read(rows)
    assert column(reading, "count") == [10, 12, 2, 4]
    assert problem_places(reading) == []


def test_a_model_between_two_kinds_is_of_the_kind_before_it() -> None:
    rows: Rows = [[str(room), "Smart", "SB680", 2010, "HP 6200", 2012] for room in range(1, 5)]
    reading = read([["Lokaal", "Bord", "Type", "Jaar", "PC", "Jaar"], *rows])
    assert column(reading, "model_as_written") == ["SB680 Smart", "HP 6200"] * 4


def test_rooms_with_a_device_named_under_each_kind_lose_none_of_them() -> None:
    rows: Rows = [[str(room), "Smart SB680", "HP 250 G5", 2016] for room in range(1, 5)]
    reading = read([["Lokaal", "Digibord", "Laptop", "Jaar"], *rows])
    assert column(reading, "kind") == ["interactive_board", "laptop"] * 4


def test_a_cart_in_which_a_device_is_kept_is_no_device_of_its_row() -> None:
    rows: Rows = [["Acer C740", f"Kar {n % 2 + 1}", f"5CD7210AB{n}"] for n in range(4)]
    assert column(read([["Chromebook", "Laadkar", "Serienummer"], *rows]), "kind") == ["chromebook"] * 4


@pytest.mark.parametrize("title", ["Chromebooks groep 7", "Chromebooks groep 7 - schooljaar 2017/2018", ""])
def test_a_class_list_of_serial_numbers_is_of_what_its_title_or_its_sheet_says(title: str) -> None:
    rows: Rows = [["nr", "serienummer", "naam"], [1, "5CD7210ABC", "Anna"], [2, "5CD7210ABD", ""]]
    reading = read([*([[title]] if title else []), *rows], sheet="iPads" if not title else "Blad1")
    assert set(column(reading, "kind")) == {"chromebook" if title else "tablet"}
    assert column(reading, "serial") == ["5CD7210ABC", "5CD7210ABD"]
    assert set(column(reading, "location")) == {"groep 7" if title else None}
    assert problem_places(reading) == []


def test_numbers_under_ages_stand_nowhere_and_a_person_says_when_they_were_bought() -> None:
    reading = read([["Device", "<2 jaar", "2-4 jaar", "Totaal"], ["Chromebooks", 20, 10, 30], ["Laptops", 4, 6, 10]])
    assert column(reading, "count") == [20, 10, 4, 6]
    assert set(column(reading, "location")) == {None}
    assert {code for _, code in problem_places(reading)} == {"date-unclear"}


def test_a_board_and_the_projector_beside_it_are_two_devices_and_asked() -> None:
    rows: Rows = [[str(room), "Smart SB680", 2010, "Epson EB-X41"] for room in (1, 2)]
    reading = read([["Lokaal", "Apparaat", "Jaar", "Beamer"], *rows])
    assert problem_places(reading) == [(2, "row-holds-several"), (3, "row-holds-several")]


def test_a_supplier_is_no_maker_and_a_name_that_is_a_kind_is_one() -> None:
    head = ["Naam", "Type", "Aantal", "Leverancier"]
    reading = read([head, ["Laptop", "HP 250", 12, "Skool"], ["Tablet", "iPad Air", 8, "Apple"]])
    assert held(reading, "kind", "brand") == [("laptop", "HP"), ("tablet", "Apple")]


def test_whether_a_warranty_has_ended_says_nothing_of_how_a_device_does() -> None:
    rows: Rows = [["5CD7210ABC", "HP ProBook 430 G4", "actief"], ["5CD4210ABC", "HP ProBook 430 G1", "verlopen"]]
    assert problem_places(read([["Serienummer", "Model", "Status garantie"], *rows])) == []


def test_a_column_under_an_unknown_heading_that_names_models_is_asked_once() -> None:
    rows: Rows = [[f"D{n}", kind, "Acer C740 / map 3", "08-15"] for n, kind in enumerate(("CB", "TB", "LT"))]
    reading = read([["ID", "Type", "Kenmerk", "Sinds"], *rows])
    assert (2, "row-beside-device") in problem_places(reading)


def test_spare_where_it_is_asked_whose_a_device_is_says_how_it_does() -> None:
    rows: Rows = [["Latitude 3380", "7XK4MN2", "staff"], ["Latitude 3380", "8XK4MN2", "spare"]]
    reading = read([["Model", "Serial", "Assigned To"], *rows])
    assert column(reading, "status") == ["unknown", "spare"]
    assert problem_places(reading) == []
