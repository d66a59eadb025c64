"""A column of sentences: "30 chromebooks (Acer C740) in groep 7/8, gekocht in 2016"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from planning.core.text import Cell, clean, tokens, words
from planning.inventory.reading import Evidence
from planning.inventory.recognise.layouts.body import Body, of_total
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.layouts.proposal import Proposal, SheetView
from planning.inventory.recognise.sections import is_of_a_count, of_heading, of_sheet_name
from planning.inventory.values.devices import is_kind_word, kind_named
from planning.inventory.values.lines import SEVERAL, TextLine, TextLot, counts_more, one_line, read_line
from planning.inventory.values.status import read_remark
from planning.inventory.values.totals import is_total
from planning.inventory.words.cell_words import header_words
from planning.workbooks.grid import Grid, Origin, is_blank

FIELDS: Final = (
    "count", "kind", "brand_and_model", "purchased", "price", "location", "status", "audience", "serial", "note",
)  # fmt: skip
_MOST_LINES: Final = 2000  # nobody writes more, and reading text takes time
_MOST_TEXT: Final = 100_000  # characters
_MOSTLY: Final = 0.5  # of the lines
_HOW_MANY: Final = re.compile(r"(?:aantal|hoeveel|number of|how many)\s+(?P<what>[^?:]*[^?:\s])\s*[?:]?", re.IGNORECASE)
_MOST_CELLS: Final = 2  # a room or a number before the sentence


@dataclass(slots=True)
class _SentenceRows:
    """The lines of a sheet: the lots they name, and what the others are."""

    rows: list[list[Cell]] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    body: Body = field(default_factory=Body)
    lines: int = 0
    named: int = 0  # lines that name devices
    clear: int = 0  # lines that say how many devices of what kind there are


def recognise(seen: SheetView) -> Proposal | None:
    """A sheet without headings, of lines of text some of which name devices and how many."""
    if seen.header is not None or not _is_text(seen.grid):
        return None
    found = _sort(seen.grid)
    if not found.clear or len(found.body.unclear) > 2 * found.clear:
        return None
    share = found.clear / found.lines
    used = [place for place, name in enumerate(FIELDS) if place < 3 or any(row[place] != "" for row in found.rows)]
    names = tuple(FIELDS[place] for place in used)
    plan = ListPlan(
        layout="sentences",
        score=round(share, 2),
        grid=Grid(
            seen.grid.name,
            [[row[place] for place in used] for row in found.rows],
            seen.grid.hidden,
            seen.grid.hidden_rows,
            origins=tuple(Origin(o.row, o.column, tuple(o.cells[p] for p in used)) for o in found.origins),
            labels=names,
        ),
        header_rows=(),
        columns=(),
        fields={name: (place,) for place, name in enumerate(names)},
        context=of_sheet_name(seen.grid.name),
        body=replace(found.body, records=list(range(len(found.rows)))),
    )
    return Proposal("sentences", plan.score, (plan,), (_evidence(found),), sure=_is_sure(found))


def _is_sure(found: _SentenceRows) -> bool:
    """Several lines say how many there are of what, or most lines are of devices."""
    return found.clear > 1 or found.named >= _MOSTLY * found.lines


def _evidence(found: _SentenceRows) -> Evidence:
    return Evidence("sentences", {"n": str(found.clear), "all": str(found.lines)})


def _is_text(grid: Grid) -> bool:
    """Hardly any row has more than a sentence and what stands before it."""
    rows = [row for row in grid.rows if not is_blank(row)]
    if len(rows) > _MOST_LINES:
        return False
    wide = sum(len(row) - row.count("") > _MOST_CELLS for row in rows)
    lines = [line for row in rows for cell in row if isinstance(cell, str) for line in cell.splitlines()]
    if sum(map(len, lines)) > _MOST_TEXT:
        return False
    # "Merk: HP" is a label with its value: that is a block.
    labelled = sum(words(line.partition(":")[0]) in header_words() for line in lines if ":" in line)
    return wide <= len(rows) / 10 and labelled <= len(lines) / 2


def _lines(grid: Grid) -> Iterator[tuple[int, int, str]]:
    """Every row that is not blank: its place, the column of its longest text, and its text as one line.

    A line without the label that others have before it stands under the label above it.
    """
    label = ""
    for place, row in enumerate(grid.rows):
        texts = [(column, text) for column, cell in enumerate(row) if cell != "" and (text := clean(cell))]
        if texts:
            longest = max(texts, key=lambda found: len(found[1]))[0]
            line = _answered(texts) or ": ".join(one_line(row[column]) for column, _ in texts)
            if len(texts) > 1:
                label = f"{one_line(row[texts[0][0]])}: " if kind_named(texts[0][1]) else ""
            elif label and texts[0][0] > 0:
                line = label + line
            else:
                label = ""
            yield place, longest, line


def _answered(texts: Sequence[tuple[int, str]]) -> str:
    """A question for a number and its answer as one line: "Aantal chromebooks (leerlingen) | 40"; "" for other rows."""
    asked = _HOW_MANY.fullmatch(texts[0][1]) if len(texts) == _MOST_CELLS and texts[1][1].isdecimal() else None
    return f"{texts[1][1]} {asked['what']}" if asked and kind_named(asked["what"]) else ""


def _sort(grid: Grid) -> _SentenceRows:
    found = _SentenceRows()
    section: Mapping[str, str] = {}
    lines = list(_lines(grid))
    # a kind alone over a line that counts devices heads it: "Tablets"
    heads_of = {one[0] for one, below in pairwise(lines) if any(lot.sure for lot in read_line(below[2]).lots)}
    for place, column, text in lines:
        found.lines += 1
        if is_total(text):
            found.body.totals.append(of_total(text, grid.row_number(place), grid.label(column), len(found.rows)))
            continue
        line = _placed(read_line(text, under=section.get("kind", "")), text)
        heads = not any(lot.sure for lot in line.lots) and not text.rstrip().endswith((".", "!", "?", ","))
        says = of_heading(text) if heads else {}
        if counts_more(text) and not line.lots:
            found.body.ask(place + grid.top, column + grid.left)
        elif found.lines == 1 and _dates_the_list(text, says):
            found.body.ignore(grid.name, place + grid.top, "title")
        elif says.keys() == {"location"} and _is_of_school(text):
            found.body.ignore(grid.name, place + grid.top, "title")  # "hier de lijst van onze school:"
        elif says and (
            not line.names_device or text.rstrip().endswith(":") or (place in heads_of and is_kind_word(text))
        ):
            section = says
            found.body.ignore(grid.name, place + grid.top, "section")
        elif found.lines == 1 and _is_title(line):
            found.body.ignore(grid.name, place + grid.top, "title")
        elif line.lots or line.unclear:
            found.clear += any(lot.sure for lot in line.lots)
            found.named += 1
            _add(found, line, place, column, grid, section)
        elif found.rows and _tells_of_some(text):
            found.body.ask(place + grid.top, column + grid.left)
        else:
            why = "note" if found.rows else "title"
            found.body.ignore(grid.name, place + grid.top, why)
    return found


def _tells_of_some(text: str) -> bool:
    """A line that names no device says how some of those above it do: "nr 7 en 12 kapot, nr 19 weg"."""
    remark = read_remark(text)
    return bool(remark.part) and remark.part_status not in (None, "in_use")


def _placed(line: TextLine, text: str) -> TextLine:
    """ "Patchkast: 3 switches": what opens a line before a colon, and is no device of ours, is where the others are."""
    first, *others = line.lots or (None,)
    if first is None or first.sure or first.kind not in ("other", "charging_cart") or not others:
        return line
    if first.start or not text[first.end :].lstrip().startswith(":") or not all(lot.sure for lot in others):
        return line
    return replace(line, lots=tuple(replace(lot, place=lot.place or first.device) for lot in others))


def _dates_the_list(text: str, says: Mapping[str, str]) -> bool:
    """ "Materiaal ICT nov. 2019": when the list was made, and not when all on it was bought."""
    return (
        "purchased" in says
        and (
            says.keys() == {"purchased"}
            or (says.keys() == {"purchased", "location"} and (_is_of_school(text) or is_of_a_count(text)))
        )
        and "purchased" not in of_sheet_name(text)
        and any(map(str.isalpha, words(text).split()[0]))
    )


def _is_of_school(text: str) -> bool:
    """ "Rondje door de school, februari 2018": the place is all of it."""
    return not {"school", "scholen", "gebouw"}.isdisjoint(tokens(text))


def _is_title(line: TextLine) -> bool:
    """The first line names what the others are about, and no number: "Computers en tablets"."""
    return not line.unclear and all(lot.count == SEVERAL for lot in line.lots)


def _add(found: _SentenceRows, line: TextLine, place: int, column: int, grid: Grid, section: Mapping[str, str]) -> None:
    at = (place + grid.top, column + grid.left)
    if line.unclear:
        found.body.ask(*at)
    label = next((c for c, cell in enumerate(grid.rows[place]) if cell != "" and c != column), column)
    cells = tuple((at[0], label + grid.left) if name == "location" else at for name in FIELDS)
    for lot in () if line.unclear else line.lots:
        found.rows.append(_cells(lot, section))
        found.origins.append(Origin(at[0], None, cells))


def _cells(lot: TextLot, section: Mapping[str, str]) -> list[Cell]:
    device = lot.device if lot.kind else f"{section.get('kind', '')} {lot.device}".strip()
    return [
        lot.count,
        device if lot.kind else section.get("kind", ""),
        device,
        lot.purchased or section.get("purchased", ""),
        lot.price,
        lot.place or section.get("location", ""),
        lot.status or section.get("status", ""),
        lot.audience or section.get("audience", ""),
        lot.serial,
        lot.note,
    ]
