"""One school's part of the approved plan: when it reaches its target, what comes when, and booking what came."""

import streamlit as st

from pages.parts.frame import Frame, plain
from pages.parts.show import show_table
from pages.ratios.data import ratio_view
from pages.rounds.delivery import booking_form, outcome
from pages.rounds.state import kept_part
from pages.rounds.swap import checklist
from planning.core.clock import local_day
from planning.core.notation import day, listed, month_and_year, number, short_month_and_year
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.rounds.board_plan import NOW
from planning.rounds.choice_rules import round_name
from planning.rounds.model import Round
from planning.rounds.service import SchoolPart


def answer_of(frame: Frame) -> str:
    """When the schools within reach are there, in one sentence each."""
    parts = [(school.school_id, kept_part(frame, school.school_id)) for school in frame.schools]
    view = [_reaches(frame, part, school_id) for school_id, part in parts if part is not None]
    return " ".join(view) or _("**Here you see what your school gets, once the board has approved a plan.**")


def plan_card(frame: Frame, school_id: str, *, answered: bool = False) -> None:
    """What a school may expect; `answered`: the page said already when it reaches its target."""
    part = kept_part(frame, school_id)
    with st.container(border=True, height="stretch"):
        frame.card("school_plan", lambda: _told(frame, part, school_id, answered=answered), (school_id, answered))
        if part is None:
            return
        still = [one for one in part.progress if one.undelivered]
        person = frame.person
        if still and (person.may(Right.CONTRIBUTE, school_id) or person.may(Right.PLAN, school_id)):
            booking_form(still, ratio_view(frame).kinds, {school_id: frame.school_name(school_id)}, frame.as_of)
        outcome()
        checklist(frame, school_id, part.progress, ratio_view(frame).kinds)


def _told(frame: Frame, part: SchoolPart | None, school_id: str, *, answered: bool) -> None:
    """What there is to read of it; nothing to answer with."""
    one_of_many = answered and len(frame.schools) > 1
    title = frame.school_name(school_id) if one_of_many else _("Its plan")
    st.subheader(title, anchor=False)
    if part is None:
        st.markdown(_("There is no approved plan yet. The board approves one on the page Rounds."))
        return
    if not answered:
        st.markdown(_reaches(frame, part, school_id))
    rows = [row for one in part.rounds if (row := _row(frame, part, one))]
    if rows:
        show_table(rows, title)
    told = _("Plan {version}, approved on {day}").format(
        version=part.version.version, day=day(local_day(part.version.approved_at))
    )
    if part.origin:
        told += " · " + _("follows the school's own choice ‘{name}’").format(name=plain(part.origin))
    st.caption(told)


def _reaches(frame: Frame, part: SchoolPart, school_id: str) -> str:
    name = plain(frame.school_name(school_id))
    school = next((s for s in part.plan.schools if s.school_id == school_id), None)
    if school is None:
        return _("{school} is not in the plan: its inventory or pupil count was not known.").format(school=name)
    if school.reached is None:
        return _("**{school} does not reach its target in the rounds planned.**").format(school=name)
    if school.reached == NOW:
        return _("**{school} is on target and stays so.**").format(school=name)
    month = month_and_year(part.plan.rounds[school.reached].on)
    return _("**{school} reaches its target in {month}.**").format(school=name, month=month)


def _row(frame: Frame, part: SchoolPart, one: Round) -> dict[str, str] | None:
    """What a round brings: by its orders where there are, else by the plan."""
    here = [s for s in part.progress if s.order.round_id == one.round_id]
    planned = {p.kind: p.count for p in part.plan.of_round(one.round_id)}
    ordered: dict[str, int] = {}
    for s in here:
        ordered[s.order.kind] = ordered.get(s.order.kind, 0) + s.order.due
    kinds = ratio_view(frame).kinds
    what = {**planned, **{kind: max(n, planned.get(kind, 0)) for kind, n in ordered.items()}}
    if not what:
        return None
    came = sum(s.delivered for s in here)
    confirmed = sum(s.confirmed for s in here)
    if not here:
        stage = _("planned")
    elif confirmed >= sum(ordered.values()):
        stage = _("● in the inventory")
    elif came >= sum(ordered.values()):
        stage = _("● delivered")
    elif came:
        stage = _("◐ {n} of {total} delivered").format(n=number(came), total=number(sum(ordered.values())))
    else:
        stage = _("○ ordered")
    return {
        _("Round"): f"{round_name(one, part.rounds)} · {short_month_and_year(one.on)}",
        _("Brings"): listed([f"{number(n)} {kinds[kind].name(n)}" for kind, n in what.items()]),
        _("Stage"): stage,
    }
