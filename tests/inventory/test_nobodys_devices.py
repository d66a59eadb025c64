"""A list of people or places says of some that they have no device, or that they bring their own."""

import pytest

from planning.inventory.values.absent import names_an_own, names_none
from tests.inventory.lists import column, held, problem_places, read
from tests.making import Rows

OURS = ["Jan de Vries", "HP ProBook 430 G5", "5CD8123ABC", "aug 2018"]


@pytest.mark.parametrize(
    "said", ["-", "nvt", "geen", "n.v.t.", "heeft geen laptop", "nog geen", "volgt", "geen (werkt alleen vrijdag)"]
)
def test_who_has_no_device_brings_none_and_is_not_asked_about(said: str) -> None:
    reading = read([["Naam", "Laptop", "Serienr", "Sinds"], OURS, ["Wim Bos", said, "", ""]])
    assert column(reading, "count") == [1]
    assert problem_places(reading) == []
    assert [(row.row, row.why) for row in reading.ignored_rows if row.row == 3] == [(3, "none")]


@pytest.mark.parametrize("said", ["eigen laptop", "privé", "eigen MacBook", "BYOD", "neemt eigen laptop mee"])
def test_who_brings_an_own_device_brings_none_of_the_school(said: str) -> None:
    reading = read([["Naam", "Laptop", "Serienr", "Sinds"], OURS, ["Wim Bos", said, "", ""]])
    assert column(reading, "count") == [1]
    assert [(row.row, row.why) for row in reading.ignored_rows if row.row == 3] == [(3, "personal")]


def test_a_column_of_whose_property_devices_are_is_no_place_and_sets_own_ones_aside() -> None:
    rows: Rows = [["HP 250 G5", "5CD1234567", "school"], ["HP 250 G5", "5CD1234568", "privé"]]
    reading = read([["Device", "Serienr", "Eigenaar"], *rows, ["HP 250 G5", "5CD1234569", "school"]])
    assert held(reading, "serial", "location") == [("5CD1234567", None), ("5CD1234569", None)]


def test_a_cell_of_a_table_of_rooms_says_that_a_laptop_is_somebodys_own() -> None:
    rows: Rows = [["1", "Smart", "HP 250"], ["2", "geen", "eigen laptop juf"], ["3", "Prowise", "HP 250"]]
    reading = read([["Lokaal", "Digibord", "Laptop"], *rows])
    assert held(reading, "kind", "location") == [
        *(("interactive_board", "1"), ("laptop", "1"), ("interactive_board", "3"), ("laptop", "3"))
    ]


@pytest.mark.parametrize("note", ["eigen laptop van de leerkracht", "privé", "is van haarzelf"])
def test_a_remark_that_a_device_is_somebodys_own_is_asked(note: str) -> None:
    reading = read([["Device", "Serienr", "Opmerking"], ["HP 250 G5", "5CD1234567", note]])
    assert problem_places(reading) == [(2, "note-questions-count")]


@pytest.mark.parametrize("said", ["geen merk", "geen idee", "onbekend", "no name", "geen type", "niet bekend"])
def test_a_device_nobody_can_name_is_a_device(said: str) -> None:
    assert not names_none(said)


@pytest.mark.parametrize("said", ["eigen beheer", "eigendom school", "privéopvang"])
def test_what_only_sounds_like_an_own_device_is_none(said: str) -> None:
    assert not names_an_own(said)
