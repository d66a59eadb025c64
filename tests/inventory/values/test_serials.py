"""Serial numbers are kept as written; a placeholder is none."""

import pytest

from planning.inventory.values.serials import read_serial, serial_key, unread_serial


@pytest.mark.parametrize(
    ("cell", "serial"),
    [
        ("5CD4024VDG", "5CD4024VDG"),
        (" LR4T3EYV\u00a0", "LR4T3EYV"),
        ("PFTHEYHM", "PFTHEYHM"),
        (123456789.0, "123456789"),
        ("5CD 4024 VDG", "5CD 4024 VDG"),
    ],
)
def test_a_serial_number_is_kept_as_written(cell: str | float, serial: str) -> None:
    assert read_serial(cell) == serial


@pytest.mark.parametrize(
    "cell", ["", "nvt", "n.v.t.", "?", "-", "onbekend", "geen", "volgt", "zie sticker", "x", 0, "diverse"]
)
def test_a_placeholder_is_no_serial_number(cell: str | int) -> None:
    assert read_serial(cell) is None


@pytest.mark.parametrize("cell", ["Emma Smit", "e.smit@school.nl"])
def test_a_name_is_no_serial_number(cell: str) -> None:
    assert read_serial(cell) is None


def test_one_serial_number_has_one_key() -> None:
    assert serial_key("5cd 4024-vdg") == serial_key("5CD4024VDG")


@pytest.mark.parametrize("cell", ["9,87654E+11", "1.23457E+11", "1E+11"])
def test_a_serial_number_that_excel_cut_short_is_said_to_be(cell: str) -> None:
    assert (read_serial(cell), unread_serial(cell)) == (None, "serial-damaged")


def test_a_serial_number_that_only_looks_like_a_power_is_kept() -> None:
    assert read_serial("5E10") == "5E10"


@pytest.mark.parametrize("cell", ["123", 123.0])
def test_a_number_too_short_for_a_serial_number_is_said(cell: str | float) -> None:
    assert unread_serial(cell) == "serial-unread"


@pytest.mark.parametrize("cell", ["", "nvt", "0", "?"])
def test_of_a_placeholder_nothing_is_said(cell: str) -> None:
    assert unread_serial(cell) is None
