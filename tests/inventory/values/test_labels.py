"""Labels that count on in a line of text: so many devices."""

import pytest

from planning.inventory.values.labels import with_labels_counted
from planning.inventory.values.lines import read_line
from tests.inventory.lists import column, problem_places, read


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("De chromebooks CB01 t/m CB25 staan in groep 7", ["25"]),
        ("25 chromebooks (CB01-CB25) in kar 1", ["25"]),
        ("chromebooks CB01 t/m CB25, Dell 3120, gekocht in 2016", ["25"]),
        ("CB01 t/m CB25: Acer chromebooks C740 uit 2016", ["25"]),
        ("laptops LT-01 tot en met LT-08, gekocht in 2017", ["8"]),
        ("Acer C740 CB01–CB10", ["10"]),
        ("iPads nr. 1 t/m 16 in lokaal 4", ["16"]),
        ("iPads genummerd 01-12", ["12"]),
    ],
)
def test_labels_that_count_on_say_how_many_devices_there_are(text: str, counts: list[str]) -> None:
    assert [lot.count for lot in read_line(text).lots] == counts


@pytest.mark.parametrize(
    "text",
    [
        "lokalen L1 t/m L4: digibord",
        "groep 5 t/m 8 hebben chromebooks",
        "HP G1-G4 laptops",
        "12 laptops in K1 - K3",
        "chromebooks CB25 t/m CB01",
        "chromebooks CB01 t/m LT25",
        "laptop 2015-2016",
        "chromebooks CB01 t/m CB25 en CB30 t/m CB35",
    ],
)
def test_what_are_no_labels_of_devices_stays_as_it_is(text: str) -> None:
    assert with_labels_counted(text) == text


def test_labels_that_contradict_the_number_beside_them_are_asked_about() -> None:
    reading = read([["Wat we hebben"], ["24 chromebooks CB01 t/m CB25"], ["6 laptops in de teamkamer"]])
    assert problem_places(reading) == [(2, "count-unclear")]


def test_a_sentence_with_labels_gives_its_devices() -> None:
    reading = read([["Wat we hebben"], ["chromebooks CB01 t/m CB25, gekocht in 2016"], ["6 laptops in de teamkamer"]])
    assert column(reading, "count") == [25, 6]
    assert problem_places(reading) == []
