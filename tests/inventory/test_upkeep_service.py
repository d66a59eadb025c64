"""An inventory kept up without a list: changed, said to be right, merged, taken back; on both engines."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from email import message_from_bytes
from email.policy import default

import pytest

from planning.core.database import Database
from planning.core.refusal import Refused
from planning.core.rights import NotAllowed, Role
from planning.core.service import audit, save_person
from planning.core.work import carry_out_all
from planning.inventory import check_mail
from planning.inventory.service import confirm, fleets, history, lots, preview
from planning.inventory.upkeep_service import (
    CORRECTED,
    MOVED,
    Duplicate,
    LotChange,
    ask_schools,
    board_duplicates,
    change_lot,
    check,
    described,
    duplicates,
    filled_template,
    merge,
    merge_everywhere,
    take_back,
)
from tests.conftest import NOW, person, work_as_of_today
from tests.inventory.test_service import COORDINATOR, HEADER, THREE_DEVICES, TODAY, TWO_DEVICES, look
from tests.inventory.test_service import school as school
from tests.making import workbook
from tests.post import FakeServer

GROUP_ICT = person(Role.GROUP_ICT)
COUNTED = date(2018, 4, 1)
BROKEN = LotChange(0, "broken", TODAY)


@pytest.fixture
def counted(school: Database) -> Database:
    """A school with two devices, counted in April."""
    confirm(COORDINATOR, school, NOW, look(school, workbook([HEADER, *TWO_DEVICES]), COUNTED))
    return school


def hand_in_for_anna(database: Database) -> None:
    content = workbook([HEADER, ("Tablet", "Apple", "iPad Air", "DMPJ0001AA", 1, "2016", "in gebruik")])
    confirm(GROUP_ICT, database, NOW, preview(GROUP_ICT, database, "00BB00", content, "anna.xlsx", TODAY))


def newest(database: Database, school_id: str = "00AA00") -> tuple[int, int]:
    version = history(GROUP_ICT, database, school_id)[0]
    return version.version, version.devices


def test_a_device_that_broke_no_longer_counts_from_that_day_and_the_list_stays_as_old_as_it_was(
    counted: Database,
) -> None:
    kept = change_lot(COORDINATOR, counted, NOW, "00AA00", 1, BROKEN)
    assert (kept.version, kept.holds_from, kept.counted_on, kept.changes["changed"]) == (2, TODAY, COUNTED, 1)
    cohorts = fleets(COORDINATOR, counted).cohorts
    assert sorted(cohorts[cohorts["version"] == 2]["status"]) == ["broken", "in_use"]
    line = audit(GROUP_ICT, counted).iloc[0]
    assert (line["what"], line["after"]["what"], line["after"]["lot"]) == (
        "lot",
        "broken",
        "HP Chromebook 11 G5 5CD0000001",
    )


def test_what_happened_before_the_last_count_holds_from_that_count(counted: Database) -> None:
    kept = change_lot(COORDINATOR, counted, NOW, "00AA00", 1, LotChange(0, "broken", COUNTED - timedelta(9)))
    assert kept.holds_from == COUNTED


def test_a_device_that_moved_leaves_one_school_and_comes_to_the_other_and_both_are_taken_back_at_once(
    counted: Database,
) -> None:
    hand_in_for_anna(counted)
    moved = change_lot(GROUP_ICT, counted, NOW, "00AA00", 1, LotChange(0, MOVED, TODAY, to_school="00BB00"))
    assert (newest(counted), newest(counted, "00BB00")) == ((2, 1), (2, 2))
    assert "5CD0000001" in lots(GROUP_ICT, counted, "00BB00", 2)["serial"].tolist()
    take_back(GROUP_ICT, counted, NOW, "00AA00", moved.version)
    assert (newest(counted), newest(counted, "00BB00")) == ((1, 2), (1, 1))


def test_a_device_cannot_move_to_a_school_without_an_inventory_nor_to_one_out_of_reach(counted: Database) -> None:
    there = LotChange(0, MOVED, TODAY, to_school="00BB00")
    with pytest.raises(Refused, match="lot_nowhere_to_go"):
        change_lot(GROUP_ICT, counted, NOW, "00AA00", 1, there)
    with pytest.raises(NotAllowed):
        change_lot(COORDINATOR, counted, NOW, "00AA00", 1, there)
    assert newest(counted) == (1, 2)
    assert change_lot(COORDINATOR, counted, NOW, "00AA00", 1, LotChange(0, MOVED, TODAY)).devices == 1


def test_a_description_that_says_what_stands_there_already_makes_no_new_version(counted: Database) -> None:
    [first, _] = lots(COORDINATOR, counted, "00AA00", 1).iloc
    same = LotChange(0, CORRECTED, TODAY, described=described(first))
    with pytest.raises(Refused, match="lot_unchanged"):
        change_lot(COORDINATOR, counted, NOW, "00AA00", 1, same)
    assert newest(counted) == (1, 2)


def test_whoever_looked_at_an_older_inventory_is_told_so(counted: Database) -> None:
    change_lot(COORDINATOR, counted, NOW, "00AA00", 1, BROKEN)
    for act in (
        lambda: change_lot(COORDINATOR, counted, NOW, "00AA00", 1, BROKEN),
        lambda: check(COORDINATOR, counted, NOW, "00AA00", 1),
        lambda: merge(COORDINATOR, counted, NOW, "00AA00", 1, [Duplicate("brand", "HP", ("HP",), 1)]),
        lambda: take_back(COORDINATOR, counted, NOW, "00AA00", 1),
    ):
        with pytest.raises(Refused, match="inventory_changed_since"):
            act()
    assert newest(counted) == (2, 2)


def test_a_list_that_is_still_right_is_as_new_as_today(counted: Database) -> None:
    kept = check(COORDINATOR, counted, NOW, "00AA00", 1)
    assert (kept.counted_on, kept.holds_from, kept.changes["unchanged"], kept.layout) == (TODAY, TODAY, 2, "checked")
    take_back(COORDINATOR, counted, NOW, "00AA00", 2)
    assert history(COORDINATOR, counted, "00AA00")[0].counted_on == COUNTED


def test_a_first_inventory_can_be_taken_back_and_the_next_has_a_number_of_its_own(counted: Database) -> None:
    take_back(COORDINATOR, counted, NOW, "00AA00", 1)
    assert (history(COORDINATOR, counted, "00AA00"), fleets(COORDINATOR, counted).versions) == ((), ())
    assert confirm(COORDINATOR, counted, NOW, look(counted, workbook([HEADER, *THREE_DEVICES]))).version == 2


def test_a_list_that_took_devices_from_another_school_gives_them_back(counted: Database) -> None:
    hand_in_for_anna(counted)
    content = workbook([HEADER, TWO_DEVICES[0], ("Tablet", "Apple", "iPad Air", "DMPJ0001AA", 1, "2016", "in gebruik")])
    found = preview(GROUP_ICT, counted, "00BB00", content, "anna.xlsx", TODAY)
    answers = {problem.key: "moved_here" for problem in found.reading.open_problems}
    found = preview(GROUP_ICT, counted, "00BB00", content, "anna.xlsx", TODAY, found.guidance.with_answers(answers))
    kept = confirm(GROUP_ICT, counted, NOW, found)
    assert (newest(counted), newest(counted, "00BB00")) == ((2, 1), (2, 2))
    take_back(person(Role.SCHOOL_ICT, "00BB00"), counted, NOW, "00BB00", kept.version)
    assert (newest(counted), newest(counted, "00BB00")) == ((1, 2), (1, 1))


def test_names_are_merged_and_read_that_way_in_the_next_list(school: Database) -> None:
    rows = [("Laptop", "Zwolsoft", model, serial, 1, "2017", "") for model, serial in
            (("Zwolbook 3", "ZS10001"), ("Zwolbook 3", "ZS10002"), ("Zwol-book 3", "ZS10003"))]  # fmt: skip
    content = workbook([HEADER, *rows])
    confirm(COORDINATOR, school, NOW, look(school, content))
    [found] = duplicates(lots(COORDINATOR, school, "00AA00", 1))
    kept, remembered = merge(COORDINATOR, school, NOW, "00AA00", 1, [found])
    assert (kept.layout, [one.key for one in remembered]) == ("merged", ["zwolsoft zwol book 3"])
    assert look(school, content).totals == {"new": 0, "changed": 0, "unchanged": 3, "gone": 0}


def test_names_are_merged_at_every_school_in_one_step_and_taken_back_in_one(school: Database) -> None:
    def zwolbooks(*models: tuple[int, str]) -> bytes:
        return workbook([HEADER, *(("Laptop", "Zwolsoft", one, f"ZS1000{n}", 1, "2017", "") for n, one in models)])

    confirm(COORDINATOR, school, NOW, look(school, zwolbooks((1, "Zwolbook 3"), (2, "Zwolbook 3"))))
    anna = zwolbooks((3, "Zwol-book 3"))
    confirm(GROUP_ICT, school, NOW, preview(GROUP_ICT, school, "00BB00", anna, "anna.xlsx", TODAY))
    found = board_duplicates(GROUP_ICT, school)
    assert [(one.into, one.others) for one in found] == [("Zwolbook 3", ("Zwol-book 3",))]
    kept, _ = merge_everywhere(GROUP_ICT, school, NOW, found)
    assert [(one.school_id, one.layout) for one in kept] == [("00BB00", "merged")]
    assert board_duplicates(GROUP_ICT, school) == ()
    take_back(GROUP_ICT, school, NOW, "00BB00", kept[0].version)
    assert board_duplicates(GROUP_ICT, school) == found
    with pytest.raises(Refused, match="nothing_to_merge"):
        merge_everywhere(GROUP_ICT, school, NOW, [Duplicate("status", "in_use", ("broken",), 1)])
    with pytest.raises(NotAllowed):
        merge_everywhere(COORDINATOR, school, NOW, found)


def test_names_that_the_inventory_does_not_have_are_not_merged(counted: Database) -> None:
    with pytest.raises(Refused, match="nothing_to_merge"):
        merge(COORDINATOR, counted, NOW, "00AA00", 1, [Duplicate("status", "in_use", ("broken",), 1)])


def test_the_chair_asks_the_schools_until_a_day_and_can_stop(counted: Database) -> None:
    chair, due = person(Role.CHAIR), date(2018, 6, 1)
    assert ask_schools(chair, counted, NOW, due) == (None, 0)
    assert fleets(COORDINATOR, counted).check.due == due
    with pytest.raises(Refused, match="check_due_past"):
        ask_schools(chair, counted, NOW, date(2018, 4, 1))
    before, _mailed = ask_schools(chair, counted, NOW, None)
    assert (before.asked_on, fleets(COORDINATOR, counted).check) == (TODAY, None)
    ask_schools(chair, counted, NOW, before.due, date(2018, 4, 20))
    assert fleets(COORDINATOR, counted).check.asked_on == date(2018, 4, 20)


def test_coordinators_are_asked_by_mail_and_reminded_once_three_days_before(
    counted: Database, post: FakeServer
) -> None:
    def mailed(at: datetime) -> list[str]:
        check_mail.every_night(counted, at)
        carry_out_all(counted)
        return [to for to, _content in post.messages]

    administrator, chair = person(Role.ADMINISTRATOR), person(Role.CHAIR)
    work_as_of_today(counted)
    for one, account in ((COORDINATOR, "ict@x.nl"), (chair, "voorzitter@x.nl")):
        save_person(administrator, counted, NOW, replace(one, account=account))
    link = "https://ict.example.nl/inventaris"
    assert ask_schools(chair, counted, NOW, date(2018, 5, 20), link=link) == (None, 1)
    assert mailed(NOW + timedelta(days=15)) == ["ict@x.nl"]
    assert mailed(NOW + timedelta(days=16)) == ["ict@x.nl"] * 2
    assert mailed(NOW + timedelta(days=17)) == ["ict@x.nl"] * 2
    text = message_from_bytes(post.messages[1][1], policy=default).get_content()
    assert link in text
    assert "20‑5‑2018" in text
    check(COORDINATOR, counted, NOW + timedelta(days=17), "00AA00", 1)
    assert ask_schools(chair, counted, NOW + timedelta(days=17), date(2018, 6, 1), NOW.date(), link)[1] == 0


def test_without_a_mail_server_schools_are_asked_on_their_screens_only(counted: Database) -> None:
    with pytest.raises(Refused, match="no_mail_server"):
        ask_schools(person(Role.CHAIR), counted, NOW, date(2018, 6, 1), link="https://ict.example.nl")


def test_the_filled_template_handed_in_again_changes_nothing(counted: Database) -> None:
    found = look(counted, filled_template(COORDINATOR, counted, "00AA00"), None)
    assert (found.counted_on, found.totals) == (COUNTED, {"new": 0, "changed": 0, "unchanged": 2, "gone": 0})
    assert found.is_ready
