"""The report among the subjects."""

from typing import Final

from pages.parts.subject import Subject
from pages.report import audit_words
from pages.report.place import REPORT

SUBJECT: Final = Subject(REPORT, topics=(audit_words.TOPIC,))
