"""While the database is away: one calm sentence over the page, which stays as it is, until it answers again."""

import logging
import time
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Final, ParamSpec

import streamlit as st

from pages.server.session import open_database
from planning.core.translation import gettext as _
from planning.core.trouble import Trouble, trouble_of

P = ParamSpec("P")
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


def fragment(run_every: timedelta | None = None) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """A part of the page that is drawn by itself, as `st.fragment`; while the database is away it waits for it too.

    Streamlit takes what goes wrong in such a part itself, also in a run of the whole page.
    """

    def wrap(draw: Callable[P, None]) -> Callable[P, None]:
        @wraps(draw)
        def drawn(*args: P.args, **kwargs: P.kwargs) -> None:
            try:
                draw(*args, **kwargs)
            except Exception as error:
                if trouble_of(error) is not Trouble.AWAY:
                    raise
                wait_for_database()
                st.rerun()

        return st.fragment(run_every=run_every)(drawn)

    return wrap


def _answers() -> bool:
    try:
        with open_database().engine.connect() as connection:
            connection.exec_driver_sql("SELECT 1")
    except Exception as error:
        if trouble_of(error) is not Trouble.AWAY:
            raise
        return False
    return True
