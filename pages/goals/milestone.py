"""One milestone from near by: what it is, who changed what and why; and the form for whoever plans."""

from dataclasses import replace
from functools import partial
from itertools import groupby

import streamlit as st

from pages.goals.changes import changes_text, signed
from pages.goals.timeline import PICKED
from pages.goals.view import GoalsView
from pages.network.milestone import steps_to_point_at
from pages.parts import fields
from pages.parts.fields import Field, FieldRow
from pages.parts.forms import Form, Outcome, Values, change, show_outcome
from pages.parts.frame import Frame, plain
from planning.core.notation import day, day_and_month
from planning.core.refusal import Reason, Refused
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.goals.changes import LONGEST, is_own_page, is_safe_link
from planning.goals.plan import Milestone, Plan, State, differences
from planning.goals.sentences import days_late, state_word
from planning.goals.service import change_milestone

PLACE = "goals_milestone_form"


def milestone_part(view: GoalsView, *, editable: bool) -> None:
    """Choose a milestone; see it, or change it, and its log below."""
    plan = view.plan
    if not plan.milestones:
        st.markdown(_("There are no milestones on this date."))
        return
    chosen = _chosen(view)
    if editable:
        _form(view.frame, view.kept, next(m for m in view.kept.milestones if m.milestone == chosen.milestone))
        show_outcome(PLACE)
    else:
        _facts(view, chosen)
    with st.container(key="on_paper_milestone"):  # where the field that chooses it is left out
        st.markdown(f"**{plain(chosen.title)}**")
    _log(plan, chosen)


def _chosen(view: GoalsView) -> Milestone:
    known = {milestone.milestone: milestone for milestone in view.plan.milestones}
    if st.session_state.get(PICKED) not in known:
        late = [one.late[0] for one in view.standings if one.late]
        coming = [one.next for one in view.standings if one.next]
        first = min([*late, *coming] or view.plan.milestones, key=lambda milestone: milestone.due)
        st.session_state[PICKED] = first.milestone
    number = st.selectbox(
        _("Milestone"),
        list(known),
        format_func=lambda n: f"{known[n].goal} · {day_and_month(known[n].due)} · {known[n].title}",
        key=PICKED,
        help=_("A mark on the timeline chooses it as well."),
    )
    return known[number]


def _facts(view: GoalsView, milestone: Milestone) -> None:
    late = milestone.days_late(view.frame.as_of)
    state = f":red-badge[:material/event_busy: {days_late(late)}]" if late else state_word(milestone.state)
    lines = [
        _("**{day}** · {state} · {owner}").format(day=day(milestone.due), state=state, owner=plain(milestone.owner))
    ]
    if milestone.evidence:
        lines.append(f":material/attach_file: {plain(milestone.evidence)}")
    st.markdown("  \n".join(lines))
    _link(milestone)


def _link(milestone: Milestone) -> None:
    """The address as it is written; it leads outside, so nothing opens before somebody clicks."""
    if is_own_page(milestone.link):
        st.markdown(":material/footprint: [" + _("To the learning step") + f"]({milestone.link})")
    elif milestone.link and is_safe_link(milestone.link):
        st.markdown(f":material/open_in_new: [{plain(milestone.link)}]({milestone.link})")


def _form(frame: Frame, plan: Plan, milestone: Milestone) -> None:
    seen = len(plan.log_of(milestone.milestone))
    is_step = is_own_page(milestone.link)
    steps = steps_to_point_at(frame)
    if is_step:  # one of another network too, or that was taken away
        steps.setdefault(milestone.link, _("A step in the learning network"))
    at_step: tuple[FieldRow | Field, ...] = ()
    if steps:
        options, known = ["", *steps], milestone.link if is_step else ""
        label = _("Or it points at a step in the learning network")
        at_step = (fields.choice("step", label, options, known, lambda key: steps.get(key, _("none"))),)
    Form(
        PLACE,
        (
            fields.beside(
                fields.text("title", _("What"), milestone.title, LONGEST["title"]),
                fields.text("short", _("On the timeline"), milestone.short, LONGEST["short"]),
                widths=(2, 1),
            ),
            fields.beside(
                (
                    fields.choice("state", _("State"), list(State), milestone.state, state_word),
                    fields.text("owner", _("Owner (a role)"), milestone.owner, LONGEST["owner"]),
                ),
                (
                    fields.day("due", _("Date"), milestone.due, missing="milestone_without_date"),
                    fields.text("evidence", _("Evidence"), milestone.evidence, LONGEST["evidence"]),
                ),
            ),
            fields.text("link", _("Link to the evidence (https)"), "" if is_step else milestone.link, LONGEST["link"]),
            *at_step,
            fields.text("reason", _("Why (asked when the date moves or the milestone stops)"), "", LONGEST["reason"]),
        ),
        partial(_keep, plan.year, milestone, seen),
        _("Keep"),
        about=f"{plan.year}_{milestone.milestone}",
    ).show_fields()
    _link(milestone)


def _keep(year: int, before: Milestone, seen: int, person: Person, said: Values) -> Outcome:
    reason, step = said.pop("reason"), said.pop("step", "")
    if step and said["link"]:
        raise Refused(Reason("milestone_points_twice", "link"))
    said["link"] = step or said["link"]
    new = replace(before, **said)
    change(change_milestone, year, new, reason, seen)(person)
    changed = seen + len(differences(before, new))
    sentence = _("{title}: {state}, {day}.").format(title=new.title, state=state_word(new.state), day=day(new.due))
    return sentence, change(change_milestone, year, before, _("Undone"), changed)


def _log(plan: Plan, milestone: Milestone) -> None:
    st.caption(_("Who changed what, newest first"))
    lines = list(reversed(plan.log_of(milestone.milestone)))
    for _at, group in groupby(lines, key=lambda line: line.at):
        changed = list(group)[::-1]
        st.markdown(f"- {changes_text(changed)}.{signed(changed[0])}")
