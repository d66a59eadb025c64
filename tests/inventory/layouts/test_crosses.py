"""A list that says what its devices are by a cross in one of several columns."""

import pytest

from tests.inventory.lists import column, problem_places, read
from tests.making import Rows


@pytest.mark.parametrize("over", [[], ["", "", "soort (x)"], ["", "", "Type apparaat (kruis aan)"]])
@pytest.mark.parametrize(
    "heads", [["CB", "laptop", "tablet", "vaste pc"], ["Chromebook", "Laptop", "iPad", "Computer"]]
)
@pytest.mark.parametrize("mark", ["x", "X", "✓", "v", True])
def test_a_cross_under_a_kind_says_what_a_device_is(over: list[object], heads: list[str], mark: object) -> None:
    rows: Rows = [
        over,
        ["label", "merk", *heads, "doet het? j/n", "jaar gekocht", "lokaal"],
        ["TB01", "Lenovo", mark, "", "", "", "j", 2014, "1"],
        ["TB02", "Lenovo", mark, "", "", "", "j", 2015, "1"],
        ["TB03", "HP", "", mark, "", "", "n", 2016, "2"],
        ["TB04", "Apple", "", "", mark, "", "j", 2016, "2"],
        ["TB05", "Fujitsu", "", "", "", mark, "j", 2017, "3"],
    ]
    reading = read(rows if over else rows[1:])
    assert column(reading, "kind") == ["chromebook", "chromebook", "laptop", "tablet", "desktop"]
    assert column(reading, "status").count("broken") == 1
    assert column(reading, "brand") == ["Lenovo", "Lenovo", "HP", "Apple", "Fujitsu"]
    assert problem_places(reading) == []


def test_of_a_device_with_two_crosses_or_none_a_person_says_what_it_is() -> None:
    rows: Rows = [["Serienr", "laptop", "tablet", "lokaal"]]
    rows += [[f"5CD720344{n}", "x", "", "7a"] for n in range(10)]
    rows += [["5CD7364411", "x", "x", "7a"], ["5CD7364412", "", "", "7a"]]
    reading = read(rows)
    assert column(reading, "kind")[:10] == ["laptop"] * 10
    assert {row for row, _ in problem_places(reading)} == {12, 13}


def test_a_room_that_has_a_cross_under_several_kinds_has_one_of_each() -> None:
    rows: Rows = [
        ["Lokaal", "Digibord", "Beamer", "Laptop"], ["Groep 1", "x", "", "x"], ["Groep 2", "x", "", "x"],
        ["Groep 3", "", "x", "x"],
    ]  # fmt: skip
    reading = read(rows)
    assert sorted(map(str, column(reading, "kind"))) == ["interactive_board"] * 2 + ["laptop"] * 3 + ["projector"]
