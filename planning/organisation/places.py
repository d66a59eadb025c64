"""Names of places, which DUO writes in capitals."""

from typing import Final

_SMALL: Final = frozenset((
    "aan", "bij", "de", "den", "der", "en", "gem", "gem.", "het", "in",
    "op", "over", "onder", "te", "ten", "ter", "tot", "van",
))  # fmt: skip
_PROVINCES: Final = frozenset(["FR", "GN", "DR", "OV", "GLD", "UT", "NH", "ZH", "ZLD", "NB", "LB"])


def proper_case(place: str) -> str:
    """'HORST AAN DE MAAS' -> "Horst aan de Maas"; what is not all capitals is left as it is."""
    if not place.isupper():
        return place
    return " ".join(_word(word, first=position == 0) for position, word in enumerate(place.split()))


def _word(word: str, *, first: bool) -> str:
    if word.startswith("'"):  # 's-Hertogenbosch, 't Harde
        article, *rest = word.split("-")
        return "-".join([article.lower(), *(part.capitalize() for part in rest)])
    if word in _PROVINCES:
        return word
    if not first and word.lower() in _SMALL:
        return word.lower()
    parts = (part.capitalize() for part in word.split("-"))
    return "-".join(f"IJ{part[2:]}" if part.startswith("Ij") else part for part in parts)
