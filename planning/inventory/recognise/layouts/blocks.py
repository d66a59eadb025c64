"""A small block of labels and values for every device, stacked or as cards beside each other.

A column of the plan is a label and is called by the cell where it first stands: ("Blad1", "A4") corrects what it is
read as in every block.
"""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from planning.core.text import Cell, clean
from planning.inventory.reading import Evidence
from planning.inventory.recognise.headings import HeaderRow, Heading
from planning.inventory.recognise.layouts.body import Body, Total
from planning.inventory.recognise.layouts.pairs import Pair, find_pairs, label_columns
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.layouts.plan_making import make_plan
from planning.inventory.recognise.layouts.proposal import Proposal, SheetView
from planning.inventory.recognise.sections import of_heading
from planning.inventory.values.devices import kind_named, knows_model
from planning.inventory.values.redaction import known_part
from planning.inventory.values.totals import is_subtotal, is_total, stated_number
from planning.workbooks.columns import column_letters
from planning.workbooks.grid import Grid, Origin, Place

_NAMES: Final = frozenset({"kind", "brand", "model", "brand_and_model", "serial"})
_TELLING: Final = ("kind", "brand", "model", "brand_and_model", "serial", "count", "purchased")
_LONE: Final = 3  # labels of a sheet with one block only


@dataclass(slots=True)
class _Block:
    """One device: its pairs, and what stands over it says."""

    band: int  # the column its first label stands in
    pairs: list[Pair] = field(default_factory=list)
    over: dict[str, tuple[str, Place]] = field(default_factory=dict)  # field -> text of a title, and its place
    labels: dict[str, str] = field(default_factory=dict)  # label -> the one of another card that asks for the same

    @property
    def row(self) -> int:
        return self.pairs[0].at[0]

    @property
    def names(self) -> set[str]:
        return {pair.name for pair in self.pairs}

    @property
    def filled(self) -> bool:
        return any(clean(pair.value) for pair in self.pairs)


def recognise(seen: SheetView) -> Proposal | None:
    """A sheet on which the same labels come again and again, each with a value."""
    grid = seen.grid
    labels = label_columns(grid)
    if not _tell_of_devices(set().union(*labels.values())):
        return None
    pairs = find_pairs(grid, labels)
    bands = _bands(pairs)
    blocks = [block for band in bands for block in _blocks(band)]
    blocks = _without_heads(sorted(blocks, key=lambda block: (block.row, block.band)))
    fields = {pair.heading.field for block in blocks for pair in block.pairs}
    if not blocks or not _tell_of_devices(fields):
        return None
    if len(blocks) < 2 and (len(pairs) < _LONE or seen.header is not None):
        return None
    loose = _loose(grid, blocks)
    _tell_over(grid, blocks, loose, len(bands))
    plan = _plan(seen, blocks, loose, several=len(bands) > 1)
    asked = ", ".join(dict.fromkeys(pair.heading.text for pair in pairs if pair.heading.is_device_field))
    evidence = Evidence("labels_again", {"n": str(len(blocks)), "labels": asked})
    if not plan.grid.rows or plan.body is None:
        return None
    return Proposal("blocks", plan.score, (plan,), (evidence,))


def _tell_of_devices(fields: set[str | None]) -> bool:
    """Labels that ask for these name a device, and say something more of it."""
    return bool(fields & _NAMES) and len(fields & set(_TELLING)) > 1


