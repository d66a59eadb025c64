"""The rounds on other pages: the money of the round under way, and where the approved plan brings each school."""

from collections.abc import Callable, Mapping
from datetime import date

from pages.parts.frame import Frame
from pages.parts.metrics import plain_metric
from pages.rounds.state import kept_to_come, kept_view
from planning.core.notation import money, percent
from planning.core.translation import gettext as _
from planning.rounds.after_plan import place_of_target
from planning.rounds.choice_rules import round_name
from planning.rounds.scenario_plans import running_money


def money_tile(frame: Frame) -> Callable[[], None] | None:
    """Shows what is ordered of the budget of the round under way; None where this person sees no rounds, or none is."""
    if frame.person.reach is not None:
        return None
    view = kept_view(frame)
    running = running_money(view)
    if running is None:
        return None
    name = round_name(next(one for one in view.rounds if one.round_id == running.round_id), view.rounds)
    used = running.committed + running.spent
    share = percent(used / running.budget) if running.budget else "–"
    note = _("{share} of {budget}").format(share=share, budget=money(running.budget))
    return lambda: plain_metric(_("Ordered · {round}").format(round=name), money(used), note)


def planned_marks(frame: Frame) -> tuple[Mapping[str, float], date | None]:
    """(School -> its ratio after the approved plan, the day of the round that is); nothing where no plan holds."""
    found = kept_to_come(frame)
    if not found:
        return {}, None
    place = place_of_target(found.values())
    after = {key: school.rounds[place] for key, school in found.items()}
    marks = {key: one.pupils_per_device for key, one in after.items() if one.pupils_per_device is not None}
    return marks, next(iter(after.values())).on
