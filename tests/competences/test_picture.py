"""Wanted against present: cells, gaps, changes, and what a small group does to them."""

from datetime import date

from planning.competences.picture import largest_gap, set_on
from planning.competences.service import progress_of
from tests.competences.made import APRIL, AS_OF, MARCH, MEMBERS, SET, known, scan

TEN_AT = {level: {"a": {level: 10}, "b": {level: 10}} for level in (1, 2, 3, 4)}


def test_a_cell_tells_level_gap_and_change_since_the_scan_before() -> None:
    found = known(scan("A", MARCH, TEN_AT[1]), scan("A", APRIL, TEN_AT[2])).picture(AS_OF)
    cell = found.cell("00AA00", MEMBERS[0])
    assert (cell.state, cell.level, cell.gap, cell.change) == ("shown", 2.0, 1.0, 1.0)


def test_a_school_with_four_answers_is_too_small_and_one_without_a_scan_is_not_known() -> None:
    found = known(scan("A", MARCH, {"a": {2: 4}, "b": {2: 4}})).picture(AS_OF)
    assert {cell.state for cell in found.cells("00AA00")} == {"too_small"}
    assert {cell.state for cell in found.cells("00BB00")} == {"none"}


def test_a_competence_that_was_not_asked_is_not_called_too_small() -> None:
    found = known(scan("A", MARCH, {"a": {2: 8}})).picture(AS_OF)
    assert [cell.state for cell in found.cells("00AA00")] == ["shown", "none"]


def test_a_gap_is_the_mean_over_the_schools_that_can_be_shown_and_the_small_one_takes_no_part() -> None:
    scans = [scan("A", MARCH, TEN_AT[1]), scan("B", MARCH, TEN_AT[2])]
    without = known(*scans).picture(AS_OF).gaps()[0]
    small = known(*scans, scan("C", MARCH, {"a": {4: 4}, "b": {4: 4}})).picture(AS_OF).gaps()[0]
    assert (without.level, without.gap, without.shown, without.too_small) == (1.5, 1.5, 2, 0)
    assert (small.level, small.gap, small.shown, small.too_small) == (1.5, 1.5, 2, 1)


def test_the_largest_gap_is_the_competence_furthest_below_its_wanted_level() -> None:
    found = largest_gap(known(scan("A", MARCH, TEN_AT[1])).picture(AS_OF).gaps())
    assert found is not None
    assert found.member.key == "a"
    assert largest_gap(known(scan("A", MARCH, TEN_AT[4])).picture(AS_OF).gaps()) is None


def test_schools_stand_in_alphabetical_order_whatever_their_level() -> None:
    found = known(scan("C", MARCH, TEN_AT[4]), scan("A", MARCH, TEN_AT[1])).picture(AS_OF)
    assert [school.name for school in found.schools] == ["School A", "School B", "School C"]


def test_a_picture_of_an_earlier_day_knows_no_later_scan_and_no_later_set() -> None:
    everything = known(scan("A", MARCH, TEN_AT[1]), scan("A", APRIL, TEN_AT[4]))
    assert everything.picture(MARCH).cell("00AA00", MEMBERS[0]).level == 1.0
    assert everything.picture(date(2018, 1, 1)).members == ()
    assert set_on([SET], date(2018, 1, 31)) is None


def test_progress_moves_with_a_scan() -> None:
    before = progress_of(known(scan("A", MARCH, TEN_AT[2])), AS_OF)
    after = progress_of(known(scan("A", MARCH, TEN_AT[2]), scan("B", APRIL, TEN_AT[3])), AS_OF)
    assert (before.schools_scanned, before.pairs_at_wanted, before.pairs_shown) == (1, 1, 2)
    assert (after.schools_scanned, after.pairs_at_wanted, after.pairs_shown) == (2, 3, 4)
    assert (after.adopted_on, after.competences, after.schools) == (date(2018, 2, 1), 2, 3)


def test_a_scan_of_last_year_does_not_count_for_this_plan_year_but_is_still_the_last_known_level() -> None:
    found = known(scan("A", MARCH, TEN_AT[2]))
    next_year = progress_of(found, date(2019, 3, 1))
    assert (next_year.schools_scanned, next_year.pairs_shown) == (0, 2)
