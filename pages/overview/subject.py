"""The overview among the subjects: it shows the others."""

from typing import Final

from pages.parts.places import START
from pages.parts.subject import Subject

SUBJECT: Final = Subject(START)
