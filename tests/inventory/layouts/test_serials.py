"""Sheets of serial numbers and little else."""

import pytest

from tests.inventory.lists import column, problem_places, read
from tests.making import Rows

BY_GROUP: Rows = [
    ["Chromebooks Acer C731, gekocht in 2017"],
    [],
    ["Groep 6", None, None, "Groep 7"],
    ["nr", "serienummer", None, "nr", "serienummer"],
    [601, "NXGM8EH0017276G70Q7600", None, 701, "NXGM8EH0017253P22P7600"],
    [602, "NXGM8EH0017222Z31S7600", None, 702, "NXGM8EH0017224X53A7600"],
    [None, None, None, 703, "NXGM8EH0017294W23L7600"],
]


def test_numbers_of_the_school_itself_are_no_place_and_the_group_over_them_is() -> None:
    reading = read(BY_GROUP)
    assert column(reading, "model") == ["Chromebook 11 N7 C731"] * 5
    assert column(reading, "location") == ["Groep 6", "Groep 7", "Groep 6", "Groep 7", "Groep 7"]
    assert {day.year for day in column(reading, "purchased_earliest")} == {2017}
    assert problem_places(reading) == []


def test_what_a_school_calls_its_devices_is_not_what_they_are() -> None:
    rows: Rows = [
        ["Laptops team Dell Latitude 3570"],
        ["stickernr", "serie", "gekocht"],
        ["CB01", "5CD7123ABC", "sept 2017"],
        ["CB02", "5CD7123ABD", "sept 2017"],
    ]
    assert column(read(rows), "model") == ["Latitude 3570"] * 2
    assert column(read(rows), "kind") == ["laptop"] * 2


def test_a_line_that_names_a_device_says_how_many_and_when_and_both_are_taken_from_its_name() -> None:
    rows: Rows = [
        ["Acer Chromebook C732 - 3 stuks - geleverd 03-09-2018"],
        ["NXGUKEH00181904F3C7600", "NXGUKEH00181904F3D7600", "NXGUKEH00181904F3E7600"],
        [],
        ["iPad 2018 - 3 stuks - geleverd 18-06-2018"],
        ["DMQWX1ABJF8J", "DMQVKLTRSFMN"],
    ]
    reading = read(rows)
    assert column(reading, "model") == ["Chromebook 11 C732"] * 3 + ["iPad (6e generatie)"] * 2
    assert {day.month for day in column(reading, "purchased_earliest")} == {9, 6}
    assert column(reading, "serial")[-1] == "DMQVKLTRSFMN", "of a number like the others, though it has no digits"
    assert [p.code for p in reading.problems if p.severity == "must"] == ["total-mismatch"], "two of three iPads"


@pytest.mark.parametrize(
    "line", ["2x HP 250 G6 - okt 2017", "HP 250 G6 (2 stuks, okt 2017)", "HP 250 G6, gekocht okt 2017"]
)
def test_a_list_that_opens_with_such_a_line_is_of_its_serial_numbers_however_it_is_put(line: str) -> None:
    numbers: Rows = [["5CD7123ABC"], ["5CD7123ABD"], ["Acer C740 - 2 st"], ["NXEF2EH00171A1"], ["NXEF2EH00171B2"]]
    reading = read([[line], *numbers])
    assert column(reading, "serial") == ["5CD7123ABC", "5CD7123ABD", "NXEF2EH00171A1", "NXEF2EH00171B2"]
    assert [str(day) for day in column(reading, "purchased_earliest")] == ["2017-10-01", "2017-10-01", "None", "None"]
    assert problem_places(reading) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("KAR 1 - Acer Chromebook C740, alles gekocht sept. 2015", "KAR 2 - HP Chromebook 11 G5, gekocht aug. 2017"),
        ("Laptopkar A: Acer C740 (sept 2015)", "Laptopkar B: HP Chromebook 11 G5 (aug 2017)"),
        ("Lokaal 3 | Acer C740 | aangeschaft september 2015", "Lokaal 4 | HP Chromebook 11 G5 | augustus 2017"),
    ],
)
@pytest.mark.parametrize("heads", [["", "vak links", "midden", "vak rechts"], ["", "A", "B", "C"], []])
def test_a_second_title_ends_the_first_and_headings_below_it_do_not_end_either(
    first: str, second: str, heads: list[object]
) -> None:
    shelves: Rows = [
        ["plank 1", "NX12340B", "NX20259C", "NX28178D"],
        ["plank 2", "NX36097E (scherm kapot)", "NX44016F", "leeg"],
    ]
    others: Rows = [
        ["plank 1", "5CD31125G", "5CD39044H", "5CD46963K"],
        ["plank 2", "5CD54882L", "5CD62801A", "5CD78639C"],
    ]
    reading = read([[first], heads, *shelves, [], [second], heads, *others])
    assert column(reading, "brand") == ["Acer"] * 5 + ["HP"] * 6
    assert [str(day) for day in column(reading, "purchased_earliest")] == ["2015-09-01"] * 5 + ["2017-08-01"] * 6
    assert column(reading, "status").count("broken") == 1
    assert problem_places(reading) == []


def test_a_second_title_without_a_moment_does_not_take_that_of_the_first() -> None:
    reading = read([
        ["Acer C740, gekocht sept 2015"], ["NX12340B", "NX20259C"], [], ["HP 250 G5"], ["5CD31125G", "5CD39044H"],
    ])  # fmt: skip
    assert column(reading, "brand") == ["Acer", "Acer", "HP", "HP"]
    assert [str(day) for day in column(reading, "purchased_earliest")] == ["2015-09-01"] * 2 + ["None"] * 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (["KAR 1", "Acer C740", "sept 2015"], ["KAR 2", "HP 250 G5", "aug 2017"]),
        (["Acer C740", "gekocht sept 2015"], ["HP 250 G5", "gekocht aug 2017"]),
    ],
)
def test_a_title_in_several_cells_is_of_all_that_stands_below_it(first: list[object], second: list[object]) -> None:
    shelves: Rows = [["NX12340B", "NX20259C", "NX28178D"], ["NX36097E", "NX44016F", "NX51935G"]]
    others: Rows = [["5CD31125G", "5CD39044H", "5CD46963K"], ["5CD54882L", "5CD62801A", "5CD78639C"]]
    reading = read([first, *shelves, [], second, *others])
    assert column(reading, "brand") == ["Acer"] * 6 + ["HP"] * 6
    assert [str(day) for day in column(reading, "purchased_earliest")] == ["2015-09-01"] * 6 + ["2017-08-01"] * 6
    assert problem_places(reading) == []
