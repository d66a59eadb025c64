"""Where the quality teams are found."""

from typing import Final

from pages.parts.places import Group, Place
from planning.core.rights import Role
from planning.core.translation import N_

QUALITY_TEAMS: Final = Place(
    "quality_teams", "kwaliteitsteams", N_("Quality teams"), "groups", Group.PEOPLE, home_of=(Role.ICOACH,)
)
