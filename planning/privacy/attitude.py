"""Attitude, not only paper: what schools do for awareness, and what teachers, pupils and parents say of it. Pure.

Of a questionnaire only counts exist, and none of fewer than five respondents: neither kept nor shown.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from planning.core.paths import REFERENCE
from planning.core.refusal import Reason
from planning.core.translation import N_, language
from planning.privacy.norms import LONGEST_OWNER, length_reasons

AUDIENCES: Final = ("staff", "pupils", "parents")
KINDS: Final = ("meeting", "lesson", "film", "newsletter", "parents_evening", "exercise", "other")
ANSWERS: Final = (N_("never"), N_("sometimes"), N_("mostly"), N_("always"))
"""The levels of an answer, 1 to 4."""
GOOD_FROM: Final = 3
FEWEST: Final = 5
"""A group smaller than this is not kept: an answer could be one person's."""
MOST: Final = 5_000  # answers of one school at one level: more is a slip of the pen
LONGEST_TITLE: Final = 120
TERMS: Final = 4
_FIRST_MONTH: Final = 8  # a school year starts on 1 August
_MONTHS: Final = 12 // TERMS


@dataclass(frozen=True, slots=True)
class Activity:
    """Something a school did for awareness."""

    school_id: str
    activity_id: int  # 0: new; one activity may hold for several schools
    kind: str  # one of KINDS
    title: str
    held_on: date
    audiences: tuple[str, ...]  # of AUDIENCES
    led_by: str  # a role
    entered_by: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement people answer with one of ANSWERS."""

    audience: str
    code: str
    text_nl: str
    text_en: str

    @property
    def text(self) -> str:
        """The statement in the reader's language."""
        return self.text_nl if language() == "nl" else self.text_en


@dataclass(frozen=True, slots=True)
class StatementAnswers:
    """How many of a school's audience gave each answer to a question."""

    school_id: str
    audience: str
    held_on: date
    question: str  # code
    counts: tuple[int, ...]  # of the answers 1 to 4

    @property
    def respondents(self) -> int:
        """How many people answered."""
        return sum(self.counts)


@cache
def questions() -> tuple[Statement, ...]:
    """The statements of the questionnaires, own wording, by audience."""
    with (REFERENCE / "privacy_questions.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Statement(**row) for row in csv.DictReader(file))


def questions_for(audience: str) -> tuple[Statement, ...]:
    """The statements for one audience."""
    return tuple(question for question in questions() if question.audience == audience)


def school_year(day: date) -> date:
    """The first day of the school year a day is in."""
    return date(day.year if day.month >= _FIRST_MONTH else day.year - 1, _FIRST_MONTH, 1)


def next_term(start: date) -> date:
    """The first day of the term after the one that starts here."""
    month = start.month + _MONTHS
    return date(start.year + (month > 12), (month - 1) % 12 + 1, 1)


def terms(first: date, last: date) -> tuple[date, ...]:
    """The first days of the terms from the school year of `first` up to the term `last` is in."""
    found, start = [], school_year(first)
    while start <= last:
        found.append(start)
        start = next_term(start)
    return tuple(found)


def term_of(day: date) -> date:
    """The first day of the term a day is in."""
    return terms(day, day)[-1]


def by_term(activities: Iterable[Activity], known: Sequence[date]) -> dict[tuple[str, date], tuple[Activity, ...]]:
    """The activities of each school in each of these terms; absent where there was none."""
    found: dict[tuple[str, date], tuple[Activity, ...]] = {}
    for activity in activities:
        term = term_of(activity.held_on)
        if term in known:
            found[activity.school_id, term] = (*found.get((activity.school_id, term), ()), activity)
    return found


def active_schools(activities: Iterable[Activity], as_of: date) -> frozenset[str]:
    """The schools with an activity in the school year of a date, up to that date."""
    first = school_year(as_of)
    return frozenset(activity.school_id for activity in activities if first <= activity.held_on <= as_of)


def good_share(answers: Iterable[StatementAnswers]) -> float | None:
    """The share of all answers that is "mostly" or "always"; None of fewer than FEWEST respondents to any question."""
    per_question: dict[str, int] = {}
    good = total = 0
    for line in answers:
        per_question[line.question] = per_question.get(line.question, 0) + line.respondents
        good += sum(line.counts[GOOD_FROM - 1 :])
        total += line.respondents
    if not per_question or min(per_question.values()) < FEWEST:
        return None
    return good / total


def shares_in_time(answers: Iterable[StatementAnswers], as_of: date) -> dict[str, list[tuple[date, float]]]:
    """Audience -> (first day of a term, share of good answers) of all the schools together, oldest first."""
    groups: dict[tuple[str, date], list[StatementAnswers]] = {}
    for line in answers:
        if line.held_on <= as_of:
            groups.setdefault((line.audience, term_of(line.held_on)), []).append(line)
    found: dict[str, list[tuple[date, float]]] = {audience: [] for audience in AUDIENCES}
    for (audience, start), lines in sorted(groups.items()):
        share = good_share(lines)
        if share is not None:
            found[audience].append((start, share))
    return found


def activity_reasons(activity: Activity, today: date) -> list[Reason]:
    """Why this cannot be an activity."""
    reasons = []
    if not activity.title.strip():
        reasons.append(Reason("activity_without_name", "title"))
    if not activity.audiences:
        reasons.append(Reason("activity_without_audience", "audiences"))
    if activity.held_on > today:
        reasons.append(Reason("activity_to_come", "held_on"))
    return reasons + length_reasons(
        ("title", N_("The activity"), activity.title, LONGEST_TITLE),
        ("led_by", N_("Who led it"), activity.led_by, LONGEST_OWNER),
    )


def answers_reasons(answers: Sequence[StatementAnswers], today: date) -> list[Reason]:
    """Why these counts of one school, audience and day cannot be kept; all reasons at once."""
    asked = {(question.audience, question.code) for question in questions()}
    if any((line.audience, line.question) not in asked or len(line.counts) != len(ANSWERS) for line in answers):
        return [Reason("other_questionnaire")]
    given = [line for line in answers if line.respondents]
    if not given:
        return [Reason("answers_empty")]
    reasons = [
        Reason("too_few_answers", line.question, {"code": line.question, "n": line.respondents, "fewest": FEWEST})
        for line in given
        if line.respondents < FEWEST
    ]
    if any(not 0 <= count <= MOST for line in answers for count in line.counts):
        reasons.append(Reason("answers_out_of_range", None, {"most": MOST}))
    if any(line.held_on > today for line in answers):
        reasons.append(Reason("answers_to_come", "held_on"))
    return reasons
