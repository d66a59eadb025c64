"""What the log tells of the settings."""

from typing import Final

from pages.parts.subject import Subject
from pages.settings import audit_words
from pages.settings.place import SETTINGS

SUBJECT: Final = Subject(
    SETTINGS,
    topics=(audit_words.PUPILS, audit_words.TARGETS, audit_words.KINDS, audit_words.PEOPLE),
)
