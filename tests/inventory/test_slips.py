"""Slips of writers and of people that cost a value its column, its day or its meaning; each in other words."""

import pytest

from planning.inventory.guidance import Guidance
from planning.inventory.read.reader import read_inventory
from tests.inventory.lists import TODAY, column, held, problem_places, read
from tests.making import Rows


def of_csv(text: str) -> list[tuple[int | None, str]]:
    return problem_places(read_inventory(text.encode(), "lijst.csv", Guidance(TODAY)))


@pytest.mark.parametrize("thing", ["hoes, lader", "muis, tas", "pen, kabel"])
def test_a_comma_that_moves_a_serial_number_aside_is_told(thing: str) -> None:
    told = of_csv(
        "Soort,Merk,Toebehoren,Serienummer,Lokaal\n"
        "laptop,HP,hoes,5CDTG001,1.01\n"
        f"laptop,HP,{thing},5CDTG002,1.02\n"
        'laptop,HP,"hoes, lader",5CDTG003,1.01\n'
    )
    assert (3, "row-beside-serial") in told
    assert {row for row, _ in told} == {3}


def test_a_comma_in_a_price_that_makes_a_row_too_wide_is_told() -> None:
    assert (3, "row-shifted") in of_csv("Soort,Prijs,Aantal\nlaptop,449,2\nlaptop,449,95,3\n")


@pytest.mark.parametrize(("heading", "yes"), [("Afgeschreven", "ja"), ("Afgeschreven?", "x"), ("Written off", "yes")])
def test_written_off_is_asked_about_once_for_the_column(heading: str, yes: str) -> None:
    rows: Rows = [
        ["Soort", "Serienummer", heading],
        ["laptop", "5CD1234567", yes],
        ["laptop", "5CD1234568", "nee"],
        ["laptop", "5CD1234569", yes],
    ]
    reading = read(rows)
    assert problem_places(reading) == [(2, "status-written-off")]
    assert column(reading, "status")[0] != "disposed"
    gone = read(rows, answers={reading.open_problems[0].key: "status_disposed"})
    assert [status == "disposed" for status in column(gone, "status")] == [True, False, True]


@pytest.mark.parametrize("moment", ["2024-12-31T23:00:00Z", "2024-12-31T23:00:00.000Z", "2024-12-31T23:00:00+00:00"])
def test_a_midnight_told_in_utc_is_the_day_after_where_the_whole_list_is_told_so(moment: str) -> None:
    text = f"Soort,Serienummer,Aanschaf\nlaptop,5CDTG001,{moment}\nlaptop,5CDTG002,2024-06-30T22:00:00Z\n"
    reading = read_inventory(text.encode(), "lijst.csv", Guidance(counted_on=None))
    days = [str(day) for day in column(reading, "purchased_earliest")]
    assert days == ["2025-01-01", "2024-07-01"] or reading.open_problems


@pytest.mark.parametrize("each", ["p.s.", "per st.", "p.st.", "per stuk"])
def test_a_price_of_one_device_is_not_shared_among_all(each: str) -> None:
    reading = read([[f"Wij kochten 2 digiborden (Prowise) in 2016 voor € 2779,- {each}"], ["3 laptops (HP) uit 2015"]])
    assert column(reading, "price_cents")[0] == 277900


@pytest.mark.parametrize("left", ["weggedaan in mei 2018", "afgevoerd juli 2018", "verkocht in januari 2018"])
def test_the_day_a_device_left_is_not_the_day_it_was_bought(left: str) -> None:
    reading = read([[f"20 chromebooks van Asus, gekocht in aug 2014, {left}"], ["3 laptops (HP) uit 2015"]])
    assert [day.year for day in column(reading, "purchased_earliest")] == [2014, 2015]
    assert column(reading, "status")[0] == "disposed"


@pytest.mark.parametrize(
    "more", ["SMART Board 480 + beamer 7 st", "7 SMART Boards 480 met beamer", "Smartboard + beamer 7x"]
)
def test_a_board_with_its_projector_is_as_many_boards(more: str) -> None:
    reading = read([[more], ["3 laptops (HP) uit 2015"]])
    boards = [n for kind, n in zip(column(reading, "kind"), column(reading, "count"), strict=True) if "board" in kind]
    assert sum(boards) == 7 or reading.open_problems


def test_a_day_on_which_a_device_was_handed_in_is_none_of_purchase() -> None:
    rows: Rows = [
        ["Soort", "Serienummer", "Ingeleverd"],
        ["laptop", "5CD1234567", "09-07-2018"],
        ["laptop", "5CD1234568", "nog niet"],
    ]
    reading = read(rows)
    assert column(reading, "status")[0] == "disposed"
    assert column(reading, "purchased_earliest") == [None, None]


