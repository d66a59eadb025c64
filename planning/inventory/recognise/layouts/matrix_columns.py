"""What each column of a matrix is: counted under a heading, a field of the row, a total, or none of these."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from planning.core.text import Cell, clean, folded, tokens
from planning.inventory.guidance import Corrections
from planning.inventory.reading import PUPIL_KINDS
from planning.inventory.recognise.headings import read_heading
from planning.inventory.recognise.layouts.asked_along import are_answers, names_devices
from planning.inventory.recognise.layouts.axes import (
    KIND,
    PLACE,
    TOTAL,
    YEAR,
    axis_of,
    counts_nothing,
    is_beside,
    is_count,
    is_year,
)
from planning.inventory.recognise.layouts.counted_states import without_how_many
from planning.inventory.recognise.layouts.crossing import (
    ATTRIBUTES,
    LABELS,
    OF_KINDS,
    CountColumn,
    Crossing,
    adds_up,
    find_header,
    is_sub,
    is_tick,
    kind_over,
    numbers_one,
    tells_of_devices,
)
from planning.inventory.recognise.layouts.stock import is_balance
from planning.inventory.recognise.leanings import says_came
from planning.inventory.values.devices import is_kind_word, kinds_named, knows_model
from planning.inventory.values.people import whose
from planning.inventory.values.questions import OF_WHICH
from planning.inventory.values.status import read_remark
from planning.inventory.values.totals import is_total, stated_number
from planning.inventory.words.cell_words import cell_words
from planning.workbooks.grid import Grid

_LABEL_WORDS: Final = ("groep", "lokaal", "ruimte", "klas")
_COUNTS: Final = 0.6  # of the cells of a column
_NAMES: Final = ("brand", "brand_and_model", "model")
_OF_ONE_KIND: Final = frozenset({"brand", "brand_and_model", "model", "serial", "price"})
_STATES: Final = frozenset({"broken", "in_repair", "spare", "disposed", "missing", "ordered"})


def find_crossings(grid: Grid, corrections: Corrections) -> list[tuple[Grid, Crossing]]:
    """The matrices of a sheet, one below the other or beside; each with the sheet as far as it is its own."""
    found = []
    for part in _beside(grid):
        headers: list[tuple[int, str, int]] = []
        while (header := find_header(part, headers[-1][0] + 2 if headers else 0)) is not None:
            headers.append(header)
        starts = [row - _are_over(part, row, label) for row, _, label in headers]
        for header, end in zip(headers, [*starts[1:], len(grid.rows)], strict=False):
            found.append((part, _crossing(part, *header, end, corrections)))
    return [
        (part, crossing)
        for part, crossing in found
        if crossing.counted
        and not _counts_an_order(part, crossing)
        and not _asks_what_goes_along(part, crossing)
        and not _numbers_devices(part, crossing)
        and (_is_added_up(part, crossing) or not is_balance(part, crossing.first, crossing.end))
    ]


def _is_added_up(grid: Grid, crossing: Crossing) -> bool:
    """A total beside the counts is their sum: they stand beside each other, whatever else comes out of them."""
    lines = grid.rows[crossing.first : crossing.end]
    heads = [one.column for one in crossing.counted]
    return any(adds_up(lines, heads, column) for column, top in crossing.totals.items() if top is None)


def _numbers_devices(grid: Grid, crossing: Crossing) -> bool:
    """Down the side stand serial numbers: every row is one device, whatever is ticked beside it."""
    return read_heading(clean(grid.rows[crossing.header][crossing.label])).field == "serial"


def _asks_what_goes_along(grid: Grid, crossing: Crossing) -> bool:
    """ "Beamer?" with ja and nee beside "Merk bord": the rows are boards, and the question is what hangs with each."""
    counted = {one.column for one in crossing.counted}
    cells = (line[place] for line in grid.rows[crossing.first : crossing.end] for place in counted)
    headings = [read_heading(clean(cell)) for cell in grid.rows[crossing.header]]
    return are_answers(cells) and names_devices(grid, headings, crossing.first, counted)


def _counts_an_order(grid: Grid, crossing: Crossing) -> bool:
    """ "Besteld" and "Geleverd" count the same devices twice: as many as were asked for, and those that came."""
    heads = [clean(grid.rows[crossing.header][one.top]) for one in crossing.counted]
    return any(read_remark(head).status == "ordered" for head in heads) and any(map(says_came, heads))


def _beside(grid: Grid) -> list[Grid]:
    """The sheet, or where headings down the side come again to the right, a copy for each with only its columns."""
    header = find_header(grid, 0)
    if header is None:
        return []
    row, _, label = header
    width = len(grid.rows[0])
    names = {text for cell in (grid.rows[row][label], *_LABEL_WORDS) if (text := clean(cell).casefold())}
    right = range(label + 2, width - 1)
    again = [c for c in right if clean(grid.rows[row][c]).casefold() in names and _is_text(grid, row, c)]
    if not again:
        return [grid]
    edges = [0, *again, width]
    return [_only(grid, start, end) for start, end in pairwise(edges)]


def _is_text(grid: Grid, row: int, column: int) -> bool:
    cells = [line[column] for line in grid.rows[row + 1 :] if line[column] != ""]
    return bool(cells) and sum(isinstance(cell, str) and bool(clean(cell)) for cell in cells) > len(cells) / 2


def _only(grid: Grid, start: int, end: int) -> Grid:
    rows: list[list[Cell]] = [
        [cell if start <= column < end else "" for column, cell in enumerate(line)] for line in grid.rows
    ]
    return replace(grid, rows=rows)


def _crossing(grid: Grid, row: int, axis: str, label: int, end: int, corrections: Corrections) -> Crossing:
    width = len(grid.rows[0])
    subs = row + 1 if row + 1 < end and _are_subs(grid, row, label) else None
    over = row - 1 if _are_over(grid, row, label) else None
    crossing = Crossing(row, subs, over, end, axis, label)
    if axis == YEAR and not any(knows_model(clean(line[label])) for line in grid.rows[row + 1 : end]):
        crossing.kind = kind_over(grid, row)
    tops = _tops(grid, row, label, width) if subs is not None else {}
    crossing.of_columns = {
        place: name
        for place in range(max(0, row - 2), end)
        if place not in (row, subs, over) and (name := _of_columns(grid, crossing, place))
    }
    single = _repeated_subs(grid, row, label, axis) if subs is None else {}
    for column in range(width):
        given = corrections.get((grid.name, grid.label(column)), "")
        if given == "":
            _place(grid, crossing, column, tops.get(column, column), single.get(column))
        elif given == "count":
            crossing.counted.append(CountColumn(column, tops.get(column, column)))
        elif given is None:
            crossing.unused[column] = _why(clean(grid.rows[row][column]))
        else:
            crossing.attributes[column] = given
    _group_what_stands_between(crossing)
    crossing.counted += _named_only(grid, crossing)
    crossing.total_of = {
        column: columns
        for column, top in crossing.totals.items()
        if top is None and (columns := _added(grid, crossing, column))
    }
    crossing.ticked = [one.column for one in crossing.counted if _is_ticked(grid, crossing, one.column)]
    return crossing


def _group_what_stands_between(crossing: Crossing) -> None:
    """Where each kind has columns of its own, "Type" between two kinds is of the one before it, also alone."""
    tops = sorted({one.top for one in crossing.counted})
    for column, name in list(crossing.attributes.items()) if crossing.of_group and crossing.axis == KIND else ():
        before = [top for top in tops if top < column]
        if name in _OF_ONE_KIND and before and column < tops[-1]:
            del crossing.attributes[column]
            crossing.of_group[column] = (before[-1], name)


def _named_only(grid: Grid, crossing: Crossing) -> list[CountColumn]:
    """Kinds nobody counts, of which every place has one: "Digibord" over "merk" and "jaar". Their names count them."""
    counted = {one.top for one in crossing.counted}
    found: dict[int, int] = {}
    for name in _NAMES:
        for column, (top, field) in crossing.of_group.items():
            if field == name and top not in counted and is_kind_word(clean(grid.rows[crossing.header][top])):
                found.setdefault(top, column)
    if crossing.axis != KIND:
        return []
    for column in found.values():
        if crossing.of_group[column][1] != "brand":
            del crossing.of_group[column]
    return [CountColumn(column, top) for top, column in found.items()]


def _added(grid: Grid, crossing: Crossing, total: int) -> frozenset[int]:
    """The columns of pupils' devices where a total adds up these in every row and not the boards beside them."""
    if crossing.axis != KIND:
        return frozenset()
    heads = {one.column: clean(grid.rows[crossing.header][one.top]) for one in crossing.counted}
    of_pupils = frozenset(column for column, text in heads.items() if kinds_named(text) & set(PUPIL_KINDS))
    rows = [row for row in range(crossing.first, crossing.end) if row not in crossing.of_columns]
    lines = [line for row in rows if stated_number((line := grid.rows[row])[total])]
    agree = {
        columns: all(sum(stated_number(line[c]) or 0 for c in columns) == stated_number(line[total]) for line in lines)
        for columns in (frozenset(heads), of_pupils)
    }
    return of_pupils if len(lines) > 1 and agree[of_pupils] and not agree[frozenset(heads)] else frozenset()


