"""The run's surroundings: the database, who is signed in, in which language, and what to say when we fail."""

import gc
import logging
import secrets
from functools import cache
from urllib.parse import urlencode

import streamlit as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile as UploadedFile

from planning.core.database import Database
from planning.core.people import find_signed_in
from planning.core.rights import Person
from planning.core.settings import settings
from planning.core.sign_in import read_identity, write_ticket
from planning.core.translation import LANGUAGES, use_language
from planning.core.translation import gettext as _

log = logging.getLogger("vlootplan")


@cache
def open_database() -> Database:
    """The database of this process."""
    return Database(settings().database_url)


def arrived() -> tuple[Person, int] | None:
    """Who is signed in, as the database knows them at this moment, and their board's data version then.

    None shows the sign-in screen.
    """
    signed = st.user.to_dict().get("identity")
    identity = read_identity(signed if isinstance(signed, str) else None)
    return find_signed_in(open_database(), *identity) if identity else None


def signed_in() -> Person | None:
    """Who is signed in, as the database knows them at this moment."""
    found = arrived()
    return found[0] if found else None


def speak(person: Person | None) -> None:
    """Set the run's language: `?lang=` for this session, else the person's own, else Dutch."""
    asked = st.query_params.get("lang")
    if asked in LANGUAGES:
        st.session_state["lang"] = asked
    chosen = st.session_state.get("lang")
    if chosen and chosen != asked:
        st.query_params["lang"] = chosen
    use_language(chosen or (person.language if person else None) or "nl")


def redirect(address: str) -> None:
    """Send the browser to an address of our own, as st.login does; Streamlit has no public call for it."""
    context = get_script_run_ctx()
    if context is not None:
        message = ForwardMsg()
        message.auth_redirect.url = address
        context.enqueue(message)


def sign_in_as(person: Person, page: str | None = None) -> None:
    """Sign in through the server, which sets the cookie, and go to a page: without one, to that which was asked for."""
    ticket = write_ticket(person.board_id, person.person_id)
    if page is None:
        page = "/" + (st.context.url or "/").split("://", 1)[-1].partition("/")[2]
        query = urlencode(st.query_params.to_dict())
        page += f"?{query}" if query else ""
    redirect("/api/aanmelden?" + urlencode({"ticket": ticket, "next": page}))


def spare_collections() -> None:
    """Set aside what is alive at the end of a run: Streamlit collects all garbage after every single one of them.

    Looking through modules, kept answers and other people's sessions cost 45 of the 80 ms of a rerun.
    """
    _collect_now_and_then()
    gc.freeze()


@st.cache_resource(ttl=30, show_spinner=False)
def _collect_now_and_then() -> None:
    # what was set aside may have become garbage since; on 100 sessions this takes some 0.2 s
    gc.unfreeze()
    gc.collect()


def forget_upload(file: UploadedFile) -> None:
    """Drop Streamlit's own copy of an upload: it would stay in the server's memory until the session ends."""
    context = get_script_run_ctx()
    if context is not None and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        context.uploaded_file_mgr.remove_file(context.session_id, file.file_id)


def show_our_fault(error: Exception) -> bool:
    """Say in words that we failed; the details go to the log under a number, never to the screen."""
    number = secrets.token_hex(2).upper()
    log.error("defect %s", number, exc_info=error)
    st.error(
        _(
            "Something went wrong on our side. Nothing was changed. Please try again; if it happens again, "
            "mention number {number}."
        ).format(number=number),
        icon=":material/sentiment_dissatisfied:",
    )
    return True
