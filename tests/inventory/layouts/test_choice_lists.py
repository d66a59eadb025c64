"""Sheets with the values to choose from on the other sheets."""

from tests.inventory.lists import column, read
from tests.making import Rows

DEVICES: Rows = [
    ["Categorie", "Merk", "S/N", "Status"],
    ["Chromebook", "HP", "5CD2058ZCX", "In gebruik"],
    ["Chromebook", "HP", "5CD0726JPT", "Defect"],
    ["Laptop", "Acer", "NXHCCHH0729605F37E4", "Reserve"],
    ["Laptop", "Acer", "NXBGJBH603F245C45BC", "In gebruik"],
    ["Chromebook", "HP", "5CD8879PZM", "In gebruik"],
    ["Chromebook", "HP", "5CD8718CBK", "In gebruik"],
    ["Chromebook", "HP", "5CD9429TSM", "In gebruik"],
    ["Laptop", "Acer", "NXDAJJH3310114E0F72", "In gebruik"],
]
CHOICES: Rows = [
    ["Categorie", "Status"], ["Chromebook", "In gebruik"], ["Laptop", "Defect"], ["Tablet", "Reserve"],
]  # fmt: skip


def test_values_to_choose_from_are_no_devices() -> None:
    reading = read(DEVICES, Keuzelijsten=CHOICES)
    assert len(column(reading, "kind")) == 8
    assert [sheet.why for sheet in reading.sheets] == ["device_list", "choice_list"]


def test_a_short_list_of_devices_with_values_of_its_own_is_one() -> None:
    own: Rows = [["Categorie", "Status"], ["Laptop", "kapot"], ["Tablet", "kwijt"]]
    assert len(column(read(DEVICES, Magazijn=own), "kind")) == 10


def test_a_sheet_that_is_called_choices_needs_less_to_show_it() -> None:
    few: Rows = [["Soort", "Merk", "Aantal"], ["laptop", "HP", 3], ["tablet", "Apple", 2]]
    reading = read(few, Opties=[["Soort", "Merk"], ["laptop", "HP"], ["tablet", "Apple"]])
    assert column(reading, "count") == [3, 2]
