"""Where the systems are found."""

from typing import Final

from pages.parts.places import Group, Place
from planning.core.translation import N_

SYSTEMS: Final = Place("systems", "systemen", N_("Systems"), "apps", Group.IN_ORDER, of_schools=True)
MATRIX, LINES, CONTRACTS, ONE, EXCEL, FUNCTIONS = "matrix", "regels", "contracten", "een", "excel", "functies"
"""Its parts, by their key in the address."""
FUNCTION: Final = "functie"
"""In the address: the function of which lines are shown."""
