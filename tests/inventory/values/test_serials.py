"""Serial numbers are kept as written; a placeholder is none."""

import pytest

from planning.inventory.values.serials import read_serial, serial_key


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
