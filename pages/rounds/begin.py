"""The page of rounds before there is a plan: what it needs, who has it, and where to begin."""

from collections.abc import Collection

import streamlit as st

from pages.inventory.place import INVENTORY
from pages.parts.forms import show_outcome
from pages.parts.frame import Frame, answer
from pages.parts.places import SETTINGS, show_link
from pages.ratios.data import ratio_on
from pages.rounds import settings
from planning.core.notation import number
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.rounds.view import RoundsView


def show(frame: Frame, view: RoundsView, missing: Collection[str]) -> None:
    """What a plan needs, and how far each of it is."""
    ratio = ratio_on(frame, frame.as_of)
    counted = sum(school.countable is not None for school in ratio.schools)
    with_pupils = sum(school.pupils is not None for school in ratio.schools)
    answer(_("**Here you see when every school reaches its target, and what that costs.**"))
    st.markdown(
        _(
            "A plan needs three things: inventories ({counted} of {total}), pupil numbers ({pupils}) and a budget "
            "for each round ({budget})."
        ).format(
            counted=number(counted),
            total=number(len(ratio.schools)),
            pupils=_("ready") if with_pupils == len(ratio.schools) else _("not yet"),
            budget=_("not yet") if "rounds" in missing else _("ready"),
        )
    )
    if "inventories" in missing:
        show_link(INVENTORY, _("To the inventory"))
    if "pupils" in missing and frame.person.may(Right.MANAGE):
        show_link(SETTINGS, _("To the pupil numbers"), deel="scholen")
    if "rounds" in missing:
        if frame.person.may(Right.PLAN):
            with st.container(border=True):
                st.subheader(_("Add or change a round"), anchor=False)
                settings.round_form(view)
                show_outcome(settings.ROUND)
        else:
            st.caption(_("The chair or the group ICT coordinator fills in the rounds and their budgets."))
