"""The rounds on other pages: the money of the round under way, and what the approved plan brings each school."""

from collections.abc import Callable, Mapping
from datetime import date

from pages.parts.frame import Frame, devices
from pages.parts.metrics import plain_metric
from pages.rounds.state import kept_part, kept_to_come, kept_view
from planning.core.notation import money, month_and_year, number, one_in, percent
from planning.core.translation import gettext as _
from planning.rounds.after_plan import place_of_target
from planning.rounds.board_plan import NOW
from planning.rounds.model import Round, numbered
from planning.rounds.scenario_plans import running_money
from planning.rounds.service import SchoolPart


def money_tile(frame: Frame) -> Callable[[], None] | None:
    """Shows what is ordered of the budget of the round under way; None where this person sees no rounds, or none is."""
    if frame.person.reach is not None:
        return None
    view = kept_view(frame)
    running = running_money(view)
    if running is None:
        return None
    name = _in_sentence(next(one for one in view.rounds if one.round_id == running.round_id), view.rounds)
    used = running.committed + running.spent
    share = percent(used / running.budget) if running.budget else "–"
    note = _("{share} of {budget}").format(share=share, budget=money(running.budget))
    return lambda: plain_metric(_("Ordered in {round}").format(round=name), money(used), note)


def planned_marks(frame: Frame) -> tuple[Mapping[str, float], date | None]:
    """(School -> its ratio after the approved plan, the day of the round that is); nothing where no plan holds."""
    found = kept_to_come(frame)
    if not found:
        return {}, None
    place = place_of_target(found.values())
    after = {key: school.rounds[place] for key, school in found.items()}
    marks = {key: one.pupils_per_device for key, one in after.items() if one.pupils_per_device is not None}
    return marks, next(iter(after.values())).on


def planned_rows(frame: Frame, school_id: str) -> list[tuple[date, str, int, int, float | None, int]]:
    """A school after each round to come of the approved plan: as pages.ratios.tables.PlannedRow."""
    part, found = kept_part(frame, school_id), kept_to_come(frame).get(school_id)
    if part is None or found is None:
        return []
    text = _("after {round}, by plan {version}")
    return [
        (
            one.on,
            text.format(round=_named(part, one.round_id), version=number(part.version.version)),
            one.pupils,
            one.devices,
            one.pupils_per_device,
            one.short,
        )
        for one in found.rounds
        if one.on > frame.as_of
    ]


def plan_sentence(frame: Frame, school_id: str, *, on_target: bool) -> str:
    """When the approved plan brings a school to its target, and to what ratio; "" where no plan says.

    `on_target`: whether it is there now; a list of after the plan may have brought it there before its round.
    """
    part, found = kept_part(frame, school_id), kept_to_come(frame).get(school_id)
    if part is None or found is None:
        return ""
    before = found.rounds[: found.reached] if found.reached is not None else found.rounds
    if found.reached == NOW or (on_target and found.reached is not None and not any(one.short for one in before)):
        return _("With the approved plan it stays so.")
    one = found.rounds[-1 if found.reached is None else found.reached]
    text = (
        _("With the approved plan it stands at {ratio} after {round}, in {month}, and not yet at its target.")
        if found.reached is None
        else _("After {round}, in {month}, it reaches its target, with {ratio}.")
    )
    return text.format(
        ratio=one_in(one.pupils_per_device), round=_named(part, one.round_id), month=month_and_year(one.on)
    )


def plan_tile(frame: Frame, school_id: str) -> bool:
    """What the approved plan buys for a school until it is on target; False where no plan says."""
    part, found = kept_part(frame, school_id), kept_to_come(frame).get(school_id)
    if part is None or found is None:
        return False
    last = found.rounds[place_of_target([found])]
    rounds = {one.round_id for one in found.rounds if one.on <= last.on}
    bought = [purchase for purchase in part.plan.purchases if purchase.round_id in rounds]
    cents = sum(purchase.count * purchase.price_cents for purchase in bought)
    label = _("Plan until {round}").format(round=_named(part, last.round_id))
    plain_metric(label, money(cents), devices(sum(purchase.count for purchase in bought)))
    return True


def _named(part: SchoolPart, round_id: int) -> str:
    one = next((r for r in part.rounds if r.round_id == round_id), None)
    return _in_sentence(one, part.rounds) if one else _("a round")


def _in_sentence(one: Round, rounds: tuple[Round, ...]) -> str:
    """ "ronde 3", or its own name."""
    return one.name or _("round {n}").format(n=number(numbered(rounds)[one.round_id]))
