"""Below what sends messages: how far they are, the way to stop them, and what came of them until it was read."""

from datetime import timedelta
from typing import Final
from urllib.parse import urlsplit

import streamlit as st

from pages.parts.frame import plain
from pages.server.away import fragment
from pages.server.noting import once
from pages.server.session import open_database
from planning.core.mail_service import Mailing, close_mailing, mailings, stop_mailing
from planning.core.notation import moment, number
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.refusals import sentence

_LOOKED_AT: Final = timedelta(seconds=1)


def own_address(path: str) -> str:
    """Where a page is found from elsewhere, for a link in a message."""
    here = urlsplit(st.context.url or "")
    return f"{here.scheme or 'http'}://{here.netloc}{path}"


def show_mailings(person: Person, what: str) -> None:
    """What this person had sent of a kind (as the log calls it); nothing where there is none."""
    found = once(("mailings", what), lambda: mailings(person, open_database(), what))
    if any(not one.is_over for one in found):
        _under_way(person, what)
    else:
        _lines(person, found)


@fragment(_LOOKED_AT)
def _under_way(person: Person, what: str) -> None:
    found = mailings(person, open_database(), what)
    _lines(person, found)
    if all(one.is_over for one in found):
        st.rerun()


def _lines(person: Person, found: tuple[Mailing, ...]) -> None:
    for one in found:
        of_this = (person, open_database(), one.task_id)
        if not one.is_over:
            text = _("Sending ‘{subject}’: {n} of {all}").format(
                subject=plain(one.subject), n=number(one.settled), all=number(len(one.lines))
            )
            st.progress(one.settled / len(one.lines), text=text)
            st.button(
                _("Stop"),
                on_click=stop_mailing,
                args=of_this,
                key=f"mail_stop_{one.task_id}",
                type="tertiary",
                icon=":material/stop_circle:",
            )
            continue
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(_told(one), width="content")
            st.button(_("Read"), on_click=close_mailing, args=of_this, key=f"mail_read_{one.task_id}", type="tertiary")


def _told(one: Mailing) -> str:
    went = ngettext(
        "‘{subject}’ of {at} was sent to {n} person.", "‘{subject}’ of {at} was sent to {n} people.", one.sent
    )
    badge = _(":green-badge[:material/check: sent]") if one.sent else _(":orange-badge[:material/block: not sent]")
    lines = [f"{badge} {went.format(subject=plain(one.subject), at=moment(one.asked_at), n=number(one.sent))}"]
    lines += [f":orange-badge[:material/error:] {plain(sentence(reason))}" for reason in one.reasons]
    return "  \n".join(lines)
