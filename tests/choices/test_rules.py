"""What a variant gives and costs: against a script written apart, and that nothing is created or lost."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.choices.figures import OwnValue, figures_on, with_own
from planning.choices.model import FTE, POSTS, SchoolMeans, Variant
from planning.choices.rules import (
    DevicePrice,
    Rates,
    choosing_reasons,
    differences,
    figure_reasons,
    means_of,
    means_reasons,
    money_reasons,
    moved,
    rates_of,
    sums_of,
    teaching_cents,
    totals,
    variant_reasons,
    yearly_of,
)
from tests.choices import independent
from tests.refusals import assert_reasons

SCHOOL = "00AA00"
RATES = Rates(85_000_00, 1_659_00, 500_00, 80_00, 228_00, 51_24)
CHROMEBOOK = DevicePrice("chromebook", 350_00, 5)
MEANS = SchoolMeans(SCHOOL, 2025, per_pupil_cents=100_00, fixed_cents=500_00, formation=9 * FTE)
NOW = Variant(SCHOOL, 2025, 1, "Zoals nu", fte=2_000, yearly={"training": 1_000_00})


def sums(variant: Variant, means: SchoolMeans = MEANS, yearly: int = 20_000_00, pupils: int | None = 195):
    return sums_of(variant, means, yearly, pupils, RATES, CHROMEBOOK)


def test_a_tenth_of_a_teacher_is_8500_euros_every_year_or_121_chromebooks_kept_standing() -> None:
    apart = independent.hours_given_up("0.1", "85000")
    assert apart == 8_500
    assert independent.kept_standing(apart, 350, 5) == (121, 150)
    assert independent.bought_at_once(apart, 350) == (24, 100)
    assert teaching_cents(1_000, RATES) == 8_500_00
    found = sums(Variant(SCHOOL, 2025, 1, "Devices", yearly={"devices": 8_500_00}, once={"devices": 8_500_00}))
    assert (found.standing, found.standing_rest) == (121, 150_00)
    assert (found.bought_once, found.once_rest) == (24, 100_00)
    assert found.all_in == int(apart / 228) == 37
    assert found.of("devices").per_pupil == 43_59  # 44 euros for each of 195 pupils
    assert (found.of("teaching").once, found.of("teaching").yearly) == (0, 0)


def test_what_is_bought_once_is_paid_for_after_the_term_and_the_rest_is_told() -> None:
    found = sums(replace(NOW, fte=1_000, once={"devices": 42_350_00}), yearly=18_000_00)
    assert found.left == 8_500_00
    assert found.left_in_term == 150_00
    assert Fraction(found.left_in_term, 100) == independent.left_after(
        5, Fraction(18_000), Fraction(9_500), Fraction(42_350)
    )
    assert found.advance == 42_350_00 - 8_500_00
    assert money_reasons(found) == []


def test_training_costs_the_hours_of_those_trained_too() -> None:
    found = sums(replace(NOW, yearly={"training": 4_600_00}))
    hours = independent.hours_of_training(Fraction(4_600), 500, 80)
    assert Fraction(found.training_hours, 100) == hours == 736
    assert found.training_per_teacher == 80_00  # of 9,2 fte
    assert found.training_time_cents == round(hours / 1_659 * 85_000 * 100)


def test_money_for_support_is_hours_and_for_automation_hours_it_has_to_save() -> None:
    found = sums(replace(NOW, yearly={"support": 1_000_00, "automation": 1_000_00}, once={"support": 500_00}))
    apart = independent.hours_for(Fraction(1_000), "51.24")
    assert found.support_hours == round(apart * 100) == 19_52
    assert found.support_hours_once == round(apart / 2 * 100)
    assert found.automation_hours == round(1_000 / independent.hours_given_up("1", "85000") * 1_659 * 100) == 19_52


def test_an_hour_of_support_costs_what_an_hour_of_a_teacher_does_on_every_day_of_the_table() -> None:
    days = [one.since for one in with_own([]) if one.code == "support_hour"]
    assert days
    for day in days:
        assert day is not None
        known = figures_on(day, with_own([]))
        hour = Fraction(known["teacher_cost"].hundredths, known["hours_per_fte"].hundredths)
        assert round(hour * 100) == known["support_hour"].hundredths


def test_pupils_per_teacher_need_a_formation_and_a_count() -> None:
    assert sums(NOW).pupils_per_teacher == pytest.approx(195 / 9.2)
    assert sums(replace(NOW, fte=0)).pupils_per_teacher == pytest.approx(195 / 9)
    assert sums(NOW, means=replace(MEANS, formation=None)).pupils_per_teacher is None
    assert sums(NOW, means=replace(MEANS, formation=None)).training_per_teacher is None
    assert sums(NOW, pupils=None).of("training").per_pupil is None
    assert sums(NOW).teaching_hours == 331_80  # 0,2 of 1.659 hours


def test_means_are_so_much_for_each_pupil_and_a_fixed_amount() -> None:
    figures = figures_on(date(2019, 8, 1), with_own([]))
    assert means_of(MEANS, 195, figures) == 20_000_00
    assert means_of(replace(MEANS, per_pupil_cents=None), 100, figures) == 22_921_00 + 500_00
    assert means_of(replace(MEANS, per_pupil_cents=None), 100, {}) is None
    assert means_of(MEANS, None, figures) is None
    assert means_of(replace(MEANS, per_pupil_cents=0), None, {}) == 500_00


def test_the_figures_of_a_day_are_those_of_that_day() -> None:
    table = with_own([OwnValue("teacher_cost", date(2018, 8, 1), 70_000_00, "Eigen begroting", "Voorzitter")])
    assert figures_on(date(2018, 5, 1), table)["teacher_cost"].hundredths == 65_876_00
    own = figures_on(date(2018, 8, 1), table)["teacher_cost"]
    assert (own.hundredths, own.status, own.remark) == (70_000_00, "own", "Eigen begroting")
    assert figures_on(date(2018, 8, 1), with_own([]))["teacher_cost"].hundredths == 68_946_71
    assert figures_on(date(2025, 8, 1), table)["teacher_cost"].hundredths == 85_000_00
    assert "means_per_pupil" not in figures_on(date(2018, 8, 1), table)
    assert rates_of(figures_on(date(2016, 8, 1), table)) is None
    assert rates_of(figures_on(date(2025, 8, 1), with_own([]))) == RATES


def test_in_2018_a_tenth_of_a_teacher_was_about_6900_euros() -> None:
    rates = rates_of(figures_on(date(2018, 8, 1), with_own([])))
    assert rates is not None
    assert teaching_cents(1_000, rates) == 6_894_67


def test_what_cannot_be_paid_or_kept_is_refused() -> None:
    assert_reasons(money_reasons(sums(replace(NOW, fte=9_000))), ("more_than_means", None))
    once = replace(NOW, once={"devices": 50_000_00})
    assert_reasons(money_reasons(sums(once)), ("once_not_paid_back", "once_devices"))
    wrong = replace(NOW, name="", fte=-1, yearly={"support": -5}, target=0.5, kinds=("smartboard",), vision_id=8)
    assert_reasons(
        variant_reasons(wrong, [], ["chromebook"], [1]),
        ("variant_without_name", "name"), ("variant_fte_out_of_range", "fte"), ("post_out_of_range", "yearly_support"),
        ("target_out_of_range", "target"), ("variant_kinds_unknown", "kinds"), ("variant_vision_gone", "vision_id"),
    )  # fmt: skip
    same = replace(NOW, number=2, name="zoals NU")
    assert_reasons(variant_reasons(same, [NOW], [], []), ("variant_there_already", "name"))
    assert_reasons(variant_reasons(replace(NOW, number=4, name="Vier"), [], [], []), ("too_many_variants", None))
    assert_reasons(means_reasons(replace(MEANS, fixed_cents=-1)), ("means_fixed_out_of_range", "fixed_cents"))
    assert_reasons(
        choosing_reasons("", None, [1]), ("choice_without_explanation", "explanation"),
        ("choice_without_vision", "vision"),
    )  # fmt: skip
    assert choosing_reasons("Omdat", None, []) == []
    assert_reasons(
        figure_reasons(OwnValue("x", date(2018, 1, 1), 0, ""), ["teacher_cost"]),
        ("figure_unknown", "code"), ("figure_out_of_range", "hundredths"), ("figure_without_reason", "reason"),
    )  # fmt: skip


amounts = st.integers(0, 200_000_00)
variants = st.builds(
    lambda fte, paid: Variant(SCHOOL, 2025, 1, "Een", fte=fte, yearly=dict(zip(POSTS[1:], paid, strict=True))),
    st.integers(0, 5 * FTE),
    st.lists(amounts, min_size=4, max_size=4),
)
rates_given = st.builds(lambda cost: replace(RATES, teacher_cents=cost), st.integers(60_000_00, 105_000_00))


@given(variants, st.sampled_from(POSTS), st.sampled_from(POSTS), st.integers(0, 300_000_00), rates_given)
def test_moving_between_posts_creates_and_loses_nothing(
    variant: Variant, source: str, to: str, amount: int, rates: Rates
) -> None:
    before, after = yearly_of(variant, rates), yearly_of(moved(variant, source, to, amount, rates), rates)
    assert sum(before.values()) == sum(after.values())
    assert min(after.values()) >= 0
    assert {post for post in POSTS if before[post] != after[post]} <= {source, to}
    assert sum(differences(moved(variant, source, to, amount, rates), variant, rates).values()) == 0


@given(st.lists(variants, max_size=6), rates_given)
def test_the_parts_of_all_schools_add_up_to_those_of_the_board(schools: list[Variant], rates: Rates) -> None:
    parts = [yearly_of(one, rates) for one in schools]
    board = totals(parts)
    assert sum(board.values()) == sum(sum(one.values()) for one in parts)
    assert board == {post: sum(one[post] for one in parts) for post in POSTS}


@given(variants, rates_given, st.integers(50_00, 3_000_00), st.integers(1, 10), amounts)
def test_the_posts_what_is_left_and_the_rest_add_up_to_the_means(
    variant: Variant, rates: Rates, price: int, term: int, yearly: int
) -> None:
    found = sums_of(variant, MEANS, yearly, 195, rates, DevicePrice("chromebook", price, term))
    assert sum(one.yearly for one in found.posts) + found.left == yearly
    assert found.standing * price + found.standing_rest == found.of("devices").yearly * term
    assert 0 <= found.standing_rest < price
    assert found.left_in_term + found.once == term * found.left
