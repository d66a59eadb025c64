"""What was chosen once holds for the next list of the school, and for the others once it is shared; on both engines."""

from dataclasses import replace
from datetime import date

import pytest

from planning.core.database import Database
from planning.core.rights import NotAllowed, Role
from planning.core.service import audit
from planning.inventory.guidance import BOARD, GONE, Guidance
from planning.inventory.memory.service import (
    all_remembered,
    explain_model,
    forget,
    keep_choice,
    remembered_for,
)
from planning.inventory.service import Preview, confirm, preview
from planning.inventory.words.cell_words import DeviceModel
from planning.organisation.records import School, write_schools
from planning.workbooks.model import FileRefused
from tests.conftest import NOW, person
from tests.making import workbook
from tests.refusals import refused

LINDE, ANNA = "00AA00", "00BB00"
COORDINATOR, GROUP = person(Role.SCHOOL_ICT, LINDE), person(Role.GROUP_ICT)
STRANGER = person(Role.SCHOOL_ICT, ANNA)
TODAY = date(2018, 5, 1)
HEADER = ("Soort", "Model", "Zoveel", "Gebruiker")
ROWS = [HEADER, ("Laptop", "ThinkPad L450", 12, "Fenna de Vries"), ("Laptop", "ThinkPad L460", 3, "Daan Smit")]
COUNTS = {("Lijst", "C"): "count"}
STREAM = DeviceModel("HP", "Stream 11", "laptop")
UNKNOWN = [("Soort", "Model", "Aantal"), ("Yogaboekje", "Stroom 11", 4)]


@pytest.fixture
def school(database: Database) -> Database:
    with database.change(GROUP, NOW) as change:
        write_schools(change, [School(LINDE, "De Linde", "Horst", "Bo"), School(ANNA, "Sint Anna", "Horst", "Bo")])
        change.log("test", "scholen")
    return database


def look(database: Database, rows: list[tuple[object, ...]], who: object = COORDINATOR, **more: object) -> Preview:
    school_id = ANNA if who is STRANGER else LINDE
    return preview(who, database, school_id, workbook(rows), "lijst.xlsx", TODAY, Guidance(**more))


