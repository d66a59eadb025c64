"""Where the page of one school is found."""

from typing import Final

from pages.parts.places import Group, Place
from planning.core.rights import Role
from planning.core.translation import N_

SCHOOL: Final = Place(
    "school", "school", N_("School"), "school", Group.SCHOOLS, of_schools=True, home_of=(Role.SCHOOL_ICT,)
)
