"""Headings that stand below devices, and rows of units below headings."""

from tests.inventory.lists import column, problem_places, read
from tests.making import Rows

SORTED: Rows = [
    ["BM-01", "Optoma", "X355", None, "beamer", 2015],
    ["C731-07", "Acer", "C738T", "NXG55EH0015510A3F17600", "chromebook", 2015],
    ["inventarisnr", "merk", "typenr", "serial", "soort toestel", "in bezit sinds"],
    ["LT-450", "Lenovo", "L470", "PF0X91ML", "laptop", 2017],
]
ON_THE_LAST_LINE: Rows = [
    ["Chromebook", "Lenovo", "N23", "LR09A6NB", 2017],
    ["Laptop", "HP", "250 G6", "5CD71F09AY", 2018],
    ["Soort", "Merk", "Type", "Serienummer", "Aanschafjaar"],
]


def test_devices_above_the_headings_they_were_sorted_with_are_read_where_they_stand() -> None:
    reading = read(SORTED)
    assert sorted(zip(column(reading, "row"), column(reading, "kind"), strict=True)) == [
        (1, "projector"), (2, "chromebook"), (4, "laptop"),
    ]  # fmt: skip
    assert reading.account.cells == reading.account.read + sum(reading.account.passed_over.values())


def test_headings_may_stand_on_the_last_line() -> None:
    assert column(read(ON_THE_LAST_LINE), "serial") == ["LR09A6NB", "5CD71F09AY"]


def test_a_title_and_the_rows_of_another_table_stay_above_the_headings() -> None:
    reading = read([["Inventaris De Brug", "maart", 2018], ["Soort", "Merk", "Aantal"], ["laptop", "HP", 3]])
    assert column(reading, "row") == [3]


def test_units_below_the_headings_belong_to_them() -> None:
    rows: Rows = [
        ["Soort", "Merk", "Aantal", "Jaar", "Prijs"],
        [None, None, "(stuks)", "(jjjj)", "(€ p.st. excl. btw)"],
        ["Chromebook", "Dell", 15, 2016, 231.4],
    ]
    reading = read(rows)
    assert column(reading, "price_vat") == ["excluded"]
    assert problem_places(reading) == []
