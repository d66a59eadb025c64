"""Audit lines of goals in words: what it was, or became."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pages.parts.goals_words import confidence_word, course_word, field_name, field_text
from planning.core.notation import day, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.goals.plan import FIELDS, Confidence, Course

Facts = Mapping[str, Any]


def plan_year(facts: Facts) -> str:
    """How many goals and milestones it began with, and from which year they came."""
    goals, milestones = facts["goals"], facts["milestones"]
    parts = [
        ngettext("{n} goal", "{n} goals", goals).format(n=number(goals)),
        ngettext("{n} milestone", "{n} milestones", milestones).format(n=number(milestones)),
    ]
    if facts["copied_from"]:
        parts.append(_("taken over from {year}").format(year=facts["copied_from"]))
    return " · ".join(parts)


def goal(facts: Facts) -> str:
    """Its words, and its year."""
    return " · ".join([*([str(facts["year"])] if "year" in facts else []), facts["title"]])


def milestone(facts: Facts) -> str:
    """The fields that changed, and why."""
    parts = [f"{field_name(name)}: {field_text(name, facts[name])}" for name in FIELDS if name in facts]
    return " · ".join([*parts, *([facts["reason"]] if facts.get("reason") else [])])


def judgement(facts: Facts) -> str:
    """How it goes, how sure, and why."""
    course, confidence = Course(facts["course"]), Confidence(facts["confidence"])
    return f"{course_word(course)} · {confidence_word(confidence)} · {facts['reason']}"


def meetings(days: Sequence[str]) -> str:
    """The days; a dash where there are none."""
    return ", ".join(day(date.fromisoformat(one)) for one in days) or "–"
