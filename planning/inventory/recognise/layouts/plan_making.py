"""The plan of a list from its headings: its fields, and the columns that complete, count or contradict them."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from planning.core.text import Cell, clean, folded, words
from planning.inventory.guidance import Corrections
from planning.inventory.reading import SheetColumn
from planning.inventory.recognise.contents import is_date
from planning.inventory.recognise.headings import HeaderRow, Heading, kind_numbered, read_heading
from planning.inventory.recognise.layouts.asked_along import asked_along
from planning.inventory.recognise.layouts.column_choice import (
    ColumnField,
    choose_columns,
    free_of,
    settle_by_content,
    with_telling_columns,
)
from planning.inventory.recognise.layouts.counted_states import NO_STATES, added_up, counted_states, without_how_many
from planning.inventory.recognise.layouts.counts_in_names import counted_in_names
from planning.inventory.recognise.layouts.crosses import Crossed, crossed_columns, written_out
from planning.inventory.recognise.layouts.label_ranges import counted_by_labels, ranges_over_two
from planning.inventory.recognise.layouts.logs import logged_beside
from planning.inventory.recognise.layouts.merged import filled, spread_headings
from planning.inventory.recognise.layouts.moved import earlier_places, with_place_of_now
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.layouts.second_columns import SecondColumn, compared, completed, with_totals
from planning.inventory.recognise.layouts.stock import bare_moments, find_stock, with_last_stand, with_stock
from planning.inventory.recognise.leanings import are_steps
from planning.inventory.recognise.sections import of_heading, of_sheet_name
from planning.inventory.values.ages import asks_how_old, read_age
from planning.inventory.values.devices import is_kind_word, kinds_named
from planning.inventory.values.leaving import (
    ABSENT,
    RETURNED,
    answers,
    is_handed_in,
    says_lent,
    says_written_off,
    state_headed,
)
from planning.inventory.values.people import is_name
from planning.inventory.values.questions import OF_WHICH, asked_for, is_question
from planning.inventory.values.status import YES_NO_HEADINGS, read_remark
from planning.inventory.words.cell_words import headings_in
from planning.workbooks.grid import Grid

_OF_WHICH: Final = frozenset({"aantal", "aantallen", "er", "zijn", "van", "nu", "hoeveel", "of", "number"})
_SINCE: Final = re.compile(r"(?:sinds|wanneer|datum|vanaf|per|op|sinds wanneer|since|when|date)\W*")
"""Headings that only ask when."""
_HANDED_OUT: Final = re.compile(
    r"(?:(?:datum|op|per|dag|date) ?)*(?:uit|begin|start|van|mee(?:genomen|gekregen)?|opgehaald|afgehaald"
    r"|leen|leendatum|lening|out|from|loan)(?: ?(?:op|per|datum|date|on))*\W*"
)
"""Where devices are lent, headings of when."""
_LEFT: Final = frozenset({"disposed", "missing", "broken", "in_repair"})
_PRESENT: Final = re.compile(r"\b(?:aanwezig|in huis|present|gezien)\b")
_VAT_HEADING: Final = re.compile(
    r"(?:(?:incl?|excl?|in|ex)\.?\W*){0,2}(?:b\.?t\.?w\.?|vat)\W*(?:(?:incl?|excl?|in|ex)\.?\W*){0,2}"
)
_VAT_CELLS: Final = frozenset(
    {"in", "ex", "incl", "excl", "inclusief", "exclusief", "included", "excluded", "-", "nvt"}
)


def make_plan(layout: str, grid: Grid, header: HeaderRow, corrections: Corrections) -> ListPlan:
    """The plan for a sheet with these headings, with a person's corrections."""
    header = spread_headings(grid, header)
    first = header.rows[-1] + 1 if header.rows else 0
    header = with_totals(grid, header, first)
    crossed = crossed_columns(header, grid, first, lambda place: free_of(corrections, grid, place))
    header, grid = _one_column_each(header, crossed), written_out(grid, first, header, crossed)
    states = counted_states(header, grid, first, lambda place: free_of(corrections, grid, place))
    header, grid = added_up(header, grid, first, states)
    stock = find_stock(grid, first)
    moments = {} if stock else bare_moments(header, grid, first)
    moments = moments if all(free_of(corrections, grid, place) for place in moments) else {}
    header = with_stock(header, stock) if stock else with_last_stand(header, grid, first)
    earlier = earlier_places(header, grid, first)
    earlier = {old: now for old, now in earlier.items() if free_of(corrections, grid, old)}
    header = with_place_of_now(header, earlier)
    chosen = choose_columns(grid, header, corrections)
    chosen = [(None, "another_column") if place in earlier else one for place, one in enumerate(chosen)]
    chosen = settle_by_content(chosen, header, grid, corrections)
    logged = logged_beside(grid, header, first) | asked_along(grid, header.headings, first)
    logged = {place for place in logged if free_of(corrections, grid, place)}
    chosen = [(None, "not_a_device_field") if place in logged else one for place, one in enumerate(chosen)]
    ranges = ranges_over_two(grid, first, [heading.text for heading in header.headings])
    ranges = frozenset(place for place in ranges if free_of(corrections, grid, place))
    chosen = [(None, "another_column") if place in ranges else one for place, one in enumerate(chosen)]
    gone = _gone(grid, header, chosen, corrections, first)
    chosen = [(None, "another_column") if place in gone else one for place, one in enumerate(chosen)]
    parts = _parts_counted(grid, header, chosen, corrections, first)
    parts |= {place: state for place, state in states.items() if state != "in_use"}
    parts = {place: state for place, state in parts.items() if state not in NO_STATES}
    chosen = [(None, "another_column") if place in parts else one for place, one in enumerate(chosen)]
    ages = _ages(grid, header, chosen, first)
    settled = {*logged, *ranges} if ages is None else {*logged, *ranges, ages}
    telling = with_telling_columns(chosen, header, grid, corrections)
    chosen = [one if place in settled else told for place, (one, told) in enumerate(zip(chosen, telling, strict=True))]
    seconds = _seconds(grid, header, chosen, first, {*gone, *parts}, earlier)
    completing = {second.place: second.field for second in seconds if second.is_read}
    completing |= dict.fromkeys(gone, "status") | dict.fromkeys(parts, "count")
    completing |= {place: name for name, places in crossed.items() for place in places[1:]}
    if ages is not None:
        completing[ages] = "purchased"
    vat = _vat_column(grid, header, chosen, first)
    if vat is not None:
        completing[vat] = "price"
    found: dict[str, tuple[int, ...]] = {}
    for place, (name, _) in enumerate(chosen):
        if name:
            found[name] = (*found.get(name, ()), place)
    free = [place for place, (name, why) in enumerate(chosen) if name is None and why != "names_people"]
    grid, fields = counted_by_labels(
        counted_in_names(grid, first, found), first, found, {place: header.headings[place].text for place in free}
    )
    completing |= {place: "count" for place in (*fields.get("count", ()), *ranges) if chosen[place][0] is None}
    columns = tuple(
        SheetColumn(grid.name, grid.label(place), heading.text, name, why)
        if place not in completing
        else SheetColumn(grid.name, grid.label(place), heading.text, completing[place])
        for place, (heading, (name, why)) in enumerate(zip(header.headings, chosen, strict=True))
        if heading.text or name or _has_values(grid, place, first)
    )
    named = [heading for heading in header.headings if heading.text]
    whole, as_above = filled(grid, first, fields, header.headings)
    plan = ListPlan(
        layout=layout,
        score=round(_score(named, chosen) * (1 - _unexplained(grid, first, seconds)), 2),
        grid=completed(whole, first, seconds),
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
        ages=ages,
        written_off=_written_off(grid, header, chosen, first),
        stock=stock,
        moments=moments,
        as_above=as_above,
    )
    return without_when_it_left(plan)


