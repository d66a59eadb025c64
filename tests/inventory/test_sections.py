"""What headings between the rows and names of sheets say of the devices under them."""

import pytest

from planning.inventory.recognise.sections import of_heading, of_sheet_name, stated_in
from tests.inventory.lists import column, problem_places, read, rows_told_of
from tests.making import Rows


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Schooljaar 2016-2017", {"purchased": "schooljaar 2016-2017"}),
        ("2015", {"purchased": "2015"}),
        ("Aanschaf najaar 2016", {"purchased": "najaar 2016"}),
        ("Gekocht 2016 (subsidie)", {"purchased": "2016"}),
        ("Kar 1 (groep 5)", {"location": "Kar 1 (groep 5)"}),
        ("iPad kar groep 5", {"location": "iPad kar groep 5"}),
        ("laptopkar 1", {"location": "laptopkar 1"}),
        ("Afgevoerd in 2017", {"status": "Afgevoerd"}),
        ("iPads", {"kind": "iPads"}),
        ("Chromebooks (15)", {"kind": "Chromebooks"}),
        ("Lokaal 3 - 12 stuks", {"location": "Lokaal 3"}),
        ("Laptops leerkrachten", {"audience": "Laptops leerkrachten", "kind": "Laptops leerkrachten"}),
        ("Bovenbouw", {"location": "Bovenbouw"}),
        ("Reserve los in de kast", {"location": "Reserve los in de kast", "status": "reserve"}),
        ("Defect - berging", {"location": "Defect - berging", "status": "defect"}),
        ("OBS De Regenboog", {"school": "OBS De Regenboog"}),
        ("10AQ00 OBS De Regenboog", {"school": "10AQ00 OBS De Regenboog"}),
        ("CBS De Ark - lokaal 3", {"school": "CBS De Ark", "location": "lokaal 3"}),
        ("Ronde 1 - september 2013 (bedragen incl. btw)", {"purchased": "september 2013"}),
        ("Levering 3 (najaar 2017)", {"purchased": "najaar 2017"}),
        ("Overige apparatuur", {"kind": "Overige apparatuur"}),
        ("iPad 2018", {}),
        ("Galaxy Tab 2016", {}),
        ("HP ProBook 450 G3", {}),
        ("Emma Smit", {}),
        ("Vervangen in 2020", {}),
        ("Peildatum 11-9-2018", {}),
        ("Peildatum september 2018", {}),
        ("De sleutel van de kar ligt bij de conciërge op kantoor", {}),
    ],
)
def test_a_heading_says_what_its_words_mean(text: str, says: dict[str, str]) -> None:
    assert of_heading(text) == says


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Lokaal 4", {"location": "Lokaal 4"}),
        ("Groep 3", {"location": "Groep 3"}),
        ("Kleuters", {"location": "Kleuters"}),
        ("Teamkamer", {"location": "Teamkamer", "audience": "Teamkamer"}),
        ("Leerkrachten", {"audience": "Leerkrachten"}),
        ("iPads", {"kind": "iPads"}),
        ("Afgevoerd", {"status": "Afgevoerd"}),
        ("Aanschaf 2015", {"purchased": "2015"}),
        ("OBS De Boog", {"school": "OBS De Boog"}),
        *((name, {}) for name in ("Blad1", "Inventaris 2018", "Bestuur", "Scholen", "School", "Lijst", "2015")),
    ],
)
def test_the_name_of_a_sheet_says_what_its_words_mean(name: str, says: dict[str, str]) -> None:
    assert of_sheet_name(name) == says


@pytest.mark.parametrize(
    ("text", "devices"),
    [
        ("Chromebooks (15)", 15),
        ("Lokaal 3 - 12 stuks", 12),
        ("Chromebooks: 8", 8),
        ("Lokaal 3 (24)", None),
        ("Groep 5 (28 leerlingen)", None),
        ("Aanschaf 2015", None),
        ("Kar 1", None),
    ],
)
def test_a_heading_may_say_how_many_stand_below_it(text: str, devices: int | None) -> None:
    assert stated_in(text) == devices


ROOMS: Rows = [
    ["Artikel", "Serienummer"],
    ["Groep 1/2 - juf Anneke"],
    ["iPad Air", "DMPL1AAAA1"],
    ["Chromebooks (2)"],
    ["Acer C740", "NXEF2EH8B1"],
    ["Acer C740", "NXEF2EH8B2"],
    ["Lokaal 3 - 3 stuks"],
    ["HP 250 G5", "5CD4024VD1"],
    ["HP 250 G5", "5CD4024VD2"],
]


def test_what_a_heading_states_is_checked_and_never_counted() -> None:
    reading = read(ROOMS)
    assert column(reading, "row") == [3, 5, 6, 8, 9]
    assert [(total.row, total.agrees) for total in reading.stated_totals] == [(4, True), (7, False)]
    assert problem_places(reading) == [(7, "total-mismatch")]
    assert rows_told_of(reading) == list(range(1, 10))


