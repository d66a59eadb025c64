"""What schools share out and choose, and how it feeds the rounds, on both engines."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from planning.attention.choices import choice_signals
from planning.attention.signal import Signal
from planning.choices import service
from planning.choices.figures import OwnValue
from planning.choices.model import FTE, SchoolMeans, Variant
from planning.choices.view import ChoicesView
from planning.circles import service as circles
from planning.circles.model import Sharing
from planning.competences import workshop_service as workshop
from planning.core.boards import Kind
from planning.core.database import Database
from planning.core.refusal import Refused
from planning.core.rights import NotAllowed, Role
from planning.core.service import audit
from planning.inventory.fleet.cohorts import cohorts
from planning.inventory.fleet.records import LOT_COLUMNS, Version, write_version
from planning.organisation.records import PupilCount, write_counts, write_schools
from planning.organisation.service import find_school
from planning.partners.model import Stance, StanceState, VisionStatement
from planning.partners.service import save_statement, take_stance
from planning.ratios.service import ratio_view
from planning.rounds.model import Round, SchoolChoice
from planning.rounds.scenario_plans import compute
from planning.rounds.service import approve, rounds_view, save_choice, save_round, school_rounds
from tests.conftest import NOW, person
from tests.refusals import refused
from tests.rounds.boards import ANNA, LINDE, SCHOOLS, TODAY

CHAIR, PLANNER, COACH = person(Role.CHAIR), person(Role.GROUP_ICT), person(Role.ICOACH)
HEAD = person(Role.SCHOOL_ICT, LINDE)
YEAR = 2018
MEANS = SchoolMeans(LINDE, YEAR, per_pupil_cents=200_00, fixed_cents=1_000_00, formation=2 * FTE, note="Vrije ruimte")
FIRST = Variant(LINDE, YEAR, 0, "Zoals nu", fte=1_000)
MORE = Variant(LINDE, YEAR, 0, "Meer devices", yearly={"devices": 6_800_00}, target=3.0, kinds=("chromebook",))


@pytest.fixture
def board(database: Database) -> Database:
    """Two schools of 40 and 20 pupils, each with a few old Chromebooks; a round without money of the board."""
    with database.change(PLANNER, NOW) as change:
        write_schools(change, SCHOOLS)
        write_counts(change, [PupilCount(key, date(2017, 10, 1), n, "hand") for key, n in ((LINDE, 40), (ANNA, 20))])
        for key in (LINDE, ANNA):
            values = dict.fromkeys(LOT_COLUMNS) | {
                "sheet": "Blad1", "row": 2, "kind": "chromebook", "count": 4, "purchased_precision": "day",
                "purchased_earliest": date(2017, 9, 1), "purchased_latest": date(2017, 9, 1), "price_vat": "incl",
                "status": "in_use", "audience": "pupils", "level": "shared", "support_source": "unknown",
            }  # fmt: skip
            lots = pd.DataFrame([values], columns=list(LOT_COLUMNS), dtype=object)
            version = Version(key, 1, date(2018, 4, 1), date(2018, 4, 1), NOW, "x", "x", "x", "x", 4, {})
            write_version(change, version, lots, cohorts(lots))
        change.log("test", "begin")
    save_round(PLANNER, database, NOW, Round(0, date(2018, 9, 1), 0))
    return database


def now_view(database: Database, who: object = HEAD) -> ChoicesView:
    """The choices as they are kept at this moment."""
    return service.choices_view(who, database, ratio_view(who, database))  # type: ignore[arg-type]


def keep(database: Database, variant: Variant, who: object = HEAD) -> Variant:
    """Keep a variant as the screen does."""
    return service.save_variant(who, database, NOW, ratio_view(who, database), TODAY, variant)  # type: ignore[arg-type]


def test_a_choice_serves_a_statement_that_the_board_adopted_with_partners(board: Database) -> None:
    service.save_means(HEAD, board, NOW, MEANS)
    keep(board, FIRST)
    guide = circles.begin_circle(board, NOW, Kind.PARTNERSHIP, "Samen", "Projectleider")
    circles.invite(guide, board, NOW, guide.board_id, ["11111"])
    circles.answer_invitation(CHAIR, board, NOW, guide.board_id, accept=True)
    save_statement(guide, board, NOW, guide.board_id, "1", VisionStatement("Eigen vloot", "Elke school kiest."))
    key = f"{guide.board_id}/{guide.board_id}/1"
    with refused(("choice_without_vision", "vision")):
        workshop.save_vision(PLANNER, board, NOW, "Leren vanuit talenten")
        service.choose(HEAD, board, NOW, LINDE, YEAR, 1, "Omdat", key)
    stance = Stance(StanceState.ADOPTED, 1, TODAY, "college van bestuur")
    take_stance(CHAIR, board, NOW, guide.board_id, f"{guide.board_id}/1", stance, Sharing.OWN)
    assert set(service.vision_statements(HEAD, board).values()) == {"Leren vanuit talenten", "Eigen vloot"}
    service.choose(HEAD, board, NOW, LINDE, YEAR, 1, "Omdat", key)
    (chosen,) = now_view(board).variants
    assert (chosen.vision_key, chosen.vision_id, chosen.vision) == (key, None, "Eigen vloot")
    assert keep(board, replace(chosen, name="Zo")).vision == "Eigen vloot"


def test_means_and_variants_come_back_as_they_were_kept(board: Database) -> None:
    assert service.save_means(HEAD, board, NOW, MEANS) is None
    first, more = keep(board, FIRST), keep(board, MORE)
    assert (first.number, more.number) == (1, 2)
    view = now_view(board)
    assert (view.means, view.variants) == ((MEANS,), (first, more))
    assert view.yearly_means(LINDE, YEAR, 40) == 9_000_00
    assert view.means_for(LINDE, 2020) == replace(MEANS, school_year=2020)  # until somebody says otherwise
    assert view.means_for(LINDE, 2017) == SchoolMeans(LINDE, 2017)
    service.restore_variants(HEAD, board, NOW, LINDE, YEAR, (first,))
    assert now_view(board).variants == (first,)
    assert service.remove_means(HEAD, board, NOW, LINDE, YEAR) == MEANS
    assert now_view(board).means == ()
    assert audit(CHAIR, board)["what"].tolist()[:5] == ["school_means", "variant", "variant", "variant", "school_means"]


def test_what_is_not_known_or_cannot_be_paid_is_not_kept(board: Database) -> None:
    with refused(("means_missing", None)):
        keep(board, FIRST)
    service.save_means(HEAD, board, NOW, MEANS)
    with refused(("more_than_means", None)):
        keep(board, replace(MORE, fte=5_000))
    with refused(("variant_without_name", "name")):
        keep(board, replace(MORE, name=" "))
    with refused(("figures_missing", None)):
        keep(board, replace(FIRST, school_year=2016))
    for name in ("Een", "Twee", "Drie"):
        keep(board, replace(FIRST, name=name))
    with refused(("too_many_variants", None)):
        keep(board, replace(FIRST, name="Vier"))
    assert len(now_view(board).variants) == 3


def test_a_school_chooses_one_and_says_why_and_which_statement_it_serves(board: Database) -> None:
    service.save_means(HEAD, board, NOW, MEANS)
    keep(board, FIRST)
    keep(board, MORE)
    vision = workshop.save_vision(PLANNER, board, NOW, "Leren vanuit talenten")
    with refused(("choice_without_explanation", "explanation"), ("choice_without_vision", "vision")):
        service.choose(HEAD, board, NOW, LINDE, YEAR, 2, " ", None)
    before = service.choose(HEAD, board, NOW, LINDE, YEAR, 2, "Elk kind aan het werk.", vision)
    chosen = now_view(board).choice_of(LINDE, YEAR)
    assert chosen is not None
    assert (chosen.name, chosen.explanation, chosen.vision) == (
        "Meer devices", "Elk kind aan het werk.", "Leren vanuit talenten",
    )  # fmt: skip
    assert (chosen.chosen_at, chosen.chosen_by) == (NOW, HEAD.name)
    assert now_view(board).on(TODAY).choice_of(LINDE, YEAR) == chosen
    assert now_view(board).on(date(2018, 4, 30)).choice_of(LINDE, YEAR) is None
    service.choose(HEAD, board, NOW, LINDE, YEAR, 1, "Toch zo.", vision)
    assert [one.is_choice for one in now_view(board).variants] == [True, False]
    service.restore_variants(HEAD, board, NOW, LINDE, YEAR, before)
    assert [one.is_choice for one in now_view(board).variants] == [False, False]
    with refused(("variant_gone", None)):
        service.choose(HEAD, board, NOW, LINDE, YEAR, 3, "Omdat", vision)


def test_a_choice_that_is_changed_in_what_counts_is_to_be_made_again(board: Database) -> None:
    service.save_means(HEAD, board, NOW, MEANS)
    kept = keep(board, MORE)
    service.choose(HEAD, board, NOW, LINDE, YEAR, kept.number, "Omdat", None)
    chosen = now_view(board).variants[0]
    assert keep(board, replace(chosen, name="Anders genoemd")).is_choice
    assert not keep(board, replace(chosen, yearly={"devices": 6_000_00})).is_choice


def test_a_choice_feeds_target_money_and_kinds_of_the_rounds_and_can_be_taken_back(board: Database) -> None:
    service.save_means(HEAD, board, NOW, MEANS)
    with refused(("nothing_chosen", None)):
        service.take_over(CHAIR, board, NOW, LINDE, YEAR)
    keep(board, MORE)
    service.choose(HEAD, board, NOW, LINDE, YEAR, 1, "Omdat", None)
    variant = now_view(board).variants[0]
    assert not now_view(board).is_fed(variant)
    assert choice_signals(now_view(board, CHAIR), YEAR) == (Signal("choice_waits", (LINDE,)),)
    service.take_over(CHAIR, board, NOW, LINDE, YEAR)
    view = rounds_view(CHAIR, board, ratio_view(CHAIR, board), TODAY)
    assert view.choices == {
        LINDE: SchoolChoice(LINDE, kinds=("chromebook",), own_money={1: 6_800_00}, origin="Meer devices")
    }
    assert find_school(CHAIR, board, LINDE).own_target == 3.0
    assert now_view(board).is_fed(variant)
    assert choice_signals(now_view(board, CHAIR), YEAR) == ()
    assert compute(view).best.bought(LINDE, 1) == 14 - 4  # 40 pupils, 1 for every 3, four there
    assert audit(CHAIR, board)["what"].tolist()[:3] == ["school_choice", "own_target", "choice_taken_over"]
    service.take_back(PLANNER, board, NOW, LINDE)
    assert rounds_view(CHAIR, board, ratio_view(CHAIR, board), TODAY).choices == {}
    assert find_school(CHAIR, board, LINDE).own_target is None
    with refused(("nothing_taken_over", None)):
        service.take_back(PLANNER, board, NOW, LINDE)


def test_what_was_changed_by_hand_in_the_rounds_since_is_not_undone(board: Database) -> None:
    service.save_means(HEAD, board, NOW, MEANS)
    keep(board, MORE)
    service.choose(HEAD, board, NOW, LINDE, YEAR, 1, "Omdat", None)
    service.take_over(PLANNER, board, NOW, LINDE, YEAR)
    save_choice(PLANNER, board, NOW, SchoolChoice(LINDE, own_money={1: 100_00}))
    assert not now_view(board).is_fed(now_view(board).variants[0])
    with refused(("rounds_changed_since", None)):
        service.take_back(PLANNER, board, NOW, LINDE)


def test_an_approved_plan_tells_whose_choice_is_in_it_and_its_money_is_not_counted_twice(board: Database) -> None:
    service.save_means(HEAD, board, NOW, MEANS)
    keep(board, MORE)
    service.choose(HEAD, board, NOW, LINDE, YEAR, 1, "Omdat", None)
    service.take_over(CHAIR, board, NOW, LINDE, YEAR)
    view = rounds_view(CHAIR, board, ratio_view(CHAIR, board), TODAY)
    kept = approve(CHAIR, board, NOW, view, compute(view), board.data_version("11111"))
    assert kept.figures["own"] == {LINDE: {"origin": "Meer devices", "money": {"1": 6_800_00}}}
    alone = school_rounds(HEAD, board, ratio_view(HEAD, board), TODAY, LINDE)
    assert [one.budget_cents for one in alone.rounds] == [0]


def test_a_school_by_itself_knows_nothing_of_another_or_of_the_boards_budget(board: Database) -> None:
    save_round(PLANNER, board, NOW, Round(1, date(2018, 9, 1), 9_000_00))
    save_choice(PLANNER, board, NOW, SchoolChoice(ANNA, set_size=5))
    view = rounds_view(CHAIR, board, ratio_view(CHAIR, board), TODAY)
    plans = compute(view)
    approve(CHAIR, board, NOW, view, plans, board.data_version("11111"))
    alone = school_rounds(HEAD, board, ratio_view(HEAD, board), TODAY, LINDE)
    assert [one.budget_cents for one in alone.rounds] == [plans.best.bought(LINDE, 1) * 300_00]
    assert (alone.plans, alone.scenarios, dict(alone.choices)) == ((), (), {})
    assert [one.school_id for one in alone.ratios.schools] == [LINDE]


def test_a_board_puts_its_own_value_in_the_place_of_a_figure_with_why(board: Database) -> None:
    value = OwnValue("teacher_cost", date(2018, 8, 1), 70_000_00, "Eigen begroting")
    assert service.set_value(CHAIR, board, NOW, value) is None
    rates = now_view(board).rates(YEAR)
    assert rates is not None
    assert rates.teacher_cents == 70_000_00
    assert now_view(board, person(Role.CHAIR, board_id="22222")).own_values == ()
    with refused(("figure_without_reason", "reason")):
        service.set_value(CHAIR, board, NOW, replace(value, reason=" "))
    assert service.drop_value(CHAIR, board, NOW, "teacher_cost", value.since).hundredths == 70_000_00
    with refused(("own_value_gone", None)):
        service.drop_value(CHAIR, board, NOW, "teacher_cost", value.since)


def test_everybody_sees_and_changes_what_is_theirs_only(board: Database) -> None:
    for school in (LINDE, ANNA):
        service.save_means(PLANNER, board, NOW, replace(MEANS, school_id=school))
        keep(board, replace(FIRST, school_id=school, fte=500), PLANNER)
    assert {one.school_id for one in now_view(board).variants} == {LINDE}
    assert {one.school_id for one in now_view(board, CHAIR).variants} == {LINDE, ANNA}
    assert now_view(board, person(Role.CHAIR, board_id="22222")).variants == ()
    for attempt in (
        lambda: keep(board, replace(FIRST, school_id=ANNA)),
        lambda: keep(board, FIRST, CHAIR),
        lambda: keep(board, FIRST, COACH),
        lambda: service.save_means(HEAD, board, NOW, replace(MEANS, school_id=ANNA)),
        lambda: service.save_means(COACH, board, NOW, MEANS),
        lambda: service.choose(CHAIR, board, NOW, LINDE, YEAR, 1, "Omdat", None),
        lambda: service.take_over(HEAD, board, NOW, LINDE, YEAR),
        lambda: service.take_over(COACH, board, NOW, LINDE, YEAR),
        lambda: service.set_value(HEAD, board, NOW, OwnValue("teacher_cost", TODAY, 1, "x")),
        lambda: school_rounds(HEAD, board, ratio_view(HEAD, board), TODAY, ANNA),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    with pytest.raises(Refused):
        service.restore_variants(HEAD, board, NOW, LINDE, YEAR, (replace(FIRST, school_id=ANNA),))


def test_what_all_schools_chose_adds_up_to_the_boards(board: Database) -> None:
    for school, cents in ((LINDE, 5_000_00), (ANNA, 1_500_00)):
        service.save_means(PLANNER, board, NOW, replace(MEANS, school_id=school))
        keep(board, Variant(school, YEAR, 0, "Scholing", fte=300, yearly={"training": cents // 2}), PLANNER)
        service.choose(PLANNER, board, NOW, school, YEAR, 1, "Omdat", None)
    whole = now_view(board, CHAIR).board_totals(YEAR)
    assert (whole["training"], whole["teaching"]) == (3_250_00, 2 * 2_068_40)
    parts = [now_view(board, person(Role.SCHOOL_ICT, school)).board_totals(YEAR) for school in (LINDE, ANNA)]
    assert whole == {post: sum(one[post] for one in parts) for post in whole}
