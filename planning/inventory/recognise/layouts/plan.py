"""How a part of a sheet is to be read as a list of devices: what a proposal consists of and the reader carries out."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from planning.core.text import Cell, clean, folded, tokens, words
from planning.inventory.guidance import Corrections
from planning.inventory.reading import SheetColumn
from planning.inventory.recognise.contents import are_counts, is_date, looks_like_place
from planning.inventory.recognise.headings import HeaderRow, Heading, names_legend, read_heading
from planning.inventory.recognise.layouts.body import Body
from planning.inventory.recognise.layouts.crosses import Crossed, crossed_columns, written_out
from planning.inventory.recognise.layouts.label_ranges import counted_by_labels
from planning.inventory.recognise.layouts.merged import filled, spread_headings
from planning.inventory.recognise.layouts.second_columns import SecondColumn, compared, completed, with_totals
from planning.inventory.recognise.layouts.stock import Stock, find_stock, with_stock
from planning.inventory.recognise.leanings import are_steps, asks_whether_it_works
from planning.inventory.recognise.sections import of_heading, of_sheet_name
from planning.inventory.values.claims import Telling, residue, tells_of_state
from planning.inventory.values.devices import is_kind_word, knows_model
from planning.inventory.values.leaving import ABSENT, RETURNED, answers, says_lent, says_written_off, state_headed
from planning.inventory.values.money import says_each
from planning.inventory.values.people import is_name, whose
from planning.inventory.values.status import YES_NO_HEADINGS, read_remark
from planning.inventory.values.units import Units
from planning.inventory.words.cell_words import cell_words, first_names, headings_in
from planning.workbooks.grid import Grid, Place

_SEVERAL: Final = frozenset({"note", "location", "system"})  # fields read from more than one column
_NAME_OF_DEVICE: Final = "naam apparaat"  # its model in one list, in the next what its user calls it
_OF_WHICH: Final = frozenset(
    {"waarvan", "daarvan", "aantal", "er", "zijn", "van", "nu", "hoeveel", "of", "which", "number"}
)
_PRESENT: Final = re.compile(r"\b(?:aanwezig|in huis|present|gezien)\b")
_VAT_HEADING: Final = re.compile(
    r"(?:(?:incl?|excl?|in|ex)\.?\W*){0,2}(?:b\.?t\.?w\.?|vat)\W*(?:(?:incl?|excl?|in|ex)\.?\W*){0,2}"
)
_VAT_CELLS: Final = frozenset(
    {"in", "ex", "incl", "excl", "inclusief", "exclusief", "included", "excluded", "-", "nvt"}
)
_SAMPLE: Final = 200
_ASKED_AS: Final = {"broken": "kapot", "disposed": "weg", "missing": "kwijt"}
_WORKS: Final = "werkt"
_ASKING: Final = frozenset({"het", "nog", "hij", "ie", "ze", "is", "alles", "apparaat", "device", "t"})
"""Words of a question that is answered by yes or no: "Werkt het nog?"."""


@dataclass(frozen=True, slots=True)
class Export:
    """What an export of a device management means by its rows and columns, beyond their fields."""

    product: str  # its code
    age_from: str | None = None  # the heading of the date that stands in for that of purchase
    units: Units | None = None  # how the school column names a school
    set_aside: Mapping[int, str] = field(default_factory=dict)  # row counted from 0 -> why it is no device of ours


@dataclass(frozen=True, slots=True)
class ListPlan:
    """A list of devices: its cells, its columns by field, and what blanks mean."""

    layout: str
    score: float  # 0..1
    grid: Grid
    header_rows: tuple[int, ...]  # rows of the grid, counted from 0
    columns: tuple[SheetColumn, ...]
    fields: Mapping[str, tuple[int, ...]]  # field -> columns counted from 0
    people: tuple[int, ...] = ()  # columns that name people: looked at for "staff", never kept
    headings: Mapping[int, Heading] = field(default_factory=dict)
    dutch: bool = True
    context: Mapping[str, str] = field(default_factory=dict)  # field -> what the sheet's name says of all its devices
    empty_count_is_one: bool = False
    default_audience: str = "unknown"
    export: Export | None = None
    body: Body | None = None  # where the layout made the rows, it has sorted them
    gone: Mapping[int, str] = field(default_factory=dict)  # columns of yes, no and days -> the status of a "yes"
    parts: Mapping[int, str] = field(default_factory=dict)  # columns that count some of a lot -> their status
    vat_column: int | None = None  # a column that says of each price whether VAT is in it
    unsure: tuple[str, ...] = ()  # fields read from a column of which a person is asked whether it holds them
    written_off: int | None = None  # a column of yes and no that says of which devices the books are closed
    stock: Stock | None = None  # columns of what came and went
    seconds: tuple[SecondColumn, ...] = ()  # columns that claim a field which another is read for

    @property
    def first_row(self) -> int:
        """The first row below the headings, counted from 0."""
        return self.header_rows[-1] + 1 if self.header_rows else 0

    @property
    def part_rows(self) -> frozenset[int]:
        """Excel's rows that are further rows of a device, where the layout reads one from several."""
        ignored = self.body.ignored if self.body else ()
        return frozenset(self.grid.rows_of_cells - {row.row for row in ignored})

    @property
    def taken(self) -> frozenset[Place]:
        """The cells of the sheet that a layout which rearranges it reads; none of a sheet as it is."""
        read = {place for places in self.fields.values() for place in places} | {*self.people, *self.gone, *self.parts}
        return frozenset(
            place
            for origin in self.grid.origins or ()
            for column, place in enumerate(origin.cells)
            if place and column in read
        )

    @property
    def tells_status(self) -> bool:
        """It says of some devices how they do: of the others that is known by it too."""
        return bool({"status", "note"} & self.fields.keys() or self.gone or self.parts) or self.layout == "template"

    @property
    def other_price(self) -> int | None:
        """The column that prices the whole lot where another prices one device, or the other way round."""
        return next((second.place for second in self.seconds if second.whole_lot), None)

    @property
    def units(self) -> Units | None:
        """How the school column of an export names a school."""
        return self.export.units if self.export else None

    def letter(self, name: str) -> str | None:
        """What the column of a field is called; None where the list has none."""
        place = self.column(name)
        return None if place is None else self.grid.label(place)

    def column(self, name: str) -> int | None:
        """The first column of a field, counted from 0; None where the list has none."""
        places = self.fields.get(name)
        return places[0] if places else None

    def heading(self, name: str) -> Heading | None:
        """The heading a field is read under."""
        places = self.fields.get(name)
        return self.headings.get(places[0]) if places else None

    @property
    def named_in(self) -> str:
        """The field that says most of what a device is."""
        return next((name for name in ("brand_and_model", "model", "kind", "brand") if name in self.fields), "kind")

    @property
    def yes_no_heading(self) -> str:
        """The status heading where it is answered by yes or no, else ""."""
        heading = self.heading("status")
        text = " ".join(w for w in words(heading.text).split() if w not in _ASKING) if heading else ""
        if heading is None or text in YES_NO_HEADINGS:
            return text
        away = state_headed(heading.text)
        if away in _ASKED_AS:
            return _ASKED_AS[away]
        return _WORKS if asks_whether_it_works(heading.text) else ""

    @property
    def group_heading(self) -> bool:
        """The place column is headed "groep": a bare 7 is a group."""
        heading = self.heading("location")
        return bool(heading and {"groep", "klas", "group", "grade"} & set(words(heading.text).split()))


