"""From a pasted list to core competences: what is an idea, what seems the same, what may be adopted."""

import pytest

from planning.competences.workshop import (
    MOST_IDEAS,
    Competence,
    Idea,
    adoption_reasons,
    idea_lines,
    idea_reasons,
    likely_doubles,
    name_reasons,
    new_key,
    ranked,
)
from planning.core.refusal import Reason
from tests.refusals import assert_reasons


def ideas(*texts: str) -> list[Idea]:
    return [Idea(number, text) for number, text in enumerate(texts, start=1)]


def test_a_pasted_list_loses_its_bullets_numbers_blank_lines_and_repetitions() -> None:
    pasted = "- Samen leren\n2. Feedback geven\n\n• samen leren\n(3) Mediawijs  zijn\n21e-eeuws lesgeven"
    assert idea_lines(pasted) == ["samen leren", "Feedback geven", "Mediawijs zijn", "21e-eeuws lesgeven"]


def test_an_idea_that_is_too_long_is_refused_with_its_line() -> None:
    long = {"n": 2, "most": 200, "start": "x" * 40}
    assert idea_reasons(["kort", "x" * 201], 0) == [Reason("idea_too_long", "text", long)]
    assert_reasons(idea_reasons([], 0), ("no_idea", "text"))
    assert_reasons(idea_reasons(["nog een"], MOST_IDEAS), ("too_many_ideas", "text"))


def test_ideas_that_say_the_same_in_other_words_are_put_together() -> None:
    found = likely_doubles(
        ideas(
            "Feedback geven met ict",
            "Mediawijsheid",
            "Met ICT feedback geven",
            "Differentiëren",
            "mediawijsheid!",
            "feedback geven aan leerlingen met ict",
        )
    )
    assert found == [(1, 3, 6), (2, 5)]


def test_one_word_in_common_does_not_make_the_same_idea() -> None:
    assert likely_doubles(ideas("Samenwerken met ouders", "Samenwerken met collega's in de cloud", "Ouders")) == []


def test_most_points_come_first_and_equal_points_by_name() -> None:
    some = [
        Competence("a", "Zingen", points=2),
        Competence("b", "Bouwen", points=2),
        Competence("c", "Lezen", points=5),
    ]
    assert [one.name for one in ranked(some)] == ["Lezen", "Bouwen", "Zingen"]


def test_a_name_that_is_taken_is_refused_but_its_own_is_not() -> None:
    known = [Competence("own-1", "Feedback geven")]
    assert_reasons(name_reasons("feedback geven", None, known), ("competence_there_already", "name"))
    assert name_reasons("Feedback geven", "own-1", known) == []
    assert_reasons(name_reasons("", None, known), ("competence_without_name", "name"))


def test_only_competences_with_a_wanted_level_can_be_adopted_and_all_that_lack_it_are_named() -> None:
    reasons = adoption_reasons(
        [Competence("a", "Lezen"), Competence("b", "Bouwen"), Competence("c", "Zingen", wanted=3)]
    )
    assert_reasons(reasons, ("competence_without_level", "a"), ("competence_without_level", "b"))
    assert_reasons(adoption_reasons([]), ("no_competence_chosen", None))


@pytest.mark.parametrize(("taken", "key"), [(set(), "own-1"), ({"own-1", "own-3"}, "own-2")])
def test_a_new_competence_gets_a_key_nobody_has(taken: set[str], key: str) -> None:
    assert new_key(taken) == key
