"""The day of a list, from its title, its sheet or its file's name."""

from datetime import date

import pytest

from planning.inventory.read.reader import read_inventory
from planning.inventory.read.stated_day import stated_day
from planning.inventory.values.named_days import day_in
from tests.making import workbook

TODAY = date(2018, 5, 10)
ROWS = [("Soort", "Model", "Aantal"), ("laptop", "L450", 3)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("versie april 2018", date(2018, 4, 30)),
        ("Inventaris Twister okt 2017", date(2017, 10, 31)),
        ("sjabloon_Kameleon_maart2018", date(2018, 3, 31)),
        ("De Brink 2018-maart", date(2018, 3, 31)),
        ("2016 (november)", date(2016, 11, 30)),
        ("devices mei 2018", TODAY),
        ("lijst 2018-03", date(2018, 3, 31)),
        ("lijst_20180314", date(2018, 3, 14)),
        ("Stand per 10-4-2018", date(2018, 4, 10)),
        ("stand_10-4-2018", date(2018, 4, 10)),
        ("begroting juni 2018", None),
        ("cursusjaar 2017-2018", None),
        ("schooljaar 2011-12", None),
        ("inventaris 2018", None),
        ("lokaal 201703", None),
        ("2018-19-40", None),
    ],
)
def test_a_month_is_its_last_day_and_no_day_to_come_or_school_year_is_one(text: str, day: date | None) -> None:
    assert day_in(text, TODAY) == day


def test_what_stands_above_the_list_goes_before_the_name_of_the_file() -> None:
    content = workbook([("Devices, versie april 2018",), *ROWS])
    assert stated_day(read_inventory(content, "lijst maart 2018.xlsx"), TODAY) == (date(2018, 4, 30), "title")
    assert stated_day(read_inventory(workbook(ROWS), "lijst maart 2018.xlsx"), TODAY) == (date(2018, 3, 31), "file")
    assert stated_day(read_inventory(workbook(ROWS, "april 2018"), "lijst.xlsx"), TODAY) == (date(2018, 4, 30), "sheet")
    assert stated_day(read_inventory(workbook(ROWS), "lijst.xlsx"), TODAY) is None


@pytest.mark.parametrize(
    ("headings", "day"),
    [
        (("Stand 1-8-2015", "Stand 1-8-2016", "Stand 1-8-2017"), date(2017, 8, 1)),
        (("Telling okt 2015", "Telling okt 2016", "Telling okt 2017"), date(2017, 10, 31)),
        (("Merk", "Bouw", "Aantal 1-3-2018"), date(2018, 3, 1)),
        (("Merk", "Bouw", "Aantal"), None),
    ],
)
def test_the_day_of_the_stand_that_counts_is_that_of_the_list(headings: tuple[str, ...], day: date | None) -> None:
    stands = [(12, 9, 5), (6, 12, 7), (8, 20, 34)]
    others = [("Apple", "ob", 5), ("HP", "lkr", 7), ("Asus", "bb", 34)]
    devices = ("iPad Air", "Laptop HP 250 G3", "Chromebook Asus C202")
    told = others if "Merk" in headings else stands
    rows = [("Apparaat", *headings), *((device, *one) for device, one in zip(devices, told, strict=True))]
    found = stated_day(read_inventory(workbook(rows), "lijst.xlsx"), TODAY)
    assert found == ((day, "heading") if day else None)