def _is_ticked(grid: Grid, crossing: Crossing, column: int) -> bool:
    """Nothing but ticks and blanks stand in a column, except for its total."""
    rows = [row for row in range(crossing.first, crossing.end) if row not in crossing.of_columns]
    lines = [grid.rows[row] for row in rows if not is_total(clean(grid.rows[row][crossing.label]))]
    cells = [line[column] for line in lines if not counts_nothing(line[column])]
    return bool(cells) and all(map(is_tick, cells))


def _place(grid: Grid, crossing: Crossing, column: int, top: int, single: int | None) -> None:
    """What one column is, from its heading and what stands under it."""
    heading = clean(grid.rows[crossing.header][column])
    rows = [row for row in range(crossing.first, crossing.end) if row not in crossing.of_columns]
    cells = [cell for row in rows if (cell := grid.rows[row][column]) != ""]
    if column == crossing.label:
        name = _label_field(heading, KIND if crossing.kind else crossing.axis)
        (crossing.unused if name == "names_people" else crossing.attributes)[column] = name
        return
    if crossing.subs is not None and (sub := clean(grid.rows[crossing.subs][column])) and column > crossing.label:
        axis = axis_of(clean(grid.rows[crossing.header][top]))
        if axis in (crossing.axis, None) and top != crossing.label:
            _place_sub(crossing, column, top, sub, _subs_beside(grid, crossing, column))
            return
        if axis == TOTAL and is_sub(sub):
            if read_heading(sub).field == "count" or is_total(sub):
                crossing.totals[column] = None
            else:
                crossing.unused[column] = "not_a_device_field"
            return
    if single is not None:
        _place_sub(crossing, column, single, heading, [])
        return
    if not heading and not cells:
        return
    if column > crossing.label and _says_of_which(crossing, heading):
        if (part := _of_which(grid, crossing, heading)) is not None:
            crossing.of_which[column] = part
        else:
            crossing.unclear.append(column)
        return
    axis = axis_of(heading)
    if axis is None and crossing.axis == KIND and knows_model(heading):
        axis = KIND  # a brand alone, among kinds
    if axis is None and column > crossing.label and _says_unknown(heading):
        axis = crossing.axis  # "(leeg)" in a pivot table
    told = [tells_of_devices(cell, heading) and (axis == crossing.axis or not numbers_one(cell)) for cell in cells]
    counts = bool(cells) and sum(told) >= _COUNTS * len(cells)
    field_name = read_heading(heading).field
    if field_name == "count" and read_remark(heading).status and _states_beside(grid, crossing, column):
        field_name = None  # "stuk" counts pieces, and next to "reserve" those that are broken
        axis = PLACE
    if field_name == "count" and axis == PLACE and cell_words("place").find(tokens(heading)[:1]):
        field_name = None  # "Unit A" is no number of units
    if axis == TOTAL or (field_name == "count" and axis != KIND):
        crossing.totals[column] = None
    elif axis == crossing.axis and column > crossing.label and (counts or not cells):
        crossing.counted.append(CountColumn(column, column))
    elif field_name in ATTRIBUTES:
        crossing.attributes[column] = field_name
    elif column > crossing.label and read_remark(heading).whole and read_remark(heading).status:
        crossing.attributes[column] = "status"
    elif is_beside(heading) or not counts or column < crossing.label:
        crossing.unused[column] = _why(heading)
    elif crossing.axis == PLACE and heading and column > crossing.label:
        crossing.counted.append(CountColumn(column, column))  # a group may be called anything
    elif not heading and _adds_up(grid, crossing, column):
        crossing.totals[column] = None
    else:
        crossing.unclear.append(column)