def next_year(rows: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return [tuple(reversed(row)) for row in rows]


def test_a_corrected_column_needs_no_correction_next_year(school: Database) -> None:
    assert look(school, ROWS).devices != 15
    confirm(COORDINATOR, school, NOW, look(school, ROWS, columns=COUNTS))
    found = look(school, next_year(ROWS))
    assert found.devices == 15
    assert [(one.chosen_by, one.chosen_at) for one in found.recalled.used] == [(COORDINATOR.name, NOW)]


def test_a_list_that_was_right_at_once_leaves_nothing_to_remember(school: Database) -> None:
    confirm(COORDINATOR, school, NOW, look(school, [("Soort", "Model", "Aantal"), *[row[:3] for row in ROWS[1:]]]))
    assert remembered_for(COORDINATOR, school, LINDE) == ()


def test_of_the_headings_only_the_corrected_one_is_kept_and_no_cell(school: Database) -> None:
    confirm(COORDINATOR, school, NOW, look(school, ROWS, columns=COUNTS))
    [kept] = remembered_for(COORDINATOR, school, LINDE)
    assert kept.value == {"columns": {"zoveel": "count"}, "answers": {}, "layout": None, "pointed_out": False}
    logged = audit(person(Role.CHAIR), school)
    assert "Fenna" not in logged.to_json() + repr(kept)
    line = logged[logged["what"] == "mapping"].iloc[0]
    assert (line["subject"], line["after"]["columns"]) == ("De Linde", {"zoveel": "count"})


def test_another_school_does_not_read_with_it_until_it_is_shared(school: Database) -> None:
    confirm(COORDINATOR, school, NOW, look(school, ROWS, columns=COUNTS))
    assert look(school, ROWS, STRANGER).devices != 15
    confirm(GROUP, school, NOW, look(school, ROWS, GROUP), share=True)
    assert look(school, ROWS, STRANGER).devices == 15


def test_only_the_group_shares(school: Database) -> None:
    found = look(school, ROWS, columns=COUNTS)
    with pytest.raises(NotAllowed):
        confirm(COORDINATOR, school, NOW, found, share=True)
    assert remembered_for(COORDINATOR, school, LINDE) == ()


def test_what_is_recalled_can_be_left_unused_and_is_then_forgotten(school: Database) -> None:
    confirm(COORDINATOR, school, NOW, look(school, ROWS, columns=COUNTS))
    found = look(school, ROWS, earlier=(), rest=GONE)
    assert found.devices != 15
    confirm(COORDINATOR, school, NOW, found)
    assert look(school, ROWS).recalled.used == ()


def test_reading_again_with_what_was_recalled_reads_the_same(school: Database) -> None:
    confirm(COORDINATOR, school, NOW, look(school, ROWS, columns=COUNTS))
    first = look(school, ROWS)
    again = look(school, ROWS, earlier=first.guidance.earlier)
    assert (again.devices, again.recalled) == (15, first.recalled)


def test_the_way_a_sheet_is_to_be_read_is_remembered(school: Database) -> None:
    beside = [
        ("Laptops", "", "", "", "iPads", "", ""),
        ("Model", "Aantal", "Jaar", "", "Model", "Aantal", "Jaar"),
        ("ThinkPad L450", 10, 2016, "", "iPad Air 2", 3, 2015),
        ("ThinkPad L460", 5, 2017, "", "iPad Air", 4, 2014),
    ]
    [sheet] = look(school, beside).reading.sheets
    assert (sheet.layout, "lots" in {offer.layout for offer in sheet.offers}) == ("side_by_side", True)
    chosen = {"Lijst": "lots"}
    asked = look(school, beside, layouts=chosen).reading.open_problems
    answers = {problem.key: problem.choices[0].code for problem in asked}
    confirm(COORDINATOR, school, NOW, look(school, beside, layouts=chosen, answers=answers))
    found = look(school, beside)
    assert (found.reading.sheets[0].layout, found.recalled.layouts) == ("lots", ("lots",))
    assert look(school, beside, earlier=()).reading.sheets[0].layout == "side_by_side"


def test_headings_that_were_pointed_out_are_found_next_year_wherever_they_stand(school: Database) -> None:
    strange = [("Ding", "Exemplaar", "Stuks daarvan"), ("ThinkPad L450", "laptop", 12)]
    with pytest.raises(FileRefused):
        look(school, strange)
    pointed = {"Lijst": 1}
    columns = {("Lijst", "A"): "model", ("Lijst", "B"): "kind", ("Lijst", "C"): "count"}
    found = look(school, strange, headers=pointed, columns=columns)
    confirm(COORDINATOR, school, NOW, found)
    lower = [("Onze lijst", "", ""), ("", "", ""), *strange]
    again = look(school, lower)
    assert (again.devices, again.is_ready) == (12, True)
    confirm(COORDINATOR, school, NOW, again)
    assert look(school, strange).devices == 12


def test_an_explained_model_is_read_from_then_on(school: Database) -> None:
    assert look(school, UNKNOWN).reading.open_problems
    explain_model(COORDINATOR, school, NOW, LINDE, "Stroom 11", STREAM)
    reading = look(school, UNKNOWN).reading
    assert not reading.open_problems
    assert reading.devices[["kind", "brand", "model", "model_as_written"]].iloc[0].tolist() == [
        "laptop", "HP", "Stream 11", "Stroom 11",
    ]  # fmt: skip


def test_a_model_the_group_explains_holds_for_all_schools_and_a_coordinators_for_the_own(school: Database) -> None:
    explain_model(COORDINATOR, school, NOW, LINDE, "Stroom 11", STREAM)
    assert look(school, UNKNOWN, STRANGER).reading.open_problems
    explain_model(GROUP, school, NOW, LINDE, "Stroom 11", STREAM)
    assert not look(school, UNKNOWN, STRANGER).reading.open_problems
    assert {one.scope for one in all_remembered(GROUP, school)} == {BOARD, LINDE}


def test_a_forgotten_model_is_unknown_again_and_comes_back_undone(school: Database) -> None:
    choice = explain_model(GROUP, school, NOW, LINDE, "Stroom 11", STREAM)
    forget(GROUP, school, NOW, choice)
    assert look(school, UNKNOWN).reading.open_problems
    keep_choice(GROUP, school, NOW, choice)
    assert not look(school, UNKNOWN).reading.open_problems


@pytest.mark.parametrize(
    ("text", "model", "code", "field"),
    [
        ("Stroom 11", replace(STREAM, kind="broodrooster"), "model_without_kind", "kind"),
        ("Stroom 11", replace(STREAM, name=""), "model_name_out_of_range", "name"),
        ("Stroom 11", replace(STREAM, name="laptop van Fenna de Vries"), "model_names_a_person", "name"),
        ("", STREAM, "model_without_text", "text"),
    ],
)
def test_an_explanation_that_explains_nothing_is_refused(
    school: Database, text: str, model: DeviceModel, code: str, field: str
) -> None:
    with refused((code, field)):
        explain_model(COORDINATOR, school, NOW, LINDE, text, model)
    assert remembered_for(COORDINATOR, school, LINDE) == ()


def test_nobody_explains_or_forgets_for_a_school_that_is_not_theirs(school: Database) -> None:
    mine = explain_model(COORDINATOR, school, NOW, LINDE, "Stroom 11", STREAM)
    boards = explain_model(GROUP, school, NOW, LINDE, "Stroom 12", STREAM)
    for forbidden in (
        lambda: explain_model(STRANGER, school, NOW, LINDE, "x 1", STREAM),
        lambda: forget(STRANGER, school, NOW, mine),
        lambda: forget(COORDINATOR, school, NOW, boards),
        lambda: remembered_for(STRANGER, school, LINDE),
        lambda: all_remembered(COORDINATOR, school),
    ):
        with pytest.raises(NotAllowed):
            forbidden()
    assert len(all_remembered(GROUP, school)) == 2


def test_another_board_sees_nothing_of_it(school: Database) -> None:
    explain_model(GROUP, school, NOW, LINDE, "Stroom 11", STREAM)
    assert all_remembered(person(Role.GROUP_ICT, board_id="22222"), school) == ()
