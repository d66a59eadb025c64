"""Counts: read where they are certain, asked about where they are not."""

from datetime import date

import pytest

from planning.core.text import Cell
from planning.inventory.values.counts import Count, parts_in, read_count
from planning.inventory.values.issue import Option
from tests.inventory.lists import column, read


@pytest.mark.parametrize(
    ("cell", "devices"),
    [
        (30, 30),
        (15.0, 15),
        ("30x", 30),
        ("3 stuks", 3),
        (" 15", 15),
        ("1 st.", 1),
        ("x 4", 4),
        ("12 laptops", 12),
        ("=21+3", 24),
        ("10+5", 15),
        ("=2*16", 32),
        ("tien", 10),
        ("0", 0),
        ("5,0", 5),
    ],
)
def test_a_certain_count_raises_no_question(cell: Cell, devices: int) -> None:
    count = read_count(cell, empty_is_one=False)
    assert count.devices == devices
    assert count.issue is None


@pytest.mark.parametrize("cell", ["2 karren van 16", "2 karren à 16", "2 x 16", "2 kasten à 16", "2 koffers (16)"])
def test_carts_are_multiplied_and_that_is_said(cell: Cell) -> None:
    count = read_count(cell, empty_is_one=False)
    assert count.devices == 32
    assert count.issue is not None
    assert (count.issue.code, count.issue.severity) == ("count-computed", "info")


@pytest.mark.parametrize(
    ("cell", "choices"),
    [
        ("28-33", ["leave_out", "count_28", "count_33"]),
        ("5 à 6", ["leave_out", "count_5", "count_6"]),
        ("± 6", ["leave_out", "count_6"]),
        ("ca. 10", ["leave_out", "count_10"]),
        ("10?", ["leave_out", "count_10"]),
        ("?", ["leave_out", "count_1"]),
        ("", ["leave_out", "count_1"]),
        (2.5, ["leave_out", "count_2"]),
        ("veel", ["leave_out"]),
        (-3, ["leave_out", "count_3"]),
        (40000, ["leave_out"]),
        (date(2018, 9, 4), ["leave_out", "count_4", "count_9"]),
    ],
)
def test_an_uncertain_count_counts_for_nothing_until_a_person_chooses(cell: Cell, choices: list[str]) -> None:
    issue = read_count(cell, empty_is_one=False).issue
    assert issue is not None
    assert (issue.code, issue.severity) == ("count-unclear", "must")
    assert [option.choice.code for option in issue.options] == choices


def test_a_place_beside_a_count_leaves_the_count_as_it_is() -> None:
    assert read_count("8 (in kar)", empty_is_one=False) == Count(8)
    assert read_count("16 in kar 2", empty_is_one=False) == Count(16)
    part = read_count("6 (2 in lokaal 3)", empty_is_one=False)
    assert part.issue is not None
    assert read_count("14 in de mediatheek", empty_is_one=False) == Count(14)


def test_an_empty_count_is_one_where_every_row_is_a_device() -> None:
    assert read_count("", empty_is_one=True).devices == 1
    assert read_count("", empty_is_one=True).issue is None
    assert read_count("?", empty_is_one=True).issue is not None


@pytest.mark.parametrize(
    ("cell", "devices", "remark"),
    [
        ("8 (1 defect)", 8, "1 defect"),
        ("10 stuks, waarvan 2 kapot", 10, "waarvan 2 kapot"),
        ("12 + 3 reserve", 15, "3 reserve"),
        ("4 goed en 1 defect", 5, "1 defect"),
        ("5 kapot", 5, "kapot"),
    ],
)
def test_what_stands_beside_the_number_is_a_remark_about_these_devices(cell: str, devices: int, remark: str) -> None:
    count = read_count(cell, empty_is_one=False)
    assert (count.devices, count.remark, count.issue) == (devices, remark, None)


@pytest.mark.parametrize("cell", ["5 à 6 nieuw", "10 (1 kapot, 2 waar)", "5 van groep 3", "3 of 4 kapot"])
def test_a_remark_that_leaves_the_number_open_is_asked_about(cell: str) -> None:
    issue = read_count(cell, empty_is_one=False).issue
    assert issue is not None
    assert issue.code == "count-unclear"


