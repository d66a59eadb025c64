"""Where the goals of a year are found."""

from typing import Final

from pages.parts.places import Group, Place
from planning.core.translation import N_

GOALS: Final = Place("goals", "doelen", N_("Goals"), "flag", Group.BOARD)
