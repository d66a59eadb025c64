"""Where the competences are found."""

from typing import Final

from pages.parts.places import Group, Place
from planning.core.translation import N_

COMPETENCES: Final = Place("competences", "competenties", N_("Competences"), "psychology", Group.PEOPLE)
