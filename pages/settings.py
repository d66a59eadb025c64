"""Beheer: schools and pupils, people, device kinds, targets, and who changed what."""

from pages.parts import (
    settings_audit,
    settings_import,
    settings_kinds,
    settings_memory,
    settings_people,
    settings_schools,
    settings_targets,
)
from pages.parts.frame import heading, surroundings
from pages.parts.refusals import guard
from pages.parts.sections import Section, show_section
from planning.core.rights import Right
from planning.core.translation import gettext as _


def sections() -> dict[str, Section]:
    """The sections by their key in the address, which stays Dutch in every language."""
    return {
        "scholen": Section(_("Schools and pupils"), "school", (Right.MANAGE,), settings_schools.show),
        "mensen": Section(_("People"), "group", (Right.MANAGE_PEOPLE,), settings_people.show),
        "soorten": Section(_("Kinds"), "devices", (Right.MANAGE,), settings_kinds.show),
        "onthouden": Section(_("Remembered"), "history_edu", (Right.MANAGE,), settings_memory.show),
        "doelen": Section(_("Targets"), "target", (Right.MANAGE, Right.DECIDE), settings_targets.show),
        "logboek": Section(_("Log"), "history", (Right.MANAGE, Right.DECIDE), settings_audit.show),
    }


guard(Right.DECIDE, Right.MANAGE, Right.MANAGE_PEOPLE)
here = surroundings()
heading(here, _("Settings"), dated=False)
show_section(here, sections(), key="settings_section", label=_("Part of the settings"), on_leave=settings_import.forget)
