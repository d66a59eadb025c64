"""Labels from one to another count the devices that carry them: "CB01 t/m CB24" is twenty-four."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from planning.core.text import Cell, clean, folded, tokens, word_set
from planning.inventory.values.labels import NAME, NUMBER, RANGE, labels_between
from planning.inventory.values.totals import stated_number
from planning.inventory.words.cell_words import cell_words
from planning.workbooks.grid import Grid

_MOST_ROWS: Final = 2000
_AGREE_FOR_EACH: Final = 2  # rows at least that agree, for each that does not
_FREE: Final = re.compile(
    r"\W*(?:(?:nog|zijn|is|zelf|still) )*(?:vrij|leeg|open|over|ongebruikt|niet (?:gebruikt|uitgegeven|geplakt)|reserve"
    r"|gereserveerd|free|unused)(?: (?:nummers?|labels?|stickers?))?\W*"
)
_FROM: Final = word_set("van vanaf begin start eerste laagste from first")
_TO: Final = word_set("t m tm tot en met einde eind laatste hoogste to until through last")
_OF_LABELS: Final = re.compile(r"(?:sticker|label|barcode|code)?s?(?:nrs?|nummers?|no|num)?")
_OF_STICKERS: Final = re.compile(r"sticker|label|barcode")
_YEARS: Final = re.compile(r"(?:19|20)\d\d t/m (?:19|20)\d\d")
_LISTED: Final = re.compile(rf"{NAME}[-_ ]?{NUMBER}(?:\s*(?:,|en|\+|&|/)\s*(?:{NAME}[-_ ]?)?{NUMBER})*")
_COUNTED: Final = "1 x "
_REMARKED: Final = re.compile(r"(?P<labels>[^()]*?)\s*(?P<remark>\([^()]*\))?")


def labelled(text: str, *, bare: bool = False) -> int | None:
    """How many labels a text names: "A16-A18" three, "P13 en P14" two, "CB47" one; None where it names none.

    `bare`: numbers alone are labels too, "13 t/m 20"; only counts beside them can tell that they are.
    """
    low = _without_remark(text)
    found = RANGE.fullmatch(low)
    if found:
        return labels_between(found) if bare or found["a"].strip(" -_") else None
    return len(re.findall(r"\d+", low)) if _LISTED.fullmatch(low) else None


def counted_by_labels(
    grid: Grid, first: int, fields: dict[str, tuple[int, ...]], free: Mapping[int, str]
) -> tuple[Grid, dict[str, tuple[int, ...]]]:
    """The list with the counts that its labels give, where its own count is blank or it has none; and its fields.

    `free`: columns that are read for nothing else, and their headings. Where counts and labels stand
    side by side they have to agree; a row in which they do not, among others in which they do, is asked about, and so
    is one whose numbers another has as well.
    """
    if len(grid.rows) - first > _MOST_ROWS:
        return grid, fields
    if "serial" in fields and "count" not in fields:
        return _without_serials(grid, first, fields, free)
    rows = range(first, len(grid.rows))
    for place, texts, numbers in _written(grid, rows, free):
        bare = numbers or "count" in fields
        told = {row: n for row, text in texts.items() if (n := labelled(text, bare=bare))}
        if not any(n > 1 for n in told.values()):
            continue
        counts = fields.get("count", ())
        if not counts:
            written = {texts[row]: n for row, n in told.items()}
            twice = _twice({row: texts[row] for row in told}) if numbers else {}
            doubted = {row: f"{told[row]} of {told[row] - n}" for row, n in twice.items()}
            doubted |= {row: text for row, text in texts.items() if numbers and row not in told}
            alike = (_are_stickers(written) and len(written) == len(told)) or (numbers and len(twice) < len(told))
            if len(told) > 1 and alike:
                return _doubting(_with(grid, place, told, place), place, doubted), {**fields, "count": (place,)}
            continue
        stated = {row: stated_number(grid.rows[row][counts[0]]) for row in told if grid.rows[row][counts[0]] != ""}
        agree = sum(n is not None and told[row] == n > 1 for row, n in stated.items())
        odd = {row: n for row, n in stated.items() if n is not None and told[row] != n}
        if agree and (not odd or agree >= _AGREE_FOR_EACH * len(odd)):
            blank = {row: n for row, n in told.items() if row not in stated and not _are_free(grid, row)}
            doubted = {row: f"{n} of {told[row]}" for row, n in odd.items()}
            return _doubting(_with(grid, counts[0], blank, place), counts[0], doubted), fields
    return grid, fields


def _without_serials(
    grid: Grid, first: int, fields: dict[str, tuple[int, ...]], free: Mapping[int, str]
) -> tuple[Grid, dict[str, tuple[int, ...]]]:
    """Where each number in a row of them is one device, "16 t/m 20" with no serial number beside it is five."""
    for place in free:
        texts = {row: text for row in range(first, len(grid.rows)) if (text := _label(grid.rows[row][place]))}
        told = {row: n for row, text in texts.items() if (n := labelled(text, bare=True)) and n > 1}
        ones = [text for row, text in texts.items() if row not in told]
        alone = all(grid.rows[row][column] == "" for row in told for column in fields["serial"])
        numbers = [number for row in told for number in _numbers(texts[row])]
        numbers += [text.lower().lstrip("0") for text in ones]
        named = any(cell_words("place").find(tokens(text)[:1]) for text in texts.values())
        single = all(text.isdecimal() or labelled(text) == 1 for text in ones)
        if told and alone and single and len(ones) > len(told) and not named and len(set(numbers)) == len(numbers):
            rows: list[list[Cell]] = list(grid.rows)
            for row in texts.keys() - told.keys():
                rows[row] = [*rows[row][:place], "1", *rows[row][place + 1 :]]
            return _with(replace(grid, rows=rows), place, told, place), {**fields, "count": (place,)}
    return grid, fields


def counts_labels(cell: Cell) -> bool:
    """A count that labels gave."""
    return isinstance(cell, str) and cell.startswith(_COUNTED)


def ranges_over_two(grid: Grid, first: int, headings: Sequence[str]) -> frozenset[int]:
    """The columns of "van | t/m", where each holds labels: neither is the serial number of a device."""
    found: set[int] = set()
    for place, (one, other) in enumerate(pairwise(headings)):
        if _asks(one, _FROM) and _asks(other, _TO):
            pairs = [(_label(row[place]), _label(row[place + 1])) for row in grid.rows[first:]]
            ranges = [f"{one} t/m {last}" for one, last in pairs if one and last]
            if ranges and all(labelled(text, bare=True) and not _YEARS.fullmatch(text) for text in ranges):
                found |= {place, place + 1}
    return frozenset(found)


def _written(grid: Grid, rows: range, free: Mapping[int, str]) -> Iterator[tuple[int, dict[int, str], bool]]:
    """Columns that may hold labels, by row what each writes, and whether its heading says that numbers are labels.

    "van | t/m" over two columns is one range that was written as two.
    """
    for place, heading in free.items():
        to = place + 1
        if _asks(heading, _FROM) and _asks(free.get(to, ""), _TO):
            pairs = {row: (_label(grid.rows[row][place]), _label(grid.rows[row][to])) for row in rows}
            ranges = {row: f"{one} t/m {last or one}" for row, (one, last) in pairs.items() if one}
            if not all(_YEARS.fullmatch(text) for text in ranges.values()):
                yield place, ranges, True
    for place, heading in free.items():
        if _OF_STICKERS.search(folded(heading)):  # a number alone is one, and "nr" may number the rows
            texts = {row: text for row in rows if (text := _label(grid.rows[row][place]))}
            texts = {row: f"{text} t/m {text}" if text.isdecimal() else text for row, text in texts.items()}
            if all(labelled(text, bare=True) for text in texts.values()):
                yield place, texts, True
                continue
        yield place, {row: clean(cell) for row in rows if isinstance(cell := grid.rows[row][place], str)}, False


def _asks(heading: str, words: frozenset[str]) -> bool:
    """A heading of nothing but these words, and of words for labels."""
    said = [token for token in tokens(heading) if not _OF_LABELS.fullmatch(token)]
    return bool(said) and words.issuperset(said)


def _label(cell: Cell) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else clean(cell)


def _are_free(grid: Grid, row: int) -> bool:
    """Beside labels stands that nothing carries them yet: "61 t/m 70 | (nog vrij)"."""
    return any(_FREE.fullmatch(folded(cell)) for cell in grid.rows[row] if isinstance(cell, str) and cell)


def _doubting(grid: Grid, place: int, counts: Mapping[int, str]) -> Grid:
    """The counts that labels contradict written as what cannot be told: "4 of 5"."""
    if not counts:
        return grid
    rows: list[list[Cell]] = list(grid.rows)
    for row, text in counts.items():
        rows[row] = [*rows[row][:place], text, *rows[row][place + 1 :]]
    return replace(grid, rows=rows)


def _are_stickers(written: Mapping[str, int]) -> bool:
    """Labels of devices, each on one: in a row of numbers no two share, and no rooms or groups."""
    numbers = [n for text in written for n in _numbers(text)]
    named = any(cell_words("place").find(tokens(text)[:1]) for text in written)
    return not named and len(set(numbers)) == len(numbers)


def _twice(written: Mapping[int, str]) -> dict[int, int]:
    """By row how many of its labels stand in another row as well; only of rows that have some."""
    times = Counter(number for text in written.values() for number in _numbers(text))
    shared = {row: sum(times[number] > 1 for number in _numbers(text)) for row, text in written.items()}
    return {row: n for row, n in shared.items() if n}


def _numbers(text: str) -> list[str]:
    low = _without_remark(text)
    if found := RANGE.fullmatch(low):
        return [f"{found['a']}{n}" for n in range(int(found["a_n"]), int(found["b_n"]) + 1)]
    return re.findall(rf"{NAME}[-_ ]?\d+", low)


def _without_remark(text: str) -> str:
    found = _REMARKED.fullmatch(folded(text))
    return (found["labels"] if found else folded(text)).strip(" .")


def _remark(cell: Cell) -> str:
    """What stands in brackets behind labels: "CB13 t/m CB20 (nr. 15 kapot)"."""
    found = _REMARKED.fullmatch(clean(cell)) if isinstance(cell, str) else None
    return f" {found['remark']}" if found and found["remark"] else ""


def _with(grid: Grid, place: int, counts: Mapping[int, int], labels: int) -> Grid:
    """The counts written as products, which are told of: "1 x 15"; with what a column of labels says besides."""
    if not counts:
        return grid
    rows: list[list[Cell]] = list(grid.rows)
    for row, number in counts.items():
        rows[row] = [*rows[row][:place], f"{_COUNTED}{number}{_remark(rows[row][labels])}", *rows[row][place + 1 :]]
    return replace(grid, rows=rows)
