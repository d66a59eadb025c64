"""What a heading of a matrix stands for: a kind, a place, a year, a part of one of those; and what a cell counts."""

import re
from typing import Final

from planning.core.text import Cell, CoarseDate, clean, folded, tokens, word_set
from planning.inventory.recognise.contents import looks_like_place
from planning.inventory.recognise.headings import read_heading
from planning.inventory.recognise.sections import of_heading
from planning.inventory.values.absent import is_none, names_an_own
from planning.inventory.values.ages import is_age_span
from planning.inventory.values.counts import read_count
from planning.inventory.values.devices import is_kind_word, kind_named, known_words
from planning.inventory.values.people import whose
from planning.inventory.values.status import read_remark, says_it_works
from planning.inventory.values.totals import is_total
from planning.inventory.words.cell_words import cell_words, models
from planning.workbooks.grid import Place

KIND: Final = "kind"
PLACE: Final = "place"
YEAR: Final = "year"
TOTAL: Final = "total"
_COUNTED: Final = re.compile(r"^(?:±|~|x|ca\.?|circa|ong\.?|ongeveer|plm\.?)?\s*\d{1,3}(?![\d]|[./-]\d{2,4})")
_TWO: Final = r"['’]?(?:19|20)?\d\d"
_YEAR: Final = re.compile(
    r"^(?:(?:sj|schooljaar|cursusjaar|jaar|aanschaf(?:jaar)?|aangeschaft|gekocht|bouwjaar|bj|in|uit)\.?\s)*"
    rf"(?:{_TWO}\s*[-/–]\s*{_TWO}|(?:19|20)\d\d)$"
)
_FULL_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_IN_HEADING: Final = re.compile(
    r"(?P<apart>[(,:–-]\s*|\s)(?P<word>\b(?:aanschaf(?:jaar|datum)?|aangeschaft|aangekocht|aankoop|gekocht|bouwjaar|bj|uit"
    r"|sinds|van|in|sj|schooljaar)[\s.:]*)*(?P<year>(?:19|20)\d\d(?:\s*[-/–]\s*(?:19|20)?\d\d)?)\s*\)?\s*$"
)
_BARE_GROUP: Final = re.compile(r"^[1-8]\s?[a-d]?(?:\s*[-/+&]\s*[1-8]?\s?[a-d]?)*$")
_NUMBER_OF: Final = re.compile(r"^(?:aantal|aant\.?|#|nr\.? of|number of)\s+", re.IGNORECASE)
_NO_DEVICES: Final = word_set(
    "leerling leerlingen lln ll kinderen pupils m2 m oppervlakte stopcontacten stoelen tafels ratio norm gewenst nodig "
    "tekort wens wensen percentage verschil begroot budget vervangen vervanging bestellen benodigd fte prijs kosten "
    "waarde"
)


_USERS: Final = word_set(
    "leerling leerlingen lln ll kinderen leerkracht leerkrachten lkr docent docenten personeel medewerkers staf pupils "
    "students teachers staff"
)
"""People as a group, who have no room of their own."""


def axis_of(text: str) -> str | None:
    """What a heading is one of: kinds, places (groups, rooms, users, statuses), years, or a total of them."""
    if not tokens(text) or len(text) > 60:
        return None
    if is_total(text):
        return TOTAL
    if _YEAR.match(folded(text)) and not models()[0].find(tokens(text)):
        return YEAR if _FULL_YEAR.search(text) or not _BARE_GROUP.match(folded(text)) else PLACE
    if _USERS.issuperset(tokens(text)):
        return PLACE
    kind = kind_named(text)
    if kind and not cell_words("place").find(tokens(text)[:1]):
        return KIND
    if set(tokens(text)) & _NO_DEVICES and not cell_words("place").find(tokens(text)[1:]):
        return None
    if _is_place(text):
        return PLACE
    return KIND if kind or models()[0].find(known_words(text)) else None


def _is_place(text: str) -> bool:
    """A room, a group or the school itself, people as a group, or a state devices are in."""
    says = of_heading(text)
    return is_bare_group(text) or bool(says.keys() & {"location", "audience", "status", "school"})


def is_bare_group(text: str) -> bool:
    """ "5", "1/2", "7b": a group where the headings say so."""
    return bool(_BARE_GROUP.match(folded(text)))


def counts_nothing(cell: Cell) -> bool:
    """Blank, a dash, a zero or "geen": there are no such devices here; nor are there of ours in "eigen laptop"."""
    if isinstance(cell, (int, float)):
        return cell == 0
    if isinstance(cell, str) and names_an_own(cell):
        return True
    text = clean(cell)
    return (not tokens(text) and "?" not in text) or is_none(text)


def is_count(cell: Cell) -> bool:
    """The cell may be a number of devices, certain or not."""
    if isinstance(cell, bool):
        return False
    if isinstance(cell, (int, float)):
        return float(cell).is_integer() and 0 <= cell < 1000
    if not isinstance(cell, str):
        return False
    text = folded(clean(cell))
    return (
        counts_nothing(cell)
        or "?" in text[:2]
        or bool(_COUNTED.match(text))
        or read_count(text, empty_is_one=False).issue is None
    )


def is_year(cell: Cell) -> bool:
    """A year or a school year, as a heading or in a row of years."""
    return isinstance(cell, CoarseDate) or axis_of(clean(cell)) == YEAR


def is_beside(text: str) -> bool:
    """A heading of numbers that are no devices: pupils, square metres, what is wanted."""
    field = read_heading(text).field
    return field in ("names_people", "not_a_device_field") or bool(set(tokens(text)) & _NO_DEVICES)


def told_by(text: Cell, place: Place, axis: str) -> dict[str, tuple[Cell, Place]]:
    """What a heading says of the devices it counts, by field."""
    written = clean(text)
    if axis == YEAR:
        return {"purchased": (text, place)}
    if axis == KIND:
        return _of_kind(_NUMBER_OF.sub("", written), place)
    if is_age_span(written):
        return {"purchased": (text, place)}  # when that was, a person says
    remark = read_remark(written)
    if remark.whole and remark.status:
        where: dict[str, tuple[Cell, Place]] = {"location": (written, place)} if looks_like_place(written) else {}
        return {**where, "status": (written, place)}  # "Magazijn" is both
    if _USERS.issuperset(tokens(written)):
        return {"audience": (written, place)}
    school = of_heading(written).get("school")
    return {"school": (school, place)} if school else {"location": (written, place)}


def _of_kind(text: str, place: Place) -> dict[str, tuple[Cell, Place]]:
    found: dict[str, tuple[Cell, Place]] = {"kind": (text, place)}
    says = of_heading(text)
    year = _IN_HEADING.search(folded(text))
    # "iPad (2018)" is a model, "Chromebooks (2018)" were bought then.
    said = tokens(text)
    if year and not any(year["year"][:4] in said[hit.start : hit.end] for hit in models()[0].find(said)):
        found["purchased"] = (year["year"], place)
        text = text[: year.start()].strip()
    elif "purchased" in says:
        found["purchased"] = (says["purchased"], place)
        text = says.get("kind", text)
    if not is_kind_word(text):
        found["brand_and_model"] = (text, place)
    if whose(text):
        found["audience"] = (text, place)
    remark = read_remark(text)
    if remark.status and (remark.status != "in_use" or says_it_works(text)):
        found["status"] = (remark.fragment, place)
    return found
