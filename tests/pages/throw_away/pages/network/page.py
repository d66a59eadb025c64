"""Netwerk: who learns from whom?"""

from pages.network.place import NETWORK

from pages.parts.frame import answer, heading, surroundings
from pages.parts.refusals import guard

guard(NETWORK)
heading(surroundings(), "Netwerk")
answer("**De pagina van het netwerk.**")
