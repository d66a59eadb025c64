"""Where the inventories are found."""

from typing import Final

from pages.parts.places import Place
from planning.core.translation import N_

INVENTORY: Final = Place("inventory", "inventaris", N_("Inventory"), "devices", of_schools=True)
