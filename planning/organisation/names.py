"""What a school goes by: its number, and DUO's institution name without what every school is."""

import re
from typing import Final

from planning.core.board_rules import LONGEST_NAME
from planning.core.refusal import Reason
from planning.organisation.records import School

LONGEST_PLACE: Final = 80
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


def school_reasons(school: School) -> list[Reason]:
    """Why a school cannot be this."""
    reasons = []
    if not re.fullmatch(r"\d{2}[A-Z]{2}\d{2}", school.school_id, re.ASCII):
        reasons.append(Reason("school_number_unreadable", "school_id", {"read": school.school_id[:20]}))
    if not school.name.strip():
        reasons.append(Reason("school_without_name", "name"))
    if not school.place.strip():
        reasons.append(Reason("school_without_place", "place"))
    texts = (("name", school.name, LONGEST_NAME), ("place", school.place, LONGEST_PLACE))
    return reasons + [Reason("school_text_too_long", field, {"n": n}) for field, text, n in texts if len(text) > n]
