"""Whatever the day, the amount or the number: in any human notation it is read as what it says."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from planning.inventory.guidance import Guidance
from planning.inventory.read.reader import read_inventory
from planning.inventory.write.report_json import to_json
from tests.inventory.samples.notation import LONG_MONTHS, MONTHS, on_day
from tests.inventory.settled import ALWAYS_THE_SAME
from tests.making import workbook

TODAY = date(2019, 1, 1)
DAYS = st.dates(date(2008, 1, 1), date(2018, 12, 31))
DUTCH = ("d-m-y", "dd-mm-yyyy", "d mon", "d long", "d/m", "dots", "iso", "cell")
MONTH_NOTATIONS: tuple[Callable[[date], str], ...] = (
    lambda on: f"{MONTHS[on.month - 1]} '{on.year % 100:02}",
    lambda on: f"{LONG_MONTHS[on.month - 1]} {on.year}",
    lambda on: f"{LONG_MONTHS[on.month - 1].capitalize()} {on.year}",
    lambda on: f"{MONTHS[on.month - 1]}. {on.year}",
)
SCHOOL_YEAR_NOTATIONS: tuple[Callable[[int], str], ...] = (
    lambda start: f"{start}/{start + 1}",
    lambda start: f"{start}-{start + 1}",
    lambda start: f"sj {start}-{start + 1}",
    lambda start: f"schooljaar {start}/{start + 1}",
    lambda start: f"{start}-'{(start + 1) % 100:02}",
)
MOST_CENTS = 400_000  # what costs more than a chromebook ever does is asked about
AMOUNT_NOTATIONS: tuple[Callable[[int], object], ...] = (
    lambda cents: cents / 100,
    lambda cents: f"€ {dutch(cents)}",
    lambda cents: f"€{dutch(cents)}",
    lambda cents: dutch(cents),
    lambda cents: f"{dutch(cents)} euro",
    lambda cents: f"EUR {dutch(cents)}",
)
PER_PIECE: tuple[Callable[[int], object], ...] = (
    lambda cents: f"{dutch(cents)} p.st.",
    lambda cents: f"€ {dutch(cents)} per stuk",
    lambda cents: f"{dutch(cents)} per stuk",
    lambda cents: f"€ {dutch(cents)} p/st",
)
WHOLE_NOTATIONS: tuple[Callable[[int], object], ...] = (
    lambda euros: euros,
    lambda euros: f"€ {dutch(100 * euros)[:-3]},-",
    lambda euros: f"{dutch(100 * euros)[:-3]},-",
    lambda euros: f"€{euros}",
    lambda euros: f"{euros} euro",
)
COUNT_NOTATIONS: tuple[Callable[[int], object], ...] = (
    lambda count: count,
    lambda count: f"{count}x",
    lambda count: f"{count} x",
    lambda count: f"{count} st.",
    lambda count: f"{count} stuks",
    lambda count: f" {count} ",
    lambda count: float(count),
)


def dutch(cents: int) -> str:
    """1.249,50"""
    return f"{cents / 100:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def read(column: str, values: Sequence[object]) -> list[dict[str, Any]]:
    """A list of chromebooks with these values in one column, as the reader has them."""
    rows = [["Soort", "Merk/type", column], *(["Chromebook", "HP Chromebook 11 G5 EE", value] for value in values)]
    return to_json(read_inventory(workbook(rows), "lijst.xlsx", Guidance(TODAY)), None)["devices"]


def intervals(values: Sequence[object]) -> list[tuple[str, str]]:
    moments = [device["purchase"] for device in read("Aanschafdatum", values)]
    return [(moment["earliest"], moment["latest"]) for moment in moments]


@ALWAYS_THE_SAME
@given(st.lists(st.tuples(DAYS, st.sampled_from(DUTCH)), min_size=2, max_size=6))
def test_a_day_in_any_dutch_notation(days: list[tuple[date, str]]) -> None:
    wanted = [(on.isoformat(), on.isoformat()) for on, _ in days]
    assert intervals([on_day(on, style).cell for on, style in days]) == wanted


@ALWAYS_THE_SAME
@given(st.lists(DAYS, min_size=2, max_size=6), st.dates(date(2016, 3, 13), date(2016, 3, 31)))
def test_american_days_where_one_of_the_column_gives_the_order_away(days: list[date], telling: date) -> None:
    every = [*days, telling]
    wanted = [(on.isoformat(), on.isoformat()) for on in every]
    assert intervals([on_day(on, "us").cell for on in every]) == wanted


@ALWAYS_THE_SAME
@given(st.lists(st.tuples(DAYS, st.sampled_from(MONTH_NOTATIONS)), min_size=1, max_size=6))
def test_a_month_in_any_notation(months: list[tuple[date, Callable[[date], str]]]) -> None:
    firsts = [on.replace(day=1) for on, _ in months]
    lasts = [(first + timedelta(days=31)).replace(day=1) - timedelta(days=1) for first in firsts]
    wanted = [(first.isoformat(), last.isoformat()) for first, last in zip(firsts, lasts, strict=True)]
    assert intervals([write(on) for on, write in months]) == wanted


@ALWAYS_THE_SAME
@given(st.lists(st.tuples(st.integers(2008, 2017), st.sampled_from(SCHOOL_YEAR_NOTATIONS)), min_size=1, max_size=6))
def test_a_school_year_in_any_notation(years: list[tuple[int, Callable[[int], str]]]) -> None:
    wanted = [(f"{start}-08-01", f"{start + 1}-07-31") for start, _ in years]
    assert intervals([write(start) for start, write in years]) == wanted


@ALWAYS_THE_SAME
@given(st.lists(st.tuples(st.integers(5_000, MOST_CENTS), st.sampled_from(AMOUNT_NOTATIONS)), min_size=1, max_size=6))
def test_an_amount_in_any_notation(amounts: list[tuple[int, Callable[[int], object]]]) -> None:
    devices = read("Prijs incl. btw", [write(cents) for cents, write in amounts])
    assert [round(100 * device["price_per_unit_eur"]) for device in devices] == [cents for cents, _ in amounts]
    assert {device["price_vat"] for device in devices} == {"included"}


@settings(ALWAYS_THE_SAME, phases=[Phase.generate])
@given(st.integers(5_000, MOST_CENTS), st.sampled_from(PER_PIECE))
def test_an_amount_per_piece_in_any_notation(cents: int, write: Callable[[int], object]) -> None:
    (device,) = read("Prijs incl. btw", [write(cents)])
    assert round(100 * device["price_per_unit_eur"]) == cents


@ALWAYS_THE_SAME
@given(
    st.lists(st.tuples(st.integers(50, MOST_CENTS // 100), st.sampled_from(WHOLE_NOTATIONS)), min_size=1, max_size=6)
)
def test_whole_euros_in_any_notation(amounts: list[tuple[int, Callable[[int], object]]]) -> None:
    devices = read("Prijs excl. btw", [write(euros) for euros, write in amounts])
    assert [device["price_per_unit_eur"] for device in devices] == [euros for euros, _ in amounts]
    assert {device["price_vat"] for device in devices} == {"excluded"}


@ALWAYS_THE_SAME
@given(st.lists(st.tuples(st.integers(1, 400), st.sampled_from(COUNT_NOTATIONS)), min_size=1, max_size=6))
def test_a_number_of_devices_in_any_notation(counts: list[tuple[int, Callable[[int], object]]]) -> None:
    devices = read("Aantal", [write(count) for count, write in counts])
    assert [device["count"] for device in devices] == [count for count, _ in counts]
