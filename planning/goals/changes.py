"""Why something of a plan cannot be changed so. Pure."""

import re
from datetime import date
from typing import Final

from planning.core.refusal import Reason, Year
from planning.goals.plan import Goal, Milestone, State, SubGoal

FIRST_YEAR: Final = 2010
LAST_YEAR: Final = 2100
LONGEST: Final = {"title": 200, "short": 30, "owner": 80, "evidence": 300, "link": 400, "reason": 500}


def goal_reasons(new: Goal | SubGoal) -> list[Reason]:
    """Why a goal or sub-goal cannot be this."""
    if not new.title.strip():
        return [Reason("goal_without_text", "title")]
    return _too_long("title", new.title) + (_too_long("short", new.short) if isinstance(new, Goal) else [])


def milestone_reasons(new: Milestone, year: int) -> list[Reason]:
    """Why a milestone cannot be this."""
    reasons = []
    if not new.title.strip():
        reasons.append(Reason("milestone_without_text", "title"))
    if not new.owner.strip():
        reasons.append(Reason("milestone_without_owner", "owner"))
    if not date(year - 1, 1, 1) <= new.due <= date(year + 1, 12, 31):
        reasons.append(Reason("milestone_far_from_year", "due", {"day": new.due, "year": Year(year)}))
    if new.link and not is_safe_link(new.link):
        reasons.append(Reason("link_unsafe", "link"))
    for field in ("title", "short", "owner", "evidence", "link"):
        reasons += _too_long(field, getattr(new, field))
    return reasons


def is_safe_link(link: str) -> bool:
    """Whether an address may be shown as a link: https or a page of ours, and nothing that could end it early."""
    is_address = link.startswith("https://") and len(link) > len("https://")
    return (is_address or is_own_page(link)) and not set(link) & set(" \t\r\n<>\"'()[]\\`")


def is_own_page(link: str) -> bool:
    """Whether an address is of a page of this installation, as that of a learning step; "//" would lead elsewhere."""
    return re.fullmatch(r"/[a-z]+(\?[\w=&-]*)?", link) is not None


def reason_reasons(before: Milestone, after: Milestone, reason: str) -> list[Reason]:
    """Whether a change must say why: a day that moves, and a milestone that is stopped."""
    if reason.strip():
        return _too_long("reason", reason)
    if before.due != after.due:
        return [Reason("moved_without_reason", "reason", {"was": before.due, "now": after.due})]
    if after.state is State.STOPPED and before.state is not State.STOPPED:
        return [Reason("stopped_without_reason", "reason")]
    return []


def judgement_reasons(reason: str) -> list[Reason]:
    """Why a judgement cannot be kept."""
    if not reason.strip():
        return [Reason("judgement_without_reason", "reason")]
    return _too_long("reason", reason)


def year_reasons(year: int) -> list[Reason]:
    """Why there can be no plan of this year."""
    if FIRST_YEAR <= year <= LAST_YEAR:
        return []
    values = {"year": Year(year), "first": Year(FIRST_YEAR), "last": Year(LAST_YEAR)}
    return [Reason("plan_year_out_of_range", None, values)]


def _too_long(field: str, text: str) -> list[Reason]:
    if len(text) <= LONGEST[field]:
        return []
    return [Reason("goal_text_too_long", field, {"n": LONGEST[field], "text": text[:30]})]
