"""The page of a school among the subjects: it shows the others."""

from typing import Final

from pages.parts.subject import Subject
from pages.school.place import SCHOOL

SUBJECT: Final = Subject(SCHOOL)
