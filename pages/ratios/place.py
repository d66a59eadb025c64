"""Where the ratios are found."""

from typing import Final

from pages.parts.places import Group, Place
from planning.core.translation import N_

RATIOS: Final = Place("ratios", "ratios", N_("Ratios"), "balance", Group.SCHOOLS, of_schools=True)
