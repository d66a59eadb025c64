"""The name a school goes by: DUO's institution name without what every school is."""

import re
from typing import Final

_WHAT_IT_IS: Final = re.compile(
    r"^(?:(?:rooms[- ]katholieke?|protestants[- ]christelijke?|r\.?k\.?|p\.?c\.?|openbaare?|christelijke?)\s+)*"
    r"(?:basissch(?:ool)?\.?|b\.?s\.?|s?sbo|obs|rkbs|pcbs|cbs|school)\s+",
    re.IGNORECASE,
)


def calling_name(institution: str) -> str:
    """ "RK Basissch De Schakel" -> "De Schakel"; a name that is nothing else stays whole."""
    name = institution.strip()
    short = _WHAT_IT_IS.sub("", name).strip().strip('"') or name
    return short[0].upper() + short[1:] if short else name
