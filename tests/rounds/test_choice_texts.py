"""Amounts, steps and discounts as people write them."""

from datetime import date

import pytest

from planning.rounds.choice_texts import (
    read_cents,
    read_codes,
    read_discounts,
    read_ramp,
    write_codes,
    write_discounts,
    write_ramp,
)
from planning.rounds.model import Discount
from tests.refusals import refused


@pytest.mark.parametrize(
    ("text", "cents"),
    [("272,50", 272_50), ("€ 1.250", 1250_00), ("300", 300_00), ("1.250,5", 1250_50), ("272.50", 272_50)],
)
def test_an_amount_is_read_as_people_write_it(text: str, cents: int) -> None:
    assert read_cents(text) == cents


def test_steps_of_a_target_are_read_by_date_and_written_as_they_were() -> None:
    steps = ((date(2019, 8, 1), 3.5), (date(2020, 8, 1), 3.0))
    assert read_ramp("1-8-2020: 3; 1-8-2019: 3,5") == steps
    assert read_ramp(write_ramp(steps)) == steps
    assert read_ramp("  ") == ()


def test_volume_discounts_are_read_by_quantity_and_written_as_they_were() -> None:
    discounts = (Discount(100, 0.05), Discount(250, 0.125))
    assert read_discounts("250: 12,5%; 100: 5 %") == discounts
    assert read_discounts(write_discounts(discounts)) == discounts


@pytest.mark.parametrize("text", ["", "veel", "12,345", "-5"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with refused(("price_unreadable", "price_cents")):
        read_cents(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1-13-2019: 4", "steps_unreadable"),
        ("2019: 4", "steps_unreadable"),
        ("1-8-2019", "steps_unreadable"),
        ("1-8-2019: veel", "target_unreadable"),
    ],
)
def test_what_is_no_step_is_refused(text: str, code: str) -> None:
    with refused((code, "ramp")):
        read_ramp(text)


def test_what_is_no_discount_is_refused() -> None:
    with refused(("discount_unreadable", "discounts")):
        read_discounts("100 stuks")


NAMES = {"00AA00": "De Linde", "00BB00": "Sint: Anna"}


def test_codes_are_read_by_name_or_number_as_typed_or_as_pasted_from_a_sheet() -> None:
    assert read_codes("de linde: 4310\n\nSint: Anna:4320 ", NAMES, "x") == {"00AA00": "4310", "00BB00": "4320"}
    assert read_codes("00AA00\t4310\nSint: Anna:", NAMES, "x") == {"00AA00": "4310"}
    assert read_codes(write_codes({"00BB00": "K1"}, NAMES), NAMES, "x") == {"00BB00": "K1"}


@pytest.mark.parametrize("line", ["De Linden: 4310", "4310", "De Linde 4310"])
def test_a_code_of_nobody_we_know_is_refused_with_its_line(line: str) -> None:
    with refused(("codes_unreadable", "cost_centres")):
        read_codes(line, NAMES, "cost_centres")
