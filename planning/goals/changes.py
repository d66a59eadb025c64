"""Why something of a plan cannot be changed so, in words. Pure."""

from datetime import date
from typing import Final

from planning.core.notation import day, number
from planning.core.translation import gettext as _
from planning.goals.plan import Goal, Milestone, State, SubGoal

FIRST_YEAR: Final = 2010
LAST_YEAR: Final = 2100
LONGEST: Final = {"title": 200, "short": 30, "owner": 80, "evidence": 300, "link": 400, "reason": 500}


def goal_reasons(new: Goal | SubGoal) -> list[str]:
    """Why a goal or sub-goal cannot be this."""
    if not new.title.strip():
        return [_("There is no text yet. Write in one sentence what is to be reached.")]
    return _too_long("title", new.title) + (_too_long("short", new.short) if isinstance(new, Goal) else [])


def milestone_reasons(new: Milestone, year: int) -> list[str]:
    """Why a milestone cannot be this."""
    reasons = []
    if not new.title.strip():
        reasons.append(_("There is no text yet. Write what will be there on that day."))
    if not new.owner.strip():
        reasons.append(_("There is no owner yet. Write the role that sees to it, such as ‘group ICT coordinator’."))
    if not date(year - 1, 1, 1) <= new.due <= date(year + 1, 12, 31):
        text = _("The date says {day}. Choose one near plan year {year}, or put the milestone in another year.")
        reasons.append(text.format(day=day(new.due), year=year))
    if new.link and not is_safe_link(new.link):
        reasons.append(_("The link does not begin with https:// or holds a space. Copy the whole address once more."))
    for field in ("title", "short", "owner", "evidence", "link"):
        reasons += _too_long(field, getattr(new, field))
    return reasons


def is_safe_link(link: str) -> bool:
    """Whether an address may be shown as a link: https only, and nothing in it that could end the address early."""
    return link.startswith("https://") and len(link) > len("https://") and not set(link) & set(" \t\r\n<>\"'()[]\\`")


def reason_reasons(before: Milestone, after: Milestone, reason: str) -> list[str]:
    """Whether a change must say why: a day that moves, and a milestone that is stopped."""
    if reason.strip():
        return _too_long("reason", reason)
    if before.due != after.due:
        return [_("The date moves from {was} to {now}. Say why.").format(was=day(before.due), now=day(after.due))]
    if after.state is State.STOPPED and before.state is not State.STOPPED:
        return [_("The milestone is stopped. Say why.")]
    return []


def judgement_reasons(reason: str) -> list[str]:
    """Why a judgement cannot be kept."""
    if not reason.strip():
        return [_("A judgement says why. Write it in one sentence.")]
    return _too_long("reason", reason)


def year_reasons(year: int) -> list[str]:
    """Why there can be no plan of this year."""
    if FIRST_YEAR <= year <= LAST_YEAR:
        return []
    text = _("The plan year says {year}. Choose one from {first} to {last}.")
    return [text.format(year=year, first=FIRST_YEAR, last=LAST_YEAR)]


def _too_long(field: str, text: str) -> list[str]:
    if len(text) <= LONGEST[field]:
        return []
    return [_("One text is longer than {n} signs: ‘{text}…’").format(n=number(LONGEST[field]), text=text[:30])]
