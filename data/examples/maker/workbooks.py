"""Writes the example group's workbooks, their list and what they should count.

The same bytes at every run: nothing is drawn without a seed and no clock is written into a file.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Final

from data.examples.maker.fleets import fleets, partners
from data.examples.maker.habits import HABITS, LIGHTER_HABITS, Habit
from data.examples.maker.lighter import lighter_fleet
from data.examples.maker.lots import Lot, Purchase, devices_at, lots_at
from data.examples.maker.moments import confirmed, counted, counted_by_partner
from data.examples.maker.pupils import pupils_2016
from data.examples.maker.surroundings import surroundings
from data.examples.maker.writing import file_name, inventory_file
from planning.core.translation import use_language

FOLDER: Final = "inventories"
LIST: Final = "inventories.csv"
EXPECTED: Final = "expected_counts.csv"


@dataclass(frozen=True)
class Inventory:
    """One list of one school: who counted what on which day, and the file it was handed in as."""

    board_id: str
    school_id: str
    school: str
    counted_on: date
    habit: Habit
    lots: tuple[Lot, ...]

    @property
    def path(self) -> str:
        """Where the file stands under the examples, with forward slashes."""
        name = file_name(self.habit, self.school, self.counted_on)
        return f"{FOLDER}/{self.board_id}/{self.counted_on:%Y-%m}/{name}"

    def content(self) -> bytes:
        """The file itself."""
        return inventory_file(self.habit, self.school_id, self.school, self.counted_on, self.lots)

    def countable(self) -> int:
        """Devices that count for the ratio on the day they were counted."""
        return sum(lot.count for lot in self.lots if lot.counts_on(self.counted_on))


def inventories() -> Iterator[Inventory]:
    """All lists of the example group and its two partner boards, by board, school and day."""
    pupils = pupils_2016()
    days = counted()
    for school_id, school, bought in fleets():
        habit = HABITS[school_id]
        around = surroundings(school_id, pupils[school_id], 3) if habit.surroundings else ()
        for moment, counted_on in enumerate(days[school_id]):
            if counted_on:
                yield _inventory("47920", school_id, school, counted_on, habit, (*bought, *around), moment)
    for board_id in ("44397", "47959"):
        for position, (school_id, school, countable) in enumerate(partners(board_id)):
            habit = LIGHTER_HABITS[position % len(LIGHTER_HABITS)]
            fleet = (*lighter_fleet(school_id, countable), *surroundings(school_id, pupils[school_id], 1))
            yield _inventory(board_id, school_id, school, counted_by_partner(position), habit, fleet, 0)


def _inventory(
    board_id: str, school_id: str, school: str, day: date, habit: Habit, fleet: tuple[Purchase, ...], moment: int
) -> Inventory:
    rows = devices_at(fleet, moment) if habit.by_device else lots_at(fleet, moment)
    return Inventory(board_id, school_id, school, day, habit, tuple(rows))


def write_workbooks(target: Path) -> list[Path]:
    """Write everything under `target` (data/examples); returns the workbooks' paths."""
    use_language("nl")  # coordinators of the example write Dutch, whatever the run speaks
    all_of_them = list(inventories())
    written = []
    for inventory in all_of_them:
        path = target / inventory.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(inventory.content())
        written.append(path)
    _write_table(
        target / LIST,
        ("board_id", "school_id", "counted_on", "confirmed_at", "path"),
        [(i.board_id, i.school_id, i.counted_on, confirmed(i.counted_on).isoformat(), i.path) for i in all_of_them],
    )
    _write_table(
        target / EXPECTED,
        ("board_id", "school_id", "counted_on", "countable"),
        [(i.board_id, i.school_id, i.counted_on, i.countable()) for i in all_of_them],
    )
    return written


def _write_table(path: Path, header: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
