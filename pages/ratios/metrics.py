"""The figures of the group at the top of a page."""

from collections.abc import Callable
from typing import Literal

import streamlit as st

from planning.core.notation import day_and_month, number, one_in, signed
from planning.core.translation import gettext as _
from planning.ratios.rules import GroupRatio

Tone = Literal["normal", "inverse", "off"]


def ratio_metrics(ratio: GroupRatio, before: GroupRatio | None, money: Callable[[], None] | None = None) -> None:
    """Figures of the schools together, each with its change since an earlier day where the same schools were known.

    `money` shows the last tile; without it that is the devices short.
    """
    comparable = before is not None and {s.school_id for s in before.known} == {s.school_id for s in ratio.known}
    earlier = before if comparable else None
    since = _("since {day}").format(day=day_and_month(earlier.as_of)) if earlier else None
    tiles: list[tuple[str, str, str, int]] = [
        (_("Pupils per device"), one_in(ratio.pupils_per_device), "pupils_per_device", 1),
        (_("Schools on target"), _of(ratio.on_target, len(ratio.schools)), "on_target", 0),
        (_("Past life span"), number(ratio.past_life), "past_life", 0),
        (_("Devices short"), number(ratio.shortage), "shortage", 0),
    ]
    left_out = {"on_target" if len(ratio.schools) == 1 else "", "shortage" if money else ""}
    shown = [tile for tile in tiles if tile[2] not in left_out]
    with st.grid(len(shown) + bool(money), min_column_width=150):
        for label, value, name, digits in shown:
            change = _change(getattr(ratio, name), getattr(earlier, name, None), digits)
            more_is_better: Tone = "normal" if name == "on_target" else "inverse"
            st.metric(
                label,
                value,
                change or (_("unchanged") if earlier else None),
                more_is_better if change else "off",
                delta_arrow="auto" if change else "off",
                delta_description=since,
                border=True,
                height="stretch",
            )
        if money is not None:
            money()


def _of(n: int, total: int) -> str:
    return _("{n} of {total}").format(n=number(n), total=number(total))


def _change(value: float | None, earlier: float | None, digits: int = 0) -> str | None:
    if value is None or earlier is None or round(value - earlier, digits) == 0:
        return None
    return signed(value - earlier, digits)
