"""While the database is away: one calm sentence over the page, which stays as it is, until it answers again."""

import logging
import time
from typing import Final

import streamlit as st

from pages.server.session import open_database
from planning.core.translation import gettext as _
from planning.core.trouble import Trouble, trouble_of

log = logging.getLogger("vlootplan")
_EVERY: Final = 2.0
"""Seconds between two looks whether it is back."""


def wait_for_database() -> None:
    """Say it, and give back once the database answers; what was filled in stays in the browser meanwhile."""
    log.warning("the database does not answer")

    @st.dialog(_("A moment, please"), dismissible=False, icon=":material/hourglass_top:")
    def tell() -> None:
        st.markdown(
            _(
                "The database cannot be reached just now. You need not do anything: as soon as it answers, this page "
                "goes on. What was kept, is kept; what you filled in stays here."
            )
        )
        waited = st.empty()
        started = time.monotonic()
        while not _answers():
            # also lets Streamlit end this run where somebody closes the window
            waited.caption(_("Waiting for {n} s.").format(n=round(time.monotonic() - started)))
            time.sleep(_EVERY)

    tell()


def _answers() -> bool:
    try:
        with open_database().engine.connect() as connection:
            connection.exec_driver_sql("SELECT 1")
    except Exception as error:
        if trouble_of(error) is not Trouble.AWAY:
            raise
        return False
    return True