def _bands(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Blocks beside each other share their labels; other labels beside are more of the same block."""
    by_column: dict[int, list[Pair]] = {}
    for pair in pairs:
        by_column.setdefault(pair.at[1], []).append(pair)
    bands: list[list[Pair]] = []
    for column in sorted(by_column):
        names = {pair.name for pair in by_column[column]}
        if bands and not names & {pair.name for pair in bands[-1]}:
            bands[-1] += by_column[column]
        else:
            bands.append(list(by_column[column]))
    return [sorted(band, key=lambda pair: pair.at) for band in bands]


def _blocks(band: Sequence[Pair]) -> list[_Block]:
    """A label that comes again starts a block; so does a gap over one, or over the first labels that name a device."""
    left = min(pair.at[1] for pair in band)
    blocks: list[_Block] = []
    for place, pair in enumerate(band):
        block = blocks[-1] if blocks else None
        new = block is None or pair.name in block.names
        if block is not None and not new and pair.at[0] > block.pairs[-1].value_at[0] + 1:
            below = _run(band, place)
            new = any(_again(other, block) for other in below) or (_names(below) and not _names(block.pairs))
        if new:
            blocks.append(_Block(left))
        blocks[-1].pairs.append(pair)
    return blocks


def _again(pair: Pair, block: _Block) -> bool:
    """A block has its label, or one in other words that asks for the same: who fills in cards writes them anew."""
    asked = pair.heading.field
    return pair.name in block.names or (asked in _TELLING and any(own.heading.field == asked for own in block.pairs))


def _without_heads(blocks: Sequence[_Block]) -> list[_Block]:
    """ "School: De Ark, datum: 1-10-2018" over the devices is no device; nor are labels of anything but devices."""
    fields = [{pair.heading.field for pair in block.pairs} for block in blocks]
    first = next((place for place, own in enumerate(fields) if own & _NAMES), 0)
    return [block for block, own in list(zip(blocks, fields, strict=True))[first:] if own & set(_TELLING)]


def _run(band: Sequence[Pair], place: int) -> list[Pair]:
    """The pairs from here down to the next gap."""
    run = [band[place]]
    for pair in band[place + 1 :]:
        if pair.at[0] > run[-1].value_at[0] + 1:
            break
        run.append(pair)
    return run


def _names(pairs: Iterable[Pair]) -> bool:
    return any(pair.heading.field in _NAMES for pair in pairs)


def _loose(grid: Grid, blocks: Iterable[_Block]) -> dict[Place, str]:
    """The cells that are no label and no value."""
    used = {place for block in blocks for pair in block.pairs for place in (pair.at, pair.value_at)}
    return {
        (row, column): text
        for row, cells in enumerate(grid.rows)
        for column, cell in enumerate(cells)
        if (row, column) not in used and (text := clean(cell))
    }


def _tell_over(grid: Grid, blocks: Sequence[_Block], loose: Mapping[Place, str], bands: int) -> None:
    """What a title says ("Lokaal 3") holds for the blocks under it, until another title says otherwise."""
    edges = sorted({block.band for block in blocks})
    in_row = Counter(row for row, _ in loose)
    says = {place: dict(of_heading(text)) for place, text in loose.items()}
    for band, after in zip(edges, [*edges[1:], len(grid.rows[0])], strict=True):
        own = [block for block in blocks if block.band == band]
        inside = {row for block in own for row in range(block.row, _end(block))}
        titles = [
            (row, column)
            for row, column in sorted(loose)
            if row not in inside and (band <= column < after or (bands > 1 and in_row[row] == 1))
        ]
        told: dict[str, tuple[str, Place]] = {}
        passed = 0
        for block in own:
            first = passed
            while passed < len(titles) and titles[passed][0] < block.row:
                told |= _said(says[titles[passed]], titles[passed])
                passed += 1
            block.over.update(told)
            for place in titles[first:passed]:
                if place[0] == block.row - 1 and not says[place] and knows_model(loose[place]):
                    block.over["kind"] = (loose[place], place)
            for place in ((block.row, column) for column in range(edges[0]) if (block.row, column) in loose):
                block.over.update(_said(says[place], place))


def _said(says: Mapping[str, str], place: Place) -> dict[str, tuple[str, Place]]:
    return {name: (text, place) for name, text in says.items()}


def _end(block: _Block) -> int:
    return max(max(pair.at[0], pair.value_at[0]) for pair in block.pairs) + 1


def _plan(seen: SheetView, blocks: Sequence[_Block], loose: Mapping[Place, str], *, several: bool) -> ListPlan:
    grid = seen.grid
    names, headings, labels = _columns(blocks)
    devices = [block for block in blocks if block.filled and _is_device(block)]
    rows = [_row(block, names, headings) for block in devices]
    origins = tuple(
        Origin(block.row, block.band if several else None, tuple(place for _, place in row))
        for block, row in zip(devices, rows, strict=True)
    )
    turned = replace(
        grid,
        rows=[[cell for cell, _ in row] for row in rows],
        hidden_rows=(),
        top=0,
        left=0,
        origins=origins,
        labels=tuple(labels),
    )
    plan = make_plan("blocks", turned, HeaderRow((), tuple(headings)), seen.corrections)
    empty = [block for block in blocks if not block.filled]
    odd = [block for block in blocks if block.filled and not _is_device(block)]
    totals = _totals(loose, max(map(_end, blocks)), len(devices))
    rest = {place: text for place, text in loose.items() if place[0] + 1 not in {total.row for total in totals}}
    first = min(block.row for block in blocks)
    above = [text for (row, _), text in loose.items() if row < first]
    body = Body(list(range(len(devices))), totals, above=above)
    _sort_others(grid, blocks, rest, body)
    for row in sorted({pair.at[0] for block in devices for pair in block.pairs if pair.value_at[0] != pair.at[0]}):
        body.ignore(grid.name, row, "header")
    for row in (row for block in empty for row in range(block.row, _end(block))):
        body.ignore(grid.name, row, "none")
    for pair in (pair for block in odd for pair in block.pairs):
        body.ask(*pair.at)
    return replace(plan, empty_count_is_one=True, body=body)


def _is_device(block: _Block) -> bool:
    filled = {pair.heading.field for pair in block.pairs if clean(pair.value)}
    return bool(filled & _NAMES) or (bool(filled) and "kind" in block.over)


def _columns(blocks: Sequence[_Block]) -> tuple[list[str], list[Heading], list[str]]:
    """A column for every label, and one for every field that only titles tell of; each with its own name.

    Labels that are spelled otherwise on another card share a column where they ask for the same and no card has both.
    """
    _share_labels(blocks)
    columns: dict[str, tuple[Heading, Place]] = {}
    for block in blocks:
        for pair in block.pairs:
            columns.setdefault(block.labels.get(pair.name, pair.name), (pair.heading, pair.at))
    fields = {heading.field for heading, _ in columns.values()}
    for block in blocks:
        for name, (_, place) in block.over.items():
            if name not in fields:
                columns.setdefault(f" {name}", (Heading("", name, 1.0), place))
    taken: set[str] = set()
    labels = [_address(place, taken) for _, place in columns.values()]
    return list(columns), [heading for heading, _ in columns.values()], labels


def _share_labels(blocks: Sequence[_Block]) -> None:
    asks: dict[Hashable, str] = {}
    doubled = {asked for block in blocks for asked, n in Counter(map(_asked, block.pairs)).items() if n > 1}
    for block in blocks:
        for pair in block.pairs:
            if pair.heading.is_device_field and (asked := _asked(pair)) not in doubled:
                block.labels[pair.name] = asks.setdefault(asked, pair.name)


def _asked(pair: Pair) -> Hashable:
    return pair.heading.field, pair.heading.whole_lot, pair.heading.vat


def _address(place: Place, taken: set[str]) -> str:
    """ "A4"; of several labels in one cell the others are "A4/2", "A4/3"."""
    cell = f"{column_letters(place[1] + 1)}{place[0] + 1}"
    name, more = cell, 1
    while name in taken:
        more += 1
        name = f"{cell}/{more}"
    taken.add(name)
    return name


def _row(block: _Block, names: Sequence[str], headings: Sequence[Heading]) -> list[tuple[Cell, Place | None]]:
    """The block's values under the labels of all blocks; what it leaves open its title may tell."""
    own = {block.labels.get(pair.name, pair.name): (pair.value, pair.value_at) for pair in block.pairs}
    row: list[tuple[Cell, Place | None]] = [own.get(name, ("", None)) for name in names]
    filled = {heading.field for heading, (cell, _) in zip(headings, row, strict=True) if clean(cell)}
    if {"model", "brand_and_model"} & filled:
        filled.add("kind")
    for place, heading in enumerate(headings):
        if heading.field in block.over and heading.field not in filled:
            row[place] = block.over[heading.field]
            filled.add(heading.field)
    return row


def _sort_others(grid: Grid, blocks: Sequence[_Block], loose: Mapping[Place, str], body: Body) -> None:
    """Titles over the blocks and notes below them; what stands inside a block without a label is asked about."""
    first, last = min(block.row for block in blocks), max(map(_end, blocks))
    inside = {row for block in blocks for row in range(block.row, _end(block))}
    aside: dict[int, str] = {}
    for row, column in loose:
        if row in inside:
            between = any(block.row <= row < _end(block) and block.band <= column for block in blocks)
            if between:
                body.ask(row, column)
        else:
            aside[row] = "title" if row < first - 1 else "note" if row >= last else "section"
    for row, why in aside.items():
        body.ignore(grid.name, row, why)


def _totals(loose: Mapping[Place, str], last: int, devices: int) -> list[Total]:
    """Below the blocks: "Totaal: 12", in one cell or in two."""
    found = []
    for (row, column), text in loose.items():
        if row < last or not is_total(text):
            continue
        beside = next((cell for place, cell in sorted(loose.items()) if place[0] == row and place[1] > column), "")
        number = re.search(r"\d+", text)
        stated = stated_number(beside) if beside else int(number.group()) if number else None
        written = known_part(f"{text} {beside}".strip())
        at = column_letters(column + 1)
        found.append(Total(row + 1, at, written, stated, kind_named(text), is_subtotal(text), below=devices))
    return found
