"""Systems, contracts and agreements: what must be decided about before its term, and what the register misses."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from pages.parts.frame import Frame, more, plain
from pages.parts.places import show_link
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

COMING: Final = 4
"""Contracts without anything to decide that are shown at once, the first to end."""
_WORST_FIRST: Final = (
    "none", "unsigned", "ended", "stated", "ending", "not_said", "not_shown", "signed", "not_needed",
)  # fmt: skip


def show(frame: Frame) -> None:
    """Contracts by their term beside agreements by what is missing."""
    view = systems_view(frame)
    left, right = st.columns(2)
    with left, st.container(border=True, height="stretch"):
        st.subheader(_("Contracts"), anchor=False)
        _contracts(frame, view)
    with right, st.container(border=True, height="stretch"):
        st.subheader(_("Personal data and agreements"), anchor=False)
        frame.card("systems_agreements", lambda: _agreements(frame, view))
        if view.processors is not None:
            show_link(PRIVACY, _("To the register of processors"), deel="registers", register="verwerkers")


def _contracts(frame: Frame, view: SystemsView) -> None:
    found = contracts_on(view.lines, frame.as_of)
    if not found:
        st.markdown(_("It is not known of any system yet until when its contract runs."))
        return
    asking = [one for one in found if one.state in ASKING]
    others = [one for one in found if one.state not in ASKING]

    def draw() -> None:
        if asking:
            st.markdown(" ".join(_asking(asking)))
        else:
            all_well = ":green-badge[:material/check_circle: " + _("all well") + "] "
            st.markdown(all_well + _("Nothing to decide within {days} days.").format(days=number(DECIDE_AHEAD.days)))
        st.markdown("\n".join(_contract(view, one) for one in asking + others[:COMING]))

    frame.card("systems_contracts", draw)
    rest = others[COMING:]
    if rest and more(
        "systems_contracts",
        closed=_("Show all {n}").format(n=number(len(found))),
        opened=_("Show the first {n}").format(n=number(len(found) - len(rest))),
        icon=":material/unfold_more:",
    ):
        st.markdown("\n".join(_contract(view, one) for one in rest))
    unknown = sum(line.is_in_service and line.ends_on is None for line in view.lines)
    if unknown:
        text = ngettext(
            "On {n} line the end of the contract is not filled in.",
            "On {n} lines the end of the contract is not filled in.",
            unknown,
        )
        st.caption(text.format(n=number(unknown)))


def _asking(contracts: Sequence[SystemContract]) -> list[str]:
    """How many can still be decided about, and how many end because the day for that is over."""
    decide = sum(one.state == "decide" for one in contracts)
    over = len(contracts) - decide
    told = []
    if decide:
        text = ngettext(
            "**{n} contract** must be decided about within {days} days.",
            "**{n} contracts** must be decided about within {days} days.",
            decide,
        )
        told.append(text.format(n=number(decide), days=number(DECIDE_AHEAD.days)))
    if over:
        text = ngettext(
            "**{n} contract** ends, and the day to decide about it is over.",
            "**{n} contracts** end, and the day to decide about them is over.",
            over,
        )
        told.append(text.format(n=number(over)))
    return told


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
        st.markdown(_("No system has been filled in as holding personal data."))
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
    st.markdown("\n".join(_agreement(view, *key, lines) for key, lines in in_order))


def _agreement(view: SystemsView, state: str, system: str, supplier: str, lines: Sequence[SystemLine]) -> str:
    ids = tuple(dict.fromkeys(line.school_id for line in lines))
    told = [*([plain(supplier)] if supplier else []), _schools(view, ids)]
    return f"- **{plain(system)}** {_badge(state)}  \n  :small[{' · '.join(told)}]"


def _badge(state: str) -> str:
    return f":{BADGES[state]} {_(AGREEMENT_NAMES[state])}]"


def _schools(view: SystemsView, ids: Sequence[str]) -> str:
    if len(ids) > 3:
        return ngettext("{n} school", "{n} schools", len(ids)).format(n=number(len(ids)))
    return names_in_short([view.school_name(school_id) for school_id in ids])
