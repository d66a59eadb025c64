"""Settings: many people at once, pasted one a line; shown as read before anybody is added."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from pages.parts.forms import Outcome, act_button, change, key, show_outcome
from pages.parts.frame import Frame, plain
from pages.parts.show import show_table
from pages.server.session import open_database
from pages.settings.people_words import school_words
from planning.core.notation import number
from planning.core.refusal import Reason, Refused
from planning.core.rights import ROLE_NAMES, Person
from planning.core.service import add_people, people, remove_people
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.organisation.people_list import MOST_LINES, PastedPerson, read_people
from planning.refusals import sentence

PLACE = "many_people"


def show(frame: Frame) -> None:
    """A field to paste in, and what was read of it line by line."""
    st.markdown(
        _(
            "Paste one person per line: **name; role; school**, separated by tabs (as cells "
            "copied from Excel are) or semicolons. Only an ICT coordinator needs a school."
        )
    )
    example = _("Anna de Wit; ICT coordinator; {school}\nBas Smit; group ICT coordinator")
    name = key(PLACE, "text")
    text = st.text_area(
        _("People"),
        height=180,
        max_chars=MOST_LINES * 200,
        placeholder=example.format(school=frame.schools[0].name if frame.schools else "De Twister"),
        key=name,
    )
    if not text.strip():
        st.button(_("See what was read"), key="many_people_look")  # a click leaves the field, and what it holds is read
        show_outcome(PLACE)
        return
    found = read_people(text, frame.board.board_id, frame.schools, people(frame.person, open_database()))
    wrong = [line for line in found if line.reasons]
    show_table(_table(found, {school.school_id: school.name for school in frame.schools}), _("People read"))
    if any(line.left_out for line in found):
        st.caption(_("Anything after the school is not read: a person's address or number is not kept."))
    if wrong:
        said = ngettext(
            "**{n} line cannot be added.** Correct it above; until then nobody is.",
            "**{n} lines cannot be added.** Correct them above; until then nobody is.",
            len(wrong),
        )
        st.markdown(said.format(n=number(len(wrong))))
    elif found:
        label = ngettext("Add {n} person", "Add {n} people", len(found)).format(n=number(len(found)))
        look = {"type": "primary", "icon": ":material/group_add:", "key": "many_people_add"}
        act_button(PLACE, label, partial(_add, tuple(line.person for line in found)), **look)
    show_outcome(PLACE)


def _table(found: Sequence[PastedPerson], names: dict[str, str]) -> list[dict[str, str]]:
    good = ":green-badge[:material/check: " + _("good") + "]"
    badge = ":orange-badge[:material/block: " + _("not yet") + "] "
    return [
        {
            _("Line"): number(line.line),
            _("Name"): plain(line.person.name),
            _("Role"): _(ROLE_NAMES[line.person.role]) if not line.reasons else "–",
            _("Schools"): plain(school_words(line.person, names)) if not line.reasons else "–",
            _("Read"): badge + " ".join(plain(sentence(one)) for one in line.reasons) if line.reasons else good,
        }
        for line in found
    ]


def _add(newcomers: tuple[Person, ...], person: Person) -> Outcome:
    if not newcomers:
        raise Refused(Reason("person_without_name"))
    added = change(add_people, newcomers)(person)
    text = ngettext("{n} person is added.", "{n} people are added.", len(added))
    return text.format(n=number(len(added))), change(remove_people, added)
