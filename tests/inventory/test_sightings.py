"""Devices that count and are silent, and repairs by model: as far as a list tells it."""

from datetime import date

from planning.inventory.fleet.sightings import repairs_by_model, silent
from tests.inventory.lists import read
from tests.inventory.test_compare import fleet, lot

COUNTED = date(2018, 5, 1)


def test_a_device_that_counts_and_was_not_seen_for_ninety_days_is_silent() -> None:
    lots = fleet(
        lot(serial="A1", last_seen=date(2018, 1, 30)),
        lot(serial="A2", last_seen=date(2018, 1, 31)),
        lot(serial="A3", last_seen=date(2017, 1, 1), status="broken"),
        lot(serial="A4"),
    )
    assert silent(lots, COUNTED)["serial"].tolist() == ["A1"]


def test_the_model_with_most_repairs_for_each_device_stands_first() -> None:
    lots = fleet(lot(10, model="G5", repairs=2), lot(2, model="N7", repairs=1), lot(9, model="C720", repairs=0), lot(5))
    found = repairs_by_model(lots)
    assert found[["model", "devices", "repairs"]].to_numpy().tolist() == [["N7", 2, 1], ["G5", 10, 2]]
    assert repairs_by_model(fleet(lot(5))).empty


def test_a_list_tells_when_a_device_was_seen_and_how_often_it_was_repaired() -> None:
    header = ("Soort", "Merk", "Laatst gezien", "Reparaties")
    reading = read([header, ("laptop", "HP", "3-4-2018", 2), ("laptop", "HP", "?", "veel")])
    devices = reading.devices
    assert devices["last_seen"].tolist() == [date(2018, 4, 3), None]
    assert devices["repairs"].tolist() == [2, None]
    assert [problem.row for problem in reading.problems if problem.code == "sighting-unclear"] == [3]
