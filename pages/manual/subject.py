"""What other screens know of the manual: where it is."""

from typing import Final

from pages.parts.places import MANUAL
from pages.parts.subject import Subject

SUBJECT: Final = Subject(MANUAL)