@pytest.mark.parametrize(
    ("cell", "devices"),
    [
        ("xxxxx xx", 7),
        ("|||| |", 5),
        ("IIII", 4),
        ("30 (2x15)", 30),
        ("15 + 15 = 30", 30),
        ("24 (was 26)", 24),
        ("8,", 8),
        ("twaalf (12)", 12),
        ("12 (twaalf)", 12),
    ],
)
def test_a_count_told_in_marks_or_twice_is_certain(cell: str, devices: int) -> None:
    count = read_count(cell, empty_is_one=False)
    assert (count.devices, count.issue) == (devices, None)


def test_one_mark_counts_one_device_only_among_tallies() -> None:
    assert read_count("x", empty_is_one=False, in_marks=True) == Count(1)
    assert read_count("x", empty_is_one=False).issue is not None


def test_two_parts_of_a_lot_are_both_heard() -> None:
    assert parts_in("waarvan 1 defect en 2 reserve") == ["waarvan 1 defect", "2 reserve"]
    assert read_count("10, waarvan 1 defect en 2 reserve", empty_is_one=False).devices == 10
    assert read_count("10 werkend / 2 kapot", empty_is_one=False).devices == 12


@pytest.mark.parametrize(
    ("cell", "devices"),
    [
        *(("een dozijn", 12), ("Dozijn", 12), ("twee dozijn", 24), ("2 DOZIJN", 24), ("3x dozijn", 36), ("dozyn", 12)),
        *(("half dozijn", 6), ("een half dozijn", 6), ("anderhalf dozijn", 18), ("drie dozijntjes", 36)),
        *(("a dozen", 12), ("two dozen", 24), ("half a dozen", 6), ("twee dozijn stuks", 24)),
        *(("acht stuks", 8), ("vijftien st.", 15), ("Zes x", 6), ("één stuk", 1), ("twaalf laptops", 12)),
        *(("vier en twintig", 24), ("zeventig", 70), ("twenty-four", 24), ("vijf karren van zestien", 80)),
        *(("24X", 24), ("x24", 24), ("24 x", 24)),
    ],
)
def test_a_number_in_words_counts_as_its_digits_do(cell: str, devices: int) -> None:
    count = read_count(cell, empty_is_one=False)
    assert count.devices == devices
    assert count.issue is None or count.issue.severity == "info"


@pytest.mark.parametrize(
    "cell", ["2 dozen", "een paar dozijn", "een tiental", "zes a zeven", "een doos", "bijna dertig"]
)
def test_what_is_no_sure_number_in_words_is_asked_about(cell: str) -> None:
    issue = read_count(cell, empty_is_one=False).issue
    assert issue is not None
    assert issue.code == "count-unclear"


@pytest.mark.parametrize("cell", ["1 (van de IB)", "1, voor de directie", "1 lkr"])
def test_whose_they_are_leaves_the_number_as_it_is_and_is_heard(cell: str) -> None:
    count = read_count(cell, empty_is_one=False)
    assert (count.devices, count.issue) == (1, None)
    rows = [["Wat", "Aantal"], ["iPad Air", cell], ["iPad Air", 4]]
    assert column(read(rows), "audience") == ["staff", "unknown"]


@pytest.mark.parametrize("cell", ["samen met groep 4", "delen met gr. 5/6", "staat in kar 3", "groep 7 en 8 samen"])
def test_a_number_of_a_group_or_a_cart_counts_nothing(cell: str) -> None:
    assert [option.choice.code for option in _options(cell)] == ["leave_out"]


@pytest.mark.parametrize(("cell", "offered"), [("±10", ["10"]), ("een of twee", ["1", "2"]), ("kar 2 (16?)", ["16"])])
def test_only_numbers_that_may_count_are_offered(cell: str, offered: list[str]) -> None:
    assert [option.choice.values["n"] for option in _options(cell) if "n" in option.choice.values] == offered


def _options(cell: str) -> tuple[Option, ...]:
    issue = read_count(cell, empty_is_one=False).issue
    return issue.options if issue else ()
