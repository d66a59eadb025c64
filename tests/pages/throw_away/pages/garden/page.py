"""Tuin: who learns from whom?"""

from pages.garden.place import GARDEN

from pages.parts.frame import answer, heading, surroundings
from pages.parts.refusals import guard

guard(GARDEN)
heading(surroundings(), "Tuin")
answer("**De pagina van de tuin.**")
