"""Systems, contracts and agreements: what must be decided about before its term, and what the register misses."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from pages.parts.frame import Frame, plain
from pages.parts.places import show_link
from pages.parts.show import show_table
from pages.privacy.place import PRIVACY
from pages.systems.data import systems_view
from pages.systems.words import BADGES, CONTRACT_BADGES, names_in_short
from planning.core.notation import day, number
from planning.core.text import name_key
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.systems.agreements import agreement_state
from planning.systems.contracts import ASKING, DECIDE_AHEAD, SystemContract, contracts_on
from planning.systems.model import SystemLine
from planning.systems.service import SystemsView
from planning.systems.words import AGREEMENT_NAMES, CONTRACT_NAMES, code_name

_WORST_FIRST: Final = (
    "none", "unsigned", "ended", "stated", "ending", "not_said", "not_shown", "signed", "not_needed",
)  # fmt: skip


def show(frame: Frame) -> None:
    """Contracts by their term beside agreements by what is missing."""
    view = systems_view(frame)
    left, right = st.columns(2)
    with left, st.container(border=True, height="stretch"):
        st.subheader(_("Contracts"), anchor=False)
        frame.card("systems_contracts", lambda: _contracts(frame, view))
    with right, st.container(border=True, height="stretch"):
        st.subheader(_("Personal data and agreements"), anchor=False)
        frame.card("systems_agreements", lambda: _agreements(frame, view))
        if view.processors is not None:
            show_link(PRIVACY, _("To the register of processors"), deel="registers", register="verwerkers")


def _contracts(frame: Frame, view: SystemsView) -> None:
    found = contracts_on(view.lines, frame.as_of)
    if not found:
        st.markdown(_("Of no system it is known yet until when its contract runs."))
        return
    asking = sum(one.state in ASKING for one in found)
    if asking:
        text = ngettext(
            "**{n} contract** ends within its term of notice, or must be decided about within {days} days.",
            "**{n} contracts** end within their term of notice, or must be decided about within {days} days.",
            asking,
        )
        st.markdown(text.format(n=number(asking), days=number(DECIDE_AHEAD.days)))
    else:
        st.markdown(
            ":green-badge[:material/check_circle: "
            + _("all well")
            + "] "
            + _("Nothing to decide within {days} days.").format(days=number(DECIDE_AHEAD.days))
        )
    in_order = sorted(found, key=lambda one: one.state not in ASKING)
    st.markdown("\n".join(_contract(view, one) for one in in_order))
    unknown = sum(line.is_in_service and line.ends_on is None for line in view.lines)
    if unknown:
        text = ngettext(
            "Of {n} line the end of the contract is not filled in.",
            "Of {n} lines the end of the contract is not filled in.",
            unknown,
        )
        st.caption(text.format(n=number(unknown)))


def _contract(view: SystemsView, one: SystemContract) -> str:
    badge = f":{CONTRACT_BADGES[one.state]} {_(CONTRACT_NAMES[one.state])}]"
    parts = []
    if one.notice_on:
        parts.append(_("give notice by {day}").format(day=day(one.notice_on)))
    if one.ends_on:
        parts.append(_("until {day}").format(day=day(one.ends_on)))
    if one.renewal:
        parts.append(_("then it {what}").format(what=code_name("renewal", one.renewal)))
    parts.append(_schools(view, one.school_ids))
    return f"- **{plain(one.system)}** {badge}  \n  :small[{' · '.join(parts)}]"


def _agreements(frame: Frame, view: SystemsView) -> None:
    together: dict[tuple[str, str, str], list[SystemLine]] = {}
    for line in view.lines:
        if line.is_in_service:
            found = agreement_state(line, view.processors, frame.as_of)
            if found != "not_needed":
                together.setdefault((found, line.system, line.supplier), []).append(line)
    if not together:
        st.markdown(_("Of no system it is filled in that it holds personal data."))
        return
    missing = sum(state in ("none", "unsigned", "ended") for state, _system, _supplier in together)
    if missing:
        text = ngettext(
            "**{n} system** holds personal data and has no agreement that holds.",
            "**{n} systems** hold personal data and have no agreement that holds.",
            missing,
        )
        st.markdown(text.format(n=number(missing)))
    in_order = sorted(together.items(), key=lambda one: (_WORST_FIRST.index(one[0][0]), name_key(one[0][1])))
    if frame.theme.compact:
        st.markdown("\n".join(f"- **{plain(system)}** {_badge(state)}" for (state, system, _supplier), _l in in_order))
        return
    show_table(
        [
            {
                _("System"): f"**{plain(system)}**",
                _("Agreement"): _badge(state),
                _("Supplier"): plain(supplier) or "–",
                _("Schools"): number(len({line.school_id for line in lines})),
            }
            for (state, system, supplier), lines in in_order
        ],
        figures=[_("Schools")],
    )


def _badge(state: str) -> str:
    return f":{BADGES[state]} {_(AGREEMENT_NAMES[state])}]"


def _schools(view: SystemsView, ids: Sequence[str]) -> str:
    if len(ids) > 3:
        return ngettext("{n} school", "{n} schools", len(ids)).format(n=number(len(ids)))
    return names_in_short([view.school_name(school_id) for school_id in ids])
