"""What the log tells of the ratios."""

from typing import Final

from pages.parts.subject import Subject
from pages.ratios import audit_words
from pages.ratios.place import RATIOS

SUBJECT: Final = Subject(RATIOS, topics=(audit_words.TOPIC,))
