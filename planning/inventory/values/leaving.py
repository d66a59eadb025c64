"""Columns that say a device has gone, each by its own heading: "Buiten gebruik" with yes or no, "Datum afvoer"."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from planning.core.text import Cell, clean, tokens, words
from planning.inventory.values.no_dates import stands_for_none
from planning.inventory.values.status import NO, YES, read_remark

ABSENT: Final = "absent"
"""Of a column that says whether a device is there: a "no" is a device that is missing."""
_STATES: Final = (
    (
        "disposed",
        re.compile(
            r"\b(?:afvoer\w*|afgevoerd|(?:buiten|uit) (?:gebruik|dienst|bedrijf)|verwijderd|removed|dispos\w+|retired"
            r"|weg|verkocht|sold|afgestoten|afgedankt)\b"
        ),
    ),
    ("missing", re.compile(r"\b(?:vermist|gestolen|kwijt|zoekgeraakt|missing|lost|stolen)\b")),
    ("broken", re.compile(r"\b(?:kapot|defect|stuk|broken|uitval|uitgevallen)\b")),
)
RETURNED: Final = "returned"
"""Of a column that says when devices came back: to the cupboard, or to whom they were bought from."""
_CAME_BACK: Final = re.compile(r"\b(?:retour|terug|teruggebracht|teruggekomen|returned)\b")
_HANDED_IN: Final = re.compile(r"\b(?:ingeleverd|inlever\w*|ingenomen|inname\w*|handed in)\b", re.IGNORECASE)
_OF_A_PERSON: Final = re.compile(
    r"\b(?:is |gaat |ging |per \S+ )?(?:uit dienst|met pensioen|van school(?: af)?|left school)\b\W*", re.IGNORECASE
)
_LENT: Final = re.compile(r"\b(?:uitgeleend|uitleen\w*|geleend|meegegeven|uitgegeven|uitgifte|lent|issued|uit op)\b")
_WRITTEN_OFF: Final = re.compile(r"\b(?:afgeschreven|afgeboekt|written off|depreciated)\b")
_GONE: Final = frozenset({"disposed", "missing", "broken", "in_repair"})
_NOT_YET: Final = frozenset({("nog", "niet"), ("niet",), ("geen",), ("not", "yet")})
_SOMETHING_ELSE: Final = re.compile(
    r"\b(?:reden|waarom|wie|door|naam|prijs|aantal|per stuk|kosten|bedrag|opbrengst|gepland\w*|verwacht\w*|vervang\w*"
    r"|reason|by|planned|price|per (?:stuk|device|apparaat|jaar|year|unit))\b"
)


def state_headed(heading: str) -> str | None:
    """The status a device has where a column with this heading says yes or gives a day; None for other headings."""
    said = words(heading.replace("_", " "))
    if _SOMETHING_ELSE.search(said):
        return None
    if _CAME_BACK.search(said):
        return RETURNED
    named = next((state for state, named in _STATES if named.search(said)), None)
    remark = read_remark("" if says_written_off(heading) else heading)
    return named or (remark.status if remark.whole and remark.status in _GONE else None)


def is_handed_in(heading: str) -> bool:
    """Where devices are handed out to people, whoever had one has it no more: "Ingeleverd", "Inname"."""
    return bool(_HANDED_IN.search(words(heading.replace("_", " ")))) and not _SOMETHING_ELSE.search(words(heading))


def of_the_device(remark: str) -> str:
    """A remark in a list of who has which device, without what became of the person: "uit dienst, ligt bij ict".

    What was "ingeleverd" there came back to school: that says nothing beside how it did so, "kapot ingeleverd".
    """
    said = _OF_A_PERSON.sub("", remark)
    left = _HANDED_IN.sub("", said).strip(" ,;-")
    return left or ("reserve" if said.strip() else "")


def says_lent(heading: str) -> bool:
    """A column says when, or to whom, devices were lent: "Meegegeven op", "Uitgeleend aan", "Uit op"."""
    return bool(_LENT.search(words(heading.replace("_", " "))))


def says_written_off(heading: str) -> bool:
    """ "Afgeschreven" is of the books: whether the device has gone too nobody can tell from it."""
    return bool(_WRITTEN_OFF.search(words(heading.replace("_", " ")))) and not _SOMETHING_ELSE.search(words(heading))


def answers(cells: Sequence[Cell], is_date: Callable[[Cell], bool]) -> bool:
    """Nothing but yes, no and days stand in a column, and one of those at least."""
    filled = [cell for cell in dict.fromkeys(cells) if cell != "" and tokens(clean(cell)) and not stands_for_none(cell)]
    return bool(filled) and all(says(cell) is not None or is_date(cell) for cell in filled)


def says(cell: Cell) -> bool | None:
    """Yes or no; None for anything else."""
    if isinstance(cell, bool):
        return cell
    said = tokens(clean(cell))
    if said in _NOT_YET:
        return False
    return None if len(said) != 1 else True if said[0] in YES else False if said[0] in NO else None
