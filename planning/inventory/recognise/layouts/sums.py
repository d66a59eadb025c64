"""Rows that add up others: a total below a list, a subtotal of a part, a kind with its number over its devices."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from planning.core.text import Cell, clean, folded
from planning.inventory.recognise.layouts.body import Body, Total, number_in
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.layouts.subtotals import parts_of
from planning.inventory.values.devices import is_kind_word, kinds_named, names_model
from planning.inventory.values.people import without_names
from planning.inventory.values.redaction import known_part
from planning.inventory.values.totals import is_subtotal, is_total, kind_added_up, stated_number

_NAMES: Final = ("kind", "brand", "model", "brand_and_model")
_COUNTED: Final = re.compile(
    r"(?:stuks |devices |apparaten )?(?:na|ge)?geteld\W*|counted\W*|bij elkaar\W*|in totaal\W*"
)
_UNITS: Final = re.compile(r"(?:stuks|st\.?|apparaten|devices|regels|exemplaren|items|pcs)\W*")
_PAIR: Final = 2  # cells
_DIGITS: Final = 9  # of a number that somebody adds up
_MOST_ADDED_UP: Final = 2000  # rows of a list that somebody adds up by kind


def total_in(plan: ListPlan, body: Body, place: int, cells: Sequence[tuple[int, str]]) -> Total | None:
    """The total that a row states, with the rows it is of; None where it states none.

    cells: what stands in the row, by column. The rows above it are sorted already.
    """
    total = _total(plan, place, cells, is_sum=_is_sum(plan, body, place, cells))
    if total is None:
        return None
    return replace(total, members=_of_the_same(plan, body, place, cells), passed_over=_passed_over(plan, body, place))


def kinds_over(plan: ListPlan, places: Sequence[int]) -> dict[int, str]:
    """The rows of a kind and a count alone that add up the rows below them, and that kind."""
    counts = plan.fields.get("count", ())
    if not counts or len(places) > _MOST_ADDED_UP:
        return {}
    rows = [plan.grid.rows[place] for place in places]
    bare = [len(row) - row.count("") == _PAIR and row[counts[0]] != "" for row in rows]
    if not any(bare):
        return {}
    columns = [column for name in _NAMES for column in plan.fields.get(name, ())]
    labels = [" ".join(text for column in columns if (text := clean(row[column]))) for row in rows]
    if not any(alone and is_kind_word(label) for alone, label in zip(bare, labels, strict=True)):
        return {}
    numbers = [[float(stated_number(row[counts[0]]) or 0)] for row in rows]
    found = parts_of(labels, numbers)
    return {
        places[head]: labels[head] for head, parts in found.items() if bare[head] and not any(bare[p] for p in parts)
    }


def _total(plan: ListPlan, place: int, cells: Sequence[tuple[int, str]], *, is_sum: bool) -> Total | None:
    label = next(((c, t) for c, t in cells if is_total(t)), None)
    row = plan.grid.rows[place]
    counts = plan.fields.get("count", ())
    if label is None and is_sum:
        label = next(((c, t) for c, t in cells if isinstance(row[c], str)), cells[0])
    if label is None:
        # A number alone under the counts is their sum, whether or not it is called one.
        alone = len(cells) == 1 and cells[0][0] in counts and isinstance(row[cells[0][0]], (int, float))
        if not alone:
            return None
        label = (cells[0][0], "")
    column, text = label
    stated, at = _stated(plan, place, row, text, column)
    # What a column names that we do not keep stays out of what we show.
    text = without_names(text) if any(column in places for places in plan.fields.values()) else known_part(text)
    written = " ".join(part for part in (text, str(stated) if stated is not None and at != column else "") if part)
    return Total(
        row=plan.grid.row_number(place),
        column=plan.grid.label(at),
        as_written=written or str(stated),
        stated=stated,
        kind=kind_added_up(text),
        is_subtotal=is_subtotal(text),
        below=place,
    )


def _passed_over(plan: ListPlan, body: Body, place: int) -> tuple[int, ...]:
    """What the rows above a total count that hold no devices: koptelefoons, licences."""
    counts = plan.fields.get("count", ())
    since = max((total.below for total in body.totals), default=-1)
    rows = _places_of_none(plan, body, place) if counts else []
    told = {row: stated_number(plan.grid.rows[row][counts[0]]) or 0 for row in rows}
    return (sum(n for row, n in told.items() if row > since), sum(told.values())) if told else ()


def _places_of_none(plan: ListPlan, body: Body, place: int) -> list[int]:
    none = {row.row for row in body.ignored if row.why == "no_device"}
    return [row for row in range(plan.first_row, place) if plan.grid.row_number(row) in none]


def _of_the_same(plan: ListPlan, body: Body, place: int, cells: Sequence[tuple[int, str]]) -> frozenset[int] | None:
    """The rows a total is of where it repeats what a column says of them: "De Linde | subtotaal | 56"."""
    for column, text in cells:
        rows = frozenset(r for r in body.records if r < place and clean(plan.grid.rows[r][column]) == text)
        if rows and not text.isdigit() and not is_total(text):
            return rows
    return None


def _adds_up(plan: ListPlan, place: int, column: int, number: float) -> bool:
    """The numbers above it in its column come to it, once, or with the sums of their parts among them."""
    above = [n for line in plan.grid.rows[plan.first_row : place] if (n := _number(line[column])) is not None]
    return len(above) > 1 and any(abs(sum(above) - times * number) < 1 for times in (1, 2, 3))


def _is_sum(plan: ListPlan, body: Body, place: int, cells: Sequence[tuple[int, str]]) -> bool:
    """A row that names no device, and whose one number adds up what stands above it: "15 | apparaten"."""
    row = plan.grid.rows[place]
    counts = plan.fields.get("count", ())
    if not counts and says_how_many([row[c] for c, _ in cells], len(body.records)):
        return True
    numbers = [(c, n) for c, _ in cells if (n := _number(row[c])) is not None]
    counted = {column for column, _ in numbers}
    texts = [text for c, text in cells if isinstance(row[c], str) and c not in counted]
    if not numbers or len(texts) > 1 or any(names_model(text) or kinds_named(text) - {"other"} for text in texts):
        return False
    start = max((total.below for total in body.totals), default=plan.first_row - 1) + 1
    above = [line for line in body.records if start <= line < place]
    return any(
        sum(_numbers(plan, rows, column)) == number or (column not in counts and _adds_up(plan, place, column, number))
        for column, number in numbers
        for rows in (above, [r for r in above if not _is_other(plan, r)], [r for r in body.records if r < place])
        if rows
    )


def says_how_many(cells: Sequence[Cell], devices: int) -> bool:
    """Of a list with a device in each row the last says that they were counted, or how many: "30 | geteld"."""
    if len(cells) != _PAIR:
        return False
    numbers = [number for cell in cells if (number := stated_number(cell)) is not None]
    texts = [
        folded(text)
        for cell in cells
        if isinstance(cell, str) and stated_number(cell) is None and (text := clean(cell))
    ]
    if len(numbers) != 1 or len(texts) != 1:
        return False
    return bool(_COUNTED.fullmatch(texts[0])) or (numbers[0] == devices > 1 and bool(_UNITS.fullmatch(texts[0])))


def _number(cell: Cell) -> float | None:
    """A number, or the text of one as a csv holds it."""
    if isinstance(cell, str):
        return int(cell) if cell.isdecimal() and len(cell) <= _DIGITS else None
    return cell if isinstance(cell, (int, float)) and not isinstance(cell, bool) else None


def _numbers(plan: ListPlan, rows: Sequence[int], column: int) -> list[float]:
    cells = [plan.grid.rows[row][column] for row in rows]
    if column in plan.fields.get("count", ()):
        return [number for cell in cells if (number := stated_number(cell)) is not None]  # "3" is a number there
    return [cell for cell in cells if isinstance(cell, (int, float)) and not isinstance(cell, bool)]


def _is_other(plan: ListPlan, row: int) -> bool:
    """A row of something that is no device of ours: "headset"."""
    texts = [clean(plan.grid.rows[row][c]) for name in _NAMES for c in plan.fields.get(name, ())]
    return kinds_named(" ".join(texts)) == {"other"}


def _stated(plan: ListPlan, place_of: int, row: Sequence[Cell], label: str, column: int) -> tuple[int | None, int]:
    for place in plan.fields.get("count", ()):
        number = stated_number(row[place])
        if number is not None:
            return number, place
    in_label = number_in(label)
    if in_label is not None:
        return in_label, column
    money = plan.fields.get("price", ())
    sums = {place for place, heading in plan.headings.items() if heading.field == "price"} | set(money)
    if any(row[place] != "" for place in sums):
        return None, column
    numbers = [(n, c) for c, cell in enumerate(row) if c not in sums and (n := stated_number(cell)) is not None]
    if counts := plan.fields.get("count", ()):  # a number that adds up its own column is in the unit of that
        numbers = [(n, c) for n, c in numbers if c in counts or not _adds_up(plan, place_of, c, n)]
    return numbers[0] if len(numbers) == 1 else (None, column)
