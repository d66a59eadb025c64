"""How long a reading takes, held against calamine giving the same sheet's bare values in the same run."""

import contextlib
import gc
import random
import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO

import pandas as pd
import pytest
from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from planning.inventory.apart import read_apart
from planning.inventory.guidance import Guidance
from planning.inventory.read.reader import read_inventory
from planning.workbooks import apart
from planning.workbooks.limits import READING
from planning.workbooks.model import FileRefused

TIMES_BARE_VALUES = 2.2
TIMES_BARE_VALUES_APART = 2.6  # a fork touches, and so copies, what it shares; and the outcome is sent
TIMES_THE_CELLS = 2.0  # memory
INSTANT_SECONDS = 0.2  # wall time; a person sees no wait below it
FLOOR_SECONDS = 0.010  # making any DataFrame of 21 columns and reading any headings; it shows only in small lists
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
def test_a_reading_takes_little_more_than_twice_the_bare_values(rows: int, runs: int) -> None:
    content = large_list(rows)

    def bare() -> object:
        return CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()

    def reading() -> object:
        return read_inventory(content, "lijst.xlsx", Guidance(date(2018, 10, 1)))

    assert len(read_inventory(content, "lijst.xlsx").devices) == rows  # also loads the tables of words, once
    baseline = processor_seconds(bare, runs)
    ours = processor_seconds(reading, runs)
    print(f"{rows:,} rows: {ours * 1000:.0f} ms, {ours / baseline:.2f} x the bare values ({baseline * 1000:.0f} ms)")
    assert ours <= TIMES_BARE_VALUES * baseline + FLOOR_SECONDS


def bare_rows(content: bytes) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()  # type: ignore[return-value]


def seconds_apart(content: bytes) -> float:
    """Processor seconds of one reading apart: of the process that reads, and of this one that asks and takes it."""
    gc.collect()
    started = time.process_time()
    ended = apart.run(READING, read_inventory, content, "lijst.xlsx", Guidance(date(2018, 10, 1)))
    assert ended.end == "done"
    return ended.processor_seconds + time.process_time() - started


@pytest.mark.bench
def test_a_reading_apart_of_100_000_rows_takes_little_more() -> None:
    content = large_list(100_000)
    apart.start()
    apart.run(READING, read_inventory, b"Soort;Merk;Aantal\nlaptop;HP;1\n", "lijst.csv")  # it has started
    ours = statistics.median(seconds_apart(content) for _ in range(5))
    baseline = processor_seconds(lambda: bare_rows(content), 5)
    print(f"apart: {ours * 1000:.0f} ms, {ours / baseline:.2f} x the bare values ({baseline * 1000:.0f} ms)")
    assert ours <= TIMES_BARE_VALUES_APART * baseline


@pytest.mark.bench
def test_a_reading_apart_takes_little_more_than_twice_the_memory_of_the_cells() -> None:
    content = large_list(100_000)
    # the cells as they are; packed as Arrow's text they are smaller than what calamine itself takes
    cells = int(pd.DataFrame(bare_rows(content), dtype=object).memory_usage(deep=True).sum())
    apart.start()
    small = apart.run(READING, read_inventory, b"Soort;Merk;Aantal\nlaptop;HP;1\n", "lijst.csv")
    ended = apart.run(READING, read_inventory, content, "lijst.xlsx")
    ours = ended.peak_memory - small.peak_memory
    print(f"memory: {ours / 2**20:.0f} MB, {ours / cells:.2f} x the cells ({cells / 2**20:.0f} MB)")
    assert ours <= TIMES_THE_CELLS * cells


@pytest.mark.bench
def test_a_thousand_rows_feel_instant() -> None:
    content = large_list(1_000)
    apart.start()
    apart.run(READING, read_inventory, content, "lijst.xlsx")

    def wall(work: Callable[[], object]) -> float:
        started = time.perf_counter()
        work()
        return time.perf_counter() - started

    ours = statistics.median(wall(lambda: read_apart(content, "lijst.xlsx")) for _ in range(15))
    bare = statistics.median(wall(lambda: bare_rows(content)) for _ in range(15))
    print(f"1,000 rows apart: {ours * 1000:.0f} ms, bare values {bare * 1000:.0f} ms")
    assert ours <= INSTANT_SECONDS


def strange_workbook(*sheets: list[list[object]]) -> bytes:
    """Sheets of these rows."""
    book = Workbook(write_only=True)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"Blad{number}")
        for row in rows:
            sheet.append(row)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def strange_sheets() -> dict[str, list[list[list[object]]]]:
    """Sheets that every layout looks at for long: many headings, many labels, many cells that may count devices."""
    chance = random.Random(20181001)
    words = ("groep 3", "laptop", "ja", "abc", "defect", "HP", "2016", "Jan", "12")
    lots: list[list[object]] = [["laptop", "HP", 3, 2016, f"lokaal {place}"] for place in range(50)]
    block = (["Soort", "laptop"], ["Merk", "HP"], ["Aantal", 3], ["Aanschaf", 2016], [])
    matrix = (["Groep", "Chromebooks", "iPads"], ["groep 3", 3, 4], ["groep 4", 5, 6], ["Totaal", 8, 10], [])
    return {
        "200 rows x 300 short texts": [[[chance.choice(words) for _ in range(300)] for _ in range(200)]],
        "2,000 rows x 40 numbers": [[[chance.randrange(99) for _ in range(40)] for _ in range(2000)]],
        "60 sheets": [[["Soort", "Merk", "Aantal", "Aanschaf", "Locatie"], *lots] for _ in range(60)],
        "900 titled blocks": [[line for place in range(900) for line in ([f"Lokaal {place}"], *block)]],
        "300 matrices": [[list(line) for _ in range(300) for line in matrix]],
        "a matrix of 1,900 rows": [[["Groep", "Laptops", "iPads"], *([f"lokaal {n}", 3, 4] for n in range(1900))]],
        "a matrix 900 wide": [
            [
                ["Soort", *(f"groep {place}" for place in range(900))],
                *([kind, *(place % 9 for place in range(900))] for kind in ("laptop", "ipad", "pc") * 15),
            ]
        ],
        "1,900 sentences": [[[f"In lokaal {n} staan {n % 30} laptops van HP uit 2016."] for n in range(1900)]],
    }


SECONDS_A_STRANGE_SHEET = 1.5  # of processor time, of the 10 that a reading may take; bare values take 0.05 at most


@pytest.mark.bench
@pytest.mark.parametrize("name", strange_sheets())
def test_no_strange_sheet_comes_near_the_limit(name: str) -> None:
    content = strange_workbook(*strange_sheets()[name])
    read_inventory(large_list(10), "lijst.xlsx")  # loads the tables of words, once

    def reading() -> None:
        with contextlib.suppress(FileRefused):  # no list of devices: that is said just as soon
            read_inventory(content, "lijst.xlsx", Guidance(date(2018, 10, 1)))

    baseline = processor_seconds(lambda: bare_rows(content), 3)
    ours = processor_seconds(reading, 3)
    print(f"{name}: {ours:.2f} s, bare values of one sheet {baseline:.3f} s")
    assert ours <= SECONDS_A_STRANGE_SHEET
