"""Signals of IBP on literal clocks and dates: the 72 hours before all, and nothing where all is well."""

from datetime import UTC, date, datetime, timedelta

import pytest

from planning.attention.privacy import (
    PolicyWaits,
    RegisterSignal,
    RunningClock,
    TermsView,
    clocks_together,
    privacy_signals,
)
from planning.attention.sentences import requests_due_sentence
from planning.core.notation import NBHYPHEN
from planning.privacy.incident_words import must_be_decided, whole
from planning.privacy.incidents import Clock
from planning.privacy.policy import PolicyVersion
from planning.privacy.registers import Processor, RightsRequest

AS_OF = date(2018, 5, 1)
NOW = datetime(2018, 5, 1, 10, 0, tzinfo=UTC)
DISCOVERED = NOW - timedelta(hours=41)
SIGNED = Processor("A", signed_on=date(2018, 1, 1))


def signals(
    *clocks: tuple[str | None, Clock], processors: tuple[Processor, ...] = (), requests: tuple[RightsRequest, ...] = ()
) -> list[tuple[str, tuple[str, ...], int, date | None]]:
    found = privacy_signals(TermsView(clocks, processors, requests), NOW, AS_OF)
    return [(signal.code, signal.schools, signal.number, signal.day) for signal in found]


def test_all_well_gives_no_signal() -> None:
    assert signals(processors=(SIGNED,)) == []


def test_the_clock_that_ends_first_stands_first_and_says_how_long_it_has() -> None:
    later = Clock(DISCOVERED + timedelta(hours=3))
    found = privacy_signals(TermsView((("00BB00", later), (None, Clock(DISCOVERED))), (), ()), NOW, AS_OF)
    assert [(signal.schools, signal.left) for signal in found] == [
        ((), timedelta(hours=31)),
        (("00BB00",), timedelta(hours=34)),
    ]
    assert found[0].until == DISCOVERED + timedelta(hours=72)


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [(119, 60), (60, 60), (59, 59), (0, 0), (-0.5, -1), (-59, -59), (-119, -60)],
)
def test_time_left_is_told_in_whole_hours_and_under_an_hour_in_minutes(minutes: float, expected: int) -> None:
    assert whole(timedelta(minutes=minutes)) == timedelta(minutes=expected)


@pytest.mark.parametrize(
    ("left", "where", "expected"),
    [
        (
            timedelta(hours=31),
            "De Bottel",
            "Binnen 31 uur moet besloten zijn of het incident bij De Bottel gemeld wordt.",
        ),
        (
            timedelta(minutes=1),
            None,
            "Binnen 1 minuut moet besloten zijn of het incident van het bestuur gemeld wordt.",
        ),
        (timedelta(hours=-5), "De Bottel", "Het besluit of het incident bij De Bottel gemeld wordt, is 5 uur te laat."),
    ],
)
def test_a_running_clock_is_one_sentence(left: timedelta, where: str | None, expected: str) -> None:
    assert must_be_decided(left, where).replace("\u00a0", " ") == f"**{expected}**"


def test_processors_without_an_agreement_and_the_first_that_ends_are_one_signal() -> None:
    unsigned, ended = Processor("B"), Processor("C", signed_on=date(2016, 1, 1), ends_on=date(2018, 4, 30))
    ending = Processor("D", signed_on=date(2016, 1, 1), ends_on=date(2018, 7, 15))
    assert signals(processors=(SIGNED, unsigned, ended, ending)) == [("agreements", (), 2, date(2018, 7, 15))]
    assert signals(processors=(SIGNED, ending)) == [("agreements", (), 0, date(2018, 7, 15))]


def test_requests_near_their_term_are_told_with_the_first_day_and_those_past_it_apart() -> None:
    requests = (
        RightsRequest("00AA00", "", "access", date(2018, 4, 5)),
        RightsRequest("00AA00", "", "access", date(2018, 3, 5)),
        RightsRequest("00BB00", "", "access", date(2018, 4, 20)),
        RightsRequest("00BB00", "", "access", date(2018, 3, 1), None, date(2018, 3, 9)),
    )
    [found] = privacy_signals(TermsView((), (), requests), NOW, AS_OF)
    assert found == RegisterSignal("request_due", ("00AA00",), 1, date(2018, 5, 5), 1, date(2018, 4, 5))
    assert requests_due_sentence(found).replace(NBHYPHEN, "-") == (
        "**1 verzoek** had uiterlijk 5-4-2018 beantwoord moeten zijn. "
        "**1 verzoek** moet uiterlijk 5-5-2018 beantwoord zijn."
    )


def test_several_running_clocks_are_told_as_the_first_of_them_and_how_many_more() -> None:
    clocks = tuple((school, Clock(DISCOVERED + timedelta(hours=n))) for n, school in enumerate(("00BB00", None, None)))
    found = privacy_signals(TermsView(clocks, (Processor("B"),), ()), NOW, AS_OF)
    first, other = clocks_together(found)
    assert isinstance(first, RunningClock)
    assert (first.schools, first.more, other.code) == (("00BB00",), 2, "agreements")
    assert clocks_together([other]) == [other]


def test_a_clock_that_began_later_does_not_run_yet_on_an_earlier_day() -> None:
    found = TermsView(((None, Clock(DISCOVERED)),), (), ())
    assert privacy_signals(found, NOW, date(2018, 4, 28)) == ()


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"planned_on": date(2018, 5, 22)}, ("board", date(2018, 5, 22))),
        ({"planned_on": date(2018, 4, 20)}, ("board", date(2018, 4, 20), True)),
        ({"adopted_on": AS_OF}, ("gmr", None)),
        ({"adopted_on": AS_OF, "consent_on": AS_OF, "review_on": date(2018, 4, 30)}, ("review", date(2018, 4, 30))),
    ],
)
def test_the_newest_policy_says_for_whom_it_waits(days: dict[str, date], expected: tuple[str, date | None]) -> None:
    policy = PolicyVersion(2, "Beleid", "", "x.docx", "", date(2018, 4, 16), **days)
    nothing = TermsView((), (), ())
    assert privacy_signals(nothing, NOW, AS_OF, (policy,)) == (PolicyWaits("policy_waits", (), 2, *expected),)
    assert privacy_signals(nothing, NOW, date(2018, 4, 15), (policy,)) == ()


def test_a_policy_in_force_waits_for_nobody() -> None:
    policy = PolicyVersion(1, "Beleid", "", "x.docx", "", AS_OF, adopted_on=AS_OF, consent_on=AS_OF)
    assert privacy_signals(TermsView((), (), ()), NOW, AS_OF, (policy,)) == ()
