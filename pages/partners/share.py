"""Partners, part "delen": all that the own board brought in, in groups, with who sees it; and the way out."""

from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from pages.circles.data import AtCircle
from pages.circles.leaving import shared_answer, show_leaving
from pages.circles.sharing import level_name, level_note
from pages.partners.data import at_partners, view_of
from pages.parts.forms import Outcome, Work, carry_out, change, show_outcome
from pages.parts.frame import Frame, answer, plain
from planning.circles import contribution_service as store
from planning.circles.model import Contribution, Sharing
from planning.core.rights import Person
from planning.core.translation import N_
from planning.core.translation import gettext as _
from planning.partners.contents import item_name
from planning.partners.model import RolloutStep
from planning.partners.service import PartnersView
from planning.systems.functions import shipped_functions

PLACE: Final = "partners_sharing"
_KINDS: Final = {
    "statement": N_("Statements brought in"),
    "stance": N_("Where our board stands on the statements"),
    "rollout": N_("Steps of the roll-out"),
    "infrastructure": N_("Infrastructure"),
    "standing": N_("How our schools stand"),
    "systems": N_("Systems by function"),
    "volume": N_("Joint purchase"),
    "figures": N_("Shared figures"),
}


def show(frame: Frame) -> None:
    """Group by group; what belongs together is shared together."""
    at = at_partners(frame)
    assert at is not None
    answer(shared_answer(at))
    show_list(frame, at)
    show_leaving(at)


def show_list(_frame: Frame, at: AtCircle) -> None:
    """What the board brought in, in groups, each with who sees it."""
    view = view_of(at)
    for kind, title in _KINDS.items():
        groups = _groups(view, kind)
        if not groups:
            continue
        with st.container(border=True):
            st.subheader(_(title), anchor=False)
            for name, group in groups.items():
                left, right = st.columns([1, 1.62], vertical_alignment="center")
                with left:
                    st.markdown(plain(name))
                with right:
                    _control(at, kind, group)
    show_outcome(PLACE)


def _groups(view: PartnersView, kind: str) -> dict[str, list[Contribution]]:
    """What the own board brought in of a kind: name -> what goes under it."""
    naming = _naming(view, kind)
    found: dict[str, list[Contribution]] = {}
    for one in view.of(kind, view.seat.viewer):
        found.setdefault(naming(one), []).append(one)
    return found


def _naming(view: PartnersView, kind: str) -> Callable[[Contribution], str]:
    titles = {one.key: one.statement.title for one in view.statements}

    def step(one: Contribution) -> str:
        return f"{one.content.school}: {one.content.title}" if isinstance(one.content, RolloutStep) else one.key

    named: Mapping[str, Callable[[Contribution], str]] = {
        "statement": lambda one: titles.get(f"{one.owner}/{one.key}", one.key),
        "stance": lambda one: titles.get(one.key, one.key),
        "rollout": step,
        "infrastructure": lambda one: item_name(one.key).capitalize(),
        "standing": lambda one: item_name(one.key.partition("/")[0]).capitalize(),
        "systems": lambda one: next((f.name for f in shipped_functions() if f.code == one.key), one.key),
        "figures": lambda one: _("Our figures"),
    }
    return named.get(kind, lambda one: one.key)


def _control(at: AtCircle, kind: str, group: list[Contribution]) -> None:
    levels = {one.level for one in group}
    name = f"partners_share_{kind}_{group[0].key}_{'-'.join(sorted(levels))}"
    st.segmented_control(
        _("Who sees this?"),
        list(Sharing),
        default=next(iter(levels)) if len(levels) == 1 else None,
        format_func=lambda level: level_name(at, level),
        key=name,
        required=len(levels) == 1,
        label_visibility="collapsed",
        on_change=lambda: carry_out(PLACE, _share(at, kind, group, st.session_state[name])),
    )


def _share(at: AtCircle, kind: str, group: list[Contribution], level: Sharing) -> Work:
    def put(person: Person, levels: Mapping[str, Sharing]) -> None:
        for key, wanted in levels.items():
            change(store.share, at.seat.board_id, kind, key, wanted)(person)

    def work(person: Person) -> Outcome:
        put(person, {one.key: level for one in group})
        before = {one.key: one.level for one in group}
        return level_note(level), lambda somebody: put(somebody, before)

    return work
