"""Prices as people write them."""

import pytest

from planning.core.text import Cell
from planning.inventory.values.money import read_price, read_vat, shared


@pytest.mark.parametrize(
    ("cell", "cents"),
    [
        ("€ 442,-", 44200),
        ("€325", 32500),
        ("1.921,52 euro", 192152),
        (601.97, 60197),
        (590, 59000),
        ("366,00", 36600),
        ("1.250", 125000),
        ("249.50", 24950),
        ("€ 1.250,00", 125000),
        ("EUR 1,234.50", 123450),
        ("300,-- per stuk", 30000),
        ("€ 249 p/st", 24900),
        ("1 250,00", 125000),
    ],
)
def test_a_price_is_read_to_the_cent(cell: Cell, cents: int) -> None:
    assert read_price(cell).cents == cents
    assert read_price(cell).issue is None


@pytest.mark.parametrize("cell", ["", "-", "?", "gift ouderraad", "gekregen", "huur", "lease", "onbekend", 0, "€ 0,00"])
def test_what_was_not_bought_has_no_price_and_raises_nothing(cell: Cell) -> None:
    assert read_price(cell).cents is None
    assert read_price(cell).issue is None


@pytest.mark.parametrize("cell", ["$499", "zie factuur", "2x249", "12.345.67", 1e12, True])
def test_a_price_nobody_can_read_is_said(cell: Cell) -> None:
    price = read_price(cell)
    assert price.cents is None
    assert price.issue is not None
    assert price.issue.code == "price-unclear"


def test_about_a_price_is_that_price_and_said() -> None:
    price = read_price("ca. 250")
    assert price.cents == 25000
    assert price.issue is not None
    assert price.issue.code == "price-approximate"


def test_the_cell_may_say_its_own_vat() -> None:
    assert read_price("€ 249 ex btw").vat == "excluded"
    assert read_price("301,29 incl. btw").vat == "included"
    assert read_price("€ 249").vat is None


@pytest.mark.parametrize(
    ("header", "vat"),
    [
        ("Prijs ex btw", "excluded"),
        ("Prijs (excl. BTW)", "excluded"),
        ("prijs exclusief b.t.w.", "excluded"),
        ("Prijs per stuk (incl. btw)", "included"),
        ("Unit price incl VAT", "included"),
        ("Prijs", "unknown"),
        ("Prijs in euro", "unknown"),
    ],
)
def test_the_heading_says_whether_vat_is_in_the_price(header: str, vat: str) -> None:
    assert read_vat(header) == vat


def test_a_price_for_all_is_shared_half_up() -> None:
    assert shared(100000, 3) == 33333
    assert shared(5, 2) == 3