def without_when_it_left(plan: ListPlan) -> ListPlan:
    """Of devices that left or were lent "Sinds" and "Wanneer" tell when they were, and not when they were bought."""
    place = plan.column("purchased")
    said = plan.context.get("status", "")
    if place is None:
        return plan
    heading = folded(plan.headings[place].text)
    if not (_SINCE.fullmatch(heading) or (plan.lends and (says_lent(heading) or _HANDED_OUT.fullmatch(heading)))):
        return plan
    if not (says_lent(said) or plan.lends or read_remark(said).status in _LEFT):
        return plan
    letter = plan.grid.label(place)
    columns = tuple(
        replace(c, field=None, why_left_out="not_a_device_field") if c.column == letter else c for c in plan.columns
    )
    fields = {name: places for name, places in plan.fields.items() if name != "purchased"}
    return replace(plan, columns=columns, fields=fields, unsure=tuple(n for n in plan.unsure if n != "purchased"))


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
        elif len(texts) == 1 and {"location", "brand_and_model"} <= (says := of_heading(texts[0])).keys():
            found["location"] = says["location"]  # "Kar A – Chromebook Acer C740"
    return found


def _label_and_value(texts: Sequence[str]) -> tuple[str, str]:
    """A line of a label and its value, in one cell or in two; both "" where it is no such line."""
    if len(texts) == 2:
        return texts[0].rstrip(" :"), texts[1]
    label, _, value = texts[0].partition(":") if len(texts) == 1 else ("", "", "")
    return label.strip(), value.strip()


def _kind_headed(header: HeaderRow, fields: Mapping[str, tuple[int, ...]]) -> dict[str, str]:
    """ "Chromebook" over the models: that is what they all are; so it is where only "Chromebook nr" says it."""
    places = [place for name in ("brand_and_model", "model") for place in fields.get(name, ())]
    headed = [text for place in places if is_kind_word(text := header.headings[place].text)]
    if not places and not {"kind", "brand"} & fields.keys():
        kinds = {kind for heading in header.headings if (kind := kind_numbered(heading.text))}
        headed = list(kinds) if len(kinds) == 1 else []
    return {"kind": headed[0]} if headed and "kind" not in fields else {}


