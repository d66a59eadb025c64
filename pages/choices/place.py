"""Where the choices of schools are found."""

from typing import Final

from pages.parts.places import Group, Place
from planning.core.translation import N_

CHOICES: Final = Place("choices", "keuzes", N_("Choices"), "alt_route", Group.SCHOOLS, of_schools=True)
