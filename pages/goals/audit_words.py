"""Audit lines of goals in words: what it was, or became."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from pages.parts.audit_topic import AuditTopic, Facts, alone
from planning.core.notation import day, number
from planning.core.translation import N_, ngettext
from planning.core.translation import gettext as _
from planning.goals.plan import FIELDS, Confidence, Course, State
from planning.goals.sentences import STATE_TOLD, confidence_word, course_word, field_name, field_text


def _plan_year(facts: Facts) -> str:
    """How many goals and milestones it began with, and from which year they came."""
    goals, milestones = facts["goals"], facts["milestones"]
    parts = [
        ngettext("{n} goal", "{n} goals", goals).format(n=number(goals)),
        ngettext("{n} milestone", "{n} milestones", milestones).format(n=number(milestones)),
    ]
    if facts["copied_from"]:
        parts.append(_("taken over from {year}").format(year=facts["copied_from"]))
    return " · ".join(parts)


def _goal(facts: Facts) -> str:
    """Its words, and its year."""
    return " · ".join([*([str(facts["year"])] if "year" in facts else []), facts["title"]])


def _milestone(facts: Facts) -> str:
    """The fields that changed, and why; how far it is as people say it: "has not begun", and then "has begun"."""
    parts = [
        _(STATE_TOLD[State(facts[name])]) if name == "state" else f"{field_name(name)}: {field_text(name, facts[name])}"
        for name in FIELDS
        if name in facts
    ]
    return " · ".join([*parts, *([facts["reason"]] if facts.get("reason") else [])])


def _judgement(facts: Facts) -> str:
    """How it goes, how sure, and why."""
    course, confidence = Course(facts["course"]), Confidence(facts["confidence"])
    return f"{course_word(course)} · {confidence_word(confidence)} · {facts['reason']}"


def _meetings(days: Sequence[str]) -> str:
    """The days; a dash where there are none."""
    return ", ".join(day(date.fromisoformat(one)) for one in days) or "–"


TOPIC: Final = AuditTopic(
    N_("goals"),
    {
        "plan_year": N_("Plan year begun"),
        "goal": N_("Goal"),
        "milestone": N_("Milestone"),
        "judgement": N_("Judgement of a goal"),
        "board_meetings": N_("Days of board meetings"),
    },
    {
        "plan_year": alone(_plan_year),
        "goal": alone(_goal),
        "milestone": alone(_milestone),
        "judgement": alone(_judgement),
        "board_meetings": alone(_meetings),
    },
)
