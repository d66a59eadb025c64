"""Lines below a list say of some of its devices that they are out of use."""

import pytest

from tests.inventory.lists import column, problem_places, read
from tests.making import Rows

LIST: Rows = [
    ["Nr", "Apparaat", "Serienr", "Jaar"],
    [1, "Lenovo V110", "PF0H09R1", 2017],
    [2, "Lenovo V110", "PF0H09R2", 2017],
    [3, "Lenovo V110", "PF0H09R3", 2017],
    [4, "iPad Air", "DMPQ1", 2015],
    [],
]


@pytest.mark.parametrize(
    ("line", "states"),
    [
        ("nr 2 heeft een kapot scherm", ["unknown", "broken", "unknown", "unknown"]),
        ("Nr. 2: scherm kapot", ["unknown", "broken", "unknown", "unknown"]),
        ("2: scherm kapot", ["unknown", "broken", "unknown", "unknown"]),
        ("PF0H09R2 is gestolen", ["unknown", "missing", "unknown", "unknown"]),
        ("laptop 2 is in reparatie", ["unknown", "in_repair", "unknown", "unknown"]),
        ("nr 2 en 3 zijn kapot", ["unknown", "broken", "broken", "unknown"]),
        ("* nr 4 is weg", ["unknown", "unknown", "unknown", "disposed"]),
    ],
)
def test_a_line_that_names_a_row_is_heard_as_its_remark(line: str, states: list[str]) -> None:
    reading = read([*LIST, [line]])
    assert column(reading, "status") == states
    assert problem_places(reading) == []


@pytest.mark.parametrize(
    "line",
    [
        *("2 laptops zijn kapot.", "de laptop van groep 5 is kapot", "Let op: iPad doet het niet meer"),
        *("nr 7 is kapot", "Er is 1 iPad gestolen in maart", "nr 2 en 7 zijn kapot"),
    ],
)
def test_a_line_that_tells_of_devices_and_names_no_row_is_asked(line: str) -> None:
    assert problem_places(read([*LIST, [line]])) == [(7, "row-unclear")]


@pytest.mark.parametrize(
    "line",
    [
        *("Kapotte apparaten graag melden bij de ICT-er.", "laatst bijgewerkt op 3 maart", "Rood = laptop kapot"),
        *("Bij diefstal van een laptop altijd aangifte doen", "Oude laptops gaan in de zomer weg"),
    ],
)
def test_a_line_of_what_is_to_be_done_is_a_remark(line: str) -> None:
    reading = read([*LIST, [line]])
    assert problem_places(reading) == []
    assert [row.why for row in reading.ignored_rows if row.row == 7] == ["note"]


def test_why_a_broken_device_is_not_mended_changes_nothing() -> None:
    rows: Rows = [["Nr", "Apparaat", "Opmerking"], [1, "Acer C740", "KAPOT"], [2, "Acer C740", ""], []]
    reading = read([*rows, ["nummer 1 is bij de firma geweest, kost te veel om te maken"]])
    assert column(reading, "status") == ["broken", "in_use"]
    assert problem_places(reading) == []


def test_a_number_of_a_group_or_a_room_names_no_row() -> None:
    rows: Rows = [["Groep", "Apparaat"], [1, "Acer C740"], [2, "Acer C740"], []]
    assert column(read([*rows, ["nr 2 is kapot"]]), "status") == ["unknown", "unknown"]
