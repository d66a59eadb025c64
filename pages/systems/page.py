"""Systemen: which does what at which school, what ends, what it costs, and what could become one."""

from pages.parts import waiting
from pages.parts.frame import answer, heading, surroundings
from pages.parts.refusals import guard
from pages.parts.sections import Section, show_section
from pages.systems import contracts, excel, functions, harmonise, lines, matrix
from pages.systems.place import CONTRACTS, EXCEL, FUNCTIONS, LINES, MATRIX, ONE, SYSTEMS
from pages.systems.words import systems_answer
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _


def sections(person: Person) -> dict[str, Section]:
    """The parts by their key in the address; a school has nothing to harmonise."""
    every = {
        MATRIX: Section(_("Overview"), "grid_on", (Right.READ,), matrix.show),
        LINES: Section(_("Lines"), "list", (Right.READ,), lines.show),
        CONTRACTS: Section(_("Contracts"), "event_upcoming", (Right.READ,), contracts.show),
        ONE: Section(_("Towards one"), "merge", (Right.READ,), harmonise.show),
        EXCEL: Section(_("Excel"), "table_view", (Right.READ,), excel.show),
        FUNCTIONS: Section(_("Functions"), "category", (Right.MANAGE,), functions.show),
    }
    if person.reach is not None:
        del every[ONE]
    return every


guard(SYSTEMS)
here = surroundings()
heading(here, _("Systems"))
here.card("systems_answer", lambda: answer(systems_answer(here)))
show_section(
    here,
    sections(here.person),
    key="systems_section",
    label=_("Part of the systems"),
    on_leave=waiting.forget_all,
)
