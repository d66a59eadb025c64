"""A board that is to begin: its number, its name and its first administrator. In local mode anybody may add one."""

import streamlit as st

from pages.parts import fields
from pages.parts.forms import Form, Values, refusals_told, show_refused
from pages.parts.frame import now
from pages.server.session import open_database, sign_in_as, speak
from planning.core.backup_service import restore_content
from planning.core.board_rules import LONGEST_NAME
from planning.core.rights import Person
from planning.core.service import begin_board
from planning.core.translation import gettext as _

PLACE, BEGUN, RESTORE = "first_board", "board_begun", "first_restore"
BEGIN_AT = "/beheer?deel=start"


def go_on() -> None:
    """Whoever began a board a moment ago goes on as its administrator, where its beginning is."""
    begun = st.session_state.get(BEGUN)  # it stays: of a double click the first run is gone before it leads on
    if isinstance(begun, Person):
        sign_in_as(begun, BEGIN_AT)


def show() -> None:
    """The form."""
    form = Form(
        PLACE,
        (
            fields.text("board_id", _("Board number: five digits; DUO calls it ‘bevoegd gezag’"), placeholder="12345"),
            fields.text("name", _("Name of the board"), "", LONGEST_NAME),
            fields.text("administrator", _("Your name: you become its administrator"), "", LONGEST_NAME),
        ),
        lambda _person, _said: ("", None),
        _("Begin with this board"),
    )
    with st.form(PLACE, border=False):
        for part in form.fields():
            form.draw(part)
        st.form_submit_button(form.label, type="primary", icon=":material/flag:", on_click=_begin, args=(form,))


def _begin(form: Form) -> None:
    if BEGUN in st.session_state:
        return
    speak(None)  # a click comes before main.py: the run has no language yet
    with refusals_told(PLACE):
        said: Values = form.values()
        st.session_state[BEGUN] = begin_board(open_database(), now(), **said)


def show_restore() -> None:
    """A backup of another computer, where there is nothing yet that it could replace."""
    st.markdown(_("Did you work with Vlootplan elsewhere? Choose the backup you made there."))
    chosen = st.file_uploader(_("Backup"), ["backup"], max_upload_size=50, label_visibility="collapsed", key=RESTORE)
    if chosen is not None:
        with refusals_told(RESTORE):
            restore_content(open_database(), now(), chosen.getvalue(), chosen.name)
            st.rerun()
    show_refused(RESTORE)


def show_example() -> None:
    """The example group, for whoever wants to look around first."""
    st.markdown(_("Look around first? The example is three boards with invented devices, plans and visits."))
    if st.button(_("Load the example"), icon=":material/science:", key="load_example"):
        from planning.example.load import load  # it needs all of the product

        with st.spinner(_("Reading the example's inventories, as people would hand them in. It takes a minute.")):
            load(open_database())
        st.rerun()
