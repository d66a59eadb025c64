"""Where the garden is found."""

from typing import Final

from pages.parts.places import Group, Place
from planning.core.translation import N_

GARDEN: Final = Place("garden", "tuin", N_("Garden"), "hub", Group.BOARD)