def make_plan(layout: str, grid: Grid, header: HeaderRow, corrections: Corrections) -> ListPlan:
    """The plan for a sheet with these headings, with a person's corrections."""
    header = spread_headings(grid, header)
    first = header.rows[-1] + 1 if header.rows else 0
    header = with_totals(grid, header, first)
    crossed = crossed_columns(header, grid, first, lambda place: free_of(corrections, grid, place))
    header, grid = _one_column_each(header, crossed), written_out(grid, first, header, crossed)
    stock = find_stock(grid, first)
    header = with_stock(header, stock)
    chosen = _choose(grid, header, corrections)
    chosen = _settle_by_content(chosen, header, grid, corrections)
    gone = _gone(grid, header, chosen, corrections, first)
    chosen = [(None, "another_column") if place in gone else one for place, one in enumerate(chosen)]
    parts = _parts_counted(grid, header, chosen, corrections, first)
    chosen = [(None, "another_column") if place in parts else one for place, one in enumerate(chosen)]
    chosen = _telling_columns(chosen, header, grid, corrections)
    seconds = _seconds(grid, header, chosen, first, {*gone, *parts})
    completing = {second.place: second.field for second in seconds if second.is_read}
    completing |= dict.fromkeys((*gone, *parts), "status")
    completing |= {place: name for name, places in crossed.items() for place in places[1:]}
    vat = _vat_column(grid, header, chosen, first)
    if vat is not None:
        completing[vat] = "price"
    columns = tuple(
        SheetColumn(grid.name, grid.label(place), heading.text, name, why)
        if place not in completing
        else SheetColumn(grid.name, grid.label(place), heading.text, completing[place])
        for place, (heading, (name, why)) in enumerate(zip(header.headings, chosen, strict=True))
        if heading.text or name or _has_values(grid, place, first)
    )
    found: dict[str, tuple[int, ...]] = {}
    for place, (name, _) in enumerate(chosen):
        if name:
            found[name] = (*found.get(name, ()), place)
    free = [place for place, (name, why) in enumerate(chosen) if name is None and why != "names_people"]
    grid, fields = counted_by_labels(grid, first, found, free)
    named = [heading for heading in header.headings if heading.text]
    return ListPlan(
        layout=layout,
        score=round(_score(named, chosen) * (1 - _unexplained(grid, first, seconds)), 2),
        grid=completed(filled(grid, first, fields, header.headings), first, seconds),
        header_rows=header.rows,
        columns=columns,
        fields=fields,
        people=tuple(
            place for place, (_, why) in enumerate(chosen) if why == "names_people" and _has_words(grid, place, first)
        ),
        headings=dict(enumerate(header.headings)),
        dutch=_is_dutch([words(heading.text) for heading in named]),
        context={**_kind_headed(header, fields), **of_sheet_name(grid.name), **_labelled_above(grid, header)},
        seconds=seconds,
        unsure=_unsure(grid, header, fields, corrections),
        gone=gone,
        parts=parts,
        vat_column=vat,
        written_off=_written_off(grid, header, chosen, first),
        stock=stock,
    )