def _gone(
    grid: Grid, header: HeaderRow, chosen: Sequence[ColumnField], corrections: Corrections, first: int
) -> dict[int, str]:
    """The columns that say of a device that it has gone, and the status each stands for."""
    found = {}
    lent = any(says_lent(heading.text) for heading in header.headings)
    for place, (heading, (name, why)) in enumerate(zip(header.headings, chosen, strict=True)):
        state = state_headed(heading.text) if heading.text and name in (None, "status", "purchased") else None
        if lent and heading.text and is_handed_in(heading.text) and name in (None, "status", "purchased"):
            state = RETURNED
        elif state == RETURNED and lent:
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
    grid: Grid, header: HeaderRow, chosen: Sequence[ColumnField], corrections: Corrections, first: int
) -> dict[int, str]:
    """The columns that say of how many of a lot something holds: "waarvan stuk", "Defect" with numbers below it."""
    counts = [place for place, (name, _) in enumerate(chosen) if name == "count"]
    found = {}
    for place, (heading, (name, why)) in enumerate(zip(header.headings, chosen, strict=True)):
        asks = asked_for(heading.text) if is_question(heading.text) else heading.text
        opens = OF_WHICH.match(folded(asks)) is not None
        people = why == "names_people" and not opens
        if len(counts) != 1 or name not in (None, "status") or people or not heading.text:
            continue
        own = words(OF_WHICH.sub("", folded(asks))).split()
        said = read_remark(without_how_many(" ".join(w for w in own if w not in _OF_WHICH and not kinds_named(w))))
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


def _ages(grid: Grid, header: HeaderRow, chosen: Sequence[ColumnField], first: int) -> int | None:
    """The column that says how old devices are; None beside one that says when they were bought."""
    if any(name == "purchased" for name, _ in chosen):
        return None
    for place, (heading, (name, why)) in enumerate(zip(header.headings, chosen, strict=True)):
        if name is None and why != "names_people" and heading.text and asks_how_old(heading.text):
            told = [row[place] for row in grid.rows[first:] if row[place] != ""]
            if told and 2 * sum(read_age(cell) is not None for cell in told) >= len(told):
                return place
    return None


def _written_off(grid: Grid, header: HeaderRow, chosen: Sequence[ColumnField], first: int) -> int | None:
    """The column in which somebody answers whether devices are written off."""
    for place, (heading, (name, _)) in enumerate(zip(header.headings, chosen, strict=True)):
        if name is None and says_written_off(heading.text) and answers([r[place] for r in grid.rows[first:]], is_date):
            return place
    return None


def _vat_column(grid: Grid, header: HeaderRow, chosen: Sequence[ColumnField], first: int) -> int | None:
    """The column that says "in" or "ex" under "btw"."""
    for place, (heading, (name, _)) in enumerate(zip(header.headings, chosen, strict=True)):
        if name is None and _VAT_HEADING.fullmatch(folded(heading.text)):
            said = {folded(clean(row[place])).rstrip(".") for row in grid.rows[first:] if row[place] != ""}
            return place if said and said <= _VAT_CELLS else None
    return None


def _seconds(
    grid: Grid,
    header: HeaderRow,
    chosen: Sequence[ColumnField],
    first: int,
    gone: Collection[int],
    earlier: Mapping[int, int],
) -> tuple[SecondColumn, ...]:
    """The columns that claim a field read from another, held against it cell by cell.

    `earlier`: those that say where a device stood, with the one that says where it stands now.
    """
    if not any(why == "another_column" for _, why in chosen):
        return ()
    read = {name: place for place, (name, _) in reversed(list(enumerate(chosen))) if name}
    found = []
    for place, (heading, (_, why)) in enumerate(zip(header.headings, chosen, strict=True)):
        if why == "another_column" and heading.field in read and place not in gone:
            own = earlier.get(place, read[heading.field])
            apart = heading.whole_lot != header.headings[own].whole_lot
            step = place in earlier or (
                heading.field == "purchased" and are_steps(heading.text, header.headings[own].text)
            )
            second = SecondColumn(place, heading.field, own, another_step=step, whole_lot=apart)
            found.append(compared(grid, first, second, read.get("count")))
    return tuple(found)


def _unexplained(grid: Grid, first: int, seconds: Sequence[SecondColumn]) -> float:
    """The share of cells that nobody would read: columns that say something else than the one that is read."""
    lost = sum(second.differs + second.fills for second in seconds if second.differs and not second.whole_lot)
    return lost / sum(len(row) - row.count("") for row in grid.rows[first:]) if lost else 0.0


def _has_words(grid: Grid, place: int, first: int) -> bool:
    """A column of nothing but numbers names nobody."""
    filled = (cell for row in islice(grid.rows, first, None) if (cell := row[place]) != "")
    words = (isinstance(cell, str) and not cell.strip().isdigit() for cell in filled)
    one = next(words, True)
    return one or any(words)


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
