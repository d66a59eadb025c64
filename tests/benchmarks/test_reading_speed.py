"""How long a reading takes, held against calamine giving the same sheet's bare values in the same run."""

import gc
import random
import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO

import pytest
from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from planning.inventory.reader import read_inventory

TIMES_BARE_VALUES = 3.0
FLOOR_SECONDS = 0.030  # making any DataFrame of 21 columns and reading any headings; it shows only in small lists
HEADER = (
    "Soort", "Merk", "Model", "Serienummer", "Aantal", "Aanschafdatum", "Prijs per stuk", "Status", "Locatie",
    "Leerling", "Updates tot", "Opmerking",
)  # fmt: skip
DEVICES = (
    ("Chromebook", "HP", "Chromebook 11 G5 EE", 249),
    ("chromebook", "Acer", "C720", "€ 192,-"),
    ("Laptop", "HP ", "ProBook 450 G3", "590,00"),
    ("iPad", "Apple", "iPad (5e generatie)", 325.5),
    ("PC", "Lenovo", "ThinkCentre M72e", "gift ouderraad"),
)


def large_list(rows: int) -> bytes:
    """A list as a school group's export would be: 12 columns, every serial number and most users their own."""
    chance = random.Random(20181001)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Inventaris")
    sheet.append(HEADER)
    for place in range(rows):
        kind, brand, model, price = chance.choice(DEVICES)
        bought = chance.choice(
            ("aug 2017", "2016", "sj 2015-2016", date(2014, 1, 1) + timedelta(chance.randrange(1500)))
        )
        status = chance.choice(("in gebruik", "goed", "", "defect", "op voorraad"))
        user = f"Voornaam{place} Achternaam" if place % 3 else ""
        group = f"groep {chance.randrange(1, 9)}"
        sheet.append((kind, brand, model, f"5CD{place:07d}", 1, bought, price, status, group, user, "2022-06", ""))
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def processor_seconds(work: Callable[[], object], runs: int) -> float:
    """The median of several runs; the garbage of one is not charged to the next."""
    seconds = []
    for _ in range(runs):
        gc.collect()
        started = time.process_time()
        work()
        seconds.append(time.process_time() - started)
    return statistics.median(seconds)


@pytest.mark.bench
@pytest.mark.parametrize(("rows", "runs"), [(1_000, 15), (100_000, 5)])
def test_a_reading_takes_at_most_three_times_the_bare_values(rows: int, runs: int) -> None:
    content = large_list(rows)

    def bare() -> object:
        return CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()

    def reading() -> object:
        return read_inventory(content, "lijst.xlsx", as_of=date(2018, 10, 1))

    assert len(read_inventory(content, "lijst.xlsx").devices) == rows  # also loads the tables of words, once
    baseline = processor_seconds(bare, runs)
    ours = processor_seconds(reading, runs)
    print(f"{rows:,} rows: {ours * 1000:.0f} ms, {ours / baseline:.2f} x the bare values ({baseline * 1000:.0f} ms)")
    assert ours <= TIMES_BARE_VALUES * baseline + FLOOR_SECONDS
