"""The 72 hours, and which step an incident may take: on literal moments."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from planning.core.clock import AMSTERDAM
from planning.privacy.incident_reasons import recording_reasons, step_reasons
from planning.privacy.incident_steps import (
    KINDS,
    Closing,
    IncidentDescription,
    IncidentReport,
    IncidentStep,
    NoNoticeToPeople,
    NoNotification,
    NoticeToPeople,
    Notification,
    Reopening,
    RiskAssessment,
    Withdrawal,
    after,
    from_json,
    incident_of,
    kind_of,
    to_json,
)
from planning.privacy.incidents import Clock, Incident, Risk, most_urgent, notified_in_time
from tests.refusals import assert_reasons

DISCOVERED = datetime(2018, 4, 30, 8, 0, tzinfo=UTC)
NOW = DISCOVERED + timedelta(hours=41)
OPEN = Incident(1, "00AA00", DISCOVERED, "Lijst naar een verkeerd adres gemaild")


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("discovered", "deadline"),
    [
        ("2018-05-01T12:00", "2018-05-04T12:00"),
        ("2018-03-24T23:59", "2018-03-28T00:59"),  # that night an hour was skipped
        ("2018-10-27T23:59", "2018-10-30T22:59"),  # that night had an hour twice
        ("2018-03-22T02:30", "2018-03-25T03:30"),  # at 2.30 there was no 2.30
        ("2017-12-31T10:00", "2018-01-03T10:00"),
    ],
)
def test_72_hours_are_hours_that_pass_whatever_clocks_do(discovered: str, deadline: str) -> None:
    assert Clock(local(discovered)).deadline == local(deadline)


def test_both_times_that_autumn_shows_twice_have_their_own_72_hours() -> None:
    first, second = (datetime(2018, 10, 28, 2, 30, tzinfo=AMSTERDAM, fold=fold) for fold in (0, 1))
    assert Clock(second).deadline - Clock(first).deadline == timedelta(hours=1)


def test_a_clock_runs_until_it_is_decided_and_is_late_only_after_72_hours() -> None:
    clock = OPEN.clock
    assert clock.left(NOW) == timedelta(hours=31)
    assert not clock.is_late(DISCOVERED + timedelta(hours=72))
    assert clock.is_late(DISCOVERED + timedelta(hours=72, seconds=1))
    stopped = after(OPEN, Notification(DISCOVERED + timedelta(hours=70), "AP-1")).clock
    assert not stopped.is_running
    assert stopped.left(DISCOVERED + timedelta(days=300)) == timedelta(hours=2)


def test_an_incident_that_cannot_be_is_refused_for_all_reasons_at_once() -> None:
    wrong = IncidentReport("00AA00", NOW + timedelta(hours=1), " ", NOW + timedelta(hours=2))
    assert_reasons(
        recording_reasons(wrong, NOW),
        ("incident_without_text", "description"),
        ("discovery_to_come", "discovered_at"),
        ("discovered_before_it_happened", "happened_at"),
    )


@pytest.mark.parametrize(
    ("step", "code", "field"),
    [
        (Notification(NOW + timedelta(minutes=1), "AP-1"), "moment_to_come", "notified_at"),
        (Notification(DISCOVERED - timedelta(minutes=1), "AP-1"), "moment_before_discovery", "notified_at"),
        (Notification(NOW, " "), "notified_without_number", "reference"),
        (NoNotification(NOW, "Niets ingezien"), "not_notified_unassessed", None),
        (Withdrawal("Toch niet"), "incident_undecided", None),
        (NoticeToPeople(NOW + timedelta(days=1)), "moment_to_come", "told_at"),
        (NoNoticeToPeople(""), "not_told_without_reason", "not_told_why"),
        (RiskAssessment(Risk.HIGH, ""), "risk_without_reason", "risk_why"),
        (Reopening("Toch niet klaar"), "incident_open", None),
        (IncidentDescription(DISCOVERED, "x", people_least=9, people_most=3), "people_turned_round", "people_least"),
        (IncidentDescription(DISCOVERED, "x", people_least=-1), "people_out_of_range", "people_least"),
        (IncidentDescription(DISCOVERED, "x" * 4001), "incident_text_too_long", "description"),
    ],
)
def test_a_step_that_cannot_be_next_is_refused_at_the_field_it_is_about(
    step: IncidentStep, code: str, field: str | None
) -> None:
    assert_reasons(step_reasons(OPEN, step, NOW), (code, field))


def test_closing_asks_for_everything_that_is_missing_at_once() -> None:
    assert_reasons(
        step_reasons(OPEN, Closing(NOW, ""), NOW),
        ("closed_without_lessons", "lessons"),
        ("closed_unassessed", None),
        ("closed_undecided", None),
    )
    high = after(OPEN, RiskAssessment(Risk.HIGH, "Gezondheid van leerlingen"))
    decided = after(high, Notification(NOW, "AP-1"))
    assert_reasons(step_reasons(decided, Closing(NOW, "Twee paar ogen"), NOW), ("closed_untold", None))
    told = after(decided, NoticeToPeople(NOW))
    assert step_reasons(told, Closing(NOW, "Twee paar ogen"), NOW) == []


@pytest.mark.parametrize(("risk", "allowed"), [(Risk.NONE, True), (Risk.LIKELY, False), (Risk.HIGH, False)])
def test_only_without_a_risk_may_it_be_reasoned_not_to_notify(risk: Risk, allowed: bool) -> None:
    assessed = after(OPEN, RiskAssessment(risk, "Omdat"))
    assert (step_reasons(assessed, NoNotification(NOW, "Niets ingezien"), NOW) == []) is allowed


def test_the_risk_is_not_raised_behind_a_decision_that_rests_on_none() -> None:
    decided = after(after(OPEN, RiskAssessment(Risk.NONE, "Omdat")), NoNotification(NOW, "Niets ingezien"))
    assert_reasons(step_reasons(decided, RiskAssessment(Risk.HIGH, "Toch"), NOW), ("risk_after_decision", "risk"))
    assert step_reasons(after(decided, Withdrawal("Toch ingezien")), RiskAssessment(Risk.HIGH, "Toch"), NOW) == []


def test_a_decision_taken_back_lets_the_clock_run_again() -> None:
    decided = after(OPEN, Notification(NOW, "AP-1"))
    assert_reasons(step_reasons(decided, Notification(NOW, "AP-2"), NOW), ("incident_decided", None))
    assert after(decided, Withdrawal("Verkeerde melding")) == OPEN


def test_a_closed_incident_takes_no_step_but_being_opened_again() -> None:
    closed = replace(OPEN, closed_at=NOW)
    for step in (NoticeToPeople(NOW), IncidentDescription(DISCOVERED, "Anders"), Closing(NOW, "Nog eens")):
        assert_reasons(step_reasons(closed, step, NOW), ("incident_closed", None))
    assert step_reasons(closed, Reopening("Nieuw feit"), NOW) == []
    assert after(closed, Reopening("Nieuw feit")).closed_at is None


def test_a_discovery_is_not_moved_behind_the_decision() -> None:
    decided = after(OPEN, Notification(NOW, "AP-1"))
    later = NOW + timedelta(hours=1)
    assert_reasons(
        step_reasons(decided, IncidentDescription(later, "Anders"), later),
        ("discovered_after_decision", "discovered_at"),
    )


EVERY_STEP: tuple[IncidentStep, ...] = (
    IncidentReport(None, DISCOVERED, "Iets", DISCOVERED - timedelta(days=1)),
    IncidentDescription(DISCOVERED, "Iets", None, NOW, "Haast", ("contact", "care"), 10, 25, "Teruggehaald"),
    RiskAssessment(Risk.HIGH, "Zorg"),
    Notification(NOW, "AP-1"),
    NoNotification(NOW, "Niets ingezien"),
    Withdrawal("Toch niet"),
    NoticeToPeople(NOW),
    NoNoticeToPeople("Versleuteld"),
    Closing(NOW, "Twee paar ogen"),
    Reopening("Nieuw feit"),
)


@pytest.mark.parametrize("step", EVERY_STEP, ids=kind_of)
def test_a_step_is_the_same_after_it_was_kept(step: IncidentStep) -> None:
    assert from_json(kind_of(step), to_json(step)) == step


@pytest.mark.parametrize(
    ("kind", "facts", "step"),
    [
        (
            "recorded",
            {
                "school_id": "00AA00", "discovered_at": "2018-03-20T10:00:00+01:00", "description": "Iets",
                "happened_at": None,
            },
            IncidentReport("00AA00", datetime(2018, 3, 20, 9, tzinfo=UTC), "Iets"),
        ),
        (
            "described",
            {
                "discovered_at": "2018-03-20T09:00:00+00:00", "description": "Iets",
                "happened_at": "2018-03-19T09:00:00.250000+00:00", "reported_at": None, "cause": "",
                "data": ["contact", "care"], "people_least": 10, "people_most": None, "measures": "",
            },
            IncidentDescription(
                datetime(2018, 3, 20, 9, tzinfo=UTC), "Iets", datetime(2018, 3, 19, 9, 0, 0, 250_000, tzinfo=UTC),
                data=("contact", "care"), people_least=10,
            ),
        ),
        ("assessed", {"risk": "high", "risk_why": "Zorg"}, RiskAssessment(Risk.HIGH, "Zorg")),
        (
            "notified", {"notified_at": "2018-03-20T10:00:00+01:00", "reference": "AP-1"},
            Notification(datetime(2018, 3, 20, 9, tzinfo=UTC), "AP-1"),
        ),
        (
            "not_notified", {"not_notified_at": "2018-03-20T09:00:00+00:00", "not_notified_why": "Niets ingezien"},
            NoNotification(datetime(2018, 3, 20, 9, tzinfo=UTC), "Niets ingezien"),
        ),
        ("withdrawn", {"why": "Toch niet"}, Withdrawal("Toch niet")),
        ("told", {"told_at": "2018-03-20T09:00:00+00:00"}, NoticeToPeople(datetime(2018, 3, 20, 9, tzinfo=UTC))),
        ("not_told", {"not_told_why": "Versleuteld"}, NoNoticeToPeople("Versleuteld")),
        (
            "closed", {"closed_at": "2018-03-20T09:00:00+00:00", "lessons": "Twee paar ogen"},
            Closing(datetime(2018, 3, 20, 9, tzinfo=UTC), "Twee paar ogen"),
        ),
        ("reopened", {"why": "Nieuw feit"}, Reopening("Nieuw feit")),
    ],
)  # fmt: skip
def test_a_step_that_was_kept_before_is_still_read(kind: str, facts: dict[str, object], step: IncidentStep) -> None:
    assert from_json(kind, facts) == step


def test_every_kind_of_step_is_tried() -> None:
    assert {kind_of(step) for step in EVERY_STEP} == set(KINDS)


def test_what_is_known_is_the_steps_laid_over_each_other() -> None:
    known = incident_of(7, EVERY_STEP[:3])
    assert (known.incident_id, known.school_id, known.cause, known.risk) == (7, None, "Haast", Risk.HIGH)


def test_the_clock_that_ends_first_is_the_most_urgent_and_a_stopped_one_is_not() -> None:
    later = replace(OPEN, incident_id=2, discovered_at=DISCOVERED + timedelta(hours=5))
    stopped = replace(OPEN, incident_id=3, discovered_at=DISCOVERED - timedelta(hours=5), notified_at=DISCOVERED)
    assert most_urgent((later, OPEN, stopped)) == OPEN
    assert most_urgent((stopped,)) is None


def test_notified_within_72_hours_is_counted_of_those_notified() -> None:
    in_time = replace(OPEN, notified_at=DISCOVERED + timedelta(hours=72))
    late = replace(OPEN, notified_at=DISCOVERED + timedelta(hours=73))
    reasoned = replace(OPEN, not_notified_at=NOW)
    assert notified_in_time((in_time, late, reasoned, OPEN)) == (1, 2)
