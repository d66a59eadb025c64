"""What an export told of the life of devices: which count and are silent, and which models are repaired most."""

import pandas as pd
import streamlit as st

from pages.inventory.lots import lot_name
from pages.parts.frame import devices, more, plain
from pages.parts.show import show_table
from planning.core.notation import day, number
from planning.core.translation import gettext as _
from planning.inventory.service import Version
from planning.inventory.upkeep_service import SILENT_AFTER, repairs_by_model, silent
from planning.inventory.words import messages


def sightings(held: Version, lots: pd.DataFrame) -> None:
    """Nothing where no list tells it."""
    if lots["last_seen"].notna().any():
        _silent(held, silent(lots, held.counted_on))
    if lots["repairs"].notna().any():
        _repairs(repairs_by_model(lots))


def _silent(held: Version, quiet: pd.DataFrame) -> None:
    if quiet.empty:
        return
    text = _("**{devices}** in it count, and were not seen for more than {days} days on {day}. Are they still there?")
    said = text.format(
        devices=devices(int(quiet["count"].sum())), days=number(SILENT_AFTER.days), day=day(held.counted_on)
    )
    st.markdown(f":material/visibility_off: {said}")
    if more("silent", closed=_("Which are silent?"), opened=_("Hide them"), icon=":material/list:"):
        rows = [
            {_("Device"): plain(lot_name(lot)), _("Last seen"): day(lot["last_seen"])}
            for lot in quiet.to_dict("records")
        ]
        show_table(rows, _("Silent devices"))


def _repairs(found: pd.DataFrame) -> None:
    if found.empty or not more(
        "repairs", closed=_("Repairs by model"), opened=_("Hide repairs"), icon=":material/build:"
    ):
        return
    rows = [
        {
            _("Model"): plain(messages.device_name(row["brand"], row["model"]) or "–"),
            _("Devices"): number(row["devices"]),
            _("Repairs"): number(row["repairs"]),
            _("For each device"): number(row["repairs"] / row["devices"], 1),
        }
        for row in found.to_dict("records")
    ]
    show_table(rows, _("Repairs by model"), figures=[_("Devices"), _("Repairs"), _("For each device")])
