"""An address that a person's own calendar keeps looking at: made, shown and ended in one place."""

from urllib.parse import urlsplit

import streamlit as st

from pages.parts.forms import Back, Outcome, Work, act_button, show_outcome
from planning.core.rights import Person
from planning.core.translation import gettext as _


def show_address(place: str, token: str | None, path: str, give: Back, end: Back) -> None:
    """The address below `path` with the way to end it; without one the button that makes it."""

    def opened(person: Person) -> Outcome:
        give(person)
        return _("Your calendar has an address."), end

    def closed(person: Person) -> Outcome:
        end(person)
        return _("The address is ended: nobody reads along any more."), None

    makes: Work = opened
    if token is None:
        act_button(place, _("Make an address"), makes, icon=":material/link:", key=f"open_{place}")
    else:
        st.code(address(path, token), language=None, wrap_lines=True)
        st.caption(_("Paste it at ‘subscribe to calendar’. Whoever has the address reads along: end it when in doubt."))
        look = {"type": "tertiary", "icon": ":material/link_off:", "key": f"close_{place}"}
        act_button(place, _("End this address"), closed, **look)
    show_outcome(place)


def address(path: str, token: str) -> str:
    """The whole address, on the host by which this page was opened."""
    here = urlsplit(st.context.url or "")
    return f"{here.scheme or 'http'}://{here.netloc}/api/{path}/{token}.ics"
