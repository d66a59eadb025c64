"""Every way a sheet can be read is offered; the surest is read until a person chooses."""

import pytest

from planning.inventory.guidance import Guidance
from planning.inventory.read.reader import read_inventory
from planning.inventory.reading import ASIDE, Reading
from planning.workbooks.model import FileRefused
from tests.inventory.layouts.test_side_by_side import BESIDE
from tests.inventory.lists import column
from tests.making import Rows, workbook

LIST: Rows = [["Soort", "Merk", "Model", "Serienummer"], ["laptop", "HP", "250 G5", "5CD1234567"]]
OTHER: Rows = [["Soort", "Merk", "Aantal"], ["tablet", "Apple", 12]]


def choosing(layouts: dict[str, str], rows: Rows = BESIDE, **others: Rows) -> Reading:
    return read_inventory(workbook(rows, **others), "lijst.xlsx", Guidance(layouts=layouts or {}))


def test_what_a_layout_saw_is_told_with_the_offer() -> None:
    sheet = choosing({}).sheets[0]
    assert [offer.layout for offer in sheet.offers] == ["side_by_side", "lots"]
    assert sheet.offers[0].evidence[0].values == {"n": "2", "columns": "A, E"}


def test_a_person_may_choose_another_offer() -> None:
    assert choosing({"Lijst": "lots"}).layout == "lots"


def test_a_sheet_can_be_left_aside_and_taken_up_again() -> None:
    reading = choosing({"Lijst": ASIDE}, LIST, Tweede=OTHER)
    assert [(sheet.sheet, sheet.used, sheet.why) for sheet in reading.sheets] == [
        ("Lijst", False, "left_aside"),
        ("Tweede", True, "device_list"),
    ]
    assert column(reading, "kind") == ["tablet"]
    assert reading.sheets[0].offers


def test_all_sheets_aside_leave_nothing_to_keep() -> None:
    reading = choosing({"Lijst": ASIDE}, LIST)
    assert reading.devices.empty


def test_a_workbook_without_any_list_is_refused() -> None:
    with pytest.raises(FileRefused, match="no_list_found"):
        choosing({}, [["Naam", "Telefoon"], ["Jan", "06"]])


UNKNOWN: Rows = [["Onze spullen"], ["Zus", "Zo", "Enz."], ["HP 250 G5", 12, 2016]]


def test_a_person_can_point_out_the_headings_and_say_what_they_mean() -> None:
    content = workbook(UNKNOWN)
    with pytest.raises(FileRefused) as refused:
        read_inventory(content, "lijst.xlsx")
    assert refused.value.sheet_names == ("Lijst",)
    mapping: dict[tuple[str, str], str | None] = {("Lijst", "A"): "brand_and_model", ("Lijst", "B"): "count"}
    reading = read_inventory(content, "lijst.xlsx", Guidance(headers={"Lijst": 2}, columns=mapping))
    assert reading.sheets[0].header_rows == (2,)
    assert [c.header for c in reading.sheets[0].columns] == ["Zus", "Zo", "Enz."]
    assert column(reading, "count") == [12]
    assert [row.why for row in reading.ignored_rows] == ["title", "header"]
