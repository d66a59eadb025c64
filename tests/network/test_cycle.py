"""Where a board is on its way to a question, and how its scores lie beside those of the others."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

import pytest

from planning.circles.model import Contribution, Sharing
from planning.network import cycle_contents as kinds
from planning.network.cycle import (
    CycleState,
    Phase,
    cycle_parts,
    dates_of,
    late,
    now_at,
    proposed_dates,
    state_of,
)
from planning.network.cycle_contents import CycleDates, ItemAnswer, SelfEvaluation, SketchFigure, ThemeSketch
from planning.network.others import largest_difference, theme_scores
from planning.network.themes import NetworkTheme, evaluation_items, items_of

NOW = datetime(2018, 5, 1, 12, tzinfo=UTC)
FIRST = date(2017, 10, 12)
MEETINGS: Mapping[int, date] = {0: date(2017, 5, 12), 1: FIRST, 2: date(2018, 2, 8), 3: date(2018, 5, 24)}
NOTHING = CycleState(0, 24, False, 0, 0, False, None, frozenset(), frozenset(), False)


def brought(kind: str, content: object, key: str = "", owner: str = "11111", version: int = 1) -> Contribution:
    return Contribution(owner, kind, key, version, content, Sharing.CIRCLE, None, "iemand", NOW)


def scored(owner: str, *scores: int | None, theme: NetworkTheme = NetworkTheme.VISION) -> Contribution:
    """A self-evaluation of one theme."""
    items = items_of(theme)
    answers = tuple(ItemAnswer(item.code, score) for item, score in zip(items, scores, strict=False))
    return brought(kinds.ANSWERS, SelfEvaluation(answers), theme, owner)


def test_there_are_four_items_of_every_theme_and_one_of_each_asks_who_decides() -> None:
    assert len({item.code for item in evaluation_items()}) == 24
    for theme in NetworkTheme:
        assert [item.is_central for item in items_of(theme)].count(True) == 1
        assert len(items_of(theme)) == 4


def test_what_a_board_brought_in_is_counted_and_what_is_of_another_is_not() -> None:
    found = state_of(
        [
            scored("11111", 3, None),
            scored("22222", 3, 3, 3, 3),
            brought(kinds.SKETCH, ThemeSketch(FIRST, (SketchFigure("ratio", 4.5),)), NetworkTheme.VISION),
            brought(kinds.REACTION, kinds.Reaction("Het wringt."), NetworkTheme.VISION),
            brought(kinds.QUESTION, kinds.LearningQuestion("Hoe?"), version=3),
            brought(kinds.ADOPTED, kinds.AdoptedQuestion(3, FIRST)),
            brought(kinds.INTAKE, kinds.IntakeTalk(FIRST, is_held=True), "11111", owner="N0001"),
        ],
        "11111",
    )
    assert (found.answered, found.has_figures, found.reactions) == (2, True, 1)
    assert (found.version, found.adopted_version, found.intake_held) == (3, 3, True)
    assert not found.is_sketched


def test_the_dates_count_back_from_the_first_meeting_unless_the_facilitator_set_them() -> None:
    assert proposed_dates(FIRST).sketch == FIRST - timedelta(weeks=5)
    assert dates_of([], {}) is None
    assert dates_of([], MEETINGS) == proposed_dates(FIRST)
    own = CycleDates(*(date(2017, 9, day) for day in (1, 2, 3, 4, 5)))
    assert dates_of([brought(kinds.DATES, own, owner="N0001")], MEETINGS) == own


def at(day: date, state: CycleState = NOTHING) -> tuple[Phase, int | None]:
    here = now_at(cycle_parts(state, dates_of([], MEETINGS), MEETINGS, day))
    assert here
    return here.phase, here.meeting


def test_a_board_goes_from_getting_acquainted_to_the_evaluation() -> None:
    assert at(date(2017, 5, 1)) == (Phase.INTRODUCTION, None)
    assert at(date(2017, 6, 1)) == (Phase.SKETCH, None)
    ready = CycleState(24, 24, True, 1, 1, True, 1, frozenset(), frozenset(), False)
    assert at(date(2017, 10, 1), ready) == (Phase.PREPARATION, 1)
    assert at(date(2017, 11, 1), ready) == (Phase.STEP, 1)
    stepped = CycleState(24, 24, True, 1, 1, True, 1, frozenset({3}), frozenset({1, 2}), False)
    assert at(date(2018, 5, 1), stepped) == (Phase.MEETING, 3)


def test_what_was_not_handed_in_before_its_date_is_late_the_day_after() -> None:
    def behind(day: date) -> list[Phase]:
        return [part.phase for part in late(cycle_parts(NOTHING, dates_of([], MEETINGS), MEETINGS, day), day)]

    due = proposed_dates(FIRST).sketch
    assert behind(due) == []
    assert behind(due + timedelta(days=1)) == [Phase.SKETCH]
    assert behind(FIRST) == [Phase.SKETCH, Phase.REACTION, Phase.CONCEPT, Phase.ADOPTED]


def test_the_others_are_shown_from_three_boards_on() -> None:
    three = [scored("11111", 2, 4), scored("22222", 4), scored("33333", 5)]
    vision = theme_scores(three, "11111")[1]
    assert (vision.own, vision.others, vision.mean) == (3, (), None)
    four = [*three, scored("44444", 3)]
    vision = theme_scores(four, "11111")[1]
    assert (vision.others, vision.mean, vision.difference) == ((3, 4, 5), 4, -1)


def test_who_does_not_know_has_no_score() -> None:
    four = [scored("22222", None), scored("33333", 5), scored("44444", 3)]
    assert theme_scores(four, "11111")[1].others == ()


def test_the_largest_difference_may_go_either_way() -> None:
    others = [
        scored(owner, 3, theme=theme)
        for owner in ("22222", "33333", "44444")
        for theme in (NetworkTheme.VISION, NetworkTheme.IBP)
    ]
    own = [scored("11111", 2), scored("11111", 5, theme=NetworkTheme.IBP)]
    found = largest_difference(theme_scores([*others, *own], "11111"))
    assert found
    assert (found.theme, found.difference) == (NetworkTheme.IBP, 2)
    assert largest_difference(theme_scores(own, "11111")) is None


@pytest.mark.parametrize(
    ("figure", "share"), [(SketchFigure("ratio", 4.5), 4.5), (SketchFigure("lists", 9, 12), 0.75),
                          (SketchFigure("lists", 0, 0), None), (SketchFigure("ratio", None), None)]
)  # fmt: skip
def test_a_figure_of_a_total_is_laid_beside_others_as_a_share(figure: SketchFigure, share: float | None) -> None:
    assert figure.share == share
