"""One list, several schools: to each its own rows, and none of a school that is not the reader's."""

import pytest

from planning.inventory.guidance import Guidance
from planning.inventory.read.schools import Shares, divide
from planning.inventory.reading import Reading
from planning.organisation.records import School
from tests.inventory.lists import problem_places, read

LINDE, ANNA, KLIMBOOM = "00AA00", "00BB00", "00CC00"
SCHOOLS = (
    School(LINDE, "De Linde", "Horst", "Bo"),
    School(ANNA, "Sint Anna", "Horst", "Bo"),
    School(KLIMBOOM, "De Klimboom", "Swolgen", "Bo"),
)
HEADER = ("School", "Soort", "Model", "Serienummer", "Aanschafjaar")
BOTH = (
    HEADER,
    ("De Linde", "Chromebook", "Chromebook 11 G5", "5CD0000001", "2017"),
    ("Sint Anna", "Chromebook", "Chromebook 11 G5", "5CD0000002", "2017"),
    ("De Linde", "Laptop", "ThinkPad L450", "5CD0000003", "2016"),
)


def split(reading: Reading, reach: frozenset[str] | None = None, **more: dict[str, str | None]) -> Shares:
    return divide(reading, LINDE, SCHOOLS, reach, more.get("known", {}), Guidance(answers=more.get("answers", {})))


def serials(reading: Reading) -> list[str]:
    return reading.devices["serial"].tolist()


def test_each_school_gets_its_own_rows() -> None:
    shares = split(read(BOTH)).readings
    assert {school: serials(share) for school, share in shares.items()} == {
        LINDE: ["5CD0000001", "5CD0000003"],
        ANNA: ["5CD0000002"],
    }


def test_rows_of_a_school_out_of_reach_are_refused_one_by_one() -> None:
    [share] = split(read(BOTH), frozenset({LINDE})).readings.values()
    assert serials(share) == ["5CD0000001", "5CD0000003"]
    assert problem_places(share, "info") == [(3, "other-school")]
    assert [problem.as_written for problem in share.problems] == ["Sint Anna"]


def test_questions_about_a_row_go_to_its_own_school() -> None:
    unclear = (*BOTH, ("Sint Anna", "Zakjapanner", "", "5CD0000004", "2016"))
    shares = split(read(unclear)).readings
    assert problem_places(shares[ANNA]) == [(5, "kind-unknown")]
    assert problem_places(shares[LINDE]) == []


def test_a_row_that_waits_for_a_choice_is_of_its_own_school_too() -> None:
    double = (*BOTH, ("Sint Anna", "Chromebook", "Chromebook 11 G5", "5CD0000002", "2017"))
    shares = split(read(double)).readings
    assert problem_places(shares[ANNA]) == [(5, "serial-duplicate")]
    assert problem_places(shares[LINDE]) == []


def test_a_question_about_the_whole_list_is_asked_of_all() -> None:
    dated = [(*row[:4], day) for row, day in zip(BOTH[1:], ("01/05/17", "02/05/17", "03/05/17"), strict=True)]
    shares = split(read([(*HEADER[:4], "Aanschafdatum"), *dated])).readings
    assert [problem_places(share) for share in shares.values()] == [[(2, "date-order")]] * 2


def test_a_name_that_is_not_sure_is_asked_once_and_its_rows_wait() -> None:
    rows = (*BOTH, *[("Klimboom", "Laptop", "ThinkPad L450", f"PF000000{n}", "2016") for n in (1, 2)])
    shares = split(read(rows)).readings
    assert KLIMBOOM not in shares
    assert all(problem_places(share) == [(5, "school-unsure")] for share in shares.values())


def test_the_answer_brings_its_rows_to_that_school() -> None:
    reading = read((*BOTH, ("Klimboom", "Laptop", "ThinkPad L450", "PF0000001", "2016")))
    [question] = split(reading).readings[LINDE].open_problems
    answered = split(reading, answers={question.key: "this_school"})
    assert serials(answered.readings[KLIMBOOM]) == ["PF0000001"]
    assert answered.said == {"klimboom": KLIMBOOM}


def test_a_name_that_was_explained_before_is_not_asked_again() -> None:
    reading = read((*BOTH, ("Boompje", "Laptop", "ThinkPad L450", "PF0000001", "2016")))
    shares = split(reading, known={"boompje": KLIMBOOM}).readings
    assert serials(shares[KLIMBOOM]) == ["PF0000001"]
    assert not shares[LINDE].open_problems


def test_a_name_said_to_be_of_another_school_leaves_its_rows_out_and_says_so() -> None:
    reading = read((*BOTH, ("Kantoor", "Laptop", "ThinkPad L450", "PF0000001", "2016")))
    share = split(reading, known={"kantoor": None}).readings[LINDE]
    assert problem_places(share, "info") == [(5, "other-school")]


def test_a_name_like_a_school_out_of_reach_is_refused_without_a_question() -> None:
    reading = read((*BOTH, ("Klimboom", "Laptop", "ThinkPad L450", "PF0000001", "2016")))
    share = split(reading, frozenset({LINDE})).readings[LINDE]
    assert problem_places(share) == []
    assert problem_places(share, "info") == [(3, "other-school"), (5, "other-school")]


def test_a_list_that_names_no_school_is_of_the_one_chosen() -> None:
    reading = read([row[1:] for row in BOTH])
    assert split(reading).readings == {LINDE: reading}


def test_sheets_named_after_schools_are_of_those_schools() -> None:
    rows = [row[1:] for row in BOTH]
    shares = split(read([rows[0], rows[1]], sheet="De Linde", **{"Sint Anna": [rows[0], rows[2]]})).readings
    assert {school: serials(share) for school, share in shares.items()} == {
        LINDE: ["5CD0000001"],
        ANNA: ["5CD0000002"],
    }


@pytest.mark.parametrize(
    "building", ["Hoofdgebouw", "gebouw B", "De dependance", "noodlokaal 2", "Oude gebouw", "unit 3"]
)
def test_a_building_is_a_part_of_the_school_and_no_other_one(building: str) -> None:
    rows = [HEADER, *((building, *row[1:]) for row in BOTH[1:3]), BOTH[3]]
    shares = split(read(rows)).readings
    assert {school: len(share.devices) for school, share in shares.items()} == {LINDE: 3}
    assert problem_places(shares[LINDE]) == []


@pytest.mark.parametrize("name", ["De Toverboom", "De Bouwsteen", "Unity", "Het Podium", "OBS De Zaal"])
def test_a_school_whose_name_is_like_a_building_is_still_asked_about(name: str) -> None:
    rows = [HEADER, *((name, *row[1:]) for row in BOTH[1:])]
    assert [problem.code for problem in split(read(rows)).readings[LINDE].open_problems] == ["school-unknown"]


def test_a_school_without_rows_is_there_only_when_no_other_is() -> None:
    others = [row for row in BOTH if row[0] != "De Linde"]
    assert list(split(read(others)).readings) == [ANNA]
    [share] = split(read(others), frozenset({LINDE})).readings.values()
    assert share.devices.empty
