"""Handleiding: what a role does here, page by page with a picture; and the rules by which it is counted."""

from functools import partial
from pathlib import Path
from typing import Final

import streamlit as st

from pages.manual import rules
from pages.manual.topics import ROLES, TOPICS, Topic
from pages.parts.frame import Frame, answer, heading, surroundings
from pages.parts.places import ABOUT, MANUAL, RULES, show_link
from pages.parts.refusals import guard
from pages.parts.sections import Section, show_section
from pages.subjects import SUBJECTS
from planning.core.rights import CIRCLE_ROLES, ROLE_NAMES, Role
from planning.core.translation import gettext as _
from planning.core.translation import language

STATIC: Final = Path(__file__).parent.parent / "static"
"""What Streamlit hands out as it is, to anybody: nothing of a board."""
READERS: Final = MANUAL.rights
SECTIONS: Final = {
    Role.CHAIR: "voorzitter",
    Role.GROUP_ICT: "bovenschools",
    Role.SCHOOL_ICT: "school",
    Role.ICOACH: "icoach",
    Role.PRIVACY_OFFICER: "ibp",
    Role.ADMINISTRATOR: "beheerder",
    Role.READER: "lezer",
    Role.GUIDE: "begeleider",
    Role.EXPERT: "expert",
}
"""The sections by their key in the address, which stays Dutch in every language."""


def sections(frame: Frame) -> dict[str, Section]:
    """The own role first, then the others of a board, or of a circle of boards; the rules last."""
    mine = frame.person.role if frame.person.role in ROLES else Role.READER
    of_circle = mine in CIRCLE_ROLES
    ordered = [mine, *(role for role in ROLES if role is not mine and (role in CIRCLE_ROLES) is of_circle)]
    found = {SECTIONS[role]: Section(_(ROLE_NAMES[role]), "", READERS, partial(show, role)) for role in ordered}
    return found | {RULES: Section(_("How it is counted"), "function", READERS, rules.show)}


def show(role: Role, frame: Frame) -> None:
    """What a role does, the page from which somebody comes first."""
    manual = ROLES[role]
    answer(_(manual.says))
    asked = st.query_params.get(ABOUT)
    addresses = list(manual.topics)
    if asked in TOPICS:
        addresses = [asked, *(address for address in addresses if address != asked)]

    def topics() -> None:
        for address in addresses:
            _topic(frame, TOPICS[address])

    frame.card(f"manual_{role}", topics, tuple(addresses))


def _topic(frame: Frame, topic: Topic) -> None:
    place = next(one.place for one in SUBJECTS if one.place.address == topic.address)
    with st.container(border=True, key=f"topic_{topic.address}"):
        left, right = st.columns([1, 1.1])
        with left:
            st.subheader(_(place.title), anchor=topic.address)
            st.markdown(f"**{_(topic.answers)}**")
            st.markdown("\n".join(f"{n}. {_(step)}" for n, step in enumerate(topic.steps, 1)))
            if place.is_in_menu(frame.person, frame.board.kind):
                show_link(place, _("To this page"))
        with right:
            taken = picture(topic.address)
            if (STATIC / taken).exists():
                told = _("The page {page} of the example group").format(page=_(place.title))
                st.image(f"/app/static/{taken}", caption=told, alt=told)


def picture(address: str) -> str:
    """The picture of a page in the reader's language, in what is handed out; `make screenshots` takes it."""
    return f"manual/{address}-{language()}.webp"


guard(MANUAL)
here = surroundings()
heading(here, _("Manual"), dated=False)
show_section(here, sections(here), key="manual_section", label=_("Part of the manual"))
