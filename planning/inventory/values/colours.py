"""The words for colours with which lists mark their rows."""

from typing import Final

COLOURS: Final = {
    "rood": "red", "red": "red", "rode": "red", "roze": "pink", "pink": "pink", "oranje": "orange", "orange": "orange",
    "geel": "yellow", "gele": "yellow", "yellow": "yellow", "groen": "green", "groene": "green", "green": "green",
    "blauw": "blue", "blauwe": "blue", "blue": "blue", "lichtblauw": "blue", "lichtgroen": "green", "paars": "purple",
    "paarse": "purple", "lila": "purple", "purple": "purple", "grijs": "grey", "grijze": "grey", "grey": "grey",
    "gray": "grey", "zwart": "black", "bruin": "brown", "lichtrood": "red", "donkergroen": "green",
    "donkerblauw": "blue", "lichtgeel": "yellow",
}  # fmt: skip
"""Word -> the colour it names, as the looks of a sheet know it."""
