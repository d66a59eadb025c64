"""The rows of a matrix: the devices its cells count, its totals, and everything else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from planning.core.text import Cell, clean, tokens, word_set
from planning.inventory.recognise.layouts.axes import KIND, PLACE, axis_of, counts_nothing, is_beside, told_by
from planning.inventory.recognise.layouts.body import Body, Total
from planning.inventory.recognise.layouts.crossing import (
    CountColumn,
    Crossing,
    names_one,
    names_several,
    numbers_one,
    tells_of_devices,
)
from planning.inventory.recognise.layouts.subtotals import parts_of
from planning.inventory.values.devices import is_kind_word, kind_named, knows_model
from planning.inventory.values.lines import SEVERAL, read_line
from planning.inventory.values.people import whose
from planning.inventory.values.redaction import known_part
from planning.inventory.values.status import read_remark
from planning.inventory.values.totals import is_subtotal, is_total, stated_number
from planning.workbooks.columns import column_letters
from planning.workbooks.grid import Grid, Place

SECOND_PLACE: Final = "second_place"
"""A place from the other side of the matrix than the first."""
_NOTE_WORDS: Final = 5
_SPANS: Final = word_set(
    "school onderbouw middenbouw bovenbouw ob mb bb bouw gebouw hoofdgebouw dependance bijgebouw locatie vestiging "
    "vleugel verdieping etage afdeling groepen lokalen klassen"
)
"""Words of places that hold others: what stands there may be that of the rooms above together."""
_SEVERAL: Final = 2  # rows
_MISCOUNTED: Final = 0.2
_PLAINLY_A_SUM: Final = 10  # devices; fewer in one room may well be as many as in the rooms above it
_NAMED_APART: Final = frozenset({"brand", "model", "brand_and_model"})
Statements = dict[str, tuple[Cell, Place]]
"""Field -> what is said of it, and where that stands."""


@dataclass(slots=True)
class MatrixRows:
    """What was read of a matrix."""

    devices: list[Statements] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)  # the cell that counts each
    body: Body = field(default_factory=Body)
    ticks: dict[int, list[int]] = field(default_factory=dict)  # column -> rows in which a tick stands for one device
    kinds: dict[int, int | None] = field(default_factory=dict)  # row -> that of its kind or place; None: it is a sum
    down: list[str] = field(default_factory=list)  # what the headings down the side are, of the rows with devices
    sums: dict[int, bool] = field(default_factory=dict)  # row that adds up rows above it -> whether that is certain
    heads: dict[int, Statements] = field(default_factory=dict)  # column -> what stands over and under its heading


def read_rows(grid: Grid, crossing: Crossing, start: int) -> MatrixRows:
    """Sort the rows of a matrix, from the first that is no other's: every one ends up somewhere."""
    found = MatrixRows(kinds=_kinds_over(grid, crossing), sums=_sums_above(grid, crossing))
    for row in range(start, crossing.end):
        if any(clean(cell) for cell in grid.rows[row]):
            _sort(grid, crossing, row, found)
    _ask_columns(grid, crossing, found)
    return found


def _kinds_over(grid: Grid, crossing: Crossing) -> dict[int, int | None]:
    """The rows below one that is a kind, or a place, and adds them up, and that row."""
    if crossing.axis == KIND:
        return {}
    lines = grid.rows[crossing.first : crossing.end]
    labels = [clean(line[crossing.label]) for line in lines]
    numbers = [[stated_number(line[one.column]) or 0 for one in crossing.counted] for line in lines]
    found: dict[int, int | None] = {}
    for head, parts in parts_of(labels, numbers).items():
        found[crossing.first + head] = None
        found |= {crossing.first + part: crossing.first + head for part in parts}
    return found


