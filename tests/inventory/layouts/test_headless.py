"""Lists without headings: what stands in a column says what it is."""

import pytest

from planning.inventory.guidance import Guidance
from planning.inventory.read.reader import read_inventory

SERIALS = "5CD1234ABC;ProBook 450 G8;2021\n5CD1234ABD;ProBook 450 G8;2022\n5CD1234ABE;ProBook 450 G8;2022\n"
COUNTS = "Chromebook;24\nLaptop;12\niPad;8\n"


def test_a_serial_number_a_model_and_a_year_are_known_by_what_they_are() -> None:
    devices = read_inventory(SERIALS.encode(), "lijst.csv").devices
    assert devices["serial"].tolist() == ["5CD1234ABC", "5CD1234ABD", "5CD1234ABE"]
    assert devices["purchased_as_written"].tolist() == ["2021", "2022", "2022"]
    assert devices["model_as_written"].tolist() == ["ProBook 450 G8"] * 3


def test_a_kind_and_how_many_count_as_written_also_where_both_could_name_a_model() -> None:
    devices = read_inventory(COUNTS.encode(), "lijst.csv").devices
    assert list(zip(devices["kind"], devices["count"], strict=True)) == [
        ("chromebook", 24),
        ("laptop", 12),
        ("tablet", 8),
    ]


def test_a_group_is_where_a_device_stands() -> None:
    rows = "laptop;HP;5CD1234ABC;groep 3\nlaptop;HP;5CD1234ABD;groep 4\n"
    assert read_inventory(rows.encode(), "lijst.csv").devices["location"].tolist() == ["groep 3", "groep 4"]


@pytest.mark.parametrize("rows", ["5CD1234ABC;2021\n5CD1234ABD;2022\n", "laptop;2021\nlaptop;2022\n"])
def test_what_leaves_a_doubt_is_offered_and_not_read(rows: str) -> None:
    found = read_inventory(rows.encode(), "lijst.csv")
    assert (len(found.devices), [offer.layout for offer in found.sheets[0].offers]) == (0, ["flat_list"])
    chosen = read_inventory(rows.encode(), "lijst.csv", Guidance(layouts={"lijst": "flat_list"}))
    assert len(chosen.devices) == 2


def test_a_title_above_is_no_device_and_names_beside_are_not_kept() -> None:
    rows = "De Boom;;;\n5CD1234ABC;ProBook 450 G8;2021;Jan Jansen\n5CD1234ABD;ProBook 450 G8;2021;Piet Vos\n"
    found = read_inventory(rows.encode(), "lijst.csv")
    assert found.devices["serial"].tolist() == ["5CD1234ABC", "5CD1234ABD"]
    assert not found.open_problems
    assert "Jansen" not in found.devices.to_csv()
