"""When the devices of a kind were bought by a line over or under the list: "laptops aug 2017 gekocht, iPads in 2016".

A line counts only where all of it is understood: what it says of some of them is no answer for the others.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from planning.core.text import clean, folded, tokens, word_set
from planning.inventory.read.titled_purchases import Moments
from planning.inventory.reading import IgnoredRow
from planning.inventory.recognise.layouts.body import Body
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.sections import moment_and_rest
from planning.inventory.values.beside import device_in
from planning.inventory.values.devices import Description, Device, as_known, identify, is_kind_word
from planning.inventory.values.parts_said import numbers_of_devices
from planning.inventory.values.people import whose
from planning.inventory.words.cell_words import cell_words
from planning.workbooks.grid import Grid

_CAME: Final = re.compile(
    r"\b(?:(?:aan|in)?gekocht|kochten|aangeschaft|aanschaf|gekregen|kregen|ontvangen|gedoneerd|geschonken|geleverd"
    r"|(?:zijn|is|komen|komt|dateren|dateert|stammen|stamt)(?: \w+)* (?:van|uit|in|sinds)"
    r"|bought|purchased|received|delivered|(?:are|is)(?: \w+)* from)\b"
)
"""What says that a year is the one in which devices came."""
_APART: Final = re.compile(r"[,;.]\s+|\s+(?:en|and|maar|but)\s+|\s[-–/|]\s")
_FROM: Final = re.compile(
    r"\b(?:bij|via|door|van|from|at|by|with) (?P<whom>(?:de |het |een |the )?[^\W\d][\w&'’-]*(?: [^\W\d][\w&'’-]*)?)"
)
"""Who sold or gave them."""
_SAID: Final = word_set(
    "de het een alle al deze die dit onze wij we ze zijn is werd werden waren was komen komt dateren dateert stammen "
    "stamt hebben heeft gekocht aangeschaft aangekocht ingekocht kochten aanschaf gekregen kregen ontvangen gedoneerd "
    "geschonken geleverd nieuw allemaal allen alles samen tegelijk uit van in op per sinds apparaten devices "
    "apparatuur nb the all our are were bought purchased received delivered from new everything"
)
_EVERY: Final = re.compile(r"\b(?:alles|alle (?:apparaten|devices|apparatuur)|everything|all devices)\b")
_LONGEST: Final = 24  # words


def bought_by_notes(lines: Sequence[str]) -> Moments:
    """What the lines around a list say was bought, and when."""
    return tuple(moment for line in lines for moment in bought_by_note(line))


def bought_by_note(line: str) -> Moments:
    """What one line says was bought, and when; empty where some of it is not understood."""
    said = folded(clean(line)).strip(" .!*")
    if "?" in said or not any(map(str.isdigit, said)) or len(tokens(said)) > _LONGEST or not _CAME.search(said):
        return ()
    found: list[tuple[Device, str]] = []
    waiting: list[Device] = []  # "laptops en ipads in 2016": the moment comes behind the last
    for part in _APART.split(re.sub(r"[()]", " ", said)):
        when, rest = moment_and_rest(part)
        device = _bought(rest)
        if device is None:
            return ()
        waiting.append(device)
        if when:
            found += [(one, when) for one in waiting]
            waiting = []
    return () if waiting else tuple(found)


def _bought(text: str) -> Device | None:
    """All devices that a part of a line names, with nothing that says it is of some; None where it says more."""
    named = device_in(text)
    device = identify(Description(both=named))
    if not (_EVERY.search(text) if device.issue and not (device.brand or device.model) else named):
        return None
    if numbers_of_devices(text):
        return None
    if is_kind_word(named):
        device = replace(device, model=None)  # "ipads" are of every model
    own = {as_known(word) for word in tokens(named)}
    left = " ".join(word for word in text.split() if not own.issuperset(map(as_known, tokens(word))))
    for one in _FROM.finditer(left):
        if not _tells_which(one["whom"]):
            left = left.replace(one.group(), " ", 1)
    return device if _SAID.issuperset(tokens(left)) else None


def _tells_which(text: str) -> bool:
    """Whose, or where, the devices are that a line speaks of: it is not of the others."""
    return whose(text) is not None or bool(cell_words("place").find(tokens(text)))


def with_notes(grids: Mapping[str, Grid], plans: Sequence[ListPlan], bodies: Sequence[Body]) -> list[Body]:
    """The lists of each sheet with the lines around them that say when devices were bought; those are answered."""
    found = list(bodies)
    for name in dict.fromkeys(plan.grid.name for plan in plans):
        places = [place for place, plan in enumerate(plans) if plan.grid.name == name]
        lines = _lines_around(grids[name], [(plans[place], found[place]) for place in places])
        noted = {row: line for row, line in lines.items() if bought_by_note(line)}
        last = max((plans[p].grid.row_number(max(found[p].records)) for p in places if found[p].records), default=0)
        for place in places if lines else ():
            body = found[place]
            told = [one.row for one in body.unclear if one.row in noted]
            found[place] = replace(
                body,
                below=[line for row, line in lines.items() if row > last],
                noted=list(noted.values()),
                unclear=[one for one in body.unclear if one.row not in noted],
                ignored=[*body.ignored, *(IgnoredRow(name, row, "note") for row in told)],
            )
    return found


def _lines_around(grid: Grid, lists: Sequence[tuple[ListPlan, Body]]) -> dict[int, str]:
    """By Excel's row the lines that stand alone over all devices of a sheet, or under them."""
    rows = [plan.grid.row_number(row) for plan, body in lists if body.records for row in _ends(body.records)]
    if not rows:
        return {}
    first, last = min(rows), max(rows)
    found = {}
    for place, line in enumerate(grid.rows):
        row = grid.row_number(place)
        if not first <= row <= last and len(line) - line.count("") == 1:
            found[row] = clean(next(cell for cell in line if cell != ""))
    return found


def _ends(records: Sequence[int]) -> tuple[int, int]:
    return min(records), max(records)
