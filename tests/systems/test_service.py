"""Systems in the store, on both engines: who reads, who keeps, what is undone, and what the log says of it."""

from dataclasses import replace
from datetime import date

import pytest

from planning.core.database import Database
from planning.core.rights import NotAllowed, Role
from planning.core.service import audit
from planning.goals import service as goals
from planning.goals.plan import Milestone
from planning.organisation.records import School, write_schools
from planning.privacy import register_service
from planning.privacy.registers import Processor
from planning.systems.functions import FunctionChoice
from planning.systems.list_table import lines_excel, lines_frame
from planning.systems.model import SystemLine
from planning.systems.service import (
    import_lines,
    plan_step,
    put_back,
    remove_lines,
    reset_function,
    save_function,
    save_lines,
    systems_view,
)
from tests.conftest import NOW, person
from tests.making import workbook
from tests.own_board import BOARD
from tests.refusals import refused
from tests.systems.made import ANNA, LINDE, line
from tests.systems.test_list_file import FULL

GROUP, OF_LINDE = person(Role.GROUP_ICT), person(Role.SCHOOL_ICT, LINDE)
CHAIR = person(Role.CHAIR)


@pytest.fixture
def schools(database: Database) -> Database:
    with database.change(person(Role.ADMINISTRATOR), NOW) as change:
        write_schools(change, [School(LINDE, "De Linde", "Horst", "Bo"), School(ANNA, "Sint Anna", "Horst", "Bo")])
        change.log("schools", "DUO", None, {"schools": 2, "changed": 2})
    return database


def kept(database: Database) -> tuple[SystemLine, ...]:
    return systems_view(GROUP, database).lines


def test_a_line_is_kept_whole_changed_removed_and_put_back(schools: Database) -> None:
    (before, first), = save_lines(GROUP, schools, NOW, [FULL])  # fmt: skip
    assert (before, first) == (None, replace(FULL, line_id=1, recorded_on=date(2018, 5, 1)))
    assert kept(schools) == (first,)
    assert first is not None
    changed = save_lines(GROUP, schools, NOW, [replace(first, system="Eik")])
    removed = remove_lines(GROUP, schools, NOW, [replace(first, system="Eik")])
    assert kept(schools) == ()
    put_back(GROUP, schools, NOW, removed)
    put_back(GROUP, schools, NOW, changed)
    assert kept(schools) == (first,)
    put_back(GROUP, schools, NOW, [(None, first)])
    assert kept(schools) == ()


def test_all_lines_of_a_change_are_kept_or_none(schools: Database) -> None:
    version = schools.data_version("11111")
    with refused(("system_without_name", "system")):
        save_lines(GROUP, schools, NOW, [line(LINDE, "Berk"), line(ANNA, " ")])
    assert (kept(schools), schools.data_version("11111")) == ((), version)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"owner": "Ahmed"}, ("role_is_a_person", "owner")),
        ({"starts_on": date(2018, 1, 1), "ends_on": date(2017, 1, 1)}, ("contract_ends_first", "ends_on")),
        ({"ends_on": date(2019, 1, 1), "notice_on": date(2019, 2, 1)}, ("notice_after_end", "notice_on")),
        ({"notice_on": date(2019, 2, 1)}, ("notice_without_end", "ends_on")),
        ({"in_use_on": date(2018, 8, 1), "out_on": date(2018, 7, 31)}, ("use_ends_first", "out_on")),
        ({"judged_on": date(2018, 5, 2)}, ("system_day_to_come", "judged_on")),
        ({"per_pupil_cents": -1}, ("system_cost_out_of_range", "per_pupil_cents")),
        ({"satisfaction": 6}, ("satisfaction_out_of_range", "satisfaction")),
        ({"supplier": "x" * 121}, ("system_text_too_long", "supplier")),
        ({"function": "kantine"}, ("system_function_gone", "function")),
    ],
)
def test_a_line_that_cannot_be_is_refused(schools: Database, wrong: dict[str, object], reason: tuple[str, str]) -> None:
    with refused(reason):
        save_lines(GROUP, schools, NOW, [replace(line(LINDE, "Berk"), **wrong)])


def test_a_system_is_there_once_for_a_function_but_may_have_variants(schools: Database) -> None:
    save_lines(GROUP, schools, NOW, [line(LINDE, "Berk"), line(LINDE, "Berk", variant="plus"), line(ANNA, "Berk")])
    with refused(("system_there_already", "system")):
        save_lines(GROUP, schools, NOW, [line(LINDE, "BERK")])
    with refused(("system_there_already", "system")):
        save_lines(GROUP, schools, NOW, [line(LINDE, "Eik"), line(LINDE, "Eik")])


