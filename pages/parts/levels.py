"""Pupils per device for each level, as a table with how it was reckoned."""

import pandas as pd
import streamlit as st

from planning.core.notation import number, one_in
from planning.core.translation import gettext as _
from planning.organisation.levels import level_groups, level_name


def level_table(levels: pd.DataFrame) -> None:
    """Own and shared devices of every level; `levels` is rules.level_ratios'."""
    if not levels["pupils"].sum():
        st.markdown(_("The pupils per level are not known for this count date."))
        return
    rows = [
        {
            _("Level"): f"{level_name(row['level'])} ({level_groups(row['level'])})",
            _("Pupils"): number(row["pupils"]),
            _("Own"): number(row["own"]),
            _("Share of shared"): number(row["shared"], 1),
            _("Pupils per device"): one_in(row["pupils_per_device"]),
        }
        for row in levels.to_dict("records")
    ]
    st.table(pd.DataFrame(rows), border="horizontal", hide_index=True)
    st.caption(
        _(
            "Own: devices in a room of one level, by the list. All other devices are shared, "
            "and are spread over the levels by number of pupils."
        )
    )
