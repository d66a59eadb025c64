"""The figures at the top of a page."""

import streamlit as st

from planning.core.notation import day, number, one_in, signed
from planning.core.translation import gettext as _
from planning.ratios.rules import GroupRatio


def ratio_metrics(ratio: GroupRatio, before: GroupRatio | None) -> None:
    """Four figures of the group, each with its change since 1 January where it was known then."""
    since = _("since {day}").format(day=f"{before.as_of.day}\u2011{before.as_of.month}") if before else None
    comparable = before is not None and len(before.known) == len(ratio.known)
    earlier = before if comparable else None
    with st.grid(4, min_column_width=150):
        st.metric(
            _("Pupils per device"),
            one_in(ratio.pupils_per_device),
            _change(ratio.pupils_per_device, earlier.pupils_per_device if earlier else None, 1),
            delta_color="inverse",
            delta_description=since if earlier else None,
            border=True,
            help=_("All pupils ({pupils}) over all devices that count ({devices}), on {day}.").format(
                pupils=number(ratio.pupils), devices=number(ratio.countable), day=day(ratio.as_of)
            ),
        )
        st.metric(
            _("Schools on target"),
            _("{n} of {total}").format(n=number(ratio.on_target), total=number(len(ratio.schools))),
            _change(ratio.on_target, earlier.on_target if earlier else None),
            delta_description=since if earlier else None,
            border=True,
        )
        st.metric(
            _("Devices short"),
            number(ratio.shortage),
            _change(ratio.shortage, earlier.shortage if earlier else None),
            delta_color="inverse",
            delta_description=since if earlier else None,
            border=True,
            help=_("The sum of what each school is short of its own target."),
        )
        st.metric(
            _("Past life span"),
            number(ratio.past_life),
            _change(ratio.past_life, earlier.past_life if earlier else None),
            delta_color="inverse",
            delta_description=since if earlier else None,
            border=True,
            help=_("Devices that count and are older than the life span of their kind (Settings)."),
        )


def _change(value: float | None, earlier: float | None, digits: int = 0) -> str | None:
    if value is None or earlier is None or round(value - earlier, digits) == 0:
        return None
    return signed(value - earlier, digits)


def plain_metric(label: str, value: str, note: str | None = None) -> None:
    """A figure with a plain note below it, without arrow or judgement."""
    st.metric(label, value, note, delta_color="off", delta_arrow="off", border=True)
