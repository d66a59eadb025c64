"""Settings, among the people: all that is kept of one of them, and forgetting who left (AVG art. 15 and 17)."""

import json
from dataclasses import replace
from functools import partial

import streamlit as st

from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change, show_outcome
from pages.parts.frame import plain
from pages.server.session import open_database
from planning.core.personal_data_service import departed, export_person, forget_person
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import in_this_language

FORGET = "forget_person"


def export_button(me: Person, someone: Person) -> None:
    """What the law lets somebody ask for: all that is kept of them."""
    st.download_button(
        _("All that is kept about {name}").format(name=plain(someone.name)),
        in_this_language(partial(_exported, me, someone.person_id)),
        f"vlootplan-{someone.person_id}.json",
        "application/json",
        key=f"export_{someone.person_id}",
        type="tertiary",
        icon=":material/download:",
        on_click="ignore",
        help=_("One file, table by table, for whoever asks what is kept about them (AVG art. 15)."),
    )


def _exported(me: Person, person_id: str) -> bytes:
    return json.dumps(export_person(me, open_database(), person_id), ensure_ascii=False, indent=1).encode()


def show(me: Person) -> None:
    """Who left may be forgotten; no card where nobody left."""
    gone = departed(me, open_database())
    if not gone:
        show_outcome(FORGET)  # of the last of them
        return
    with st.container(border=True):
        st.subheader(_("People who left"), anchor=False)
        st.markdown(
            _(
                "What they did stands in the log under their name. Forgetting puts a pseudonym in its place, "
                "everywhere; what was decided stays. It cannot be undone."
            )
        )
        who = fields.choice("who", _("Who"), list(gone), None, gone.__getitem__, placeholder=_("choose a person"))
        who = replace(who, missing="nobody_chosen")
        Form(FORGET, (who,), _forget, _("Forget this person"), look={"icon": ":material/person_off:"}).show()


def _forget(person: Person, said: Values) -> Outcome:
    called = change(forget_person, said["who"])(person)
    return _("Forgotten. Where the name stood, stands ‘{name}’.").format(name=called), None
