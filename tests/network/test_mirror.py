"""The mirror: what is shown beside the own figure, and that nothing of it gives away what a board keeps to itself."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.circles.model import EXPERT_VIEWER, Contribution, Sharing
from planning.network.cycle_contents import ItemAnswer, SelfEvaluation, SketchFigure, ThemeSketch
from planning.network.decisions import Decider, IctDecision
from planning.network.mirror import (
    COUNTED,
    LEAST_OTHERS,
    MirrorFigure,
    Reflection,
    divisions,
    reflections,
    widest,
)
from planning.network.mirror_figures import compared_value, decided_figures, evaluated_figures, sketched_figures
from tests.conftest import NOW

BOARDS = tuple("ABCDEF")
VIEWERS = (*BOARDS, "N0001", EXPERT_VIEWER)
"""Everybody who may look: each board, the facilitator, an expert."""

figure = st.builds(
    MirrorFigure[float],
    owner=st.sampled_from(BOARDS),
    item=st.sampled_from(["vision", "ratio"]),
    value=st.one_of(st.none(), st.integers(1, 5).map(float)),
    level=st.sampled_from(list(Sharing)),
    told=st.sampled_from(["", "want"]),
)
network = st.lists(figure, max_size=10, unique_by=lambda one: (one.owner, one.item))
"""What the boards of a network brought in, and for whom."""
answered = network.map(lambda found: [replace(one, value=one.value and f"a{one.value:.0f}") for one in found])


def of(owner: str, value: float | None, level: Sharing = Sharing.CIRCLE, item: str = "vision") -> MirrorFigure[float]:
    """One figure."""
    return MirrorFigure(owner, item, value, level, f"zegt {owner}")


def looks(figures: list[MirrorFigure[float]], viewers: tuple[str, ...] = VIEWERS) -> dict[str, tuple[Reflection, ...]]:
    """What each of them sees, put together."""
    return {viewer: reflections(figures, viewer) for viewer in viewers}


def test_the_own_figure_stands_beside_the_spread_of_the_others() -> None:
    (seen,) = reflections([of("A", 4), of("B", 2), of("C", 3), of("D", 5), of("E", 1)], "A")
    assert seen.others
    assert (seen.own, seen.own_told) == (4, "zegt A")
    assert (seen.others.n, seen.others.median, seen.others.quartiles) == (4, 2.5, (1.75, 3.5))
    assert seen.others.marks == (1, 2, 3, 5)
    assert seen.told == (("B", "zegt B"), ("C", "zegt C"), ("D", "zegt D"), ("E", "zegt E"))


@pytest.mark.parametrize("others", [[], [of("B", 1)], [of("B", 1), of("C", 2)]])
def test_under_three_other_boards_nothing_is_shown_not_even_how_many(others: list[MirrorFigure[float]]) -> None:
    assert reflections([of("A", 4), *others], "A") == (Reflection("vision", 4, "zegt A", None, ()),)
    assert reflections(others, "A") == ()


def test_the_own_board_is_not_one_of_the_three() -> None:
    assert reflections([of("A", 4), of("B", 2), of("C", 3)], "A")[0].others is None
    assert reflections([of("A", 4), of("B", 2), of("C", 3)], EXPERT_VIEWER)[0].others


def test_who_does_not_know_is_not_counted() -> None:
    assert reflections([of("A", 4), of("B", 2), of("C", 3), of("D", None)], "A")[0].others is None


def test_a_facilitator_who_sees_more_sees_the_same_mirror() -> None:
    shared = [of("A", 4), of("B", 2), of("C", 3)]
    assert reflections([*shared, of("D", 1, Sharing.GUIDE)], "N0001") == reflections(shared, "N0001")


def test_the_greatest_difference_is_where_the_others_agree_and_the_own_board_stands_apart() -> None:
    agree = [of(owner, 4) for owner in "BCD"]
    differ = [of(owner, value, item="ratio") for owner, value in zip("BCD", (1, 3, 5), strict=True)]
    found = widest(reflections([of("A", 2), *agree, of("A", 4, item="ratio"), *differ], "A"))
    assert found
    assert found.item == "vision"
    assert widest(reflections([of("A", 4), *agree], "A")) is None


def test_answers_are_counted_without_saying_whose_they_are() -> None:
    def decided(owner: str, now: Decider, level: Sharing = Sharing.CIRCLE) -> Contribution:
        return Contribution(owner, "decision", "wifi", 1, IctDecision(now, why="want"), level, None, "x", NOW)

    rest = [decided("A", Decider.SCHOOL), *(decided(owner, Decider.BOARD) for owner in "BC")]
    said = [*rest, decided("D", Decider.SCHOOL)]
    (seen,) = divisions(decided_figures(said), "A")
    assert (seen.item, seen.own, seen.n, seen.others) == ("wifi", "school", 3, (("board", 2), ("school", 1)))
    assert divisions(decided_figures([*rest, decided("D", Decider.SCHOOL, Sharing.GUIDE)]), "A")[0].others is None


@given(network, st.sampled_from(BOARDS), st.integers(1, 5), st.booleans())
def test_everybody_together_learns_nothing_of_what_a_board_keeps_to_itself(
    brought: list[MirrorFigure[float]], kept_by: str, other: int, there: bool
) -> None:
    own_secret = [one for one in brought if one.owner == kept_by and one.level not in COUNTED]
    rest = [one for one in brought if one not in own_secret]
    elsewhere = [replace(one, value=float(other), told="anders") for one in own_secret] if there else []
    they = tuple(viewer for viewer in VIEWERS if viewer != kept_by)
    assert looks(brought, they) == looks([*rest, *elsewhere], they)


@given(st.lists(network, min_size=2, max_size=4), st.sampled_from(BOARDS), st.integers(1, 5))
def test_nor_by_looking_again_when_boards_join_share_and_withdraw(
    moments: list[list[MirrorFigure[float]]], kept_by: str, other: int
) -> None:
    never = [
        [replace(one, level=Sharing.GUIDE) if one.owner == kept_by else one for one in brought] for brought in moments
    ]
    elsewhere = [
        [replace(one, value=float(other)) if one.owner == kept_by else one for one in brought] for brought in never
    ]
    they = tuple(viewer for viewer in VIEWERS if viewer != kept_by)
    assert [looks(brought, they) for brought in never] == [looks(brought, they) for brought in elsewhere]


@given(network, st.sampled_from(VIEWERS))
def test_of_fewer_than_three_others_the_mirror_is_as_of_none(brought: list[MirrorFigure[float]], viewer: str) -> None:
    mine = [one for one in brought if one.owner == viewer]
    alone = {one.item: one for one in reflections(mine, viewer)}
    for one in reflections(brought, viewer):
        sharing = {
            f.owner for f in brought
            if f.item == one.item and f.owner != viewer and f.level in COUNTED and f.value is not None
        }  # fmt: skip
        if one.others is None:
            assert len(sharing) < LEAST_OTHERS
            assert one == alone[one.item]
        else:
            assert one.others.n == len(sharing) >= LEAST_OTHERS


@given(network, st.sampled_from(VIEWERS), st.sampled_from(BOARDS), st.sampled_from(list(Sharing)))
def test_at_the_limit_one_that_withdraws_takes_all_marks_along(
    brought: list[MirrorFigure[float]], viewer: str, leaves: str, level: Sharing
) -> None:
    after = [replace(one, level=Sharing.OWN) if one.owner == leaves else one for one in brought]
    before = {one.item: one.others for one in reflections(brought, viewer)}
    for one in reflections(after, viewer):
        gone = before.get(one.item)
        if gone and one.others and gone != one.others:  # what the two looks differ by was shared by name
            assert gone.n == one.others.n + 1 > LEAST_OTHERS
            assert any(f.owner == leaves and f.item == one.item and f.level in COUNTED for f in brought)


@given(network, st.sampled_from(VIEWERS), st.permutations(BOARDS))
def test_whose_a_mark_is_does_not_show(brought: list[MirrorFigure[float]], viewer: str, order: list[str]) -> None:
    others = [board for board in BOARDS if board != viewer]
    name = dict(zip(others, (board for board in order if board != viewer), strict=True)) | {viewer: viewer}
    swapped = [replace(one, owner=name[one.owner]) for one in brought]
    seen, other = reflections(brought, viewer), reflections(swapped, viewer)
    assert [(one.item, one.own, one.others) for one in seen] == [(one.item, one.own, one.others) for one in other]


@given(answered, st.sampled_from(VIEWERS))
def test_answers_keep_to_the_same_rule(brought: list[MirrorFigure[str]], viewer: str) -> None:
    counted = [one for one in brought if one.owner == viewer or one.level in COUNTED]
    assert divisions(brought, viewer) == divisions(counted, viewer)
    assert all(one.n is None or one.n >= LEAST_OTHERS for one in divisions(brought, viewer))


def test_a_theme_is_compared_by_its_mean_and_a_part_of_a_total_by_its_share() -> None:
    answers = SelfEvaluation((ItemAnswer("I1", 4, "wifi houdt het"), ItemAnswer("I2", 3), ItemAnswer("I3", None)))
    sketch = ThemeSketch(
        NOW.date(), (SketchFigure("lists", 18, 20), SketchFigure("ratio", 4.5)), "Twee lijsten volgen."
    )
    brought = [
        Contribution("A", "sketch", "infrastructure", 1, sketch, Sharing.CIRCLE, None, "x", NOW),
        Contribution("A", "answers", "vision", 1, SelfEvaluation(), Sharing.GUIDE, None, "x", NOW),
        Contribution("A", "answers", "infrastructure", 1, answers, Sharing.CIRCLE, None, "x", NOW),
    ]
    assert evaluated_figures(brought) == (
        MirrorFigure("A", "infrastructure", 3.5, Sharing.CIRCLE, "wifi houdt het"),
        MirrorFigure("A", "vision", None, Sharing.GUIDE, ""),
    )
    assert [(one.item, one.value, one.told) for one in sketched_figures(brought)] == [
        ("ratio", 4.5, "Twee lijsten volgen."), ("lists", 0.9, "Twee lijsten volgen."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "value", "written"),
    [("ratio", 4.5, "1 op 4,5"), ("lists", 0.9, "90%"), ("teams", 2.0, "2"), ("teams", 2.5, "2,5")],
)
def test_a_compared_figure_is_written_as_it_reads(code: str, value: float, written: str) -> None:
    assert compared_value(code, value).replace("\u00a0", " ") == written
