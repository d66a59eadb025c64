"""Where the ratios are found."""

from typing import Final

from pages.parts.places import Place
from planning.core.translation import N_

RATIOS: Final = Place("ratios", "ratios", N_("Ratios"), "balance", of_schools=True)