def test_a_coordinator_fills_in_the_own_school_and_sees_nothing_of_another(schools: Database) -> None:
    (_before, of_anna), = save_lines(GROUP, schools, NOW, [line(ANNA, "Berk")])  # fmt: skip
    save_lines(OF_LINDE, schools, NOW, [line(LINDE, "Eik")])
    assert [one.school_id for one in systems_view(OF_LINDE, schools).lines] == [LINDE]
    assert of_anna is not None
    for attempt in (
        lambda: save_lines(OF_LINDE, schools, NOW, [line(ANNA, "Iep")]),
        lambda: remove_lines(OF_LINDE, schools, NOW, [of_anna]),
        lambda: put_back(OF_LINDE, schools, NOW, [(None, of_anna)]),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    with refused(("system_line_gone", None)):  # the number of another school's line
        save_lines(OF_LINDE, schools, NOW, [replace(of_anna, school_id=LINDE)])
    with refused(("system_line_gone", None)):
        remove_lines(OF_LINDE, schools, NOW, [replace(of_anna, school_id=LINDE)])
    with refused(("system_line_gone", None)):
        put_back(OF_LINDE, schools, NOW, [(None, replace(of_anna, school_id=LINDE))])
    assert of_anna in kept(schools)


def test_who_only_reads_keeps_nothing(schools: Database) -> None:
    for role in (Role.CHAIR, Role.ICOACH, Role.PRIVACY_OFFICER):
        with pytest.raises(NotAllowed):
            save_lines(person(role), schools, NOW, [line(LINDE, "Berk")])
        with pytest.raises(NotAllowed):
            import_lines(person(role), schools, NOW, b"", "lijst.xlsx", apply=False)


def test_another_board_has_its_own_systems(schools: Database) -> None:
    save_lines(GROUP, schools, NOW, [line(LINDE, "Berk")])
    elsewhere = person(Role.GROUP_ICT, board_id="22222")
    assert systems_view(elsewhere, schools).lines == ()
    with pytest.raises(LookupError):
        save_lines(elsewhere, schools, NOW, [line(LINDE, "Berk")])


def test_the_register_is_held_against_systems_only_for_who_may_read_it(schools: Database) -> None:
    register_service.save(person(Role.PRIVACY_OFFICER), schools, NOW, Processor("Leveranciers BV"))
    assert systems_view(OF_LINDE, schools).processors is None
    assert [one.party for one in systems_view(CHAIR, schools).processors or ()] == ["Leveranciers BV"]


LIST = workbook(
    [
        ("School", "Functie", "Systeem", "Leverancier"),
        ("De Linde", "LAS", "Berk", "A BV"),
        ("De Linde", "LVS", "Eik", ""),
        ("Sint Anna", "LAS", "Berk", ""),
        (LINDE, "MDM", "Iep", ""),
    ]
)


def test_an_import_says_first_what_it_would_change_and_is_undone_as_a_whole(schools: Database) -> None:
    save_lines(GROUP, schools, NOW, [line(LINDE, "Berk", satisfaction=4)])
    before, version = kept(schools), schools.data_version("11111")
    seen = import_lines(GROUP, schools, NOW, LIST, "lijst.xlsx", apply=False)
    assert (seen.rows, seen.added, seen.changed, seen.schools) == (4, 3, 1, ("De Linde", "Sint Anna"))
    assert (kept(schools), schools.data_version("11111")) == (before, version)
    done = import_lines(GROUP, schools, NOW, LIST, "lijst.xlsx", apply=True)
    assert len(kept(schools)) == 4
    assert kept(schools)[0] == replace(before[0], supplier="A BV")  # an empty cell leaves what is there
    put_back(GROUP, schools, NOW, done.changes)
    assert kept(schools) == before


def test_our_own_export_imports_unchanged(schools: Database) -> None:
    save_lines(GROUP, schools, NOW, [FULL, line(ANNA, "Eik"), line(ANNA, "Iep", "mdm", has_personal_data=False)])
    view = systems_view(GROUP, schools)
    content = lines_excel(lines_frame(view.lines, view.schools, view.functions), BOARD, date(2018, 5, 1))
    found = import_lines(GROUP, schools, NOW, content, "systemen.xlsx", apply=True)
    assert (found.rows, found.added, found.changed, found.problems) == (3, 0, 0, ())


def test_a_coordinator_who_imports_the_list_of_the_board_gets_the_own_school_and_is_told_of_the_others(
    schools: Database,
) -> None:
    found = import_lines(OF_LINDE, schools, NOW, LIST, "lijst.xlsx", apply=True)
    assert (found.added, [(one.code, one.row) for one in found.problems]) == (3, [("school_unknown", 4)])
    assert {one.school_id for one in kept(schools)} == {LINDE}


def test_a_row_that_cannot_be_kept_is_told_and_the_others_come_in(schools: Database) -> None:
    content = workbook(
        [("School", "Functie", "Systeem", "Contract sinds", "Contract tot"),
         ("De Linde", "LAS", "Berk", "1-8-2018", "31-7-2018"), ("De Linde", "LVS", "Eik", "", "")]
    )  # fmt: skip
    found = import_lines(GROUP, schools, NOW, content, "lijst.xlsx", apply=True)
    assert (found.added, [(one.code, one.row) for one in found.problems]) == (1, [("refused", 2)])


def test_the_log_tells_a_line_by_its_fields_and_a_list_by_its_schools(schools: Database) -> None:
    save_lines(GROUP, schools, NOW, [line(LINDE, "Berk", ends_on=date(2019, 7, 31))])
    import_lines(GROUP, schools, NOW, LIST, "lijst.xlsx", apply=True)
    lines = audit(CHAIR, schools)
    assert list(lines["what"]) == ["system_lines", "system_lines", "system_line", "schools"]
    assert lines.iloc[0][["subject", "after"]].tolist() == [LINDE, {"changed": 1, "added": 2}]
    assert lines.iloc[2][["subject", "before", "after"]].tolist() == [
        f"{LINDE} Berk", None, {"function": "las", "system": "Berk", "ends_on": "2019-07-31", "life": "in_use"},
    ]  # fmt: skip


def test_a_function_gets_another_name_is_added_and_goes_again_unless_it_is_in_use(schools: Database) -> None:
    save_function(GROUP, schools, NOW, FunctionChoice("las", "pupils", "Administratie", True))
    added = save_function(GROUP, schools, NOW, FunctionChoice("", "pupils", "Schoolplein-app", True))
    view = systems_view(GROUP, schools)
    assert (view.function("las").name, view.function(added.code).name) == ("Administratie", "Schoolplein-app")
    held = save_lines(GROUP, schools, NOW, [line(LINDE, "Berk", added.code)])
    with refused(("function_in_use", None)):
        reset_function(GROUP, schools, NOW, added.code)
    put_back(GROUP, schools, NOW, held)
    for code in (added.code, "las"):
        reset_function(GROUP, schools, NOW, code)
    assert systems_view(GROUP, schools).choices == ()
    with refused(("system_function_gone", None)):
        save_function(GROUP, schools, NOW, FunctionChoice("kantine", "pupils", "Kantine", True))
    with pytest.raises(NotAllowed):
        save_function(OF_LINDE, schools, NOW, FunctionChoice("", "pupils", "Iets", True))


STEP = Milestone(0, 3, 1, "Eén leerlingadministratie", "één LAS", "bovenschools ICT-coördinator", date(2019, 7, 31))


def test_a_harmonising_step_is_a_milestone_of_the_goal_plan(schools: Database) -> None:
    goals.begin_year(CHAIR, schools, NOW, 2018, with_goals=True)
    step = plan_step(GROUP, schools, NOW, 2018, STEP, "las", "Berk")
    found = goals.plan(CHAIR, schools, 2018)
    assert found is not None
    assert [(one.milestone, one.title, one.due) for one in found.milestones] == [
        (step.milestone, "Eén leerlingadministratie", date(2019, 7, 31))
    ]
    assert systems_view(CHAIR, schools).steps == (step,)
    assert list(audit(CHAIR, schools)["what"])[:2] == ["milestone", "system_step"]


def test_a_step_needs_a_plan_and_a_sub_goal_and_leaves_nothing_behind_where_it_is_refused(schools: Database) -> None:
    with refused(("step_without_plan", None)):
        plan_step(CHAIR, schools, NOW, 2018, STEP, "las")
    goals.begin_year(CHAIR, schools, NOW, 2018, with_goals=True)
    with refused(("step_without_sub_goal", "part")):
        plan_step(CHAIR, schools, NOW, 2018, replace(STEP, goal=99), "las")
    with refused(("milestone_far_from_year", "due")):
        plan_step(CHAIR, schools, NOW, 2018, replace(STEP, due=date(2025, 1, 1)), "las")
    with pytest.raises(NotAllowed):
        plan_step(OF_LINDE, schools, NOW, 2018, STEP, "las")
    assert systems_view(CHAIR, schools).steps == ()
