"""All who speak of a device's state are heard together, in whatever order they stand in the list."""

from itertools import permutations

import pytest

from planning.inventory.read.usage import tells_of_use
from planning.inventory.read.voices import COLOUR, NOTE, OVER, OWN, STRUCK, Voice, agreed
from tests.inventory.lists import column, problem_places, read
from tests.making import Rows


@pytest.mark.parametrize(
    ("voices", "status", "code"),
    [
        ([], "in_use", None),
        ([Voice("broken", NOTE)], "broken", None),
        ([Voice("in_use", OWN), Voice("broken", NOTE)], "broken", "status-conflict"),
        ([Voice("broken", OWN), Voice("in_use", NOTE)], "broken", "status-conflict"),
        ([Voice("spare", OWN), Voice("in_use", NOTE)], "spare", None),
        ([Voice("disposed", OVER), Voice("broken", NOTE)], "disposed", None),
        ([Voice("disposed", OVER), Voice("in_use", OWN)], "disposed", "status-conflict"),
        ([Voice("spare", OVER), Voice("broken", NOTE)], "broken", None),
        ([Voice("broken", NOTE), Voice("spare", COLOUR)], "broken", "colour-conflict"),
        ([Voice("in_use", OWN), Voice("disposed", STRUCK)], "disposed", "struck-conflict"),
        ([Voice("broken", OWN), Voice("disposed", STRUCK)], "disposed", "struck-through"),
        ([Voice("in_use", OWN), Voice("broken", NOTE, whole=False)], "in_use", "note-mentions-status"),
    ],
)
def test_the_worst_holds_and_what_differs_is_asked(voices: list[Voice], status: str, code: str | None) -> None:
    for order in permutations(voices):
        verdict = agreed(tuple(order), "in_use")
        assert (verdict.status, verdict.issue.code if verdict.issue else None) == (status, code)


@pytest.mark.parametrize("answer", ["status_broken", "status_disposed", "as_is"])
def test_words_for_a_state_that_nobody_knows_are_asked_about_once_for_all_rows(answer: str) -> None:
    rows: Rows = [
        ["Soort", "Serienummer", "Status"],
        ["laptop", "5CD1234567", "pleite"],
        ["laptop", "5CD1234568", "goed"],
        ["laptop", "5CD1234569", "pleite"],
    ]
    reading = read(rows)
    assert problem_places(reading) == [(2, "status-unknown")]
    assert (4, "status-as-row") in problem_places(reading, "info")
    answered = read(rows, answers={reading.open_problems[0].key: answer})
    meant = "unknown" if answer == "as_is" else answer.removeprefix("status_")
    assert column(answered, "status") == [meant, "in_use", meant]


def test_a_remark_that_it_is_of_staff_does_not_overrule_a_list_that_says_pupils() -> None:
    rows: Rows = [
        ["Soort", "Serienummer", "Gebruik door", "Opmerking"],
        ["laptop", "5CD1234567", "leerlingen", "voor leerkracht"],
        ["laptop", "5CD1234568", "leerlingen", ""],
        ["laptop", "5CD1234569", "", "voor leerkracht"],
    ]
    reading = read(rows)
    assert column(reading, "audience") == ["pupils", "pupils", "staff"]
    assert problem_places(reading) == [(2, "audience-conflict")]


def test_no_number_alone_opens_a_state_so_that_long_columns_of_names_are_searched_for_words_only() -> None:
    assert not tells_of_use([str(number) for number in range(3000)])
    assert tells_of_use(["jan", "kwijt"])


def test_what_does_not_work_waits_in_the_cupboard_and_a_damage_is_why_it_is_repaired() -> None:
    rows: Rows = [
        ["wat", "aantal", "waar", "hoe is het", "opmerking"],
        ["printer HP", 2, "magazijn", "kapot", ""],
        ["Acer C731", 1, "groep 7", "bij de reparateur", "schermpje gebarsten, zie 9-5"],
        ["iPad 2", 3, "groep 8", "kapot", "thee eroverheen"],
    ]
    reading = read(rows)
    assert column(reading, "status") == ["broken", "in_repair", "broken"]
    assert problem_places(reading) == []


@pytest.mark.parametrize("store", ["magazijn", "In de berging", "KLUIS", "in het magazijn"])
def test_what_only_its_storeroom_makes_spare_is_asked_about_once(store: str) -> None:
    rows = [
        ["Soort", "S/N", "Waar"],
        *(["laptop", f"R90{n}368D", where] for n, where in enumerate(["hal", store, store])),
    ]
    reading = read(rows)
    assert column(reading, "status") == ["unknown", "spare", "spare"]
    assert problem_places(reading) == [(3, "status-in-store")]
    asked = next(problem for problem in reading.problems if problem.code == "status-in-store")
    used = read(rows, answers={asked.key: "status_in_use"})
    assert column(used, "status") == ["unknown", "in_use", "in_use"]


@pytest.mark.parametrize("said", ["reserve", "op voorraad", "defect", "afgevoerd"])
def test_what_says_how_it_does_leaves_its_storeroom_nothing_to_ask(said: str) -> None:
    rows = [["Soort", "S/N", "Waar", "Status"], ["laptop", "R901368D", "magazijn", said]]
    assert problem_places(read(rows)) == []


@pytest.mark.parametrize("place", ["hal", "kast 3", "gr 6", "zolder"])
def test_any_other_place_says_nothing_of_how_devices_do(place: str) -> None:
    rows = [["Soort", "S/N", "Waar"], ["laptop", "R901368D", place], ["laptop", "R902368D", "gr 7"]]
    assert problem_places(read(rows)) == []
