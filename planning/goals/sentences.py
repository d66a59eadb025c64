"""Goals in words: states, courses, figures and the one sentence that answers the page."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from planning.core.notation import day, day_and_month, number, one_in, percent, target_one_in
from planning.core.translation import N_, ngettext
from planning.core.translation import gettext as _
from planning.goals.figures import Figure, StillToCome
from planning.goals.plan import CREATED, Confidence, Course, MilestoneChange, Plan, State
from planning.goals.standing import Standing

COURSE_WORDS: Final = {
    Course.ON_COURSE: N_("on course"),
    Course.ATTENTION: N_("needs attention"),
    Course.LATE: N_("late"),
    Course.DONE: N_("reached"),
}
COURSE_BADGES: Final = {
    Course.ON_COURSE: ("green", "check_circle"),
    Course.ATTENTION: ("yellow", "contrast"),
    Course.LATE: ("red", "event_busy"),
    Course.DONE: ("green", "flag"),
}
STATE_WORDS: Final = {
    State.NOT_STARTED: N_("not started"),
    State.UNDER_WAY: N_("under way"),
    State.DONE: N_("reached"),
    State.STOPPED: N_("stopped"),
}
STATE_TOLD: Final = {
    State.NOT_STARTED: N_("has not begun"),
    State.UNDER_WAY: N_("has begun"),
    State.DONE: N_("is reached"),
    State.STOPPED: N_("is stopped"),
}
CONFIDENCE_WORDS: Final = {
    Confidence.LOW: N_("little confidence"),
    Confidence.FAIR: N_("fair confidence"),
    Confidence.HIGH: N_("much confidence"),
}
FIELD_NAMES: Final = {
    "title": N_("what"),
    "short": N_("short name"),
    "owner": N_("owner"),
    "due": N_("date"),
    "state": N_("state"),
    "evidence": N_("evidence"),
    "link": N_("link"),
}


def course_word(course: Course) -> str:
    """How a goal goes, in words."""
    return _(COURSE_WORDS[course])


def state_word(state: State) -> str:
    """How far a milestone is, in words."""
    return _(STATE_WORDS[state])


def confidence_word(confidence: Confidence) -> str:
    """How sure a person is, in words."""
    return _(CONFIDENCE_WORDS[confidence])


def field_name(field: str) -> str:
    """The name of what can be changed of a milestone."""
    return _(FIELD_NAMES[field])


def field_text(field: str, text: str | None) -> str:
    """What the log kept of a field, as people write it."""
    if not text:
        return "–"
    if field == "due":
        return day(date.fromisoformat(text))
    return state_word(State(text)) if field == "state" else text


def badge(course: Course | None) -> str:
    """The badge of a goal: colour, icon and word."""
    if course is None:
        return ":gray-badge[:material/help: " + _("nothing planned yet") + "]"
    color, icon = COURSE_BADGES[course]
    return f":{color}-badge[:material/{icon}: {course_word(course)}]"


def days_late(n: int) -> str:
    """'16 days late'."""
    return ngettext("{n} day late", "{n} days late", n).format(n=number(n))


def goals_answer(plan: Plan, standings: Sequence[Standing], day_of: date) -> str:
    """How many goals are on course, which are not, and what comes next."""
    well = [one for one in standings if one.is_well]
    n, total = len(well), len(standings)
    parts = [_on_course(n, total, plan.year)]
    parts += [_trouble(plan, one, day_of) for one in standings if not one.is_well and one.course is not None]
    coming = [one.next for one in standings if one.next]
    if coming:
        first = min(coming, key=lambda milestone: (milestone.due, milestone.milestone))
        text = _("Next is ‘{title}’ on {day}.")
        parts.append(text.format(title=first.title, day=day(first.due)))
    return " ".join(parts)


def _on_course(n: int, total: int, year: int) -> str:
    if n == total:
        return ngettext(
            "**The goal of {year} is on course.**", "**All {total} goals of {year} are on course.**", total
        ).format(total=number(total), year=year)
    if n == 0:
        return _("**No goal of {year} is on course.**").format(year=year)
    return ngettext(
        "**{n} of the {total} goals of {year} is on course.**",
        "**{n} of the {total} goals of {year} are on course.**",
        n,
    ).format(n=number(n), total=number(total), year=year)


def _trouble(plan: Plan, one: Standing, day_of: date) -> str:
    if one.late:
        late = one.late[0].days_late(day_of)
        return ngettext(
            "A milestone of goal {goal} is {n} day late.", "A milestone of goal {goal} is {n} days late.", late
        ).format(goal=one.goal, n=number(late))
    if one.course is Course.LATE:
        return _("Goal {goal} is late.").format(goal=one.goal)
    return _("Goal {goal} needs attention.").format(goal=one.goal)


def figure_name(code: str) -> str:
    """What is measured."""
    return {
        "pupils_per_device": _("pupils per device"),
        "on_target": _("schools on target"),
        "within_life": _("devices within life span"),
        "rounds_delivered": _("rounds delivered whole"),
        "devices_delivered": _("devices delivered of those approved"),
        "visited": _("schools visited this year"),
        "teams_started": _("quality teams started"),
        "wanted_level": _("core competences with a wanted level"),
        "scanned": _("schools with a self-scan this year"),
        "policy_steps": _("policy adopted by the board, consent of the GMR"),
        "norms": _("norms at the level wanted"),
        "measures": _("measures done"),
        "agreements": _("processors with a signed agreement"),
        "aware_schools": _("schools active in awareness this school year"),
    }[code]


def figure_text(figure: Figure) -> str:
    """The figure as it stands: '1 op 4,5', '17 van 20'."""
    if figure.now is None:
        return _("not known yet")
    if figure.less_is_better:
        return one_in(figure.now)
    return _("{n} of {total}").format(n=number(figure.now), total=number(figure.goal))


def figure_note(figure: Figure, year: int) -> str:
    """Where it came from on 1 January, where it goes, and what of it is still to come."""
    parts = []
    if figure.base is not None:
        was = one_in(figure.base) if figure.less_is_better else number(figure.base)
        parts.append(_("was {value} on {day}").format(value=was, day=day_and_month(date(year, 1, 1))))
    if figure.less_is_better:
        parts.append(_("goal {ratio}").format(ratio=target_one_in(figure.goal)))
    parts += [still_text(one) for one in figure.still]
    return ", ".join(parts)


def still_text(one: StillToCome) -> str:
    """What keeps a round from being delivered: 'van ronde 1 komen nog 3 devices'."""
    name = one.name or _("round {n}").format(n=number(one.number))
    text = ngettext("{n} device of {round} is still to come", "{n} devices of {round} are still to come", one.devices)
    return text.format(n=number(one.devices), round=name)


def share_text(figure: Figure) -> str:
    """How full the bar is: a part of the whole, or of the way from where the year began."""
    if figure.share is None:
        return "–"
    share = percent(figure.share)
    return _("{share} of the way").format(share=share) if figure.less_is_better else share


def moved_text(moved: int) -> str:
    """Better, worse or the same as at the last board meeting; shape and word."""
    return {1: "↑\u00a0" + _("better"), -1: "↓\u00a0" + _("worse"), 0: _("the same")}[moved]


def change_text(line: MilestoneChange) -> str:
    """One line of a log: what changed, from what into what."""
    if line.field == CREATED:
        return _("planned")
    before, after = field_text(line.field, line.before), field_text(line.field, line.after)
    if line.field == "state":
        return _("was {before}, is now {after}").format(before=before, after=after)
    return _("{field}: {before} → {after}").format(field=field_name(line.field), before=before, after=after)