def _sums_above(grid: Grid, crossing: Crossing) -> dict[int, bool]:
    """Rows under another name than "Totaal" of which every number adds up the rows above: "onderbouw", "Hele school".

    All rows, or those since the sum before it; certain where that is of more than a few devices and of every column.
    """
    found: dict[int, bool] = {}
    nothing = [0] * len(crossing.counted)
    parts = False  # some rows were added up already, so that one row alone may be a part as well
    every, since, rows, rows_since = nothing, nothing, 0, 0  # sums of the rows so far, and since the sum before
    for row in range(crossing.first, crossing.end):
        line = grid.rows[row]
        label = clean(line[crossing.label])
        numbers = [stated_number(line[one.column]) or 0 for one in crossing.counted]
        named = bool(label) and not any(map(str.isdigit, label)) and not kind_named(label) and not is_total(label)
        fewest = 1 if parts and not _SPANS.isdisjoint(tokens(label)) else _SEVERAL
        summed = [sums for sums, added in ((since, rows_since), (every, rows)) if added >= fewest]
        if named and sum(map(bool, numbers)) > 1 and any(_are_near(numbers, sums) for sums in summed):
            room = axis_of(label) == PLACE and _SPANS.isdisjoint(tokens(label))
            found[row] = sum(numbers) >= _PLAINLY_A_SUM and numbers in summed and not room
            since, rows_since, parts = nothing, 0, True
        elif is_total(label):
            since, rows_since, parts = nothing, 0, True
        elif any(numbers):
            every, since = ([a + b for a, b in zip(numbers, sums, strict=True)] for sums in (every, since))
            rows, rows_since = rows + 1, rows_since + 1
    return found


def _are_near(numbers: Sequence[int], sums: Sequence[int]) -> bool:
    """They are the sums, or most of them are and somebody miscounted in the others."""
    told = [(number, total) for number, total in zip(numbers, sums, strict=True) if number or total]
    exact = sum(number == total for number, total in told)
    return 2 * exact > len(told) and all(abs(number - total) <= max(1, _MISCOUNTED * total) for number, total in told)


def _sort(grid: Grid, crossing: Crossing, row: int, found: MatrixRows) -> None:
    line = grid.rows[row]
    before = [clean(cell) for cell in line[: crossing.label + 1]]
    counted = [one for one in crossing.counted if not counts_nothing(line[one.column])]
    heads = row in (crossing.header, crossing.subs, crossing.over) or row in crossing.of_columns
    if heads or row < crossing.header:
        found.body.ignore(grid.name, row, "header" if heads else "title")
    elif row in found.kinds and found.kinds[row] is None:
        found.body.ignore(grid.name, row, "total")  # its devices are those of the rows below it
    elif found.sums.get(row):
        found.body.ignore(grid.name, row, "total")
    elif any(map(is_total, before)) or (not any(before) and _is_sum(grid, crossing, row, found)):
        _add_totals(grid, crossing, row, next(filter(is_total, before), ""), found)
    elif _checks_totals(found, crossing, before):
        _add_totals(grid, crossing, row, next(filter(None, before), ""), found)
    elif row in found.sums:
        found.body.ask(row)  # nearly all of the rows above it, or as few devices as one of them may have
    elif counted and _is_of_another_table(grid, crossing, row, found):
        found.body.ignore(grid.name, row, "other_table")
    elif not counted and _rest(grid, crossing, row, []) is None:
        found.body.ignore(grid.name, row, _empty(grid, crossing, row))
    elif not any(before) and row >= crossing.last_counted(grid):
        found.body.ask(row)  # numbers under all others that are no total of them
    elif not counted or any(tells_of_devices(line[one.column], _over(grid, crossing, one)) for one in counted):
        _add_devices(grid, crossing, row, counted, found)
    else:
        for one in counted:
            found.body.ask(row, one.column)


def _checks_totals(found: MatrixRows, crossing: Crossing, before: Sequence[str]) -> bool:
    """Below the totals stands another line of numbers that is no place: "volgens de boeken"."""
    named = next(filter(None, before), "")
    return _are_added_up(found) and crossing.axis == KIND and bool(named) and axis_of(named) is None