def _one_column_each(header: HeaderRow, crossed: Crossed) -> HeaderRow:
    """The headings, of columns of crosses the first as the one that is read."""
    headings = list(header.headings)
    for name, places in crossed.items():
        for place in places:
            headings[place] = replace(headings[place], field=name if place == places[0] else None, score=1.0, held=1.0)
    return replace(header, headings=tuple(headings))


def _unsure(
    grid: Grid, header: HeaderRow, fields: Mapping[str, tuple[int, ...]], corrections: Corrections
) -> tuple[str, ...]:
    """The fields whose column was guessed from what it holds, and of which nobody said what it is."""
    return tuple(
        name
        for name, places in fields.items()
        if header.headings[places[0]].unsure
        and header.headings[places[0]].field == name
        and free_of(corrections, grid, places[0])
    )


def _labelled_above(grid: Grid, header: HeaderRow) -> dict[str, str]:
    """ "Klas: Directie en administratie" above a list says where all of it stands; a school's name says no place."""
    found: dict[str, str] = {}
    for row in grid.rows[: header.rows[0] if header.rows else 0]:
        texts = [text for cell in row if isinstance(cell, str) and (text := clean(cell))]
        label, value = _label_and_value(texts)
        if (
            read_heading(label).field == "location"
            and value
            and not {"school"} & of_heading(value).keys()
            and not is_name(value)
        ):
            found["location"] = value
    return found


def _label_and_value(texts: Sequence[str]) -> tuple[str, str]:
    """A line of a label and its value, in one cell or in two; both "" where it is no such line."""
    if len(texts) == 2:
        return texts[0].rstrip(" :"), texts[1]
    label, _, value = texts[0].partition(":") if len(texts) == 1 else ("", "", "")
    return label.strip(), value.strip()


def _kind_headed(header: HeaderRow, fields: Mapping[str, tuple[int, ...]]) -> dict[str, str]:
    """ "Chromebook" over the models: that is what they all are."""
    places = [place for name in ("brand_and_model", "model") for place in fields.get(name, ())]
    headed = [text for place in places if is_kind_word(text := header.headings[place].text)]
    return {"kind": headed[0]} if headed and "kind" not in fields else {}


