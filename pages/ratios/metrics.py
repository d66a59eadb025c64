"""The figures of the group at the top of a page."""

import streamlit as st

from planning.core.notation import day_and_month, number, one_in, signed
from planning.core.translation import gettext as _
from planning.ratios.rules import GroupRatio


def ratio_metrics(ratio: GroupRatio, before: GroupRatio | None) -> None:
    """Four figures of the group, each with its change since 1 January where it was known then."""
    since = _("since {day}").format(day=day_and_month(before.as_of)) if before else None
    comparable = before is not None and len(before.known) == len(ratio.known)
    earlier = before if comparable else None
    figures = (
        (_("Pupils per device"), one_in(ratio.pupils_per_device), "pupils_per_device", 1, "inverse"),
        (_("Schools on target"), _of(ratio.on_target, len(ratio.schools)), "on_target", 0, "normal"),
        (_("Devices short"), number(ratio.shortage), "shortage", 0, "inverse"),
        (_("Past life span"), number(ratio.past_life), "past_life", 0, "inverse"),
    )
    with st.grid(4, min_column_width=150):
        for label, value, name, digits, color in figures:
            change = _change(getattr(ratio, name), getattr(earlier, name, None), digits)
            note = since if earlier else None
            if color == "normal":
                st.metric(label, value, change, delta_description=note, border=True, height="stretch")
            else:  # less is better
                st.metric(label, value, change, "inverse", delta_description=note, border=True, height="stretch")


def _of(n: int, total: int) -> str:
    return _("{n} of {total}").format(n=number(n), total=number(total))


def _change(value: float | None, earlier: float | None, digits: int = 0) -> str | None:
    if value is None or earlier is None or round(value - earlier, digits) == 0:
        return None
    return signed(value - earlier, digits)