def _says_of_which(crossing: Crossing, heading: str) -> bool:
    """A column counts some of the devices that another counts: counted again they would be twice as many."""
    return crossing.axis == KIND and bool(crossing.counted) and OF_WHICH.search(folded(heading)) is not None


def _of_which(grid: Grid, crossing: Crossing, heading: str) -> tuple[int, str] | None:
    """The heading whose devices a column counts some of, and what holds for those: "waarvan chromebooks kapot".

    None where that can be of more than one, or nobody knows what holds.
    """
    said = folded(heading)
    kinds = kinds_named(said)
    words = (word for word in tokens(OF_WHICH.sub("", said)) if not kinds_named(word))
    remark = read_remark(without_how_many(" ".join(words)))
    tops = [one.top for one in crossing.counted if not one.sub]
    if kinds:
        tops = [top for top in tops if kinds & kinds_named(clean(grid.rows[crossing.header][top]))]
    return (tops[0], remark.fragment) if len(tops) == 1 and remark.status in _STATES else None


def _says_unknown(heading: str) -> bool:
    """A heading for what has none of the others: "(leeg)", "onbekend"."""
    return bool(heading) and cell_words("unknown").exact(tokens(heading)) is not None


def _states_beside(grid: Grid, crossing: Crossing, column: int) -> bool:
    heads = [clean(cell) for place, cell in enumerate(grid.rows[crossing.header]) if place != column]
    return any(read_remark(text).status and read_heading(text).field != "count" for text in heads)