def _gone(
    grid: Grid, header: HeaderRow, chosen: Sequence["ColumnField"], corrections: Corrections, first: int
) -> dict[int, str]:
    """The columns that say of a device that it has gone, and the status each stands for."""
    found = {}
    lent = any(says_lent(heading.text) for heading in header.headings)
    for place, (heading, (name, why)) in enumerate(zip(header.headings, chosen, strict=True)):
        state = state_headed(heading.text) if heading.text and name in (None, "status", "purchased") else None
        if state == RETURNED and lent:
            state = None  # it was lent, and is at school again
        if name == "count" and _PRESENT.search(folded(heading.text)):
            state = ABSENT  # "Aanwezig: nee"
        if state is None or why == "names_people" or not free_of(corrections, grid, place):
            continue
        own = name == "status" and words(heading.text) in YES_NO_HEADINGS
        is_day = _never if state == ABSENT else is_date
        if not own and answers([row[place] for row in grid.rows[first:]], is_day):
            found[place] = state
    return found


def _parts_counted(
    grid: Grid, header: HeaderRow, chosen: Sequence["ColumnField"], corrections: Corrections, first: int
) -> dict[int, str]:
    """The columns that say of how many of a lot something holds: "waarvan stuk", "Defect" with numbers below it."""
    counts = [place for place, (name, _) in enumerate(chosen) if name == "count"]
    found = {}
    for place, (heading, (name, why)) in enumerate(zip(header.headings, chosen, strict=True)):
        opens = heading.text and words(heading.text).split()[:1] in (["waarvan"], ["daarvan"], ["hiervan"])
        people = why == "names_people" and not opens
        if len(counts) != 1 or name not in (None, "status") or people or not heading.text:
            continue
        said = read_remark(" ".join(word for word in words(heading.text).split() if word not in _OF_WHICH))
        away = said.status if said.whole and said.status not in (None, "in_use") else None
        unknown = opens and not said.status
        if (away or unknown) and free_of(corrections, grid, place) and _are_parts(grid, first, counts[0], place):
            found[place] = away or ""
    return found


def _are_parts(grid: Grid, first: int, count: int, place: int) -> bool:
    """Nothing but whole numbers, none larger than the lot it stands beside."""
    numbers = [(clean(row[count]), clean(row[place])) for row in grid.rows[first:] if row[place] != ""]
    again = (clean(grid.rows[first - 1][count]), clean(grid.rows[first - 1][place])) if first else ("", "")
    lots = [(lot, part) for lot, part in numbers if lot and (lot, part) != again]  # headings come again
    if not lots or not all(part.isdecimal() for _, part in lots) or not any(int(part) for _, part in lots):
        return False
    return all(not lot.isdecimal() or int(part) <= int(lot) for lot, part in lots)


def _never(_cell: Cell) -> bool:
    return False


def _written_off(grid: Grid, header: HeaderRow, chosen: Sequence["ColumnField"], first: int) -> int | None:
    """The column in which somebody answers whether devices are written off."""
    for place, (heading, (name, _)) in enumerate(zip(header.headings, chosen, strict=True)):
        if name is None and says_written_off(heading.text) and answers([r[place] for r in grid.rows[first:]], is_date):
            return place
    return None


def _vat_column(grid: Grid, header: HeaderRow, chosen: Sequence["ColumnField"], first: int) -> int | None:
    """The column that says "in" or "ex" under "btw"."""
    for place, (heading, (name, _)) in enumerate(zip(header.headings, chosen, strict=True)):
        if name is None and _VAT_HEADING.fullmatch(folded(heading.text)):
            said = {folded(clean(row[place])).rstrip(".") for row in grid.rows[first:] if row[place] != ""}
            return place if said and said <= _VAT_CELLS else None
    return None


def _seconds(
    grid: Grid, header: HeaderRow, chosen: Sequence["ColumnField"], first: int, gone: Collection[int]
) -> tuple[SecondColumn, ...]:
    """The columns that claim a field read from another, held against it cell by cell."""
    if not any(why == "another_column" for _, why in chosen):
        return ()
    read = {name: place for place, (name, _) in reversed(list(enumerate(chosen))) if name}
    found = []
    for place, (heading, (_, why)) in enumerate(zip(header.headings, chosen, strict=True)):
        if why == "another_column" and heading.field in read and place not in gone:
            own = read[heading.field]
            apart = heading.whole_lot != header.headings[own].whole_lot
            step = heading.field == "purchased" and are_steps(heading.text, header.headings[own].text)
            second = SecondColumn(place, heading.field, own, another_step=step, whole_lot=apart)
            found.append(compared(grid, first, second, read.get("count")))
    return tuple(found)


