"""What is kept between reruns: made once for all, dropped when it is long unused, never kept when it failed."""

from threading import Barrier, Thread

import pytest

from pages.parts.data import DataKey
from pages.parts.kept import AnswerCache
from pages.parts.theme import Theme


def test_an_answer_is_made_once() -> None:
    made: list[str] = []
    kept = AnswerCache[str](2)

    def make() -> str:
        made.append("answer")
        return "answer"

    assert [kept.answer("key", make) for _again in range(3)] == ["answer"] * 3
    assert made == ["answer"]


def test_the_answer_longest_unused_goes_first() -> None:
    kept = AnswerCache[int](2)
    kept.answer("a", lambda: 1)
    kept.answer("b", lambda: 2)
    kept.answer("a", lambda: 0)
    kept.answer("c", lambda: 3)
    assert (kept.answer("a", lambda: 0), kept.answer("b", lambda: 0)) == (1, 0)


def test_whoever_asks_while_it_is_made_waits_for_it() -> None:
    made: list[int] = []
    kept, together = AnswerCache[int](2), Barrier(4)

    def make() -> int:
        made.append(len(made))
        return made[-1]

    def ask() -> None:
        together.wait()
        kept.answer("key", make)

    people = [Thread(target=ask) for _person in range(4)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert made == [0]


def test_what_could_not_be_made_is_asked_again() -> None:
    kept = AnswerCache[int](2)
    with pytest.raises(ZeroDivisionError):
        kept.answer("key", lambda: 1 // 0)
    assert kept.answer("key", lambda: 2) == 2


def test_two_reaches_two_moments_and_two_screens_have_cards_of_their_own() -> None:
    all_schools, one = DataKey("11111", None, 3), DataKey("11111", frozenset({"00AA00"}), 3)
    later, light, dark = DataKey("11111", None, 4), Theme(False, False, "nl"), Theme(True, False, "nl")
    keys = {(key, theme, "x") for key in (all_schools, one, later) for theme in (light, dark)}
    assert len(keys) == 6
