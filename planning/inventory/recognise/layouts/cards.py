"""Small cards, a title over what there is and how many: rooms on a floor plan, beside and below each other.

"Lokaal A" over "Chromebooks | 4" and "iPads | 6"; or the other way round a kind over its rooms or its years.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from planning.core.text import Cell, clean
from planning.inventory.reading import Evidence, SheetColumn
from planning.inventory.recognise.contents import is_date, looks_like_place
from planning.inventory.recognise.headings import HeaderRow, Heading, is_known
from planning.inventory.recognise.layouts.axes import (
    KIND,
    PLACE,
    TOTAL,
    YEAR,
    axis_of,
    counts_nothing,
    is_count,
    told_by,
)
from planning.inventory.recognise.layouts.body import Body, Total
from planning.inventory.recognise.layouts.matrix import FIELDS, rearranged
from planning.inventory.recognise.layouts.matrix_rows import Statements
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.layouts.proposal import Proposal, SheetView
from planning.inventory.recognise.layouts.tallies import with_tallies_counted
from planning.inventory.recognise.sections import of_heading, of_sheet_name
from planning.inventory.values.devices import kind_named, knows_model
from planning.inventory.values.people import place_without_names
from planning.inventory.values.redaction import known_part
from planning.inventory.values.totals import is_total, stated_number
from planning.workbooks.columns import column_letters
from planning.workbooks.grid import Grid, Place, is_larger

_MOST_ROWS: Final = 500
_WIDEST: Final = 60  # columns
_FEWEST: Final = 2  # cards
_SCORE: Final = 0.9
_RIGHT, _LEFT = 1, -1  # where the number of a line stands
_LONGEST: Final = 60
_SHOWN: Final = 4
_NUMBERED: Final = re.compile(r"\W*\d{1,3}\b|\W*$|geen|nee|nul|none|no\b", re.IGNORECASE)
"""What a number of devices opens with, and how people say that there are none."""


@dataclass(frozen=True, slots=True)
class _Card:
    """A title, and the lines below it: what each is of, and the cell of its number."""

    title: Place
    lines: tuple[tuple[Place, Place], ...]

    @property
    def cells(self) -> Iterator[Place]:
        """All its cells."""
        yield self.title
        for line in self.lines:
            yield from line


def recognise(seen: SheetView) -> Proposal | None:
    """A sheet on which such cards stand."""
    if _heads_counts(seen.header) or len(seen.grid.rows[0]) > _WIDEST or is_larger(seen.grid.rows, _MOST_ROWS):
        return None
    grid = with_tallies_counted(seen.grid)
    cards = max((_cards(grid, side) for side in (_RIGHT, _LEFT)), key=lambda found: sum(len(c.lines) for c in found))
    sums = [card for card in cards if _adds_up(grid, card, cards)]
    rooms = [card for card in cards if card not in sums]
    if len(rooms) < _FEWEST or len({_text(grid, card.title) for card in rooms}) < _FEWEST:
        return None
    if seen.header is not None and len({card.lines[0][0][1] for card in rooms}) == 1:
        return None  # below each other, under headings: rooms between the rows of one list
    plan = _plan(grid, rooms, sums)
    if not plan.grid.rows:
        return None
    kinds, places = ([_text(grid, line[0]) for c in rooms for line in c.lines], [_text(grid, c.title) for c in rooms])
    if axis_of(places[0]) == KIND:
        kinds, places = places, kinds
    evidence = Evidence("kinds_and_places", {"kinds": _some(kinds), "places": _some(places)})
    return Proposal("cards", _SCORE, (plan,), (evidence,))


def _heads_counts(header: HeaderRow | None) -> bool:
    """Headings of a list that say how many, or of a list of devices one by one."""
    if header is None:
        return False
    told = any(heading.field == "count" and is_known(heading.text) for heading in header.headings)
    return told or header.is_of_devices_one_by_one


def _some(texts: Sequence[str]) -> str:
    shown = list(dict.fromkeys(name for text in texts if not is_total(text) and (name := place_without_names(text))))
    return ", ".join(shown[:_SHOWN]) + (", …" if len(shown) > _SHOWN else "")


def _text(grid: Grid, place: Place) -> str:
    return clean(grid.rows[place[0]][place[1]])


def _cards(grid: Grid, side: int) -> list[_Card]:
    """The cards of a sheet whose numbers stand at this side of what they count."""
    found = []
    width = max(map(len, grid.rows), default=0)
    for column in range(width):
        lines = [row for row in range(len(grid.rows)) if _is_line(grid, row, column, side)]
        for _, run in groupby(enumerate(lines), lambda one: one[1] - one[0]):
            rows = [row for _, row in run]
            title = _title(grid, rows[0], column, side)
            if title and _belong(grid, title, [(row, column) for row in rows]):
                found.append(_Card(title, tuple(((row, column), (row, column + side)) for row in rows)))
    return sorted(found, key=lambda card: card.lines[0])


def _cell(grid: Grid, row: int, column: int) -> Cell:
    return grid.rows[row][column] if 0 <= row < len(grid.rows) and 0 <= column < len(grid.rows[row]) else ""


def _is_line(grid: Grid, row: int, column: int, side: int) -> bool:
    """A text that heads something, and a number beside it; of a kind also where that was left blank."""
    label, number = _cell(grid, row, column), _cell(grid, row, column + side)
    if not isinstance(label, str) or not (text := clean(label)) or len(text) > _LONGEST:
        return False
    if not 0 <= column + side < len(grid.rows[row]):
        return False
    if number == "":
        # A kind without a number, and no title of what stands below.
        return axis_of(text) == KIND and _is_line(grid, row - 1, column, side)
    plain = isinstance(number, int | float) or (isinstance(number, str) and _NUMBERED.match(number))
    return bool(plain) and is_count(number) and axis_of(text) is not None


def _title(grid: Grid, first: int, column: int, side: int) -> Place | None:
    """The text right above the lines, or above one blank row, with nothing beside it."""
    for row in (first - 1, first - 2):
        filled = [(row, c) for c in sorted({column, column + side}) if _cell(grid, row, c) != ""]
        if len(filled) == 1:
            text = _text(grid, filled[0])
            return filled[0] if any(map(str.isalpha, text)) and len(text) <= _LONGEST else None
        if filled:
            return None
    return None


def _belong(grid: Grid, title: Place, labels: Sequence[Place]) -> bool:
    """Under what is no kind stand kinds, and under a kind its models, its places or its years."""
    axes = {axis_of(_text(grid, place)) for place in labels} - {TOTAL}
    over = axis_of(_text(grid, title))
    return axes == {KIND} or (over == KIND and axes in ({PLACE}, {YEAR}))


def _adds_up(grid: Grid, card: _Card, cards: Sequence[_Card]) -> bool:
    """The card says that it adds up the others, or each of its numbers does."""
    if is_total(_text(grid, card.title)):
        return True
    others = Counter[str]()
    for line in (line for other in cards if other is not card for line in other.lines):
        others[_text(grid, line[0]).casefold()] += stated_number(_cell(grid, *line[1])) or 0
    own = {_text(grid, one).casefold(): stated_number(_cell(grid, *number)) for one, number in card.lines}
    several = len(cards) > _FEWEST + 1 and len(own) > 1
    return several and sum(filter(None, own.values())) > 0 and all(others[name] == n for name, n in own.items())


def _plan(grid: Grid, rooms: Sequence[_Card], sums: Sequence[_Card]) -> ListPlan:
    devices: list[Statements] = []
    places: list[Place] = []
    labels: list[str] = []
    body = Body()
    used = {place for card in (*rooms, *sums) for place in card.cells}
    behind = _behind(grid, rooms, used)
    for card in rooms:
        first = len(devices)
        for label, number in card.lines:
            if is_total(_text(grid, label)):
                members = frozenset(range(first, len(devices)))
                body.totals.append(_total(grid, label, number, members))
            else:
                own = _of_title(grid, card.title) | _of(grid, label)
                at = behind.get(number)
                more = {"purchased" if is_date(_cell(grid, *at)) else "note": (_cell(grid, *at), at)} if at else {}
                labels.append(_text(grid, label))
                devices.append({**own, **more, "count": (_counted(_cell(grid, *number)), number)})
                places.append(number)
    for card in sums:
        for label, number in card.lines:
            members = _summed(grid, label, labels)
            body.totals.append(_total(grid, label, number, members or frozenset(range(len(labels)))))
    _sort_others(grid, rooms, used | set(behind.values()), places, body)
    names = [name for name in FIELDS if any(name in device for device in devices)]
    titles = [_text(grid, card.title) for card in rooms]
    unknown = [t for t in titles if not (axis_of(t) or of_heading(t) or looks_like_place(t))]
    unsure = "location" in names and 2 * len(unknown) > len(titles)  # are "Xq" and "Zw" places?
    return ListPlan(
        layout="cards",
        score=_SCORE,
        grid=rearranged(grid, devices, places, names),
        header_rows=(),
        columns=tuple(_columns(grid, rooms)),
        fields={name: (place,) for place, name in enumerate(names)},
        headings={names.index("location"): Heading(place_without_names(unknown[0]), "location", _SCORE, unsure=True)}
        if unsure
        else {},
        unsure=("location",) if unsure else (),
        context=of_sheet_name(grid.name),
        body=replace(body, records=list(range(len(devices)))),
    )


def _counted(cell: Cell) -> Cell:
    """What a line counts; of a blank beside a kind none."""
    return 0 if counts_nothing(cell) else cell


def _summed(grid: Grid, label: Place, labels: Sequence[str]) -> frozenset[int]:
    """The devices that a line of a card of totals adds up: those called the same, or else of its kind."""
    text = _text(grid, label)
    same = frozenset(place for place, own in enumerate(labels) if own.casefold() == text.casefold())
    kind = None if is_total(text) else kind_named(text)
    return same or frozenset(place for place, own in enumerate(labels) if kind and kind_named(own) == kind)


def _of_title(grid: Grid, title: Place) -> Statements:
    text = _text(grid, title)
    axis = axis_of(text)
    if axis in (KIND, YEAR):
        return told_by(text, title, axis)
    return {name: (said, title) for name, said in of_heading(text).items()} or told_by(text, title, PLACE)


def _of(grid: Grid, label: Place) -> Statements:
    text = _text(grid, label)
    return told_by(text, label, axis_of(text) or PLACE)


def _behind(grid: Grid, cards: Sequence[_Card], used: set[Place]) -> Mapping[Place, Place]:
    """By the number of a line what stands right behind the line: when they were bought, or a remark."""
    found = {}
    for _, number in (line for card in cards for line in card.lines):
        at = number[0], max(number[1], number[1] + 1)
        cell = _cell(grid, *at)
        if at not in used and (is_date(cell) or (isinstance(cell, str) and clean(cell))):
            found[number] = at
    return found


def _total(grid: Grid, label: Place, number: Place, members: frozenset[int]) -> Total:
    stated = stated_number(_cell(grid, *number))
    written = f"{known_part(_text(grid, label))} {'' if stated is None else stated}".strip()
    return Total(number[0] + 1, column_letters(number[1] + 1), written, stated, members=members)


def _sort_others(grid: Grid, rooms: Sequence[_Card], used: set[Place], devices: Sequence[Place], body: Body) -> None:
    """Titles, lines of nothing, and what stands outside the cards: what may count devices there is asked about."""
    titles = {card.title[0] for card in rooms}
    first, last = min(titles), max(place[0] for card in rooms for place in card.cells)
    told = {row for row, _ in devices} | {total.row - 1 for total in body.totals}
    for row, line in enumerate(grid.rows):
        others = [
            (column, text) for column, cell in enumerate(line) if (text := clean(cell)) and (row, column) not in used
        ]
        asked = [column for column, text in others if row >= first and (knows_model(text) or text.isdigit())]
        for column in asked:
            if row >= first and not is_total(line[column] if isinstance(line[column], str) else ""):
                body.ask(row, column)
        if asked or row in told or not any(map(clean, line)):
            continue
        why = "section" if row in titles else "title" if row < first else "note" if others or row > last else "none"
        body.ignore(grid.name, row, why)


def _columns(grid: Grid, cards: Sequence[_Card]) -> Iterator[SheetColumn]:
    fields: dict[int, str] = {}
    for card in cards:
        for label, number in card.lines:
            fields[label[1]] = "location" if axis_of(_text(grid, label)) == PLACE else "kind"
            fields[number[1]] = "count"
    for column, name in sorted(fields.items()):
        yield SheetColumn(grid.name, column_letters(column + 1), "", name)
