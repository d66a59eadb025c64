"""The audit lines in words: no codes, no JSON. A code without words here fails a test."""

from typing import Any, Final

from pages.competences import audit_words
from pages.goals import audit_words as goals_audit_words
from pages.inventory import audit_words as inventory_audit_words
from pages.parts.audit_topic import Names, Side
from pages.privacy import audit_words as privacy_audit_words
from pages.privacy import registers_audit_words
from pages.quality_teams import audit_words as teams_audit_words
from pages.rounds import audit_words as rounds_audit_words
from pages.settings import audit_words as organisation_audit_words
from planning.core.translation import gettext as _
from planning.inventory.memory.service import BOARD

NOTHING: Final = "–"
SUBJECTS: Final = {
    "inventories": inventory_audit_words.INVENTORIES,
    "memory": inventory_audit_words.MEMORY,
    "pupils": organisation_audit_words.PUPILS,
    "targets": organisation_audit_words.TARGETS,
    "kinds": organisation_audit_words.KINDS,
    "people": organisation_audit_words.PEOPLE,
    "publications": organisation_audit_words.PUBLICATIONS,
    "privacy": privacy_audit_words.SUBJECT,
    "goals": goals_audit_words.SUBJECT,
    "registers": registers_audit_words.REGISTERS,
    "incidents": registers_audit_words.INCIDENTS,
    "quality_teams": teams_audit_words.SUBJECT,
    "competences": audit_words.SUBJECT,
    "rounds": rounds_audit_words.SUBJECT,
}
"""What a reader can look for, in the order of the filter."""
BY_CODE: Final = {code: subject for subject in SUBJECTS.values() for code in subject.codes}


class Words(Names):
    """Turns codes of audit lines into words; knows the names of schools and kinds."""

    def what(self, code: str) -> str:
        """The kind of change."""
        return _(BY_CODE[code].what[code]) if code in BY_CODE else _("Another change")

    def subject(self, code: str, subject: str) -> str:
        """What was changed: a school, a person, a kind, a day."""
        if subject == BOARD:
            return _("all schools")
        return BY_CODE[code].about(code, subject, self) if code in BY_CODE else subject

    def facts(self, code: str, subject: str, facts: Any) -> str:
        """What it was, or became; a dash where there was nothing."""
        told = BY_CODE[code].facts.get(code) if code in BY_CODE else None
        if facts is None or told is None:
            return NOTHING
        return told(Side(subject, facts, self)) or NOTHING
