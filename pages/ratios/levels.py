"""Pupils per device for each level, as a table with how it was reckoned."""

import pandas as pd
import streamlit as st

from pages.parts.show import show_table
from planning.core.notation import number, one_in
from planning.core.translation import gettext as _
from planning.organisation.levels import LEVELS, level_groups, level_name


def level_table(levels: pd.DataFrame, *, brief: bool) -> None:
    """Own and shared devices of every level (rules.level_ratios); `brief` leaves the two apart out."""
    if not levels["pupils"].sum():
        st.markdown(_("The pupils per level are not known for this count date."))
        return
    rows = [
        {
            _("Level"): level_name(row["level"]),
            _("Pupils"): number(row["pupils"]),
            **({} if brief else {_("Own"): number(row["own"]), _("Share of shared"): number(row["shared"], 1)}),
            _("Pupils per device"): one_in(row["pupils_per_device"] if row["devices"] else None),
        }
        for row in levels.to_dict("records")
    ]
    show_table(
        rows,
        _("Pupils per device by level"),
        figures=[_("Pupils"), _("Own"), _("Share of shared"), _("Pupils per device")],
    )
    st.caption(
        _(
            "Levels: {levels}. Own: devices in a room of one level, by the list. All other devices are shared, "
            "and are spread over the levels by number of pupils."
        ).format(levels=", ".join(f"{level_name(level)} ({level_groups(level)})" for level in LEVELS))
    )
