"""Systems beside each other, on literal lines: gaps, doubles, how many there are, and what they cost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.systems.model import LIVES, SystemLine, SystemsColumn
from planning.systems.rules import function_costs, systems_matrix, yearly_cents
from tests.systems.made import ANNA, BOARDS, BRUG, LAS, LINDE, column, line


def test_a_function_has_its_systems_by_how_many_schools_have_them() -> None:
    found = systems_matrix(
        [LAS], [column(LINDE, line(LINDE, "Berk")), column(ANNA, line(ANNA, "Eik")), column(BRUG, line(BRUG, "Eik"))]
    )
    row = found.rows[0]
    assert [(share.name, share.columns) for share in row.systems] == [("Eik", 2), ("Berk", 1)]
    assert row.cells == ((1,), (0,), (0,))
    assert len(found.several) == 1


def test_capitals_accents_and_spaces_make_no_other_system_and_the_way_it_is_written_most_is_shown() -> None:
    columns = [column(str(n), line(str(n), name)) for n, name in enumerate(("Beuk LAS", "beuk  las", "Beuk LAS"))]
    row = systems_matrix([LAS], columns).rows[0]
    assert [(share.name, share.columns) for share in row.systems] == [("Beuk LAS", 3)]


def test_a_white_spot_is_a_school_without_a_system_for_what_another_has_one_for() -> None:
    found = systems_matrix(
        [LAS, BOARDS], [column(LINDE, line(LINDE, "Berk")), column(ANNA, line(ANNA, "Schrijfvlak", "board"))]
    )
    assert [row.columns_of("gap") for row in found.rows] == [(1,), (0,)]
    assert found.gaps == 2


def test_a_school_of_which_nothing_was_filled_in_has_no_white_spots_and_is_said_to_be_unknown() -> None:
    found = systems_matrix([LAS], [column(LINDE, line(LINDE, "Berk")), column(ANNA)])
    assert found.rows[0].cells == ((0,), None)
    assert (found.gaps, [one.key for one in found.unknown]) == (0, [ANNA])


def test_a_function_nowhere_filled_in_makes_no_row() -> None:
    found = systems_matrix([LAS, BOARDS], [column(LINDE, line(LINDE, "Berk"))])
    assert ([row.function for row in found.rows], found.silent) == ([LAS], (BOARDS,))


def test_two_systems_for_one_function_at_one_school_are_a_double() -> None:
    found = systems_matrix([LAS], [column(LINDE, line(LINDE, "Berk"), line(LINDE, "Eik"))])
    assert (found.doubles, found.rows[0].kind(0)) == (1, "several")


def test_two_variants_of_one_system_are_no_double() -> None:
    found = systems_matrix([LAS], [column(LINDE, line(LINDE, "Berk", variant="a"), line(LINDE, "Berk", variant="b"))])
    assert (found.doubles, found.rows[0].cells) == (0, ((0,),))


@pytest.mark.parametrize(
    ("life", "counts"),
    [("plan", False), ("introducing", True), ("in_use", True), ("phasing_out", True), ("out", False)],
)
def test_only_what_a_school_has_now_counts(life: str, counts: bool) -> None:
    found = systems_matrix([LAS], [column(LINDE, line(LINDE, "Berk", life=life))])
    assert bool(found.rows) is counts


def test_a_board_is_a_column_as_well_as_a_school_is() -> None:
    ours = column("47920", line(LINDE, "Berk"), line(ANNA, "Eik"))
    theirs = column("44397", line("99AA00", "Eik"))
    row = systems_matrix([LAS], [ours, theirs]).rows[0]
    assert ([share.name for share in row.systems], row.cells) == (["Eik", "Berk"], ((0, 1), (0,)))


@pytest.mark.parametrize(
    ("per_pupil", "per_school", "pupils", "expected"),
    [
        (None, None, 100, None),
        (7_95, None, 100, 795_00),
        (7_95, 250_00, 100, 1045_00),
        (None, 250_00, None, 250_00),
        (7_95, 250_00, None, None),  # a part of it is not known
        (0, None, None, 0),
    ],
)
def test_a_line_costs_its_pupils_and_its_school(
    per_pupil: int | None, per_school: int | None, pupils: int | None, expected: int | None
) -> None:
    costs = line(LINDE, "Berk", per_pupil_cents=per_pupil, per_school_cents=per_school)
    assert yearly_cents(costs, pupils) == expected


def test_a_function_costs_per_pupil_of_the_schools_of_which_the_cost_is_known() -> None:
    columns = [
        column(LINDE, line(LINDE, "Berk", per_pupil_cents=8_00), pupils=100),
        column(ANNA, line(ANNA, "Eik", per_school_cents=1_000_00), pupils=300),
        column(BRUG, line(BRUG, "Eik"), pupils=200),
    ]
    cost = function_costs([LAS], columns)[0]
    assert (cost.cents, cost.pupils, cost.unknown, cost.cents_per_pupil) == (1_800_00, 400, 1, 4_50)


LINES = st.lists(
    st.builds(
        SystemLine,
        st.sampled_from([LINDE, ANNA, BRUG]),
        st.just("las"),
        st.sampled_from(["Berk", "Eik", "Iep"]),
        life=st.sampled_from(LIVES),
        per_pupil_cents=st.none() | st.integers(0, 20_00),
        per_school_cents=st.none() | st.integers(0, 5_000_00),
    ),
    max_size=12,
)


@given(LINES, st.integers(0, 400))
def test_the_parts_of_all_schools_add_up_to_the_whole(lines: list[SystemLine], pupils: int) -> None:
    keys = (LINDE, ANNA, BRUG)
    each = [column(key, *(one for one in lines if one.school_id == key), pupils=pupils) for key in keys]
    whole = SystemsColumn("all", "all", tuple(lines), pupils)
    of_all = sum(cost.cents for cost in function_costs([LAS], [whole]))
    assert sum(cost.cents for one in each for cost in function_costs([LAS], [one])) == of_all
    found = systems_matrix([LAS], each)
    if found.rows:
        row = found.rows[0]
        kinds = [row.kind(place) for place in range(3)]
        assert sum(share.columns for share in row.systems) == sum(len(cell or ()) for cell in row.cells)
        assert found.gaps == kinds.count("gap")
        assert found.doubles == kinds.count("several")
