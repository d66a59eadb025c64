"""Whatever anybody looks at, over all filters: nothing they see depends on a group under five."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from planning.competences.disclosure import SMALLEST
from planning.competences.service import CompetencesView, progress_of
from tests.competences.made import APRIL, AS_OF, MARCH, SCHOOLS, Counts, known, scan

Board = dict[tuple[str, date], Counts]

REACHES = (None, *(frozenset({school.school_id}) for school in SCHOOLS))
"""Everybody who may look: the whole board (chair, group ICT, i-Coach and others), or one school's coordinator."""

levels = st.dictionaries(st.integers(1, 4), st.integers(1, 9), max_size=4)
answers = st.fixed_dictionaries({"a": levels, "b": levels})
small = st.fixed_dictionaries({key: st.dictionaries(st.integers(1, 4), st.just(1), max_size=4) for key in "ab"})
boards = st.fixed_dictionaries({(school, day): answers for school in "ABC" for day in (MARCH, APRIL)})
places = st.sampled_from([(school, day) for school in "ABC" for day in (MARCH, APRIL)])


def board(answered: Board, reach: frozenset[str] | None) -> CompetencesView:
    return known(*(scan(school, day, counts) for (school, day), counts in answered.items()), reach=reach)


def views(of: CompetencesView) -> Iterator[object]:
    """Everything a screen, a tile or an export is made of, for every filter."""
    yield of.scans
    for day in (MARCH, APRIL, AS_OF):
        found = of.picture(day)
        yield found.gaps(), found.cells(), progress_of(of, day)
        for school in of.schools:
            yield found.cells(school.school_id), of.scans_of(school.school_id)


@given(boards, places, small)
@settings(max_examples=60)
def test_what_a_group_under_five_answered_changes_nothing_that_anybody_sees(
    answered: Board, place: tuple[str, date], other: Counts
) -> None:
    few = {"a": {1: 2, 2: 2}, "b": {3: 1}}
    for reach in REACHES:
        one = list(views(board({**answered, place: few}, reach)))
        assert one == list(views(board({**answered, place: other}, reach)))


@given(boards)
@settings(max_examples=60)
def test_no_two_numbers_of_teachers_on_any_view_differ_by_a_group_under_five(answered: Board) -> None:
    for reach in REACHES:
        told = [one.teachers for one in board(answered, reach).scans]
        sums = {sum(some) for size in range(len(told) + 1) for some in combinations(told, size)}
        assert {abs(a - b) for a in sums for b in sums} & set(range(1, SMALLEST)) == set()


@given(boards, places, answers)
@settings(max_examples=60)
def test_who_of_two_teachers_chose_what_changes_nothing_that_anybody_sees(
    answered: Board, place: tuple[str, date], more: Counts
) -> None:
    def with_two(*chosen: int) -> Board:
        counts = {key: {n: levels.get(n, 0) + chosen.count(n) for n in (1, 2, 3, 4)} for key, levels in more.items()}
        return {**answered, place: counts}

    for reach in REACHES:
        assert list(views(board(with_two(2, 3), reach))) == list(views(board(with_two(1, 4), reach)))


@given(boards, answers)
@settings(max_examples=40)
def test_a_coordinator_sees_the_same_whatever_another_school_answered(answered: Board, other: Counts) -> None:
    own = frozenset({"00AA00"})
    before = list(views(board(answered, own)))
    assert before == list(views(board({**answered, ("B", MARCH): other, ("C", APRIL): other}, own)))
