"""Where the rounds of replacement are found."""

from typing import Final

from pages.parts.places import Place
from planning.core.translation import N_

ROUNDS: Final = Place("rounds", "rondes", N_("Rounds"), "autorenew", of_schools=True)