def test_a_name_in_a_heading_is_cut() -> None:
    reading = read(ROOMS)
    assert column(reading, "location")[0] == "Groep 1/2"
    assert "Anneke" not in reading.devices.to_csv()


def test_headings_of_schools_and_kinds_hold_for_the_rows_below() -> None:
    rows = [
        ["Merk en type", "Aantal"],
        ["OBS De Boog"],
        ["Laptops leerkrachten"],
        ["Terra 1529", 3],
        ["CBS De Ark"],
        ["iPad Air", 4],
    ]
    reading = read(rows)
    assert column(reading, "school") == ["OBS De Boog", "CBS De Ark"]
    assert column(reading, "kind") == ["laptop", "tablet"]
    assert column(reading, "audience") == ["staff", "unknown"]


def test_devices_under_disposed_are_disposed_of() -> None:
    reading = read([["Artikel", "Aantal"], ["iPad Air", 4], ["Afgevoerd in 2017"], ["HP 250 G5", 3]])
    assert column(reading, "status") == ["unknown", "disposed"]
    assert column(reading, "purchased_as_written") == [None, None]


DELIVERIES: Rows = [
    ["Art.nr", "Omschrijving", "Geleverd", "Nettoprijs"],
    ["Levering 12-09-2016, pakbon 160447"],
    ["80XS", "Lenovo N22 Chromebook", 32, 279],
    ["81ER-DEF", "HP ProBook 450 G4", 8, 566],
    ["Nog te leveren (levertijd 4 weken)"],
    ["81ER", "Lenovo 100e Chromebook", 15, 224],
]


def test_numbers_under_delivered_count_and_the_line_of_a_delivery_says_when() -> None:
    reading = read(DELIVERIES)
    assert column(reading, "count") == [32, 8, 15]
    assert [str(day) for day in column(reading, "purchased_earliest")] == ["2016-09-12", "2016-09-12", "None"]
    assert column(reading, "status") == ["unknown", "unknown", "ordered"], "a number of an article tells no state"
    assert problem_places(reading) == []


def test_numbers_under_delivered_that_may_be_years_are_asked_about_once() -> None:
    rows: Rows = [["Omschrijving", "Geleverd"], ["Lenovo 100e Chromebook", 14], ["HP ProBook 450 G4", 15]]
    assert problem_places(read(rows)) == [(2, "purchase-column")]


def test_what_was_ordered_and_came_is_counted_once() -> None:
    rows: Rows = [["Omschrijving", "Besteld", "Geleverd"], ["Lenovo 100e Chromebook", 30, 28], ["HP 250 G5", 8, 8]]
    reading = read(rows)
    counted = list(zip(column(reading, "count"), column(reading, "status"), strict=True))
    assert counted == [(28, "in_use"), (2, "ordered"), (8, "in_use")]


def test_the_size_of_an_ipad_is_no_generation() -> None:
    reading = read([["Artikel", "Aantal"], ['iPad 9,7" 32 GB', 12], ["iPad 10.2", 4]])
    assert column(reading, "model") == ["iPad", "iPad"]
    assert column(reading, "kind") == ["tablet", "tablet"]


def test_the_day_beside_the_number_of_a_paper_is_that_of_the_delivery() -> None:
    assert of_heading("Leverbon 2018-0331 d.d. 12-04-2018") == {"purchased": "12-04-2018"}
    assert of_heading("Peildatum 12-04-2018") == {}


def test_two_numbers_under_received_that_are_no_two_years_count() -> None:
    for heading in ("Ontvangen", "Received"):
        reading = read([["Apparaat", heading, "Merk"], ["iPad Air 2", 12, "Apple"], ["HP 250 G5", 40, "HP"]])
        assert column(reading, "count") == [12, 40]


def test_a_numbered_place_that_is_said_to_be_empty_holds_no_device() -> None:
    rows: Rows = [["vakje", "serienummer", "opmerking"], [1, "5CD2323JHD"], [2, None, "leeg vakje"], [3, "5CD1325CSH"]]
    reading = read([["Kar blauw: HP 250 G5"], *rows, [4, None, "leeg"]])
    assert len(column(reading, "serial")) == 2
    assert problem_places(reading) == []


def test_a_round_of_sundries_has_no_year_of_the_round_above_it() -> None:
    rounds: Rows = [["Artikel", "Aantal"], ["Inkoop 2016"], ["Acer C740", 20], ["Inkoop 2017"], ["HP 250 G5", 5]]
    reading = read([*rounds, ["Diversen"], ["iPad Air 2", 5]])
    assert [str(day) for day in column(reading, "purchased_earliest")] == ["2016-01-01", "2017-01-01", "None"]
    reading = read([*rounds, ["Tablets"], ["iPad Air 2", 5]])
    assert [str(day) for day in column(reading, "purchased_earliest")][-1] == "2017-01-01", "a kind within a round"
