"""What fills and strike-through say of the devices: by a legend, or left for a person to say."""

import colorsys
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Final

from planning.core.text import clean, folded, tokens, word_set
from planning.inventory.read.voices import COLOUR, STRUCK, Voice
from planning.inventory.values.colours import COLOURS
from planning.inventory.values.issue import Issue, Option
from planning.inventory.values.people import whose
from planning.inventory.values.status import read_remark
from planning.workbooks.grid import Grid, Mark
from planning.workbooks.model import Choice

_NEAR: Final = {
    "pink": ("red", "purple"), "orange": ("yellow", "red"), "yellow": ("orange",), "brown": ("orange", "red"),
    "purple": ("blue", "pink"), "red": ("orange", "pink"), "blue": ("purple",), "green": (), "grey": (), "black": (),
}  # fmt: skip
"""Where a legend names no such colour, what else a person may call it."""
_ENTRY: Final = re.compile(
    r"^(?P<colour>[a-z-]+?)(?:\s+(?:gekleurd|gearceerd|vakje|regels?|rij(?:en)?|cel(?:len)?))?\s*[=:–>-]+\s*(?P<says>.+)$"
)
_BETWEEN: Final = re.compile(
    rf"\s*[|;/•\n]\s*|(?:,\s*|\s+[-–]\s+|\s+en\s+|\s{{2,}})(?=(?:{'|'.join(COLOURS)})\b)"
    rf"|\s+(?=(?:{'|'.join(COLOURS)})\s*[=:])",
    re.IGNORECASE,
)
"""What may stand between the colours that one line explains."""
_ASKED: Final = ("broken", "in_repair", "disposed", "missing", "spare", "ordered")
_UNMARKED: Final = Mark()
_DECORATION: Final = 0.6  # a fill on more of the rows than this is how the list looks


_AROUND_COLOUR: Final = word_set(
    "is zijn betekent regel regels rij rijen cel cellen gekleurd vakje vakjes kleur of dan"
)
_LONGEST_ENTRY: Final = 7  # words; more is a sentence
_HUES: Final = (
    (14, "red"), (42, "orange"), (68, "yellow"), (165, "green"), (255, "blue"), (300, "purple"), (335, "pink"),
)  # fmt: skip
"""Up to how many degrees of the colour circle a hue has each name."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a colour stands for; neither where the legend's words are not known."""

    status: str | None = None
    audience: str | None = None

    @property
    def is_known(self) -> bool:
        """Something can be read from it."""
        return bool(self.status or self.audience)


@dataclass(slots=True)
class RecordMarks:
    """Per record what its fill means, and which records are struck through or have a fill nobody explained."""

    meanings: list[Meaning | None]
    struck: list[bool]
    unexplained: dict[str, list[int]] = field(default_factory=dict)  # fill -> records


