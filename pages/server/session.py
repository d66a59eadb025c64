"""The run's surroundings: the database, who is signed in, in which language, and what to say when we fail."""

import gc
import json
import logging
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from datetime import timedelta
from functools import cache
from typing import Any
from urllib.parse import urlencode

import streamlit as st
from streamlit import runtime
from streamlit.auth_util import get_cookie_with_chunks
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.proto.RootContainer_pb2 import RootContainer
from streamlit.runtime import app_session
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile as UploadedFile
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import TOKENS_COOKIE_NAME, USER_COOKIE_NAME

from pages.server.clicks import may_be_kept
from planning.core.account_rules import SessionLimits
from planning.core.account_service import board_of, presence
from planning.core.clock import now
from planning.core.database import Database
from planning.core.people import find_signed_in
from planning.core.rights import Person
from planning.core.settings import settings
from planning.core.sign_in import derived_secret, read_identity, write_ticket
from planning.core.translation import LANGUAGES, language_of_browser, translated, use_language
from planning.core.translation import gettext as _
from planning.core.trouble import REASONS, trouble_of
from planning.refusals import sentence

log = logging.getLogger("vlootplan")
CALLBACK = "/oauth2callback"
"""Where a provider sends people back to, in Streamlit."""
defects_heard: list[Callable[[], None]] = []
"""Who is told that a run failed on our side."""


@cache
def open_database() -> Database:
    """The database of this process."""
    return Database(settings().database_url)


@cache
def session_limits() -> SessionLimits:
    """How long somebody stays signed in here."""
    return SessionLimits(timedelta(minutes=settings().session_idle_minutes), timedelta(hours=settings().session_hours))


def carried() -> str | None:
    """What the browser proves by its cookie: in local mode who somebody is, else a session or a stranger."""
    text = st.user.to_dict().get("identity")
    return text if isinstance(text, str) else None


def arrived(*, by_hand: bool = True) -> tuple[Person, int] | None:
    """Who is signed in, as the database knows them at this moment, and their board's data version then.

    None shows the sign-in screen. Asked anew in every run, so that who signed out elsewhere is out at the next click.
    `by_hand`: whether a person did something; a screen that looks for itself keeps nobody signed in.
    """
    return who_carries(carried(), by_hand=by_hand)


def who_carries(text: str | None, *, by_hand: bool) -> tuple[Person, int] | None:
    """The same, of what a cookie holds."""
    if not settings().is_local:
        return presence(open_database(), now(), text, session_limits(), touch=by_hand)
    identity = read_identity(text)
    return find_signed_in(open_database(), *identity) if identity else None


@contextmanager
def arriving() -> Iterator[None]:
    """What is asked here of the board of whoever comes is of one moment, and asked in one go."""
    text = carried()
    board_id = (read_identity(text) or (None,))[0] if settings().is_local else board_of(text)
    with open_database().read(board_id) if board_id else nullcontext():
        yield


def runs_alone() -> bool:
    """Whether a part of the page runs by itself, not within a run of all of it."""
    context = get_script_run_ctx()
    return context is not None and bool(context.fragment_ids_this_run)


def signed_in() -> Person | None:
    """Who is signed in, as the database knows them at this moment."""
    found = arrived()
    return found[0] if found else None


def speak(person: Person | None) -> None:
    """Set the run's language: `?lang=` for this session, else the person's own, else that of the browser."""
    asked = st.query_params.get("lang")
    if asked in LANGUAGES:
        st.session_state["lang"] = asked
    chosen = st.session_state.get("lang")
    if chosen and chosen != asked:
        st.query_params["lang"] = chosen
    use_language(chosen or (person.language if person else None) or language_of_browser(st.context.locale))


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


def sign_in_secrets() -> dict[str, Any]:
    """What st.login needs to know of the providers, as Streamlit reads it from its secrets."""
    providers = {
        one.name: {
            "client_id": one.client_id,
            "client_secret": one.secret(),
            "server_metadata_url": one.server_metadata_url,
        }
        for one in settings().providers
    }
    if not providers:
        return {}
    address = settings().public_url.rstrip("/") + CALLBACK
    return {"auth": {"redirect_uri": address, "cookie_secret": derived_secret("streamlit"), **providers}}


