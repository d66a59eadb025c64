"""What of the goals changed after a day, in a few words each."""

from collections.abc import Sequence
from datetime import date

from pages.goals.view import goals_in_force
from pages.parts.frame import Frame
from planning.core.notation import number
from planning.core.translation import ngettext
from planning.goals.plan import CREATED, State
from planning.goals.standing import changed_since


def news(frame: Frame, since: date) -> Sequence[str]:
    """Milestones done, moved and new, and goals that were judged."""
    view = goals_in_force(frame)
    if view is None:
        return ()
    found = changed_since(view.plan, since)
    done = {m.milestone for m in found.milestones if m.field == "state" and m.after == State.DONE}
    moved = {m.milestone for m in found.milestones if m.field == "due"}
    new = {m.milestone for m in found.milestones if m.field == CREATED}
    judged = {(now.goal, now.sub_goal) for _before, now in found.judgements}
    told = (
        (len(done), ngettext("{n} milestone reached", "{n} milestones reached", len(done))),
        (len(moved), ngettext("{n} moved", "{n} moved", len(moved))),
        (len(new), ngettext("{n} new", "{n} new", len(new))),
        (len(judged), ngettext("{n} sub-goal judged", "{n} sub-goals judged", len(judged))),
    )
    return [text.format(n=number(n)) for n, text in told if n]
