"""What other pages show of the facilitator's page: nothing but its lines in the log."""

from typing import Final

from pages.guide import audit_words
from pages.network.place import GUIDE
from pages.parts.subject import Subject

SUBJECT: Final = Subject(GUIDE, topics=(audit_words.TOPIC,))
