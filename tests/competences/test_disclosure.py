"""No group under five is shown or to be worked out: not at once, not by laying figures side by side."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

import pytest

from planning.competences.disclosure import SMALLEST, Scan, at_least, keepable, release, shown_level

DAY = date(2018, 3, 1)


def spreads(teachers: int, levels: int) -> Iterator[tuple[int, ...]]:
    """Every way in which so many teachers can choose among so many levels."""
    if levels == 1:
        yield (teachers,)
        return
    for first in range(teachers + 1):
        for rest in spreads(teachers - first, levels - 1):
            yield (first, *rest)


def counts(spread: Sequence[int]) -> dict[int, int]:
    return dict(enumerate(spread, start=1))


def test_four_answers_show_nothing_and_five_show_a_mean() -> None:
    assert shown_level({2: 4}) is None
    assert shown_level({2: 5}) == 2.0


def test_a_mean_of_few_is_told_in_halves_and_of_many_in_fifths() -> None:
    assert shown_level({1: 5, 2: 1}) == 1.0  # 1.17
    assert shown_level({1: 4, 3: 4, 2: 1}) == 2.0
    assert shown_level({2: 9, 3: 6}) == 2.4


@pytest.mark.parametrize("teachers", range(SMALLEST, 25))
def test_who_knows_how_many_answered_and_every_rule_still_pins_no_group_under_five(teachers: int) -> None:
    possible: dict[float | None, list[tuple[int, ...]]] = {}
    for spread in spreads(teachers, 4):
        possible.setdefault(shown_level(counts(spread)), []).append(spread)
    pinned = [
        (shown, chosen)
        for shown, fitting in possible.items()
        for size in (1, 2, 3)
        for chosen in combinations(range(4), size)
        for numbers in [{sum(spread[level] for level in chosen) for spread in fitting}]
        if len(numbers) == 1 and 0 < next(iter(numbers)) < SMALLEST
    ]
    assert pinned == []


@pytest.mark.parametrize("teachers", range(SMALLEST, 13))
def test_nor_on_a_scale_of_six_levels(teachers: int) -> None:
    possible: dict[float | None, list[tuple[int, ...]]] = {}
    for spread in spreads(teachers, 6):
        possible.setdefault(shown_level(counts(spread)), []).append(spread)
    for fitting in possible.values():
        for level in range(6):
            numbers = {spread[level] for spread in fitting}
            assert not (len(numbers) == 1 and 0 < next(iter(numbers)) < SMALLEST)


def test_numbers_of_teachers_are_told_so_that_no_two_differ_by_a_group_under_five() -> None:
    told = {at_least(n) for n in range(200)}
    assert {(a - b) % SMALLEST for a in told for b in told} == {0}


def test_a_competence_that_few_answered_is_not_even_kept() -> None:
    assert keepable({"a": {1: 3, 2: 3}, "b": {1: 3, 2: 1}}) == {"a": {1: 3, 2: 3}}


def test_of_a_scan_that_kept_nothing_only_that_it_was_held_is_told() -> None:
    told = release(Scan("00AA00", DAY, "four", frozenset("a"), {}))
    assert told.is_too_small
    assert told.levels == {}


def test_what_is_told_of_a_scan_is_a_bound_and_rounded_means() -> None:
    told = release(Scan("00AA00", DAY, "four", frozenset("ab"), {"a": {2: 9, 3: 6}, "b": {3: 12}}))
    assert (told.teachers, told.levels) == (15, {"a": 2.4, "b": 3.0})
