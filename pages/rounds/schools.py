"""When each school reaches its target, which schools wait, and why."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from pages.parts.frame import Frame, download, plain
from pages.parts.show import show_table
from pages.rounds import bridge
from pages.rounds.words import calendar_of, short_name, when
from pages.school.place import SCHOOL
from planning.core.notation import number, one_in
from planning.core.translation import gettext as _
from planning.rounds.board_plan import SchoolFigures
from planning.rounds.decision import own_choices
from planning.rounds.priority import why
from planning.rounds.scenario_plans import ScenarioPlans
from planning.rounds.solver.evaluate import Evaluation, evaluate
from planning.rounds.solver.explain import comparison, waiting
from planning.rounds.view import RoundsView
from planning.workbooks.board_table import board_excel, what_counts


def show(frame: Frame, view: RoundsView, plans: ScenarioPlans) -> None:
    """From short now to short then; every school with its rounds; why one school waits for another."""
    bridge.card(frame, view, plans)
    left, right = st.columns([1.35, 1])
    with left:
        _schools_card(frame, view, plans)
    with right:
        _why_card(view, plans)


def _schools_card(frame: Frame, view: RoundsView, plans: ScenarioPlans) -> None:
    with st.container(border=True):
        st.subheader(_("When does each school reach its target?"), anchor=False)
        ordered = sorted(plans.best.schools, key=lambda s: (_place(s), -max(s.short, default=0)))
        gets = [short_name(view, place) for place in range(len(plans.best.rounds))]
        rows = [_row(view, plans, school, as_text=True) for school in ordered]
        if frame.theme.compact:
            st.markdown("\n".join(f"- {_line(row)}" for row in rows))
        else:
            show_table(
                rows, _("When does each school reach its target?"), beside=True, figures=[_("Now"), _("Short"), *gets]
            )
        origins = {key: plain(choice.origin) for key, choice in view.choices.items() if choice.origin}
        for text in own_choices(origins, lambda key: plain(view.school_name(key))):
            st.caption(text)
        left_out = [plain(view.school_name(key)) for key in plans.case.left_out]
        if left_out:
            st.caption(_("Not in the plan, for want of an inventory or a pupil count: {schools}.").format(
                schools=", ".join(left_out)
            ))  # fmt: skip
        download(
            "rounds_schools",
            lambda: board_excel(
                frame.board,
                frame.as_of,
                _excel(view, plans, ordered),
                _("When each school reaches its target"),
                sheet=_("Schools"),
                about=[what_counts()],
            ),
            f"scholen-op-doel-{frame.as_of.isoformat()}.xlsx",
        )


def _line(row: Mapping[str, object]) -> str:
    """A row as a line, where its columns do not fit: what a school gets only in the rounds in which it gets some."""
    name, now, short, *gets, (_head, reached) = row.items()
    told = [_("on target: {when}").format(when=reached), *(f"{head}:\u00a0{n}" for head, n in gets if n != "–")]
    return f"{name[1]} · {now[1]} · {short[0].lower()} {short[1]}  \n  :small[{' · '.join(told)}]"


def _excel(view: RoundsView, plans: ScenarioPlans, ordered: Sequence[SchoolFigures]) -> pd.DataFrame:
    return pd.DataFrame([_row(view, plans, school, as_text=False) for school in ordered])


def _place(school: SchoolFigures) -> int:
    return 1_000 if school.reached is None else school.reached


def _row(view: RoundsView, plans: ScenarioPlans, school: SchoolFigures, *, as_text: bool) -> dict[str, object]:
    ratio = next(s for s in view.group_ratio.schools if s.school_id == school.school_id)
    name = f"[{plain(ratio.name)}]({SCHOOL.url(school=ratio.school_id)})" if as_text else ratio.name
    gets = {
        short_name(view, place): plans.best.bought(school.school_id, r.round_id)
        for place, r in enumerate(plans.best.rounds)
    }
    if not as_text:
        pupils_per_device = ratio.pupils_per_device
        now: object = None if pupils_per_device is None else round(pupils_per_device, 2)
        figures: dict[str, object] = {_("Short"): ratio.shortage or 0, **gets}
    else:
        now = one_in(ratio.pupils_per_device)
        figures = {_("Short"): number(ratio.shortage or 0), **{k: number(n) if n else "–" for k, n in gets.items()}}
    return {_("School"): name, _("Now"): now, **figures, _("On target in"): when(view, school.reached)}


def _why_card(view: RoundsView, plans: ScenarioPlans) -> None:
    """Which schools wait while others get devices, and how two schools stood."""
    case = plans.case
    found, calendar = evaluate(case.instance, plans.purchases), calendar_of(view, plans)
    waits = {
        school: tuple(r for r in rounds if r < case.shown) for school, rounds in waiting(case.instance, found).items()
    }
    waits = {school: rounds for school, rounds in waits.items() if rounds}
    with st.container(border=True):
        st.subheader(_("Why this school now, and that one later?"), anchor=False)
        if not waits:
            st.markdown(_("No school that is short has to wait while another gets devices."))
            return
        later = st.selectbox(_("This school waits"), list(waits), format_func=view.school_name, key="rounds_waits")
        place = waits[later][0]
        served = _served(plans, found, place, later)
        first = st.selectbox(
            _("This one goes first in {round}").format(round=calendar.round(place)),
            served,
            format_func=view.school_name,
            key=f"rounds_goes_first_{later}",
        )
        orders = [one for one in view.progress.values() if one.order.round_id == case.round_ids[place]]
        ordered = sum(one.coming for one in orders if one.order.school_id == first)
        reasons = why(calendar, comparison(case.instance, plans.purchases, first, later, place), ordered)
        st.markdown("\n".join(f"- {reason}" for reason in reasons))


def _served(plans: ScenarioPlans, found: Evaluation, place: int, later: str) -> list[str]:
    """The schools that get devices in a round, those that get most first."""
    bought: dict[str, int] = {}
    for at, line in enumerate(plans.case.instance.lines):
        bought[line.school] = bought.get(line.school, 0) + int(found.bought[at, place])
    return sorted((s for s, n in bought.items() if n and s != later), key=lambda s: -bought[s])
