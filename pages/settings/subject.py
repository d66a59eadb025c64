"""What the log tells of the settings."""

from typing import Final

from pages.parts.places import SETTINGS
from pages.parts.subject import Subject
from pages.settings import audit_words
from pages.settings.beginning import beginning_card

SUBJECT: Final = Subject(
    SETTINGS,
    beginning=beginning_card,
    topics=(
        audit_words.PUPILS,
        audit_words.TARGETS,
        audit_words.KINDS,
        audit_words.PEOPLE,
        audit_words.BACKUPS,
        audit_words.FEED,
        audit_words.MAIL,
    ),
)
