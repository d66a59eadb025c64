"""Settings: one school by hand, for what DUO does not know, or another name for one that is known."""

from functools import partial

import streamlit as st

from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change, key
from pages.parts.frame import Frame
from planning.core.board_rules import LONGEST_NAME
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.organisation.duo import KINDS_OF_SCHOOL
from planning.organisation.names import LONGEST_PLACE
from planning.organisation.service import School, remove_school, save_school

PLACE = "one_school"


def show(frame: Frame) -> None:
    """Choose a school or a new one, and say what it is called and where it stands."""
    with st.container(border=True, height="stretch"):
        st.subheader(_("One school by hand"), anchor=False)
        known = {school.school_id: school for school in frame.schools}
        chosen = st.selectbox(
            _("School"),
            ["", *known],
            format_func=lambda school_id: known[school_id].name if school_id else _("a new school"),
            key=key(PLACE, "school"),
        )
        school = known.get(chosen, School("", "", "", "Bo"))
        number = fields.text("school_id", _("BRIN and location number"), "", 6, placeholder="03QE00", parse=str.upper)
        name = fields.text("name", _("Name"), school.name, LONGEST_NAME)
        place = fields.text("place", _("Place"), school.place, LONGEST_PLACE)
        kind = fields.choice("kind", _("Kind"), list(KINDS_OF_SCHOOL), school.kind)
        parts = (name, place) if chosen else (number, name, place, kind)
        Form(PLACE, parts, partial(_keep, school), _("Keep the school"), about=chosen, look={}).show()


def _keep(known: School, person: Person, said: Values) -> Outcome:
    school = School(**{**vars(known), **said})
    before = change(save_school, school)(person)
    if before is None:
        return _("{school} is added.").format(school=school.name), change(remove_school, school)
    return _("{school} is kept.").format(school=school.name), change(save_school, before)