def _are_added_up(found: MatrixRows) -> bool:
    """All devices so far stand above a total of them."""
    return any(not total.is_subtotal and total.below == len(found.devices) > 0 for total in found.body.totals)


def _is_of_another_table(grid: Grid, crossing: Crossing, row: int, found: MatrixRows) -> bool:
    """What a row counts is no device: pupils or money under the groups, or kinds where years or places stood so far."""
    label = next((text for cell in grid.rows[row][: crossing.label + 1] if (text := clean(cell))), "")
    if not label or (crossing.kind and crossing.axis != KIND):
        return False
    if crossing.axis != KIND:
        return not knows_model(label) and (is_beside(label) or _are_added_up(found))
    return bool(found.devices) and axis_of(label) == KIND and len(found.down) > 1 and KIND not in found.down


def _empty(grid: Grid, crossing: Crossing, row: int) -> str:
    """A place without devices, or a remark."""
    said = [token for cell in grid.rows[row] for token in tokens(clean(cell))]
    return "note" if len(said) >= _NOTE_WORDS or row > crossing.last_counted(grid) else "none"


def _add_devices(grid: Grid, crossing: Crossing, row: int, counted: Sequence[CountColumn], found: MatrixRows) -> None:
    line = grid.rows[row]
    of_row = _of_row(grid, crossing, row, len(counted), found)
    first = len(found.devices)
    if axis := axis_of(clean(line[crossing.label])):
        found.down.append(axis)
    for one in counted:
        if one.column not in found.heads:
            found.heads[one.column] = _of_column(grid, crossing, one)
        own = found.heads[one.column] | _of_cells(grid, crossing, one, row)
        if "location" in own and "location" in of_row:
            own[SECOND_PLACE] = own.pop("location")
        cell, place = line[one.column], (row, one.column)
        if one.column in crossing.ticked:
            found.ticks.setdefault(one.column, []).append(row)
            cell = 1
        several = names_several(cell, _over(grid, crossing, one)) if not is_kind_word(clean(cell)) else None
        if numbers_one(cell):
            own["serial"], cell = (cell, place), 1
        elif several:
            cell, own["brand_and_model"] = several[0], (several[1], place)
        elif names_one(cell, _over(grid, crossing, one)):
            own["brand_and_model"] = (cell, place)
            cell = cell if _are_several(clean(cell)) else 1  # of "iPads" nobody knows how many
        _add_parts(crossing, one, line, len(found.devices), found)
        found.devices.append({**of_row, **own, "count": (cell, place)})
        found.places.append((row, one.column))
    rest = _rest(grid, crossing, row, counted)
    if rest is not None:
        column, devices = rest
        found.devices.append({**of_row, "count": (devices, (row, column))})
        found.places.append((row, column))
        return
    for column, top in crossing.totals.items():
        if line[column] != "":
            members = _under(crossing, found, range(first, len(found.devices)), column, top)
            found.body.totals.append(_total(grid, row, column, clean(grid.rows[crossing.header][column]), members))


def _are_several(text: str) -> bool:
    lots = read_line(text).lots
    return bool(lots) and lots[0].count == SEVERAL


def _add_parts(crossing: Crossing, one: CountColumn, line: Sequence[Cell], device: int, found: MatrixRows) -> None:
    """What columns say of how many of a lot something holds: "waarvan kapot"."""
    for column, (top, state) in crossing.of_which.items():
        number = stated_number(line[column])
        if top == one.top and not one.sub and number:
            found.body.parts.append((device, number, state))


