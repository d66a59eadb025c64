"""Settings: what the board is called, a backup of the installation, and putting one back."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change, show_outcome
from pages.parts.frame import Frame, answer, now, plain
from pages.parts.interrupted import noted
from pages.parts.show import show_table
from pages.parts.waiting import WaitingFile, choose, forget, waiting
from pages.server.session import open_database
from planning.core.backup_service import BoardContents, contents, look_into, make_backup, restore_backup
from planning.core.board_rules import LONGEST_NAME
from planning.core.interrupted import ActKind
from planning.core.notation import moment, number
from planning.core.refusal import Reason, Refused
from planning.core.rights import Person, Right
from planning.core.service import set_board
from planning.core.settings import settings
from planning.core.translation import gettext as _
from planning.core.translation import in_this_language
from planning.refusals import sentence

NAME, RESTORE = "board_name", "restore"
TYPES = ("backup",)
LARGEST = 50
"""Megabytes; .streamlit/config.toml takes no more."""


def show(frame: Frame) -> None:
    """The name for whoever manages or decides; backups for the administrator."""
    answer(
        _("**{board}** has number {number} at DUO.").format(board=plain(frame.board.name), number=frame.board.board_id)
    )
    left, right = st.columns(2)
    with left, st.container(border=True, height="stretch"):
        st.subheader(_("What the board is called"), anchor=False)
        name = fields.text("name", _("Name of the board"), frame.board.name, LONGEST_NAME)
        Form(NAME, (name,), partial(_rename, frame.board.name), _("Keep")).show()
    if not frame.person.may(Right.MANAGE_PEOPLE) or not settings().is_local:
        return  # a backup holds every board: on a shared server it is made by whoever keeps the server
    with right, st.container(border=True, height="stretch"):
        st.subheader(_("A backup"), anchor=False)
        st.markdown(
            _(
                "One file with all that Vlootplan holds, of every board here; made while people work, read back "
                "and compared."
            )
        )
        st.download_button(
            _("Download the backup"),
            in_this_language(partial(_backup, frame.person)),
            f"vlootplan-{frame.today.isoformat()}.backup",
            "application/octet-stream",
            key="download_backup",
            icon=":material/save:",
            on_click="ignore",
        )
        st.caption(
            _("It holds names of people and what is written about incidents. Keep it where only you can reach it.")
        )
    with st.container(border=True):
        st.subheader(_("Put a backup back"), anchor=False)
        file = waiting(RESTORE, WaitingFile)
        if file is None:
            st.markdown(_("Choose a backup. You see what it holds before anything is replaced."))
            choose(RESTORE, _("Backup"), TYPES, LARGEST)
        else:
            _decide(frame.person, file)
        show_outcome(RESTORE)


def _rename(before: str, person: Person, said: Values) -> Outcome:
    _call(said["name"], person)
    return _("The board is called {name}.").format(name=said["name"]), partial(_call, before)


def _call(name: str, person: Person) -> None:
    set_board(person, open_database(), now(), name=name)


def _backup(person: Person) -> bytes:
    return make_backup(person, open_database(), now())


def _decide(person: Person, file: WaitingFile) -> None:
    try:
        held = look_into(person, open_database(), file.content, file.name)
    except Refused as refused:
        st.markdown(_(":orange-badge[:material/block: not read] **{file}**").format(file=plain(file.name)))
        st.markdown("  \n".join(plain(sentence(reason)) for reason in refused.reasons))
        st.button(_("Choose another file"), on_click=forget, args=(RESTORE,), key="restore_other")
        return
    st.markdown(f":material/description: **{plain(file.name)}**")
    here, there = st.columns(2)
    with here:
        st.markdown(_("**Now: this is replaced**"))
        show_table(_rows(contents(person, open_database())), _("What is replaced"))
    with there:
        st.markdown(_("**In the backup: this comes in its place**"))
        show_table(_rows(held), _("What the backup holds"))
    st.markdown(
        _(
            ":material/front_hand: First have everybody stop working in Vlootplan, and download "
            "a backup of now: what is kept meanwhile is lost. All boards are replaced, whole or "
            "not at all."
        )
    )
    words = _("replace everything")
    typed = fields.text("words", _("Type ‘{words}’").format(words=words))
    form = Form(RESTORE, (typed,), partial(_restore, file, words), _("Put the backup back"), about=file.name)
    form.show_fields()
    st.button(_("Choose another file"), on_click=forget, args=(RESTORE,), type="tertiary", key="restore_other")


def _rows(held: Sequence[BoardContents]) -> list[dict[str, str]]:
    return [
        {
            _("Board"): f"{plain(one.name)} ({one.board_id})",
            _("People"): number(one.people),
            _("Changes"): number(one.changes),
            _("Last change"): moment(one.changed_at) if one.changed_at else "–",
        }
        for one in held
    ]


def _restore(file: WaitingFile, words: str, person: Person, said: Values) -> Outcome:
    if said["words"].strip().lower() != words:
        raise Refused(Reason("not_confirmed", "words", {"words": words}))
    with noted(person, ActKind.RESTORE, file.name):
        kept = change(restore_backup, file.content, file.name)(person)
    forget(RESTORE)
    told = _("‘{file}’ is put back.").format(file=file.name)
    if kept is not None:
        told += " " + _("What was here is kept beside the database, as {name}.").format(name=kept.name)
    return told, None
