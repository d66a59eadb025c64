"""Where information security and privacy are found."""

from typing import Final

from pages.parts.places import Group, Place
from planning.core.rights import Role
from planning.core.translation import N_

PRIVACY: Final = Place("privacy", "ibp", N_("IBP"), "shield_lock", Group.IN_ORDER, home_of=(Role.PRIVACY_OFFICER,))