def test_a_few_lines_of_which_most_name_devices_are_read_though_one_only_counts_them() -> None:
    reading = read(
        [["Groep 8: 14 chromebooks HP (2018)"], ["Kantine: oude desktop"], ["Directie: MacBook Pro"], ["Groet"]]
    )
    assert sorted(column(reading, "count")) == [1, 1, 14]


@pytest.mark.parametrize(
    ("written", "status"), [("reperatie", "in_repair"), ("Deffect", "broken"), ("afgevord", "disposed")]
)
def test_a_state_one_slip_away_is_read_and_told(written: str, status: str) -> None:
    rows: Rows = [["Soort", "Merk", "Status"], ["laptop", "HP", "in gebruik"], ["laptop", "HP", written]]
    reading = read(rows)
    assert column(reading, "status") == ["in_use", status]
    assert problem_places(reading) == []
    assert (3, "status-read-as") in problem_places(reading, "info")


def test_a_word_near_no_state_or_near_two_is_asked() -> None:
    rows: Rows = [["Soort", "Merk", "Status"], ["laptop", "HP", "in gebruik"], ["laptop", "HP", "aangemeerd"]]
    assert problem_places(read(rows)) == [(3, "status-unknown")]


def test_months_without_a_year_are_of_the_year_the_sheet_is_called_after() -> None:
    list_of: Rows = [["Maand", "Aantal", "Omschrijving"], ["mei", 2, "Acer C740"], ["sept.", 3, "HP 250 G5"]]
    days = [str(day) for day in column(read(list_of, sheet="2015"), "purchased_latest")]
    assert days == ["2015-05-31", "2015-09-30"]
    days = [str(day) for day in column(read(list_of, sheet="2015-2016"), "purchased_latest")]
    assert days == ["2016-05-31", "2015-09-30"], "a school year begins in August"
    assert [code for _, code in problem_places(read(list_of))] == ["date-unclear", "date-unclear"]


def test_a_lease_says_when_devices_came_and_what_became_of_them() -> None:
    rows: Rows = [
        ["Contract", "Omschrijving object", "Aantal", "Ingangsdatum", "Einddatum", "Maandtermijn excl btw", "Status"],
        ["L-1", "Lenovo ThinkCentre M73 desktop", 14, "2014-09-01", "2018-08-31", 131.6, "beëindigd, geretourneerd"],
        ["L-2", "Acer Chromebook 11 N7", 40, "2017-08-15", "2020-08-14", 304, "lopend"],
    ]
    reading = read(rows)
    assert [str(day) for day in column(reading, "purchased_earliest")] == ["2014-09-01", "2017-08-15"]
    assert column(reading, "status") == ["disposed", "in_use"]
    assert problem_places(reading) == []


def test_the_kind_of_a_school_before_its_name_is_no_chromebook_and_what_is_all_gone_is_not_asked() -> None:
    rows: Rows = [
        ["Wat hebben we in huis? (cbs De Hazelaar, 24-9-2018)"],
        ["12 chromebooks Acer C740, aug 2015"],
        ["3 touchscr. Clevertouch 65 inch, 2016"],
        ["De beamers zijn allemaal weg, daar zijn de touchscreens voor in de plaats gekomen."],
    ]
    reading = read(rows)
    assert column(reading, "count") == [12, 3]
    assert problem_places(reading) == []


def test_words_before_a_date_are_heard_apart() -> None:
    rows: Rows = [["Soort", "Aantal", "Aanschaf"], ["iPad Air", 5, 2014], ["HP 250 G6", 2, "voor invallers, okt 2018"]]
    reading = read(rows)
    assert [str(day) for day in column(reading, "purchased_latest")] == ["2014-12-31", "2018-10-31"]
    assert problem_places(reading) == []


def test_who_stands_by_name_beside_pupils_is_none_of_them_and_everybody_is_no_odd_name() -> None:
    rows: Rows = [
        ["Category", "Make", "Used by"],
        *(["Chromebook", "HP", "Students"] for _ in range(4)),
        ["Laptop", "Apple", "Ms Farrell"],
        ["Laptop", "Apple", "Sophie Brandt"],
    ]
    reading = read(rows)
    assert column(reading, "audience")[3:] == ["pupils", "staff", "staff"]
    assert problem_places(reading) == []
    users: Rows = [["Soort", "Merk", "Gebruiker"], *(["Laptop", "HP", n] for n in ("Anna Bos", "Bert Vos", "Cor Mol"))]
    assert problem_places(read([*users, ["Printer", "HP", "iedereen"]])) == []