def _rest(grid: Grid, crossing: Crossing, row: int, counted: Sequence[CountColumn]) -> tuple[int, int] | None:
    """Where columns count what is wrong with some ("kapot", "kwijt"), the devices of a total that are none of those.

    The column of the total and how many are left; None where the columns count them all.
    """
    heads = {clean(grid.rows[crossing.header][one.column]) for one in crossing.counted}
    wrong = all((state := read_remark(head).status) and state != "in_use" for head in heads)
    totals = [(column, number) for column in crossing.totals if (number := stated_number(grid.rows[row][column]))]
    if crossing.axis != PLACE or not wrong or len(totals) != 1:
        return None
    column, total = totals[0]
    parts = [stated_number(grid.rows[row][one.column]) for one in counted]
    left = total - sum(part for part in parts if part is not None)
    return (column, left) if None not in parts and left > 0 else None


def _over(grid: Grid, crossing: Crossing, one: CountColumn) -> str:
    return clean(grid.rows[crossing.header][one.top])


def _of_row(grid: Grid, crossing: Crossing, row: int, lots: int, found: MatrixRows) -> Statements:
    """What the columns beside the counts say of all devices of a row."""
    said: Statements = {}
    if crossing.kind:
        said |= told_by(grid.rows[crossing.kind[0]][crossing.kind[1]], crossing.kind, KIND)
    people = clean(grid.rows[crossing.header][crossing.label])
    if crossing.unused.get(crossing.label) == "names_people" and whose(people):
        said["audience"] = (people, (crossing.header, crossing.label))  # "Leerkracht" over names
    for column, name in crossing.attributes.items():
        place = grid.written_at(row, column)
        cell = grid.rows[place[0]][place[1]]
        if cell == "" or (name == "status" and counts_nothing(cell)):
            continue
        if name in ("status", "note"):
            number = stated_number(cell)
            text = clean(cell) if number is None else f"{number} {clean(grid.rows[crossing.header][column])}"
            if lots > 1 and read_remark(text).part:
                found.body.ask(row, column)  # part of which of them?
                continue
            cell = text
        said = {**_of_label(cell, place, name), **said}
        if name in _NAMED_APART:  # it goes before the words a kind is written with
            said[name] = (cell, place)
    over = found.kinds.get(row)
    if over is not None:
        name = "location" if kind_named(clean(grid.rows[row][crossing.label])) else "kind"
        if name == "kind" or not kind_named(clean(grid.rows[over][crossing.label])):
            said[name] = (grid.rows[over][crossing.label], (over, crossing.label))
    return said


def _of_label(cell: Cell, place: Place, name: str) -> Statements:
    """What a column beside the counts says: its field, and for kinds and places whatever their words tell."""
    if name not in ("kind", "location"):
        return {name: (cell, place)}
    return told_by(cell, place, KIND if name == "kind" else PLACE)


def _of_column(grid: Grid, crossing: Crossing, one: CountColumn) -> Statements:
    """What the headings over a column say, and the rows of years or brands under them."""
    top = (crossing.header, one.top)
    own = told_by(grid.rows[top[0]][top[1]], top, crossing.axis)
    if one.sub:
        own |= _qualifier(one.sub, (crossing.header if crossing.subs is None else crossing.subs, one.column))
    if crossing.over is not None:
        over = grid.rows[crossing.over]
        written = [column for column in range(crossing.label + 1, one.column + 1) if clean(over[column])]
        if written:
            around = _qualifier(clean(over[written[-1]]), (crossing.over, written[-1]))
            own |= _nearest_place(own, around, [clean(cell) for cell in grid.rows[crossing.header]])
    for row, name in crossing.of_columns.items():
        for column in (one.top, one.column):
            if grid.rows[row][column] != "":
                own[name] = (grid.rows[row][column], (row, column))
    return own


def _nearest_place(own: Statements, around: Statements, heads: Sequence[str]) -> Statements:
    """Of a place within another, "Kast B" under "Boven", the inner; both where the inner heads more than one column."""
    if "location" not in own or "location" not in around:
        return around
    inner, place = own["location"]
    named = heads.count(clean(inner)) == 1
    return {**around, "location": (inner if named else f"{clean(around['location'][0])}, {clean(inner)}", place)}


