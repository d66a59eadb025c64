"""What a board may choose, and who may be on it."""

import pytest

from planning.core.board_rules import (
    board_reasons,
    new_person_id,
    person_reasons,
    read_target,
    removal_reasons,
    target_reasons,
)
from planning.core.refusal import Reason, refuse
from planning.core.rights import Person, Role
from tests.refusals import assert_reasons, refused

ANNA = Person("anna", "11111", "Anna", Role.ADMINISTRATOR)
BAS = Person("bas", "11111", "Bas", Role.ADMINISTRATOR)
CARLA = Person("carla", "11111", "Carla", Role.READER)


@pytest.mark.parametrize(
    ("text", "target"),
    [("4", 4.0), (" 2,5 ", 2.5), ("2.5", 2.5), ("1 op 3,5", 3.5), ("1 in 6", 6.0), ("1:4", 4.0), ("1 OP 4", 4.0)],
)
def test_a_target_is_read_as_people_write_it(text: str, target: float) -> None:
    assert read_target(text) == target


@pytest.mark.parametrize("text", ["", "vier", "4 of 5", "-4", "1 op", "4,", "2 op 4"])
def test_a_target_that_is_no_number_is_refused_with_what_was_read(text: str) -> None:
    with refused(("target_unreadable", "pupils_per_device")) as reasons:
        read_target(text)
    assert reasons[0].values == {"read": text.strip()}


@pytest.mark.parametrize(("target", "refused"), [(0.5, True), (1.0, False), (20.0, False), (20.5, True)])
def test_a_target_lies_between_one_and_twenty_pupils_a_device(target: float, refused: bool) -> None:
    assert bool(target_reasons(target)) is refused


def test_all_settings_that_cannot_be_are_told_at_once() -> None:
    settings = {"pupils_per_device": 0.0, "nearly_share": 0.51, "stale_after_days": 0}
    assert_reasons(
        board_reasons(settings),
        ("target_out_of_range", "pupils_per_device"),
        ("nearly_out_of_range", "nearly_share"),
        ("stale_out_of_range", "stale_after_days"),
    )


@pytest.mark.parametrize(
    "settings",
    [{"nearly_share": 0.0}, {"nearly_share": 0.5}, {"stale_after_days": 1}, {"stale_after_days": 1095}, {"name": "X"}],
)
def test_settings_at_the_edge_are_fine(settings: dict[str, object]) -> None:
    assert board_reasons(settings) == []


def test_a_school_coordinator_needs_a_school_and_others_do_not() -> None:
    coordinator = Person("dirk", "11111", "Dirk", Role.SCHOOL_ICT)
    assert person_reasons(coordinator, [ANNA]) == [Reason("coordinator_without_school", "school_ids")]
    assert person_reasons(Person("dirk", "11111", "Dirk", Role.READER), [ANNA]) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [("", "person_without_name"), ("   ", "person_without_name"), ("x" * 121, "person_name_too_long")],
)
def test_a_name_is_there_and_fits(name: str, code: str) -> None:
    assert_reasons(person_reasons(Person("", "11111", name, Role.READER), [ANNA]), (code, "name"))


def test_the_only_administrator_stays_one_until_there_is_another() -> None:
    demoted = Person("anna", "11111", "Anna", Role.READER)
    assert person_reasons(demoted, [ANNA, CARLA]) == [Reason("last_administrator", "role", {"name": "Anna"})]
    assert person_reasons(demoted, [ANNA, BAS]) == []


def test_the_only_administrator_cannot_be_removed_and_nobody_removes_themselves() -> None:
    operator = Person("operator", "11111", "Vlootplan", Role.ADMINISTRATOR)
    assert_reasons(removal_reasons(ANNA, [ANNA, CARLA], operator), ("last_administrator", None))
    assert_reasons(removal_reasons(ANNA, [ANNA, BAS], ANNA), ("removing_oneself", None))
    assert removal_reasons(BAS, [ANNA, BAS], ANNA) == []


@pytest.mark.parametrize(
    ("name", "taken", "key"),
    [
        ("Zoë de Wit", [], "zoe-de-wit"),
        ("Jan", ["jan"], "jan-2"),
        ("Jan", ["jan", "jan-2"], "jan-3"),
        ("李", [], "persoon"),
        ("x" * 80, [], "x" * 30),
    ],
)
def test_a_new_person_gets_a_short_key_of_their_own(name: str, taken: list[str], key: str) -> None:
    assert new_person_id(name, taken) == key


def test_without_a_reason_nothing_is_refused() -> None:
    refuse([])
    with refused(("person_without_name", "name"), ("removing_oneself", None)):
        refuse([Reason("person_without_name", "name"), Reason("removing_oneself")])
