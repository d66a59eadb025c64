"""Netwerk, part "logboek": who changed what, and when."""

from typing import Final

import pandas as pd
import streamlit as st

from pages.network.data import at_network
from pages.parts.frame import Frame, answer, plain
from pages.parts.show import show_table
from pages.server.session import open_database
from pages.settings.audit_log import audit_list, audit_table
from pages.settings.audit_log_words import AuditWords
from planning.core.notation import moment, number
from planning.core.query import rows
from planning.core.translation import gettext as _
from planning.network.log_service import network_log

READ: Final = 400
SHOWN: Final = 50
"""Lines, once the alike ones are one: keeping a sketch changes six contributions in a minute."""


def show(frame: Frame) -> None:
    """The last change in a sentence, then the latest lines."""
    at = at_network(frame)
    assert at is not None
    words = AuditWords({}, {})
    found = network_log(frame.person, open_database(), at.seat.circle.circle_id, READ)
    newest = rows(found.head(1))
    if not newest:
        answer(_("**Nothing was changed yet.**"))
        return
    text = _("**The last change was on {moment}, by {name}:** {what}.")
    what = plain(words.what(newest[0]["what"]).lower())
    answer(text.format(moment=moment(newest[0]["at"]), name=plain(newest[0]["person_name"]), what=what))
    st.caption(_("What a board keeps to itself is not told here, and what was written nowhere."))
    table = told_once(audit_table(found, words)).head(SHOWN)
    if frame.theme.compact:
        st.markdown(audit_list(table))
    else:
        show_table(table.map(plain), _("Log"))


def told_once(table: pd.DataFrame) -> pd.DataFrame:
    """Lines of a log that say the same become one that says how often."""
    what = _("On what")
    lines = table.groupby(list(table.columns), sort=False, dropna=False).size().rename("times").reset_index()
    often = [
        text if times == 1 else f"{text} · " + _("{n} times").format(n=number(times))
        for text, times in zip(lines[what], lines["times"], strict=True)
    ]
    return lines.assign(**{what: often}).drop(columns="times")
