"""Where the rounds of replacement are found."""

from typing import Final

from pages.parts.places import Group, Place
from planning.core.translation import N_

ROUNDS: Final = Place("rounds", "rondes", N_("Rounds"), "autorenew", Group.BOARD, of_schools=True)
