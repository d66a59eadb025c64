"""The list as it was read: until when a device has updates, and who says so."""

from streamlit.testing.v1 import AppTest

from tests.pages.conftest import PATIENCE


def _list() -> None:
    from unittest.mock import patch

    from pages.inventory.lots import lots_table
    from tests.inventory.lists import read

    reading = read(
        [
            ["Merk en type", "Aantal", "Updates tot"],
            ["HP Chromebook 11 G3", 5, "2021-06"],
            ["HP Chromebook 11 G3", 3, ""],
            ["iPad 6", 2, ""],
            ["HP ProBook 450 G3 laptop", 2, ""],
        ]
    )
    with patch("pages.parts.show._offer"):  # nobody is signed in, to whom a workbook could be offered
        lots_table("proef", reading.devices)


def test_the_end_of_updates_says_where_it_is_known_from() -> None:
    page = AppTest.from_function(_list, default_timeout=PATIENCE)
    page.run()
    page.button[0].click().run()
    assert not page.exception
    (table,) = page.table
    assert list(table.value["Updates tot"]) == [
        "30‑6‑2021 (staat in de lijst)",
        "30‑6‑2020 (bekend van het model)",
        "geen einde aangekondigd",
        "niet bekend",
    ]
    (caption,) = page.caption
    assert "Googles lijst van Chromebooks (3-2020)" in caption.value


def _two_sheets() -> None:
    from unittest.mock import patch

    from pages.inventory.lots import lots_table
    from tests.inventory.lists import read

    rows = [["Merk en type", "Aantal", "Serienummer"], ["HP Chromebook 11 G3", 5, ""]]
    reading = read(rows, sheet="Oud", Nieuw=[["Merk en type", "Aantal"], ["iPad 6", 2]])
    with patch("pages.parts.show._offer"):
        lots_table("proef", reading.devices)


def test_of_several_sheets_a_row_is_told_with_the_name_of_its_own() -> None:
    page = AppTest.from_function(_two_sheets, default_timeout=PATIENCE)
    page.run()
    page.button[0].click().run()
    assert not page.exception
    (table,) = page.table
    assert list(zip(table.value["Tabblad"], table.value["Rij"], strict=True)) == [("Oud", 2), ("Nieuw", 2)]
