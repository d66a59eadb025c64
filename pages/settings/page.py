"""Beheer: schools and pupils, people, device kinds, targets, and who changed what."""

from pages.parts import waiting
from pages.parts.frame import Frame, heading, surroundings
from pages.parts.places import SETTINGS
from pages.parts.refusals import guard
from pages.parts.sections import Section, show_section
from pages.settings import audit_log, board, feed, kinds, memory, people, schools, start, targets
from pages.settings.beginning import START, beginning
from planning.core.rights import Right
from planning.core.translation import gettext as _


def sections(frame: Frame) -> dict[str, Section]:
    """The sections by their key in the address, which stays Dutch in every language; a new board's start before all."""
    begins = {START: Section(_("Start"), "flag", (Right.MANAGE_PEOPLE,), start.show)} if beginning(frame) else {}
    return begins | {
        "scholen": Section(_("Schools and pupils"), "school", (Right.MANAGE,), schools.show),
        "mensen": Section(_("People"), "group", (Right.MANAGE_PEOPLE,), people.show),
        "soorten": Section(_("Kinds"), "devices", (Right.MANAGE,), kinds.show),
        "onthouden": Section(_("Remembered"), "history_edu", (Right.MANAGE,), memory.show),
        "doelen": Section(_("Targets"), "target", (Right.MANAGE, Right.DECIDE), targets.show),
        "bestuur": Section(_("Board"), "account_balance", (Right.MANAGE, Right.DECIDE), board.show),
        "koppeling": Section(_("Connection"), "table_view", (Right.MANAGE,), feed.show),
        "logboek": Section(_("Log"), "history", (Right.MANAGE, Right.DECIDE), audit_log.show),
    }


guard(SETTINGS)
here = surroundings()
heading(here, _("Settings"), dated=False)
show_section(here, sections(here), key="settings_section", label=_("Part of the settings"), on_leave=waiting.forget_all)