@pytest.mark.parametrize("heading", ["#", "Nr.", "Aantal"])
def test_a_running_number_is_no_number_of_devices(heading: str) -> None:
    rows: Rows = [[heading, "Soort", "Merk", "S/N"], *([n, "laptop", "HP", f"5CD12345{n:02}"] for n in range(1, 7))]
    assert column(read(rows), "count") == [1] * 6


def test_three_lots_of_one_two_and_three_devices_are_counted_as_they_stand() -> None:
    rows: Rows = [["Aantal", "Soort"], [1, "digibord"], [2, "beamers"], [3, "laptops"]]
    assert column(read(rows), "count") == [1, 2, 3]


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("okt. of nov. 2017", "2017-01-01", "2017-12-31"),
        ("dec 2017/jan 2018", "2017-08-01", "2018-07-31"),
        ("2010 ongeveer", "2010-01-01", "2010-12-31"),
    ],
)
def test_one_of_two_moments_is_the_year_that_holds_both(written: str, first: str, last: str) -> None:
    rows: Rows = [["Soort", "Aantal", "Aanschaf"], ["iPad Air", 5, 2014], ["HP 250 G6", 2, written]]
    reading = read(rows)
    assert str(column(reading, "purchased_earliest")[1]) == first
    assert str(column(reading, "purchased_latest")[1]) == last
    assert problem_places(reading) == []
    assert (3, "date-approximate") in problem_places(reading, "info")


def test_one_of_two_years_is_asked() -> None:
    rows: Rows = [["Soort", "Aantal", "Aanschaf"], ["iPad Air", 5, 2014], ["HP 250 G6", 2, "2015 of 2016"]]
    assert problem_places(read(rows)) == [(3, "date-unclear")]


def test_what_a_register_writes_of_one_piece_is_not_shared_among_all() -> None:
    rows: Rows = [
        ["Middel", "Stuks", "Aangeschaft", "Aanschaf p/st (incl)", "Afschr. (jr)", "Begroot vervanging"],
        ["Acer Chromebook 11 C771", 22, 2017, 279, 5, 6600],
        ["Lenovo Yoga laptop", 11, 2016, 612, 4, 7700],
    ]
    assert column(read(rows), "price_cents") == [279_00, 612_00]


def test_a_month_until_which_the_guarantee_holds_is_no_serial_number() -> None:
    rows: Rows = [
        ["Artikel", "Aantal", "Leverdatum", "Garantie t/m"],
        ["Acer Chromebook Spin 11", 20, "27-8-2018", "aug-21"],
        ["Acer TravelMate P2", 6, "16-10-2017", "okt-20"],
    ]
    assert column(read(rows), "serial") == [None, None]


def test_a_remark_right_of_all_headings_is_heard() -> None:
    rows: Rows = [
        ["apparaat", "aantal", "jaar"],
        ["beamer Acer", 2, 2013, None, "een ervan stuk"],
        ["iPad Air", 4, 2014],
        ["HP 250 G6", 6, 2017],
    ]
    assert problem_places(read(rows)) == [(2, "mixed-status-in-lot")]


def test_a_school_named_between_the_rows_is_that_of_those_below_it_however_it_is_called() -> None:
    rows: Rows = [
        ["Omschrijving", "Stuks", "Gekocht"],
        ["OBS De Akker"],
        ["Chromebook Lenovo N23", 18, 2017],
        ["RK Basisschool De Weide"],
        ["iPad mini 2", 12, 2014],
    ]
    reading = read(rows)
    schools = {row: school for (_, row), school in reading.row_schools.items()}
    assert schools == {3: "OBS De Akker", 5: "RK Basisschool De Weide"}
    assert problem_places(reading) == []


def test_what_is_gone_by_its_state_and_works_by_its_remark_is_asked() -> None:
    rows: Rows = [["Soort", "Aantal", "Staat", "Opmerking"], ["laptop", 6, "vervallen", "staan in groep 8 en werken"]]
    assert problem_places(read(rows)) == [(2, "status-conflict")]


def test_what_is_in_a_cart_is_no_cart() -> None:
    rows: Rows = [["wat", "totaal", "gekocht"], ["laptopkar 1 t/m 4: elk 8 HP ProBook 11 laptops", 32, 2015]]
    assert column(read(rows), "kind") == ["laptop"]
    lines: Rows = [["laptopkar 5: 12 HP 250 G5 laptops (sept 2017)"], ["los: 3 iPads"]]
    assert held(read(lines), "count", "kind", "location")[0] == (12, "laptop", "laptopkar 5")
