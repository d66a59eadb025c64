"""The product reads every list of the example group as its coordinator meant it."""

import csv
from collections.abc import Mapping
from datetime import date

import pytest

from data.examples.maker.writing import FIRST_NAMES
from planning.core.paths import EXAMPLES
from planning.inventory.fleet.counting import COUNTS, counting_reasons
from planning.inventory.guidance import Guidance
from planning.inventory.read.reader import read_inventory
from planning.inventory.reading import Reading


def table(name: str) -> list[dict[str, str]]:
    with (EXAMPLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def readings() -> Mapping[tuple[str, date], Reading]:
    """School and day -> what was read."""
    found = {}
    for row in table("inventories.csv"):
        path, day = EXAMPLES / row["path"], date.fromisoformat(row["counted_on"])
        found[row["school_id"], day] = read_inventory(path.read_bytes(), path.name, Guidance(day))
    return found


def test_every_list_counts_what_was_expected(readings: Mapping[tuple[str, date], Reading]) -> None:
    expected = {
        (r["school_id"], date.fromisoformat(r["counted_on"])): int(r["countable"]) for r in table("expected_counts.csv")
    }
    counted = {
        (school_id, day): int(
            reading.devices.loc[counting_reasons(reading.devices, day).eq(COUNTS).to_numpy(), "count"].sum()
        )
        for (school_id, day), reading in readings.items()
    }
    assert counted == expected


def test_no_list_leaves_a_question_open(readings: Mapping[tuple[str, date], Reading]) -> None:
    assert {key: r.open_problems for key, r in readings.items() if r.open_problems} == {}


def test_a_date_above_a_list_is_the_day_it_was_counted(readings: Mapping[tuple[str, date], Reading]) -> None:
    assert {key: r.stated_date for key, r in readings.items() if r.stated_date not in (None, key[1])} == {}


def test_every_total_at_the_foot_agrees(readings: Mapping[tuple[str, date], Reading]) -> None:
    totals = [total for reading in readings.values() for total in reading.stated_totals]
    assert totals
    assert all(total.agrees for total in totals)


@pytest.mark.parametrize(
    ("school_id", "day", "heading"),
    [("03QI00", date(2018, 4, 12), "Leerling"), ("03QJ00", date(2018, 3, 13), "Gebruiker")],
)
def test_names_in_a_list_are_left_out(
    readings: Mapping[tuple[str, date], Reading], school_id: str, day: date, heading: str
) -> None:
    reading = readings[school_id, day]
    assert heading in {column.header for column in reading.left_out if column.why_left_out == "names_people"}
    assert [name for name in FIRST_NAMES if name in reading.devices.to_csv() or name in str(reading.problems)] == []


def test_a_third_of_the_schools_fills_in_the_template(readings: Mapping[tuple[str, date], Reading]) -> None:
    boards = {row["school_id"]: row["board_id"] for row in table("inventories.csv")}
    layouts = {
        school_id: reading.layout for (school_id, _), reading in readings.items() if boards[school_id] == "47920"
    }
    assert {name: list(layouts.values()).count(name) for name in set(layouts.values())} == {
        "template": 7,
        "flat_list": 7,
        "lots": 6,
    }
