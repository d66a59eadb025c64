"""A decision about rounds: what stands on its A4 adds up and says what was decided, by whom, beside what."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from planning.rounds.decision import PlanDecision, decision_of, figures_of, gains, lacks, losses, proposal
from planning.rounds.decision_paper import decision_facts, decision_pdf
from planning.rounds.model import BASIS, FixedPurchase, PlanningRules, Scenario, SchoolChoice, Wishes
from planning.rounds.records import PlanVersion
from planning.rounds.scenario_plans import compute
from planning.rounds.view import RoundsView
from tests.rounds.boards import ANNA, LINDE, ROUNDS, cohort, view

NOON = datetime(2018, 5, 1, 12, tzinfo=UTC)
OTHER = Scenario(3, "zuinig", {1: 2_000_00}, Wishes(fixed=(FixedPurchase(LINDE, "tablet", 2, 0, 0),)))


def approved(board: RoundsView, scenario: Scenario = BASIS, version: int = 1, reason: str = "besproken") -> RoundsView:
    """The board with a plan of this scenario as the one that holds."""
    figures = figures_of(board, compute(board, scenario))
    plan = PlanVersion(version, scenario.name, board.as_of, NOON, "Bestuursvoorzitter", figures, reason)
    return replace(board, plans=(*board.plans, plan))


def whole_page(decision: PlanDecision, board: RoundsView) -> dict[str, object]:
    return decision_facts(board, decision, "Eigen bestuur", ["Peildatum 1-5-2018"])


def test_a_draft_says_that_it_is_one_and_what_it_is_beside() -> None:
    board = approved(view(cohort(LINDE, 5), cohort(ANNA, 5)))
    page = whole_page(proposal(board, compute(board, OTHER), NOON), board)
    assert page["status"] == "Concept: niet vastgesteld"
    assert str(page["compared"]).count("Vergeleken met plan 1: ") == 1
    rows = page["rounds"][2]  # type: ignore[index]
    assert rows[0][1].replace("\u00a0", " ") == "€ 2.000 (was € 10.000)"
    assert page["wishes"][1] == "De Linde: geen tablets"  # type: ignore[index]


def test_what_a_plan_takes_from_schools_that_the_plan_before_gave_is_said_however_the_sums_are() -> None:
    board = approved(view(cohort(LINDE, 5), cohort(ANNA, 5)))
    less = proposal(board, compute(board, replace(OTHER, budgets={1: 600_00})), NOON)
    more = proposal(
        approved(view(cohort(LINDE, 5), cohort(ANNA, 5)), replace(OTHER, budgets={1: 600_00})), compute(board), NOON
    )
    assert less.difference is not None
    assert more.difference is not None
    assert (less.difference.sooner, set(more.difference.later)) == ((), set())
    assert set(less.difference.later) == set(more.difference.sooner) != set()
    told = " ".join(losses(less.difference, board.school_name))
    assert "later dan met het plan ervoor: " in told
    assert "devices tekort, met het plan ervoor" in told
    assert "eerder dan met het plan ervoor: " in " ".join(gains(more.difference, board.school_name))
    assert (gains(None, board.school_name), losses(None, board.school_name)) == ([], [])


def test_an_approved_plan_is_the_decision_it_was_whatever_holds_now() -> None:
    board = approved(approved(view(cohort(LINDE, 5), cohort(ANNA, 5))), OTHER, 2)
    first, second = (whole_page(decision_of(board, plan), board) for plan in board.plans)
    assert first["status"] == "Plan 1, vastgesteld op 1‑5‑2018 door Bestuursvoorzitter"
    assert "Het is het eerste plan voor deze rondes." in first["compared"][1]  # type: ignore[index]
    assert second["compared"][1][0].startswith("Vergeleken met plan 1: ")  # type: ignore[index]
    assert first["reason"] == ["Waarom", "besproken"]


@pytest.mark.parametrize("scenario", [BASIS, OTHER])
def test_the_columns_of_the_paper_add_up(scenario: Scenario) -> None:
    board = approved(view(cohort(LINDE, 5, until="2019-01-01"), cohort(ANNA, 5)))
    decision = proposal(board, compute(board, scenario), NOON)
    page = whole_page(decision, board)
    for part, columns in (("schools", range(1, 5)), ("rounds", (2, 3))):
        *rows, last = page[part][2]  # type: ignore[index]
        for column in columns:
            cells = [int(row[column].partition(" ")[0].replace("–", "0") or 0) for row in rows]
            assert sum(cells) == int(last[column])
    assert page["sentence"].startswith(f"{decision.devices} devices voor ")  # type: ignore[attr-defined]


def test_what_schools_pay_themselves_and_what_moves_on_is_said() -> None:
    page = whole_page(*_own_money(PlanningRules(price_rise=0.0)))
    assert "Scholen betalen daarvan" in str(page["note"])
    assert "Wat een ronde overlaat schuift door" in str(page["note"])
    alone = whole_page(*_own_money(PlanningRules(price_rise=0.0, carry_over=False)))
    assert "schuift door" not in str(alone["note"])


def _own_money(rules: PlanningRules) -> tuple[PlanDecision, RoundsView]:
    board = view(cohort(LINDE, 5), rules=rules, choices={LINDE: SchoolChoice(LINDE, own_money={1: 3_000_00})})
    return proposal(board, compute(board), NOON), board


def test_a_school_that_is_left_out_is_named_by_its_name() -> None:
    board = view(cohort(LINDE, 5))
    assert lacks(compute(board).best, {ANNA: "no_pupils"}, board.school_name, board.rounds)[-1].endswith("Sint Anna.")


def test_schools_that_wait_do_so_until_after_a_round_by_its_name() -> None:
    board = view(cohort(LINDE, 5), cohort(ANNA, 5), rounds=tuple(replace(r, budget_cents=2_000_00) for r in ROUNDS))
    best = compute(board).best
    assert any("wachten tot na ronde 1 (september 2018)." in text for text in lacks(best, {}, str, board.rounds))
    assert any("wachten tot na de ronde van september 2018." in text for text in lacks(best, {}, str, ()))


def test_it_is_one_a4_that_a_screen_reader_reads() -> None:
    board = approved(view(cohort(LINDE, 5), cohort(ANNA, 5)), reason="In de vergadering 😀 besproken # niet *vet*")
    paper = decision_pdf(board, decision_of(board, board.plans[0]), "Bestuur", ["Peildatum 1-5-2018"])
    assert b"/Count 1" in paper
    assert b"pdfuaid:part" in paper
