"""The milestones of a year as events for anybody's own calendar. Pure."""

from collections.abc import Iterator

from planning.core.calendar_file import Event
from planning.core.translation import gettext as _
from planning.goals.plan import Plan, State


def events(plan: Plan, board_id: str) -> Iterator[Event]:
    """One whole day for every milestone; a stopped one is cancelled, so that a calendar takes it off."""
    for milestone in plan.milestones:
        log = plan.log_of(milestone.milestone)
        goal = plan.goal(milestone.goal)
        lines = [
            _("Goal {n}: {title}").format(n=goal.goal, title=goal.title),
            _("Owner: {owner}").format(owner=milestone.owner),
            *([milestone.evidence] if milestone.evidence else []),
        ]
        yield Event(
            uid=f"milestone-{board_id}-{plan.year}-{milestone.milestone}@vlootplan",
            start=milestone.due,
            title=milestone.title,
            last_modified=log[-1].at,
            description="\n".join(lines),
            url=milestone.link or None,
            sequence=len(log) - 1,
            is_cancelled=milestone.state is State.STOPPED,
        )