def _unexplained(grid: Grid, first: int, seconds: Sequence[SecondColumn]) -> float:
    """The share of cells that nobody would read: columns that say something else than the one that is read."""
    lost = sum(second.differs + second.fills for second in seconds if second.differs and not second.whole_lot)
    return lost / sum(len(row) - row.count("") for row in grid.rows[first:]) if lost else 0.0


ColumnField = tuple[str | None, str | None]  # field, and where there is none: why


def _choose(grid: Grid, header: HeaderRow, corrections: Corrections) -> list[ColumnField]:
    """Each column's field; of two that claim one the surer heading has it, and a person's word goes first."""
    corrected = {
        place: corrections[key]
        for place in range(len(header.headings))
        if (key := (grid.name, grid.label(place))) in corrections
    }
    taken = {name for name in corrected.values() if name} - _SEVERAL
    # The price of one device goes before that of all, whatever their headings.
    order = sorted(
        range(len(header.headings)),
        key=lambda place: (*_last_of_prices(header.headings[place]), -_worth(header.headings[place]), place),
    )
    chosen: list[ColumnField] = [(None, "not_a_device_field")] * len(header.headings)
    for place in order:
        heading = header.headings[place]
        if place in corrected:
            chosen[place] = (corrected[place], None if corrected[place] else _why(heading))
        elif not heading.is_device_field or heading.field is None:
            chosen[place] = (None, _why(heading))
        elif heading.field in taken:
            chosen[place] = (None, "another_column")
        else:
            chosen[place] = (heading.field, None)
            taken |= {heading.field} - _SEVERAL
    return chosen


def _worth(heading: Heading) -> float:
    return heading.score + heading.held


def _last_of_prices(heading: Heading) -> tuple[bool, bool]:
    return heading.whole_lot, heading.field == "price" and not says_each(heading.text)


def _why(heading: Heading) -> str:
    return "names_people" if heading.field == "names_people" else "not_a_device_field"


def _settle_by_content(
    chosen: list[ColumnField], header: HeaderRow, grid: Grid, corrections: Corrections
) -> list[ColumnField]:
    """ "Type" and "Device" head kinds in one list and models in the next: what stands below decides."""
    settled = list(chosen)
    first = header.rows[-1] + 1 if header.rows else 0
    rows = grid.rows[first : first + _SAMPLE]
    for place, heading in enumerate(header.headings):
        if _holds_people(chosen[place][0], heading, rows, place) and free_of(corrections, grid, place):
            settled[place] = (None, "names_people")
    _settle_devices(settled, header, grid, rows, corrections)
    fields = {name: place for place, (name, _) in enumerate(settled) if name}

    def free(name: str) -> int | None:
        place = fields.get(name)
        return place if place is not None and free_of(corrections, grid, place) else None

    for name in ("model", "brand_and_model"):
        named = free(name)
        if named is not None and "kind" not in fields and _kind_share(rows, named) >= 0.6:
            settled[named] = ("kind", None)
            return settled
    kinds = free("kind")
    if kinds is not None and not {"model", "brand_and_model"} & fields.keys() and _kind_share(rows, kinds) < 0.5:
        settled[kinds] = ("brand_and_model", None)
    return settled


def _telling_columns(
    chosen: list[ColumnField], header: HeaderRow, grid: Grid, corrections: Corrections
) -> list[ColumnField]:
    """A column whose heading nobody knows is looked at where its words tell how devices do."""
    first = header.rows[-1] + 1 if header.rows else 0
    told = list(chosen)
    for place, heading in enumerate(header.headings):
        unknown = heading.text and heading.field is None and told[place] == (None, "not_a_device_field")
        if not unknown or names_legend(heading.text) or not free_of(corrections, grid, place):
            continue
        texts = [clean(cell) for row in grid.rows[first:] if isinstance(cell := row[place], str) and cell]
        states = {text: tells_of_state(text) for text in dict.fromkeys(texts)}
        plain = sum(states[text] is Telling.WHOLLY for text in texts)
        if "status" not in {name for name, _ in told} and texts and 2 * plain >= len(texts):
            told[place] = ("status", None)
        elif any(state is not Telling.NOTHING or _hints(text) for text, state in states.items()):
            told[place] = ("note", None)
    return told


