"""Slips of writers and of people that cost a value its column, its day or its meaning; each in other words."""

import pytest

from planning.inventory.guidance import Guidance
from planning.inventory.read.reader import read_inventory
from tests.inventory.lists import TODAY, column, problem_places, read
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