def _of_cells(grid: Grid, crossing: Crossing, one: CountColumn, row: int) -> Statements:
    """What the cells beside a count say of its devices: their year, or how many of them are broken."""
    line = grid.rows[row]
    own: Statements = {}
    for column, (top, name) in crossing.of_group.items():
        if top == one.top and line[column] != "":
            own[name] = (line[column], (row, column))
    for column, (top, state) in crossing.parts.items():
        if top == one.top and not one.sub and not counts_nothing(line[column]):
            own["status"] = (f"{clean(line[column])} {state}", (row, column))
    for column, (top, state) in crossing.of_which.items():
        words = stated_number(line[column]) is None and not counts_nothing(line[column])
        if top == one.top and not one.sub and words:
            own["status"] = (f"{clean(line[column])} {state}", (row, column))
    return own


def _qualifier(text: str, place: Place) -> Statements:
    """A heading over or under that of a kind: a state, people, a place or a year."""
    if read_remark(text).status:
        return {"status": (text, place)}
    told = told_by(text, place, axis_of(text) or PLACE)
    return {"audience": (text, place)} if "location" in told and whose(text) else told


def _is_sum(grid: Grid, crossing: Crossing, row: int, found: MatrixRows) -> bool:
    """Every number of a row without a label adds up what stands above it."""
    checked = 0
    for one in crossing.counted:
        stated = stated_number(grid.rows[row][one.column])
        if stated is None:
            continue
        above = [found.devices[place]["count"][0] for place in _in_column(found, one.column, 0)]
        if sum(number for cell in above if (number := stated_number(cell)) is not None) != stated:
            return False
        checked += stated > 0
    return checked > 1


def _add_totals(grid: Grid, crossing: Crossing, row: int, text: str, found: MatrixRows) -> None:
    """A row of totals: one under every column, and one of all of them."""
    line = grid.rows[row]
    part = is_subtotal(text)
    since = max((total.below for total in found.body.totals if total.is_subtotal), default=0) if part else 0
    sums = [(one.column, frozenset(_in_column(found, one.column, since))) for one in crossing.counted]
    every = range(since, len(found.devices))
    sums += [(column, _under(crossing, found, every, column, top)) for column, top in crossing.totals.items()]
    stated = [(column, members) for column, members in sums if line[column] != ""]
    for column, members in stated:
        total = _total(grid, row, column, text, members)
        found.body.totals.append(replace(total, is_subtotal=part, below=len(found.devices)))
    if not stated:
        found.body.ignore(grid.name, row, "total")


def _in_column(found: MatrixRows, column: int, since: int) -> list[int]:
    return [place for place in range(since, len(found.places)) if found.places[place][1] == column]


def _under(
    crossing: Crossing, found: MatrixRows, devices: Iterable[int], total: int, top: int | None
) -> frozenset[int]:
    """Those of some devices that a column of totals adds up: all, those under one heading, or those of pupils."""
    columns = {one.column for one in crossing.counted if top is None or one.top == top}
    columns &= crossing.total_of.get(total, columns)
    return frozenset(device for device in devices if found.places[device][1] in columns)


def _total(grid: Grid, row: int, column: int, text: str, members: frozenset[int]) -> Total:
    stated = stated_number(grid.rows[row][column])
    written = f"{known_part(text)} {'' if stated is None else stated}".strip()
    return Total(row + 1, column_letters(column + 1), written, stated, members=members)


def _ask_columns(grid: Grid, crossing: Crossing, found: MatrixRows) -> None:
    """Numbers under a heading nobody knows are asked about there, or at the first of them where none has one."""
    for column in crossing.unclear:
        row = next(row for row in range(crossing.header, crossing.end) if clean(grid.rows[row][column]))
        found.body.ask(row, column)