def _hints(text: str) -> bool:
    """A sentence, and no name, that may say how a device does."""
    return text[:1].islower() and " " in text and residue(text).hints


def _settle_devices(
    settled: list[ColumnField], header: HeaderRow, grid: Grid, rows: Sequence[Sequence[Cell]], corrections: Corrections
) -> None:
    """ "Devices" heads how many there are where numbers stand below it, "Type" the kind beside a model."""
    for place, heading in enumerate(header.headings):
        named = heading.field in ("kind", "model", "brand_and_model") and free_of(corrections, grid, place)
        fields = {name for name, _ in settled}
        if named and "count" not in fields and "serial" not in fields and _all_counts(rows, place):
            settled[place] = ("count", None)
        elif (
            named and settled[place][1] == "another_column" and "kind" not in fields and _kind_share(rows, place) >= 0.6
        ):
            settled[place] = ("kind", None)


def _all_counts(rows: Sequence[Sequence[Cell]], place: int) -> bool:
    cells = [row[place] for row in rows if row[place] != ""]
    return are_counts(cells) and all(clean(cell).isdigit() for cell in cells)


def free_of(corrections: Corrections, grid: Grid, place: int) -> bool:
    """Nobody has said what this column is."""
    return (grid.name, grid.label(place)) not in corrections


def _holds_people(name: str | None, heading: Heading, rows: Sequence[Sequence[Cell]], place: int) -> bool:
    """ "Kind" is a child in a Dutch list, "leerling/leerkracht" may head names, and so may a heading nobody knows."""
    if name is None and heading.field is None:
        texts = [text for row in rows if (text := clean(row[place]))]
        return sum(map(is_name, texts)) > len(texts) / 2
    if name == "brand_and_model" and words(heading.text) == _NAME_OF_DEVICE:
        texts = [text for row in rows if (text := clean(row[place]))]
        owned = any({"van", "of"} & set(tokens(text)) or "'s " in text for text in texts)
        return owned or sum(map(knows_model, texts)) < len(texts) * 0.6
    if name == "kind" and words(heading.text) == "kind":
        return _kind_share(rows, place) < 0.3
    if name != "audience":
        return False
    said = [text for row in rows if (text := clean(row[place])) and not cell_words("unknown").exact(tokens(text))]
    others = [text for text in said if whose(text) is None and not looks_like_place(text)]
    return len(others) > len(said) / 2 and sum(map(_may_be_a_name, others)) >= len(others) / 2


def _may_be_a_name(text: str) -> bool:
    return is_name(text) or text[:1].isupper() or not first_names().isdisjoint(tokens(text))


def _kind_share(rows: Sequence[Sequence[Cell]], place: int) -> float:
    texts = [clean(row[place]) for row in rows if row[place] != ""]
    return sum(map(is_kind_word, texts)) / len(texts) if texts else 0.0


def _has_words(grid: Grid, place: int, first: int) -> bool:
    """A column of nothing but numbers names nobody."""
    filled = [cell for row in islice(grid.rows, first, None) if (cell := row[place]) != ""]
    return not filled or any(isinstance(cell, str) and not cell.strip().isdigit() for cell in filled)


def _has_values(grid: Grid, place: int, first: int) -> bool:
    return any(row[place] != "" for row in islice(grid.rows, first, None))


def _is_dutch(headings: Sequence[str]) -> bool:
    """Dates are read the Dutch way unless the headings are plainly English."""
    return not headings_in("en").intersection(headings) or bool(headings_in("nl").intersection(headings))


def _score(named: Sequence[Heading], chosen: Sequence[ColumnField]) -> float:
    """The share of headings understood, and a little for every field a list should have."""
    understood = sum(heading.score for heading in named if heading.field) / max(1, len(named))
    # What a person corrects makes the sheet no other shape: what the headings themselves say counts along.
    fields = {name for name, _ in chosen if name} | {heading.field for heading in named if heading.field}
    wanted = sum(
        bool(fields & group) for group in ({"kind", "brand_and_model", "model"}, {"purchased"}, {"serial", "count"})
    )
    return round(0.6 * understood + 0.4 * wanted / 3, 2)
