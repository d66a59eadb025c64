"""What the cells of a list say of its devices, field by field: their own, and what stands over them.

A column at once: asking every row for every column takes longer than all the rest.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import filterfalse
from operator import is_
from typing import Final

from planning.core.text import Cell, clean, folded, plain_words, tokens
from planning.inventory.read.distinct import mapped
from planning.inventory.read.usage import tells_of_use
from planning.inventory.recognise.contents import names_room, says_nothing
from planning.inventory.recognise.layouts.body import Body
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.values.people import EVERYBODY, is_grown_up, whose
from planning.inventory.values.status import read_remark
from planning.inventory.words.cell_words import cell_words, first_names
from planning.workbooks.cell_errors import ERRORS

_INHERITED: Final = frozenset({"location", "audience", "school"})
_LASTING: Final = frozenset({"school", "purchased", "location", "kind"})  # until a heading says another
_ASKED_ANYWAY: Final = frozenset({"count", "school"})
_FEW_NAMES: Final = 2
_MOSTLY_NAMES: Final = 1 / 3
_LONGEST_ODD: Final = 5  # words
_DIGIT: Final = re.compile(r"\d")


def _together(texts: Sequence[str]) -> str:
    return ", ".join(filter(None, texts))


def _places_together(texts: Sequence[str]) -> str:
    """What several columns say of one place: each once, and whose it is only where none says more."""
    said = [text for n, text in enumerate(texts) if text and folded(text) not in map(folded, texts[n + 1 :])]
    told = [text for text in said if names_room(text) or cell_words("audience").exact(tokens(text)) is None]
    return _together(told or said[-1:])


def _is_no_name(text: str) -> bool:
    """Words in small letters that no list of names, rooms or groups has, and no login either."""
    if not text.islower() or not text.replace(" ", "").isalpha():
        return False
    said = tokens(text)
    known = cell_words("place").find(said) or cell_words("unknown").exact(said) or read_remark(text).understood
    known = known or whose(text) or not EVERYBODY.isdisjoint(said)
    return 0 < len(said) <= _LONGEST_ODD and not known and first_names().isdisjoint(said)


class RecordCells:
    """The cells of a list's records. Every list it gives holds one value for each record, in their order."""

    def __init__(self, plan: ListPlan, body: Body) -> None:
        self.plan = plan
        self.records = body.records  # rows of the plan's grid
        self._sections = body.sections
        self.parts_below = body.parts
        self._whole = list(range(plan.first_row, len(plan.grid.rows))) == body.records
        self._columns: dict[int, list[Cell]] = {}
        self._distinct: dict[int, dict[Cell, None]] = {}
        self.errors = self._without_errors()

    def __len__(self) -> int:
        return len(self.records)

    def _without_errors(self) -> dict[str, list[int]]:
        """Empty what a spreadsheet could not work out; the records by field. Counts and schools are asked anyway."""
        found: dict[str, list[int]] = {}
        for name, places in self.plan.fields.items():
            for place in places if name not in _ASKED_ANYWAY else ():
                if ERRORS & self._values(place).keys():
                    column = self.column(place)
                    found.setdefault(name, []).extend(n for n, cell in enumerate(column) if cell in ERRORS)
                    self._columns[place] = ["" if cell in ERRORS else cell for cell in column]
                    self._distinct[place] = dict.fromkeys(self._columns[place])
        return found

    def has(self, name: str) -> bool:
        """The list has a column for a field."""
        return name in self.plan.fields

    def cells(self, name: str) -> list[Cell]:
        """The field's first column; what its cells leave empty is what stands over them."""
        column = self.plan.column(name)
        own: list[Cell] = [""] * len(self) if column is None else self.column(column)
        inherited = self.inherited(name)
        return [cell if cell != "" else text for cell, text in zip(own, inherited, strict=True)] if inherited else own

    def texts(self, name: str) -> list[str]:
        """The field as text; where several columns hold it, all of them."""
        parts = list(map(self._texts, self.plan.fields.get(name, ())))
        if not parts:
            own = [""] * len(self)
        elif len(parts) == 1:
            own = parts[0]
        else:
            together = _places_together if name == "location" else _together
            own = mapped(together, list(zip(*parts, strict=True)))
        inherited = self.inherited(name) if name in _INHERITED else []
        return [cell or text for cell, text in zip(own, inherited, strict=True)] if inherited else own

    def words(self, name: str) -> list[str]:
        """The cells of a field's first column that hold words and no number; empty where none does."""
        place = self.plan.column(name)
        values = self._values(place) if place is not None else {}
        words = filterfalse(_DIGIT.search, (cell for cell in values if type(cell) is str))
        table: dict[Cell, str] = {cell: text for cell in words if (text := clean(cell))}
        return [table.get(cell, "") for cell in self.cells(name)] if table else []

    def inherited(self, name: str) -> list[str]:
        """What a heading between the rows or the name of the sheet says of a field; empty where none does."""
        default = self.plan.context.get(name, "")
        if not any(name in says for says in self._sections.values()):
            return [default] * len(self) if default else []
        starts = sorted(self._sections)
        found, place, current = [], 0, ""
        for record in self.records:
            while place < len(starts) and starts[place] < record:
                says = self._sections[starts[place]]
                # What stood above a school's name was said of another school.
                current = says.get(name, current if name in _LASTING and "school" not in says else "")
                place += 1
            found.append(current or default)
        return found

    def places(self) -> list[str]:
        """Where the devices stand; of a unit that names their school too, the rest of it."""
        units, fields = self.plan.units, self.plan.fields
        places = mapped(lambda text: "" if says_nothing(text) else text, self.texts("location"))
        return mapped(units.place_in, places) if units and fields.get("school") == fields.get("location") else places

    def people(self) -> list[list[str]]:
        """The columns that name people, for as far as their words can tell of use; a name alone becomes ""."""
        return list(map(self._telling, self.plan.people))

    def odd_among_names(self) -> list[int]:
        """The records where a column of names holds what is written like none: "pleite" among people with capitals."""
        found: set[int] = set()
        for place in self.plan.people:
            texts = [cell for cell in self._values(place) if isinstance(cell, str)]
            # What starts with a capital is written as a name: only the others are looked at.
            small = [cell for cell in texts if not cell[:1].isupper()]
            others = {cell: text for cell in small if (text := clean(cell))}
            capitals = len(texts) - len(small)
            named, written = capitals + sum(text[0].isupper() for text in others.values()), capitals + len(others)
            if written < _FEW_NAMES or named < _MOSTLY_NAMES * written:
                continue
            odd = {cell for cell, text in others.items() if _is_no_name(text)}
            found.update(record for record, cell in enumerate(self.column(place)) if cell in odd) if odd else None
        return sorted(found)

    def of_grown_ups(self) -> list[int]:
        """The records whose user's name is written as no child's is, under a heading that asks for no pupil."""
        found: set[int] = set()
        for place in self.plan.people:
            heading = self.plan.headings.get(place)
            if heading is None or whose(heading.text) == "pupils":
                continue
            # Only what holds a stop can be written so; of an export of thousands that is soon told.
            named = {cell for cell in self._values(place) if isinstance(cell, str) and "." in cell}
            grown = {cell for cell in named if is_grown_up(clean(cell))}
            found.update(record for record, cell in enumerate(self.column(place)) if cell in grown) if grown else None
        return sorted(found)

    def _telling(self, place: int) -> list[str]:
        values = self._values(place)
        # Few words tell, and nearly every name is another: all at once they are looked through far sooner.
        plain = [cell for cell in values if isinstance(cell, str) and cell.isascii()]
        if not tells_of_use(plain_words("\n".join(plain))):
            values = dict.fromkeys(values.keys() - plain) if len(plain) < len(values) else {}
        table = {cell: text for cell in values if (text := clean(cell)) and tells_of_use(tokens(text))}
        return [table.get(cell, "") for cell in self.column(place)] if table else [""] * len(self)

    @cached_property
    def excel_rows(self) -> list[int]:
        """Excel's row of each record."""
        return self.plan.grid.row_numbers(self.records)

    def own_columns(self) -> list[str | None]:
        """Excel's column of each record, where Excel's rows hold several."""
        grid = self.plan.grid
        several = grid.origins or grid.beside
        return [grid.own_column(place) for place in self.records] if several else [None] * len(self)

    def excel_cells(self, name: str) -> tuple[list[int], list[str | None]]:
        """Excel's rows and columns of a field."""
        grid, column = self.plan.grid, self.plan.column(name)
        if grid.origins and column is not None:
            cells = [grid.cell(place, column) for place in self.records]
            return [row for row, _ in cells], [letter for _, letter in cells]
        return self.excel_rows, [self.plan.letter(name)] * len(self)

    def excel_cell(self, record: int, name: str) -> tuple[int, str | None]:
        """As `excel_cells`, of one record."""
        return self.plan.grid.cell(self.records[record], self.plan.column(name))

    def column(self, place: int) -> list[Cell]:
        """The cells of one column of the grid."""
        if place not in self._columns:
            column = self.plan.grid.column(place)
            cells = column[self.plan.first_row :] if self._whole else map(column.__getitem__, self.records)
            self._columns[place] = list(cells)
        return self._columns[place]

    def _values(self, place: int) -> dict[Cell, None]:
        """What stands in a column, each value once."""
        if place not in self._distinct:
            grid, first = self.plan.grid, self.plan.first_row
            column = grid.column(place)
            self._distinct[place] = (
                grid.distinct(place, first) if self._whole else dict.fromkeys(map(column.__getitem__, self.records))
            )
        return self._distinct[place]

    def _texts(self, place: int) -> list[str]:
        """The cells of one column as text."""
        table = {cell: clean(cell) for cell in self._values(place)}
        column = self.column(place)
        if all(map(is_, table, table.values())):
            return column  # type: ignore[return-value]  # every cell is its own text
        return list(map(table.__getitem__, column))
