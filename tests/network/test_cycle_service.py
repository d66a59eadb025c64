"""What a board does on its way to a question and the facilitator says to it, on both engines."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from planning.circles import contribution_service as store
from planning.circles.model import Contribution, Sharing
from planning.core.database import Database
from planning.core.rights import NotAllowed, Person, Role
from planning.network import cycle_contents as kinds
from planning.network import cycle_service
from planning.network.cycle_contents import (
    CycleDates,
    IntakeTalk,
    ItemAnswer,
    LearningQuestion,
    SelfEvaluation,
    ThemeSketch,
)
from planning.network.decision_service import DecisionLine, save_decisions
from planning.network.decisions import Decider, IctDecision, matters
from planning.network.themes import NetworkTheme
from tests.conftest import NOW, person
from tests.network.conftest import Network
from tests.refusals import refused

VISION = NetworkTheme.VISION
TODAY, LAST_YEAR = date(2018, 5, 1), date(2017, 5, 1)


def seen(network: Network, who: Person, kind: str, *, every_version: bool = False) -> tuple[Contribution, ...]:
    return store.contributions(who, network.database, network.network_id, kind, every_version=every_version)


def word(network: Network, text: str, at: datetime = NOW) -> Contribution:
    return cycle_service.save_question(
        network.own, network.database, at, network.network_id, LearningQuestion(text, "Daarom.", ("vision",))
    )


def test_a_sketch_of_a_date_has_figures_of_every_theme_and_another_date_is_another_version(network: Network) -> None:
    for day in (LAST_YEAR, TODAY):
        cycle_service.fill_sketch(network.own, network.database, NOW, network.network_id, day)
    versions = seen(network, network.own, kinds.SKETCH, every_version=True)
    assert {one.key for one in versions} == set(NetworkTheme)
    assert [(one.version, one.content.as_of) for one in versions if one.key == VISION] == [(1, LAST_YEAR), (2, TODAY)]


def test_what_is_told_by_hand_stays_beside_new_figures(network: Network) -> None:
    cycle_service.tell(network.own, network.database, NOW, network.network_id, VISION, " Wij leren vanuit talent. ")
    cycle_service.fill_sketch(network.own, network.database, NOW, network.network_id, TODAY)
    (vision,) = (one.content for one in seen(network, network.own, kinds.SKETCH) if one.key == VISION)
    assert isinstance(vision, ThemeSketch)
    assert (vision.told, vision.as_of) == ("Wij leren vanuit talent.", TODAY)


def test_a_sketch_is_of_no_day_to_come(network: Network) -> None:
    with refused(("sketch_to_come", "as_of")):
        cycle_service.fill_sketch(network.own, network.database, NOW, network.network_id, TODAY + timedelta(days=1))


def test_answers_to_some_items_leave_the_others_as_they_were(network: Network) -> None:
    for answers in ([ItemAnswer("V1", 3)], [ItemAnswer("V2", None, "Wij vroegen het nooit")], [ItemAnswer("V1", 4)]):
        cycle_service.answer_items(network.own, network.database, NOW, network.network_id, VISION, answers)
    (one,) = seen(network, network.own, kinds.ANSWERS)
    assert one.content == SelfEvaluation((ItemAnswer("V1", 4), ItemAnswer("V2", None, "Wij vroegen het nooit")))


def test_a_score_outside_the_scale_and_a_long_explanation_are_refused_at_their_item(network: Network) -> None:
    wrong = [ItemAnswer("V1", 6), ItemAnswer("V2", 3, "x" * 501)]
    with refused(("score_out_of_range", "V1"), ("cycle_text_too_long", "V2")):
        cycle_service.answer_items(network.own, network.database, NOW, network.network_id, VISION, wrong)
    with pytest.raises(LookupError, match="I1"):
        cycle_service.answer_items(
            network.own, network.database, NOW, network.network_id, VISION, [ItemAnswer("I1", 3)]
        )


def test_a_reaction_never_becomes_part_of_the_sketch(network: Network) -> None:
    cycle_service.fill_sketch(network.own, network.database, NOW, network.network_id, TODAY)
    before = seen(network, network.own, kinds.SKETCH)
    cycle_service.react(network.own, network.database, NOW, network.network_id, VISION, "Daar wringt het.")
    assert seen(network, network.own, kinds.SKETCH) == before
    (reaction,) = seen(network, network.own, kinds.REACTION)
    assert (reaction.key, reaction.content) == (VISION, kinds.Reaction("Daar wringt het."))
    with refused(("cycle_text_empty", "text")):
        cycle_service.react(network.own, network.database, NOW, network.network_id, kinds.WHOLE, "  ")


def versions(network: Network) -> list[tuple[int, str]]:
    found = seen(network, network.own, kinds.QUESTION, every_version=True)
    return [(one.version, one.content.text) for one in found if isinstance(one.content, LearningQuestion)]


def test_another_wording_of_the_same_day_is_no_version_and_of_another_day_is(network: Network) -> None:
    word(network, "Hoe krijg ik leraren me?")
    word(network, "Hoe krijg ik leraren mee?")
    word(network, "Hoe bepaal ik wat leraren kunnen?", NOW + timedelta(days=1))
    assert versions(network) == [(1, "Hoe krijg ik leraren mee?"), (2, "Hoe bepaal ik wat leraren kunnen?")]


def test_what_was_commented_on_or_adopted_stays_as_it_is(network: Network) -> None:
    word(network, "Hoe dan?")
    cycle_service.comment(
        network.guide, network.database, NOW, network.network_id, "11111", 1, "Wat doet u daar zelf in?"
    )
    word(network, "Hoe doe ik dat?")
    assert cycle_service.adopt_question(network.own, network.database, NOW, network.network_id).version == 2
    word(network, "Hoe doe ik dat nu?")
    assert [number for number, _text in versions(network)] == [1, 2, 3]


def test_a_comment_is_read_by_its_board_and_the_facilitator_only(network: Network) -> None:
    word(network, "Hoe dan?")
    cycle_service.comment(
        network.guide, network.database, NOW, network.network_id, "11111", 1, "Wat doet u daar zelf in?"
    )
    cycle_service.set_intake(
        network.guide, network.database, NOW, network.network_id, "11111", IntakeTalk(TODAY, is_held=False)
    )
    for kind in (kinds.COMMENT, kinds.INTAKE):
        assert len(seen(network, network.own, kind)) == len(seen(network, network.guide, kind)) == 1
        for who in (network.other, network.expert, network.former):
            assert seen(network, who, kind) == ()


def test_nobody_comments_on_a_board_that_is_not_in_the_network(network: Network) -> None:
    with pytest.raises(LookupError, match="33333"):
        cycle_service.comment(network.guide, network.database, NOW, network.network_id, "33333", 1, "Dag")


def test_there_is_nothing_to_adopt_before_a_question_is_worded_and_the_chair_decides(network: Network) -> None:
    with refused(("no_learning_question", None)):
        cycle_service.adopt_question(network.own, network.database, NOW, network.network_id)
    word(network, "Hoe dan?")
    with pytest.raises(NotAllowed):
        cycle_service.adopt_question(person(Role.GROUP_ICT), network.database, NOW, network.network_id)


def test_the_dates_of_the_cycle_follow_one_another_and_everybody_knows_them(network: Network) -> None:
    days = [date(2017, 9, day) for day in (1, 8, 15, 22, 29)]
    cycle_service.set_dates(network.guide, network.database, NOW, network.network_id, CycleDates(*days))
    (kept,) = seen(network, network.other, kinds.DATES)
    assert kept.content == CycleDates(*days)
    with refused(("cycle_dates_turned", "reaction")):
        cycle_service.set_dates(
            network.guide, network.database, NOW, network.network_id, CycleDates(days[2], *days[1:])
        )


@pytest.mark.parametrize("who", ["guide", "expert", "former"])
def test_only_who_speaks_for_a_board_that_takes_part_does_these_things(network: Network, who: str) -> None:
    somebody: Person = getattr(network, who)
    tries: tuple[Callable[[Person, Database], object], ...] = (
        lambda p, db: cycle_service.fill_sketch(p, db, NOW, network.network_id, TODAY),
        lambda p, db: cycle_service.tell(p, db, NOW, network.network_id, VISION, "Iets"),
        lambda p, db: cycle_service.answer_items(p, db, NOW, network.network_id, VISION, [ItemAnswer("V1", 1)]),
        lambda p, db: cycle_service.react(p, db, NOW, network.network_id, VISION, "Iets"),
        lambda p, db: cycle_service.save_question(p, db, NOW, network.network_id, LearningQuestion("Hoe?")),
        lambda p, db: cycle_service.adopt_question(p, db, NOW, network.network_id),
    )
    for attempt in tries:
        with pytest.raises(NotAllowed):
            attempt(somebody, network.database)


def test_new_things_are_for_the_board_and_the_facilitator(network: Network) -> None:
    word(network, "Hoe dan?")
    assert [one.level for one in seen(network, network.guide, kinds.QUESTION)] == [Sharing.GUIDE]
    assert seen(network, network.other, kinds.QUESTION) == ()


def test_the_sketch_tells_how_many_decisions_on_ict_the_board_takes_itself(network: Network) -> None:
    lines = {
        code: DecisionLine(IctDecision(now=now))
        for code, now in zip(matters(), (Decider.BOARD, Decider.SCHOOL, Decider.BOARD), strict=False)
    }
    save_decisions(network.own, network.database, NOW, network.network_id, lines)
    cycle_service.fill_sketch(network.own, network.database, NOW, network.network_id, TODAY)
    (leadership,) = (one.content for one in seen(network, network.own, kinds.SKETCH) if one.key == "leadership")
    assert isinstance(leadership, ThemeSketch)
    assert leadership.figures == (kinds.SketchFigure("central", 2, 3),)
