"""From a workbook to a kept inventory and back: preview, confirm, history, restore; on both engines."""

from datetime import date

import pytest

from planning.core.database import Database
from planning.core.rights import NotAllowed, Role
from planning.core.service import audit
from planning.inventory.guidance import Guidance
from planning.inventory.service import NotReady, Preview, confirm, fleets, history, lots, preview, restore
from planning.organisation.records import School, write_schools
from planning.workbooks.model import FileRefused
from tests.conftest import NOW, person
from tests.making import workbook

TODAY = date(2018, 5, 1)
COORDINATOR = person(Role.SCHOOL_ICT, "00AA00")
HEADER = ("Soort", "Merk", "Model", "Serienummer", "Aantal", "Aanschafdatum", "Status")
TWO_DEVICES = (
    ("Chromebook", "HP", "Chromebook 11 G5", "5CD0000001", 1, "2017", "in gebruik"),
    ("Chromebook", "HP", "Chromebook 11 G5", "5CD0000002", 1, "2017", "in gebruik"),
)
THREE_DEVICES = (*TWO_DEVICES, ("Laptop", "Lenovo", "ThinkPad L450", "PF000003", 1, "2016", "defect"))


@pytest.fixture
def school(database: Database) -> Database:
    with database.change(person(Role.GROUP_ICT), NOW) as change:
        write_schools(change, [School("00AA00", "De Linde", "Horst", "Bo"), School("00BB00", "Anna", "Horst", "Bo")])
        change.log("test", "scholen")
    return database


def look(database: Database, content: bytes, day: date = TODAY, **more: object) -> Preview:
    return preview(COORDINATOR, database, "00AA00", content, "lijst.xlsx", TODAY, Guidance(day, **more))


def test_a_preview_keeps_nothing(school: Database) -> None:
    before = school.data_version("11111")
    found = look(school, workbook([HEADER, *TWO_DEVICES]))
    assert (found.devices, found.countable(found.counted_on), found.totals["new"]) == (2, 2, 2)
    assert (history(COORDINATOR, school, "00AA00"), school.data_version("11111")) == ((), before)


def test_what_is_confirmed_is_what_was_previewed(school: Database) -> None:
    found = look(school, workbook([HEADER, *THREE_DEVICES]))
    kept = confirm(COORDINATOR, school, NOW, found)
    assert (kept.version, kept.devices, kept.changes["new"]) == (1, 3, 3)
    assert list(lots(COORDINATOR, school, "00AA00", 1)["serial"]) == ["5CD0000001", "5CD0000002", "PF000003"]
    held = fleets(COORDINATOR, school)
    assert int(held.cohorts["count"].sum()) == 3


def test_the_next_inventory_is_a_new_version_and_says_what_changed(school: Database) -> None:
    confirm(COORDINATOR, school, NOW, look(school, workbook([HEADER, *TWO_DEVICES]), date(2018, 4, 1)))
    found = look(school, workbook([HEADER, *THREE_DEVICES]))
    assert (found.before.version, found.totals) == (1, {"new": 1, "changed": 0, "unchanged": 2, "gone": 0})
    assert confirm(COORDINATOR, school, NOW, found).version == 2
    assert len(lots(COORDINATOR, school, "00AA00", 1)) == 2


def test_restoring_makes_a_new_version_and_removes_none(school: Database) -> None:
    confirm(COORDINATOR, school, NOW, look(school, workbook([HEADER, *TWO_DEVICES]), date(2018, 4, 1)))
    confirm(COORDINATOR, school, NOW, look(school, workbook([HEADER, *THREE_DEVICES])))
    kept = restore(COORDINATOR, school, NOW, "00AA00", 1)
    assert (kept.version, kept.restored_from, kept.devices) == (3, 1, 2)
    assert (kept.counted_on, kept.holds_from) == (date(2018, 4, 1), TODAY)
    assert len(history(COORDINATOR, school, "00AA00")) == 3
    assert look(school, workbook([HEADER, *TWO_DEVICES])).totals["unchanged"] == 2


def test_a_confirmation_after_a_colleagues_is_refused_and_keeps_nothing(school: Database) -> None:
    mine = look(school, workbook([HEADER, *TWO_DEVICES]))
    confirm(person(Role.GROUP_ICT), school, NOW, look(school, workbook([HEADER, *THREE_DEVICES])))
    with pytest.raises(NotReady) as refused:
        confirm(COORDINATOR, school, NOW, mine)
    assert (refused.value.code, refused.value.newest.devices) == ("changed_meanwhile", 3)
    assert len(history(COORDINATOR, school, "00AA00")) == 1


def test_an_inventory_with_open_choices_is_not_kept(school: Database) -> None:
    double = (*TWO_DEVICES, TWO_DEVICES[0])
    found = look(school, workbook([HEADER, *double]))
    assert not found.is_ready
    with pytest.raises(NotReady):
        confirm(COORDINATOR, school, NOW, found)
    answers = {problem.key: problem.choices[0].code for problem in found.reading.open_problems}
    assert confirm(COORDINATOR, school, NOW, look(school, workbook([HEADER, *double]), answers=answers)).version == 1


def test_a_coordinator_of_another_school_reaches_nothing_of_this_one(school: Database) -> None:
    found = look(school, workbook([HEADER, *TWO_DEVICES]))
    confirm(COORDINATOR, school, NOW, found)
    stranger = person(Role.SCHOOL_ICT, "00BB00")
    for forbidden in (
        lambda: preview(stranger, school, "00AA00", workbook([HEADER, *TWO_DEVICES]), "x.xlsx", TODAY),
        lambda: confirm(stranger, school, NOW, found),
        lambda: restore(stranger, school, NOW, "00AA00", 1),
        lambda: history(stranger, school, "00AA00"),
        lambda: lots(stranger, school, "00AA00", 1),
    ):
        with pytest.raises(NotAllowed):
            forbidden()
    assert fleets(stranger, school).versions == ()


def test_a_list_that_loses_most_devices_asks_whether_it_is_whole(school: Database) -> None:
    confirm(COORDINATOR, school, NOW, look(school, workbook([HEADER, *THREE_DEVICES]), date(2018, 4, 1)))
    assert look(school, workbook([HEADER, TWO_DEVICES[0]])).many_vanish
    assert not look(school, workbook([HEADER, *TWO_DEVICES])).many_vanish


def test_the_log_says_who_kept_which_file_and_what_it_changed(school: Database) -> None:
    confirm(COORDINATOR, school, NOW, look(school, workbook([HEADER, *TWO_DEVICES])))
    line = audit(person(Role.CHAIR), school).iloc[0]
    assert (line["person_name"], line["what"], line["subject"]) == ("Test school_ict", "inventory", "De Linde")
    assert (line["after"]["file"], line["after"]["new"]) == ("lijst.xlsx", 2)


def test_a_corrected_mapping_reads_the_column_it_names(school: Database) -> None:
    header = (*HEADER[:2], "Typ", *HEADER[3:])
    rows = [(*row[:2], row[2], *row[3:]) for row in TWO_DEVICES]
    sheet = look(school, workbook([header, *rows])).reading.sheets[0].sheet
    found = look(school, workbook([header, *rows]), columns={(sheet, "D"): None, (sheet, "C"): "model"})
    assert found.reading.devices["serial"].isna().all()
    assert set(found.reading.devices["model"]) == {"Chromebook 11 G5"}


def test_a_file_that_is_no_list_is_refused_and_nothing_is_kept(school: Database) -> None:
    with pytest.raises(FileRefused):
        look(school, b"not a workbook at all")
    assert history(COORDINATOR, school, "00AA00") == ()