@lru_cache(maxsize=1024)
def colour_of(fill: str) -> str:
    """What a person calls a fill: "FFC7CE" -> "red"."""
    red, green, blue = (int(fill[place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if light < 0.12:
        return "black"
    if saturation < 0.12 or max(red, green, blue) - min(red, green, blue) < 0.04:
        return "grey"
    degrees = hue * 360
    name = next((name for bound, name in _HUES if degrees < bound), "red")
    return "brown" if name == "orange" and light < 0.3 else name


def read_legend(grid: Grid, devices: Mapping[int, frozenset[int]]) -> dict[str, Meaning]:
    """Fill or colour word -> its meaning, from the cells that explain colours.

    `devices`: row of the sheet -> the columns its headings or devices stand in; a cell there explains nothing.
    """
    found: dict[str, Meaning] = {}
    for row, line in enumerate(grid.rows):
        for column, cell in enumerate(line):
            if not isinstance(cell, str) or not cell or column in devices.get(row, frozenset()):
                continue
            text = clean(cell)
            if len(entries := _entries(cell)) > 1:
                for colour, meaning in entries:
                    found.setdefault(colour, meaning_of(meaning))
                continue
            word, says = _named(text)
            sample = column - 1 if _alone(line, column) and (row, column) not in grid.marks else column
            mark = grid.marks.get((row, sample))
            if not word and (alone := _colour_alone(text)):  # "geel | in reparatie": its meaning stands beside it
                beside = next((said for other in line[column + 1 :] if (said := clean(other))), "")
                word, says = (alone, beside) if meaning_of(beside).is_known else (None, text)
            if word:
                found.setdefault(mark.fill if mark and mark.fill else word, meaning_of(says))
                found.setdefault(word, meaning_of(says))
            elif mark and mark.fill and meaning_of(text).is_known:
                found.setdefault(mark.fill, meaning_of(text))
    return found


def with_colours_apart(legend: Mapping[str, Meaning], fills: Collection[str]) -> dict[str, Meaning]:
    """The legend, in which a colour that is near one it names is another colour where that one is there as well.

    "Geel = reserve" explains what is orange only where nothing is yellow. `fills`: all of the workbook.
    """
    there = set(map(colour_of, fills))
    apart = (name for name in there - legend.keys() if any(near in legend and near in there for near in _NEAR[name]))
    return {**legend, **dict.fromkeys(apart, Meaning())}


def colour_explained(grid: Grid, devices: Collection[int], columns: Collection[int]) -> str | None:
    """The colour that a cell explains, outside the rows of `devices` or in one of `columns`; None without one.

    Rows and columns count from 0.
    """
    for row, line in enumerate(grid.rows):
        for column in columns if row in devices else range(len(line)):
            cell = line[column]
            if isinstance(cell, str) and cell:
                for word, says in _entries(cell):
                    if meaning_of(says).is_known:
                        return word
    return None


def meaning_of(text: str) -> Meaning:
    """The status or the users a colour is said to stand for."""
    remark = read_remark(text)
    if remark.status and (remark.opens or len(tokens(text)) <= 4):
        return Meaning(status=remark.status)
    return Meaning(audience=whose(text))


def read_looks(
    grid: Grid, records: Sequence[int], columns: Sequence[int], legend: Mapping[str, Meaning]
) -> RecordMarks:
    """What the looks of every record say. `columns`: those read from; a cell beside them is not the row's."""
    looks = RecordMarks([None] * len(records), [False] * len(records))
    if not grid.marks:
        return looks
    fills: list[str | None] = []
    marked = {place[0] for place in grid.marks}
    known: dict[tuple[tuple[Mark, bool], ...], tuple[bool, str | None]] = {}
    for number, row in enumerate(records):
        if grid.origins is None and row + grid.top not in marked:
            fills.append(None)
            continue
        marks = tuple(_marks_of(grid, row, columns))
        if marks not in known:  # most rows look like one before them
            filled = [mark for mark, has_text in marks if has_text]
            struck = bool(filled) and sum(mark.struck for mark in filled) > len(filled) / 2
            known[marks] = struck, _fill(marks, legend)
        looks.struck[number], fill = known[marks]
        fills.append(fill)
    counts = Counter(fill for fill in fills if fill)
    for number, fill in enumerate(fills):
        if not fill:
            continue
        meaning = _explained(fill, legend)
        if meaning and meaning.is_known:
            looks.meanings[number] = meaning
        elif (meaning or not legend) and counts[fill] <= _DECORATION * len(records) and not _is_banding(fills, fill):
            looks.unexplained.setdefault(fill, []).append(number)
    return looks


def voices_of(looks: RecordMarks) -> tuple[dict[int, list[Voice]], dict[int, Voice]]:
    """What fills and strike-through say of the records' state, and what fills say of whose they are."""
    voices: dict[int, list[Voice]] = {}
    whose = {}
    for record, meaning in enumerate(looks.meanings):
        if meaning and meaning.audience:
            whose[record] = Voice(meaning.audience, COLOUR, name="audience")
        if meaning and meaning.status:
            voices.setdefault(record, []).append(Voice(meaning.status, COLOUR))
    for record in (record for record, struck in enumerate(looks.struck) if struck):
        voices.setdefault(record, []).append(Voice("disposed", STRUCK))
    return voices, whose


def colour_issue(fill: str, devices: int) -> Issue:
    """What does a colour stand for? Nothing, until a person says."""
    options = [Option(Choice("colour_nothing"))]
    options += [Option(Choice(f"colour_{code}", {"status": code})) for code in _ASKED]
    options.append(Option(Choice("colour_staff")))
    return Issue("colour-unexplained", "must", {"colour": colour_of(fill), "n": str(devices)}, tuple(options))


def answered(code: str | None) -> Meaning | None:
    """What a person's answer to `colour_issue` makes a colour stand for."""
    said = code.removeprefix("colour_") if code else ""
    return Meaning(audience="staff") if said == "staff" else Meaning(status=said) if said in _ASKED else None


def _entries(cell: str) -> list[tuple[str, str]]:
    """The colours a cell explains, each with its meaning: "groen = doet het | rood = stuk" has two."""
    entries: list[tuple[str, str]] = []
    for word, says in map(_named, filter(None, map(clean, _BETWEEN.split(cell.strip())))):
        if word:
            entries.append((word, says))
        elif entries:  # "rood = stuk / weg" says more of the same
            entries[-1] = (entries[-1][0], f"{entries[-1][1]}, {says}")
    word, says = _named(clean(cell))
    return entries if len(entries) > 1 or word is None else [(word, says)]


def _named(text: str) -> tuple[str | None, str]:
    """ "rood = defect" -> red and "defect"; a text that opens with no colour gives none."""
    entry = _ENTRY.match(folded(text))
    if entry and entry["colour"] in COLOURS:
        return COLOURS[entry["colour"]], entry["says"]
    said = tokens(text)
    colours = [word for word in said if word in COLOURS]
    rest = " ".join(word for word in said if word not in COLOURS and word not in _AROUND_COLOUR)
    if len(colours) == 1 and len(said) <= _LONGEST_ENTRY and meaning_of(rest).is_known:
        return COLOURS[colours[0]], rest  # "in reparatie (rood)", "rode regels zijn kapot"
    return None, text


def _colour_alone(text: str) -> str | None:
    """The one colour a text names, with nothing that says what it stands for: "geel", "rode regels"."""
    said = tokens(text)
    colours = [word for word in said if word in COLOURS]
    plain = all(word in COLOURS or word in _AROUND_COLOUR for word in said)
    return COLOURS[colours[0]] if len(colours) == 1 and plain else None


def _alone(line: Sequence[object], column: int) -> bool:
    """The cell left of this one is there and empty: a sample of the colour."""
    return column > 0 and line[column - 1] == ""


def _marks_of(grid: Grid, row: int, columns: Iterable[int]) -> Iterable[tuple[Mark, bool]]:
    cells, marks = grid.rows[row], grid.marks
    if grid.origins is None:
        down, left = row + grid.top, grid.left
        return [(marks.get((down, column + left), _UNMARKED), cells[column] != "") for column in columns]
    places = ((grid.place(row, column), cells[column] != "") for column in columns)
    return [(marks.get(place, _UNMARKED), has_text) for place, has_text in places if place is not None]


def _fill(marks: Sequence[tuple[Mark, bool]], legend: Mapping[str, Meaning]) -> str | None:
    """The fill of a row: one the legend explains on any cell, or the one most of its cells have."""
    fills = [mark.fill for mark, _ in marks if mark.fill]
    if not fills:
        return None
    explained = [fill for fill in fills if (meaning := _explained(fill, legend)) and meaning.is_known]
    if explained:
        return Counter(explained).most_common(1)[0][0]
    fill, times = Counter(fills).most_common(1)[0]
    filled = sum(has_text for _, has_text in marks)
    return fill if times >= max(1, filled / 2) else None


def _explained(fill: str, legend: Mapping[str, Meaning]) -> Meaning | None:
    if fill in legend:
        return legend[fill]
    name = colour_of(fill)
    return next((legend[word] for word in (name, *_NEAR[name]) if word in legend), None)


def _is_banding(fills: Sequence[str | None], fill: str) -> bool:
    """Every second row, or every second group of rows: a way to keep lines apart."""
    places = [place for place, one in enumerate(fills) if one == fill]
    steps = Counter(b - a for a, b in pairwise(places))
    return len(places) > 3 and steps.get(2, 0) >= 0.8 * (len(places) - 1)