def claims_in(cookies: Mapping[str, str]) -> dict[str, Any]:
    """What the provider said of who came back from it, of the cookies with which Streamlit answers; else nothing."""

    def signed(name: str) -> bytes | None:
        return decode_signed_value(derived_secret("streamlit"), name, cookies[name]) if name in cookies else None

    found = get_cookie_with_chunks(signed, USER_COOKIE_NAME)
    claims: dict[str, Any] = json.loads(found) if found else {}
    return claims


def is_streamlits(cookie: str) -> bool:
    """Whether a cookie is one in which Streamlit would keep who is signed in, for thirty days, whatever we say."""
    return cookie.startswith((USER_COOKIE_NAME, TOKENS_COOKIE_NAME))


def tell_theme_once() -> None:
    """Have Streamlit put the theme in a message once: it reads all its settings for it at the begin of every run.

    That was a sixth of the work of a rerun. The theme is that of the process: settings are read at its start.
    """
    tell, told = app_session._populate_theme_msg, dict[str, CustomThemeConfig]()

    def tell_again(msg: CustomThemeConfig, section: str = "theme") -> None:
        if section not in told:
            told[section] = CustomThemeConfig()
            tell(told[section], section)
        msg.MergeFrom(told[section])

    app_session._populate_theme_msg = tell_again


def spare_collections() -> None:
    """Set aside what is alive at the end of a run: Streamlit collects all garbage after every single one of them.

    Looking through modules, kept answers and other people's sessions cost 45 of the 80 ms of a rerun.
    """
    _collect_now_and_then()
    gc.freeze()


@st.cache_resource(ttl=60, show_spinner=False)
def _collect_now_and_then() -> None:
    # What was set aside may have become garbage since: about 80 objects a run. To look for it takes 0.4 s with 125
    # people on this server, in which everybody waits: every 30 s it was a tenth of all work.
    gc.unfreeze()
    gc.collect()


def forget_upload(file: UploadedFile) -> None:
    """Drop Streamlit's own copy of an upload: it would stay in the server's memory until the session ends."""
    context = get_script_run_ctx()
    if context is not None and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        context.uploaded_file_mgr.remove_file(context.session_id, file.file_id)


def tell_everybody(text: str) -> int:
    """Show a sentence on every screen of this server, without a run: what people are typing stays; to how many.

    It stays until it is closed. Each reads it in the language of their screen.
    """
    if not runtime.exists():
        return 0
    told = 0
    for one in runtime.get_instance()._session_mgr.list_active_sessions():
        state = one.session.session_state
        lang, person = (state[name] if name in state else None for name in ("lang", "person"))  # noqa: SIM401
        language = lang or (person.language if person else None) or "nl"
        message = ForwardMsg()
        message.metadata.delta_path[:] = [
            RootContainer.EVENT,
            0,
        ]  # a place behind those there are would leave the browser a blank page
        message.delta.new_element.has_one_shot_effect = True
        message.delta.new_element.toast.body = translated(text, language)
        message.delta.new_element.toast.icon = ":material/update:"
        message.delta.new_element.toast.duration = 0
        one.session._enqueue_forward_msg(message)
        told += 1
    return told


def show_our_fault(error: Exception) -> bool:
    """Say in words that we failed; the details go to the log under a number, never to the screen."""
    if trouble := trouble_of(error):
        log.warning("trouble: %s", trouble.value)
        st.info(sentence(REASONS[trouble]), icon=":material/hourglass_top:")
        return True
    number = secrets.token_hex(2).upper()
    log.error("defect %s", number, exc_info=error)
    for hear in defects_heard:
        hear()
    text = _(
        "Something went wrong on our side. Nothing was changed. Please try again; if it happens again, "
        "mention number {number}."
    )
    if may_be_kept():
        text = _(
            "Something went wrong on our side. What you did a moment ago may have been kept: load the page again and "
            "look before you do it once more. If it happens again, mention number {number}."
        )
    st.error(
        text.format(number=number),
        icon=":material/sentiment_dissatisfied:",
    )
    return True