def _subs_beside(grid: Grid, crossing: Crossing, column: int) -> list[str]:
    line = grid.rows[crossing.subs or 0]
    return [text for place in (column - 1, column + 1) if place < len(line) and (text := clean(line[place]))]


def _place_sub(crossing: Crossing, column: int, top: int, sub: str, beside: Sequence[str]) -> None:
    """A column that is one of several under a heading. `beside`: the second headings next to it."""
    field_name = read_heading(sub).field
    remark = read_remark(sub)
    if remark.status and any(read_remark(text).status and not read_heading(text).field for text in beside):
        field_name = None  # "stuk" counts pieces, and next to "goed" those that are broken
    if is_total(sub) and any(counted.top == top for counted in crossing.counted):
        crossing.totals[column] = top
    elif field_name == "count" or is_total(sub) or axis_of(sub) == KIND:
        crossing.counted.append(CountColumn(column, top))
    elif remark.status in _STATES and any(c.top == top and not c.sub for c in crossing.counted):
        crossing.parts[column] = (top, sub)
    elif remark.status or (whose(sub) and crossing.axis == KIND) or axis_of(sub) in (PLACE, YEAR):
        crossing.counted.append(CountColumn(column, top, sub))
    elif field_name in OF_KINDS:
        crossing.of_group[column] = (top, field_name)
    elif field_name or is_beside(sub):
        crossing.unused[column] = _why(sub)
    else:
        crossing.unclear.append(column)


def _label_field(heading: str, axis: str) -> str:
    named = read_heading(heading).field
    if axis != KIND:
        return "kind"
    return named if named in LABELS else "location"


