"""Where the inventories are found."""

from typing import Final

from pages.parts.places import Group, Place
from planning.core.translation import N_

INVENTORY: Final = Place("inventory", "inventaris", N_("Inventory"), "devices", Group.SCHOOLS, of_schools=True)
