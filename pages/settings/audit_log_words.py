"""The audit lines in words: no codes, no JSON. A code without words here fails a test."""

from typing import Any, Final

from pages.parts.audit_topic import Names, Side
from pages.subjects import SUBJECTS
from planning.core.translation import gettext as _
from planning.inventory.guidance import BOARD

NOTHING: Final = "–"
TOPICS: Final = {topic.title: topic for subject in SUBJECTS for topic in subject.topics}
"""What a reader can look for, in the order of the menu."""
BY_CODE: Final = {code: topic for topic in TOPICS.values() for code in topic.codes}


class AuditWords(Names):
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
