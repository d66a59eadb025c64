"""A column that says of devices that they fell out: of how many of a lot, of which device, or since when."""

import pytest

from tests.inventory.lists import column, read


@pytest.mark.parametrize("heading", ["Uitval", "uitgevallen", "Waarvan uitgevallen"])
def test_a_number_is_a_part_of_the_lot(heading: str) -> None:
    lots = [["Apparaat", "Merk", "Aantal", heading], ["chromebook", "Acer", 12, 2], ["laptop", "HP", 3, 0]]
    reading = read(lots)
    devices = list(zip(column(reading, "count"), column(reading, "status"), strict=True))
    assert devices == [(10, "in_use"), (2, "broken"), (3, "in_use")]


@pytest.mark.parametrize("said", ["x", "ja", "mei 2018"])
def test_a_cross_or_a_day_is_of_the_device(said: str) -> None:
    list_ = [["Apparaat", "Serienummer", "Uitval"], ["HP 250 G5", "5CD1234567", said], ["HP 250 G5", "5CD1234568", ""]]
    assert column(read(list_), "status") == ["broken", "in_use"]
