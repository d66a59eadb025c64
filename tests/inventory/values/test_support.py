"""The end of updates: what the list says, what is known of the model, none announced, or not known."""

from datetime import date

import pytest

from planning.inventory.values.support import support_of
from planning.inventory.words.cell_words import support_ends
from tests.inventory.lists import column, read

SPRING = date(2018, 5, 1)


def ends(kind: str, brand: str | None, model: str, system: str = "", as_of: date | None = SPRING) -> tuple[object, str]:
    found = support_of(kind, brand, model, model, system, as_of)
    return found.until and found.until.isoformat(), found.source


@pytest.mark.parametrize(
    ("brand", "model", "end"),
    [
        ("Acer", "Chromebook 11 C740", "2020-06-30"),
        ("Asus", "C202SA", "2021-06-30"),
        ("HP", "HP Chromebook 11 G4/G4 EE", "2020-06-30"),
        ("HP", "Chromebook 11 G5 EE", "2022-01-31"),
        ("Lenovo", "Lenovo N22 Chromebook", "2021-06-30"),
        ("Lenovo", "Chromebook N23", "2021-06-30"),
    ],
)
def test_a_chromebook_has_updates_to_the_last_day_of_its_month(brand: str, model: str, end: str) -> None:
    assert ends("chromebook", brand, model) == (end, "table")


@pytest.mark.parametrize("model", ["Chromebook 11", "Chromebook 14", "Chromebook", "C202SA-2"])
def test_a_name_that_several_models_have_is_none_of_them(model: str) -> None:
    assert ends("chromebook", "Acer", model) == (None, "unknown")


def test_no_end_announced_is_not_the_same_as_an_end_nobody_knows() -> None:
    assert ends("tablet", "Apple", "iPad (5e generatie)") == (None, "none_announced")
    assert ends("tablet", "Samsung", "Galaxy Tab A 10.1") == (None, "unknown")
    assert ends("laptop", "HP", "ProBook 450 G3") == (None, "unknown")


def test_apples_end_is_known_only_once_it_has_passed() -> None:
    assert ends("tablet", "Apple", "iPad 2", as_of=date(2019, 7, 22)) == (None, "none_announced")
    assert ends("tablet", "Apple", "iPad 2", as_of=date(2019, 7, 23)) == ("2019-07-22", "table")


@pytest.mark.parametrize(
    ("system", "end"),
    [
        ("Windows 7 Professional", ("2020-01-14", "table")),
        ("W8.1", ("2023-01-10", "table")),
        ("win10 pro 64-bit", ("2025-10-14", "table")),
        ("Windows, 10.0.19045.3803", ("2025-10-14", "table")),
        ("Windows, 10.0.22631.4037", (None, "none_announced")),
        ("10.0.19042.804, Windows", ("2025-10-14", "table")),
        ("10.0.22631.4037, Windows", (None, "none_announced")),
        ("Windows 7 > Windows 10", (None, "unknown")),
        ("Ubuntu", (None, "unknown")),
    ],
)
def test_a_laptop_follows_its_windows(system: str, end: tuple[object, str]) -> None:
    assert ends("laptop", "HP", "ProBook 450 G3", system) == end


def test_a_board_has_no_end_of_updates() -> None:
    assert ends("interactive_board", "Prowise", "Touch 65", "Windows 7") == (None, "unknown")


def test_every_row_of_the_table_says_where_it_is_from() -> None:
    from planning.inventory.words.cell_words import _rows

    rows = _rows("support_ends.csv")
    assert len(rows) > 400
    assert all(row["source"] and row["known_on"] for row in rows)
    assert {row["announced"] for row in rows} == {"yes", "no"}
    assert set(support_ends("windows")) > {("windows", "7"), ("win", "10")}


def test_the_list_goes_before_the_table() -> None:
    reading = read(
        [
            ["Merk en type", "Aantal", "Updates tot", "Besturingssysteem"],
            ["HP Chromebook 11 G3", 5, "2021-06", ""],
            ["HP Chromebook 11 G3", 3, "", ""],
            ["iPad 6", 2, "?", ""],
            ["HP ProBook 450 G3 laptop", 2, "", "Windows 7"],
            ["HP ProBook 450 G3 laptop", 2, "", ""],
        ]
    )
    assert column(reading, "support_until") == [
        date(2021, 6, 30), date(2020, 6, 30), None, date(2020, 1, 14), None,
    ]  # fmt: skip
    assert column(reading, "support_source") == ["list", "table", "none_announced", "table", "unknown"]


def test_a_later_ipad_is_not_taken_for_the_first_of_its_name() -> None:
    written = [
        "iPad Air (4th generation)", "iPad Air (1st generation)", "iPad Air", "iPad mini (6th generation)",
        "iPad Pro (12.9-inch)",
    ]  # fmt: skip
    reading = read([["Merk en type", "Aantal"], *([text, 1] for text in written)])
    assert column(reading, "model")[0] == "iPad Air 4"
    assert column(reading, "support_source") == ["none_announced", "unknown", "unknown", "none_announced", "unknown"]
