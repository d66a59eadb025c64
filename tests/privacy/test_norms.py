"""Maturity: which score holds when, what a mean says, and that what nobody judged is not level 0."""

from datetime import date

import pytest

from planning.privacy.frameworks import Norm, frameworks, level_names, own_norm
from planning.privacy.norms import Score, all_norms, maturity, norm_reasons, score_reasons, scores_on
from tests.refusals import assert_reasons

DAY = date(2018, 5, 1)
NORMENKADER = frameworks()["normenkader_fo"]


def score(code: str, level: int, on: date = DAY, version: int = 1) -> Score:
    return Score(code, level, on, "", "IBP-coördinator", version=version)


def test_the_shipped_framework_states_94_norms_and_ships_only_those_that_were_seen() -> None:
    assert (len(NORMENKADER.domains), NORMENKADER.stated_norms, len(NORMENKADER.norms)) == (16, 94, 10)
    assert all(norm.is_seen and norm.source.startswith("https://") for norm in NORMENKADER.norms)


@pytest.mark.parametrize("code", frameworks())
def test_every_shipped_norm_belongs_to_a_domain_of_its_framework(code: str) -> None:
    framework = frameworks()[code]
    assert all(framework.domain(norm.domain) for norm in framework.norms)
    assert len({norm.code for norm in framework.norms}) == len(framework.norms)


def test_a_domain_that_was_not_seen_at_its_source_says_so() -> None:
    seen = {domain.code for domain in NORMENKADER.domains if domain.is_seen}
    assert seen == {"GO", "OR", "ID", "SM", "OP", "BC"}
    assert [level for level, name in level_names().items() if not name.is_seen] == [5]


def test_of_the_scores_by_a_date_the_latest_holds() -> None:
    scores = [
        score("OR.01", 3, date(2018, 4, 1)),
        score("OR.01", 2, date(2018, 1, 1)),
        score("OR.01", 5, date(2018, 6, 1)),
    ]
    assert scores_on(scores, DAY)["OR.01"].level == 3
    assert scores_on(scores, date(2018, 3, 1))["OR.01"].level == 2
    assert scores_on(scores, date(2017, 12, 31)) == {}


def test_of_two_scores_of_one_day_the_one_entered_last_holds() -> None:
    assert scores_on([score("OR.01", 4, version=8), score("OR.01", 1, version=3)], DAY)["OR.01"].level == 4


def test_a_norm_nobody_judged_takes_no_part_in_the_mean_and_is_not_at_its_target() -> None:
    found = maturity(NORMENKADER, NORMENKADER.norms, scores_on([score("SM.02", 3), score("SM.04", 2)], DAY), 3, DAY)
    domain = next(d for d in found.domains if d.domain.code == "SM")
    assert (domain.norms, domain.judged, domain.unjudged, domain.mean) == (4, 2, 2, 2.5)
    assert (domain.at_target, domain.below) == (1, 1)
    assert (found.norms, found.judged, found.at_target, found.unjudged, found.mean) == (94, 2, 1, 92, 2.5)
    assert next(d for d in found.domains if d.domain.code == "GO").mean is None


def test_a_norm_with_a_target_of_its_own_is_measured_by_that() -> None:
    norms = all_norms(NORMENKADER, [own_norm("SM.02", "SM", "Inloggen", 4)])
    found = maturity(NORMENKADER, norms, scores_on([score("SM.02", 3)], DAY), 3, DAY)
    domain = next(d for d in found.domains if d.domain.code == "SM")
    assert (domain.at_target, domain.below, domain.wanted) == (0, 1, 3.25)


def test_the_boards_own_list_lies_over_the_shipped_norms_in_the_order_of_the_domains() -> None:
    norms = all_norms(NORMENKADER, [own_norm("OR.01", "OR", "In eigen woorden"), own_norm("PR.01", "PR", "Rechten")])
    titles = {norm.code: norm.name_nl for norm in norms}
    assert titles["OR.01"] == "In eigen woorden"
    assert [norm.code for norm in norms][:2] == ["GO.03", "OR.01"]
    assert norms[-1].code == "PR.01"


def test_a_list_longer_than_the_publisher_states_counts_as_it_is() -> None:
    norms: list[Norm] = [own_norm(f"PR.{n:02d}", "PR", "Norm") for n in range(95)]
    assert maturity(NORMENKADER, norms, {}, 3, DAY).norms == 95


def test_a_score_is_refused_with_all_reasons_at_once() -> None:
    wrong = Score("XX.99", 6, date(2018, 5, 2), "x" * 1_001, "y" * 121)
    assert_reasons(
        score_reasons(wrong, NORMENKADER.norms, DAY),
        ("norm_unknown", "code"),
        ("level_out_of_range", "level"),
        ("score_to_come", "scored_on"),
        ("privacy_text_too_long", "evidence"),
        ("privacy_text_too_long", "owner"),
    )
    assert score_reasons(score("OR.01", 1), NORMENKADER.norms, DAY) == []


def test_a_norm_without_code_title_or_domain_is_refused() -> None:
    assert_reasons(
        norm_reasons(own_norm(" ", "??", "", 9), NORMENKADER),
        ("norm_without_code", "code"),
        ("norm_without_title", "title"),
        ("domain_unknown", "domain"),
        ("level_out_of_range", "target"),
    )