def _are_subs(grid: Grid, row: int, label: int) -> bool:
    """The row below holds second headings: "aantal", "defect", "jaar" under every kind."""
    texts = [clean(cell) for cell in grid.rows[row + 1][label + 1 :] if cell != ""]
    if len(texts) > 1 and all(is_year(cell) for cell in grid.rows[row + 1][label + 1 :] if cell != ""):
        return any(
            head == "" != year
            for head, year in zip(grid.rows[row][label + 1 :], grid.rows[row + 1][label + 1 :], strict=True)
        )
    known = [text.casefold() for text in texts if is_sub(text)]
    again = max(Counter(known).values(), default=0) > 1
    return len(texts) > 1 and len(known) >= 0.8 * len(texts) and (again or _spreads_kinds(grid, row, label))


def _spreads_kinds(grid: Grid, row: int, label: int) -> bool:
    """Two kinds at least stand over more than one heading each."""
    pairs = pairwise(zip(grid.rows[row][label + 1 :], grid.rows[row + 1][label + 1 :], strict=True))
    wide = [over for (over, under), (right, below) in pairs if under != "" and right == "" and below != ""]
    return sum(axis_of(clean(cell)) == KIND for cell in wide if cell != "") > 1


def _are_over(grid: Grid, row: int, label: int) -> bool:
    """The row above says for whom or where the kinds under it are."""
    texts = [clean(cell) for cell in grid.rows[row - 1][label + 1 :] if cell != ""] if row else []
    return bool(texts) and all(whose(text) or axis_of(text) in (PLACE, YEAR) for text in texts)


def _tops(grid: Grid, row: int, label: int, width: int) -> Mapping[int, int]:
    """For every column the one its heading is written in: a heading counts for the blanks right of it."""
    tops: dict[int, int] = {}
    current: int | None = None
    for column in range(label + 1, width):
        if clean(grid.rows[row][column]):
            current = column
        if current is not None:
            tops[column] = current
    return tops


def _repeated_subs(grid: Grid, row: int, label: int, axis: str) -> dict[int, int]:
    """ "Chromebooks | defect | iPads | defect": a heading that comes again belongs to the kind before it."""
    texts = {column: clean(cell).lower() for column, cell in enumerate(grid.rows[row]) if column > label and cell != ""}
    again = {text for text, times in Counter(texts.values()).items() if times > 1 and axis_of(text) != axis}
    found: dict[int, int] = {}
    top: int | None = None
    for column, text in texts.items():
        if axis_of(text) == axis:
            top = column
        elif text in again and top is not None and not is_total(text):
            found[column] = top
    return found


def _of_columns(grid: Grid, crossing: Crossing, row: int) -> str | None:
    """The field a row says of every column: years, brands or prices under or over the kinds."""
    line = grid.rows[row]
    values: list[Cell] = [cell for cell in line[crossing.label + 1 :] if cell != ""]
    text = clean(line[crossing.label])
    if len(values) < 1:
        return None
    name = read_heading(text).field if text else None
    if name in OF_KINDS and (name == "price" or sum(map(is_count, values)) <= len(values) / 2):
        return name
    near = abs(row - crossing.header) <= 2
    label = not text or name in LABELS
    return "purchased" if label and near and len(values) > 1 and all(map(is_year, values)) else None


def _adds_up(grid: Grid, crossing: Crossing, column: int) -> bool:
    """Numbers without a heading that are, row by row, what stands left of them together."""
    checked = 0
    for line in grid.rows[crossing.first :]:
        if not isinstance(line[column], (int, float)):
            continue
        cells = [line[counted.column] for counted in crossing.counted]
        numbers = [cell for cell in cells if isinstance(cell, (int, float))]
        if sum(numbers) != line[column] or any(isinstance(c, str) and not counts_nothing(c) for c in cells):
            return False
        checked += 1
    return checked > 1


def _why(heading: str) -> str:
    return "names_people" if read_heading(heading).field == "names_people" else "not_a_device_field"
