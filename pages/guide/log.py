"""Netwerk, part "logboek": who changed what, and when."""

from typing import Final

import streamlit as st

from pages.network.data import at_network
from pages.parts.frame import Frame, answer, plain
from pages.parts.show import show_table
from pages.server.session import open_database
from pages.settings.audit_log import audit_list, audit_table
from pages.settings.audit_log_words import AuditWords
from planning.core.notation import moment
from planning.core.query import rows
from planning.core.translation import gettext as _
from planning.network.log_service import network_log

SHOWN: Final = 50


def show(frame: Frame) -> None:
    """The last change in a sentence, then the latest lines."""
    at = at_network(frame)
    assert at is not None
    words = AuditWords({}, {})
    found = network_log(frame.person, open_database(), at.seat.circle.circle_id, SHOWN)
    newest = rows(found.head(1))
    if not newest:
        answer(_("**Nothing was changed yet.**"))
        return
    text = _("**The last change was on {moment}, by {name}:** {what}.")
    what = plain(words.what(newest[0]["what"]).lower())
    answer(text.format(moment=moment(newest[0]["at"]), name=plain(newest[0]["person_name"]), what=what))
    st.caption(_("What a board keeps to itself is not told here, and what was written nowhere."))
    table = audit_table(found, words)
    if frame.theme.compact:
        st.markdown(audit_list(table))
    else:
        show_table(table.map(plain), _("Log"))
