"""What partners are together, and what a joint purchase comes to."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.core.refusal import Reason
from planning.partners.model import (
    JointPurchase,
    OfferedDevice,
    PriceTier,
    RolloutStep,
    Stance,
    StanceState,
    VisionStatement,
    Volume,
)
from planning.partners.rules import (
    OnStatement,
    late,
    of_partners,
    purchase_reasons,
    tier_of,
    totals,
    volume_reasons,
    with_vat,
)

DAY = date(2018, 5, 1)
TIERS = (PriceTier(100, 0.10), PriceTier(500, 0.20))
CHROMEBOOK = OfferedDevice("chromebook", "Chromebook 11 inch", 200_00, tiers=TIERS)
PURCHASE = JointPurchase(2018, date(2018, 4, 1), date(2018, 6, 1), 0.21, (CHROMEBOOK,))


def stance(state: StanceState, version: int = 1) -> Stance:
    return Stance(state, version, DAY, "college van bestuur")


def codes(reasons: list[Reason]) -> list[str]:
    return [reason.code for reason in reasons]


def test_a_board_that_adopted_older_words_did_not_adopt_those_of_now() -> None:
    stances = {"A": stance(StanceState.ADOPTED, 2), "B": stance(StanceState.ADOPTED, 1)}
    on = OnStatement("x/1", 2, VisionStatement("Titel", "Tekst"), stances)
    assert on.adopted_by(["A", "B", "C"]) == ("A",)
    assert (on.is_of_now("A"), on.is_of_now("B"), on.state("C")) == (True, False, None)


@pytest.mark.parametrize(("quantity", "share"), [(0, None), (99, None), (100, 0.10), (499, 0.10), (500, 0.20)])
def test_a_tier_holds_from_its_quantity_on(quantity: int, share: float | None) -> None:
    found = tier_of(TIERS, quantity)
    assert (found and found.share) == share


def test_boards_together_reach_a_tier_that_none_reaches_alone() -> None:
    volumes = {"A": Volume({"chromebook": 60}), "B": Volume({"chromebook": 50})}
    (found,) = totals(PURCHASE, volumes)
    assert (found.total, found.tier, found.price_cents, found.to_next) == (110, TIERS[0], 180_00, 390)
    assert with_vat(found.price_cents, PURCHASE.vat_share) == 217_80


def test_who_declines_takes_none_along() -> None:
    volumes = {"A": Volume({"chromebook": 60}), "B": Volume({"chromebook": 50}, declines=True, why="Geen geld")}
    (found,) = totals(PURCHASE, volumes)
    assert dict(found.counts) == {"A": 60}
    assert of_partners(volumes, "A") == {}


def test_the_own_planner_reckons_with_the_others_and_not_with_itself() -> None:
    volumes = {"A": Volume({"chromebook": 60}), "B": Volume({"chromebook": 50, "laptop": 0}), "C": Volume({})}
    assert of_partners(volumes, "A") == {"chromebook": 50}
    assert of_partners(volumes, "C") == {"chromebook": 110}


@given(st.dictionaries(st.sampled_from("ABCDE"), st.integers(0, 1000), min_size=1))
def test_no_device_comes_from_nowhere_or_goes_lost(counts: dict[str, int]) -> None:
    volumes = {board: Volume({"chromebook": count}) for board, count in counts.items()}
    (found,) = totals(PURCHASE, volumes)
    assert found.total == sum(counts.values())
    for board in counts:
        others = of_partners(volumes, board).get("chromebook", 0)
        assert others + counts[board] == found.total


def test_a_step_is_late_from_the_day_after_it_was_due_until_it_is_done() -> None:
    step = RolloutStep("x/1", "03UZ00", "De Brink", "Voorlichting", DAY)
    after = date(2018, 5, 2)
    assert late([step], DAY) == ()
    assert late([step], after) == (step,)
    assert late([replace(step, done_on=DAY)], after) == ()


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        (replace(PURCHASE, closes=date(2018, 3, 1)), "purchase_closes_first"),
        (replace(PURCHASE, vat_share=21.0), "vat_out_of_range"),
        (replace(PURCHASE, types=(CHROMEBOOK, CHROMEBOOK)), "purchase_kind_twice"),
        (replace(PURCHASE, types=(replace(CHROMEBOOK, guide_cents=0),)), "guide_price_out_of_range"),
        (replace(PURCHASE, types=(replace(CHROMEBOOK, tiers=TIERS[::-1]),)), "tiers_not_rising"),
    ],
)
def test_a_joint_purchase_that_cannot_be_is_refused_for_what_is_wrong(changed: JointPurchase, code: str) -> None:
    assert codes(purchase_reasons(PURCHASE)) == []
    assert codes(purchase_reasons(changed)) == [code]


def test_a_board_takes_along_what_is_on_the_list_and_says_why_not() -> None:
    assert volume_reasons(Volume({"chromebook": 10}), PURCHASE) == []
    assert codes(volume_reasons(Volume({"tablet": 10}), PURCHASE)) == ["volume_out_of_range"]
    assert codes(volume_reasons(Volume({"chromebook": -1}), PURCHASE)) == ["volume_out_of_range"]
    assert codes(volume_reasons(Volume(declines=True), PURCHASE)) == ["decline_without_reason"]
